/**
 * /freeze: one tap stops all drops here, or what one person can do; another lets them go on. Everything at
 * once stops for a reason and by a second tap.
 */

import { z } from 'zod'
import { choice, words } from '../../interaction/arguments.js'
import { assertModerates, type Context, command, Missing, type Preview } from '../../interaction/command.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { memberText } from '../facts/facts.js'
import { PERSON_LIKE, personNamed } from '../members/members.js'
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
  alwaysPreview: stopsEverything,
  async preview(context, args) {
    return stopsEverything(args) ? previewOfAll(context, args.reason) : undefined
  },
  async handle(context, { scope, action = 'stop', person, reason }) {
    const { work, actor } = context
    const where = await scopeFor(context, scope, person)
    const by = memberText(actor.member)
    const isStaff = actor.roles.some((role) => STOPPERS.includes(role))
    if (action === 'stop') await freeze(work, where, reason ?? '', by, isStaff)
    else await lift(work, where, by, isStaff)
    return { text: [text(`freeze-${action}-${scope}`)], tone: action === 'stop' ? 'warning' : 'success' }
  },
})

/** What every group of the programme would feel is neither a slip of the thumb nor left unexplained. */
function stopsEverything({ scope, action = 'stop' }: { scope: string; action?: string }): boolean {
  return scope === 'everything' && action === 'stop'
}

/** Refuses `only-roles`; asks for the reason, which people are told. */
async function previewOfAll(context: Context, reason: string | undefined): Promise<Preview> {
  await scopeFor(context, 'everything')
  if (reason === undefined) throw new Missing('reason')
  return {
    view: { text: [text('freeze-preview-everything', { reason })], tone: 'warning' },
    confirm: text('freeze-confirm-everything'),
  }
}

/** Refuses `only-in-group`, `only-moderators`, `only-roles`, and what naming a person refuses. */
async function scopeFor(
  context: Context,
  scope: 'here' | 'everything' | 'person',
  person?: string,
): Promise<Scope> {
  const { actor, spot } = context
  if (scope === 'here') {
    assertModerates(context, 'freeze')
    return `chat:${spot.chat}`
  }
  if (!actor.roles.some((role) => STOPPERS.includes(role))) return refuse('only-roles', { command: 'freeze' })
  if (scope === 'everything') return 'programme'
  if (person === undefined) throw new Missing('person')
  return memberText(await personNamed(context.work, person, context.platform))
}
