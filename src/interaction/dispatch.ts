/**
 * The one path of everything that comes in: what is meant → floods and cooldowns → what the platform knows of
 * the person → the unit of work: drop repeats, recognise the person, permission, arguments (missing ones
 * become a form), the handler → the answer.
 */
import { Outage } from '../kit/outage.js'
import { Refusal } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import { answering, askInstead, runAlone, tellRefusal } from './alone.js'
import { parseValues } from './arguments.js'
import type { Call } from './call.js'
import { Missing } from './command.js'
import { refusalView } from './contexts.js'
import { decode } from './decode.js'
import { bringStanding } from './evidence.js'
import { createGate, type Gate } from './gate.js'
import { createGatherer } from './gather.js'
import type { Arrival, HotArrival, House } from './house.js'
import { runTogether } from './together.js'
import type { Answer, View } from './view.js'

/**
 * Resolves after the commit, with the answer where the platform waits for one; any other answer is in the
 * outbox by then. Never rejects, except with an Outage for a typed call: nothing was kept of it, so
 * the platform must be made to deliver it again.
 */
export type Dispatch = (call: Call) => Promise<Answer | undefined>

export function createDispatch(house: House): Dispatch {
  const gate = createGate(house.world)
  const gatherers = new Map(
    house.catalogue.commands
      .filter(({ handleMany }) => handleMany)
      .map((one) => [one.name, createGatherer((hot: HotArrival[]) => runTogether(house, one, hot))]),
  )
  const answerTo: Dispatch = async (call) => {
    if (call.actor.isBot) return undefined
    const arrival = interpret(house, call, gate)
    if (!arrival) return undefined
    if (arrival instanceof Refusal) return tell(house, call, refusalView(arrival))
    try {
      await bringStanding(house, arrival)
      const hot = asHot(arrival)
      const gatherer = hot && gatherers.get(hot.command.name)
      return await (hot && gatherer ? gatherer.add(hot) : runAlone(house, arrival))
    } catch (error) {
      if (error instanceof Refusal) gate.forgive(call, arrival.intent)
      return await afterFailure(house, arrival, error)
    }
  }
  return async (call) => {
    const answer = await answerTo(call)
    return call.awaitsAnswer ? answer : undefined
  }
}

/** What is meant, or why it is refused before any database work; undefined when there is nothing to say. */
function interpret(house: House, call: Call, gate: Gate): Arrival | Refusal | undefined {
  try {
    const intent = decode(call, house.catalogue)
    if (!intent) return undefined
    if (call.actor.isAnonymous) return intent.kind === 'text' ? undefined : new Refusal('anonymous')
    const verdict = gate(call, intent)
    if (verdict === 'pass') return { call, intent }
    if (verdict !== 'silent') return verdict
    return call.awaitsAnswer ? new Refusal('too-fast', { wait: { duration: 1000 } }) : undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    house.log.error('a call could not be read', { platform: call.platform, call: call.id, error })
    return undefined
  }
}

function asHot({ call, intent }: Arrival): HotArrival | undefined {
  if (intent.kind !== 'run' || !intent.command.handleMany) return undefined
  const parsed = parseValues(intent.command.args.shape, intent.values)
  return parsed.ok ? { call, intent, command: intent.command, args: parsed.args } : undefined
}

/** A refusal or a mistake rolled everything back; what is said about it is kept by a unit of its own. */
async function afterFailure(
  house: House,
  { call, intent }: Arrival,
  error: unknown,
): Promise<Answer | undefined> {
  if (error instanceof Missing && intent.kind === 'run') {
    return askInstead(house, call, intent.command, intent.values, error).catch((later: unknown) =>
      afterFailure(house, { call, intent }, later),
    )
  }
  if (error instanceof Refusal) {
    const keep = () => tellRefusal(house, { call, intent }, error)
    return given(house, call, refusalView(error), keep)
  }
  if (error instanceof Outage) return away(house, call, error)
  return tell(house, call, apology(house, call, error))
}

/** Says no, or sorry. */
function tell(house: House, call: Call, view: View): Promise<Answer | undefined> {
  const shown: View = call.actor.isAnonymous ? { ...view, audience: 'everyone' } : view
  return given(house, call, shown, () => answering(house, call, async () => shown, true))
}

/** An answer that awaits is given even when it cannot be kept. */
async function given(
  house: House,
  call: Call,
  view: View,
  keep: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  try {
    return await keep()
  } catch (error) {
    if (error instanceof Outage) return away(house, call, error)
    house.log.error('an answer could not be kept', { platform: call.platform, call: call.id, error })
    return bare(house, call, view)
  }
}

function apology(house: House, call: Call, error: unknown): View {
  const reference = house.world.newId().slice(0, 8)
  house.log.error('a mistake of ours', { reference, platform: call.platform, call: call.id, error })
  return { text: [text('mistake', { reference })], tone: 'refusal' }
}

function away(house: House, call: Call, outage: Outage): Answer | undefined {
  house.log.warn('the database is away', { platform: call.platform, call: call.id, error: outage })
  if (!call.awaitsAnswer) throw outage
  const words = text(outage.outcome === 'unknown' ? 'outage-unknown' : 'outage')
  return bare(house, call, { text: [words], tone: 'refusal' })
}

/** An answer without the database: in the language the platform names. */
function bare(house: House, call: Call, view: View): Answer {
  return { view, locale: house.speech.choose(call.actor.language, call.place.language), refused: true }
}
