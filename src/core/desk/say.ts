/** Who may do what with a packet. */
import { type Context, permission } from '../../interaction/command.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { memberText } from '../facts/facts.js'
import { chatOf } from '../members/members.js'
import { homesOf, isGuestIn, type Manager, packetOf, payerOf, placesOf } from '../packets/packets.js'

/** Whether the person moderates the group they are in now. */
export function moderatesHere({ actor, spot }: Context): boolean {
  return permission({ who: 'moderator', where: 'group' }, actor, spot.kind) === 'allowed'
}

/**
 * An admin of the programme; a moderator, in the chat where the packet was dropped or that pays for it; staff
 * who moderate everywhere, where it lives; or its sender, where the money is their own: the highest of these
 * that the person is. Having dropped it once is no right to a group's budget, and a group that it was only
 * shared into has no say over what happens elsewhere. Refuses `packet-not-yours`, `packet-guest`,
 * `packet-of-group`.
 */
export async function managerOf(context: Context, id: string): Promise<Manager> {
  const { work, actor, spot } = context
  const packet = await packetOf(work, id)
  const by = memberText(actor.member)
  if (actor.roles.includes('admin')) return { by, as: 'staff' }
  const isStaff = actor.roles.includes('risk_officer')
  const moderates = moderatesHere(context)
  const isHome = (await homesOf(work, packet)).includes(spot.chat)
  const isHere = isHome || (await placesOf(work, id)).includes(spot.chat)
  if (moderates && isHere && (isHome || isStaff)) return { by, as: isStaff ? 'staff' : 'moderator' }
  if (packet.sender !== actor.member) return refuse(moderates && isHere ? 'packet-guest' : 'packet-not-yours')
  const payer = await payerOf(work, packet)
  if (payer.kind === 'chat') {
    return refuse('packet-of-group', { title: (await chatOf(work, payer.id)).title })
  }
  return { by, as: 'sender' }
}

/** What somebody may do with a packet from where they are. */
export interface Say {
  /** Pause, extend, end it and the rest. */
  manages: boolean
  /** Take it off the group they are in, which it was only shared into. */
  withdraws: boolean
}

/** Refuses what {@link managerOf} refuses when there is nothing they may do. */
export async function sayOf(context: Context, id: string): Promise<Say> {
  const { work, spot } = context
  const packet = await packetOf(work, id)
  const isGuest = packet.endedAt === null && (await isGuestIn(work, packet, spot.chat))
  try {
    await managerOf(context, id)
    return { manages: true, withdraws: isGuest }
  } catch (error) {
    if (error instanceof Refusal && isGuest && moderatesHere(context)) {
      return { manages: false, withdraws: true }
    }
    throw error
  }
}

/** Whether there is anything they may do. */
export async function hasSay(context: Context, id: string): Promise<boolean> {
  try {
    await sayOf(context, id)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
