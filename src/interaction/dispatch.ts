/**
 * The one path of everything that comes in: what is meant → floods and cooldowns → what the platform knows of
 * the person → the unit of work: drop repeats, recognise the person, permission, arguments (missing ones
 * become a form), the handler → the answer.
 */
import { Kept } from '../kit/kept.js'
import { Outage } from '../kit/outage.js'
import { Refusal } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import { answering, askInstead, runAlone, tellRefusal } from './alone.js'
import { parseValues } from './arguments.js'
import type { Call } from './call.js'
import { Missing } from './command.js'
import { refusalView } from './contexts.js'
import { decode, type Intent } from './decode.js'
import { withEvidence } from './evidence.js'
import { createGate, type Gate } from './gate.js'
import { createGatherer, type Gatherer } from './gather.js'
import type { Arrival, HotArrival, House } from './house.js'
import { createPieces } from './pieces.js'
import { isAsked } from './question.js'
import { runTogether } from './together.js'
import type { Answer, View } from './view.js'

/**
 * Resolves after the commit, with the answer where the platform waits for one; any other answer is in the
 * outbox by then. Never rejects, except with an Outage for a typed call: nothing was kept of it, so
 * the platform must be made to deliver it again.
 */
export type Dispatch = (call: Call) => Promise<Answer | undefined>

/** People whose language is kept in mind, for answers that must do without the database. */
const LANGUAGES_KEPT = 10_000

/** The house, and what this process remembers of those it has answered. */
interface Desk extends House {
  languages: Kept<string>
}

export function createDispatch(given: House): Dispatch {
  const house: Desk = { ...given, languages: new Kept(LANGUAGES_KEPT) }
  const gate = createGate(house.world)
  const isRest = createPieces()
  const gatherers = new Map(
    house.catalogue.commands
      .filter(({ handleMany }) => handleMany)
      .map((one) => [
        one.name,
        // The command as it is by then: the programme may have changed.
        createGatherer((hot: HotArrival[]) => {
          return runTogether(house, house.catalogue.find(one.name) ?? one, hot)
        }, house.world),
      ]),
  )
  const answerTo: Dispatch = async (call) => {
    // Who hides behind a group or a channel speaks through a bot of Telegram's, and is told why not.
    if (call.actor.isBot && !call.actor.isAnonymous) return undefined
    if (isRest(call)) return undefined
    const read = interpret(house, call, gate)
    if (!read) return undefined
    if (read instanceof Refusal) return turnAway(house, call, refusalView(read))
    let arrival = read
    try {
      arrival = await withEvidence(house, arrival)
      return await carryOut(house, arrival, gatherers)
    } catch (error) {
      if (error instanceof Refusal || error instanceof Missing) gate.forgive(call, arrival.intent)
      return await afterFailure(house, arrival, error)
    }
  }
  return async (call) => {
    const answer = await answerTo(call)
    if (answer && answer.view.audience !== 'everyone') house.languages.set(accountKey(call), answer.locale)
    return call.awaitsAnswer ? answer : undefined
  }
}

/** What is meant, or why it is refused before any database work; undefined when there is nothing to say. */
function interpret(house: Desk, call: Call, gate: Gate): Arrival | Refusal | undefined {
  const meant = meaningOf(house, call)
  if (!meant) return undefined
  const verdict = gate(call, meant instanceof Refusal ? undefined : meant)
  if ('refusal' in verdict) return call.awaitsAnswer || !verdict.told ? verdict.refusal : undefined
  if (!(meant instanceof Refusal))
    return { call, intent: meant, missed: verdict.missed, cooldown: gate.cooldownOf(call) }
  gate.forgive(call, undefined)
  return meant
}

function meaningOf({ catalogue, log, speech }: Desk, call: Call): Intent | Refusal | undefined {
  try {
    const intent = decode(call, catalogue)
    if (intent?.kind === 'run' && !isWhole(intent, speech)) return new Refusal('button-unknown')
    if (!intent || !call.actor.isAnonymous) return intent
    return intent.kind === 'text' ? undefined : new Refusal('anonymous')
  } catch (error) {
    if (error instanceof Refusal) return error
    log.error('a call could not be read', { platform: call.platform, call: call.id, error })
    return undefined
  }
}

/** Whatever is missing can be asked for; else it is a button that we did not make. */
function isWhole({ command, values }: Intent & { kind: 'run' }, speech: House['speech']): boolean {
  const missing = command.facts.filter(({ name, required }) => required && !Object.hasOwn(values, name))
  return missing.every(({ name }) => isAsked(speech, command, name))
}

type Gatherers = ReadonlyMap<string, Gatherer<HotArrival, Answer | Missing | undefined>>

/** By itself, or in a unit of work with others of its kind. Throws what stands in the way. */
async function carryOut(house: House, arrival: Arrival, gatherers: Gatherers): Promise<Answer | undefined> {
  const hot = asHot(arrival)
  const gatherer = hot && gatherers.get(hot.command.name)
  if (!hot || !gatherer) return runAlone(house, arrival)
  const outcome = await gatherer.add(hot)
  if (outcome instanceof Missing) throw outcome
  return outcome
}

function asHot({ call, intent }: Arrival): HotArrival | undefined {
  if (intent.kind !== 'run' || !intent.command.handleMany) return undefined
  const parsed = parseValues(intent.command.args.shape, intent.values)
  return parsed.ok ? { call, intent, command: intent.command, args: parsed.args } : undefined
}

/** A refusal or a mistake rolled everything back; what is said about it is kept by a unit of its own. */
async function afterFailure(house: Desk, arrival: Arrival, error: unknown): Promise<Answer | undefined> {
  const { call, intent } = arrival
  if (error instanceof Missing && intent.kind === 'run') {
    return askInstead(house, call, intent, error).catch((later: unknown) =>
      afterFailure(house, arrival, later),
    )
  }
  if (error instanceof Refusal) {
    const keep = () => tellRefusal(house, arrival, error)
    return given(house, call, refusalView(error), keep)
  }
  if (error instanceof Outage) return away(house, call, error)
  return tell(house, call, apology(house, call, error))
}

/** Says no before any database work where somebody waits for it; else it is a message like any other. */
async function turnAway(house: Desk, call: Call, view: View): Promise<Answer | undefined> {
  return call.awaitsAnswer ? bare(house, call, shownTo(call, view)) : tell(house, call, view)
}

/** Says no, or sorry, and keeps it. */
function tell(house: Desk, call: Call, view: View): Promise<Answer | undefined> {
  const shown = shownTo(call, view)
  return given(house, call, shown, () => answering(house, call, async () => shown, true))
}

/** Nobody could show an anonymous admin anything in private. */
function shownTo({ actor }: Call, view: View): View {
  return actor.isAnonymous ? { ...view, audience: 'everyone' } : view
}

/** An answer that awaits is given even when it cannot be kept. */
async function given(
  house: Desk,
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

function apology(house: Desk, call: Call, error: unknown): View {
  const reference = house.world.newId().slice(0, 8)
  house.log.error('a mistake of ours', { reference, platform: call.platform, call: call.id, error })
  return { text: [text('mistake', { reference })], tone: 'refusal' }
}

function away(house: Desk, call: Call, outage: Outage): Answer | undefined {
  house.log.warn('the database is away', { platform: call.platform, call: call.id, error: outage })
  if (!call.awaitsAnswer) throw outage
  const words = text(outage.outcome === 'unknown' ? 'outage-unknown' : 'outage')
  return bare(house, call, { text: [words], tone: 'refusal' })
}

/** An answer without the database: in the language this person was last answered in, else their app's. */
function bare({ languages, speech }: Desk, call: Call, view: View): Answer {
  const known = view.audience === 'everyone' ? undefined : languages.get(accountKey(call))
  return { view, locale: known ?? speech.choose(call.actor.language, call.place.language), refused: true }
}

function accountKey({ platform, actor }: Call): string {
  return `${platform}:${actor.id}`
}
