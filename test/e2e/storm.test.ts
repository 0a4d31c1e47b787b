/** A thousand people at once on both platforms, some of them twice, some of it delivered twice. */
import { expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import {
  assertBooks,
  createTally,
  crowd,
  dropOnBoth,
  finalCard,
  PEOPLE,
  press,
  reader,
  SHARES,
} from './crowd.js'
import { useRig } from './rig.js'

/** People on each platform who tap twice. */
const TWICE = 100
/** Deliveries repeated on each platform. */
const REPLAYED = 25
/** Known on both platforms as one person, and pressing on both. */
const LINKED = ['olivia', 'farid', 'pavel', 'ana', 'kofi', 'yuki', 'lena']

describeStorage('a thousand people press at once', (engine) => {
  const make = useRig(engine)

  it('pays a hundred of them, once, to the last unit, and tells everyone', { timeout: 90_000 }, async () => {
    const rig = await make()
    await rig.start()
    const { packet, telegram, discord } = await dropOnBoth(rig)
    const tally = createTally(reader(rig.community))
    const begin = performance.now()
    const half = PEOPLE / 2
    const once = [
      ...crowd(1, half).map((person) => ({ person, target: telegram })),
      ...crowd(half + 1, half - REPLAYED).map((person) => ({ person, target: discord })),
      ...LINKED.flatMap((person) => [telegram, discord].map((target) => ({ person, target }))),
    ]
    const again = [
      ...crowd(1, TWICE).map((person) => ({ person, target: telegram })),
      ...crowd(half + 1, TWICE).map((person) => ({ person, target: discord })),
    ]
    const presses = [...once, ...again].map(async ({ person, target }) =>
      tally.add(person, await press(person, target)),
    )
    const replays = replayed(rig, { telegram, discord }, tally)
    await Promise.all([...presses, ...replays])
    const seconds = (performance.now() - begin) / 1000
    const asked = presses.length + REPLAYED

    expect(tally.count('unanswered')).toBe(0)
    expect(tally.others()).toEqual([])
    expect(tally.count('paid')).toBe(SHARES)
    expect(new Set(tally.paid()).size).toBe(SHARES)
    expect(tally.count('paid') + tally.count('already') + tally.count('empty')).toBe(asked)
    await Promise.all([finalCard(telegram), finalCard(discord)])
    await assertBooks(rig, packet, tally.winners())
    process.stdout.write(
      `storm on ${engine.dialect}: ${PEOPLE + LINKED.length} people, ${asked} presses in ${seconds.toFixed(1)} s, ` +
        `${again.length} twice, ${2 * REPLAYED} deliveries replayed, paid ${SHARES}, lost: 0\n`,
    )
  })
})

/** Presses whose deliveries come twice: the newest of Telegram's queue, and the last people on Discord. */
function replayed(
  rig: Parameters<typeof dropOnBoth>[0],
  { telegram, discord }: Pick<Awaited<ReturnType<typeof dropOnBoth>>, 'telegram' | 'discord'>,
  tally: ReturnType<typeof createTally>,
): Promise<unknown>[] {
  const { next } = (rig.telegram.snapshot() as { updates: { next: number } }).updates
  for (let back = 1; back <= REPLAYED; back++) expect(rig.telegram.replay(next - back)).toBe(true)
  expect(telegram.message).not.toBe('')
  return crowd(PEOPLE - REPLAYED + 1, REPLAYED).map(async (person) => {
    const { room, message, data } = discord
    const pressed = rig.discord.pressRaw(person, { room, message, data })
    rig.discord.replay(pressed.interaction)
    return tally.add(person, await pressed.outcome)
  })
}
