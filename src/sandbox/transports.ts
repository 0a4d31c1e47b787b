/**
 * By which way updates come to the bot: asked for by it, or sent to it. Another way is another start of the
 * bot with other settings, as for any operator; the pretend platforms do what the real ones would.
 */
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { World } from '../kit/world.js'
import { ApiError } from './discord/api-error.js'
import type { DiscordSandbox } from './discord/discord.js'
import type { TransportSwitch } from './page-switches.js'
import { deny, type Reason } from './reasons.js'
import type { Supervisor } from './supervisor.js'
import type { TransportStatus, Transports } from './transport-contract.js'

/** As most begin: nothing of this needs an address of one's own. */
export const FIRST_WAY: Transports = { telegram: 'polling', discord: 'gateway' }

/** ms between two of the bad signatures by which Discord sees whether they are still looked at. */
const PROBE_MS = 60_000
const HOST = '127.0.0.1'
/** Bytes of chance in the webhook's secret. */
const SECRET_BYTES = 32

/**
 * Ports for the bot, below those that systems give to outgoing connections (from 32,768 on Linux): one of
 * these could take the bot's while it is away.
 */
const PORTS = { first: 20_000, beyond: 32_000 }
/** Ports tried before giving up. */
const TRIES = 50

/** A port that nobody uses now, for the bot: its address must be known before it starts. */
export async function freePort(): Promise<number> {
  for (let tries = 1; ; tries++) {
    const port = randomInt(PORTS.first, PORTS.beyond)
    const probe = createServer()
    try {
      probe.listen(port, HOST)
      await once(probe, 'listening')
    } catch (error) {
      if (tries === TRIES) throw error
      continue
    }
    probe.close()
    await once(probe, 'close')
    return port
  }
}

const SECRET = randomBytes(SECRET_BYTES).toString('hex')

type WaySetting = 'HTTP_PORT' | 'PUBLIC_URL' | 'TELEGRAM_WEBHOOK_SECRET' | 'DISCORD_PUBLIC_KEY'

/** The settings that differ. Telegram comes by webhook where there is a public address. */
export function settingsFor(
  { telegram, discord }: Transports,
  { port, publicKey }: { port: number; publicKey: string },
): Record<WaySetting, string> {
  const isSent = telegram === 'webhook'
  return {
    HTTP_PORT: String(port),
    PUBLIC_URL: isSent ? addressOf(port) : '',
    TELEGRAM_WEBHOOK_SECRET: isSent ? SECRET : '',
    DISCORD_PUBLIC_KEY: discord === 'http' ? publicKey : '',
  }
}

/** Discord refuses an endpoint that does not answer as it should; else it was the bot. */
const problemOf = (error: unknown): Reason =>
  error instanceof ApiError ? { code: 'not-verified' } : { code: 'not-started' }

const addressOf = (port: number): string => `http://${HOST}:${port}`

interface Means {
  bot: Pick<Supervisor, 'restartWith'>
  discord: Pick<DiscordSandbox, 'setInteractionsEndpoint' | 'probeEndpoint' | 'publicKey'>
  port: number
  world: Pick<World, 'after'>
}

/** The bot runs by the first way when this begins. */
export function createTransports({ bot, discord, port, world }: Means): TransportSwitch & { close(): void } {
  const listeners = new Set<() => void>()
  let status: TransportStatus = { ...FIRST_WAY, switching: false }
  let stopProbing = () => {}
  const set = (next: TransportStatus): void => {
    status = next
    for (const listener of listeners) listener()
  }

  async function go(way: Transports): Promise<void> {
    stopProbing()
    await discord.setInteractionsEndpoint(undefined)
    await bot.restartWith(settingsFor(way, { port, publicKey: discord.publicKey }))
    if (way.discord === 'gateway') return
    await discord.setInteractionsEndpoint(`${addressOf(port)}/hooks/discord`)
    probe()
  }

  function probe(): void {
    stopProbing = world.after(PROBE_MS, () => {
      // A bot that is just being killed answers nothing; one that lets it pass loses its endpoint.
      discord.probeEndpoint().then(probe, probe)
    })
  }

  async function change(before: Transports, way: Transports): Promise<void> {
    try {
      await go(way)
      set({ ...way, switching: false })
    } catch (error) {
      await go(before).catch(() => {})
      set({ ...before, switching: false, problem: problemOf(error) })
    }
  }

  return {
    status: () => ({ ...status, address: addressOf(port) }),
    change(wanted) {
      if (status.switching) deny({ code: 'switching' })
      const { telegram, discord: now } = status
      const before: Transports = { telegram, discord: now }
      const way: Transports = { ...before, ...wanted }
      if (way.telegram === telegram && way.discord === now) return this.status()
      set({ ...way, switching: true })
      void change(before, way)
      return this.status()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => stopProbing(),
  }
}
