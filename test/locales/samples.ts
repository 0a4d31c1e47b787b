/** Parameters as they usually are, so that the length of a sentence is what people will see. */
import { type Param, type Text, text } from '../../src/kit/text.js'
import { isPlural, MOTHER, type Words, wordsOf } from './reading.js'

/** The moment the samples are counted from. */
export const NOW = Date.UTC(2025, 10, 21, 4, 4)
const HOUR_MS = 3_600_000
/** In units of 10⁻⁶. */
const MONEY = { amount: 12_345_600n, asset: 'USDT' }
const SOON = { instant: NOW + HOUR_MS, as: 'relative' as const }
const SPAN = { duration: 90 * 60_000 }
const CONDITIONS = [text('condition-member'), text('condition-account-age', { days: 30 })]

const SAMPLES: Record<string, Param> = {
  ...named(
    MONEY,
    'amount least most funded paid returned left before after limit asked total floor cap more',
  ),
  ...named(MONEY, 'available needed'),
  ...named(SOON, 'at draw'),
  ...named(SPAN, 'time wait'),
  ...named(20, 'shares taken entered count days number tries places'),
  ...named('Анна Мария', 'name maker person'),
  ...named('Moon Traders', 'title owner group'),
  ...named('12.5', 'example typed'),
  ...named('5mx0q8r2t7v9', 'packet reference code'),
  ...named('lucky, equal, fixed', 'choices'),
  ...named('admin, finance_maker, finance_checker, risk_officer, partner', 'roles'),
  length: 300,
  max: 200,
  min: 1,
  command: 'redpacket',
  reason: 'we are looking into a double post',
  programme: 'Community Partner Program',
  state: 'approved',
  source: 'chat',
  condition: text('condition-account-age', { days: 30 }),
  conditions: { list: CONDITIONS },
  todo: text('condition-account-age.todo'),
  proofs: { list: [text('packet-card-proof-one', { proof: 'a'.repeat(64) })] },
  language: text('choice-es'),
  what: text('movement-packet-claim'),
  spread: text('choice-wild'),
}

/** Where a name means something else; by key, `.next` has those of its message. */
const OTHERS: Record<string, Record<string, Param>> = {
  'claim-paid': { left: 19 },
  'refusal-passphrase-wrong': { left: 4 },
  'refusal-split-shares': { shares: 5000, most: 1000 },
  'refusal-split-too-many-shares': { shares: 900, most: 500 },
  'refusal-packet-places': { most: 8 },
  'refusal-packet-tranches': { most: 10 },
  'refusal-packet-life': { most: { duration: 7 * 24 * HOUR_MS } },
  'refusal-count-out-of-range': { min: 1, max: 1000 },
  'refusal-span-out-of-range': { min: { duration: 300_000 }, max: { duration: 7 * 24 * HOUR_MS } },
  'verify-invalid': { at: 'claims[3].amount', published: '250000', recomputed: '251000' },
  'verify-invalid-at': { at: 'claims[3].slot', published: '2' },
}

function named(sample: Param, names: string): Record<string, Param> {
  return Object.fromEntries(names.split(' ').map((name) => [name, sample]))
}

const mother = wordsOf(MOTHER)

/** Counts are those of English: a language without plurals asks for the same parameters. */
function countsOf(key: string): Set<string> {
  const selects = mother.get(key)?.selects ?? []
  return new Set(selects.filter(isPlural).map(({ variable }) => variable))
}

/** With what the words want; a count is `count` where one is given. */
export function sample({ key, variables }: Words, count?: number): Text {
  const others = OTHERS[key.replace(/\..*/, '')] ?? {}
  const counts = countsOf(key)
  const params: Record<string, Param> = {}
  for (const name of variables) {
    const usual = others[name] ?? SAMPLES[name] ?? (counts.has(name) ? 20 : 'x7')
    params[name] = counts.has(name) && count !== undefined ? count : usual
  }
  return text(key, params)
}
