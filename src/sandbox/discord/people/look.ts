/** What a person sees: rooms, messages, commands. */
import type { APIApplicationCommand, APIMessage } from 'discord.js'
import { GUILD_ROLES } from '../../community.js'
import type { Person, Room } from '../../contract.js'
import { inScope } from '../commands.js'
import { dmWith, guildOf, memberOf, permissionsIn, shareGuild } from '../guilds.js'
import { localeOf } from '../interactions/launch.js'
import { guildPermissions } from '../permissions.js'
import { COMMAND, CONTEXT, PERMISSION } from '../protocol.js'
import type { Channel, Realm } from '../realm.js'

export const canView = (realm: Realm, channel: Channel, user: string): boolean =>
  (permissionsIn(realm, channel, user) & PERMISSION.viewChannel) !== 0n

/** Guild channels in their order, then the private chat with the bot. */
export function roomsOf(realm: Realm, person: Person): Room[] {
  const user = person.discord.id
  const seen = [...realm.channels.values()].filter(
    (channel) => channel.guild && canView(realm, channel, user),
  )
  const rooms = seen
    .sort((a, b) => a.position - b.position)
    .map(
      (channel): Room => ({
        id: channel.id,
        title: channel.name,
        kind: 'group',
        members: membersKnown(realm, channel),
        ...flagsOf(realm, channel, user),
      }),
    )
  const dm = dmWith(realm, user)
  return [...rooms, { id: dm.id, title: realm.app.name, kind: 'private', members: 2 }]
}

function flagsOf(realm: Realm, channel: Channel, user: string): Pick<Room, 'flags'> {
  const guild = guildOf(realm, channel)
  if (guild?.owner === user) return { flags: ['owner'] }
  const member = guild && memberOf(realm, guild, user)
  return member?.roles.includes(GUILD_ROLES.moderators) ? { flags: ['admin'] } : {}
}

/**
 * Members without the crowd, as on the pretend Telegram: its people come into being when they first press,
 * and a group that seems to grow by a thousand in a storm would be odd.
 */
function membersKnown(realm: Realm, channel: Channel): number {
  const known = new Set([realm.app.id, ...realm.community.people.map(({ discord }) => discord.id)])
  const members = [...(guildOf(realm, channel)?.members.keys() ?? [])]
  return members.filter((id) => known.has(id) && canView(realm, channel, id)).length
}

/** The newest messages of a room, oldest first, with the person's own ephemeral ones among them. */
export function historyOf(realm: Realm, channel: Channel, user: string, limit: number): APIMessage[] {
  if (!canView(realm, channel, user)) return []
  const shared = [...channel.messages.values()].slice(-limit)
  const own = channel.ephemeralOf.get(user) ?? []
  return [...shared, ...own]
    .map(({ message }) => message)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(-limit)
}

/** Commands the person's app offers in the room, with names and descriptions in their language added. */
export function commandsIn(realm: Realm, channel: Channel, person: Person): APIApplicationCommand[] {
  const all = [...inScope(realm), ...(channel.guild ? inScope(realm, channel.guild) : [])]
  return all
    .filter((command) => command.type === COMMAND.chatInput && offered(realm, command, channel, person))
    .map((command) => localised(command, localeOf(person.language)))
}

function offered(realm: Realm, command: APIApplicationCommand, channel: Channel, person: Person): boolean {
  const guild = guildOf(realm, channel)
  const context = guild ? CONTEXT.guild : CONTEXT.botDm
  const contexts = command.contexts ?? (command.dm_permission === false ? [CONTEXT.guild] : undefined)
  if (contexts && !(contexts as number[]).includes(context)) return false
  if (!guild) return shareGuild(realm, person.discord.id)
  const member = memberOf(realm, guild, person.discord.id)
  if (!member) return false
  const has = permissionsIn(realm, channel, person.discord.id) | guildPermissions(guild, member)
  const needed = command.default_member_permissions
  if (!(has & PERMISSION.useApplicationCommands)) return false
  if (needed === null || needed === undefined) return true
  // "0" hides a command from everyone but administrators.
  const bits = BigInt(needed)
  return bits === 0n ? (has & PERMISSION.administrator) !== 0n : (has & bits) === bits
}

type Localisable = {
  name: string
  description: string
  name_localizations?: Record<string, string> | null
  description_localizations?: Record<string, string> | null
  options?: Localisable[]
}

function localised(command: APIApplicationCommand, locale: string): APIApplicationCommand {
  const inTongue = (item: Localisable): Localisable => ({
    ...item,
    ...own('name_localized', item.name_localizations?.[locale]),
    ...own('description_localized', item.description_localizations?.[locale]),
    ...(item.options ? { options: item.options.map(inTongue) } : {}),
  })
  return inTongue(command as unknown as Localisable) as unknown as APIApplicationCommand
}

const own = (key: string, value: string | undefined) => (value === undefined ? {} : { [key]: value })
