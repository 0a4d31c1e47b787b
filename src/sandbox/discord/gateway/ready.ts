/** The first events of a session: READY and the guilds. Source: developers/events/gateway-events. */
import { memberOf } from '../guilds.js'
import { findUser, guildChannel, guildObject, memberObject, partialApplication } from '../objects.js'
import { INTENT } from '../protocol.js'
import type { Guild, Realm } from '../realm.js'
import { shardOf } from '../snowflake.js'
import { emit, type Session } from './session.js'

export const API_VERSION = 10

/** Guilds larger than this come without their offline members (`large_threshold` may say 50-250). */
const LARGE_THRESHOLD = 50

const guildsOf = (realm: Realm, [id, count]: Session['shard']): Guild[] =>
  [...realm.guilds.values()].filter((guild) => shardOf(guild.id, count) === id)

export function greet(realm: Realm, session: Session, url: string, largeThreshold = LARGE_THRESHOLD): void {
  const guilds = guildsOf(realm, session.shard)
  const ready = {
    v: API_VERSION,
    user: realm.app.user,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard: session.shard,
    application: partialApplication(realm),
    session_type: 'normal',
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    _trace: [],
  }
  emit(session, 'READY', JSON.stringify(ready))
  if (!(session.intents & INTENT.guilds)) return
  for (const guild of guilds) {
    emit(session, 'GUILD_CREATE', JSON.stringify(guildCreate(realm, guild, session.intents, largeThreshold)))
  }
}

function guildCreate(realm: Realm, guild: Guild, intents: number, largeThreshold: number) {
  const channels = [...realm.channels.values()].filter((channel) => channel.guild === guild.id)
  const large = guild.members.size > largeThreshold
  const all = (intents & INTENT.guildMembers) !== 0 && !large
  return {
    ...guildObject(guild),
    joined_at: memberOf(realm, guild, realm.app.id)?.joinedAt,
    large,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    // Without the members intent only the bot itself is told, whose permissions every client works out.
    members: all ? membersOf(realm, guild) : membersOf(realm, guild, [realm.app.id]),
    channels: channels.map((channel) => {
      const { guild_id: _, ...shown } = guildChannel({ ...channel, guild: guild.id })
      return shown
    }),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export function membersOf(realm: Realm, guild: Guild, only?: readonly string[]) {
  const ids = only ?? [...guild.members.keys()]
  return ids.flatMap((id) => {
    const user = findUser(realm, id)
    const member = memberOf(realm, guild, id)
    return user && member ? [memberObject(member, user)] : []
  })
}
