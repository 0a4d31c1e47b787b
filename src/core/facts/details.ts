/** What a fact says besides, in words as far as there are any. The export has it as it was recorded. */
import { type Param, type Text, text } from '../../kit/text.js'
import { type Divided, regionText } from '../regions/regions.js'
import { roleText } from '../roles/roles.js'

export type Details = Record<string, unknown>

/** Characters of one of them. */
const VALUE_MOST = 160

/** A SHA-256, of which people compare the beginning. */
const DIGEST = /^[0-9a-f]{64}$/
const DIGEST_SHOWN = 12

/** Of the machinery: what they say stands in the line itself. */
const HIDDEN = new Set(['transition', 'version', 'thread', 'kind'])

/** Names that have words; any other stands as it was recorded. */
const LABELLED = new Set([
  ...['because', 'becomes', 'case', 'change', 'dueAt', 'effects', 'from', 'lapsed', 'partner'],
  ...['proposedBy', 'queue', 'reason', 'region', 'role', 'rule', 'state', 'tier', 'to', 'until', 'verdict'],
  ...['was', 'why', 'total', 'amount', 'shares', 'source', 'owner', 'returned', 'brought'],
])

/** Amounts, in the smallest unit of the asset that the fact names, or its packet. */
const MONEY: ReadonlySet<string> = new Set(['total', 'amount', 'returned', 'brought'])

/** What leads from state to state, and whose words these are. */
const STATES: Readonly<Record<string, string>> = {
  'application-moved': 'application-is',
  'case-moved': 'case-is',
  'partner-moved': 'partner-is',
  'partner-change-moved': 'change-is',
}

/** A fact as it is told. */
interface Told {
  kind: string
  subject: string
  details: Details
  /** Of the packet that it is about. */
  asset: string | undefined
  /** What a person, a chat or an owner is called. */
  called: (whom: string) => Param
}

/** One Text each; nothing of what was left empty. */
export function detailTexts(fact: Told, programme: Divided): Text[] {
  const { kind, subject, details, called } = fact
  const asset = typeof details.asset === 'string' ? details.asset : fact.asset
  const isPaid = Object.keys(details).some((name) => MONEY.has(name))
  const told = Object.entries(details).filter(
    ([name, value]) =>
      !HIDDEN.has(name) &&
      value !== null &&
      !(isPaid && name === 'asset') &&
      !(name === 'more' && value === 0),
  )
  return told.map(([name, value]) => {
    // A stop that a sanction laid has the number of its case for a reason.
    const label = name === 'reason' && subject.startsWith('spender:') ? 'case' : name
    const detail = { kind, name, value, isRegion: details.kind === 'region', asset, called }
    return text('audit-detail', {
      name: LABELLED.has(label) ? text(`detail-${label}`) : label,
      value: valueText(detail, programme),
    })
  })
}

interface Detail {
  kind: string
  name: string
  value: unknown
  /** The change is one of region. */
  isRegion: boolean
  asset: string | undefined
  called: Told['called']
}

function valueText({ kind, name, value, isRegion, asset, called }: Detail, programme: Divided): Param {
  if (asset !== undefined && MONEY.has(name) && /^[0-9]+$/.test(String(value)))
    return { amount: BigInt(String(value)), asset }
  if (typeof value === 'boolean') return text(value ? 'choice-yes' : 'choice-no')
  if (typeof value === 'number' && /(?:At|until)$/.test(name)) return { instant: value, as: 'moment' }
  if (Array.isArray(value)) return cut(value.join(', '))
  if (typeof value !== 'string') return cut(JSON.stringify(value))
  if (DIGEST.test(value)) return `${value.slice(0, DIGEST_SHOWN)}…`
  const states = STATES[kind]
  if (states !== undefined && (name === 'from' || name === 'to') && value !== 'none')
    return text(`${states}-${value}`)
  if (name === 'role') return roleText(value)
  const namesRegion = name === 'region' || (isRegion && (name === 'was' || name === 'becomes'))
  if (namesRegion) return regionText(programme, value)
  const whom = called(value)
  return typeof whom === 'string' ? cut(whom) : whom
}

function cut(said: string): string {
  return said.length > VALUE_MOST ? `${said.slice(0, VALUE_MOST - 1)}…` : said
}
