/**
 * Presses on several packets in one unit, by two processes at once: nobody waits for one who waits for them.
 */
import { expect, it } from 'vitest'
import { type ClaimPress, claimShares, type PacketRow } from '../../../src/core/packets/packets.js'
import type { Storage } from '../../../src/storage/storage.js'
import { openHouse, steeredWorld } from '../../kit/house.js'
import { patient } from '../../kit/patient.js'
import { engineForTests } from '../../kit/storage.js'
import { claimsOf, crowd, drop, packetRow, USDT } from './kit.js'

const PEOPLE = 40

const engine = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

it.runIf(wanted.includes('postgres'))(
  'two processes pay presses on two packets in either order without a deadlock',
  async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const here = patient(await engine.open({ url, world, deadlineMs: 120_000 }))
    const there = patient(await engine.open({ url, world, deadlineMs: 120_000 }))
    const house = await openHouse(engine, { world, storage: here })
    const pavel = await house.rich('Pavel', '500')
    const first = await drop(pavel, `${PEOPLE} ${PEOPLE} equal`)
    world.passes(60_000)
    const second = await drop(pavel, `${PEOPLE} ${PEOPLE} equal`)
    const people = await crowd(house, PEOPLE)
    const chat = await house.chatId(house.group)
    const person: ClaimPress['person'] = {
      platform: 'telegram',
      membership: 'member',
      isPremium: false,
      since: 0,
      roles: [],
    }

    let runs = 0
    const claims = (storage: Storage, member: number, packets: string[]) =>
      storage.write((work) => {
        // The storage repeats a unit that PostgreSQL gave up, for a deadlock among others.
        runs += 1
        const presses = packets.map((packet) => ({ packet, member, chat, person }))
        return claimShares(work, presses, house.programme.packets)
      })
    const results = await Promise.all(
      people.map(({ member }, at) =>
        at % 2 === 0 ? claims(here, member, [first, second]) : claims(there, member, [second, first]),
      ),
    )
    expect(results.flat().map(({ kind }) => kind)).toEqual(Array(2 * PEOPLE).fill('paid'))
    expect(runs).toBe(PEOPLE)
    for (const packet of [first, second]) {
      const row: PacketRow = await packetRow(house, packet)
      expect(row).toMatchObject({ state: 'closed', taken: PEOPLE, paid: BigInt(PEOPLE) * USDT })
      expect(await claimsOf(house, packet)).toHaveLength(PEOPLE)
    }
    expect(await house.audit()).toEqual([])
  },
)
