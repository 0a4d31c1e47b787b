/**
 * The shipped bot is killed again and again, each time at another moment that the seed picks: in a storm of
 * claims, between dropping a packet and its card, when a packet's time is over, in a draw, while it starts,
 * and while it makes its database. Packets hang on both platforms, Discord sends presses through the gateway
 * and over HTTP by turns, and a storm's kill that finds nobody waiting on one of them fails the test.
 * Whenever the bot is dead the books are audited and held against what people were told.
 * `npm run kills -- --kills 1000 --seed 7` does as many as one likes.
 */
import { eq } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { NO_PACE } from '../../src/sandbox/telegram/pace.js'
import { executeOn } from '../kit/execute.js'
import { tried } from '../kit/proof.js'
import { describeStorage, postgresForTests, temporaryFolder } from '../kit/storage.js'
import { virtualWorld } from '../kit/world.js'
import { atOnce, press } from './crowd.js'
import {
  ALL,
  ENDED_MOST_MS,
  lastCards,
  pause,
  SHARES,
  type Tap,
  TOTAL,
  type Town,
  taps,
  townOf,
  WAYS,
  type Way,
} from './kill-cards.js'
import { type Rig, ROOM, useRig } from './rig.js'

/** Of each engine. */
const KILLS = Number(process.env.KILLS_EACH ?? 10)
const SEED = Number(process.env.KILLS_SEED ?? 1)
/** ms that people wait for an answer on Telegram before they press again. */
const PRESS_PATIENCE_MS = 2_000
/** The same on Discord, where three seconds pass before it says that the bot is thinking. */
const THINKING_MS = 2_000
/** Discord lets a bot log in once in five seconds and a thousand times a day; this is about many lives. */
const MANY_LIVES = { identifyWindowMs: 0, identifiesADay: 1_000_000 }
/** ms from an answer to the kill, at most. */
const STORM_MS = 40
/** A start takes about so long; a kill at start comes within. */
const START_MS = 1_500
/** A packet's time is over so long after the bot is ready, and the beat that ends it comes within. */
const DUE_MS = 500
const BEAT_MS = 2_500
/** ms between looks for what must come about while the bot runs. */
const LOOK_MS = 50

interface Loop extends Town {
  roll(most: number): number
  kills: number
  /** Kills by what they met. */
  met: Record<string, number>
  /** Presses that waited when the bot died in a storm, by their way. */
  cut: Record<Way, number>
  storms: number
  /** Cards whose posting was met by a kill. */
  posts: number
}

/** Dead at once, audited, and ready for a new life. */
async function kill(loop: Loop, what: string): Promise<void> {
  await loop.rig.bot.kill()
  await buried(loop, what)
}

async function buried(loop: Loop, what: string): Promise<void> {
  loop.kills += 1
  loop.met[what] = (loop.met[what] ?? 0) + 1
  await loop.promises.audit()
  if (loop.rig.databaseUrl.startsWith('postgres')) await loop.rig.letLeasesRunOut()
}

/** Everybody presses; who has heard by then presses once more at the kill, which so meets all who play. */
async function inStorm(loop: Loop): Promise<void> {
  const { rig, roll, waiting } = loop
  const way = loop.storms++ % 2 === 0 ? 'gateway' : 'http'
  await loop.discordBy(way)
  const cards = await loop.dropOnBoth()
  const [answers, ms] = [roll(SHARES), roll(STORM_MS)]
  const storm = { heard: 0, isOver: false, begin: (_: unknown): void => {}, end: (_: unknown): void => {} }
  const time = new Promise((resolve) => {
    storm.begin = resolve
  })
  const atKill = new Promise((resolve) => {
    storm.end = resolve
  })
  const pressing = atOnce(taps(cards), async (tap) => {
    await loop.pressed(tap)
    storm.heard += 1
    if (storm.heard > answers) storm.begin(tap)
    if (storm.isOver) return
    await atKill
    await loop.pressed(tap)
  })
  await Promise.race([time, pressing])
  await pause(ms)
  storm.isOver = true
  storm.end(ms)
  // In the turn in which they press again: no answer comes between.
  await undefined
  for (const by of ['telegram', way] as const) {
    expect(waiting[by], `${by}: presses that the kill meets`).toBeGreaterThan(0)
    loop.cut[by] += waiting[by]
  }
  await kill(loop, `storm by ${way}`)
  await rig.start()
  await pressing
  expect(loop.promises.count(cards[0].packet)).toBe(SHARES)
}

/** Before the card arrives, or after, when nobody has written it down; on both platforms by turns. */
async function atPost(loop: Loop): Promise<void> {
  const { rig, roll } = loop
  const when = roll(2) === 0 ? 'before' : 'after'
  const platform = loop.posts++ % 2 === 0 ? rig.telegram : rig.discord
  const killed = platform === rig.telegram ? killAtTelegramPost(rig, when) : killAtDiscordPost(rig, when)
  await loop.drop(platform)
  await killed
  await buried(loop, `post on ${platform.name}`)
  await rig.start()
  const card = await loop.newCard(platform)
  await atOnce(taps([card], ALL), loop.pressed)
  expect(loop.promises.count(card.packet)).toBe(SHARES)
}

function killAtTelegramPost(rig: Rig, when: 'before' | 'after'): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    rig.onTelegramCall = (phase, method, args) => {
      if (phase !== when || !/^send/.test(method)) return undefined
      if (!JSON.stringify([...args.values.values()]).includes('packet-claim')) return undefined
      rig.onTelegramCall = undefined
      const dead = rig.bot.kill()
      dead.then(resolve, reject)
      return dead.then(() => Promise.reject(new Error('nobody is there to be answered')))
    }
  })
}

/** Nothing but cards is posted in the channel: answers go by the interaction. */
function killAtDiscordPost({ discord, bot }: Rig, when: 'before' | 'after'): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    discord.setFaults(({ method, path }) => {
      if (method !== 'POST' || !path.endsWith(`/channels/${ROOM.lounge}/messages`)) return undefined
      discord.setFaults(undefined)
      bot.kill().then(resolve, reject)
      return { when, what: 'reset' }
    })
  })
}

/** Its time is over soon after the next start, and the next kill comes about then. */
async function atExpiry(loop: Loop): Promise<void> {
  const { rig } = loop
  const cards = await loop.dropOnBoth()
  const { packet } = cards[0]
  await atOnce(taps(cards, 2), loop.pressed)
  await endSoon(loop, packet, 'expiry')
  const { paid, state } = await endOf(loop, packet)
  expect(state).toBe('expired')
  expect(await returned(loop, packet)).toEqual([TOTAL - paid])
  await rig.start()
}

async function inDraw(loop: Loop): Promise<void> {
  const { rig } = loop
  const cards = await loop.dropOnBoth({ window: '1h' })
  const { packet } = cards[0]
  const entered = async ({ person, card }: Tap) => {
    while ((await press(rig, person, card)).kind === 'timeout') await pause(LOOK_MS)
  }
  await atOnce(taps(cards), entered)
  await endSoon(loop, packet, 'draw')
  expect(await endOf(loop, packet)).toEqual({ state: 'closed', taken: SHARES, paid: TOTAL })
  expect(await returned(loop, packet)).toEqual([])
  await rig.start()
}

/** Killed, due, started, killed about the end, started, ended; and stopped. */
async function endSoon(loop: Loop, packet: string, what: string): Promise<void> {
  const { rig, roll } = loop
  await kill(loop, `rest before ${what}`)
  await executeOn(rig.databaseUrl, duesOf(packet))
  await rig.start()
  await pause(roll(DUE_MS + BEAT_MS))
  await kill(loop, what)
  await rig.start()
  await ended(rig, packet)
  expect(await rig.bot.stop()).toBe(0)
}

/** Its record is published when it is over. */
async function ended({ bot }: Rig, packet: string): Promise<void> {
  for (let tries = 0; tries < ENDED_MOST_MS / LOOK_MS; tries++) {
    if ((await fetch(`${bot.address}/packets/${packet}.json`)).ok) return
    await pause(LOOK_MS)
  }
  throw new Error(`packet ${packet} did not end:\n${bot.said().slice(-2_000)}`)
}

function duesOf(packet: string): string {
  const at = Date.now() + DUE_MS
  return `update packets set expires_at = ${at} where id = '${packet}';
    update packets set draw_at = ${at} where id = '${packet}' and draw = 'window'`
}

async function endOf({ rig }: Loop, id: string) {
  const storage = await rig.open()
  const [row] = await storage.read((work) =>
    work.db.select().from(work.t.packets).where(eq(work.t.packets.id, id)),
  )
  await storage.close()
  return { state: row?.state, taken: row?.taken ?? 0, paid: row?.paid ?? 0n }
}

async function returned({ rig }: Loop, id: string): Promise<bigint[]> {
  const storage = await rig.open()
  const rows = await storage.read((work) =>
    work.db
      .select()
      .from(work.t.transfers)
      .where(eq(work.t.transfers.key, `packet:return:${id}`)),
  )
  await storage.close()
  return rows.map(({ amount }) => amount)
}

async function atStart(loop: Loop): Promise<void> {
  const { rig, roll } = loop
  await kill(loop, 'rest before a start')
  await rig.killAtStart(roll(START_MS))
  await buried(loop, 'start')
  await rig.start()
}

/** On the server of this test run, without tables. */
async function blankDatabase(after: (task: () => Promise<void>) => void): Promise<string> {
  const { admin } = await postgresForTests()
  const name = `blank_${process.pid}`
  await executeOn(admin, `create database ${name}`)
  after(() => executeOn(admin, `drop database ${name} with (force)`))
  return Object.assign(new URL(admin), { pathname: `/${name}` }).href
}

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')

describeStorage('killed again and again', (engine) => {
  const make = useRig(engine)

  it('keeps every promise on both platforms', { timeout: 120_000 + KILLS * 30_000 }, async () => {
    const rig = await make({
      pressPatienceMs: PRESS_PATIENCE_MS,
      thinkingMs: THINKING_MS,
      ...{ limits: NO_PACE, gateway: MANY_LIVES },
    })
    const town = await townOf(rig)
    await rig.start(town.settings)
    const { roll } = virtualWorld({ seed: SEED })
    const loop: Loop = {
      ...{ ...town, roll, kills: 0, met: {}, cut: { telegram: 0, gateway: 0, http: 0 }, storms: 0 },
      // Twenty kills are ten of each engine, with one post: the engines take one platform each.
      posts: engine.dialect === 'sqlite' ? 0 : 1,
    }
    const kinds = [inStorm, atPost, inStorm, atExpiry, inStorm, inDraw, atStart]
    const begin = performance.now()
    for (let round = 0; loop.kills < KILLS; round++) {
      await kinds[round % kinds.length]?.(loop)
    }
    await lastCards(loop)
    expect(await rig.bot.stop()).toBe(0)
    await loop.promises.auditAll()
    const audit = await rig.cli('audit')
    expect(audit.said).toMatch(/\d+ checks, 0 findings/)
    if (loop.storms > 1) for (const way of WAYS) expect(loop.cut[way], way).toBeGreaterThan(0)
    tried({ kills: loop.kills })
    process.stdout.write(
      `kills on ${engine.dialect}: ${loop.kills} (${listed(loop.met)}), ${loop.cards.size} packets, presses ` +
        `cut off in storms: ${listed(loop.cut)}, ${((performance.now() - begin) / 1000).toFixed(0)} s\n`,
    )
  })

  it('is killed while it makes its database, and makes it all the same', { timeout: 120_000 }, async () => {
    const rig = await make({ gateway: MANY_LIVES })
    const { roll } = virtualWorld({ seed: SEED + 1 })
    const DATABASE_URL =
      engine.dialect === 'sqlite' ? `${temporaryFolder()}/new.sqlite` : await blankDatabase(onTestFinished)
    const settings = { DATABASE_URL }
    await rig.killAtStart(300 + roll(START_MS), settings)
    await rig.killAtStart(300 + roll(START_MS), settings)
    await rig.start(settings)
    expect(await rig.bot.stop()).toBe(0)
    const audit = await rig.cli('audit')
    expect(audit.said).toMatch(/\d+ checks, 0 findings/)
    tried({ kills: 2 })
  })
})
