import { describe, expect, it } from 'vitest'
import { moveChat } from '../../src/core/members/members.js'
import { Outage } from '../../src/kit/outage.js'
import type { Courier } from '../../src/scheduler/courier.js'
import { LEASE_MS } from '../../src/scheduler/rows.js'
import { setOutboxState } from '../../src/storage/outbox.js'
import type { Storage } from '../../src/storage/storage.js'
import { describeStorage } from '../kit/storage.js'
import { type Fate, limited, mortal, openPostOffice, type PostOffice } from './post-office.js'

const MINUTE = 60_000
const MONTH = 30 * 24 * 3_600_000

async function begun(office: PostOffice, more?: Parameters<PostOffice['courier']>[0]) {
  const courier = office.courier(more)
  await courier.start()
  return courier
}

/** Time must pass for what is under way. */
async function end(office: PostOffice, courier: Courier): Promise<void> {
  const stopped = courier.stop()
  await office.world.passes(MINUTE)
  await stopped
}

describeStorage('the courier', (engine) => {
  it('sends what is queued, writes down what it became, and sends it once', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('7')
    await office.queue({ key: 'one', chat })
    const courier = await begun(office)
    await office.world.passes(0)
    expect(office.shown()).toEqual(['one'])
    expect(office.told.sent).toEqual(['one'])
    expect(await office.row('one')).toMatchObject({
      state: 'sent',
      message: '1',
      attempts: 1,
      leaseUntil: null,
    })
    await office.world.passes(MINUTE)
    expect(office.arrivals).toHaveLength(1)
    await end(office, courier)
  })

  it('sends at once when woken, and within a second when not', async () => {
    const office = await openPostOffice(engine)
    const courier = await begun(office)
    await office.world.passes(500)
    await office.queue({ key: 'woken', account: '7' })
    courier.wake()
    await office.world.rests()
    expect(office.shown()).toEqual(['woken'])
    await office.queue({ key: 'found', account: '8' })
    await office.world.passes(1000)
    expect(office.shown()).toEqual(['woken', 'found'])
    await end(office, courier)
  })

  it('keeps the order of a lane over a failure, and lets other lanes go on', async () => {
    const office = await openPostOffice(engine)
    office.fate = ({ key }, attempt) => (key === 'a1' && attempt === 1 ? limited(5000) : 'arrives')
    for (const key of ['a1', 'a2', 'b1']) await office.queue({ key, account: key.slice(0, 1) })
    const courier = await begun(office)
    await office.world.passes(4900)
    expect(office.shown()).toEqual(['b1'])
    await office.world.passes(2000)
    expect(office.shown()).toEqual(['b1', 'a1', 'a2'])
    await end(office, courier)
  })

  it('does not let slow lanes keep the others of both platforms waiting', async () => {
    const office = await openPostOffice(engine)
    office.fate = async ({ key }): Promise<Fate> => {
      if (key.startsWith('slow')) await office.world.sleep(30_000)
      return 'arrives'
    }
    for (let index = 0; index < 15; index++) await office.queue({ key: `slow${index}`, account: `s${index}` })
    await office.queue({ key: 'quick', account: 'q' })
    await office.queue({ key: 'other', to: { platform: 'discord', account: 'q' } })
    const courier = await begun(office)
    await office.world.passes(100)
    expect(office.shown().sort()).toEqual(['other', 'quick'])
    await office.world.passes(MINUTE)
    expect(office.shown()).toHaveLength(17)
    await end(office, courier)
  })

  it('sends receipts before posts before edits, and before them what has waited long', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    await office.touch('old', chat)
    await office.world.passes(11_000)
    await office.touch('edit', await office.chat('-2', 'group'))
    await office.queue({ key: 'post', class: 'post', account: '3' })
    await office.queue({ key: 'receipt', account: '4' })
    const courier = await begun(office, { pace: { perSecond: 1 } })
    await office.world.passes(4000)
    expect(office.shown()).toEqual(['old', 'receipt', 'post', 'edit'])
    await end(office, courier)
  })

  it('lets cards and their changes go before the answers to one who types and types', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    for (let index = 0; index < 45; index++) await office.queue({ key: `answer${index}`, chat, account: '7' })
    const courier = await begun(office, { pace: {} })
    await office.world.passes(30_000)
    const queuedAt = office.world.now()
    await office.queue({ key: 'card', chat })
    await office.world.passes(1000)
    expect(office.shown().at(-1)).toBe('card')
    await office.touch('edit', chat)
    await office.world.passes(14_000)
    const edit = office.arrivals.find(({ key }) => key === 'edit')
    expect((edit?.at ?? Number.NaN) - queuedAt).toBeLessThan(15_000)
    expect(office.shown().length).toBeLessThan(45)
    await end(office, courier)
  })

  it('obeys the limits of a group and of all chats', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    for (let index = 0; index < 30; index++) await office.queue({ key: `group${index}`, chat })
    for (let index = 0; index < 80; index++) await office.queue({ key: `p${index}`, account: `${index}` })
    const courier = await begun(office, { pace: {} })
    await office.world.passes(MINUTE - 1)
    const inGroup = office.arrivals.filter((one) => one.chat === '-1')
    expect(inGroup).toHaveLength(18)
    const first = office.arrivals.filter(({ at }) => at < 1000)
    expect(first.length).toBeLessThanOrEqual(25)
    expect(first.length).toBeGreaterThan(20)
    await office.world.passes(MINUTE)
    expect(office.shown()).toHaveLength(110)
    await end(office, courier)
  })

  it('leaves alone what goes to a platform that is not connected', async () => {
    const office = await openPostOffice(engine)
    await office.queue({ key: 'later', to: { platform: 'discord', account: '7' } })
    const telegram = office.platforms.get('telegram')
    const courier = await begun(office, { platforms: new Map(telegram && [['telegram', telegram]]) })
    await office.world.passes(MINUTE)
    expect(await office.row('later')).toMatchObject({ state: 'queued', attempts: 0 })
    await end(office, courier)
  })
})

describeStorage('edits', (engine) => {
  it('that change while one is on its way are one more edit, and the newest is the last', async () => {
    const office = await openPostOffice(engine)
    office.travelMs = 2000
    const chat = await office.chat('-1', 'group')
    await office.touch('card', chat, 'first')
    const courier = await begun(office)
    for (let count = 1; count <= 50; count++) {
      await office.world.passes(20)
      await office.touch('card', chat, `state ${count}`)
      courier.wake()
    }
    await office.world.passes(MINUTE)
    expect(office.arrivals.map(({ words }) => words[0])).toEqual(['first', 'state 50'])
    expect(await office.row('card')).toMatchObject({ state: 'sent', version: 51 })
    await end(office, courier)
  })

  it('of one busy card do not keep another card of the chat waiting', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    await office.touch('busy', chat)
    await office.touch('calm', chat)
    const courier = await begun(office, { pace: { editGapMs: 3000 } })
    for (let seconds = 0; seconds < 12; seconds++) {
      await office.world.passes(1000)
      await office.touch('busy', chat)
    }
    expect(office.shown().slice(0, 2)).toEqual(['busy', 'calm'])
    await end(office, courier)
  })

  it('neither wait for a lane that is held up, nor hold it up', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    office.fate = async ({ key }): Promise<Fate> => {
      if (key !== 'quick') await office.world.sleep(20_000)
      return 'arrives'
    }
    await office.touch('card', chat)
    await office.queue({ key: 'quick', chat })
    await office.queue({ key: 'slow', chat })
    await office.queue({ key: 'behind', chat })
    const courier = await begun(office)
    await office.world.passes(21_000)
    expect(office.shown().sort()).toEqual(['card', 'quick', 'slow'])
    expect(office.arrivals[0]?.key).toBe('quick')
    await end(office, courier)
  })

  it('of a card a month old are not given up at their first failure', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    await office.touch('card', chat)
    const courier = await begun(office)
    await office.world.passes(100)
    office.world.jumps(MONTH)
    office.fate = (_, attempt) => (attempt === 2 ? limited(2000) : 'arrives')
    await office.touch('card', chat, 'a month later')
    await office.world.passes(MINUTE)
    expect(office.shown()).toEqual(['card', 'card'])
    await end(office, courier)
  })

  it('wait for their post, also when nobody wakes them, and what is not sent does not count', async () => {
    const office = await openPostOffice(engine)
    let isPosted = false
    const chat = await office.chat('-1', 'group')
    await office.touch('card', chat)
    const courier = await begun(office, {
      pace: {},
      resolve: async (_, { key }) =>
        isPosted
          ? {
              key,
              place: { platform: 'telegram', chat: '-1', kind: 'group' },
              view: { text: [] },
              locale: 'en',
            }
          : 'later',
    })
    await office.world.passes(50_000)
    expect(office.arrivals).toEqual([])
    expect((await office.row('card')).attempts).toBe(0)
    isPosted = true
    await office.world.passes(11_000)
    expect(office.shown()).toEqual(['card'])
    await end(office, courier)
  })

  it('that fail as invalid are sent anew when they have changed meanwhile', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    office.travelMs = 1000
    office.fate = (_, attempt) => (attempt === 1 ? { kind: 'invalid', detail: 'too long' } : 'arrives')
    await office.touch('card', chat, 'too long')
    const courier = await begun(office)
    await office.world.passes(500)
    await office.touch('card', chat, 'shorter')
    await office.world.passes(MINUTE)
    expect(office.arrivals.at(-1)).toMatchObject({ words: ['shorter'], shown: true })
    expect(office.told.dead).toEqual([])
    await end(office, courier)
  })
})

describeStorage('a failure', (engine) => {
  const cases = [
    ['a receipt whose answer is lost', 'receipt', 'telegram', ['lost', 'arrives'], 'sent', 2],
    ['a receipt whose answers are lost twice', 'receipt', 'telegram', ['lost', 'lost', 'arrives'], 'dead', 2],
    ['a post on Telegram whose answer is lost', 'post', 'telegram', ['lost', 'arrives'], 'unknown', 1],
    ['a post on Discord whose answer is lost', 'post', 'discord', ['lost', 'lost', 'arrives'], 'sent', 1],
    ['an edit whose answers are lost', 'edit', 'telegram', ['lost', 'lost', 'lost', 'arrives'], 'sent', 4],
    ['a receipt that is limited', 'receipt', 'telegram', [limited(3000), 'arrives'], 'sent', 1],
    ['an edit that is limited', 'edit', 'telegram', [limited(3000), 'arrives'], 'sent', 1],
    ['a post that is limited', 'post', 'telegram', [limited(3000, true), 'arrives'], 'sent', 1],
    ['a receipt for who has blocked us', 'receipt', 'telegram', [blocked()], 'dead', 0],
    ['a post to a chat we were thrown out of', 'post', 'telegram', [blocked()], 'dead', 0],
    ['an edit of a message that is gone', 'edit', 'telegram', [{ kind: 'gone', detail: 'gone' }], 'dead', 0],
    ['what we got wrong', 'receipt', 'telegram', [{ kind: 'invalid', detail: 'wrong' }], 'dead', 0],
    ['a chat that has moved', 'post', 'telegram', [{ kind: 'moved', to: '-100' }, 'arrives'], 'sent', 1],
  ] as const

  it.each(cases)('of %s', async (_, kind, platform, fates, state, shown) => {
    const office = await openPostOffice(engine)
    office.fate = (_delivery, attempt) => fates[attempt - 1] ?? 'arrives'
    await office.queue({ key: 'it', class: kind, to: { platform, account: '7' } })
    await office.queue({ key: 'next', class: kind, to: { platform, account: '7' } })
    const courier = await begun(office)
    await office.world.passes(5 * MINUTE)
    expect(await office.row('it')).toMatchObject({ state })
    expect(office.shown().filter((key) => key === 'it')).toHaveLength(shown)
    expect(await office.row('next')).toMatchObject({ state: expect.stringMatching(/^(sent|unknown|dead)$/) })
    await end(office, courier)
  })

  it('is told with its reason to who must act on it', async () => {
    const office = await openPostOffice(engine)
    office.fate = ({ key }) => (key === 'blocked' ? blocked() : 'arrives')
    await office.queue({ key: 'blocked', account: '7' })
    const courier = await begun(office)
    await office.world.passes(0)
    expect(office.told.dead).toEqual([{ key: 'blocked', reason: 'unreachable' }])
    expect(await office.row('blocked')).toMatchObject({ lastError: 'blocked by the user' })
    await end(office, courier)
  })

  it('of a post that may have arrived waits for a person, who may send it again', async () => {
    const office = await openPostOffice(engine)
    office.fate = (_, attempt) => (attempt === 1 ? 'lost' : 'arrives')
    await office.queue({ key: 'quarter', class: 'post', account: '7' })
    const courier = await begun(office)
    await office.world.passes(MINUTE)
    office.world.jumps(MONTH)
    await office.world.passes(MINUTE)
    expect(office.log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'a message is unknown: network: ECONNRESET' }),
    )
    const { id } = await office.row('quarter')
    await office.storage.write((work) => setOutboxState(work, [id], 'queued'))
    await office.world.passes(2000)
    expect(await office.row('quarter')).toMatchObject({ state: 'sent' })
    expect(office.arrivals).toHaveLength(2)
    await end(office, courier)
  })

  it('that never ends holds up its lane for a time, not for ever, and no other lane', async () => {
    const office = await openPostOffice(engine)
    office.fate = ({ key }) => (key === 'poison' ? limited(10_000) : 'arrives')
    for (const key of ['poison', 'behind']) await office.queue({ key, account: '7' })
    const courier = await begun(office)
    await office.world.passesUntil(() => office.told.sent.includes('behind'))
    expect(await office.row('behind')).toMatchObject({ state: 'sent' })
    expect(await office.row('poison')).toMatchObject({
      state: 'dead',
      lastError: 'not accepted in all this time',
    })
    expect(office.world.monotonic()).toBeLessThan(2 * 3_600_000)
    await end(office, courier)
  })

  it('of the token stops this platform alone, says so once, and loses nothing', async () => {
    const office = await openPostOffice(engine)
    office.fate = ({ place }) =>
      place.platform === 'telegram' ? { kind: 'unauthorised', detail: '401: Unauthorized' } : 'arrives'
    for (const key of ['a', 'b', 'c']) await office.queue({ key, account: key })
    await office.queue({ key: 'd', to: { platform: 'discord', account: '7' } })
    const courier = await begun(office)
    await office.world.passes(MINUTE)
    await office.queue({ key: 'e', to: { platform: 'discord', account: '7' } })
    await office.world.passes(MINUTE)
    expect(office.told.fatal).toEqual([{ platform: 'telegram', detail: '401: Unauthorized' }])
    expect(office.shown()).toEqual(['d', 'e'])
    expect((await office.rows()).filter(({ state }) => state === 'queued')).toHaveLength(3)
    await end(office, courier)
  })

  it('of a chat that moved is told with the new id', async () => {
    const office = await openPostOffice(engine)
    office.fate = (_, attempt) => (attempt === 1 ? { kind: 'moved', to: '-1007' } : 'arrives')
    await office.queue({ key: 'post', account: '-7' })
    const courier = await begun(office)
    await office.world.passes(0)
    await office.world.passes(100)
    expect(office.told.moved).toEqual([{ key: 'post', to: '-1007' }])
    expect(office.shown()).toEqual(['post'])
    await end(office, courier)
  })

  it('of a chat that has moved further meanwhile is no news any more', async () => {
    const office = await openPostOffice(engine)
    const chat = await office.chat('-1', 'group')
    office.fate = async (_, attempt): Promise<Fate> => {
      if (attempt > 1) return 'arrives'
      await office.storage.write((work) => moveChat(work, 'telegram', '-1', '-3'))
      return { kind: 'moved', to: '-2' }
    }
    await office.queue({ key: 'late', chat })
    const courier = await begun(office)
    await office.world.passes(100)
    expect(office.told.moved).toEqual([])
    expect(office.arrivals.map(({ chat: native, shown }) => [native, shown])).toEqual([
      ['-1', false],
      ['-3', true],
    ])
    await end(office, courier)
  })

  it('of an adapter to say why is a doubt, and is logged', async () => {
    const office = await openPostOffice(engine)
    office.fate = (_, attempt) => {
      if (attempt === 1) throw new TypeError('an adapter with a bug')
      return 'arrives'
    }
    await office.queue({ key: 'it', account: '7' })
    const courier = await begun(office)
    await office.world.passes(MINUTE)
    expect(office.log.lines.map(({ message }) => message)).toContain('an adapter failed to say why')
    expect(office.arrivals.at(-1)?.words).toEqual(['it', 'receipt-again'])
    await end(office, courier)
  })

  it('to draw a message gives it up after some attempts, and its lane goes on', async () => {
    const office = await openPostOffice(engine)
    for (const key of ['broken', 'behind']) await office.queue({ key, account: '7' })
    const courier = await begun(office, {
      resolve: async (_, { key }) => {
        if (key === 'broken') throw new TypeError('a card with a bug')
        return {
          key,
          place: { platform: 'telegram', chat: '7', kind: 'private' },
          view: { text: [] },
          locale: 'en',
        }
      },
    })
    await office.world.passes(2 * MINUTE)
    expect(office.shown()).toEqual(['behind'])
    expect(office.told.dead).toEqual([{ key: 'broken', reason: 'other' }])
    expect(await office.row('broken')).toMatchObject({ state: 'dead', attempts: 5 })
    await end(office, courier)
  })

  it('in what follows from a message does not send it again', async () => {
    const office = await openPostOffice(engine)
    await office.queue({ key: 'it', account: '7' })
    const courier = await begun(office, {
      onSent: () => Promise.reject(new TypeError('a feature with a bug')),
    })
    await office.world.passes(10 * MINUTE)
    expect(office.arrivals).toHaveLength(1)
    expect(await office.row('it')).toMatchObject({ state: 'sent', message: '1' })
    expect(office.log.lines.map(({ message }) => message)).toEqual([
      'what follows from a message could not be done',
    ])
    await end(office, courier)
  })
})

describeStorage('a database that is away', (engine) => {
  /** Fails as a database does, while `isAway`. */
  function unreliable(office: PostOffice) {
    const state = { isAway: false, writes: 0 }
    const storage: Storage = {
      ...office.storage,
      write(unit) {
        state.writes += 1
        return state.isAway ? Promise.reject(new Outage('away')) : office.storage.write(unit)
      },
    }
    return { state, storage }
  }

  it('after a sending is waited for, and the message is not sent again', async () => {
    const office = await openPostOffice(engine)
    const { state, storage } = unreliable(office)
    office.fate = () => {
      state.isAway = true
      return 'arrives'
    }
    await office.queue({ key: 'post', class: 'post', account: '7' })
    const courier = await begun(office, { storage })
    await office.world.passes(5 * MINUTE)
    state.isAway = false
    await office.world.passes(3000)
    expect(await office.row('post')).toMatchObject({ state: 'sent' })
    expect(office.arrivals).toHaveLength(1)
    await end(office, courier)
  })

  it('before a sending is asked once a second and no more', async () => {
    const office = await openPostOffice(engine)
    const { state, storage } = unreliable(office)
    const courier = await begun(office, { storage })
    for (let index = 0; index < 3; index++) await office.queue({ key: `${index}`, account: `${index}` })
    state.isAway = true
    await office.world.passes(10_000)
    expect(state.writes).toBeLessThan(40)
    state.isAway = false
    await office.world.passes(3000)
    expect(office.shown().sort()).toEqual(['0', '1', '2'])
    await end(office, courier)
  })
})

describeStorage('the end of a courier', (engine) => {
  it('in good order waits for what is under way and begins nothing more', async () => {
    const office = await openPostOffice(engine)
    office.travelMs = 5000
    for (const key of ['one', 'two']) await office.queue({ key, account: '7' })
    const courier = await begun(office)
    await office.world.passes(1000)
    let hasStopped = false
    const stopping = courier.stop().then(() => {
      hasStopped = true
    })
    await office.world.passes(3000)
    expect(hasStopped).toBe(false)
    await office.world.passes(MINUTE)
    await stopping
    expect(office.shown()).toEqual(['one'])
    expect(await office.row('two')).toMatchObject({ state: 'queued', attempts: 0 })
  })

  it('drains when asked, without its timers', async () => {
    const office = await openPostOffice(engine)
    const courier = office.courier()
    for (const key of ['one', 'two', 'three']) await office.queue({ key, account: '7' })
    await courier.drain()
    expect(office.shown()).toEqual(['one', 'two', 'three'])
  })

  it.each([
    ['receipt', 'telegram', 'courier: leased', ['it', 'receipt-again'], 1],
    ['receipt', 'telegram', 'courier: sent', ['it', 'receipt-again'], 2],
    ['edit', 'telegram', 'courier: leased', ['it'], 1],
    ['edit', 'telegram', 'courier: sent', ['it'], 2],
    ['post', 'discord', 'courier: leased', ['it'], 1],
    ['post', 'discord', 'courier: sent', ['it'], 1],
    ['post', 'telegram', 'courier: sent', ['it'], 1],
    ['post', 'telegram', 'courier: settled', ['it'], 1],
  ] as const)('by a kill with a %s on %s at "%s"', async (kind, platform, where, words, shown) => {
    const office = await openPostOffice(engine)
    await office.queue({ key: 'it', class: kind, to: { platform, account: '7' } })
    const life = mortal(office, (label) => label === where && life.die())
    await life.courier.start()
    await office.world.passes(100)
    expect(life.isDead()).toBe(true)
    const courier = await begun(office)
    // PostgreSQL's rows may be a neighbour's until their lease is over.
    await office.world.passes(5 * MINUTE)
    expect(office.shown()).toHaveLength(shown)
    expect(office.arrivals.at(-1)?.words).toEqual(words)
    await end(office, courier)
  })

  it('with a post that perhaps went out leaves it to a person', async () => {
    const office = await openPostOffice(engine)
    await office.queue({ key: 'it', class: 'post', account: '7' })
    await office.queue({ key: 'next', class: 'post', account: '7' })
    const life = mortal(office, (label) => label === 'courier: leased' && life.die())
    await life.courier.start()
    await office.world.passes(100)
    const courier = await begun(office)
    await office.world.passes(5 * MINUTE)
    expect(await office.row('it')).toMatchObject({
      state: 'unknown',
      lastError: 'its courier never came back',
    })
    expect(await office.row('next')).toMatchObject({ state: 'sent' })
    await end(office, courier)
  })
})

describe('two couriers on one PostgreSQL', () => {
  describeStorage('as one', (engine) => {
    it.skipIf(engine.dialect === 'sqlite')('send each message once, in order', async () => {
      const office = await openPostOffice(engine)
      office.travelMs = 30
      const keys = Array.from({ length: 60 }, (_, index) => `${index % 6}:${Math.floor(index / 6)}`)
      for (const key of keys) await office.queue({ key, account: key.slice(0, 1) })
      const couriers = [await begun(office), await begun(office)]
      await office.world.passes(20_000)
      expect(office.shown().toSorted()).toEqual(keys.toSorted())
      for (let lane = 0; lane < 6; lane++) {
        const sent = office.shown().filter((key) => key.startsWith(`${lane}:`))
        expect(sent).toEqual(keys.filter((key) => key.startsWith(`${lane}:`)))
      }
      for (const courier of couriers) await end(office, courier)
    })

    it.skipIf(engine.dialect === 'sqlite')('refuse the word of one that slept over its lease', async () => {
      const office = await openPostOffice(engine)
      let wakes = () => {}
      office.fate = (_, attempt) =>
        attempt === 1 ? new Promise((resolve) => (wakes = () => resolve(limited(1000)))) : 'arrives'
      await office.queue({ key: 'it', account: '7' })
      const sleeper = await begun(office)
      await office.world.passes(1000)
      const other = await begun(office)
      await office.world.passes(LEASE_MS - 2000)
      expect(office.arrivals).toHaveLength(0)
      await office.world.passes(5000)
      expect(office.arrivals).toHaveLength(1)
      expect(await office.row('it')).toMatchObject({ state: 'sent', fence: 2 })
      wakes()
      await office.world.passes(MINUTE)
      expect(await office.row('it')).toMatchObject({ state: 'sent', fence: 2 })
      for (const courier of [sleeper, other]) await end(office, courier)
    })
  })
})

function blocked() {
  return { kind: 'unreachable', detail: 'blocked by the user' } as const
}
