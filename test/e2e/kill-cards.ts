/**
 * Packets of the kill loop: dropped on one platform, shared into the other, and pressed by people who press
 * again until they are told what became of it.
 */
import { text } from '../../src/kit/text.js'
import type { SandboxPlatform } from '../../src/sandbox/contract.js'
import { freePort } from '../../src/sandbox/transports.js'
import { crowd, PEOPLE, press, type Target } from './crowd.js'
import { createPromises, type Promises } from './promises.js'
import { type Rig, ROOM, words } from './rig.js'
import { eventually, seatOf, seenOf } from './seat.js'

export const SHARES = 20
/** Units: a packet of 2 USDT. */
export const TOTAL = 2_000_000n
const AMOUNT = '2'
/** People of one platform who press a card that hangs on that one alone: more than there are shares. */
export const ALL = 25
/** And where the packet hangs on both. */
const HALF = 15
/** They have accounts on both platforms and press on one. */
const HERE = crowd(1, ALL)
const THERE = crowd(PEOPLE / 2 + 1, ALL)
/** One person on both platforms, pressing on both. */
const LINKED = ['kofi', 'lena', 'yuki']
/** ms until somebody presses again who was not answered: a door that is shut says so at once. */
const AGAIN_MS = 100
/** ms for the last card to show its end. */
export const ENDED_MOST_MS = 30_000

/** How a press gets to the bot. */
export type Way = (typeof WAYS)[number]
export const WAYS = ['telegram', 'gateway', 'http'] as const

export interface Card extends Target {
  packet: string
}

export interface Tap {
  person: string
  card: Card
}

export interface Town {
  readonly rig: Rig
  readonly promises: Promises
  /** Cards by their packets. */
  readonly cards: ReadonlyMap<string, Card[]>
  /** Presses that wait for an answer now. */
  readonly waiting: Record<Way, number>
  /** Sends Discord's interactions that way from now on; the bot has to be there. */
  discordBy(way: Exclude<Way, 'telegram'>): Promise<void>
  /** What the bot needs to be told for that, and who it says it is in every life. */
  readonly settings: Readonly<Record<string, string>>
  /** Types the command and waits for nothing. */
  drop(platform: SandboxPlatform, more?: Record<string, string>): Promise<void>
  /** The card of a packet that nobody has seen before. */
  newCard(platform: SandboxPlatform): Promise<Card>
  /** Drops on Telegram and shares into Discord: a card on each. */
  dropOnBoth(more?: Record<string, string>): Promise<readonly [Card, Card]>
  /** Presses until there is an answer, and hears it. */
  pressed(tap: Tap): Promise<void>
}

export async function townOf(rig: Rig): Promise<Town> {
  const port = await freePort()
  const promises = createPromises(rig, SHARES)
  const cards = new Map<string, Card[]>()
  const waiting: Record<Way, number> = { telegram: 0, gateway: 0, http: 0 }
  let way: Exclude<Way, 'telegram'> = 'gateway'
  const wayOf = ({ platform }: Target): Way => (platform === rig.telegram ? 'telegram' : way)
  const newCard = async (platform: SandboxPlatform, packet?: string): Promise<Card> => {
    const isNew = (card: Card) => (packet === undefined ? !cards.has(card.packet) : card.packet === packet)
    const find = () => cardsIn(rig, platform).find(isNew)
    const hint = () => `${shown(rig, platform)}\n${rig.bot.said().slice(-2000)}`
    const card = await eventually(platform, 'a new card', find, { hint })
    cards.set(card.packet, [...(cards.get(card.packet) ?? []), card])
    return card
  }
  const drop = async (platform: SandboxPlatform, more: Record<string, string> = {}): Promise<void> => {
    const olivia = seatOf(platform, 'olivia', roomOf(rig, platform))
    const named = Object.entries(more).map(([name, value]) => `${name}=${value}`)
    if (platform === rig.telegram) await olivia.type(['/redpacket', AMOUNT, SHARES, ...named].join(' '))
    else await olivia.slash('redpacket', { amount: AMOUNT, shares: SHARES, ...more })
  }
  return {
    rig,
    promises,
    cards,
    waiting,
    settings: { HTTP_PORT: String(port), DISCORD_PUBLIC_KEY: rig.discord.publicKey },
    drop,
    newCard: (platform) => newCard(platform),
    async discordBy(next) {
      const address = next === 'http' ? `http://127.0.0.1:${port}/hooks/discord` : undefined
      await rig.discord.setInteractionsEndpoint(address)
      way = next
    },
    async dropOnBoth(more) {
      await drop(rig.telegram, more)
      const here = await newCard(rig.telegram)
      await share(rig, here.packet)
      return [here, await newCard(rig.discord, here.packet)]
    },
    async pressed({ person, card }) {
      for (let kind = 'unanswered'; kind === 'unanswered'; ) {
        const by = wayOf(card)
        waiting[by] += 1
        const outcome = await press(rig, person, card)
        waiting[by] -= 1
        kind = promises.hear(card.packet, person, outcome)
        if (kind === 'unanswered') await pause(AGAIN_MS)
      }
    },
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const roomOf = (rig: Rig, platform: SandboxPlatform): string =>
  platform === rig.telegram ? ROOM.traders : ROOM.lounge

/** The first so many people of each platform, and those who are on both. */
export function taps(cards: readonly Card[], people = HALF): Tap[] {
  return cards.flatMap((card) => {
    const own = card.platform.name === 'telegram' ? HERE : THERE
    return [...own.slice(0, people), ...LINKED].map((person) => ({ person, card }))
  })
}

/** Those that can be claimed. */
function cardsIn(rig: Rig, platform: SandboxPlatform): Card[] {
  const room = roomOf(rig, platform)
  return platform.history(room, 'olivia').flatMap((message) => {
    const { id, buttons } = seenOf(message)
    const data = buttons.find((one) => one.data.includes('packet-claim:'))?.data
    return data ? [{ platform, room, message: id, data, packet: data.split(':')[1] ?? '' }] : []
  })
}

/** From the packet's panel on Telegram into the channel on Discord. */
async function share(rig: Rig, packet: string): Promise<void> {
  const olivia = seatOf(rig.telegram, 'olivia', ROOM.traders)
  const speech = words()
  const label = (key: string) =>
    speech.plain(speech.choose(rig.community.person('olivia').language), text(key))
  await olivia.press(label('redpacket-panel'), packet)
  await olivia.press(label('panel-do-share'), packet)
  await olivia.press('lounge (Discord)')
}

/** The last card of a packet has no button to claim, but one to verify. */
export async function lastCards({ rig, cards }: Town): Promise<void> {
  for (const [packet, all] of cards) for (const { platform } of all) await lastCard(rig, packet, platform)
}

async function lastCard(rig: Rig, packet: string, platform: SandboxPlatform): Promise<void> {
  const find = () => {
    const all = platform.history(roomOf(rig, platform), 'olivia').flatMap((one) => seenOf(one).buttons)
    const about = all.filter(({ data }) => data.includes(packet))
    return about.some(({ data }) => data.includes('verify')) || undefined
  }
  const hint = () => `${packet}\n${shown(rig, platform)}\n${rig.bot.said().slice(-2_000)}`
  await eventually(platform, 'the last card', find, { ms: ENDED_MOST_MS, hint })
}

/** For the message of a failure. */
function shown(rig: Rig, platform: SandboxPlatform): string {
  const seen = platform.history(roomOf(rig, platform), 'olivia').map(seenOf)
  return seen
    .slice(-4)
    .map(({ text }) => text)
    .join('\n--\n')
}
