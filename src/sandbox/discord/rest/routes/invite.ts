/** Invites. Source: developers/resources/channel "Create Channel Invite", developers/resources/invite. */
import { apiError } from '../../api-error.js'
import { channelById, demand, guildOf, permissionsIn } from '../../guilds.js'
import { alive, inviteObject, metadata, newInvite, sameInvite, type Wish } from '../../invites.js'
import { INTENT, PERMISSION } from '../../protocol.js'
import type { Channel, Guild, Invite } from '../../realm.js'
import { boolean, choice, integer, shape, snowflake } from '../../rules/rule.js'
import { type Call, ok, type Route } from '../call.js'

/** Sixty days, in seconds (OpenAPI `CreateGuildInviteRequest`). */
const LONGEST_AGE = 5_184_000

const rule = shape({
  max_age: integer(0, LONGEST_AGE),
  max_uses: integer(0, 100),
  temporary: boolean,
  unique: boolean,
  target_type: choice(1, 2),
  target_user_id: snowflake,
  target_application_id: snowflake,
})

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
  const rights = permissionsIn(call.realm, channel, call.realm.app.id)
  // Whose invite it is does not matter.
  if (!(rights & (PERMISSION.manageChannels | PERMISSION.manageGuild))) throw apiError(50013)
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
