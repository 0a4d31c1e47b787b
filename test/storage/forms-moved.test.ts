/** What a form held beside its origin before it had columns of its own is moved there. */
import { type SQL, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { must } from '../../src/kit/refusal.js'
import { knownMigrations } from '../../src/storage/migrations.js'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

const OLD = [
  { chat: 7, thread: '5', shown: '', basis: 'starter', typed: { email: 'moon "at" example', why: 'знаю' } },
  { chat: 8 },
]

describeStorage('a form of an older house', (engine) => {
  it('keeps where it was begun, what it shows and what was typed', async () => {
    const house = await openHouse(engine)
    const { inPrivate } = await house.person('Moon')
    await inPrivate.types('/report')
    const migration = knownMigrations(engine.dialect).find(({ name }) => name === '0020_forms')
    const lines = must(migration, 'the migration').text.matchAll(/^\t["`](\w+)["`] = (.+?)[,;]$/gm)
    const sets: Record<string, SQL> = Object.fromEntries(
      [...lines].map(([, column = '', value = '']) => [column, sql.raw(value)]),
    )
    for (const origin of OLD) {
      const [row] = await house.storage.write(async ({ db, t }) => {
        await db.update(t.forms).set({ origin: JSON.stringify(origin) })
        return db.select(sets).from(t.forms)
      })
      const { typed, origin: begun, ...shown } = must(row, 'a form') as Record<string, string | null>
      const { chat, thread, ...others } = origin as (typeof OLD)[0]
      expect(JSON.parse(begun ?? '')).toEqual(thread === undefined ? { chat } : { chat, thread })
      expect(JSON.parse(typed ?? 'null')).toEqual(others.typed ?? null)
      expect(shown).toEqual({ shown: others.shown ?? null, basis: others.basis ?? null })
    }
  })
})
