/** Native objects made from what is remembered: users, members, guilds, channels, applications. */
import type { APIGuildMember, APIUser, UserFlags } from 'discord.js'
import type { Person } from '../contract.js'
import { CHANNEL } from './protocol.js'
import type { Channel, Guild, Member, Realm } from './realm.js'

/** What all accounts of the sandbox have in common. */
const BARE = {
  avatar: null,
  banner: null,
  accent_color: null,
  public_flags: 0,
  flags: 0 as UserFlags,
  avatar_decoration_data: null,
  primary_guild: null,
}

const accounts = new WeakMap<Person, APIUser>()

/** The same object for the same person, so that a storm makes no garbage of it. */
export function userOf(person: Person): APIUser {
  const known = accounts.get(person)
  if (known) return known
  const made: APIUser = {
    ...BARE,
    id: person.discord.id,
    username: person.discord.username,
    global_name: person.name,
    discriminator: '0',
  }
  accounts.set(person, made)
  return made
}

export function botUser(id: string, username: string): APIUser {
  return { ...BARE, id, username, global_name: null, discriminator: '0001', bot: true }
}

/** A user by id: the bot, a known person, or nobody. */
export function findUser(realm: Realm, id: string): APIUser | undefined {
  if (id === realm.app.id) return realm.app.user
  const person = realm.community.byDiscord(id)
  return person ? userOf(person) : undefined
}

/** A member without `user`, `mute` and `deaf`, as resolved data carries it. */
export function bareMember(member: Member) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: member.joinedAt,
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: member.roles,
  }
}

export function memberObject(member: Member, user: APIUser): APIGuildMember {
  return { ...bareMember(member), user, mute: false, deaf: false }
}

export function guildChannel(channel: Channel & { guild: string }) {
  return {
    id: channel.id,
    type: CHANNEL.guildText as 0,
    last_message_id: channel.lastMessage,
    last_pin_timestamp: channel.lastPin,
    flags: 0,
    guild_id: channel.guild,
    name: channel.name,
    parent_id: null,
    rate_limit_per_user: 0,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    nsfw: false,
  }
}

export function dmChannel(channel: Channel, recipient: APIUser) {
  const { id, lastMessage, lastPin } = channel
  return {
    id,
    type: CHANNEL.dm as 1,
    last_message_id: lastMessage,
    last_pin_timestamp: lastPin,
    flags: 0,
    recipients: [recipient],
  }
}

export function channelObject(realm: Realm, channel: Channel) {
  if (channel.guild) return guildChannel({ ...channel, guild: channel.guild })
  const recipient = findUser(realm, channel.recipient ?? '')
  return dmChannel(channel, recipient ?? realm.app.user)
}

/** Largest number of members and video users Discord states for any guild. */
const MAX_MEMBERS = 500_000
const MAX_VIDEO = 25
const MAX_STAGE = 50
/** AFK after five minutes, as new guilds have it. */
const AFK_TIMEOUT = 300

export function guildObject(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.owner,
    application_id: null,
    region: 'us-east',
    afk_channel_id: null,
    afk_timeout: AFK_TIMEOUT,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    roles: guild.roles,
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: MAX_MEMBERS,
    max_stage_video_channel_users: MAX_STAGE,
    max_video_channel_users: MAX_VIDEO,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  }
}

/** The application as READY gives it. */
export const partialApplication = (realm: Realm) => ({ id: realm.app.id, flags: 0 })

/** The application as its owner sees it. */
export function applicationObject(realm: Realm) {
  const { app } = realm
  const owner = realm.community.people.find(({ part }) => part === 'owner')
  return {
    id: app.id,
    name: app.name,
    icon: null,
    description: app.description,
    type: null,
    bot: app.user,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: app.publicKey,
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: app.endpoint ?? null,
    role_connections_verification_url: null,
    owner: owner ? userOf(owner) : app.user,
    approximate_guild_count: realm.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { '0': {} },
  }
}
