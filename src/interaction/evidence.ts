/** What only the platform knows about a person, asked for before the unit of work and only when the command needs it. */
import type { Work } from '../storage/storage.js'
import type { Place } from './call.js'
import type { AnyCommand } from './command.js'
import type { Intent } from './decode.js'
import { awaitingForm, type Form, formOf } from './forms.js'
import type { Arrival, House } from './house.js'

/** Puts `call.standing` in place for a command that needs it, in the place where the call will take effect. */
export async function bringStanding(house: House, { call, intent }: Arrival): Promise<void> {
  const needed = await needs(house, call.actor, call.place, intent)
  if (!needed) return
  const here = needed.place.chat === call.place.chat
  if (here && call.standing) return
  call.standing = await house.standing(call.actor, needed.place)
}

async function needs(
  house: House,
  actor: Arrival['call']['actor'],
  place: Place,
  intent: Intent,
): Promise<{ place: Place } | undefined> {
  if (intent.kind === 'run') {
    const { command, values } = intent
    if (!mayNeed(command)) return undefined
    const asked = await house.storage.read((work) => needsIt(work, command, values))
    return asked ? { place } : undefined
  }
  return house.storage.read(async (work) => {
    const form = await formOfCall(house, work, actor, intent)
    const command = form && house.catalogue.find(form.command)
    if (!form || !command || !(await needsIt(work, command, form.answers))) return undefined
    return { place: (await house.roster.chat(work, form.origin.chat)).place }
  })
}

function mayNeed({ who, needsStanding }: AnyCommand): boolean {
  return who === 'moderator' || needsStanding !== undefined
}

async function needsIt(work: Work, command: AnyCommand, values: Record<string, string>): Promise<boolean> {
  return command.who === 'moderator' || (await command.needsStanding?.(work, values)) === true
}

async function formOfCall(
  house: House,
  work: Work,
  actor: Arrival['call']['actor'],
  intent: Exclude<Intent, { kind: 'run' }>,
): Promise<Form | undefined> {
  const member = await house.roster.memberOf(work, actor)
  if (member === undefined) return undefined
  return intent.kind === 'text' ? awaitingForm(work, member) : formOf(work, intent.form, member)
}
