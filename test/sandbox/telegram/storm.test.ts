import { Api } from 'grammy'
import { afterEach, describe, expect, test } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Outcome } from '../../../src/sandbox/contract.js'
import { createTelegramSandbox, type TelegramSandbox } from '../../../src/sandbox/telegram/server.js'
import { GROUP } from './setup.js'

let sandbox: TelegramSandbox
afterEach(() => sandbox.close())

/** A bot that answers every press with its running number, until it is told to stop. */
async function answeringBot(api: Api, stop: AbortSignal): Promise<void> {
  let offset = 0
  let number = 0
  while (!stop.aborted) {
    const updates = await api.getUpdates({ offset, timeout: 1 })
    for (const update of updates) offset = update.update_id + 1
    const queries = updates.flatMap((update) => (update.callback_query ? [update.callback_query.id] : []))
    await Promise.all(queries.map((id) => api.answerCallbackQuery(id, { text: `#${++number}` })))
  }
}

/** Calls whose time a press is held against, and presses between two looks at the clock. */
const CALLS = 200
const AT_ONCE = 250

describe('a storm', () => {
  test('of 1,000 people who press at once: everyone is answered, by grammY over HTTP', async () => {
    sandbox = createTelegramSandbox({ community: demoCommunity() })
    await sandbox.listen()
    const api = new Api(sandbox.token, { apiRoot: sandbox.root })
    const reply_markup = { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim' }]] }
    const { message_id } = await api.sendMessage(GROUP, 'card', { reply_markup })
    const stop = new AbortController()
    const bot = answeringBot(api, stop.signal)
    const presses = Array.from({ length: 1_000 }, (_, n) =>
      sandbox.act(`crowd-${n}`, { do: 'press', room: GROUP, message: message_id, data: 'claim' }),
    )
    const outcomes = await Promise.all(presses)
    stop.abort()
    await bot
    const told = outcomes.map((outcome) => (outcome.kind === 'toast' ? outcome.text : outcome.kind))
    expect(new Set(told).size).toBe(1_000)
    expect(told.every((text) => /^#\d+$/.test(text))).toBe(true)
  })

  test('of 10,000 presses costs next to nothing, the last of them no more than the first', async () => {
    sandbox = createTelegramSandbox({ community: demoCommunity() })
    await sandbox.listen()
    const api = new Api(sandbox.token, { apiRoot: sandbox.root })
    const reply_markup = { inline_keyboard: [[{ text: 'Claim', callback_data: 'claim' }]] }
    const { message_id } = await api.sendMessage(GROUP, 'card', { reply_markup })
    const began = performance.now()
    for (let n = 0; n < CALLS; n++) await api.getMe()
    const call = (performance.now() - began) / CALLS
    const outcomes: Promise<Outcome>[] = []
    /** ms in which so many more people press. */
    const more = (): number => {
      const began = performance.now()
      for (let n = 0; n < AT_ONCE; n++) {
        const person = `crowd-${outcomes.length}`
        outcomes.push(sandbox.act(person, { do: 'press', room: GROUP, message: message_id, data: 'claim' }))
      }
      return performance.now() - began
    }
    more()
    const spent = Array.from({ length: 39 }, more)
    expect(sandbox.pendingUpdates()).toBe(10_000)
    // Looking through all that wait would take twenty times as long; the quickest of six is undisturbed.
    const [first, last] = [Math.min(...spent.slice(0, 6)), Math.min(...spent.slice(-6))]
    expect(last).toBeLessThan(first * 10)
    // A bot makes several calls before it answers a press.
    expect(last / AT_ONCE).toBeLessThan(call / 2)
  })
})
