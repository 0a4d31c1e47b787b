/** Telling the gateway and the page that a message came or changed. */
import { guildOf, memberOf } from './guilds.js'
import { bareMember } from './objects.js'
import { INTENT } from './protocol.js'
import type { Channel, Kept, Member, Realm } from './realm.js'

/** Tells the gateway and the page. Ephemeral messages are no gateway event. */
export function announce(
  realm: Realm,
  kept: Kept,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  nonce?: unknown,
): void {
  const { channel, message, onlyFor } = kept
  const kind = name === 'MESSAGE_CREATE' ? 'message' : 'edit'
  realm.tell({ kind, room: channel.id, message, ...readerOf(realm, kept) })
  if (onlyFor !== undefined) return
  const data = { ...message, ...placeOf(realm, kept), ...(nonce === undefined ? {} : { nonce }) }
  const own = message.author.id === realm.app.id
  const called = kept.pings.users.includes(realm.app.id)
  const open = own || called || !channel.guild
  const withoutContent = open ? {} : { withoutContent: { ...data, ...BLANK } }
  realm.dispatch({ name, ...whereabouts(channel), data, ...withoutContent })
}

/** What gateway events add to a message: the guild, and its author as a member there. */
function placeOf(realm: Realm, { channel, message }: Kept) {
  const guild = guildOf(realm, channel)
  if (!guild) return {}
  const member = memberOf(realm, guild, message.author.id)
  return { guild_id: guild.id, ...(member ? { member: authorOf(member) } : {}) }
}

/** A member without `user`, which is the message's author. */
const authorOf = (member: Member) => ({ ...bareMember(member), mute: false, deaf: false })

/** What a bot without MESSAGE_CONTENT sees of other people's messages. */
const BLANK = { content: '', embeds: [], attachments: [], components: [] }

export const whereabouts = (channel: Channel): { guild?: string; intents: number } =>
  channel.guild ? { guild: channel.guild, intents: INTENT.guildMessages } : { intents: INTENT.directMessages }

export function readerOf(realm: Realm, kept: Kept): { onlyFor?: string } {
  const user = kept.onlyFor ?? kept.channel.recipient
  const person = user === undefined ? undefined : realm.community.byDiscord(user)
  return person ? { onlyFor: person.id } : {}
}
