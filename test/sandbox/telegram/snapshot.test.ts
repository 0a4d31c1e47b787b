import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GROUP, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

/** The snapshot as it comes back from a file. */
const saved = () => JSON.parse(JSON.stringify(s.sandbox.snapshot())) as unknown

async function restarted(): Promise<Stage> {
  const snapshot = saved()
  await s.close()
  const next = await stage({ now: s.clock.now, after: s.clock.after })
  next.sandbox.restore(snapshot)
  return { ...next, clock: s.clock }
}

describe('a restart', () => {
  test('keeps chats, members, updates, presses, commands, numbers', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: 'x' })
    await s.api.setMyCommands([{ command: 'help', description: 'Help' }])
    await s.api.setMyName('Gifts')
    await s.api.getUpdates({ allowed_updates: ['message', 'callback_query'] })
    await s.sandbox.act('yuki', { do: 'leave', room: GROUP })
    const card = await s.api.sendMessage(GROUP, 'card', {
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
    })
    const prompt = await s.api.sendMessage(GROUP, 'how much?', { reply_markup: { force_reply: true } })
    await s.api.sendMessage(GROUP, 'only you', {
      ephemeral_message_parameters: { receiver_user_id: s.id('ana') },
    })
    await s.api.pinChatMessage(GROUP, card.message_id)
    void s.sandbox.act('ana', { do: 'press', room: GROUP, message: card.message_id, data: 'a' })
    s.clock.advance(500)
    const before = await s.api.getUpdates({ offset: 1 })
    const shown = s.sandbox.history(GROUP, 'ana')

    s = await restarted()
    expect(await s.api.getUpdates({ offset: 1 })).toEqual(before)
    expect(s.sandbox.history(GROUP, 'ana')).toEqual(shown)
    expect(s.sandbox.commands(GROUP, 'ana')).toEqual([{ command: 'help', description: 'Help' }])
    expect(await s.api.getMyName()).toEqual({ name: 'Gifts' })
    expect(await s.api.getChatMember(GROUP, s.id('yuki'))).toMatchObject({ status: 'left' })
    expect(await s.api.sendMessage(s.id('ana'), 'still open')).toMatchObject({ message_id: 2 })
    expect((await s.api.sendMessage(GROUP, 'next')).message_id).toBe(prompt.message_id + 2)
    const query = before.find((update) => update.callback_query)?.callback_query
    expect(await s.api.answerCallbackQuery(query?.id ?? '')).toBe(true)
    const last = before.at(-1)?.update_id ?? 0
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: 'new' })
    // The snapshot may be older than what the bot has seen, so ids jump and none comes twice.
    expect((await s.api.getUpdates({ offset: last + 1 }))[0]?.update_id).toBeGreaterThan(last + 1)
  })

  test('keeps the webhook', async () => {
    await s.api.setWebhook('http://127.0.0.1:9/hook', { secret_token: 'abc', max_connections: 3 })
    s = await restarted()
    expect(await s.api.getWebhookInfo()).toMatchObject({ url: 'http://127.0.0.1:9/hook', max_connections: 3 })
  })

  test('refuses anything else', () => {
    expect(() => s.sandbox.restore({ form: 99 })).toThrow(
      'this is no snapshot of the Telegram sandbox, or one of another version',
    )
    expect(() => s.sandbox.restore(undefined)).toThrow('this is no snapshot')
  })
})

describe('history', () => {
  test('shows the newest 500 messages, oldest first', async () => {
    for (let n = 0; n < 510; n++) await s.sandbox.act('ana', { do: 'say', room: GROUP, text: `m${n}` })
    const all = s.sandbox.history(GROUP, 'ana') as { text: string }[]
    expect([all.length, all[0]?.text, all.at(-1)?.text]).toEqual([500, 'm10', 'm509'])
    expect((s.sandbox.history(GROUP, 'ana', 2) as { text: string }[]).map(({ text }) => text)).toEqual([
      'm508',
      'm509',
    ])
  })
})
