/**
 * What Discord sends of its own accord, which the OpenAPI description leaves out: its outer objects by the
 * documentation, their parts by the description. Sources: developers/events/gateway-events and
 * developers/interactions/receiving-and-responding.
 */
import type { Schema } from './openapi.js'

const part = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const list = (items: Schema): Schema => ({ type: 'array', items })
const map = (of: Schema): Schema => ({ type: 'object', additionalProperties: of })
/** Fields that must be there, and those that may. */
const shape = (required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
})
/** The object of the description and what is sent beside its fields. */
const more = (name: string, required: Record<string, Schema>, optional?: Record<string, Schema>): Schema => ({
  allOf: [part(name), shape(required, optional)],
})

const id: Schema = { type: 'string', pattern: '^(0|[1-9][0-9]*)$' }
const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer' }
const flag: Schema = { type: 'boolean' }
const time: Schema = { type: 'string', format: 'date-time' }
/** Not looked into: the bot is told of none, and an empty list is sent. */
const none: Schema = { type: 'array', maxItems: 0 }

const memberFields = { roles: list(id), joined_at: time, flags: whole }
const heard = { deaf: flag, mute: flag }
const memberMore: Record<string, Schema> = Object.fromEntries(
  ['avatar', 'banner', 'nick', 'premium_since', 'communication_disabled_until'].map((name) => [
    name,
    { type: ['string', 'null'] },
  ]),
)
const memberMost: Record<string, Schema> = {
  ...{ ...memberMore, pending: flag, permissions: text },
  ...{ avatar_decoration_data: { type: ['object', 'null'] }, collectibles: { type: ['object', 'null'] } },
}
/** Resolved ones are without user, deaf and mute. */
const resolvedMember = shape(memberFields, memberMost)
/** The author of a message: the user stands beside it. */
const authorMember = shape({ ...memberFields, ...heard }, memberMost)
/** Only fields that a resolved or interaction channel has are promised to be there. */
const partialChannel: Schema = {
  ...{ type: 'object', required: ['id', 'type'] },
  properties: { id, type: whole, permissions: text, app_permissions: text },
}

/** Options, values and components as `data` of an interaction has them. */
const option: Schema = shape(
  { name: text, type: whole },
  { value: {}, options: list({ type: 'object' }), focused: flag },
)
const resolved = shape(
  {},
  {
    users: map(part('UserResponse')),
    members: map(resolvedMember),
    roles: map(part('GuildRoleResponse')),
    channels: map({ ...partialChannel, properties: undefined }),
    messages: map(part('MessageResponse')),
    attachments: map(part('AttachmentResponse')),
  },
)
const input: Schema = shape({ type: whole, id: whole }, { custom_id: text, value: {}, values: list(text) })
const submitted: Schema = shape(
  { type: whole, id: whole },
  { component: input, components: list(input), custom_id: text, value: {}, values: list(text) },
)
const commandData = shape(
  { id, name: text, type: whole },
  { options: list(option), resolved, guild_id: id, target_id: id },
)
const pressData = shape(
  { custom_id: text, component_type: whole },
  { values: list(text), resolved, id: whole },
)
const formData = shape({ custom_id: text, components: list(submitted) }, { resolved })

export const INTERACTION: Schema = shape(
  {
    ...{ id, application_id: id, type: whole, token: text, version: whole, channel_id: id },
    ...{ app_permissions: text, entitlements: none, attachment_size_limit: whole, context: whole },
    authorizing_integration_owners: map(id),
    channel: {
      oneOf: ['GuildChannelResponse', 'PrivateChannelResponse'].map((name) =>
        more(name, { app_permissions: text }),
      ),
    },
  },
  {
    data: { oneOf: [commandData, pressData, formData] },
    ...{ guild_id: id, guild_locale: text, locale: text },
    guild: shape({ id, locale: text, features: list(text) }),
    member: more('GuildMemberResponse', { permissions: text }),
    user: part('UserResponse'),
    message: part('MessageResponse'),
  },
)

const inMessage = { guild_id: id, member: authorMember }
const guild = more(
  'GuildResponse',
  {
    ...{ joined_at: time, large: flag, unavailable: flag, member_count: whole, voice_states: none },
    ...{ threads: none, presences: none, stage_instances: none, guild_scheduled_events: none },
    ...{ soundboard_sounds: none, members: list(part('GuildMemberResponse')) },
    channels: list({ type: 'object', required: ['id', 'type', 'name', 'position', 'permission_overwrites'] }),
  },
  { approximate_member_count: whole, approximate_presence_count: whole },
)
const reaction = shape(
  {
    user_id: id,
    channel_id: id,
    message_id: id,
    burst: flag,
    type: whole,
    emoji: part('MessageReactionEmojiResponse'),
  },
  { guild_id: id, member: part('GuildMemberResponse'), message_author_id: id, burst_colors: list(text) },
)

/** By the names of events; `RESUMED` and acknowledgements carry nothing. */
export const EVENTS: Readonly<Record<string, Schema>> = {
  READY: shape(
    {
      ...{ v: whole, user: part('UserResponse'), session_id: text, resume_gateway_url: text },
      guilds: list(shape({ id, unavailable: flag })),
      application: shape({ id, flags: whole }),
    },
    {
      ...{ shard: list(whole), session_type: text, private_channels: none, presences: none },
      ...{ relationships: none, user_settings: { type: 'object' }, _trace: list(text) },
    },
  ),
  GUILD_CREATE: guild,
  CHANNEL_UPDATE: part('GuildChannelResponse'),
  CHANNEL_PINS_UPDATE: shape(
    { channel_id: id },
    { guild_id: id, last_pin_timestamp: { type: ['string', 'null'] } },
  ),
  GUILD_MEMBER_ADD: more('GuildMemberResponse', { guild_id: id }),
  GUILD_MEMBER_UPDATE: more('GuildMemberResponse', { guild_id: id }),
  GUILD_MEMBER_REMOVE: shape({ guild_id: id, user: part('UserResponse') }),
  GUILD_MEMBERS_CHUNK: shape(
    {
      ...{ guild_id: id, members: list(part('GuildMemberResponse')), chunk_index: whole, chunk_count: whole },
    },
    { not_found: { type: 'array' }, presences: none, nonce: text },
  ),
  MESSAGE_CREATE: more('MessageResponse', {}, inMessage),
  MESSAGE_UPDATE: more('MessageResponse', {}, inMessage),
  MESSAGE_DELETE: shape({ id, channel_id: id }, { guild_id: id }),
  MESSAGE_DELETE_BULK: shape({ ids: list(id), channel_id: id }, { guild_id: id }),
  MESSAGE_REACTION_ADD: reaction,
  MESSAGE_REACTION_REMOVE: reaction,
  INVITE_CREATE: shape(
    {
      ...{ channel_id: id, code: text, created_at: time, max_age: whole, max_uses: whole },
      ...{ temporary: flag, uses: whole },
    },
    { guild_id: id, inviter: part('UserResponse'), expires_at: { type: ['string', 'null'] } },
  ),
  INTERACTION_CREATE: INTERACTION,
}
