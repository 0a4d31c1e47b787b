/** /role: who may do what, given and taken in chat, with a reason and a record. */
import { z } from 'zod'
import { choice, words } from '../../interaction/arguments.js'
import { type Context, command, Missing } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { memberText } from '../facts/facts.js'
import { namesOf, PERSON_LIKE, personMeant } from '../members/members.js'
import { type Choose, tellMember, toldText } from '../notices/notices.js'
import { EVERY_REGION, regionsOf, regionText } from '../regions/regions.js'
import {
  EVERYWHERE,
  grantRole,
  grantsOf,
  type Held,
  isFromSetting,
  REGIONAL_ROLES,
  revokeRole,
  rolesHeld,
  STAFF_ROLES,
} from './roles.js'

export interface RoleDeps {
  programme: Programme
  choose: Choose
}

/** Lines of one answer; a programme with more staff asks for one person or role. */
const LINES_MOST = 40

export function roleCommand({ programme, choose }: RoleDeps) {
  return command({
    name: 'role',
    who: ['admin'],
    where: 'anywhere',
    args: z.object({
      action: choice(['show', 'grant', 'revoke'] as const),
      person: words(60, { looksLike: PERSON_LIKE, expected: true }).optional(),
      role: choice(STAFF_ROLES, { expected: true }).optional(),
      region: choice([EVERY_REGION, ...regionsOf(programme).map(({ value }) => value)], {
        named: true,
      }).optional(),
      reason: words(200, { rest: true }).optional(),
    }),
    alwaysPreview: ({ action }) => action !== 'show',
    choiceWords(argument, value) {
      return argument === 'region' ? regionText(programme, value) : undefined
    },
    async preview(context, { action, ...args }) {
      if (action === 'show') return undefined
      const change = await changeOf(context, action, args, programme)
      return {
        view: { text: [text(`role-preview-${action}`, params(change)), reasonText(change)], tone: 'warning' },
        confirm: text(`role-confirm-${action}`),
        meant: { person: `#${change.member}` },
      }
    },
    async handle(context, { action, ...args }) {
      const { work, actor } = context
      if (action === 'show') return listed(context, args, programme)
      const change = await changeOf(context, action, args, programme)
      const { member, role, region, reason } = change
      const by = memberText(actor.member)
      if (action === 'grant')
        await grantRole(work, member, role, by, { region: region ?? EVERYWHERE, reason })
      else await revokeRole(work, member, role, by, region === undefined ? { reason } : { region, reason })
      const told: View = { text: [text(`role-told-${action}`, params(change)), reasonText(change)] }
      await tellMember(work, { key: `role:${context.callKey}`, member, view: told }, choose)
      const done = text(`role-done-${action}`, params(change))
      return { text: [done, await toldText(work, member)], tone: 'success' }
    },
  })
}

interface Args {
  person?: string | undefined
  role?: (typeof STAFF_ROLES)[number] | undefined
  region?: string | undefined
  reason?: string | undefined
}

interface Change {
  member: number
  name: string
  role: (typeof STAFF_ROLES)[number]
  /** Empty: in all regions; undefined: wherever it is held. */
  region: string | undefined
  reason: string
  where: Text
}

/**
 * What is to be changed, as it is typed. Refuses `role-own`, `role-not-regional`, `role-held`,
 * `role-not-held`, `role-from-setting`, and what naming a person refuses; asks for what is missing.
 */
async function changeOf(
  context: Context,
  action: 'grant' | 'revoke',
  { person, role, region, reason }: Args,
  programme: Programme,
): Promise<Change> {
  const { work, actor, platform } = context
  if (person === undefined) throw new Missing('person')
  const member = await personMeant(work, person, platform)
  if (member === actor.member) refuse('role-own')
  if (role === undefined) throw new Missing('role')
  const isRegional = REGIONAL_ROLES.includes(role) && regionsOf(programme).length > 0
  if (!isRegional && region !== undefined && region !== EVERY_REGION) refuse('role-not-regional')
  if (isRegional && region === undefined && action === 'grant') throw new Missing('region')
  const held = (await grantsOf(work, member)).filter((one) => one.role === role)
  const wanted = region === EVERY_REGION || region === undefined ? EVERYWHERE : region
  const name = (await namesOf(work, [member])).get(member) ?? `#${member}`
  if (action === 'grant') assertMayBeGiven(held, wanted, name)
  else assertMayBeTaken(held, region === undefined ? undefined : wanted, name)
  if (reason === undefined) throw new Missing('reason')
  const isWherever = action === 'revoke' && region === undefined
  const where = isWherever ? text('role-wherever') : regionText(programme, wanted)
  return { member, name, role, region: isWherever ? undefined : wanted, reason, where }
}

function assertMayBeGiven(held: readonly Held[], region: string, name: string): void {
  if (held.some((one) => one.region === EVERYWHERE || one.region === region)) refuse('role-held', { name })
}

function assertMayBeTaken(held: readonly Held[], region: string | undefined, name: string): void {
  const meant = held.filter((one) => region === undefined || one.region === region)
  if (meant.length === 0) refuse('role-not-held', { name })
  if (meant.some(isFromSetting)) refuse('role-from-setting', { name })
}

function params({ member, name, role, where }: Change) {
  return { name, number: String(member), role: text(`choice-${role}`), where }
}

function reasonText({ reason }: Change): Text {
  return text('role-reason', { reason: { said: reason } })
}

/** Everybody with a role, or those who have the named one, or what the named person has. */
async function listed(context: Context, { person, role }: Args, programme: Programme): Promise<View> {
  const { work, platform } = context
  const member = person === undefined ? undefined : await personMeant(work, person, platform)
  const held = (await rolesHeld(work)).filter(
    (one) =>
      (member === undefined || one.member === member) &&
      (role === undefined ? STAFF_ROLES.some((staff) => staff === one.role) : one.role === role),
  )
  if (held.length === 0) return { text: [text('role-none')] }
  const shown = held.slice(0, LINES_MOST)
  const names = await namesOf(work, [...new Set(shown.map((one) => one.member))], platform)
  const lines = shown.map((one) =>
    text('role-line', {
      number: String(one.member),
      name: names.get(one.member) ?? '',
      role: text(`choice-${one.role}`),
      where: regionText(programme, one.region),
    }),
  )
  const more = held.length - shown.length
  return { text: [text('role-title'), ...lines, ...(more > 0 ? [text('role-more', { count: more })] : [])] }
}
