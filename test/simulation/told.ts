/**
 * What people are told of shares and of packets they dropped is booked, and commands that were acknowledged
 * have left their trace. Judged at the very moment it is said, against the committed rows.
 */
import type { Call } from '../../src/interaction/call.js'
import type { Answer, View } from '../../src/interaction/view.js'
import { fromJson, toJson } from '../../src/kit/json.js'
import type { Text } from '../../src/kit/text.js'
import type { Books } from './books.js'
import type { History } from './history.js'
import { type News, nameOf } from './inward.js'

export interface Told {
  /** The app answers, or takes the news without a word. */
  answered(news: News, answer: Answer | undefined): void
  /** The platform will not bring it again: it has its effect, or never will. */
  acknowledged(news: News): void
  /** A message is shown to those it is for. */
  shown(view: View): void
  /** Calls whose answers are kept. */
  calls(): Call[]
  /** At the end: every call that was ever acknowledged and kept is still there. */
  kept(): string[]
}

/** What is said without the database; it binds nobody. */
const BARE = new Set([
  'outage',
  'outage-unknown',
  'refusal-too-fast',
  'refusal-cooldown',
  'refusal-command-unknown',
  'refusal-button-unknown',
  'refusal-words-left-over',
])
/** Calls that may be passed over in silence: free texts nobody asked for, and what comes too fast. */
const RECENT_MS = 120_000
const RECENT_MOST = 5
const COOL = new Set(['redpacket'])
const COOL_MS = 5_000
/** ms that answered calls are remembered: a platform repeats for a day at most. */
const REMEMBERED_MS = 72 * 3_600_000

type Amount = { amount: bigint; asset: string }

export function toldOf(history: History, books: Books): Told {
  const kept = new Map<string, { call: Call; answer: string; at: number }>()
  /** Calls that may have been passed over because they came too fast. */
  const busy = new Set<string>()
  const recent = new Map<string, { id: string; at: number }[]>()

  function stored(call: Call): string | null | undefined {
    const [row] = books.rows<{ answer: string | null }>(
      'select answer from calls where platform = ? and call = ?',
      call.platform,
      call.id,
    )
    return row?.answer
  }

  function judge(call: Call, answer: Answer | undefined): void {
    const row = stored(call)
    if (noteBusy(call)) busy.add(keyOf(call))
    if (answer) judgeAnswer(call, answer, row)
    if (typeof row !== 'string') return
    const known = kept.get(keyOf(call))
    if (known && known.answer !== row) history.violated(`the answer to ${call.id} has changed`)
    if (!known) {
      kept.set(keyOf(call), { call, answer: row, at: history.trueTime() })
      judgeView(fromJson<Answer>(row).view, call)
    }
  }

  function judgeAnswer(call: Call, answer: Answer, row: string | null | undefined): void {
    const [first] = answer.view.text
    // Of a call that comes once more it is said that it does; what is kept is what was said first.
    const { isRepeated: _, ...said } = answer
    if (row === toJson(said) || (answer.refused && BARE.has(first?.key ?? ''))) return
    if (typeof row === 'string')
      history.violated(`${call.id} is answered otherwise than it is kept: ${toJson(answer)} / ${row}`)
    else history.violated(`${call.id} is told ${first?.key} and nothing is committed`)
  }

  /** Whether this person may be told to be slower by now: by calls of theirs, or of this very command. */
  function noteBusy(call: Call): boolean {
    const now = history.scheduler.now()
    const command = commandOf(call)
    const person = `${call.platform}:${call.actor.id}`
    const isFast = noteRecent(person, call.id, now, RECENT_MS) > RECENT_MOST
    const isCool = COOL.has(command) && noteRecent(`${person} ${command}`, call.id, now, COOL_MS) > 1
    return isFast || isCool
  }

  /** How many calls, this one with them, there were lately under a key. */
  function noteRecent(key: string, id: string, now: number, ms: number): number {
    const before = (recent.get(key) ?? []).filter((one) => now - one.at < ms && one.id !== id)
    const all = [...before, { id, at: now }]
    recent.set(key, all)
    return all.length
  }

  function judgeView(view: View, call?: Call): void {
    for (const text of view.text) judgeText(text, call)
  }

  function judgeText({ key, params = {} }: Text, call?: Call): void {
    const amount = params.amount as Amount | undefined
    if (key === 'claim-paid' && amount && call) judgeClaim(call, amount)
    if (key === 'redpacket-dropped' && amount) {
      const rows = books.rows<{ total: bigint }>(
        'select sum(amount) as total from transfers where key = ?',
        `packet:fund:${params.packet}:0`,
      )
      if (rows[0]?.total !== amount.amount)
        history.violated(`${params.packet} was told as ${amount.amount}, booked ${rows[0]?.total}`)
    }
  }

  function judgeClaim(call: Call, { amount, asset }: Amount): void {
    const packet = packetOf(call)
    const rows = books.rows<{ packet: string; amount: bigint }>(
      `select c.packet, c.amount from packet_claims c join packets p on p.id = c.packet
       left join member_links l on l.gone = c.member
       join identities i on i.member = coalesce(l.person, c.member)
       where i.platform = ? and i.account = ? and p.asset = ? and (? is null or c.packet = ?)`,
      call.platform,
      call.actor.id,
      asset,
      packet,
      packet,
    )
    if (!rows.some((one) => one.amount === amount))
      history.violated(
        `${call.actor.name} was told ${amount} ${asset} of ${packet} and got ${rows.map((one) => one.amount).join() || 'nothing'}`,
      )
  }

  return {
    answered(news, answer) {
      if ('call' in news) judge(news.call, answer)
      else history.trace.add(`news ${nameOf(news)} taken`)
    },
    acknowledged(news) {
      if (!('call' in news)) return
      const { call } = news
      if (call.awaitsAnswer || busy.has(keyOf(call)) || !mustBeKept(call)) return
      if (stored(call) === undefined)
        history.violated(`${call.id} was acknowledged and left no trace: ${toJson(call.request)}`)
    },
    shown: (view) => judgeView(view),
    calls: () => [...kept.values()].map(({ call }) => call),
    kept() {
      const young = [...kept.values()].filter(
        ({ at }) => history.trueTime() + history.ahead - at < REMEMBERED_MS,
      )
      return young
        .filter(({ call, answer }) => stored(call) !== answer)
        .map(({ call }) => `${call.id} is forgotten`)
    },
  }
}

function keyOf({ platform, id }: Call): string {
  return `${platform}:${id}`
}

/** The packet whose claim button was pressed; null where a form asks for a passphrase first. */
function packetOf({ request }: Call): string | null {
  if (request.kind !== 'pressed' || !request.data.startsWith('1packet-claim:')) return null
  return request.data.split(':')[1] ?? null
}

function mustBeKept({ request }: Call): boolean {
  if (request.kind === 'typed') return !request.command.startsWith('x')
  return request.kind === 'opened'
}

/** What was typed or pressed; a cooldown counts both. */
function commandOf({ request }: Call): string {
  if (request.kind === 'typed') return request.command
  return request.kind === 'pressed' ? (request.data.slice(1).split(':')[0] ?? '') : ''
}
