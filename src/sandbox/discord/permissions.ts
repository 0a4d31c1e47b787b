/** Who may do what where. The algorithm of developers/topics/permissions "Permission Overwrites". */
import { ALL_PERMISSIONS, PERMISSION } from './protocol.js'
import type { Channel, Guild, Member } from './realm.js'

/** What the bot may do in a private chat (the set Discord sends as `app_permissions` there). */
export const DM_PERMISSIONS =
  PERMISSION.addReactions |
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.embedLinks |
  PERMISSION.attachFiles |
  PERMISSION.readMessageHistory |
  PERMISSION.mentionEveryone |
  PERMISSION.useExternalEmojis

/** Permissions in the guild, before any channel is looked at. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.owner === member.user) return ALL_PERMISSIONS
  const mine = guild.roles.filter((role) => role.id === guild.id || member.roles.includes(role.id))
  const bits = mine.reduce((sum, role) => sum | BigInt(role.permissions), 0n)
  return bits & PERMISSION.administrator ? ALL_PERMISSIONS : bits
}

/** Permissions in one channel. Who may not view it may do nothing there. */
export function channelPermissions(guild: Guild, channel: Channel, member: Member): bigint {
  const base = guildPermissions(guild, member)
  if (base === ALL_PERMISSIONS) return base
  const rules = channel.overwrites
  const everyone = rules.filter(({ id }) => id === guild.id)
  const roles = rules.filter(({ id, type }) => type === 0 && id !== guild.id && member.roles.includes(id))
  const own = rules.filter(({ id, type }) => type === 1 && id === member.user)
  const bits = [everyone, roles, own].reduce(apply, base)
  return bits & PERMISSION.viewChannel ? bits : 0n
}

function apply(bits: bigint, level: readonly { allow: string; deny: string }[]): bigint {
  const deny = level.reduce((sum, rule) => sum | BigInt(rule.deny), 0n)
  const allow = level.reduce((sum, rule) => sum | BigInt(rule.allow), 0n)
  return (bits & ~deny) | allow
}

/** Position of the highest role, which bounds the roles a member may hand out. */
export function highestPosition(guild: Guild, member: Member): number {
  return Math.max(
    0,
    ...guild.roles.filter(({ id }) => member.roles.includes(id)).map((role) => role.position),
  )
}
