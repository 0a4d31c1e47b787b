/**
 * What is to go wrong on purpose, for both platforms and in one place: each fault is off, strikes the next
 * time, or a share of the times. The chance comes by injection, so that a test can replay it.
 */
import type { FaultId, GatewayFaultId } from './contract.js'
import type { FaultLevel, FaultState, FaultsAnswer, PlatformName, SessionAfter } from './page-contract.js'

interface Kind {
  what: FaultState['what']
  /** Of {@link FaultTimes}: how long it takes, where it takes time. */
  takes?: keyof FaultTimes
}

/** Both platforms have these. */
const COMMON = {
  limit: { what: 'call', takes: 'retryAfter' },
  'error-before': { what: 'call' },
  'error-after': { what: 'call' },
  stall: { what: 'call', takes: 'stall' },
  'reset-before': { what: 'call' },
  'reset-after': { what: 'call' },
  duplicate: { what: 'update' },
  late: { what: 'update' },
  reorder: { what: 'update' },
} as const satisfies Record<string, Kind>

/** Telegram alone has these. */
const TELEGRAM = { unsure: { what: 'call' } } as const satisfies Record<string, Kind>

/** In the order in which the page shows them and a call meets them. */
const KINDS: Record<FaultId, Kind> = {
  'telegram-limit': COMMON.limit,
  'telegram-error-before': COMMON['error-before'],
  'telegram-error-after': COMMON['error-after'],
  'telegram-stall': COMMON.stall,
  'telegram-reset-before': COMMON['reset-before'],
  'telegram-reset-after': COMMON['reset-after'],
  'telegram-unsure': TELEGRAM.unsure,
  'telegram-duplicate': COMMON.duplicate,
  'telegram-late': { what: 'update', takes: 'telegramLate' },
  'telegram-reorder': COMMON.reorder,
  'discord-limit': COMMON.limit,
  'discord-limit-global': COMMON.limit,
  'discord-error-before': COMMON['error-before'],
  'discord-error-after': COMMON['error-after'],
  'discord-stall': COMMON.stall,
  'discord-reset-before': COMMON['reset-before'],
  'discord-reset-after': COMMON['reset-after'],
  'discord-duplicate': COMMON.duplicate,
  'discord-late': { what: 'update', takes: 'discordLate' },
  'discord-reorder': COMMON.reorder,
  'discord-reconnect': { what: 'gateway' },
  'discord-drop': { what: 'gateway' },
  'discord-invalid-session': { what: 'gateway' },
  'discord-deaf': { what: 'gateway' },
}

export const FAULT_IDS = Object.keys(KINDS) as FaultId[]

/** Seconds. */
export interface FaultTimes {
  /** What a 429 asks for. */
  retryAfter: number
  /** How long a call is held: longer than anybody waits for the answer to a press on Discord. */
  stall: number
  telegramLate: number
  /** Leaves the bot one of the three seconds that Discord gives it. */
  discordLate: number
}

const TIMES: FaultTimes = { retryAfter: 3, stall: 8, telegramLate: 5, discordLate: 2 }

export interface FaultOptions {
  /** 0 ≤ x < 1. */
  chance: () => number
  /** Milliseconds since the epoch. */
  now: () => number
  times?: Partial<FaultTimes>
}

/** What the pretend platforms ask. */
export interface Faults {
  readonly times: FaultTimes
  /** Whether this one strikes here and now, and counts it. `on`: the method or route it would strike. */
  strikes(id: FaultId, on?: string): boolean
  /** The first of these that strikes. */
  first<Id extends FaultId>(ids: readonly Id[], on?: string): Id | undefined
  level(id: FaultId): FaultLevel
  /** How often it has struck. */
  struck(id: FaultId): number
  /** Notes what became of the bot's session. */
  became(id: GatewayFaultId, after: SessionAfter): void
  set(levels: Partial<Record<FaultId, FaultLevel>>): void
  allOff(): void
  answer(): FaultsAnswer
  /** Told when a level changes and when one has struck. */
  onChange(listener: () => void): () => void
}

interface Switch {
  level: FaultLevel
  struck: number
  last?: { at: number; on?: string }
  after?: SessionAfter
}

export function createFaults({ chance, now, times: given }: FaultOptions): Faults {
  const times = { ...TIMES, ...given }
  const switches = new Map(FAULT_IDS.map((id): [FaultId, Switch] => [id, { level: 'off', struck: 0 }]))
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const strikes = (id: FaultId, on?: string): boolean => {
    const one = switches.get(id)
    if (!one || one.level === 'off') return false
    if (one.level !== 'next' && chance() >= one.level) return false
    if (one.level === 'next') one.level = 'off'
    one.struck += 1
    one.last = { at: now(), ...(on === undefined ? {} : { on }) }
    tell()
    return true
  }
  return {
    times,
    strikes,
    first: (ids, on) => ids.find((id) => strikes(id, on)),
    level: (id) => switches.get(id)?.level ?? 'off',
    struck: (id) => switches.get(id)?.struck ?? 0,
    became(id, after) {
      const one = switches.get(id)
      if (one) one.after = after
      tell()
    },
    set(levels) {
      for (const [id, one] of switches) one.level = levels[id] ?? one.level
      tell()
    },
    allOff() {
      for (const one of switches.values()) one.level = 'off'
      tell()
    },
    answer: () => ({ faults: FAULT_IDS.map((id) => stateOf(id, switches.get(id), times)) }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function stateOf(id: FaultId, one: Switch | undefined, times: FaultTimes): FaultState {
  const { what, takes } = KINDS[id]
  const platform: PlatformName = id.startsWith('telegram-') ? 'telegram' : 'discord'
  return {
    ...{ id, platform, what, level: one?.level ?? 'off', struck: one?.struck ?? 0 },
    ...(one?.last ? { last: one.last } : {}),
    ...(one?.after ? { after: one.after } : {}),
    ...(takes ? { seconds: times[takes] } : {}),
  }
}
