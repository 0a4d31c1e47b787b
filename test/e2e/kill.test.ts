/** The bot is killed in the middle of a storm and at the card's last edit, and is started again at once. */
import { expect, it } from 'vitest'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import {
  assertBooks,
  atOnce,
  createTally,
  crowd,
  type Dropped,
  dropOnBoth,
  finalCard,
  PEOPLE,
  pressUntilAnswered,
  reader,
  SHARES,
} from './crowd.js'
import { type Rig, useRig } from './rig.js'

/** Shares that have been paid and told when the first kill comes; those under way come on top. */
const PAID_BEFORE = 30
/** People who press before the crowd comes: enough for `PAID_BEFORE`, too few to empty the packet. */
const EARLY = 70
const EARLY_AT_ONCE = 20
/** ms that Telegram's app shows its spinner: people press again sooner here than there. */
const PRESS_PATIENCE_MS = 5_000

describeStorage('killed in the middle', (engine) => {
  const make = useRig(engine)

  it('pays everyone once and keeps what it said', { timeout: 120_000 }, async () => {
    const rig = await make({ pressPatienceMs: PRESS_PATIENCE_MS })
    await rig.start()
    const dropped = await dropOnBoth(rig)
    const tally = createTally(reader(rig.community))
    const begin = performance.now()
    const kills = { now: 0, promised: 0 }
    const killed = restartAt(
      () => tally.count('paid') >= PAID_BEFORE,
      rig,
      () => {
        kills.now += 1
        kills.promised = tally.paid().length
      },
    )
    const atLastEdit = restartAtLastEdit(rig, () => {
      kills.now += 1
    })
    await pressAll(rig, dropped, people().slice(0, EARLY), tally, killed.look)
    await killed.done
    await pressAll(rig, dropped, people().slice(EARLY), tally)
    const seconds = (performance.now() - begin) / 1000
    await atLastEdit
    if (engine.dialect === 'postgres') await rig.letLeasesRunOut()

    expect(kills.now).toBe(2)
    expect(kills.promised).toBeGreaterThanOrEqual(PAID_BEFORE)
    expect(kills.promised).toBeLessThan(SHARES)
    expect(tally.others()).toEqual([])
    expect(new Set(tally.paid()).size).toBe(tally.paid().length)
    const winners = tally.winners()
    await Promise.all([finalCard(dropped.telegram), finalCard(dropped.discord)])
    await assertBooks(rig, dropped.packet, winners)
    tried({ presses: tally.answers(), kills: kills.now })
    process.stdout.write(
      `kill on ${engine.dialect}: ${PEOPLE} people, ${tally.answers()} presses in ${seconds.toFixed(1)} s, ` +
        `${tally.count('unanswered')} pressed again, ${kills.now} kills, paid ${SHARES}\n`,
    )
  })
})

/** Both platforms by turns. */
function people(): string[] {
  const half = PEOPLE / 2
  const there = crowd(half + 1, half)
  return crowd(1, half).flatMap((person, index) => [person, there[index] ?? ''])
}

function pressAll(
  rig: Rig,
  { telegram, discord }: Dropped,
  everyone: readonly string[],
  tally: ReturnType<typeof createTally>,
  look: () => void = () => {},
): Promise<void> {
  const isThere = (person: string) => Number(person.replace('crowd-', '')) > PEOPLE / 2
  // Few at first, so that the kill finds a packet that is neither whole nor empty.
  const most = everyone.length <= EARLY ? EARLY_AT_ONCE : undefined
  const pressing = async (person: string) => {
    await pressUntilAnswered(rig, person, isThere(person) ? discord : telegram, tally, { look })
  }
  return atOnce(everyone, pressing, most)
}

/** Kills and restarts the bot the first time that `isTime` holds when looked at. */
function restartAt(isTime: () => boolean, rig: Rig, told: () => void) {
  let begin: () => void = () => {}
  const time = new Promise<void>((resolve) => {
    begin = resolve
  })
  const done = time.then(async () => {
    await rig.bot.kill()
    told()
    await rig.start()
  })
  return {
    look: () => {
      if (isTime()) begin()
    },
    done,
  }
}

/** Kills the bot while Telegram has its last edit of the card in hand, which then comes to nothing. */
function restartAtLastEdit(rig: Rig, told: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    rig.onTelegramCall = (phase, method, args) => {
      const isLast = method === 'editMessageText' && [...args.values.values()].join().includes('All over!')
      if (phase !== 'before' || !isLast) return undefined
      rig.onTelegramCall = undefined
      const dead = rig.bot.kill()
      dead
        .then(told)
        .then(() => rig.start())
        .then(() => resolve(), reject)
      return dead.then(() => Promise.reject(new Error('nobody is there to be answered')))
    }
  })
}
