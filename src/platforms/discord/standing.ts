/** Asks Discord about a member of a guild. Interactions bring this along, so it is asked only for others. */
import type { REST } from 'discord.js'
import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { Account, Place, Standing, Survey } from '../../interaction/call.js'
import { Kept } from '../../kit/kept.js'
import type { World } from '../../kit/world.js'
import { STANDING_TTL_MS, STANDINGS_KEPT } from './limits.js'
import type { Raw } from './raw.js'
import { list, record, snowflake } from './raw.js'
import { isAdmin } from './receive.js'

export type AskStanding = (account: Account, place: Place) => Promise<Standing>

const UNKNOWN: Standing = { membership: 'unknown', isAdmin: false, roles: [] }
const OUTSIDER: Standing = { membership: 'outsider', isAdmin: false, roles: [] }
/** Roles of a guild. Source: Discord documentation, guild limits. */
const GUILD_ROLES_LIMIT = 250
const ABSENT = new Set<unknown>([RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser])

/** Never rejects: whatever goes wrong is `unknown`, which nobody takes for a yes. */
export function createStanding(rest: REST, world: World): AskStanding {
  const guilds = remembering<Raw | undefined>(world, (id) => getGuild(rest, id))
  const standings = remembering<Standing>(world, async (key) => {
    const [guild = '', user = ''] = key.split(' ')
    return askStanding(rest, guild, user, guilds)
  })
  const guildsOf = remembering<string | undefined>(world, (channel) => getGuildOf(rest, channel))
  return async (account, place) => {
    if (place.kind === 'private' || !snowflake(place.chat) || !snowflake(account.id)) return UNKNOWN
    const guild = snowflake(place.guild ?? (await guildsOf(place.chat)))
    return (guild && (await standings(`${guild} ${account.id}`))) || UNKNOWN
  }
}

/** Keeps an answer for a minute, and lets those who ask at once share one request. Failures are not kept. */
function remembering<Value>(world: World, ask: (key: string) => Promise<Value>) {
  const kept = new Kept<{ until: number; answer: Promise<Value | undefined> }>(STANDINGS_KEPT)
  return (key: string): Promise<Value | undefined> => {
    const known = kept.get(key)
    if (known && world.monotonic() < known.until) return known.answer
    const answer = ask(key).catch(() => {
      kept.delete(key)
      return undefined
    })
    kept.set(key, { until: world.monotonic() + STANDING_TTL_MS, answer })
    return answer
  }
}

async function askStanding(
  rest: REST,
  guild: string,
  user: string,
  guilds: (id: string) => Promise<Raw | undefined>,
): Promise<Standing> {
  const member = await getMember(rest, guild, user)
  if (!member) return OUTSIDER
  const known = await guilds(guild)
  // Half an answer would be believed for a minute, and an admin turned away for as long.
  if (!known) throw new Error('Discord described no guild')
  const roles = list(member.roles, GUILD_ROLES_LIMIT).flatMap((role) => snowflake(role) ?? [])
  return { membership: 'member', isAdmin: administers(user, roles, known), roles }
}

async function getMember(rest: REST, guild: string, user: string): Promise<Raw | undefined> {
  try {
    const member = record(await rest.get(Routes.guildMember(guild, user)))
    if (!member) throw new Error('Discord described no member')
    return member
  } catch (error) {
    if (error instanceof DiscordAPIError && ABSENT.has(error.code)) return undefined
    throw error
  }
}

/** The house remembers channels and not their guilds. */
async function getGuildOf(rest: REST, channel: string): Promise<string | undefined> {
  return snowflake(record(await rest.get(Routes.channel(channel)))?.guild_id)
}

async function getGuild(rest: REST, id: string): Promise<Raw | undefined> {
  return record(await rest.get(Routes.guild(id)))
}

/** Unlike an interaction's, a member asked for has no permissions of its own: they follow from its roles. */
function administers(user: string, roles: readonly string[], guild: Raw): boolean {
  if (guild.owner_id === user) return true
  return list(guild.roles, GUILD_ROLES_LIMIT)
    .map(record)
    .some((role) => (role?.id === guild.id || roles.includes(String(role?.id))) && isAdmin(role?.permissions))
}

/**
 * How large a guild is, by Discord's own approximate count. `hears`: whether messages come in at all, which
 * they do over the gateway. Never rejects.
 */
export function createSurvey(rest: REST, hears: () => boolean) {
  return async ({ kind, chat, guild: known }: Place): Promise<Survey | undefined> => {
    if (kind === 'private') return undefined
    try {
      const guild = snowflake(known) ?? (await getGuildOf(rest, chat))
      if (!guild) return undefined
      const query = new URLSearchParams({ with_counts: 'true' })
      const size = record(await rest.get(Routes.guild(guild), { query }))?.approximate_member_count
      const isCount = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0
      return isCount ? { size, hears: hears(), guild } : undefined
    } catch {
      return undefined
    }
  }
}
