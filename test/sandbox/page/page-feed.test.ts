import { describe, expect, it } from 'vitest'
import type { SandboxEvent } from '../../../src/sandbox/contract.js'
import { createFeed } from '../../../src/sandbox/page-feed.js'

const common = { platform: 'telegram', at: 0, room: '-1' } as const
const message = (id: number, text = ''): SandboxEvent => ({
  ...common,
  kind: 'message',
  message: { message_id: id, text },
})
const edit = (id: number, text: string): SandboxEvent =>
  ({ ...message(id, text), kind: 'edit' }) as SandboxEvent
const call: SandboxEvent = { platform: 'discord', at: 0, kind: 'call', method: 'POST', ok: true, note: '' }

describe('what a tab is told', () => {
  it('is nothing when nothing happened', () => {
    expect(createFeed({}).take()).toBeUndefined()
  })

  it('is the newest state of each message, once', () => {
    const feed = createFeed({})
    for (let share = 1; share <= 500; share++) feed.add(edit(7, `${share} of 500`))
    feed.add(edit(8, 'other'))
    expect(feed.take()?.events).toEqual([edit(7, '500 of 500'), edit(8, 'other')])
    expect(feed.take()).toBeUndefined()
  })

  it('keeps a message a message when it is edited in the same frame', () => {
    const feed = createFeed({})
    feed.add(message(1, 'a'))
    feed.add(edit(1, 'b'))
    expect(feed.take()?.events).toEqual([message(1, 'b')])
  })

  it('tells a deletion in the place of what was deleted', () => {
    const feed = createFeed({})
    feed.add(message(1))
    feed.add({ ...common, kind: 'delete', message: 1 })
    expect(feed.take()?.events).toEqual([{ ...common, kind: 'delete', message: 1 }])
  })

  it('leaves out what is for the eyes of others', () => {
    const feed = createFeed({ telegram: 'ana', discord: 'kofi' })
    feed.add({ ...message(1), onlyFor: 'kofi' } as SandboxEvent)
    feed.add({ ...message(2), onlyFor: 'ana' } as SandboxEvent)
    feed.add({ ...message(3), platform: 'discord', onlyFor: 'kofi' } as SandboxEvent)
    expect(feed.take()?.events).toHaveLength(2)
  })

  it('tells the newest calls, and how many more there were', () => {
    const feed = createFeed({})
    for (let count = 0; count < 1000; count++) feed.add({ ...call, at: count } as SandboxEvent)
    const frame = feed.take()
    expect(frame?.events).toHaveLength(20)
    expect(frame?.events.at(-1)?.at).toBe(999)
    expect(frame?.skippedCalls).toBe(980)
  })

  it('asks for a reload when more happened than can be told', () => {
    const feed = createFeed({})
    for (let id = 1; id <= 501; id++) feed.add(message(id))
    feed.add(message(502))
    expect(feed.take()).toEqual({ events: [], skippedCalls: 0, reload: true })
    feed.add(message(503))
    expect(feed.take()?.reload).toBe(false)
  })
})
