/** What must be so when all is quiet: messages delivered, cards final, nothing left undone. */
import { fromJson } from '../../src/kit/json.js'
import { unsettledBadges } from './badges-shown.js'
import type { Fate } from './board.js'
import type { Books } from './books.js'
import type { Server } from './platforms.js'

interface Row {
  id: bigint
  key: string
  class: 'edit' | 'receipt' | 'post'
  state: 'queued' | 'leased' | 'sent' | 'unknown' | 'dead'
  platform: 'telegram' | 'discord'
  account: string | null
  content: string
  last_error: string | null
  created_at: bigint
  settled_at: bigint | null
}

/** Doubts after which a receipt is given up: it is sent once more, and marked. */
const DOUBTS_MOST = 2
/** A message is given up after a day (same source), by a clock that may be wrong by minutes. */
const AGE_MOST_MS = 23 * 3_600_000
const GIVEN_UP = new Set(['the bot has left the chat'])

export type ServerOf = (name: 'telegram' | 'discord') => Server

/** Every message after `first`: delivered, or known why not; and not more often than can be explained. */
export function wrongMessages(books: Books, first: bigint, server: ServerOf): string[] {
  const rows = books.rows<Row>('select * from outbox where id > ? order by id', first)
  return rows.flatMap((row) => {
    const fate = server(row.platform).board.fates.get(row.key) ?? {
      effects: 0,
      chats: new Set(),
      doubts: 0,
      refused: undefined,
    }
    const seen = { ...fate, chats: [...fate.chats] }
    const what = `${row.key} (${row.state}, ${row.last_error ?? 'no error'}, ${JSON.stringify(seen)})`
    const wanted = Math.max(1, fate.chats.size)
    if (row.class !== 'edit' && fate.effects > wanted + fate.doubts) return [`sent too often: ${what}`]
    return isExplained(row, fate, books) ? [] : [`not delivered: ${what}`]
  })
}

function isExplained(row: Row, fate: Fate, books: Books): boolean {
  const { class: kind, state, content, last_error: error } = row
  switch (state) {
    case 'queued':
      return row.key.startsWith('badge:')
    case 'leased':
      return false
    case 'sent':
      return (
        kind === 'edit' ||
        fate.effects > 0 ||
        isGone(content, books) ||
        isWorthless(row) ||
        isOldNews(row, books) ||
        isNoBusinessOf(row, books)
      )
    case 'unknown':
      return kind === 'post' && fate.doubts > 0
    case 'dead':
      return (
        isMoot(content) ||
        fate.refused !== undefined ||
        fate.doubts >= DOUBTS_MOST ||
        isOld(row) ||
        GIVEN_UP.has(error ?? '')
      )
  }
}

/** A deed: what the platforms show in the end is held against the rows (`badges-shown.ts`). */
function isMoot(content: string): boolean {
  return fromJson<{ kind: string }>(content).kind === 'deed'
}

/** The bot was down for days meanwhile. */
function isOld({ created_at: made, settled_at: settled }: Row): boolean {
  return settled !== null && Number(settled - made) > AGE_MOST_MS
}

/** ms after which an answer in a group is left out for want of a private chat. */
const NOISE_MS = 90_000

interface Said {
  key: string
  params?: { wait?: { duration: number } }
}

/** An answer in a group that says to wait, and the wait is over; or that has found no way for minutes. */
function isWorthless({ content, created_at: made, settled_at: settled, last_error: error }: Row): boolean {
  const ageMs = Number((settled ?? made) - made)
  const isOver = ({ key, params }: Said) =>
    /^refusal-(too-fast|cooldown)$/.test(key) && (params?.wait?.duration ?? ageMs) < ageMs
  const { view } = fromJson<{ view?: { text: Said[] } }>(content)
  return view?.text.some(isOver) === true || (error === 'there is no private chat' && ageMs > NOISE_MS)
}

/** What staff are told of a paper, by its key; the row by which it is old; and which desk shows the paper. */
const NEWS: readonly [key: RegExp, old: string, queue: string][] = [
  [
    /^application:(\d+):(?:arrived|answered|handed|talk):(\d+)\b/,
    // An appeal that was decided with no change leaves the version as it was.
    `select 1 from applications where id = ?
      and (version > ? or (state = 'rejected' and appeal_decided_at is not null))`,
    'applications',
  ],
  [
    /^application:(\d+):talk-answered:(\d+):(\d+)\b/,
    'select 1 from applications where id = ? and (version > ? or revision > ?)',
    'none',
  ],
  [
    /^application:(\d+):appealed:/,
    "select 1 from applications where id = ? and (state <> 'rejected' or appeal_decided_at is not null)",
    'none',
  ],
  [
    /^application:(\d+):proposed:(\d+)\b/,
    'select 1 from application_proposals where application = ? and id = ? and ended_at is not null',
    'applications',
  ],
  [/^application:(\d+):late:/, 'select 1 from applications where id = ? and promised_at is null', 'none'],
  [
    /^case:(\d+):case-(?:arrived|waits|remind-\w+|replied-told|appealed-\w+):(\d+)\b/,
    'select 1 from cases where id = ? and version > ?',
    'cases',
  ],
  [
    /^case:(\d+):case-told-(?:agreed|otherwise):/,
    "select 1 from cases where id = ? and appeal_verdict in ('reduced', 'overturned')",
    'none',
  ],
  [/^change:(\d+):waits\b/, "select 1 from partner_changes where id = ? and state <> 'proposed'", 'none'],
  [/^report:(\d+):arrived\b/, "select 1 from reports where id = ? and state <> 'open'", 'cases'],
]

/** News for those who have a right, by its key. */
const BY_RIGHT =
  /^(?:application:\d+:(?:arrived|answered|handed|talk(?:-answered)?|appealed|proposed|late)|case:\d+:case-[\w-]+|change:\d+:(?:waits|arrived)|report:\d+:arrived|partner:\d+:return):/

/** An appeal that nobody could decide is told to others than one that somebody can by now. */
const HELP = /^(?:application:\d+:appealed|case:\d+:case-appealed-nobody):/

/**
 * What takes a right from a reader: a role that is gone, a report of their own, two who turned out to be one,
 * another region of a partner.
 */
const LOST = `select 1 from facts where at between ? and ? and (kind = 'people-joined'
  or kind = 'partner-change-moved' and details like '%"to":"done"%'
  or kind = 'role-granted' and ? = 1
  or kind = 'role-revoked' and subject in (select 'member:' || member from identities
    where platform = ? and account = ?)
  or kind = 'report-made' and actor in (select 'member:' || member from identities
    where platform = ? and account = ?))`

/** News that is told to nobody who may not have it any more. */
function isNoBusinessOf({ key, platform, account, ...row }: Row, books: Books): boolean {
  if (!BY_RIGHT.test(key)) return false
  const { created_at: made, settled_at: settled } = row
  const reader = [platform, account] as const
  const mayHelp = HELP.test(key) ? 1n : 0n
  return books.rows(LOST, made, settled ?? made, mayHelp, ...reader, ...reader).length > 0
}

/** News of a paper that has moved on, or that a desk shows by now, is left out: it would mislead. */
function isOldNews({ key, created_at: made, settled_at: settled }: Row, books: Books): boolean {
  const named = `select 1 from facts
    where kind = 'desk-named' and at between ? and ? and details like ?`
  return NEWS.some(([pattern, old, queue]) => {
    const [, ...numbers] = pattern.exec(key) ?? []
    if (numbers.length === 0) return false
    if (books.rows(old, ...numbers.map(BigInt)).length > 0) return true
    return books.rows(named, made, settled ?? made, `%"queue":"${queue}"%`).length > 0
  })
}

/** A card whose message is known to be gone is not sent. */
function isGone(content: string, books: Books): boolean {
  const parsed = fromJson<{ kind: string; card?: number }>(content)
  if (parsed.kind !== 'card') return false
  const [card] = books.rows<{ gone: bigint }>('select gone from cards where id = ?', BigInt(parsed.card ?? 0))
  return card?.gone === 1n
}

interface CardRow {
  packet: string
  state: string
  draw: string
  entered: bigint
  paid: bigint
  total: bigint
  message: string | null
  platform: 'telegram' | 'discord'
}

/** Each card of a packet that is over shows its end and its sums. */
export function wrongCards(books: Books, server: ServerOf): string[] {
  const cards = books.rows<CardRow>(
    `select p.id as packet, p.state, p.draw, p.paid, p.total, c.message, h.platform,
       (select count(*) from packet_entries e where e.packet = p.id) as entered
     from cards c join packets p on p.id = c.subject and c.kind = 'packet' join chats h on h.id = c.chat
     where p.ended_at is not null and c.gone = 0 and h.state = 'active'`,
  )
  return cards.flatMap((card) => {
    const { packet, state, paid, total, message, platform } = card
    if (message === null) return [`the card of ${packet} was never posted`]
    const shown = server(platform).board.messages.get(message)
    if (!shown) return [`the card of ${packet} is message ${message}, which nobody has`]
    const texts = shown.view.text
    const sum = texts.find(({ key }) => key === 'packet-card-sum')?.params
    const isFinal = texts.some(({ key }) => key === endingOf(card))
    const isRight = amountOf(sum?.paid) === paid && amountOf(sum?.returned) === total - paid
    return isFinal && isRight
      ? []
      : [`the card of ${packet} does not show its end (${state}): ${texts.map((one) => one.key)}`]
  })
}

/** A draw that nobody entered says so instead of how it ended. */
function endingOf({ state, draw, entered }: CardRow): string {
  const isEmptyDraw = draw === 'window' && state === 'closed' && entered === 0n
  return isEmptyDraw ? 'packet-card-nobody' : `packet-card-${state}`
}

function amountOf(param: unknown): bigint | undefined {
  return typeof param === 'object' && param !== null && 'amount' in param
    ? (param.amount as bigint)
    : undefined
}

/**
 * Messages on their way. A badge that is only looked at again, once in an hour, is not waited for: that is
 * put off by up to 50 minutes.
 */
const LIVE = `select key from outbox where state in ('queued', 'leased')
  and not (key like 'badge:%' and state = 'queued' and not_before > ? + 60000)`

/**
 * What time ends in the papers, and has not ended. A termination waits for its appeal, and a suspension that
 * one person laid for whoever agrees to what is proposed, or declines.
 */
const OVERDUE = [
  ['application', 'select id from applications where due_at <= ?'],
  ['case', 'select id from cases where due_at <= ?'],
  [
    'sanction',
    `select s.id from partner_sanctions s join partners p on p.id = s.partner
     where s.undone_at is null and s.until <= ? and (p.state = 'suspended' and s.kind = 'suspension'
       and not exists (select 1 from cases c where c.partner = s.partner and c.state = 'deciding'
         and c.proposal is not null and (s."case" is null or s."case" = c.id))
       or p.state = 'terminating' and s.kind = 'termination'
       and not exists (select 1 from cases c where c.id = s."case" and c.state = 'appealed'))`,
  ],
] as const

/** What is due and not done, at the app's own time. */
export function undone(books: Books, now: number): string[] {
  const at = BigInt(now)
  const live = books.rows<{ key: string }>(LIVE, at)
  const due = books.rows<{ id: string }>(
    'select id from packets where ended_at is null and expires_at <= ?',
    at,
  )
  const terms = OVERDUE.flatMap(([what, query]) =>
    books.rows<{ id: bigint }>(query, at).map(({ id }) => `the term of ${what} ${id}`),
  )
  return [
    ...live.map(({ key }) => `the message ${key}`),
    ...due.map(({ id }) => `the end of packet ${id}`),
    ...terms,
    ...unsettledBadges(books),
  ]
}
