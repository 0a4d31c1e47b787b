/**
 * A thousand people on both platforms, all at once; some tap twice, some of it is delivered twice.
 */
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
  press,
  pressReplayed,
  pressUntilAnswered,
  reader,
  SHARES,
  type Target,
} from './crowd.js'
import { useRig } from './rig.js'

/** People on each platform who tap twice. */
const TWICE = 100
/** Deliveries repeated on each platform. */
const REPLAYED = 25
/** Known on both platforms as one person, and pressing on both. */
const LINKED = ['mei', 'farid', 'pavel', 'ana', 'kofi', 'yuki', 'lena']

interface Tap {
  person: string
  target: Target
  /** The platform delivers it twice. */
  replayed?: boolean
}

describeStorage('a thousand people press', (engine) => {
  const make = useRig(engine)

  it('pays a hundred of them, once, to the last unit, and tells everyone', { timeout: 120_000 }, async () => {
    const rig = await make()
    await rig.start()
    const dropped = await dropOnBoth(rig)
    const tally = createTally(reader(rig.community))
    const taps = tapsOn(dropped)
    const begin = performance.now()
    await atOnce(taps, async ({ person, target, replayed }) =>
      pressUntilAnswered(rig, person, target, tally, { first: replayed ? pressReplayed : press }),
    )
    const seconds = (performance.now() - begin) / 1000

    expect(tally.others()).toEqual([])
    expect(tally.count('paid') + tally.count('already') + tally.count('empty')).toBe(taps.length)
    expect(tally.winners().size).toBe(SHARES)
    expect(new Set(tally.paid()).size).toBe(tally.count('paid'))
    await Promise.all([finalCard(dropped.telegram), finalCard(dropped.discord)])
    await assertBooks(rig, dropped.packet, tally.winners())
    const replays = taps.filter(({ replayed }) => replayed).length
    tried({ presses: tally.answers(), duplicates: 2 * TWICE + replays })
    process.stdout.write(
      `storm on ${engine.dialect}: ${PEOPLE + LINKED.length} people, ${taps.length} presses in ` +
        `${seconds.toFixed(1)} s, ${2 * TWICE} twice, ${replays} deliveries replayed, ` +
        `${tally.count('unanswered')} pressed again, paid ${SHARES}\n`,
    )
  })
})

/** Both platforms by turns; a second tap follows at once, before the first is answered. */
function tapsOn({ telegram, discord }: Dropped): Tap[] {
  const half = PEOPLE / 2
  const here = crowd(1, half)
  const there = crowd(half + 1, half)
  const linked = LINKED.flatMap((person) => [telegram, discord].map((target) => ({ person, target })))
  const taps = here.flatMap((person, index) => {
    const replayed = index % (half / REPLAYED) === 0
    const pair: Tap[] = [
      { person, target: telegram, replayed },
      { person: there[index] ?? '', target: discord, replayed },
    ]
    const isTwice = index % (half / TWICE) === 1
    return isTwice ? [...pair, ...pair] : pair
  })
  return [...linked, ...taps]
}
