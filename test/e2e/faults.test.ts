/**
 * Everything goes wrong at once: calls are refused, fail and break off before and after their effect, updates
 * come twice, late and overtaken, the gateway falls away. A packet is claimed all the same, and
 * once it is quiet again, all is as if nothing had been. Every fault of the switchboard has to strike.
 */
import { expect, it } from 'vitest'
import type { FaultId } from '../../src/sandbox/contract.js'
import { createFaults, type Faults } from '../../src/sandbox/faults.js'
import { NO_PRIVATE_CHAT } from '../../src/scheduler/failures.js'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import { chanceOf } from '../sandbox/chance.js'
import {
  assertBooks,
  atOnce,
  cardText,
  createTally,
  crowd,
  press,
  reader,
  SHARES,
  type Target,
} from './crowd.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { eventually, type Seat, type Seen, seatOf, seenOf } from './seat.js'

const SEED = 20_261_121
/** People on each platform. */
const HALF = 100
/** ms: the courier waits ever longer after failures, a minute after the sixth. */
const PATIENCE_MS = 120_000
/** How often somebody tries before giving up; a try takes a few seconds at most. */
const TRIES = 40
/** Strikes without which nothing was proved, beside one of each kind. */
const FAULTS_LEAST = 50
/** ms for the kinds that chance has left out, and between two rounds: nobody may drop packets faster. */
const REST_MS = 90_000
const ROUND_MS = 3_200
/** ms: with the 41 s of Discord no heartbeat might come while this lasts. */
const HEARTBEAT_MS = 3_000
/** Seconds: shorter than in the sandbox, where somebody looks on. */
const TIMES = { retryAfter: 1, stall: 3, telegramLate: 1, discordLate: 1 }

/** Befalls a bot that is no admin of its group, which here it is: `test/sandbox/telegram/faults.test.ts`. */
const ELSEWHERE = 'telegram-unsure'

/** Of two calls nearly one fails. */
const BRUTAL: Record<FaultId, number> = {
  'telegram-limit': 0.12,
  'telegram-error-before': 0.12,
  'telegram-error-after': 0.08,
  'telegram-stall': 0.05,
  'telegram-reset-before': 0.08,
  'telegram-reset-after': 0.08,
  [ELSEWHERE]: 0,
  'telegram-duplicate': 0.3,
  'telegram-late': 0.2,
  'telegram-reorder': 0.3,
  'discord-limit': 0.12,
  'discord-limit-global': 0.05,
  'discord-error-before': 0.12,
  'discord-error-after': 0.08,
  'discord-stall': 0.05,
  'discord-reset-before': 0.08,
  'discord-reset-after': 0.08,
  'discord-duplicate': 0.3,
  'discord-late': 0.2,
  'discord-reorder': 0.3,
  // By event, and each message of a group is one. `gateway-faults.test.ts` has them alone.
  'discord-reconnect': 0.03,
  'discord-drop': 0.03,
  'discord-invalid-session': 0.02,
  'discord-deaf': 0.02,
}

describeStorage('with everything going wrong', (engine) => {
  const make = useRig(engine)

  it('pays exactly, and drains when it is quiet', { timeout: 400_000 }, async () => {
    const faults = createFaults({ chance: chanceOf(SEED), now: Date.now, times: TIMES })
    const rig = await make({ faults, pressPatienceMs: 4_000, gateway: { heartbeatMs: HEARTBEAT_MS } })
    await rig.start()
    const begin = performance.now()
    const targets = await stubbornDrop(rig)
    faults.set(BRUTAL)
    const tally = createTally(reader(rig.community))
    const taps = [
      ...crowd(1, HALF).map((person) => ({ person, target: targets.telegram })),
      ...crowd(501, HALF).map((person) => ({ person, target: targets.discord })),
    ]
    await atOnce(taps, ({ person, target }) => untilAnswered(rig, person, target, tally))
    await restStrikes(rig, faults, async (round) => {
      const [here, there] = [crowd(1 + round, 1), crowd(501 + round, 1)].map(([person = '']) => person)
      await untilAnswered(rig, here ?? '', targets.telegram, tally)
      await untilAnswered(rig, there ?? '', targets.discord, tally)
    })
    const struck = strikesOf(faults)
    await Promise.all([isFinal(targets.telegram), isFinal(targets.discord)])
    const seconds = (performance.now() - begin) / 1000

    expect(struck.count).toBeGreaterThan(FAULTS_LEAST)
    expect(struck.never, 'kinds that never struck').toEqual([])
    expect(new Set(tally.paid()).size).toBe(tally.paid().length)
    const winners = tally.winners()
    await drained(rig)
    await assertBooks(rig, targets.packet, winners)
    await assertNothingDead(rig)
    tried({ presses: tally.answers() })
    process.stdout.write(
      `faults on ${engine.dialect}: ${2 * HALF} people, ${tally.answers()} presses and ${struck.count} faults in ` +
        `${seconds.toFixed(1)} s, ${tally.count('unanswered')} pressed again, paid ${winners.size}\n`,
    )
  })
})

/** ms in which a press has brought what it should, or has to be tried again. */
const PRESS_MS = 3_000

/** One line drops it on Telegram; from its panel it is shared into Discord. Tries again, as people do. */
async function stubbornDrop(rig: Rig) {
  const olivia = seatOf(rig.telegram, 'olivia', ROOM.traders)
  await olivia.type(`/redpacket 50 ${SHARES}`)
  const telegram = await card(rig, 'telegram', ROOM.traders)
  const speech = words()
  const labels = ['panel-do-share', 'redpacket-panel'].map((key) => speech.plain('en', { key }))
  const wanted = ['lounge (Discord)', ...labels]
  for (let tries = 0; tries < TRIES && !find(rig, 'discord', ROOM.lounge); tries++) {
    const step = await eventually(rig.telegram, 'the next step', () => nextStep(olivia, wanted), {
      ms: PATIENCE_MS,
      hint: () => olivia.newest().map(labelsOf).join('\n'),
    })
    await olivia.press(step)
    await eventually(rig.discord, 'the card', () => find(rig, 'discord', ROOM.lounge), {
      ms: PRESS_MS,
    }).catch(() => undefined)
  }
  const discord = await card(rig, 'discord', ROOM.lounge)
  return { packet: telegram.data.split(':')[1] ?? '', telegram, discord }
}

const labelsOf = ({ buttons }: Seen): string => buttons.map(({ label }) => label).join(' | ')

/** The wanted button that leads furthest, in her newest message with buttons; any of them where none does. */
function nextStep(olivia: Seat, wanted: readonly string[]): string | undefined {
  const own = olivia
    .newest()
    .find(({ buttons }) => buttons.length > 0 && buttons.every(({ label }) => !label.includes('Claim')))
  const labels = own?.buttons.map(({ label }) => label) ?? []
  return wanted.map((want) => labels.find((label) => label.includes(want))).find(Boolean) ?? labels[0]
}

function find(rig: Rig, name: 'telegram' | 'discord', room: string): Target | undefined {
  const platform = rig[name]
  for (const seen of platform.history(room, 'olivia').map(seenOf)) {
    const claim = seen.buttons.find(({ label }) => label.includes('Claim'))
    if (claim) return { platform, room, message: seen.id, data: claim.data }
  }
  return undefined
}

const card = (rig: Rig, name: 'telegram' | 'discord', room: string): Promise<Target> =>
  eventually(rig[name], `the card on ${name}`, () => find(rig, name, room), { ms: PATIENCE_MS })

async function untilAnswered(
  rig: Rig,
  person: string,
  target: Target,
  tally: ReturnType<typeof createTally>,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const told = tally.add(person, await press(rig, person, target))
    if (told.kind !== 'unanswered' && told.kind !== 'other') return
  }
  const said = rig.bot.said().slice(-3_000)
  throw new Error(`${person} pressed ${TRIES} times: ${JSON.stringify(tally.others())}\n${said}`)
}

/**
 * Ends the chances and has each kind that has not struck yet do so the next time it can, while people go on
 * pressing; a packet more makes calls that no press makes. Leaves everything off.
 */
async function restStrikes(
  rig: Rig,
  faults: Faults,
  pressing: (round: number) => Promise<void>,
): Promise<void> {
  const late = performance.now() + REST_MS
  const olivia = seatOf(rig.discord, 'olivia', ROOM.lounge)
  faults.allOff()
  for (let round = 0; strikesOf(faults).never.length > 0 && performance.now() < late; round++) {
    faults.set(Object.fromEntries(strikesOf(faults).never.map((id) => [id, 'next'])))
    const pause = new Promise((resolve) => setTimeout(resolve, ROUND_MS))
    await Promise.all([olivia.slash('redpacket', { amount: '1', shares: 2 }), pressing(round), pause])
  }
  faults.allOff()
}

function strikesOf(faults: Faults): { count: number; never: FaultId[] } {
  const all = faults.answer().faults.filter(({ id }) => id !== ELSEWHERE)
  return {
    count: all.reduce((sum, { struck }) => sum + struck, 0),
    never: all.filter(({ struck }) => struck === 0).map(({ id }) => id),
  }
}

/** A card may be there twice: one that may not have arrived is sent again, and one of both is edited. */
async function isFinal(target: Target): Promise<void> {
  const { platform, room } = target
  const isOver = () =>
    platform
      .history(room, 'olivia')
      .map(seenOf)
      .some(({ text }) => text.includes('All over!') && text.includes(`${SHARES} of ${SHARES} claimed`))
  await eventually(platform, 'the final card', () => isOver() || undefined, {
    ms: PATIENCE_MS,
    hint: () => cardText(target),
  })
}

/** ms that a message whose attempts failed again and again may be put off once more. */
const DRAINED_MS = 120_000

/** Nothing waits to be sent any more, and nothing is on its way. */
async function drained({ bot }: Rig): Promise<void> {
  const until = performance.now() + DRAINED_MS
  for (;;) {
    const { outbox } = (await (await fetch(`${bot.address}/readyz`)).json()) as {
      outbox: Record<string, number>
    }
    const waiting = (outbox.queued ?? 0) + (outbox.leased ?? 0)
    if (waiting === 0) return
    if (performance.now() > until)
      throw new Error(`${waiting} messages still wait: ${bot.said().slice(-2_000)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * Everything in the outbox was sent, but for receipts of which nobody could tell twice whether they had
 * arrived (those have been sent again with their number, and a third one would only be noise), and answers
 * that did not get through to people who have no private chat with the bot: they have pressed again.
 */
async function assertNothingDead(rig: Rig): Promise<void> {
  const storage = await rig.open()
  const rows = await storage.read((work) => work.db.select().from(work.t.outbox))
  await storage.close()
  const isDoubted = ({ state, content, doubtSince }: (typeof rows)[number]): boolean =>
    state === 'dead' && doubtSince !== null && content.includes('"receipt-again"')
  const isUnheard = ({ key, state, lastError }: (typeof rows)[number]): boolean =>
    key.startsWith('answer:') &&
    state === 'dead' &&
    (lastError === NO_PRIVATE_CHAT || /^403 /.test(lastError ?? ''))
  const left = rows.filter((row) => row.state !== 'sent' && !isDoubted(row) && !isUnheard(row))
  expect(left.map(({ key, state, lastError }) => `${key} ${state} ${lastError}`)).toEqual([])
  expect(rows.filter(({ key }) => key.startsWith('card:')).map(({ state }) => state)).not.toContain('dead')
}
