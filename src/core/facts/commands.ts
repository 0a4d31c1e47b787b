/** /audit: who did what, when and why, for staff who are to know. */
import { z } from 'zod'
import { choice, rowNumber, span, words } from '../../interaction/arguments.js'
import type { FileMaker } from '../../interaction/attach.js'
import { type Context, command } from '../../interaction/command.js'
import type { Button, Press, View } from '../../interaction/view.js'
import { fromJson, toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type Param, type Text, text } from '../../kit/text.js'
import {
  accountsOf,
  type Called,
  namesOf,
  PERSON_LIKE,
  peopleCalled,
  personNamed,
  personNow,
  refuseSeveral,
} from '../members/members.js'
import type { Divided } from '../regions/regions.js'
import { rolesOf, rolesText } from '../roles/roles.js'
import { type Details, detailTexts } from './details.js'
import { FACT_KINDS } from './facts.js'
import {
  assetsOfPackets,
  exported,
  type FactFilter,
  type FactRow,
  factsLike,
  namesOfPerson,
  titlesOf,
} from './reading.js'

/** Facts on one page: with its details each takes up to three lines. */
const PAGE = 10
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** A span is typed with at most five digits. */
const MINUTES_MOST = 99_999

/** Beginnings of kinds, as people choose them. */
const TOPICS = [...new Set(FACT_KINDS.map((kind) => kind.split('-')[0] ?? kind))]

/** What is meant for `about` wherever it stands. */
const ABOUT_LIKE = new RegExp(`${PERSON_LIKE.source}|^[a-z]{2,20}:|^(?:operator|owners|system)$`, 'i')

/** Packets, chats, applications, partners and the like, as facts name them. */
const SUBJECT = /^([a-z]{2,20}):([a-z0-9:_-]{1,60})$/

/** Who may look through the record. */
const READERS = ['admin', 'auditor', 'risk_officer'] as const

const ASKED = {
  about: words(80, { looksLike: ABOUT_LIKE, rest: true }).optional(),
  topic: choice(TOPICS).optional(),
  within: span(60_000, 3650 * DAY_MS, ['24h', '7d', '30d']).optional(),
}

export function auditCommand(programme: Divided) {
  return command({
    name: 'audit',
    who: READERS,
    where: 'anywhere',
    args: z.object({ ...ASKED, before: rowNumber().optional() }),
    async handle(context, { before, ...asked }) {
      const about = asked.about === undefined ? undefined : await aboutOf(context, asked.about)
      if (about && 'people' in about) return severalView(context, about, asked)
      const filter = { ...filterOf(context, asked, about), before }
      const found = await factsLike(context.work, filter, PAGE + 1)
      const page = found.slice(0, PAGE)
      const head = await calledLines(context, about)
      const replace = before !== undefined
      if (page.length === 0) return { text: [...head, text('audit-none')], replace }
      const values = valuesOf({ ...asked, about: about?.typed })
      const older = { ...values, before: String(page.at(-1)?.id) }
      const isMore = found.length > PAGE
      // A file is for whoever asked for it, and would be everybody's in a group.
      const isPrivate = context.spot.kind === 'private'
      const buttons = [
        ...(isMore ? [button('audit-older', { command: 'audit', values: older })] : []),
        ...(isPrivate ? [button('audit-as-file', { command: 'audit-file', values })] : []),
      ]
      return {
        text: [text('audit-title'), ...head, ...(await lines(context, page, programme))],
        rows: buttons.length > 0 ? [buttons] : [],
        replace,
      }
    },
  })
}

const button = (label: string, press: Press): Button => ({ kind: 'press', label: text(label), press })

type Asked = { about?: string | undefined; topic?: string | undefined; within?: number | undefined }

function filterOf({ work }: Context, { topic, within }: Asked, about?: Found): FactFilter {
  return {
    about: about?.subjects,
    kind: topic,
    since: within === undefined ? undefined : work.now - within,
  }
}

/**
 * What was found: as the record calls it, and how it is typed so that it means nobody else later. `called`:
 * the number of whom only a name was typed.
 */
interface Found {
  subjects: string[]
  typed: string
  called?: number
}

/**
 * A person by what {@link personNamed} takes, with all that is theirs, or by the whole name of an account;
 * the people whom that may be where it is several; or anything else as the record names it. Refuses
 * `audit-about`.
 */
async function aboutOf({ work, platform }: Context, typed: string): Promise<Found | Called> {
  const plain = typed.trim().toLowerCase()
  if (SUBJECT.test(plain) && !PERSON_LIKE.test(plain)) return { subjects: [plain], typed }
  if (PERSON_LIKE.test(plain) || /^[0-9]+$/.test(plain)) {
    return { subjects: await namesOfPerson(work, await personNamed(work, plain, platform)), typed }
  }
  if (['operator', 'owners', 'system'].includes(plain)) return { subjects: [plain], typed }
  const found = await peopleCalled(work, typed)
  const [called, ...others] = found.people
  if (called === undefined) return refuse('audit-about', { typed })
  if (others.length > 0) return found
  return { subjects: await namesOfPerson(work, called), typed: `#${called}`, called }
}

/** Whom a name was taken for. */
async function calledLines({ work, platform }: Context, about: Found | undefined): Promise<Text[]> {
  if (about?.called === undefined) return []
  const name = (await namesOf(work, [about.called], platform)).get(about.called)
  return [text('audit-called', { name: numbered(name, `#${about.called}`) })]
}

function accountText(platform: string, name: string): Text {
  return text('audit-account', { platform: { heading: text('form-literal', { value: platform }) }, name })
}

/** People of one name, with what tells them apart, and a button for each. */
async function severalView(
  { work, platform }: Context,
  { people, isMore }: Called,
  asked: Asked,
): Promise<View> {
  const names = await namesOf(work, people, platform)
  const lines: Text[] = []
  const rows: Button[][] = []
  for (const member of people) {
    const accounts = await accountsOf(work, member)
    const roles = await rolesOf(work, member)
    lines.push(
      text('audit-person', {
        number: String(member),
        accounts: { list: accounts.map(({ platform, name }) => accountText(platform, name)) },
        met: { instant: Math.min(...accounts.map(({ met }) => met)), as: 'moment' },
        staff: roles.length > 0 ? 'yes' : 'no',
        roles: rolesText(roles),
      }),
    )
    const label = text('audit-whose', { name: numbered(names.get(member), `#${member}`) })
    const values = valuesOf({ ...asked, about: `#${member}` })
    rows.push([{ kind: 'press', label, press: { command: 'audit', values } }])
  }
  const more = isMore ? [text('audit-several-more')] : []
  return { text: [text('audit-several', { typed: asked.about ?? '' }), ...lines, ...more], rows }
}

/** As they are typed again. */
function valuesOf({ about, topic, within }: Asked): Record<string, string> {
  return {
    ...(about === undefined ? {} : { about }),
    ...(topic === undefined ? {} : { topic }),
    ...(within === undefined ? {} : { within: spanOf(within) }),
  }
}

/** As it is typed, and not shorter. */
function spanOf(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS)
  return minutes <= MINUTES_MOST ? `${minutes}m` : `${Math.ceil(ms / DAY_MS)}d`
}

async function lines(context: Context, page: readonly FactRow[], programme: Divided): Promise<Text[]> {
  const facts = page.map((row) => ({ ...row, details: fromJson<Details>(row.details) }))
  const { called, assetOf } = await namesIn(context, facts)
  return facts.flatMap(({ id, kind, actor, subject, details, at }) => {
    const head = text('audit-line', {
      number: String(id),
      at: { instant: at, as: 'moment' },
      actor: called(actor),
      what: text(`fact-${kind}`),
      subject: called(subject),
    })
    const told = detailTexts({ kind, subject, details, asset: assetOf(subject), called }, programme)
    const joined = told.reduce<Text | undefined>(
      (first, next) => (first ? text('audit-and', { first, next }) : next),
      undefined,
    )
    return joined ? [head, text('audit-details', { details: joined })] : [head]
  })
}

/** A person, also as an owner of money; what a person spends; a chat. */
const NAMED = /^(member|spender|chat):([0-9]{1,15})(?::(?:available|held))?$/

/** What the people, chats and packets are called that these facts name. */
async function namesIn(
  { work, platform }: Context,
  facts: readonly { actor: string; subject: string; details: Details }[],
): Promise<{ called: (whom: string) => Param; assetOf: (subject: string) => string | undefined }> {
  const named = facts.flatMap(({ actor, subject, details }) => [actor, subject, ...Object.values(details)])
  const texts = named.filter((one) => typeof one === 'string')
  const numbers = (isChat: boolean) => [
    ...new Set(
      texts.flatMap((one) => {
        const [, what, digits] = NAMED.exec(one) ?? []
        return digits !== undefined && (what === 'chat') === isChat ? [Number(digits)] : []
      }),
    ),
  ]
  const names = await namesOf(work, numbers(false), platform)
  const titles = await titlesOf(work, numbers(true))
  const packets = facts.flatMap(({ subject }) => packetOf(subject) ?? [])
  const assets = await assetsOfPackets(work, packets)
  const called = (whom: string): Param => {
    const [, what, digits] = NAMED.exec(whom) ?? []
    if (what === undefined) return whom
    if (what === 'chat') return numbered(titles.get(Number(digits)), whom)
    const person = numbered(names.get(Number(digits)), `#${digits}`)
    return what === 'spender' ? text('audit-spender', { name: person }) : person
  }
  return { called, assetOf: (subject) => assets.get(packetOf(subject) ?? '') }
}

/** A name and the number by which it is found; the number alone where there is no other name. */
function numbered(name: string | undefined, number: string): string {
  return name === undefined || name === '' || name === number ? number : `${name} (${number})`
}

function packetOf(subject: string): string | undefined {
  return /^packet:(.+)$/.exec(subject)?.[1]
}

/** Names the maker of a part of the record as a file. */
export const AUDIT_FILE = 'audit-record'

/** Facts in one file, the newest of what was asked for; with its details each takes half a kilobyte. */
const FILE_MOST = 5_000

/** What a file is made of when it is sent, as JSON: its reader, and which facts. */
interface FileAsked extends FactFilter {
  member: number
  /** The number of the newest fact that is in it. */
  newest: number
}

/** What `/audit` would page through, as a document to keep and to reckon with. */
export const auditFileCommand = command({
  name: 'audit-file',
  who: READERS,
  where: 'private',
  args: z.object(ASKED),
  async handle(context, asked) {
    const { work, actor } = context
    const about = asked.about === undefined ? undefined : await aboutOf(context, asked.about)
    if (about && 'people' in about) return refuseSeveral(asked.about ?? '', about)
    const filter = filterOf(context, asked, about)
    const [newest] = await factsLike(work, filter, 1)
    if (!newest) return { text: [text('audit-none')] }
    const subject: FileAsked = { ...filter, member: actor.member, newest: newest.id }
    const name = `${AUDIT_FILE}-${newest.id}.json`
    return {
      text: [text('audit-file-sent', { name, most: FILE_MOST })],
      files: [{ kind: 'document', name, from: { maker: AUDIT_FILE, subject: toJson(subject) } }],
    }
  },
})

/** Nothing for whoever may not read the record any more. */
export const auditFile: FileMaker = async ({ look }, subject) => {
  const { member, newest, ...filter } = fromJson<FileAsked>(subject)
  const facts = await look(async (work) => {
    const roles = await rolesOf(work, await personNow(work, member))
    if (!READERS.some((role) => roles.includes(role))) return undefined
    return factsLike(work, { ...filter, before: newest + 1 }, FILE_MOST)
  })
  return (
    facts && { bytes: Buffer.from(JSON.stringify(facts.map(exported), null, 1)), mime: 'application/json' }
  )
}
