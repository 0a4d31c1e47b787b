/**
 * How what was put into packets lately is found: by its day, not by looking at all there ever was. On SQLite
 * alone, whose plans do not hang on what the tables hold.
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { droppedAlone, droppedIn } from '../../../src/core/packets/limits-store.js'
import { must } from '../../../src/kit/refusal.js'
import { placeOf } from '../../../src/storage/place.js'
import { type Lite, openWriter } from '../../../src/storage/sqlite-connection.js'
import type { Work } from '../../../src/storage/storage.js'
import { engineForTests } from '../../kit/storage.js'

const lately = { asset: 'USDT', since: 1 }

describe('the limits', () => {
  const engine = engineForTests('sqlite')
  afterEach(() => vi.restoreAllMocks())

  /** A line for each table that a look goes through, in SQLite's words. */
  async function planOf(look: (work: Work) => Promise<unknown>): Promise<string[]> {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    const place = placeOf(url)
    const db = openWriter(must(place.dialect === 'sqlite' ? place.file : undefined, 'a file'))
    const prepare = vi.spyOn(Object.getPrototypeOf(db), 'prepare')
    await storage.read(look)
    const texts = prepare.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('select'))
    prepare.mockRestore()
    const lines = texts.flatMap((text) => explained(db, text))
    db.close()
    return lines
  }

  function explained(db: Lite, text: string): string[] {
    const nothing = Array.from(text.matchAll(/\?/g), () => null)
    return db
      .prepare(`explain query plan ${text}`)
      .all(...nothing)
      .map((row) => String(row && typeof row === 'object' && 'detail' in row ? row.detail : ''))
  }

  it('find what a chat was given by the day of each tranche, and what was shared into it by the chat', async () => {
    const plan = await planOf((work) => droppedIn(work, 7, lately))
    expect(plan.filter((line) => /^SEARCH packet_tranches .*packet_tranches_at/.test(line))).toHaveLength(2)
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH packet_chats .*packet_chats_chat/))
    expect(plan.filter((line) => line.startsWith('SCAN packet'))).toEqual([])
  })

  it('find what a budget paid alone by the day of each tranche', async () => {
    const plan = await planOf((work) => droppedAlone(work, { kind: 'chat', id: 7 }, lately))
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH packet_tranches .*packet_tranches_at/))
    expect(plan.filter((line) => line.startsWith('SCAN packet'))).toEqual([])
  })
})
