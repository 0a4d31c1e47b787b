/**
 * The quiet time at the end: the clock is put right, nothing fails any more, and everything that is due must
 * be done within a bounded time. Then all promises are checked.
 */
import type { Place } from '../../src/interaction/call.js'
import { wrongBadges } from './badges-shown.js'
import { undone, wrongCards, wrongMessages } from './ending.js'
import { CALM } from './mood.js'
import { wrongPapers } from './papers.js'
import type { Stage } from './stage.js'

/** ms of quiet within which all must be done: longer than the longest back-off, twelve times over. */
const QUIET_MOST_MS = 3_600_000
/** ms between two looks whether it is. */
const LOOK_MS = 1_000
/** Calls that come once more at the end. */
const REPLAYED = 6
/** Of histories: the short lives of packets are waited for. */
const WAITED = 0.3
const SHORT_LIFE_MS = 310_000
/** Of histories in which the programme is at work: the bot is away until all terms are over. */
const LONG_AWAY = 0.3
const WEEKS_MS = 22 * 86_400_000

/** Stops that people have laid. What a sanction has laid ends with it. */
const STOPS = `select scope from freezes where lifted_at is null and scope not like 'spender:%'`

export async function closeDown(stage: Stage): Promise<void> {
  const { history, books } = stage
  const chance = history.chance('closing')
  quieten(stage)
  await restartWhereClockJumped(stage)
  await quiet(stage)
  for (let round = 0; round < 3 && liftStops(stage) > 0; round++) await quiet(stage)
  if (chance.happens(WAITED)) {
    await passes(stage, SHORT_LIFE_MS)
    await quiet(stage)
  }
  const kept = books.rows<{ call: string }>('select call from calls order by at desc, call')
  replay(
    stage,
    kept.map(({ call }) => call).filter(() => chance.happens(REPLAYED / (kept.length + 1))),
  )
  await quiet(stage)
  if (stage.isOffice && chance.happens(LONG_AWAY)) await isAwayForWeeks(stage)
  await judge(stage)
}

function quieten({ history, crowd, server }: Stage): void {
  history.trace.add('quiet')
  history.mood = CALM
  history.ahead = Math.max(0, history.ahead, history.furthest)
  crowd.rest()
  for (const name of ['telegram', 'discord'] as const) server(name).shut.clear()
}

/** A clock that was put right is believed after a restart; what is due by time waits for that. */
async function restartWhereClockJumped(stage: Stage): Promise<void> {
  const { history } = stage
  if (!history.hasJumped) return
  await isUp(stage)
  void stage.stop()
  await history.scheduler.run(() => history.violations.length > 0 || stage.app() === undefined)
}

/** Leases, replies, appeals, suspensions, drafts: all are over by the time that it is back. */
async function isAwayForWeeks(stage: Stage): Promise<void> {
  const { history } = stage
  const back = history.scheduler.now() + WEEKS_MS
  void stage.stop(WEEKS_MS)
  await history.scheduler.run(() => history.violations.length > 0 || history.scheduler.now() >= back)
  await quiet(stage)
}

function isUp(stage: Stage): Promise<void> {
  const { history } = stage
  return history.scheduler.run(() => history.violations.length > 0 || stage.app() !== undefined)
}

async function passes({ history }: Stage, ms: number): Promise<void> {
  const until = history.scheduler.now() + ms
  await history.scheduler.run(() => history.violations.length > 0 || history.scheduler.now() >= until)
}

/** Until everybody is heard, everything due is done and every message is on its way no more. */
async function quiet(stage: Stage): Promise<void> {
  const { history, books, server } = stage
  await isUp(stage)
  const until = history.scheduler.now() + QUIET_MOST_MS
  let left = ['all']
  while (left.length > 0 && history.violations.length === 0) {
    await passes(stage, LOOK_MS)
    if (!stage.app()) continue
    const silent = (['telegram', 'discord'] as const).filter((name) => !server(name).inward.isIdle())
    const stops = books.rows(STOPS)
    const due = undone(books, history.trueTime() + history.ahead).filter(
      (one) => stops.length === 0 || !one.startsWith('the end'),
    )
    left = [...silent.map((name) => `what people said on ${name}`), ...due]
    if (history.scheduler.now() > until)
      history.violated(`after an hour of quiet is still undone: ${left.join(', ')}`)
  }
}

/** The owner lifts what was stopped; says how much it was. */
function liftStops({ books, crowd, town }: Stage): number {
  const stops = books.rows<{ scope: string }>(STOPS)
  const [owner] = town.people
  const [home] = town.groups
  if (!owner || !home) return 0
  for (const { scope } of stops) {
    const [kind, id = ''] = scope.split(':')
    const lift = (place: Place, what: string, values: Record<string, string>) =>
      crowd.types(owner, place, {
        command: 'freeze',
        words: `${what} lift${values.person ? ` person=${values.person}` : ''}`,
        values: { scope: what, action: 'lift', ...values },
      })
    if (kind === 'programme') lift(home, 'everything', {})
    else if (kind === 'member') lift(home, 'person', { person: `#${id}` })
    else {
      const [chat] = books.rows<{ platform: string; native: string }>(
        'select platform, native from chats where id = ?',
        BigInt(id),
      )
      const group = town.groups.find(
        ({ platform, chat: native }) => platform === chat?.platform && native === chat.native,
      )
      lift(group ?? home, 'here', {})
    }
  }
  return stops.length
}

/** What was said before is said again, and must get the same answer; `told.ts` compares. */
function replay({ told, server }: Stage, ids: readonly string[]): void {
  for (const call of told.calls()) if (ids.includes(call.id)) server(call.platform).inward.takes({ call })
}

async function judge(stage: Stage): Promise<void> {
  const { history, books, told, server, firstMessage } = stage
  const app = stage.app()
  if (!app || history.violations.length > 0) return
  for (const wrong of [
    ...books.audit(),
    ...told.kept(),
    ...wrongMessages(books, firstMessage, server),
    ...wrongCards(books, server),
    ...wrongPapers(books.rows),
    ...(stage.isOffice ? wrongBadges(books, server) : []),
  ])
    history.violated(wrong)
  let isDone = false
  // Requests that nobody decided hold money, in a history whose bot may have been down for days.
  const findings = app.audit().then((found) => found.filter(({ check }) => check !== 'ledger-holds'))
  findings
    .then((found) => {
      for (const one of found) history.violated(`the app finds: ${JSON.stringify(one)}`)
      return app.stop()
    })
    .then(
      () => {
        isDone = true
      },
      (error: unknown) => history.violated(`the app does not end: ${error}`),
    )
  await history.scheduler.run(() => isDone || history.violations.length > 0)
  history.trace.add(digestOf(stage))
}

/** Every row that is told to anybody, in a line. */
function digestOf({ books }: Stage): string {
  const transfers = books.rows<{ hash: Buffer }>('select hash from transfers order by id desc limit 1')
  const calls = books.rows<{ call: string; answer: string | null }>(
    'select call, answer from calls order by platform, call',
  )
  const outbox = books.rows<{ key: string; state: string; content: string }>(
    'select key, state, content from outbox order by id',
  )
  const facts = books.rows<Record<string, unknown>>('select * from facts order by id desc limit 1')
  return JSON.stringify(
    { head: transfers[0]?.hash.toString('hex'), calls, outbox, facts },
    (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  )
}
