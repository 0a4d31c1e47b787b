/**
 * A packet on both platforms, a crowd that presses it, what they were told, and what the books say
 * afterwards.
 */
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { memberOf } from '../../src/core/members/members.js'
import { text } from '../../src/kit/text.js'
import type { Outcome, Person, SandboxPlatform } from '../../src/sandbox/contract.js'
import { patternOf } from '../../src/sandbox/storm-told.js'
import { expectNothingLost } from '../kit/proof.js'
import type { Rig } from './rig.js'
import { ROOM, words } from './rig.js'
import { eventually, PATIENCE_MS, seatOf, seenOf, toldBy } from './seat.js'

export const SHARES = 100
/** Smallest units of USDT: 50. */
export const TOTAL = 50_000_000n
export const PEOPLE = 1_000

export interface Target {
  platform: SandboxPlatform
  room: string
  message: string
  data: string
}

export interface Dropped {
  packet: string
  telegram: Target
  discord: Target
}

/** Olivia drops it on Telegram with one line, and puts it into a Discord channel from its panel. */
export async function dropOnBoth(rig: Rig): Promise<Dropped> {
  const olivia = seatOf(rig.telegram, 'olivia', ROOM.traders)
  await olivia.type(`/redpacket 50 ${SHARES}`)
  await olivia.press(inWordsOf(rig, 'olivia', 'redpacket-panel'))
  await olivia.press(inWordsOf(rig, 'olivia', 'panel-do-share'))
  await olivia.press('lounge (Discord)')
  const telegram = await cardIn(rig.telegram, ROOM.traders)
  const discord = await cardIn(rig.discord, ROOM.lounge)
  expect(telegram.data).toBe(discord.data)
  return { packet: telegram.data.split(':')[1] ?? '', telegram, discord }
}

/** A button's label in the language of the person who sees it. */
function inWordsOf(rig: Rig, person: string, key: string): string {
  const speech = words()
  return speech.plain(speech.choose(rig.community.person(person).language), text(key))
}

function cardIn(platform: SandboxPlatform, room: string): Promise<Target> {
  return eventually(platform, 'the card', () => {
    for (const seen of platform.history(room, 'olivia').map(seenOf)) {
      const claim = seen.buttons.find(({ label }) => label.includes('Claim'))
      if (claim) return { platform, room, message: seen.id, data: claim.data }
    }
    return undefined
  })
}

/** The card as everybody sees it now. */
export function cardText({ platform, room, message }: Target): string {
  const seen = platform.history(room, 'olivia').map(seenOf)
  return seen.find(({ id }) => id === message)?.text ?? ''
}

/** ms for a card's last edit: Telegram's limit of 20 messages a minute in a group may hold it up. */
const LAST_EDIT_MS = 30_000

/** Resolves when the card says that all is over, with the sum, and can no longer be claimed. */
export async function finalCard(target: Target): Promise<void> {
  const { platform, room, message } = target
  await eventually(platform, 'the final card', () => cardText(target).includes('All over!') || undefined, {
    ms: LAST_EDIT_MS,
    hint: () => cardText(target),
  })
  expect(cardText(target)).toContain(`${SHARES} of ${SHARES} claimed`)
  expect(cardText(target)).toContain('Paid 50 USDT, returned 0 USDT')
  const card = platform
    .history(room, 'olivia')
    .map(seenOf)
    .find(({ id }) => id === message)
  expect(card?.buttons.map(({ label }) => label)).toEqual(['🔍 Verify'])
}

/** `crowd-<from>` and the next ones, `count` people. */
export function crowd(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `crowd-${from + index}`)
}

/** Presses what the person's app showed a moment ago, which may have changed meanwhile. */
export function press(rig: Rig, person: string, target: Target): Promise<Outcome> {
  const { room, message, data } = target
  const raw = { room, message, data }
  if (target.platform === rig.discord) return rig.discord.pressRaw(person, raw).outcome
  return rig.telegram.pressRaw(person, raw)
}

/**
 * As `press`, and the platform delivers it twice: Discord at once, Telegram once the first has been dealt
 * with, because a poll gets its updates in their order.
 */
export async function pressReplayed(rig: Rig, person: string, target: Target): Promise<Outcome> {
  if (target.platform === rig.discord) {
    const { interaction, outcome } = rig.discord.pressRaw(person, target)
    rig.discord.replay(interaction)
    return outcome
  }
  const answered = press(rig, person, target)
  const { next } = (rig.telegram.snapshot() as { updates: { next: number } }).updates
  const outcome = await answered
  expect(rig.telegram.replay(next - 1)).toBe(true)
  return outcome
}

/** Presses that wait for their answers at the same time. */
const AT_ONCE = 1_000

/** Does all of it, `most` at a time: the next begins when one has ended. */
export async function atOnce<T>(
  all: readonly T[],
  task: (one: T) => Promise<unknown>,
  most = AT_ONCE,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await task(one)
  }
  await Promise.all(Array.from({ length: most }, worker))
}

/** What a person was told. Amounts in smallest units. */
export type Told =
  | { kind: 'paid' | 'already'; amount: bigint }
  | { kind: 'empty' }
  /** The platform gave up waiting for the bot. */
  | { kind: 'unanswered' }
  | { kind: 'other'; text: string }

/** Reads answers in the languages of the people who got them. */
export function reader(community: Rig['community']): (person: string, outcome: Outcome) => Told {
  const speech = words()
  const amount = { amount: 1_234_567n, asset: 'USDT' }
  const opening = (locale: string, key: string) =>
    speech.plain(locale, { key, params: { amount, left: 5 } }).split(/\d/)[0] ?? ''
  const read = (locale: string, text: string): Told => {
    for (const [kind, key] of [
      ['paid', 'claim-paid'],
      ['already', 'refusal-claimed-already'],
    ] as const) {
      const [, rest] = text.split(opening(locale, key))
      if (rest !== undefined) return { kind, amount: unitsOf(rest) }
    }
    const empty = speech.plain(locale, { key: 'refusal-packet-empty', params: { shares: SHARES } })
    return text.includes(empty) ? { kind: 'empty' } : { kind: 'other', text }
  }
  return (person, outcome) => {
    if (outcome.kind === 'timeout') return { kind: 'unanswered' }
    if (outcome.kind === 'impossible') return { kind: 'other', text: outcome.reason.code }
    return read(speech.choose(community.person(person).language), toldBy(outcome))
  }
}

/** `0.577929 USDT …` or `0,577929 USDT …` in units of 10⁻⁶. */
function unitsOf(text: string): bigint {
  const [, whole = '', decimals = ''] = /^(\d+)(?:[.,](\d{1,6}))?/.exec(text) ?? []
  if (whole === '') throw new Error(`no amount in “${text}”`)
  return BigInt(whole + decimals.padEnd(6, '0'))
}

/** Everything that was told, by person: one person may have pressed more than once. */
export function createTally(read: ReturnType<typeof reader>) {
  const told: { person: string; told: Told }[] = []
  return {
    add(person: string, outcome: Outcome): Told {
      const answer = read(person, outcome)
      told.push({ person, told: answer })
      return answer
    },
    count: (kind: Told['kind']) => told.filter((one) => one.told.kind === kind).length,
    /** What was told beside paid, already, empty and nothing, with the numbers taken out. */
    others: () => [
      ...new Set(told.flatMap((one) => (one.told.kind === 'other' ? [patternOf(one.told.text)] : []))),
    ],
    /** Who was told of a share of their own, and how much. */
    winners(): Map<string, bigint> {
      const winners = new Map<string, bigint>()
      for (const { person, told: answer } of told) {
        if (answer.kind !== 'paid' && answer.kind !== 'already') continue
        expect(winners.get(person) ?? answer.amount, `${person} is told one amount`).toBe(answer.amount)
        winners.set(person, answer.amount)
      }
      return winners
    },
    answers: () => told.length,
    paid: () => told.filter((one) => one.told.kind === 'paid').map(({ person }) => person),
  }
}

/**
 * Presses until there is an answer, as people do; a platform's own time limit paces it: the three seconds
 * that Discord gives are real ones, and the machine that runs the tests may be slow and busy.
 */
export async function pressUntilAnswered(
  rig: Rig,
  person: string,
  target: Target,
  tally: ReturnType<typeof createTally>,
  { look = () => {}, first = press }: { look?: () => void; first?: typeof press } = {},
): Promise<Told> {
  for (let tries = 0; tries < TRIES_MOST; tries++) {
    const told = tally.add(person, await (tries === 0 ? first : press)(rig, person, target))
    look()
    if (told.kind !== 'unanswered') return told
  }
  throw new Error(`${person} pressed ${TRIES_MOST} times and was never answered`)
}

const TRIES_MOST = Math.ceil((2 * PATIENCE_MS) / 3_000)

/**
 * Ends the bot in good order, lets the command line audit the books, and compares them with what people were
 * told:
 * `SHARES` claims, by as many people, of exactly `TOTAL`, and each of them told so.
 */
export async function assertBooks(
  rig: Rig,
  packet: string,
  winners: ReadonlyMap<string, bigint>,
): Promise<void> {
  expect(await rig.bot.stop()).toBe(0)
  const audit = await rig.cli('audit')
  expect(audit.said).toMatch(/\d+ checks, 0 findings/)
  expect(audit.exitCode).toBe(0)
  const storage = await rig.open()
  const { claims, lost } = await storage.read(async (work) => {
    const { packetClaims } = work.t
    const rows = await work.db.select().from(packetClaims).where(eq(packetClaims.packet, packet))
    const amounts = new Map(rows.map(({ member, amount }) => [member, amount]))
    const lost: string[] = []
    for (const [person, told] of winners) {
      const booked = amounts.get((await memberOf(work, accountOf(rig.community.person(person)))) ?? 0)
      if (booked !== told) lost.push(`${person} was told of ${told} and has ${booked ?? 'nothing'}`)
    }
    return { claims: rows, lost }
  })
  await storage.close()
  const untold = Math.max(0, claims.length - winners.size)
  const unpaid = Math.max(0, SHARES - claims.length)
  expectNothingLost([
    ...lost,
    ...Array.from({ length: untold }, () => 'somebody has a share and was never told'),
    ...Array.from({ length: unpaid }, () => 'a share of the packet was not paid'),
  ])
  expect(claims).toHaveLength(SHARES)
  expect(new Set(claims.map(({ member }) => member)).size).toBe(SHARES)
  expect(claims.reduce((sum, { amount }) => sum + amount, 0n)).toBe(TOTAL)
  expect(winners.size).toBe(SHARES)
}

/** Everyone in the crowd has both accounts, but uses one; the Telegram id finds those of the demo too. */
export function accountOf({ id, telegram, discord }: Person) {
  const usesDiscord = Number(id.replace('crowd-', '')) > PEOPLE / 2
  return usesDiscord
    ? { platform: 'discord' as const, id: discord.id }
    : { platform: 'telegram' as const, id: String(telegram.id) }
}
