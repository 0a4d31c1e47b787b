/** An operator wants a packet's card after all that was given up: the cause may have been put right. */
import type { Work } from '../../storage/storage.js'
import { cardOf, isShownIn, postAgain } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { chatOf } from '../members/members.js'
import { lockPacket, PACKET_CARD } from './seen.js'

/** Why a card has nothing to say, or nobody to say it to. */
export type CardSilence = 'left' | 'over' | 'shown'

/**
 * Makes a card that was given up alive again, to be posted as a new message. One that was not is left as it
 * is. Answers why it stays silent: the bot has left the group, its packet is over, or another card shows the
 * packet there.
 */
export async function reviveCard(work: Work, id: number, actor: string): Promise<CardSilence | undefined> {
  const chat = await chatOf(work, (await cardOf(work, id)).chat)
  if (chat.state === 'left') return 'left'
  const { kind, subject } = await cardOf(work, id)
  if (kind !== PACKET_CARD) return undefined
  const { endedAt, expiresAt } = await lockPacket(work, subject)
  const card = await cardOf(work, id)
  if (!card.gone) return undefined
  if (endedAt !== null || expiresAt <= work.now) return 'over'
  if (await isShownIn(work, card, chat.id)) return 'shown'
  await postAgain(work, card, chat)
  const fact = { kind: 'packet-posted-here' as const, actor, subject: `packet:${subject}` }
  await record(work, { ...fact, details: { chat: chat.id, card: id } })
  return undefined
}
