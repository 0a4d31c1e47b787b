/** Invites. Source: developers/resources/channel "Create Channel Invite", developers/resources/invite. */
import { createHash } from 'node:crypto'
import { apiError } from '../../api-error.js'
import { channelById, demand, guildOf } from '../../guilds.js'
import { findUser, guildObject } from '../../objects.js'
import { CHANNEL, INTENT, PERMISSION } from '../../protocol.js'
import { type Channel, type Guild, type Invite, type Realm, timestamp } from '../../realm.js'
import { boolean, choice, integer, shape, snowflake } from '../../rules/rule.js'
import { type Call, ok, type Route } from '../call.js'

/** A day, Discord's default, in seconds. */
const MAX_AGE = 86_400
/** Sixty days, in seconds (OpenAPI `CreateGuildInviteRequest`). */
const LONGEST_AGE = 5_184_000
const CODE_LENGTH = 8

const rule = shape({
  max_age: integer(0, LONGEST_AGE),
  max_uses: integer(0, 100),
  temporary: boolean,
  unique: boolean,
  target_type: choice(1, 2),
  target_user_id: snowflake,
  target_application_id: snowflake,
})

interface Wish {
  max_age?: number | null
  max_uses?: number | null
  temporary?: boolean | null
  unique?: boolean | null
}

function create(call: Call) {
  const { realm } = call
  const channel = channelById(realm, call.params.channel ?? '')
  const guild = guildOf(realm, channel)
  if (!guild) throw apiError(50003)
  demand(realm, channel, PERMISSION.createInstantInvite)
  const wish = (call.body ?? {}) as Wish
  const invite = wish.unique ? undefined : sameInvite(realm, channel, wish)
  const made = invite ?? newInvite(realm, channel, wish)
  const shown = inviteObject(realm, guild, channel, made)
  if (!invite) {
    const data = { ...metadata(made), channel_id: channel.id, guild_id: guild.id, code: made.code }
    realm.dispatch({ name: 'INVITE_CREATE', guild: guild.id, intents: INTENT.guildInvites, data })
  }
  return ok(shown)
}

/** Without `unique`, Discord gives a like invite back instead of making another. */
function sameInvite(realm: Realm, channel: Channel, wish: Wish): Invite | undefined {
  return [...realm.invites.values()].find(
    (each) =>
      each.channel === channel.id &&
      each.maxAge === (wish.max_age ?? MAX_AGE) &&
      each.maxUses === (wish.max_uses ?? 0) &&
      alive(realm, each),
  )
}

function newInvite(realm: Realm, channel: Channel, wish: Wish): Invite {
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

const metadata = (invite: Invite) => ({
  uses: invite.uses,
  max_uses: invite.maxUses,
  max_age: invite.maxAge,
  temporary: invite.temporary,
  created_at: timestamp(invite.createdAt),
})

function inviteObject(realm: Realm, guild: Guild, channel: Channel, invite: Invite) {
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

function found(call: Call): { invite: Invite; channel: Channel; guild: Guild } {
  const invite = call.realm.invites.get(call.params.code ?? '')
  const channel = invite && alive(call.realm, invite) ? call.realm.channels.get(invite.channel) : undefined
  const guild = channel ? guildOf(call.realm, channel) : undefined
  if (!invite || !channel || !guild) throw apiError(10006)
  return { invite, channel, guild }
}

function resolve(call: Call) {
  const { invite, channel, guild } = found(call)
  return ok(inviteObject(call.realm, guild, channel, invite))
}

function revoke(call: Call) {
  const { invite, channel, guild } = found(call)
  if (invite.inviter !== call.realm.app.id) demand(call.realm, channel, PERMISSION.manageChannels)
  call.realm.invites.delete(invite.code)
  return ok(inviteObject(call.realm, guild, channel, invite))
}

function ofChannel(call: Call) {
  const channel = channelById(call.realm, call.params.channel ?? '')
  demand(call.realm, channel)
  const guild = guildOf(call.realm, channel)
  if (!guild) throw apiError(50003)
  const mine = [...call.realm.invites.values()].filter((invite) => invite.channel === channel.id)
  return ok(mine.map((invite) => inviteObject(call.realm, guild, channel, invite)))
}

const common = { auth: 'bot', bucket: 'invite' } as const

export const inviteRoutes: Route[] = [
  { ...common, method: 'POST', path: '/channels/:channel/invites', rule, run: create },
  { ...common, method: 'GET', path: '/channels/:channel/invites', bucket: 'read', run: ofChannel },
  { ...common, method: 'GET', path: '/invites/:code', bucket: 'read', run: resolve },
  { ...common, method: 'DELETE', path: '/invites/:code', run: revoke },
]
