/** A desk in a chat that the bot is not in any more swallows nothing. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { deskOf, queuesAt } from '../../../src/core/desks/desks.js'
import { moveChat } from '../../../src/core/members/members.js'
import type { Place } from '../../../src/interaction/call.js'
import { must } from '../../../src/kit/refusal.js'
import { resolveRow, rowDead } from '../../../src/outgoing.js'
import { hear } from '../../../src/reception.js'
import type { OutboxRow } from '../../../src/scheduler/rows.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, OTHER, reviewerNamed } from '../applications/kit.js'
import {
  appeals,
  caseToDecide,
  opensCase,
  partnerNamed,
  rules,
  staffNamed,
  THINKING_MS,
} from '../cases/kit.js'

const choose = () => 'en'
const HOUR = 3_600_000

/** Desks of the queues in a group of the staff, and a reviewer. */
async function stage(engine: Parameters<typeof openHouse>[0], ...queues: string[]) {
  const house = await openHouse(engine)
  const staff = house.groupNamed('Staff')
  const ada = await staffNamed(house, 'Ada', 'admin')
  const rita = await reviewerNamed(house, 'Rita')
  for (const queue of queues) {
    const named = await ada.in(staff).types(`/desk here ${queue}`)
    expect(named.keys).toContain(`desk-named-${queue}`)
    house.world.passes(HOUR)
  }
  return { house, staff, ada, rita }
}

const leaves = (house: House, place: Place, id = 'update:left') =>
  hear(house.storage, { id, kind: 'bot-left', place }, choose)
const returns = (house: House, place: Place) =>
  hear(house.storage, { id: 'update:back', kind: 'bot-joined', place }, choose)

async function news(house: House, person: Person): Promise<string[]> {
  return (await house.told(person)).flatMap(({ keys }) => keys.slice(0, 1))
}

const outbox = (house: House): Promise<OutboxRow[]> =>
  house.look((work) => work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id))

/** What the courier would do with the messages of whose key this is the beginning. */
async function outcomes(house: House, key: string): Promise<string[]> {
  const all: string[] = []
  for (const row of (await outbox(house)).filter((one) => one.key.startsWith(key))) {
    const said = await house.storage.write((work) => resolveRow(work, row, choose))
    all.push(typeof said === 'string' ? said : 'said')
  }
  return all
}

describeStorage('a desk in a chat that the bot has left', (engine) => {
  it('counts as none: admins are told, and what is new goes to each of those who decide', async () => {
    const { house, staff, ada, rita } = await stage(engine, 'applications', 'cases', 'audit')
    await leaves(house, staff)
    await leaves(house, staff, 'update:once more')
    const told = await house.told(ada)
    expect(told.map(({ keys }) => keys)).toEqual([
      ['desk-lost', 'desk-lost-next'],
      ['desk-lost', 'desk-lost-audit'],
      ['desk-lost', 'desk-lost-next'],
    ])
    expect(told.map(({ view }) => view.text[0]?.params)).toEqual(
      ['applications', 'audit', 'cases'].map((queue) => ({
        title: 'Staff',
        queue: expect.objectContaining({ key: `choice-${queue}` }),
      })),
    )
    await applies(house, await house.person('Moon'))
    const ana = await partnerNamed(house, 'Ana')
    await opensCase(house, rita, ana)
    expect(await news(house, rita)).toEqual(['review-arrived', 'case-arrived'])
    expect(await outcomes(house, 'application:')).toContain('said')
    expect(await outcomes(house, 'case:')).toContain('said')
    expect((await outbox(house)).filter(({ key }) => key.startsWith('card:'))).toEqual([])
  })

  it('counts again when the bot is back; what was told meanwhile is told still, for no card shows it', async () => {
    const { house, staff, ada, rita } = await stage(engine, 'applications')
    await leaves(house, staff)
    await applies(house, await house.person('Moon'))
    await returns(house, staff)
    await house.look(async (work) => expect(await deskOf(work, 'applications')).toBeDefined())
    expect(await news(house, rita)).toEqual(['review-arrived'])
    // To Ada, too: admins decide as well.
    expect(await outcomes(house, 'application:1:arrived')).toEqual(['said', 'said'])
    house.world.passes(HOUR)
    await applies(house, await house.person('Sun'), OTHER)
    expect(await news(house, rita)).toEqual(['review-arrived'])
    expect(await outcomes(house, 'card:')).toEqual(['said'])
    await ada.in(staff).types('/desk here')
    expect(await outcomes(house, 'card:')).toEqual(['said', 'said'])
    expect(await outcomes(house, 'application:1:arrived')).toEqual(['gone', 'gone'])
  })

  it('and that only the card finds out: whoever decides is told, and the card is posted when it is back', async () => {
    const { house, staff, ada, rita } = await stage(engine, 'applications')
    await applies(house, await house.person('Moon'))
    expect(await news(house, rita)).toEqual([])
    const row = must(
      (await outbox(house)).find(({ key }) => key.startsWith('card:')),
      'the card',
    )
    await house.storage.write((work) => rowDead(work, row, 'unreachable', choose))
    expect(await news(house, ada)).toEqual(['desk-lost', 'review-arrived'])
    expect(await news(house, rita)).toEqual(['review-arrived'])
    expect(await outcomes(house, 'application:1:arrived')).toEqual(['said', 'said'])
    await returns(house, staff)
    await rita.presses({ command: 'application-take', values: { application: '1' } })
    house.world.passes(HOUR)
    await ada.in(staff).types('/desk here')
    expect(await outcomes(house, row.key)).toEqual(['said'])
    const [card] = await house.look((work) => work.db.select().from(work.t.cards))
    expect(card).toMatchObject({ gone: false, message: null })
  })

  it('or in which it may not write: what the card was to show is told', async () => {
    const { house, rita, ada } = await stage(engine, 'applications')
    await applies(house, await house.person('Moon'))
    const row = must(
      (await outbox(house)).find(({ key }) => key.startsWith('card:')),
      'the card',
    )
    await house.storage.write((work) => rowDead(work, row, 'forbidden', choose))
    expect(await news(house, rita)).toEqual(['review-arrived'])
    expect(await outcomes(house, 'application:1:arrived')).toEqual(['said', 'said'])
    expect(await news(house, ada)).toEqual(['review-arrived'])
  })

  it('or in which an appeal may not be written: whoever can decide it is told once, and nobody else', async () => {
    const { house, ada, rita } = await stage(engine, 'applications', 'cases')
    const moon = await house.person('Moon')
    await applies(house, moon)
    const asked = await rita.presses((await rita.types('/review')).press({ command: 'application-reject' }))
    const preview = await rita.presses(asked.press({ act: 'set', value: 'fake' }))
    house.world.passes(THINKING_MS)
    await rita.presses(preview.press({ act: 'confirm' }))
    const told = must((await house.told(moon)).at(-1), 'the rejection')
    await moon.inPrivate.presses(told.press({ command: 'application-appeal' }))
    house.world.passes(HOUR)
    await moon.inPrivate.types('They are real people, ask them.')
    const ana = await partnerNamed(house, 'Ana')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'warn')
    await appeals(house, ana)
    const before = await news(house, rita)
    expect(before).not.toContain('review-arrived')
    for (const row of (await outbox(house)).filter(({ key }) => key.startsWith('card:'))) {
      await house.storage.write((work) => rowDead(work, row, 'forbidden', choose))
    }
    const once = ['review-appealed', 'case-appealed-told']
    expect((await news(house, ada)).filter((key) => /^(review|case)-/.test(key))).toEqual(once)
    expect(await news(house, rita)).toEqual(before)
  })

  it('is no desk that moved: its chat stands under another number', async () => {
    const { house, staff, ada, rita } = await stage(engine, 'applications')
    const next = house.groupNamed('Staff, larger')
    await house.pays({ kind: 'chat', id: await house.chatId(next) }, '5')
    const before = await house.chatId(staff)
    await house.storage.write((work) => moveChat(work, 'telegram', staff.chat, next.chat))
    const [row] = await house.look(({ db, t }) => db.select().from(t.chats).where(eq(t.chats.id, before)))
    expect(row).toMatchObject({ state: 'left', mergedInto: await house.chatId(next) })
    await leaves(house, staff)
    expect(await news(house, ada)).toEqual([])
    await applies(house, await house.person('Moon'))
    expect(await news(house, rita)).toEqual([])
    expect(await outcomes(house, 'card:')).toEqual(['said'])
    await leaves(house, next, 'update:left for good')
    expect(await news(house, ada)).toEqual(['desk-lost'])
    await house.look(async (work) => {
      expect(await queuesAt(work, await numberOf(work, next))).toEqual(['applications'])
      expect(await deskOf(work, 'applications')).toBeUndefined()
    })
  })
})

async function numberOf({ db, t }: Parameters<Parameters<House['look']>[0]>[0], { chat }: Place) {
  const [row] = await db.select().from(t.chats).where(eq(t.chats.native, chat))
  return must(row, 'the chat').id
}
