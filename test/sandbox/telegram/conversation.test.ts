import { Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

describe('an unchanged grammY bot', () => {
  test('starts, hears a command, answers a press, stops', async () => {
    const bot = new Bot(s.sandbox.token, { client: { apiRoot: s.sandbox.root } })
    bot.command('gift', (context) =>
      context.reply('A gift', {
        reply_markup: { inline_keyboard: [[{ text: 'Open', callback_data: 'open' }]] },
      }),
    )
    bot.callbackQuery('open', (context) => context.answerCallbackQuery(`For ${context.from.first_name}`))
    const shown = new Promise<number>((resolve) => {
      s.sandbox.onEvent((event) => {
        const message =
          event.kind === 'message' ? (event.message as { text?: string; message_id: number }) : undefined
        if (message?.text === 'A gift') resolve(message.message_id)
      })
    })
    const running = bot.start({ timeout: 30, allowed_updates: ['message', 'callback_query'] })
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/gift' })
    const outcome = await s.sandbox.act('ana', {
      do: 'press',
      room: GROUP,
      message: await shown,
      data: 'open',
    })
    expect(outcome).toEqual({ kind: 'toast', text: 'For Ana', alert: false })
    await bot.stop()
    await running
    expect(s.sandbox.pendingUpdates()).toBe(0)
  })
})

describe('a first conversation', () => {
  test('getMe knows the demo bot', async () => {
    expect(await s.api.getMe()).toMatchObject({ id: 7_000_000_001, username: 'community_partner_demo_bot' })
  })

  test('a command reaches the bot, its answer the room, a press its toast', async () => {
    await s.sandbox.act('pavel', { do: 'say', room: GROUP, text: '/redpacket 50 20' })
    const [first] = await s.api.getUpdates()
    expect(first?.message).toMatchObject({
      text: '/redpacket 50 20',
      entities: [{ type: 'bot_command', offset: 0, length: 10 }],
      from: { first_name: 'Pavel', language_code: 'ru' },
    })
    const card = await s.api.sendMessage(GROUP, '<b>Gift</b> &amp; more', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Open', callback_data: 'o:1', style: 'success' }]] },
    })
    expect(card).toMatchObject({ text: 'Gift & more', entities: [{ type: 'bold', offset: 0, length: 4 }] })
    const toast = s.sandbox.act('ana', { do: 'press', room: GROUP, message: card.message_id, data: 'o:1' })
    const [, second] = await s.api.getUpdates({ offset: first?.update_id ?? 0 })
    await s.api.answerCallbackQuery(second?.callback_query?.id ?? '', { text: 'Yours', show_alert: true })
    expect(await toast).toEqual({ kind: 'toast', text: 'Yours', alert: true })
    const edited = await s.api.editMessageText(GROUP, card.message_id, 'Gone')
    expect(edited).toMatchObject({ text: 'Gone' })
    expect((await refusal(s.api.editMessageText(GROUP, card.message_id, 'Gone'))).description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  })
})
