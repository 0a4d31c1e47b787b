/** Whether what waits for a second person may still be had by who asked for it. */
import { type Context, permission } from '../../interaction/command.js'
import { refuse } from '../../kit/refusal.js'
import type { Lost, PacketOrder } from '../packets/packets.js'
import { rolesOf } from '../roles/roles.js'

/**
 * Why whoever asked for a packet has no right to it any more, if so: they are no longer in the group, or no
 * longer moderate it and its budget was to pay. That the platform cannot tell who is in a group keeps nobody
 * from their own money, but it gives nobody a group's. Refuses `maker-unsure`, also where the platform was
 * asked about another person or group than these.
 */
export async function lostRight(
  { work, concerned }: Pick<Context, 'work' | 'concerned'>,
  { sender, chat, source }: Pick<PacketOrder, 'sender' | 'chat' | 'source'>,
): Promise<Lost | undefined> {
  if (concerned && (concerned.member !== sender || concerned.chat !== chat)) refuse('maker-unsure')
  const standing = concerned?.standing
  if (standing?.membership === 'outsider') return 'left'
  if (source.kind !== 'chat') return undefined
  const roles = await rolesOf(work, sender)
  if (permission({ who: 'moderator', where: 'group' }, { roles, standing }, 'group') === 'allowed') {
    return undefined
  }
  return standing?.membership === 'member' ? 'demoted' : refuse('maker-unsure')
}
