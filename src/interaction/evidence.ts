/**
 * What must be there before the unit of work: what only the platform knows about a person, and what takes
 * long. Only when the command needs it.
 */
import { parseValues } from './arguments.js'
import { answersChosen, formAsked, type StepOrText } from './asked.js'
import type { Call, Concerned, Elsewhere, Place, Standing, Survey } from './call.js'
import type { AnyCommand, Look } from './command.js'
import type { Arrival, House } from './house.js'
import { asChoices } from './typed.js'

/** What a call will do, and where it takes effect: a form where it was begun. */
interface Effect {
  command: AnyCommand
  values: Record<string, string>
  place: Place
}

/**
 * The arrival with the standing that its command needs, in the place where the call will take effect. What
 * the platform sent along is about the place of the call: it says nothing about another one.
 */
export async function withEvidence(house: House, arrival: Arrival): Promise<Arrival> {
  const { call, intent } = arrival
  const effect =
    intent.kind === 'run' ? { ...intent, place: call.place } : await effectOfForm(house, call, intent)
  if (!effect) return arrival
  const look: Look = (task) => house.storage.read(task)
  await prepare(house, effect)
  const standing = await standingHere(house, call, effect, look)
  const there = await standingThere(house, call, effect)
  const concerned = await standingOfConcerned(house, effect, look)
  const survey = await surveyOf(house, call, effect, look)
  return { ...arrival, call: { ...call, standing, there, concerned, survey } }
}

/**
 * Where the call takes effect. Who answers from somewhere else may have left that place since, so they are
 * asked about wherever the command cares for it at all.
 */
async function standingHere(
  house: House,
  call: Call,
  effect: Effect,
  look: Look,
): Promise<Standing | undefined> {
  const isHere = isSame(effect.place, call.place)
  const asks = effect.command.who === 'moderator' || effect.command.needsStanding !== undefined
  if (isHere && (call.standing || !asks)) return call.standing
  const isReachable = effect.place.platform === call.platform
  const isNeeded = isReachable && ((!isHere && asks) || (await needsStanding(effect, look)))
  return isNeeded ? house.standing(call.actor, effect.place) : undefined
}

async function standingThere(
  house: House,
  { actor }: Call,
  { command, values }: Effect,
): Promise<Elsewhere | undefined> {
  const chat = command.actsIn?.(asChoices(command.facts, values))
  if (chat === undefined) return undefined
  const reached = await house.storage.read((work) => house.roster.reach(work, actor, chat))
  return reached && { chat, standing: await house.standing(reached.account, reached.place) }
}

const UNKNOWN: Standing = { membership: 'unknown', isAdmin: false, roles: [] }

async function standingOfConcerned(
  house: House,
  { command, values }: Effect,
  look: Look,
): Promise<Concerned | undefined> {
  const about = await command.concerns?.(look, asChoices(command.facts, values))
  if (!about) return undefined
  const reached = await look((work) => house.roster.find(work, about.member, about.chat))
  const standing = reached ? await house.standing(reached.account, reached.place) : UNKNOWN
  return { ...about, standing }
}

/** A private chat is nothing to measure. */
async function surveyOf(
  house: House,
  { platform }: Call,
  { command, values, place }: Effect,
  look: Look,
): Promise<Survey | undefined> {
  if (!command.surveys) return undefined
  const about = await command.concerns?.(look, asChoices(command.facts, values))
  const found = about && (await look((work) => house.roster.find(work, about.member, about.chat)))
  const where = found?.place ?? place
  const isGroup = where.kind === 'group' && (about === undefined || found !== undefined)
  return isGroup && (found || where.platform === platform) ? house.survey(where) : undefined
}

function isSame(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.chat === other.chat
}

async function effectOfForm(
  house: House,
  { actor, place }: Call,
  intent: StepOrText,
): Promise<Effect | undefined> {
  return house.storage.read(async (work) => {
    const member = await house.roster.memberOf(work, actor)
    if (member === undefined) return undefined
    const form = await formAsked(house, work, { member, place, intent, hold: 'look' })
    const command = form && house.catalogue.find(form.command)
    if (!form || !command) return undefined
    const origin = (await house.roster.chat(work, form.origin.chat)).place
    const { platform } = origin
    const chooser = { work, actor: { member }, spot: { chat: form.origin.chat }, platform }
    const answers = await answersChosen(chooser, command, form, intent)
    return { command, values: { ...form.answers, ...answers }, place: origin }
  })
}

async function needsStanding({ command, values }: Effect, look: Look): Promise<boolean> {
  if (command.who === 'moderator') return true
  return (await command.needsStanding?.(look, asChoices(command.facts, values))) === true
}

async function prepare({ world, storage }: House, { command, values }: Effect): Promise<void> {
  if (!command.beforehand) return
  const parsed = parseValues(command.args.shape, values)
  const look: Look = (task) => storage.read(task, 'at leisure')
  if (parsed.ok) await command.beforehand({ look, breathe: () => world.breathe() }, parsed.args)
}
