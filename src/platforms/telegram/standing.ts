/**
 * Who is what in a chat: asked of Telegram, believed for a minute, corrected by what updates tell. For other
 * people the answer is only certain where the bot is an admin (Bot API, getChatMember); whatever goes wrong
 * means
 * `unknown`, which is never a yes.
 */
import type { RawApi } from 'grammy'
import type { Account, Place, Standing } from '../../interaction/call.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import { asSignal } from './client.js'
import { describe } from './failure.js'
import { OWN_STANDING_TTL, STANDING_LIMIT, STANDING_SECONDS, STANDING_TTL } from './limits.js'
import { readStanding } from './native.js'
import type { MemberNews } from './receive.js'

export interface Standings {
  /** Never throws. */
  of(account: Account, place: Place): Promise<Standing>
  /** Whether the account is an admin; no when Telegram cannot tell. For the bot itself. */
  isAdmin(account: string, chat: string): Promise<boolean>
  /** Updates come late, again and one after the other: what is older than what is known changes nothing. */
  learn(news: MemberNews): void
}

interface Known {
  standing: Standing
  /** `World.monotonic`, ms. */
  at: number
  /** When the newest came about that an update told; see {@link MemberNews.at}. */
  told: number
  /** When Telegram was asked last, ms since the epoch. */
  askedAt: number
}

const NEVER = Number.NEGATIVE_INFINITY
const UNKNOWN: Standing = { membership: 'unknown', isAdmin: false, roles: [] }

export function createStandings(api: Pick<RawApi, 'getChatMember'>, world: World, log: Log): Standings {
  const known = new Map<string, Known>()
  const asked = new Map<string, Promise<Standing>>()

  const datesOf = (key: string): Pick<Known, 'told' | 'askedAt'> =>
    known.get(key) ?? { told: NEVER, askedAt: NEVER }

  function remember(key: string, standing: Standing, change: Partial<Omit<Known, 'standing'>>): void {
    const { told, askedAt } = datesOf(key)
    known.delete(key)
    known.set(key, { standing, at: world.monotonic(), told, askedAt, ...change })
    const oldest = known.size > STANDING_LIMIT ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
  }

  async function ask(account: string, chat: string): Promise<Standing> {
    const key = `${chat}:${account}`
    const { told } = datesOf(key)
    const askedAt = world.now()
    const patience = new AbortController()
    const cancel = world.after(STANDING_SECONDS * 1000, () => patience.abort())
    try {
      const ids = { chat_id: Number(chat), user_id: Number(account) }
      const standing = readStanding(await api.getChatMember(ids, asSignal(patience.signal))) ?? UNKNOWN
      // News that came meanwhile may be newer than the answer.
      if (standing !== UNKNOWN && datesOf(key).told === told) remember(key, standing, { askedAt })
      return standing
    } catch (error) {
      log.debug('Telegram cannot tell who somebody is', { chat, ...describe(error) })
      return UNKNOWN
    } finally {
      cancel()
    }
  }

  /** One question at a time about one person, however many wait for the answer. */
  function find(account: string, chat: string, ttl: number): Promise<Standing> {
    const key = `${chat}:${account}`
    const found = known.get(key)
    if (found && world.monotonic() - found.at <= ttl) return Promise.resolve(found.standing)
    const pending = asked.get(key) ?? ask(account, chat).finally(() => asked.delete(key))
    asked.set(key, pending)
    return pending
  }

  return {
    of(account, place) {
      if (place.kind === 'private') return Promise.resolve(inPrivate(account, place))
      return find(account.id, place.chat, STANDING_TTL)
    },
    isAdmin: async (account, chat) => (await find(account, chat, OWN_STANDING_TTL)).isAdmin,
    learn({ chat, account, standing, at }) {
      const key = `${chat}:${account}`
      const { told, askedAt } = datesOf(key)
      if (at < told) return
      // Of two in one second nobody knows which is the newer, nor what came after one that is late.
      const isSure = at > told && at > askedAt && world.now() - at <= STANDING_TTL
      remember(key, standing, { told: at, ...(isSure ? {} : { at: NEVER }) })
    },
  }
}

/** A private chat has the number of its person. */
function inPrivate(account: Account, place: Place): Standing {
  return { membership: account.id === place.chat ? 'member' : 'outsider', isAdmin: false, roles: [] }
}
