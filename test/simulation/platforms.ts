/** Telegram and Discord at the port of the adapters, with the town's people on the other side. */
import type { Connected } from '../../src/connect.js'
import type { Account, Place, PlatformName, Standing } from '../../src/interaction/call.js'
import type { Delivery, DeliveryFailure } from '../../src/interaction/platform.js'
import { type Board, boardOf, type Shown } from './board.js'
import { type Deeds, deedsOf } from './deeds.js'
import type { History } from './history.js'
import { discordInward, type Inward, type InwardOptions, telegramInward } from './inward.js'
import type { Life } from './life.js'
import { outwardOf } from './outward.js'
import type { Town } from './town.js'

/** ms until a platform has accepted us, or has told about a person. */
const ACCEPTS = { least: 20, most: 2_000 }
const TELLS = { least: 5, most: 400 }

export interface Server {
  readonly name: PlatformName
  readonly board: Board
  readonly inward: Inward
  /** Roles and tags. */
  readonly deeds: Deeds
  /** People who have shut their private chat with the bot. */
  readonly shut: Set<string>
  platformFor(life: Life): Connected
  /** The life has ended: nothing is brought to it any more. */
  hangUp(): void
}

export interface ServerOptions {
  name: PlatformName
  history: History
  town: Town
  inward: Pick<InwardOptions, 'answered' | 'acknowledged' | 'swallows'>
  shown(platform: PlatformName, shown: Shown, isNew: boolean): void
}

/** Where ids of messages begin; Discord's look like snowflakes. */
const FIRST_MESSAGE: Record<PlatformName, bigint> = { telegram: 5_000n, discord: 1_400_000_000_000_000_000n }

export function serverOf(options: ServerOptions): Server {
  const { name, history, town } = options
  const board = boardOf(FIRST_MESSAGE[name])
  const shut = new Set<string>()
  const chance = history.chance(`${name} server`)
  const deeds = deedsOf(name, history)
  const inwardOptions = { name, history, ...options.inward }
  const inward = name === 'telegram' ? telegramInward(inwardOptions) : discordInward(inwardOptions)

  function obstacle({ place, recipient }: Delivery): DeliveryFailure | undefined {
    const reader = recipient?.id ?? place.chat
    if (place.kind === 'private' && shut.has(reader))
      return { kind: 'unreachable', detail: 'blocked by the person' }
    const to = town.movedTo(name, place.chat)
    return to === undefined ? undefined : { kind: 'moved', to }
  }

  const outward = outwardOf({
    name,
    history,
    board,
    obstacle,
    shown: (shown, isNew) => options.shown(name, shown, isNew),
  })

  async function standing(life: Life, account: Account, place: Place): Promise<Standing> {
    await pause(life, chance.between(TELLS.least, TELLS.most), 'asks about somebody')
    if (chance.happens(history.mood.unsure)) return { membership: 'unknown', isAdmin: false, roles: [] }
    return town.standing(name, account.id, place.chat)
  }

  function pause(life: Life, ms: number, what: string): Promise<void> {
    return new Promise((resolve) => {
      history.scheduler.later(
        ms,
        `${life.number} ${what}`,
        () => life.passes('point') || resolve(),
        life.number,
      )
    })
  }

  return {
    name,
    board,
    inward,
    deeds,
    shut,
    hangUp: () => inward.detach(),
    platformFor: (life) => ({
      name,
      async start(intake) {
        await pause(life, chance.between(ACCEPTS.least, ACCEPTS.most), `connects to ${name}`)
        inward.attach(life, intake)
      },
      async stop() {
        inward.detach()
        await life.point(`leaves ${name}`)
      },
      close: () => life.point(`closes ${name}`),
      deliver: (delivery) => outward.deliver(life, delivery),
      standing: (account, place) => standing(life, account, place),
      survey: async () => undefined,
      publish: () => life.point(`publishes to ${name}`),
      privateLink: () => undefined,
      download: async () => undefined,
      perform: (task) => deeds.perform(life, task),
    }),
  }
}
