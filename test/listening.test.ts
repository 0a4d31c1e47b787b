/** What is written in measured communities: counted in memory, written once a minute, ended by itself. */
import { expect, it } from 'vitest'
import { Outage } from '../src/kit/outage.js'
import { createListening } from '../src/listening.js'
import type { Work } from '../src/storage/storage.js'
import { applies, reviewerNamed } from './core/applications/kit.js'
import { partnerNamed, seedPartner, staffNamed } from './core/cases/kit.js'
import { namesGroup } from './core/groups/kit.js'
import { type House, openHouse, type Person } from './kit/house.js'
import { recordingLog } from './kit/lines.js'
import { describeStorage } from './kit/storage.js'

const DAY_MS = 86_400_000
const SECRET = new Uint8Array(32).fill(1)

/** A listening whose minutes are ended by hand. */
function listeningOn(house: House, through: Pick<House['storage'], 'read' | 'write'> = house.storage) {
  const tasks: (() => void)[] = []
  const looks: (() => void)[] = []
  const world = {
    after: (ms: number, task: () => void) => {
      if (ms < 60_000) looks.push(task)
      else tasks.push(task)
      return () => {}
    },
  }
  const { log, lines } = recordingLog()
  const listening = createListening({
    ...{ storage: through, world, log, secret: SECRET },
    choose: () => 'en',
    wake: () => {},
  })
  let message = 0
  return {
    ...listening,
    lines,
    /** A few seconds: groups that were named meanwhile count. */
    async look() {
      const planned = looks.length
      looks.shift()?.()
      await expect.poll(() => looks.length, { timeout: 20_000 }).toBe(planned)
    },
    async minute() {
      const planned = tasks.length
      tasks.shift()?.()
      await expect.poll(() => tasks.length, { timeout: 20_000 }).toBe(planned)
    },
    says(writer: string, at = house.world.now()) {
      message += 1
      const { chat: home } = house.group
      listening.overhear({ platform: 'telegram', home, message: String(message), writer, at })
    },
  }
}

async function measured(house: House): Promise<{ moon: Person; number: string }> {
  const moon = await house.person('Moon')
  moon.stands({ isAdmin: true })
  house.measures(house.group, {})
  const number = await applies(house, moon)
  await moon.types('/measure')
  return { moon, number }
}

const rowsIn = (house: House) =>
  house.look(async ({ db, t }) => ({
    days: (await db.select().from(t.communityDays)).map(({ messages, writers }) => [messages, writers]),
    hashes: (await db.select().from(t.communityWriters)).length,
  }))

describeStorage('listening', (engine) => {
  it('writes once a minute and nothing in between, and goes on after a restart', async () => {
    const house = await openHouse(engine)
    await measured(house)
    let writes = 0
    const through = {
      read: house.storage.read.bind(house.storage),
      write: ((...args: Parameters<typeof house.storage.write>) => {
        writes += 1
        return house.storage.write(...args)
      }) as typeof house.storage.write,
    }
    const first = listeningOn(house, through)
    await first.start()
    for (let at = 0; at < 500; at++) first.says(String(at % 7))
    expect(writes).toBe(0)
    await first.minute()
    expect(writes).toBe(1)
    expect(await rowsIn(house)).toEqual({ days: [[500, 7]], hashes: 7 })
    first.says('1')
    await first.stop()
    const second = listeningOn(house)
    await second.start()
    second.says('1')
    second.says('8')
    await second.stop()
    expect(await rowsIn(house)).toEqual({ days: [[503, 8]], hashes: 8 })
    const rita = await reviewerNamed(house, 'Rita')
    expect((await rita.types('/review')).words).toContain(
      'Activity, day 1 of 14: 503 messages on 1 day, 8 writers a day',
    )
  })

  it('keeps what it counted while the database is away', async () => {
    const house = await openHouse(engine)
    await measured(house)
    let isAway = false
    const through = {
      read: house.storage.read.bind(house.storage),
      write: (async (...args: Parameters<typeof house.storage.write>) => {
        if (isAway) throw new Error('away')
        return house.storage.write(...args)
      }) as typeof house.storage.write,
    }
    const listening = listeningOn(house, through)
    await listening.start()
    listening.says('1')
    isAway = true
    await listening.minute()
    expect((await rowsIn(house)).days).toEqual([])
    isAway = false
    listening.says('2')
    await listening.minute()
    expect((await rowsIn(house)).days).toEqual([[2, 2]])
  })

  it('ends after the days of the programme: who wrote is forgotten, what comes late is left out', async () => {
    const house = await openHouse(engine)
    await measured(house)
    const listening = listeningOn(house)
    await listening.start()
    listening.says('1')
    await listening.minute()
    house.world.passes(14 * DAY_MS)
    await house.beats()
    expect(await rowsIn(house)).toEqual({ days: [[1, 1]], hashes: 0 })
    listening.says('2', house.world.now() - 1000)
    await listening.minute()
    expect(await rowsIn(house)).toEqual({ days: [[1, 1]], hashes: 0 })
  })

  it('ends with the application, and does not begin where messages cannot be seen', async () => {
    const house = await openHouse(engine)
    const { moon, number } = await measured(house)
    const listening = listeningOn(house)
    await listening.start()
    listening.says('1')
    await listening.minute()
    const asked = await moon.inPrivate.presses({
      ...{ command: 'application-withdraw', values: { application: number } },
    })
    await moon.inPrivate.presses(asked.press({ act: 'confirm' }))
    await house.beats()
    expect((await rowsIn(house)).hashes).toBe(0)
    house.measures(house.group, { hears: false })
    await applies(house, moon)
    await moon.types('/measure')
    await listening.minute()
    listening.says('2')
    await listening.minute()
    expect((await rowsIn(house)).days).toEqual([[1, 1]])
  })

  it('writes down at once who comes into the group of partners, and who talks there once', async () => {
    const house = await openHouse(engine)
    const listening = listeningOn(house)
    await listening.start()
    const root = await staffNamed(house, 'Root', 'admin')
    await namesGroup(root)
    const { person } = await partnerNamed(house, 'Ana')
    const account = person.account.id
    const { chat } = house.group
    const came = { platform: 'telegram', chat, account, what: 'came' } as const
    const stays = async () => {
      const rows = await house.look((work) => work.db.select().from(work.t.groupStays))
      return rows.map(({ state, introducedAt }) => [state, introducedAt !== null])
    }
    await listening.notice(came)
    expect(await stays()).toEqual([])
    await listening.look()
    await listening.notice({ ...came, chat: '-5' })
    await listening.notice(came)
    expect(await stays()).toEqual([['in', false]])
    listening.says(account)
    listening.says(account)
    await expect.poll(stays).toEqual([['in', true]])
    await listening.stop()
    expect(listening.lines).toEqual([])
  })

  it('hears the next word of somebody who was no partner yet when they first spoke', async () => {
    const house = await openHouse(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    await namesGroup(root)
    const listening = listeningOn(house)
    await listening.start()
    const guest = await house.person('Guest')
    const stays = () => house.look(async (work) => (await work.db.select().from(work.t.groupStays)).length)
    listening.says(guest.account.id)
    await listening.minute()
    expect(await stays()).toBe(0)
    await house.storage.write((work) => seedPartner(work, guest.member))
    listening.says(guest.account.id)
    await expect.poll(stays).toBe(1)
    await listening.stop()
  })

  it('has who came come again, and keeps who spoke, while the database is away', async () => {
    const house = await openHouse(engine)
    let isAway = false
    const through = {
      read: house.storage.read.bind(house.storage),
      write: (async (task: (work: Work) => Promise<unknown>) => {
        if (isAway) throw new Outage('away')
        return house.storage.write(task)
      }) as typeof house.storage.write,
    }
    const listening = listeningOn(house, through)
    const root = await staffNamed(house, 'Root', 'admin')
    await namesGroup(root)
    const [ana, kim] = [await partnerNamed(house, 'Ana'), await partnerNamed(house, 'Kim')]
    await listening.start()
    isAway = true
    const { chat } = house.group
    const came = { platform: 'telegram', chat, account: ana.person.account.id, what: 'came' } as const
    await expect(listening.notice(came)).rejects.toThrow(Outage)
    listening.says(kim.person.account.id)
    await expect.poll(() => listening.lines.length).toBe(2)
    isAway = false
    await listening.notice(came)
    const rows = await house.look((work) => work.db.select().from(work.t.groupStays))
    expect(rows.map(({ account, introducedAt }) => [account, introducedAt !== null]).sort()).toEqual(
      [
        [ana.person.account.id, false],
        [kim.person.account.id, true],
      ].sort(),
    )
    await listening.stop()
  })
})
