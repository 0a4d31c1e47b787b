/** Invites: made, found alike, used up. Source: developers/resources/invite. */
import { createHash } from 'node:crypto'
import { guildOf, join, memberOf } from './guilds.js'
import { findUser, guildObject } from './objects.js'
import { CHANNEL } from './protocol.js'
import { type Channel, type Guild, type Invite, type Realm, timestamp } from './realm.js'

/** A day, Discord's default, in seconds. */
const MAX_AGE = 86_400
const CODE_LENGTH = 8

export interface Wish {
  max_age?: number | null
  max_uses?: number | null
  temporary?: boolean | null
  unique?: boolean | null
}

/** Without `unique`, Discord gives a like invite back instead of making another. */
export function sameInvite(realm: Realm, channel: Channel, wish: Wish): Invite | undefined {
  return [...realm.invites.values()].find(
    (each) =>
      each.channel === channel.id &&
      each.maxAge === (wish.max_age ?? MAX_AGE) &&
      each.maxUses === (wish.max_uses ?? 0) &&
      alive(realm, each),
  )
}

export function newInvite(realm: Realm, channel: Channel, wish: Wish): Invite {
  const hash = createHash('sha256').update(realm.ids.next()).digest('base64url')
  const invite: Invite = {
    code: hash.replace(/[-_]/g, '').slice(0, CODE_LENGTH),
    channel: channel.id,
    inviter: realm.app.id,
    maxAge: wish.max_age ?? MAX_AGE,
    maxUses: wish.max_uses ?? 0,
    uses: 0,
    temporary: wish.temporary === true,
    createdAt: realm.clock.now(),
  }
  realm.invites.set(invite.code, invite)
  return invite
}

const expiresAt = (invite: Invite): string | null =>
  invite.maxAge === 0 ? null : timestamp(invite.createdAt + invite.maxAge * 1000)

/** Whether the invite can still be used. */
export function alive(realm: Realm, invite: Invite): boolean {
  const old = invite.maxAge > 0 && realm.clock.now() > invite.createdAt + invite.maxAge * 1000
  return !old && (invite.maxUses === 0 || invite.uses < invite.maxUses)
}

export const metadata = (invite: Invite) => ({
  uses: invite.uses,
  max_uses: invite.maxUses,
  max_age: invite.maxAge,
  temporary: invite.temporary,
  created_at: timestamp(invite.createdAt),
})

export function inviteObject(realm: Realm, guild: Guild, channel: Channel, invite: Invite) {
  const { id, name, splash, banner, description, icon, features, verification_level } = guildObject(guild)
  const { vanity_url_code, nsfw_level, nsfw, premium_subscription_count } = guildObject(guild)
  return {
    type: 0,
    code: invite.code,
    expires_at: expiresAt(invite),
    guild: {
      ...{ id, name, splash, banner, description, icon, features, verification_level },
      ...{ vanity_url_code, nsfw_level, nsfw, premium_subscription_count },
    },
    guild_id: guild.id,
    channel: { id: channel.id, type: CHANNEL.guildText, name: channel.name },
    inviter: findUser(realm, invite.inviter),
    ...metadata(invite),
  }
}

/** A person follows the invite. False when it is no longer good. */
export function acceptInvite(realm: Realm, user: string, code: string): boolean {
  const invite = realm.invites.get(code)
  const channel = invite && alive(realm, invite) ? realm.channels.get(invite.channel) : undefined
  const guild = channel && guildOf(realm, channel)
  if (!invite || !guild) return false
  if (memberOf(realm, guild, user)) return true
  invite.uses += 1
  join(realm, guild, user)
  return true
}
