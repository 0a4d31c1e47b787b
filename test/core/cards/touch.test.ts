/** A subject that changes: all of its cards in two statements, each to where its chat is now. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { cardGone, cardsOf, postCard, touchCards } from '../../../src/core/cards/cards.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

describeStorage('cards of subjects that changed', (engine) => {
  async function twentyCards() {
    const house = await openHouse(engine)
    const chats: number[] = []
    for (let i = 0; i < 20; i++) chats.push(await house.chatId(house.groupNamed(`Group ${i}`)))
    await house.storage.write(async (work) => {
      for (const [at, chat] of chats.entries())
        await postCard(work, { kind: 'packet', subject: at % 2 ? 'odd' : 'even', chat })
    })
    const edits = () =>
      house.look(async (work) => {
        const rows = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.class, 'edit'))
        return rows.sort((a, b) => a.id - b.id)
      })
    const touch = (...subjects: string[]) =>
      house.storage.write((work) => touchCards(work, 'packet', subjects))
    return { house, chats, edits, touch }
  }

  it('are queued in the order of the cards, once each, but for what is gone', async () => {
    const { house, chats, edits, touch } = await twentyCards()
    const [first] = await house.look((work) => cardsOf(work, 'packet', 'odd'))
    await house.storage.write((work) => cardGone(work, first?.id ?? 0))
    await touch('odd', 'even', 'nothing')
    const rows = await edits()
    expect(rows.map(({ chat }) => chat)).toEqual(chats.filter((chat) => chat !== first?.chat))
    expect(rows[0]).toMatchObject({ state: 'queued', version: 1, lane: `chat:${chats[0]}`, account: null })
    await touch()
    await touch('even')
    const again = await edits()
    expect(again.map(({ key }) => key)).toEqual(rows.map(({ key }) => key))
    expect(again.filter(({ version }) => version === 2)).toHaveLength(10)
  })

  it('that waits keeps its age, one under way stays so, one that was sent begins anew', async () => {
    const { house, edits, touch } = await twentyCards()
    await touch('even')
    const [waits, leased, sent] = await edits()
    const change = (id: number | undefined, to: object) =>
      house.storage.write(async (work) => {
        await work.db
          .update(work.t.outbox)
          .set(to)
          .where(eq(work.t.outbox.id, id ?? 0))
      })
    await change(leased?.id, { state: 'leased', attempts: 3 })
    await change(sent?.id, { state: 'sent', settledAt: 1 })
    house.world.passes(5000)
    await touch('even')
    const [one, two, three] = await edits()
    expect(one).toMatchObject({ state: 'queued', createdAt: waits?.createdAt, notBefore: waits?.notBefore })
    expect(two).toMatchObject({ state: 'leased', attempts: 0, createdAt: leased?.createdAt, version: 2 })
    expect(three).toMatchObject({ state: 'queued', settledAt: null, version: 2 })
    expect(three?.createdAt).toBeGreaterThanOrEqual(Number(sent?.createdAt) + 5000)
  })

  it('of a chat that gave way to another are for that one', async () => {
    const { house, chats, edits, touch } = await twentyCards()
    const [from = 0, to = 0] = chats
    await house.storage.write(async (work) => {
      await work.db.update(work.t.chats).set({ mergedInto: to }).where(eq(work.t.chats.id, from))
    })
    await touch('even')
    expect((await edits())[0]).toMatchObject({ chat: to, lane: `chat:${to}` })
  })
})
