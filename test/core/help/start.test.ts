/** /start opens the private chat: what could not be said before is said. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { enqueue } from '../../../src/storage/outbox.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies } from '../applications/kit.js'
import { partnerNamed } from '../cases/kit.js'

const HOUR_MS = 3_600_000

describeStorage('/start', (engine) => {
  it('shows the way to become a partner, to where that stands, and to being one', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const way = async ({ inPrivate }: Pick<typeof moon, 'inPrivate'>) =>
      (await inPrivate.types('/start')).presses[0]?.command
    expect(await way(moon)).toBe('apply')
    await applies(house, moon)
    expect(await way(moon)).toBe('status')
    expect(await way((await partnerNamed(house, 'Ana')).person)).toBe('membership')
  })
})

describeStorage('/start in private', (engine) => {
  it('says what nobody heard in the last two days, and what may have been heard not again', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const ben = await house.person('Ben')
    const given = (key: string, account: string, doubtSince?: number) =>
      house.storage.write(async (work) => {
        const to = { platform: 'telegram' as const, account }
        await enqueue(work, {
          key,
          class: 'receipt',
          to,
          content: { kind: 'view', view: { text: [] }, locale: 'en' },
        })
        const { outbox } = work.t
        const change = { state: 'dead' as const, settledAt: work.now, doubtSince: doubtSince ?? null }
        await work.db.update(outbox).set(change).where(eq(outbox.key, key))
      })
    await given('old', mia.account.id)
    house.world.passes(49 * HOUR_MS)
    await given('receipt', mia.account.id)
    await given('doubtful', mia.account.id, house.world.now())
    await given('of-ben', ben.account.id)
    const states = () =>
      house.look(async (work) => {
        const rows = await work.db.select().from(work.t.outbox)
        return Object.fromEntries(rows.map(({ key, state }) => [key, state]))
      })
    await mia.types('/start')
    expect(await states()).toMatchObject({ receipt: 'dead' })
    await mia.inPrivate.types('/start')
    expect(await states()).toMatchObject({
      receipt: 'queued',
      old: 'dead',
      doubtful: 'dead',
      'of-ben': 'dead',
    })
  })
})
