/**
 * Two processes of the shipped bot on one PostgreSQL: the same presses reach both at once, all connections
 * are cut, one process is killed, and one is stopped for longer than it may keep a message, and wakes. People
 * are paid once, a packet ends up with one card that is right, and the sleeper changes nothing.
 */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { must } from '../../src/kit/refusal.js'
import { NO_PACE } from '../../src/sandbox/telegram/pace.js'
import { executeOn } from '../kit/execute.js'
import { tried } from '../kit/proof.js'
import { engineForTests } from '../kit/storage.js'
import { type Balancer, openBalancer } from './balancer.js'
import type { BotProcess } from './bot-process.js'
import { atOnce, crowd, finalCard, press, SHARES, type Target } from './crowd.js'
import { createPromises, type Promises } from './promises.js'
import { type Rig, ROOM, useRig } from './rig.js'
import { eventually, seatOf, seenOf } from './seat.js'

const SECRET = 'a-secret-of-these-tests-and-no-other-0123456789'
const PEOPLE = 200
/** Answers after which all connections are cut, and after which a process is killed. */
const CUT_AT = 20
const KILLED_AT = 50

interface Stage {
  rig: Rig
  balancer: Balancer
  promises: Promises
}

const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

async function start({ rig, balancer }: Stage): Promise<BotProcess> {
  const bot = await rig.start({
    PUBLIC_URL: balancer.address,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    DISCORD_TOKEN: '',
  })
  balancer.targets = [...balancer.targets, bot.address]
  return bot
}

function without({ balancer }: Stage, bot: BotProcess): void {
  balancer.targets = balancer.targets.filter((one) => one !== bot.address)
}

async function drop({ rig }: Stage): Promise<void> {
  await seatOf(rig.telegram, 'olivia', ROOM.traders).type(`/redpacket 50 ${SHARES}`)
}

type Card = Target & { packet: string }

/** Cards that can be claimed, the newest last. */
function cards({ rig }: Stage): Card[] {
  return rig.telegram.history(ROOM.traders, 'olivia').flatMap((message) => {
    const { id, buttons } = seenOf(message)
    const data = buttons.find((one) => one.data.includes('packet-claim:'))?.data
    const packet = data?.split(':')[1] ?? ''
    return data ? [{ platform: rig.telegram, room: ROOM.traders, message: id, data, packet }] : []
  })
}

function card(stage: Stage, which: (all: Card[]) => Card | undefined): Promise<Card> {
  return eventually(stage.rig.telegram, 'the card', () => which(cards(stage)))
}

async function pressAll(
  stage: Stage,
  target: Card,
  heard: (count: number) => void = () => {},
): Promise<void> {
  const { rig, promises } = stage
  let count = 0
  await atOnce(crowd(1, PEOPLE), async (person) => {
    for (let kind = 'unanswered'; kind === 'unanswered'; )
      kind = promises.hear(target.packet, person, await press(rig, person, target))
    count += 1
    heard(count)
  })
  expect(promises.count(target.packet)).toBe(SHARES)
}

describe('two processes on one PostgreSQL', () => {
  const make = useRig(engineForTests('postgres'))

  async function stageOf(): Promise<Stage> {
    const rig = await make({ pressPatienceMs: 5_000, limits: NO_PACE })
    return { rig, balancer: await openBalancer(), promises: createPromises(rig, SHARES) }
  }

  it('pay everyone once while connections are cut and one is killed', { timeout: 180_000 }, async () => {
    const stage = await stageOf()
    const { rig, balancer, promises } = stage
    const doomed = await start(stage)
    await start(stage)
    await drop(stage)
    const target = await card(stage, (all) => all[0])
    const harm: Promise<unknown>[] = []
    await pressAll(stage, target, (count) => {
      if (count === CUT_AT) harm.push(executeOn(rig.databaseUrl, CUT))
      if (count === KILLED_AT) harm.push(doomed.kill().then(() => without(stage, doomed)))
    })
    await Promise.all(harm)
    await rig.letLeasesRunOut()
    await finalCard(target)
    await promises.auditAll()
    expect(cards(stage)).toEqual([])
    expect(await rig.bot.stop()).toBe(0)
    const audit = await rig.cli('audit')
    expect(audit.said).toMatch(/\d+ checks, 0 findings/)
    tried({ presses: PEOPLE, kills: 1, duplicates: balancer.doubled })
    await balancer.close()
  })

  it('let nobody write who slept over their turn', { timeout: 180_000 }, async () => {
    const stage = await stageOf()
    const { rig, balancer, promises } = stage
    const sleeper = await start(stage)
    const other = await start(stage)
    process.kill(other.pid, 'SIGSTOP')
    without(stage, other)
    const wake = await stopAtCard(stage, sleeper)
    const first = must(cards(stage)[0], 'the card that arrived unnoticed')
    // Whatever the sleeper has open in the database ends, as it would by the server's own limits.
    process.kill(other.pid, 'SIGCONT')
    balancer.targets = [other.address]
    await rig.letLeasesRunOut()
    const second = await card(stage, (all) => all.find(({ message }) => message !== first.message))
    process.kill(sleeper.pid, 'SIGCONT')
    wake()
    balancer.targets = [sleeper.address, other.address]
    await pressAll(stage, second)
    await finalCard(second)
    const row = await cardRow(rig, second.packet)
    // The row of the outbox was taken twice, and what the second has said stands.
    expect(row).toMatchObject({ message: second.message, state: 'sent', fence: 2 })
    await promises.auditAll()
    expect(await sleeper.stop()).toBe(0)
    expect(await other.stop()).toBe(0)
    const audit = await rig.cli('audit')
    expect(audit.said).toMatch(/\d+ checks, 0 findings/)
    tried({ presses: PEOPLE, duplicates: balancer.doubled })
    await balancer.close()
  })
})

/**
 * Drops a packet and stops the process when its card has arrived and nobody has told it so; answers how to
 * let the news through.
 */
function stopAtCard(stage: Stage, bot: BotProcess): Promise<() => void> {
  const { rig } = stage
  const stopped = new Promise<() => void>((resolve) => {
    rig.onTelegramCall = (phase, method, args) => {
      const isCard = JSON.stringify([...args.values.values()]).includes('packet-claim')
      if (phase !== 'after' || !/^send/.test(method) || !isCard) return undefined
      rig.onTelegramCall = undefined
      process.kill(bot.pid, 'SIGSTOP')
      return new Promise((release) => resolve(() => release(undefined)))
    }
  })
  return drop(stage).then(() => stopped)
}

async function cardRow(rig: Rig, packet: string) {
  const storage = await rig.open()
  const [row] = await storage.read(async (work) => {
    const { cards, outbox } = work.t
    const [card] = await work.db.select().from(cards).where(eq(cards.subject, packet))
    const rows = await work.db
      .select()
      .from(outbox)
      .where(eq(outbox.key, `card:${card?.id}`))
    return rows.map(({ state, fence }) => ({ state, fence, message: card?.message }))
  })
  await storage.close()
  return row
}
