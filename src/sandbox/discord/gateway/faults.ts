/** The faults that are switched on, as they befall connections to the gateway. */
import type { Clock } from '../../clock.js'
import type { GatewayFaultId } from '../../contract.js'
import type { Faults } from '../../faults.js'
import type { Gateway } from './gateway.js'

/** ms between two throws of the dice while one of these is on. */
const BEAT_MS = 10_000
/** Sessions of the day that are not spent on purpose: without any, Discord takes the token away. */
const IDENTIFIES_LEFT = 100

const IDS = [
  'discord-reconnect',
  'discord-drop',
  'discord-invalid-session',
] as const satisfies GatewayFaultId[]
/** The last strikes where a heartbeat comes in (`connection.ts`). */
const ALL = [...IDS, 'discord-deaf'] as const satisfies GatewayFaultId[]

/** Lets them strike from now on, "the next one" at once. Returns what ends it. */
export function gatewayFaults(gateway: Gateway, faults: Faults, clock: Clock): () => void {
  let stopTimer: (() => void) | undefined
  const isOn = (level: (typeof faults)['level']): boolean => IDS.some((id) => level(id) !== 'off')

  const strike = (): void => {
    stopTimer = undefined
    const open = gateway.budget.limit().remaining > IDENTIFIES_LEFT ? IDS : IDS.slice(0, 2)
    const id = gateway.connections() > 0 ? faults.first(open) : undefined
    if (id === 'discord-reconnect') gateway.askReconnect()
    if (id === 'discord-drop') gateway.dropConnections()
    if (id === 'discord-invalid-session') gateway.invalidateSessions(false)
    wait()
  }
  const wait = (): void => {
    if (!stopTimer && isOn(faults.level)) stopTimer = clock.after(BEAT_MS, strike)
  }
  const stopFollowing = followSessions(gateway, faults, clock)
  const stopListening = faults.onChange(() => {
    if (!IDS.some((id) => faults.level(id) === 'next')) return wait()
    stopTimer?.()
    stopTimer = clock.after(0, strike)
  })
  return () => {
    stopFollowing()
    stopListening()
    stopTimer?.()
  }
}

/** Notes of each strike what becomes of the bot's session. */
function followSessions(gateway: Gateway, faults: Faults, clock: Clock): () => void {
  const counted = new Map(ALL.map((id) => [id, faults.struck(id)]))
  const since = new Map<GatewayFaultId, number>()
  const stopCounting = faults.onChange(() => {
    for (const id of ALL) {
      const struck = faults.struck(id)
      if (struck === counted.get(id)) continue
      counted.set(id, struck)
      // Heartbeats that go on being ignored are one silence.
      if (since.has(id)) continue
      since.set(id, clock.now())
      faults.became(id, { kind: 'away' })
    }
  })
  const stopHearing = gateway.onSession(({ kind, events }) => {
    for (const [id, at] of since) faults.became(id, { kind, events, ms: clock.now() - at })
    since.clear()
  })
  return () => {
    stopCounting()
    stopHearing()
  }
}
