/** News that nobody said, as the house keeps it. */
import { expect, it } from 'vitest'
import type { PlatformEvent } from '../src/interaction/call.js'
import { hear } from '../src/reception.js'
import { describeStorage } from './kit/storage.js'

const choose = () => 'en'
const place = { platform: 'telegram' as const, chat: '-1', kind: 'group' as const, title: 'Traders' }
const joined = (id: string): PlatformEvent => ({ id, kind: 'bot-joined', place })

describeStorage('news', (engine) => {
  it('of our coming into a group is greeted once, however often it is delivered', async () => {
    const storage = await engine.open()
    await hear(storage, joined('update:1'), choose)
    await hear(storage, joined('update:1'), choose)
    await hear(storage, joined('update:9'), choose)
    const rows = await storage.read((work) => work.db.select().from(work.t.outbox))
    expect(rows.map(({ key }) => key)).toEqual(['hello:1:update:1', 'hello:1:update:9'])
  })
})
