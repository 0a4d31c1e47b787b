/** Users, members, roles and channels behind the ids a person chose. */

import type { GivenFile } from '../../contract.js'
import { deny } from '../../reasons.js'
import { FILE_MAX, storeFiles, uploadOf } from '../files.js'
import { guildOf, memberOf, permissionsIn } from '../guilds.js'
import { bareMember, findUser } from '../objects.js'
import { CHANNEL } from '../protocol.js'
import type { Channel, Realm } from '../realm.js'

export interface Resolved {
  users?: Record<string, unknown>
  members?: Record<string, unknown>
  roles?: Record<string, unknown>
  channels?: Record<string, unknown>
  attachments?: Record<string, unknown>
}

/**
 * Uploads what a person attached, and puts it where interactions find it. The ids. What comes this way is
 * kept for a while only, as nothing of a message.
 */
export function resolveFiles(
  realm: Realm,
  place: Channel,
  given: readonly GivenFile[],
  resolved: Resolved,
): string[] {
  const uploads = given.map((file, index) => uploadOf(file, String(index)))
  for (const { data } of uploads) checkSize(data)
  const stored = storeFiles(realm, place, uploads, [], true)
  for (const one of stored) resolved.attachments = { ...resolved.attachments, [one.id]: one }
  return stored.map(({ id }) => id)
}

/** Discord's app takes no larger file. */
export function checkSize(data: Uint8Array): void {
  if (data.length > FILE_MAX) deny({ code: 'file-too-large', megabytes: FILE_MAX / MEGABYTE })
}

const MEGABYTE = 1024 * 1024

export type Wanted = 'user' | 'role' | 'channel' | 'mentionable'

/** Adds what `id` stands for to `resolved`. False when it stands for nothing of that kind here. */
export function resolveInto(
  realm: Realm,
  place: Channel,
  wanted: Wanted,
  id: string,
  resolved: Resolved,
): boolean {
  if (wanted === 'channel') return resolveChannel(realm, place, id, resolved)
  if (wanted === 'role') return resolveRole(realm, place, id, resolved)
  if (wanted === 'user') return resolveUser(realm, place, id, resolved)
  return resolveUser(realm, place, id, resolved) || resolveRole(realm, place, id, resolved)
}

function resolveUser(realm: Realm, place: Channel, id: string, resolved: Resolved): boolean {
  const user = findUser(realm, id)
  if (!user) return false
  resolved.users = { ...resolved.users, [id]: user }
  const guild = guildOf(realm, place)
  const member = guild ? memberOf(realm, guild, id) : undefined
  if (!member) return true
  const permissions = String(permissionsIn(realm, place, id))
  resolved.members = { ...resolved.members, [id]: { ...bareMember(member), permissions } }
  return true
}

function resolveRole(realm: Realm, place: Channel, id: string, resolved: Resolved): boolean {
  const role = guildOf(realm, place)?.roles.find((each) => each.id === id)
  if (!role) return false
  resolved.roles = { ...resolved.roles, [id]: role }
  return true
}

function resolveChannel(realm: Realm, place: Channel, id: string, resolved: Resolved): boolean {
  const channel = realm.channels.get(id)
  if (!channel || channel.guild !== place.guild || !channel.guild) return false
  const shown = {
    id,
    name: channel.name,
    type: CHANNEL.guildText,
    permissions: String(permissionsIn(realm, channel, realm.app.id)),
    app_permissions: String(permissionsIn(realm, channel, realm.app.id)),
    last_message_id: channel.lastMessage,
    ...{ nsfw: false, parent_id: null, guild_id: channel.guild, flags: 0 },
    ...{ rate_limit_per_user: 0, topic: channel.topic, position: channel.position },
  }
  resolved.channels = { ...resolved.channels, [id]: shown }
  return true
}
