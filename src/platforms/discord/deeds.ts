/**
 * Deeds on Discord: what is done about the channel of partners, and a role given or taken. Of a role it is
 * looked first, so that a repetition asks for nothing, and nothing but the named role is written: a PATCH of
 * the member would write all of their roles.
 */
import type { REST } from 'discord.js'
import { DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes, Routes } from 'discord.js'
import {
  DELIVERY_MS,
  DeliveryError,
  type Performed,
  type RoleDeed,
  type Task,
} from '../../interaction/platform.js'
import { byDeadline } from '../../kit/deadline.js'
import type { World } from '../../kit/world.js'
import type { Client } from './client.js'
import { deliveryFailure } from './failure.js'
import { invite, revoke } from './group-deeds.js'
import { list, type Raw, record } from './raw.js'

/** Roles of a guild. Source: Discord documentation, guild limits. */
const GUILD_ROLES_LIMIT = 250
/** In the server's record of changes. */
const REASON = 'Partner programme'

const ABSENT = new Set<unknown>([RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser])
const AWAY = new Set<unknown>([
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
])

interface Asking {
  rest: REST
  signal: AbortSignal
  /** The bot's own account. */
  self: string
}

export function createPerform(
  client: Pick<Client, 'house' | 'revoked'>,
  world: Pick<World, 'after' | 'now'>,
  self: () => string | undefined,
): (task: Task) => Promise<Performed> {
  return async ({ deed }) => {
    if (deed.do === 'tag' || deed.do === 'show-out')
      throw new DeliveryError({ kind: 'invalid', detail: `Discord has no ${deed.do}` })
    const own = self()
    if (own === undefined) throw new DeliveryError({ kind: 'later', retryAfter: 1000, everything: true })
    try {
      return await byDeadline(DELIVERY_MS, world, (signal) =>
        does({ rest: client.house, signal, self: own }, deed, world.now()),
      )
    } catch (error) {
      if (error instanceof DeliveryError) throw error
      const outcome = outcomeOf(error)
      if (outcome) return { outcome }
      throw new DeliveryError(deliveryFailure(error, client.revoked()))
    }
  }
}

type Own = Exclude<Task['deed'], { do: 'tag' | 'show-out' }>

function does(asking: Asking, deed: Own, now: number): Promise<Performed> {
  const { rest, signal } = asking
  switch (deed.do) {
    case 'role':
      return setRole(asking, deed)
    case 'invite':
      return invite(rest, deed, { now, signal })
    case 'revoke':
      return revoke(rest, deed, signal)
  }
}

async function setRole(asking: Asking, deed: RoleDeed): Promise<Performed> {
  const { rest, signal } = asking
  const { guild, account, role, give } = deed
  const member = record(await rest.get(Routes.guildMember(guild, account), { signal }))
  if (list(member?.roles, GUILD_ROLES_LIMIT).includes(role) === give) return { outcome: 'done' }
  const route = Routes.guildMemberRole(guild, account, role)
  try {
    await (give
      ? rest.put(route, { signal, reason: REASON })
      : rest.delete(route, { signal, reason: REASON }))
    return { outcome: 'done' }
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.MissingPermissions)) throw error
    return { outcome: await whyNot(asking, deed) }
  }
}

/** Discord says the same of both: the right is missing, or the role stands above the bot's highest. */
async function whyNot(
  { rest, signal, self }: Asking,
  { guild: id }: RoleDeed,
): Promise<'no-right' | 'above'> {
  const guild = record(await rest.get(Routes.guild(id), { signal }))
  const member = record(await rest.get(Routes.guildMember(id, self), { signal }))
  const held = new Set([id, ...list(member?.roles, GUILD_ROLES_LIMIT)])
  const roles = list(guild?.roles, GUILD_ROLES_LIMIT).map(record)
  const rights = roles.filter((role) => held.has(role?.id)).map(rightsOf)
  const needed = PermissionFlagsBits.ManageRoles | PermissionFlagsBits.Administrator
  return rights.some((bits) => (bits & needed) !== 0n) ? 'above' : 'no-right'
}

function rightsOf(role: Raw | undefined): bigint {
  const said = role?.permissions
  return typeof said === 'string' && /^\d{1,20}$/.test(said) ? BigInt(said) : 0n
}

/** A definite no, which no repetition changes; undefined for everything else. */
function outcomeOf(error: unknown): Performed['outcome'] | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  if (ABSENT.has(error.code)) return 'absent'
  if (AWAY.has(error.code)) return 'away'
  if (error.code === RESTJSONErrorCodes.UnknownRole) return 'unknown'
  // A role that belongs to an integration, or is everybody's.
  if (error.code === RESTJSONErrorCodes.InvalidRole) return 'unable'
  if (error.code === RESTJSONErrorCodes.MissingPermissions) return 'no-right'
  if (error.code === RESTJSONErrorCodes.MaximumNumberOfInvitesReached) return 'unable'
  return undefined
}

function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code
}
