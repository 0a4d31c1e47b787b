/**
 * What only the platform knows about a person, asked for before the unit of work and only when the command
 * needs it.
 */
import type { Work } from '../storage/storage.js'
import { asChoices } from './arguments.js'
import { answersIn, formAsked, type StepOrText } from './asked.js'
import type { Call, Place } from './call.js'
import type { AnyCommand } from './command.js'
import type { Arrival, House } from './house.js'

/** Where a call takes effect, and whether the command must know how the person stands there. */
interface Effect {
  place: Place
  needed: boolean
}

/**
 * Puts `call.standing` in place for a command that needs it, in the place where the call will take effect.
 * What the platform sent along is about the place of the call: it says nothing about another one.
 */
export async function bringStanding(house: House, { call, intent }: Arrival): Promise<void> {
  const effect =
    intent.kind === 'run'
      ? await effectOfCommand(house, call, intent.command, intent.values)
      : await house.storage.read((work) => effectOfForm(house, work, call, intent))
  if (!effect) return
  if (call.standing && isSame(effect.place, call.place)) return
  call.standing = effect.needed ? await house.standing(call.actor, effect.place) : undefined
}

function isSame(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.chat === other.chat
}

async function effectOfCommand(
  house: House,
  { place }: Call,
  command: AnyCommand,
  values: Record<string, string>,
): Promise<Effect | undefined> {
  if (command.who !== 'moderator' && command.needsStanding === undefined) return undefined
  return { place, needed: await house.storage.read((work) => needsIt(work, command, values)) }
}

async function effectOfForm(
  house: House,
  work: Work,
  { actor, place }: Call,
  intent: StepOrText,
): Promise<Effect | undefined> {
  const member = await house.roster.memberOf(work, actor)
  if (member === undefined) return undefined
  const form = await formAsked(house, work, { member, place, intent, hold: 'look' })
  const command = form && house.catalogue.find(form.command)
  if (!form || !command) return undefined
  const origin = (await house.roster.chat(work, form.origin.chat)).place
  const needed = await needsIt(work, command, { ...form.answers, ...answersIn(form, intent) })
  return { place: origin, needed: needed && origin.platform === place.platform }
}

async function needsIt(work: Work, command: AnyCommand, values: Record<string, string>): Promise<boolean> {
  if (command.who === 'moderator') return true
  return (await command.needsStanding?.(work, asChoices(command.facts, values))) === true
}
