/** Many calls of one hot command, one unit of work; each answered by itself. */
import { must, Refusal } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import { PLATFORM_NAMES } from './call.js'
import { type AnyCommand, Missing, type Outcome, permissionRefusal } from './command.js'
import { type Concluded, concludeAll } from './conclude.js'
import { answerFrom, keyOf, type Meeting, meetingsOf, refusalView } from './contexts.js'
import type { HotArrival, House } from './house.js'
import { type Remembered, rememberedAnswers } from './repeats.js'
import { unit } from './unit.js'
import type { Answer } from './view.js'

interface Judged {
  arrival: HotArrival
  meeting: Meeting
  outcome: Outcome
}

/**
 * Answers in the order of the arrivals, all committed; Missing where somebody must be asked for more, which
 * is a unit of its own and of theirs: it can fail or wait without harm to those who have their answer.
 */
export async function runTogether(
  house: House,
  command: AnyCommand,
  arrivals: HotArrival[],
): Promise<(Answer | Missing | undefined)[]> {
  const { known, missing } = await unit(house, (work) => together(house, work, command, arrivals))
  return arrivals.map(({ call }) => missing.get(keyOf(call)) ?? known.get(keyOf(call))?.answer)
}

async function together(house: House, work: Work, command: AnyCommand, arrivals: HotArrival[]) {
  const known = await rememberedBefore(work, arrivals)
  const fresh = firstOfEach(arrivals).filter(({ call }) => !known.has(keyOf(call)))
  const judged = await judge(house, work, command, fresh)
  const concluded = judged.flatMap(concludedOf)
  await concludeAll(work, concluded)
  for (const { call, answer } of concluded) known.set(keyOf(call), { answer })
  const missing = new Map<string, Missing>()
  for (const { arrival, outcome } of judged)
    if (outcome instanceof Missing) missing.set(keyOf(arrival.call), outcome)
  return { known, missing }
}

async function judge(house: House, work: Work, command: AnyCommand, fresh: HotArrival[]): Promise<Judged[]> {
  const meetings = await meetingsOf(
    house,
    work,
    fresh.map(({ call }) => call),
  )
  const met = fresh.map((arrival, at) => ({ arrival, meeting: must(meetings[at], 'everyone is recognised') }))
  const refusals = met.map(({ meeting }) => permissionRefusal(command, meeting))
  const admitted = met.filter((_, at) => !refusals[at])
  const outcomes = await must(command.handleMany, 'a hot command takes a list')(
    work,
    admitted.map(({ arrival, meeting }) => ({ context: meeting, args: arrival.args })),
  )
  const judgedBy = new Map(admitted.map((one, at) => [one, outcomes[at]]))
  return met.map((one, at) => ({
    ...one,
    outcome: must(refusals[at] ?? judgedBy.get(one), 'an outcome for each'),
  }))
}

function concludedOf({ arrival: { call }, meeting, outcome }: Judged): Concluded[] {
  if (outcome instanceof Missing) return []
  const refused = outcome instanceof Refusal
  const answer = answerFrom(meeting, refused ? refusalView(outcome) : outcome, refused)
  return [{ call, meeting, answer }]
}

/** A call twice in one unit would be remembered twice, and the unit of everybody would fail by it. */
function firstOfEach(arrivals: HotArrival[]): HotArrival[] {
  return [...new Map(arrivals.map((one) => [keyOf(one.call), one])).values()]
}

async function rememberedBefore(work: Work, arrivals: HotArrival[]): Promise<Map<string, Remembered>> {
  const known = new Map<string, Remembered>()
  for (const platform of PLATFORM_NAMES) {
    const ids = arrivals.flatMap(({ call }) => (call.platform === platform ? [call.id] : []))
    if (ids.length === 0) continue
    const found = await rememberedAnswers(work, platform, ids)
    for (const [id, remembered] of found) known.set(keyOf({ platform, id }), remembered)
  }
  return known
}
