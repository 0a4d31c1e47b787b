/**
 * Units of every kind at once, by two processes on PostgreSQL: claims, endings, top-ups, drops, chats that
 * merge, people who turn out to be one, proposals about partners, and couriers whose messages arrive, are
 * refused, or find their chat moved. All take their locks in the order of ARCHITECTURE.md, so none waits for
 * one that waits for it.
 */
import { eq, inArray, isNull } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { joinPeople } from '../../../src/core/linking/joining.js'
import { assertStillOne, moveChat, personNow } from '../../../src/core/members/members.js'
import {
  cancelPacket,
  claimShares,
  extendPacket,
  pausePacket,
  postHere,
  resumePacket,
  topUp,
} from '../../../src/core/packets/packets.js'
import { touchPacket } from '../../../src/core/packets/seen.js'
import type { Place, PlatformName } from '../../../src/interaction/call.js'
import { DeliveryError, type DeliveryFailure, type Platform } from '../../../src/interaction/platform.js'
import { Again } from '../../../src/kit/again.js'
import type { Log } from '../../../src/kit/log.js'
import { must, Refusal } from '../../../src/kit/refusal.js'
import { awaitedBy, isRowFor, resolveRow, rowDead, rowMoved, rowSent } from '../../../src/outgoing.js'
import { carry, type Ways } from '../../../src/scheduler/attempt.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { type House, openHouse, type Person, steeredWorld } from '../../kit/house.js'
import { recordingLog } from '../../kit/lines.js'
import { brokenOrder } from '../../kit/lock-watch.js'
import { patient } from '../../kit/patient.js'
import { engineForTests } from '../../kit/storage.js'
import { seedPartner } from '../cases/kit.js'
import { act, crowd, drop, isAwaited } from './kit.js'

const ROUNDS = 25
const PEOPLE = 10

const engine = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

/** Counts units that were run again: PostgreSQL gave them up, for a deadlock among others. */
function counting(ours: Storage, count: { repeated: number }): Storage {
  const storage = patient(ours)
  return {
    ...storage,
    write: (unit) => {
      let runs = 0
      // Somebody became another meanwhile: that is run once more, too, and no ring.
      let wasAnother = false
      return storage.write(async (work) => {
        runs += 1
        if (runs > 1 && !wasAnother) count.repeated += 1
        wasAnother = false
        try {
          return await unit(work)
        } catch (error) {
          wasAnother = error instanceof Again
          throw error
        }
      })
    },
  }
}

/** The same dice in every run; what the database makes of them differs all the same. */
function dice(seed: number) {
  let state = seed
  const roll = (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
  return { roll, one: <T>(list: readonly T[]): T => must(list[roll(list.length)], 'one of them') }
}

const FATES: readonly (DeliveryFailure | undefined)[] = [
  undefined,
  undefined,
  { kind: 'gone', detail: 'deleted' },
  { kind: 'gone', detail: 'deleted' },
  { kind: 'gone', detail: 'deleted' },
  { kind: 'forbidden', detail: 'closed' },
  { kind: 'unreachable', detail: 'kicked' },
  { kind: 'invalid', detail: 'words' },
]

type Fate = (chat: string) => DeliveryFailure | undefined

function waysOf(house: House, storage: Storage, log: Log, fate: Fate): Ways {
  let message = 0
  const deliver: Platform['deliver'] = async ({ place }) => {
    const failure = fate(place.chat)
    if (failure) throw new DeliveryError(failure)
    message += 1
    return { message: String(message) }
  }
  const idle = async () => {}
  const platform: Platform = {
    ...{ name: 'telegram', start: idle, stop: idle, close: idle, publish: idle, deliver },
    survey: async () => undefined,
    privateLink: () => undefined,
    download: async () => undefined,
    perform: async () => ({ outcome: 'done' }),
    standing: async () => ({ membership: 'unknown', isAdmin: false, roles: [] }),
  }
  const choose = () => 'en'
  return {
    ...{ storage, world: house.world, log },
    platforms: new Map<PlatformName, Platform>([['telegram', platform]]),
    resolve: (work, row) => resolveRow(work, row, choose),
    onSent: rowSent,
    awaitedBy,
    isStillFor: isRowFor,
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
  }
}

it.runIf(wanted.includes('postgres'))(
  'units of every kind never deadlock',
  { timeout: 180_000 },
  async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const count = { repeated: 0 }
    const here = counting(await engine.open({ url, world, deadlineMs: 120_000 }), count)
    const there = counting(await engine.open({ url, world, deadlineMs: 120_000 }), count)
    const house = await openHouse(engine, { world, storage: here, packets: { approvalAbove: {} } })
    const { roll, one } = dice(7)
    const storages = [here, there] as const
    const groups: Place[] = [house.group, { ...house.group, chat: '-100500' }]
    for (let at = 0; at < 3; at++) groups.push(house.groupNamed(`Group ${at}`))
    const chats: number[] = []
    for (const group of groups) chats.push(await house.chatId(group))
    const [, second, third, fourth] = groups.map(({ chat }) => chat)
    const moves = new Map([
      [house.group.chat, must(second, 'a group')],
      [must(third, 'a group'), must(fourth, 'a group')],
    ])
    const senders: Person[] = []
    for (let at = 0; at < 4; at++) senders.push(await house.rich(`Sender ${at}`, '100000'))
    const people = await crowd(house, PEOPLE)
    const packets: string[] = []
    for (const sender of senders)
      for (let at = 0; at < 3; at++) {
        world.passes(60_000)
        packets.push(await drop(sender, '20 60'))
      }
    for (const packet of packets)
      for (const chat of chats.slice(1))
        await house.storage.write((w) => postHere(w, packet, { chat }, house.programme.packets, 'system'))

    const person = {
      platform: 'telegram',
      membership: 'member',
      isPremium: false,
      since: 0,
      roles: [],
    } as const
    const does = async (unit: (work: Work) => Promise<unknown>) => {
      try {
        await one(storages).write(unit)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
    // A partner and staff, with what waits about the one by the other, are among those who become one.
    const [first, ...others] = people
    const { one: any } = dice(11)
    const partner = must(first, 'somebody').member
    const kase = await house.storage.write((work) => caseAbout(work, partner))
    // As a call does: whoever began as somebody who has become another begins once more.
    const proposes = async (work: Work, member: number) => {
      const by = await personNow(work, member)
      await work.db
        .update(work.t.cases)
        .set({ proposal: '{}', proposedBy: by })
        .where(eq(work.t.cases.id, kase))
      await assertStillOne(work, by)
    }
    const links = async (work: Work) => {
      const some = await personNow(work, any(people).member)
      const other = await personNow(work, any(others).member)
      if (some !== other) await joinPeople(work, { one: some, other, by: 'operator' })
    }
    const rules = { policy: house.programme.packets, fourEyes: false }
    const manager = { by: 'operator', as: 'staff' } as const
    const strokes: (() => Promise<unknown>)[] = [
      () => does((work) => cancelPacket(work, one(packets), 'operator')),
      () => does((work) => extendPacket(work, one(packets), 60_000, 'operator')),
      () => does((work) => pausePacket(work, one(packets), manager)),
      () => does((work) => resumePacket(work, one(packets), manager)),
      () => does((work) => topUp(work, one(packets), { total: 10_000_000n, shares: 5 }, rules, 'operator')),
      ...[...moves].map(
        ([from, to]) =>
          () =>
            does((work) => moveChat(work, 'telegram', from, to)),
      ),
      () => one(senders).in(one(groups)).types('/redpacket 5 5'),
      () => one(people).presses(act('why', one(packets))),
    ]
    const { log, lines } = recordingLog()
    const fate: Fate = (chat) => {
      const to = moves.get(chat)
      return to !== undefined && roll(4) === 0 ? { kind: 'moved', to } : one(FATES)
    }
    const ways = storages.map((storage) => waysOf(house, storage, log, fate))
    const { signal } = new AbortController()
    // Whatever was deleted and wherever the bot was shown out: the next round finds it there again.
    const revive = (work: Work) =>
      Promise.all([
        work.db.update(work.t.chats).set({ state: 'active' }).where(isNull(work.t.chats.mergedInto)),
        work.db.update(work.t.cards).set({ gone: false }),
      ])
    brokenOrder()
    for (let round = 0; round < ROUNDS; round++) {
      world.passes(60_000)
      await house.storage.write(revive)
      const rows = await house.look((work) => {
        const { outbox } = work.t
        return work.db
          .select()
          .from(outbox)
          .where(inArray(outbox.state, ['queued']))
          .limit(40)
      })
      const units: Promise<unknown>[] = []
      for (const { id } of rows) units.push(carry(one(ways), id, signal, () => {}))
      for (const { member } of people) {
        const chosen = [one(packets), one(packets), one(packets)]
        const presses = chosen.map((packet) => ({ packet, member, chat: one(chats), person }))
        units.push(does((work) => claimShares(work, presses, house.programme.packets)))
      }
      for (let at = 0; at < 6; at++) units.push(one(strokes)())
      units.sort(() => roll(3) - 1)
      const about = does((work) => proposes(work, any(people).member))
      await Promise.all([...(round % 3 === 0 ? [does(links)] : []), about, ...units])
    }
    expect(count.repeated).toBe(0)
    expect(brokenOrder()).toEqual([])
    expect(lines.map(({ message }) => message)).not.toContain('what follows from a message could not be done')
    expect((await house.audit()).filter(({ check }) => !['clock', 'cases-moved'].includes(check))).toEqual([])
    expect(await house.look((work) => work.db.select().from(work.t.memberLinks))).not.toEqual([])
  },
)

/** A partner with a case that waits for its decision; answers the case's number. */
async function caseAbout(work: Work, member: number): Promise<number> {
  const partner = await seedPartner(work, member)
  const opened = {
    reason: 'spam',
    reasonWords: '{}',
    words: 'Spam.',
    openedAt: work.now,
    changedAt: work.now,
  }
  const [row] = await work.db
    .insert(work.t.cases)
    .values({ partner, state: 'deciding', version: 1, ...opened })
    .returning()
  return must(row, 'a case').id
}

it.runIf(wanted.includes('postgres'))(
  'a courier waits for a packet before it holds the row that the packet is about to touch',
  { timeout: 60_000 },
  async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const count = { repeated: 0 }
    const storage = counting(await engine.open({ url, world, deadlineMs: 50_000 }), count)
    const house = await openHouse(engine, { world, storage })
    const packet = await drop(await house.rich('Pavel', '500'), '50 20')
    const { log } = recordingLog()
    const { signal } = new AbortController()
    const rowFor = (key: string) =>
      house.look(async (work) => {
        const rows = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.key, key))
        return must(rows[0], `a row ${key}`)
      })
    const arrives = waysOf(house, storage, log, () => undefined)
    await carry(arrives, (await rowFor('card:1')).id, signal, () => {})
    await house.storage.write((work) => extendPacket(work, packet, 60_000, 'operator'))
    const edit = await rowFor('card:1:edit')

    // Holds the packet until the courier waits for it, and only then comes to the row.
    const gone = waysOf(house, storage, log, () => ({ kind: 'gone', detail: 'deleted' }))
    let owner: Promise<unknown> = Promise.resolve()
    const held = new Promise<void>((holds) => {
      owner = storage.write(async (work) => {
        const { packets } = work.t
        await work.lock(work.db.select().from(packets).where(eq(packets.id, packet)))
        holds()
        while (!(await isAwaited(work)));
        await touchPacket(work, packet)
      })
    })
    await held
    await Promise.all([owner, carry(gone, edit.id, signal, () => {})])
    expect(count.repeated).toBe(0)
    expect((await house.look((work) => work.db.select().from(work.t.cards)))[0]?.gone).toBe(true)
  },
)
