import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const speak = (text: string, person = 'ana') => s.sandbox.act(person, { do: 'say', room: GROUP, text })
const texts = (updates: { message?: { text?: string } }[]) => updates.map((update) => update.message?.text)

describe('getUpdates', () => {
  test('numbers updates one after another and confirms by offset', async () => {
    for (const text of ['a', 'b', 'c']) await speak(text)
    const all = await s.api.getUpdates()
    expect(texts(all)).toEqual(['a', 'b', 'c'])
    const [first, second, third] = all.map((update) => update.update_id)
    expect([second, third]).toEqual([(first ?? 0) + 1, (first ?? 0) + 2])
    expect(texts(await s.api.getUpdates({ offset: second, limit: 1 }))).toEqual(['b'])
    expect(s.sandbox.pendingUpdates()).toBe(2)
    expect(texts(await s.api.getUpdates({ offset: (third ?? 0) + 1 }))).toEqual([])
    expect(s.sandbox.pendingUpdates()).toBe(0)
  })

  test('a negative offset forgets all but the newest', async () => {
    for (const text of ['a', 'b', 'c']) await speak(text)
    expect(texts(await s.api.getUpdates({ offset: -1 }))).toEqual(['c'])
    expect(s.sandbox.pendingUpdates()).toBe(1)
  })

  test('an offset far in the future is not believed', async () => {
    await speak('a')
    expect(texts(await s.api.getUpdates({ offset: 2_000_000_000 }))).toEqual(['a'])
  })

  test('gives at most 100 at once', async () => {
    for (let n = 0; n < 120; n++) await speak(`m${n}`)
    expect(await s.api.getUpdates({ limit: 500 })).toHaveLength(100)
  })

  test('waits for the next update', async () => {
    const waiting = s.api.getUpdates({ timeout: 30 })
    await untilPolling()
    await speak('at last')
    expect(texts(await waiting)).toEqual(['at last'])
  })

  test('comes back empty after the timeout, at most 50 seconds', async () => {
    const waiting = s.api.getUpdates({ timeout: 500 })
    await untilPolling()
    s.clock.advance(49_999)
    await speak('x'.repeat(3), 'ana')
    expect(texts(await waiting)).toEqual(['xxx'])
    const [last] = await s.api.getUpdates({ offset: -1 })
    const again = s.api.getUpdates({ offset: (last?.update_id ?? 0) + 1, timeout: 500 })
    await untilPolling()
    s.clock.advance(50_000)
    expect(await again).toEqual([])
  })

  test('a poll that repeats its offset at once is held for three seconds', async () => {
    expect(await s.api.getUpdates()).toEqual([])
    const second = s.api.getUpdates()
    await untilPolling()
    s.clock.advance(3_000)
    expect(await second).toEqual([])
  })
})

/** A poll is under way as soon as the server has a timer for it. */
async function untilPolling(): Promise<void> {
  while (s.clock.timers() === 0) await new Promise((go) => setImmediate(go))
}

describe('two pollers, and a webhook', () => {
  test('the older poller is refused', async () => {
    const older = refusal(s.api.getUpdates({ timeout: 30 }))
    await untilPolling()
    const newer = s.api.getUpdates({ offset: 1, timeout: 30 })
    expect(await older).toMatchObject({
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await speak('for the newer one')
    expect(texts(await newer)).toEqual(['for the newer one'])
  })

  test('a second conflict within three seconds is told later', async () => {
    const first = refusal(s.api.getUpdates({ timeout: 30 }))
    await untilPolling()
    const second = refusal(s.api.getUpdates({ offset: 1, timeout: 30 }))
    await first
    const third = s.api.getUpdates({ offset: 2, timeout: 30 })
    const isTold = vi.fn()
    void second.then(isTold)
    // One timer holds the third poll, the other the second one's refusal.
    await vi.waitUntil(() => s.clock.timers() === 2)
    await s.api.getMe()
    expect(isTold).not.toHaveBeenCalled()
    s.clock.advance(3_000)
    expect((await second).error_code).toBe(409)
    await speak('end')
    expect(texts(await third)).toEqual(['end'])
  })

  test('no polling while a webhook is set; setting one ends the poll', async () => {
    const waiting = refusal(s.api.getUpdates({ timeout: 30 }))
    await untilPolling()
    await s.api.setWebhook('http://127.0.0.1:9/')
    expect((await waiting).description).toBe('Conflict: terminated by setWebhook request')
    s.clock.advance(3_000)
    expect((await refusal(s.api.getUpdates())).description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await s.api.deleteWebhook()
    expect(await s.api.getUpdates()).toEqual([])
  })
})

describe('wanted kinds', () => {
  test('are remembered until said otherwise, and decide when an update happens', async () => {
    await s.api.getUpdates({ allowed_updates: ['callback_query'] })
    await speak('unwanted')
    await s.api.getUpdates({ offset: 1, allowed_updates: ['message'] })
    await speak('wanted')
    expect(texts(await s.api.getUpdates({ offset: 2 }))).toEqual(['wanted'])
    await s.api.setWebhook('http://127.0.0.1:9/')
    expect((await s.api.getWebhookInfo()).allowed_updates).toEqual(['message'])
  })

  test('an empty list, or only unknown names, means the default: all but chat_member and reactions', async () => {
    await s.api.getUpdates({ allowed_updates: [] })
    await s.sandbox.act('yuki', { do: 'leave', room: GROUP })
    const kinds = (await s.api.getUpdates({ offset: 1 })).map((update) => Object.keys(update)[1])
    expect(kinds).toEqual(['message'])
    await s.api.getUpdates({ offset: -1, allowed_updates: ['message', 'chat_member'] })
    await s.sandbox.act('yuki', { do: 'join', room: GROUP })
    const later = (await s.api.getUpdates({ offset: 2 })).map((update) => Object.keys(update)[1])
    expect(later).toEqual(['message', 'chat_member', 'message'])
  })
})

describe('lifetimes', () => {
  test('a press is kept for 150 seconds, a message for a day', async () => {
    const card = await s.api.sendMessage(GROUP, 'card', {
      reply_markup: { inline_keyboard: [[{ text: 'go', callback_data: 'go' }]] },
    })
    await speak('a message')
    const pressed = s.sandbox.act('ana', { do: 'press', room: GROUP, message: card.message_id, data: 'go' })
    expect(s.sandbox.pendingUpdates()).toBe(2)
    s.clock.advance(149_000)
    expect(s.sandbox.pendingUpdates()).toBe(2)
    s.clock.advance(1_000)
    expect(s.sandbox.pendingUpdates()).toBe(1)
    expect(await pressed).toEqual({ kind: 'timeout' })
    s.clock.advance(86_400_000 - 150_000)
    expect(await s.api.getUpdates()).toEqual([])
  })
})

describe('a replay', () => {
  test('delivers the same update under the same id once more', async () => {
    await speak('twice')
    const [first] = await s.api.getUpdates()
    await s.api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })
    expect(s.sandbox.replay(first?.update_id ?? 0)).toBe(true)
    expect(await s.api.getUpdates({ offset: (first?.update_id ?? 0) + 2 })).toEqual([first])
    expect(s.sandbox.replay(1)).toBe(false)
  })
})
