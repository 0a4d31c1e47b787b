/**
 * Chats are locked in the order of their numbers and before people, by two processes on PostgreSQL: who finds
 * that a chat gave way lets go and begins once more, and never waits for a lower number with a higher in
 * hand.
 */
import { expect, it } from 'vitest'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { countAlone, moveChat } from '../../../src/core/members/members.js'
import { erase } from '../../../src/core/privacy/privacy.js'
import { Again } from '../../../src/kit/again.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { openHouse, steeredWorld } from '../../kit/house.js'
import { engineForTests } from '../../kit/storage.js'
import { isAwaited } from '../packets/kit.js'

const engine = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

async function twoDesks() {
  const url = await engine.emptyDatabase()
  const world = steeredWorld()
  const here = await engine.open({ url, world })
  const there = await engine.open({ url, world })
  return { here, there, house: await openHouse(engine, { world, storage: here }) }
}

interface Watch {
  before?(): Promise<unknown>
  after?(): Promise<unknown>
}

/** Does something around the first lock of a unit. */
function watched(work: Work, { before, after }: Watch): Work {
  let isFirst = true
  const { db, t, dialect, world, now, connection } = work
  return {
    ...{ db, t, dialect, world, now, connection },
    pin: (query) => work.pin(query),
    seize: (query) => work.seize(query),
    lock(query) {
      if (!isFirst) return work.lock(query)
      isFirst = false
      const run = async () => {
        await before?.()
        const rows = await work.lock(query)
        await after?.()
        return rows
      }
      return run() as never
    },
  }
}

/** A unit, and what each of its runs but the last failed with: PostgreSQL breaks a ring by failing one. */
function told<T>(storage: Storage, failures: string[], unit: (work: Work, run: number) => Promise<T>) {
  let run = 0
  return storage.write(async (work) => {
    run += 1
    try {
      return await unit(work, run)
    } catch (error) {
      failures.push(error instanceof Again ? 'again' : String(error))
      throw error
    }
  })
}

it.runIf(wanted.includes('postgres'))('a limit of a chat that moves twice meanwhile is no ring', async () => {
  const { here, there, house } = await twoDesks()
  const groups = [house.group, house.groupNamed('Second'), house.groupNamed('Third')] as const
  const [first, second, third] = groups
  const numbers = [await house.chatId(first), await house.chatId(second), await house.chatId(third)] as const
  // The third has a history, so that the first gives way to it.
  await house.storage.write((work) => freeze(work, `chat:${numbers[2]}`, 'a look', 'system'))
  const { member } = await house.person('Mia')
  const move = (work: Work, from: string, to: string) => moveChat(work, 'telegram', from, to)

  const failures: string[] = []
  let later: Promise<unknown> = Promise.resolve()
  const counted = await told(here, failures, async (work, run) => {
    const own = { chat: numbers[1], member }
    if (run > 1) return countAlone(work, own)
    return countAlone(
      watched(work, {
        // The second gives way to the first between the look and the lock,
        before: () => there.write((other) => move(other, first.chat, second.chat)),
        // and the first, with it, to the third, by a unit that has what it locks first.
        after: () =>
          new Promise<void>((goesOn) => {
            setTimeout(goesOn, 300)
            later = told(there, failures, (other) =>
              move(watched(other, { after: async () => goesOn() }), second.chat, third.chat),
            )
          }),
      }),
      own,
    )
  })
  await later
  expect(failures.filter((one) => one !== 'again')).toEqual([])
  expect(failures).toContain('again')
  expect(counted).toBe(numbers[2])
  const rows = await house.look((work) => work.db.select().from(work.t.chats).orderBy(work.t.chats.id))
  expect(rows.slice(0, 2).map(({ mergedInto }) => mergedInto)).toEqual([numbers[2], numbers[2]])
})

it.runIf(wanted.includes('postgres'))(
  'an erasure waits for a private chat before it holds a person',
  async () => {
    const { here, there, house } = await twoDesks()
    const mia = await house.person('Mia')
    await mia.inPrivate.types('/wallet')
    const chats = await house.look((work) => work.db.select().from(work.t.chats))
    const chat = chats.find(({ kind }) => kind === 'private')?.id ?? 0
    const failures: string[] = []
    let owner: Promise<unknown> = Promise.resolve()
    await new Promise<void>((holds, fails) => {
      owner = told(there, failures, async (work) => {
        const { chats: t } = work.t
        await work.lock(work.db.select({ id: t.id }).from(t))
        holds()
        while (!(await isAwaited(work)));
        return countAlone(work, { chat, member: mia.member })
      })
      owner.catch(fails)
    })
    const digestKey = new Uint8Array(32)
    const erased = told(here, failures, (work) =>
      erase(work, { member: mia.member, chat }, { digestKey, cases: undefined, limits: undefined }),
    )
    await Promise.all([owner, erased])
    expect(failures).toEqual([])
    const { erasures } = await house.dump()
    expect(erasures).toHaveLength(1)
  },
)
