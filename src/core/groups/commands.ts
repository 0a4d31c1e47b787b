/** The way into the group of partners, by buttons under /membership. */
import { z } from 'zod'
import { rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { accountsOf } from '../members/members.js'
import type { MembershipDeps } from '../memberships/cards.js'
import { doneText, viewFor, welcomed } from '../memberships/commands.js'
import { activateIfReady, ownPartner, type PartnerRow } from '../partners/partners.js'
import { inviteText, joinButton } from './cards.js'
import { askInvite, groupsNow, noteJoined, noteLeft } from './groups.js'

/** In private, for what it shows lets somebody in. */
const shared = {
  who: 'anyone',
  where: 'private',
  args: z.object({ chat: rowNumber() }),
  // The platform says whether they are in.
  actsIn: ({ chat }: Readonly<Record<string, string>>) =>
    chat !== undefined && /^[1-9][0-9]{0,11}$/.test(chat) ? Number(chat) : undefined,
} as const

/** Lets a partner into the group of a platform, or notes that they are in. */
function groupCommand(deps: MembershipDeps) {
  return command({
    ...shared,
    name: 'membership-group',
    async handle(context, { chat }) {
      const { work, actor } = context
      const row = await ownPartner(work, actor.member)
      if (await isIn(context, row, { chat, hasSpoken: false })) {
        const after = await welcomed(work, row, activateIfReady, deps)
        return viewFor(context, after, deps, text('group-is-in'))
      }
      const asked = await askInvite(work, row, { chat, account: actor.account.id }, deps.partners)
      switch (asked.how) {
        case 'open':
          return { text: [inviteText(asked.invite)], rows: [[joinButton(asked.invite)]] }
        case 'asked':
          return { text: [text('group-invite-comes')], tone: 'info' }
        case 'late':
          return { text: [text('group-invite-late')], tone: 'info' }
        case 'wait':
          return refuse('group-used', { at: { instant: asked.until, as: 'moment' } })
      }
    },
  })
}

/** For where we cannot see what is said. Refuses `group-outside`. */
function introducedCommand(deps: MembershipDeps) {
  return command({
    ...shared,
    name: 'membership-introduced',
    async handle(context, { chat }) {
      const { work, actor } = context
      const row = await ownPartner(work, actor.member)
      if (!(await isIn(context, row, { chat, hasSpoken: true }))) return refuse('group-outside')
      const after = await welcomed(work, row, activateIfReady, deps)
      return { ...(await viewFor(context, after, deps, doneText(after))), tone: 'success', replace: true }
    },
  })
}

/**
 * Whether the platform says that they are in the group; that they are, or are no more, is noted. Refuses
 * `group-none`.
 */
async function isIn(
  { work, actor }: Context,
  row: PartnerRow,
  { chat, hasSpoken }: { chat: number; hasSpoken: boolean },
): Promise<boolean> {
  const found = (await groupsNow(work)).find((one) => one.chat === chat)
  if (!found) return refuse('group-none')
  const { platform } = found
  const { account: here, there } = actor
  const own = (await accountsOf(work, actor.member)).filter((one) => one.platform === platform)
  const account = own.find((one) => one.account === here.id && here.platform === platform) ?? own[0]
  if (!account || there?.chat !== chat) return false
  const { membership } = there.standing
  if (membership === 'outsider') await noteLeft(work, row, { platform, account: account.account })
  if (membership !== 'member') return false
  return noteJoined(work, row, { platform, account: account.account, hasSpoken })
}

export function groupButtons(deps: MembershipDeps) {
  return [groupCommand(deps), introducedCommand(deps)]
}
