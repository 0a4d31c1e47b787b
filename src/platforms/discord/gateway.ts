/**
 * discord.js's client, for what comes over the WebSocket: interactions, the guilds we come into and leave,
 * and that somebody wrote. Sessions, heartbeats, resuming and sharding are its business. Nothing of ours
 * lives in its caches, so they keep only what discord.js needs for itself.
 */
import type { CacheWithLimitsOptions, RESTOptions } from 'discord.js'
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
} from 'discord.js'
import type { PlatformEvent } from '../../interaction/call.js'
import type { Log } from '../../kit/log.js'
import { StartError } from '../../kit/start-error.js'
import { safeFields, summary } from './failure.js'
import { overhear } from './overhear.js'
import { record, snowflake } from './raw.js'
import { receiveGuildJoined, receiveGuildLeft } from './receive.js'
import type { Receiving } from './receiving.js'

export interface GatewayOptions {
  token: string
  rest: Partial<RESTOptions>
  log: Log
  receiving: Pick<Receiving, 'interaction' | 'event' | 'overhear'>
  /** Discord has closed the door for good. Not called before `open` has resolved: that rejects then. */
  onEnd(error: StartError): void
}

export interface Gateway {
  /** Resolves when Discord has accepted us; rejects with a StartError. */
  open(): Promise<void>
  close(): Promise<void>
}

/** Set for what is ours, so that discord.js builds no objects from it. */
const TAKEN = 'TAKEN'

/**
 * Close codes after which reconnecting is useless. Source: Discord documentation, gateway close event codes.
 */
const ENDS = new Map<number, string>([
  [GatewayCloseCodes.AuthenticationFailed, 'Discord does not accept DISCORD_TOKEN: it was reset or revoked'],
  [GatewayCloseCodes.InvalidShard, 'Discord refuses the gateway connection: invalid shard'],
  [GatewayCloseCodes.ShardingRequired, 'Discord refuses the gateway connection: more shards are required'],
  [GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks version 10 of its gateway'],
  [GatewayCloseCodes.InvalidIntents, 'Discord refuses the gateway connection: invalid intents'],
  [GatewayCloseCodes.DisallowedIntents, 'Discord refuses the gateway connection: intents not allowed'],
])

export function createGateway(options: GatewayOptions): Gateway {
  const client = createClient(options.rest)
  let isOpen = false
  let end: StartError | undefined
  listen(client, options)
  client.on(Events.ShardDisconnect, ({ code }) => {
    end ??= new StartError(ENDS.get(code) ?? `Discord closed the gateway with code ${code}`, 'configuration')
    if (isOpen) options.onEnd(end)
  })
  return {
    async open() {
      await client.login(options.token).catch((error: unknown) => {
        throw end ?? loginError(error)
      })
      isOpen = true
    },
    close: () => client.destroy(),
  }
}

function createClient(rest: Partial<RESTOptions>): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest,
    shards: 'auto',
    makeCache: Options.cacheWithLimits(cacheLimits(() => client.user?.id)),
    sweepers: Options.DefaultSweeperSettings,
  })
  return client
}

/**
 * Guilds, channels, roles and overwrites must stay whole (discord.js guide); everything else is never looked
 * at.
 */
function cacheLimits(self: () => string | undefined): CacheWithLimitsOptions {
  return {
    ...Options.DefaultMakeCacheSettings,
    ApplicationCommandManager: 0,
    ApplicationEmojiManager: 0,
    AutoModerationRuleManager: 0,
    DMMessageManager: 0,
    EntitlementManager: 0,
    GuildBanManager: 0,
    GuildEmojiManager: 0,
    GuildForumThreadManager: 0,
    GuildInviteManager: 0,
    GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === self() },
    GuildMessageManager: 0,
    GuildScheduledEventManager: 0,
    GuildStickerManager: 0,
    GuildTextThreadManager: 0,
    MessageManager: 0,
    PresenceManager: 0,
    ReactionManager: 0,
    ReactionUserManager: 0,
    StageInstanceManager: 0,
    ThreadManager: 0,
    ThreadMemberManager: 0,
    UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === self() },
    VoiceStateManager: 0,
  }
}

function listen(client: Client, { log, receiving }: GatewayOptions): void {
  client.on(Events.Raw as never, (packet: { t: string | null; d: unknown }) => {
    if (packet.t === GatewayDispatchEvents.InteractionCreate) {
      packet.t = TAKEN
      receiving.interaction(packet.d)
    } else if (packet.t === GatewayDispatchEvents.Resumed) {
      // discord.js 14.28 reads the session here for an event that nobody of us hears, and throws where a
      // session that became invalid meanwhile is gone. Its gateway has taken note of the packet before.
      packet.t = TAKEN
    } else if (packet.t !== null && MESSAGES.has(packet.t)) {
      const heard = packet.t === GatewayDispatchEvents.MessageCreate ? overhear(packet.d) : undefined
      packet.t = TAKEN
      if (heard) receiving.overhear(heard)
    } else {
      for (const event of guildEvents(packet, client)) receiving.event(event)
    }
  })
  client.on(Events.Error, (error) => log.warn('discord: client error', safeFields(error)))
  client.on(Events.ShardError, (error) => log.warn('discord: gateway error', safeFields(error)))
  client.on(Events.ShardReconnecting, (shard) => log.info('discord: reconnecting', { shard }))
}

/** What the intent for messages brings; of most of it nothing is wanted. */
const MESSAGES: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
])

/**
 * `raw` is told before discord.js changes its caches: a guild that it holds already was named when we logged
 * in or comes back from an outage, and the channels of one that shows us out are still known.
 */
function guildEvents(packet: { t: string | null; d: unknown }, client: Client): PlatformEvent[] {
  const known = client.guilds.cache.get(snowflake(record(packet.d)?.id) ?? '')
  if (packet.t === GatewayDispatchEvents.GuildDelete) {
    const channels = known?.channels.cache.filter((channel) => !channel.isThread()).map(({ id }) => id)
    return receiveGuildLeft(packet.d, channels ?? [])
  }
  const joined = packet.t === GatewayDispatchEvents.GuildCreate && !known && receiveGuildJoined(packet.d)
  return joined ? [joined] : []
}

function loginError(error: unknown): StartError {
  const refused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
  if (refused) return new StartError('Discord does not accept DISCORD_TOKEN', 'configuration')
  return new StartError(`Discord's gateway cannot be reached: ${summary(error)}`, 'unavailable')
}
