/** Guilds, channels and who is in them: found, joined, left, and seen by whom. */
import { apiError } from './api-error.js'
import { findUser, guildChannel, memberObject } from './objects.js'
import { channelPermissions, DM_PERMISSIONS } from './permissions.js'
import { INTENT, PERMISSION } from './protocol.js'
import { type Channel, type Guild, type Kept, type Member, type Realm, timestamp } from './realm.js'

/** Since when the demo's people have been there. */
export const JOINED_AT = '2024-03-01T09:00:00.000000+00:00'
/**
 * A private chat's id lies this far behind its person's; ids of people are further apart or closer together.
 */
const DM_DISTANCE = 1_000_000n

const dmIdOf = (user: string): string => String(BigInt(user) + DM_DISTANCE)

/** The private chat with a person, made when first needed. */
export function dmWith(realm: Realm, user: string): Channel {
  const id = dmIdOf(user)
  const known = realm.channels.get(id)
  if (known) return known
  const made = newChannel({ id, recipient: user, name: '', position: 0 })
  realm.channels.set(id, made)
  return made
}

export function newChannel(of: Pick<Channel, 'id' | 'name' | 'position' | 'guild' | 'recipient'>): Channel {
  return {
    ...of,
    topic: null,
    overwrites: [],
    messages: new Map(),
    ephemeral: new Map(),
    ephemeralOf: new Map(),
    lastMessage: null,
    lastPin: null,
  }
}

/** A channel by id; a private chat also before its first message. 404 10003 when there is none. */
export function channelById(realm: Realm, id: string): Channel {
  const channel = realm.channels.get(id)
  if (!channel) throw apiError(10003)
  return channel
}

/**
 * The member, if this user is one. Seeded people and the crowd are members until they leave, so one of the
 * crowd becomes a member at first sight.
 */
export function memberOf(realm: Realm, guild: Guild, user: string): Member | undefined {
  const known = guild.members.get(user)
  if (known || guild.left.has(user)) return known
  const person = realm.community.byDiscord(user)
  if (!person) return undefined
  const made: Member = { user, roles: [...person.discord.roles], joinedAt: JOINED_AT, nick: null }
  guild.members.set(user, made)
  return made
}

export const guildOf = (realm: Realm, channel: Channel): Guild | undefined =>
  channel.guild ? realm.guilds.get(channel.guild) : undefined

/** What a user may do in a channel; 0 for who is not there. */
export function permissionsIn(realm: Realm, channel: Channel, user: string): bigint {
  const guild = guildOf(realm, channel)
  if (!guild) return user === channel.recipient || user === realm.app.id ? DM_PERMISSIONS : 0n
  const member = memberOf(realm, guild, user)
  return member ? channelPermissions(guild, channel, member) : 0n
}

/** Refuses as Discord does: 50001 where the bot cannot look, 50013 where it looks but may not. */
export function demand(realm: Realm, channel: Channel, ...needed: bigint[]): void {
  const has = permissionsIn(realm, channel, realm.app.id)
  if (!(has & PERMISSION.viewChannel)) throw apiError(50001)
  if (needed.some((bit) => !(has & bit))) throw apiError(50013)
}

/** True when the bot and the person have a guild in common, without which no private message goes through. */
export function shareGuild(realm: Realm, user: string): boolean {
  return [...realm.guilds.values()].some((guild) => memberOf(realm, guild, user))
}

export function join(realm: Realm, guild: Guild, user: string): void {
  const account = findUser(realm, user)
  if (!account || memberOf(realm, guild, user)) return
  guild.left.delete(user)
  const member: Member = { user, roles: [], joinedAt: timestamp(realm.clock.now()), nick: null }
  guild.members.set(user, member)
  const data = { ...memberObject(member, account), guild_id: guild.id }
  realm.dispatch({ name: 'GUILD_MEMBER_ADD', guild: guild.id, intents: INTENT.guildMembers, data })
}

export function leave(realm: Realm, guild: Guild, user: string): void {
  const account = findUser(realm, user)
  if (!account || !memberOf(realm, guild, user)) return
  guild.members.delete(user)
  guild.left.add(user)
  const data = { guild_id: guild.id, user: account }
  realm.dispatch({ name: 'GUILD_MEMBER_REMOVE', guild: guild.id, intents: INTENT.guildMembers, data })
}

export function setRoles(realm: Realm, guild: Guild, member: Member, roles: string[]): void {
  member.roles = roles
  const account = findUser(realm, member.user)
  if (!account) return
  const data = { ...memberObject(member, account), guild_id: guild.id }
  realm.dispatch({ name: 'GUILD_MEMBER_UPDATE', guild: guild.id, intents: INTENT.guildMembers, data })
}

/** A permission overwrite for the bot, as an owner would set in the channel's settings. */
export function setBotAccess(realm: Realm, room: string, access: { view: boolean; send: boolean }): void {
  const channel = channelById(realm, room)
  const { id } = realm.app
  const deny = (access.view ? 0n : PERMISSION.viewChannel) | (access.send ? 0n : PERMISSION.sendMessages)
  const others = channel.overwrites.filter((each) => each.id !== id)
  channel.overwrites = deny === 0n ? others : [...others, { id, type: 1, allow: '0', deny: String(deny) }]
  if (!channel.guild) return
  const data = guildChannel({ ...channel, guild: channel.guild })
  realm.dispatch({ name: 'CHANNEL_UPDATE', guild: channel.guild, intents: INTENT.guilds, data })
}

/** A message wherever it lies, by id. */
export function findKept(realm: Realm, id: string): Kept | undefined {
  for (const { messages, ephemeral } of realm.channels.values()) {
    const kept = messages.get(id) ?? ephemeral.get(id)
    if (kept) return kept
  }
  return undefined
}
