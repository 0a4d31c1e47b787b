/** What is done to the bot itself, by whichever button: the storm and the rail hear of it. */
import type { PlatformName } from './page-contract.js'
import type { BotSupervision } from './page-server.js'
import type { TransportSwitch } from './page-switches.js'
import type { Rail } from './rail.js'
import type { TransportStatus, Transports } from './transport-contract.js'

const PLATFORMS: readonly PlatformName[] = ['telegram', 'discord']

/** The same supervision; a kill of a bot that runs has an entry in the rail, which ends when it is back. */
export function toldOfKills(bot: BotSupervision, rail: Rail | undefined): BotSupervision {
  const kill = (): void | Promise<void> => {
    const end = bot.status().running ? rail?.tell({ what: 'killed' }) : undefined
    const stop =
      end &&
      bot.onChange?.(({ running, isWaiting }) => {
        if (!running || isWaiting) return
        stop?.()
        end()
      })
    return bot.kill()
  }
  return { ...bot, kill }
}

/** The same switch; a change of the way of a platform has an entry in the rail, which ends as it went. */
export function toldOfWays(transports: TransportSwitch, rail: Rail | undefined): TransportSwitch {
  const change = (wanted: Partial<Transports>): TransportStatus => {
    const before = transports.status()
    const now = transports.change(wanted)
    const ends = PLATFORMS.filter((platform) => now[platform] !== before[platform]).map((platform) =>
      rail?.tell({ what: 'way', platform, way: now[platform] }),
    )
    const stop = transports.onChange(() => {
      const { switching, problem } = transports.status()
      if (switching) return
      stop()
      for (const end of ends) end?.(problem)
    })
    if (ends.length === 0) stop()
    return now
  }
  return { ...transports, change }
}
