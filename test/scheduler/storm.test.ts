/** Many messages, many faults: nothing is lost, duplicates are counted, order holds. */
import { expect, it } from 'vitest'
import { enqueueAll } from '../../src/storage/outbox.js'
import { describeStorage } from '../kit/storage.js'
import { type Fate, limited, mortal, openPostOffice, type PostOffice, says } from './post-office.js'

const LANES = 100
const STORM_LIMIT_MS = 300_000

async function queueMany(office: PostOffice, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `${index % LANES}:${Math.floor(index / LANES)}`)
  const outgoing = keys.map((key) => ({
    key,
    class: 'receipt' as const,
    to: { platform: 'telegram' as const, account: laneOf(key) },
    content: says(key),
  }))
  for (let from = 0; from < count; from += 1000)
    await office.storage.write((work) => enqueueAll(work, outgoing.slice(from, from + 1000)))
  return keys
}

function laneOf(key: string): string {
  return key.split(':', 1)[0] ?? ''
}

/** Whatever was shown was first shown in the order in which it was queued, lane by lane. */
function expectOrder(office: PostOffice, keys: readonly string[]): void {
  const first = [...new Set(office.shown())]
  const known = new Set(first)
  for (let lane = 0; lane < LANES; lane++) {
    const isHere = (key: string) => laneOf(key) === String(lane)
    expect(first.filter(isHere)).toEqual(keys.filter((key) => isHere(key) && known.has(key)))
  }
}

describeStorage('a storm of messages', (engine) => {
  const count = engine.dialect === 'sqlite' ? 5000 : 1000

  it('to a hundred chats under random limits keeps the order of each, and none comes twice', {
    timeout: STORM_LIMIT_MS,
  }, async () => {
    const office = await openPostOffice(engine, { seed: 11 })
    office.travelMs = 20
    office.fate = () => (office.world.roll(20) === 0 ? limited(1000 + office.world.roll(3000)) : 'arrives')
    const keys = await queueMany(office, count)
    const courier = office.courier()
    await courier.start()
    await office.world.passesUntil(() => office.told.sent.length === count)
    expect(office.shown()).toHaveLength(count)
    expectOrder(office, keys)
    await courier.stop()
  })

  it('to many chats is not held up by one that is limited all the time', async () => {
    const office = await openPostOffice(engine)
    office.travelMs = 20
    office.fate = ({ place }) => (place.chat === '13' ? limited(4000) : 'arrives')
    await queueMany(office, 500)
    const courier = office.courier({ pace: { perSecond: 500 } })
    await courier.start()
    await office.world.passes(8000)
    expect(office.shown()).toHaveLength(495)
    await courier.stop()
  })

  it.each([1, 2, 3, 4, 5, 6])('and of deaths and lost answers, seed %i, loses nothing', async (seed) => {
    const office = await openPostOffice(engine, { seed })
    const { world } = office
    const rate = 5 + world.roll(30)
    /** How often nobody could tell whether a message had arrived. */
    const doubts = new Map<string, number>()
    const doubt = (key: string) => doubts.set(key, (doubts.get(key) ?? 0) + 1)
    office.travelMs = 30
    office.fate = ({ key }): Fate => {
      const chance = world.roll(rate)
      if (chance === 0) doubt(key)
      return chance === 0 ? 'lost' : chance === 1 ? limited(500) : 'arrives'
    }
    const keys = await queueMany(office, 300)
    const deaths = await live(office, { count: keys.length, rate: 60 }, doubt)

    expect(deaths).toBeGreaterThan(0)
    const shown = office.shown()
    // A receipt is given up after its second doubt, and only then may it never have arrived.
    for (const key of keys) if (!shown.includes(key)) expect(doubts.get(key)).toBeGreaterThan(1)
    const doubtful = [...doubts.values()].reduce((sum, count) => sum + count, 0)
    expect(shown.length - new Set(shown).size).toBeLessThanOrEqual(doubtful)
    for (const key of keys) {
      const times = shown.filter((one) => one === key).length
      expect(times).toBeLessThanOrEqual(1 + (doubts.get(key) ?? 0))
    }
    expectOrder(office, keys)
  })
})

const DEATHS = 5

/** One life after another, of which the last gets everything settled. Answers how many died. */
async function live(
  office: PostOffice,
  { count, rate }: { count: number; rate: number },
  doubt: (key: string) => void,
): Promise<number> {
  for (let deaths = 0; ; deaths++) {
    const life = mortal(office, () => {
      if (deaths < DEATHS && office.world.roll(rate) === 0) life.die()
    })
    await life.courier.start()
    await office.world.passesUntil(async () => life.isDead() || (await isSettled(office, count)))
    if (!life.isDead()) return deaths
    await office.world.rests()
    for (const { key, state } of await office.rows()) if (state === 'leased') doubt(key)
  }
}

/** Nobody asks the database before word has come of each. */
async function isSettled(office: PostOffice, count: number): Promise<boolean> {
  const { sent, dead } = office.told
  if (new Set([...sent, ...dead.map(({ key }) => key)]).size < count) return false
  return (await office.rows()).every(({ state }) => state === 'sent' || state === 'dead')
}
