/**
 * /freeze: one tap stops all drops here or everywhere, or what one person can do; another lets them go on.
 */
import { z } from 'zod'
import { choice, words } from '../../interaction/arguments.js'
import { type Context, command, permission } from '../../interaction/command.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { PERSON_LIKE, personFor } from '../treasury/commands.js'
import { freeze, lift, type Scope } from './freezes.js'

/** Who may stop the whole programme or a person. */
const STOPPERS: readonly string[] = ['admin', 'risk_officer']

export const freezeCommand = command({
  name: 'freeze',
  who: 'moderator',
  where: 'anywhere',
  args: z.object({
    scope: choice(['here', 'everything', 'person'] as const),
    action: choice(['stop', 'lift'] as const).optional(),
    person: words(60, { looksLike: PERSON_LIKE }).optional(),
    reason: words(200, { rest: true }).optional(),
  }),
  async handle(context, { scope, action = 'stop', person, reason }) {
    const { work, actor } = context
    const where = await scopeFor(context, scope, person)
    const by = `member:${actor.member}`
    const isStaff = actor.roles.some((role) => STOPPERS.includes(role))
    if (action === 'stop') await freeze(work, where, reason ?? '', by, isStaff)
    else await lift(work, where, by, isStaff)
    return { text: [text(`freeze-${action}-${scope}`)], tone: action === 'stop' ? 'warning' : 'success' }
  },
})

/** Refuses `only-in-group`, `only-moderators`, `only-roles`, and what naming a person refuses. */
async function scopeFor(
  context: Context,
  scope: 'here' | 'everything' | 'person',
  person?: string,
): Promise<Scope> {
  const { actor, spot } = context
  if (scope === 'here') {
    const verdict = permission({ who: 'moderator', where: 'group' }, actor, spot.kind)
    return verdict === 'allowed' ? `chat:${spot.chat}` : refuse(verdict, { command: 'freeze' })
  }
  if (!actor.roles.some((role) => STOPPERS.includes(role))) return refuse('only-roles', { command: 'freeze' })
  return scope === 'everything' ? 'programme' : `member:${await personFor(context, person)}`
}
