import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TELEGRAM_PACE } from '../../../src/sandbox/telegram/pace.js'
import { FORUM, GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage({ limits: TELEGRAM_PACE })
})
afterEach(() => s.close())

const limited = async (call: Promise<unknown>, seconds: number) =>
  expect(await refusal(call)).toMatchObject({
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  })

describe('send limits', () => {
  test('a chat takes a short burst, then one a second', async () => {
    for (let n = 0; n < 5; n++) await s.api.sendMessage(GROUP, `m${n}`)
    await limited(s.api.sendMessage(GROUP, 'too soon'), 1)
    s.clock.advance(1_000)
    await s.api.sendMessage(GROUP, 'now')
    await limited(s.api.sendMessage(GROUP, 'too soon'), 1)
    await s.api.sendMessage(FORUM, 'another chat')
  })

  test('a group takes 20 messages and edits together a minute', async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'card')
    for (let n = 1; n < 20; n++) {
      s.clock.advance(1_000)
      await s.api.editMessageText(GROUP, message_id, `card ${n}`)
    }
    s.clock.advance(1_000)
    await limited(s.api.editMessageText(GROUP, message_id, 'one more'), 40)
    await limited(s.api.sendMessage(GROUP, 'one more'), 40)
    s.clock.advance(40_000)
    await s.api.sendMessage(GROUP, 'a minute after the first')
  })

  test('edits of ephemeral messages count, too', async () => {
    const receiver_user_id = s.id('ana')
    const sent = await s.api.sendMessage(GROUP, 'card', {
      ephemeral_message_parameters: { receiver_user_id },
    })
    const own = { chat_id: GROUP, receiver_user_id, ephemeral_message_id: sent.ephemeral_message_id ?? 0 }
    for (let n = 1; n < 5; n++) await s.api.raw.editEphemeralMessageText({ ...own, text: `card ${n}` })
    await limited(s.api.raw.editEphemeralMessageText({ ...own, text: 'too soon' }), 1)
    await limited(s.api.sendMessage(GROUP, 'too soon'), 1)
  })

  test('a refused call costs nothing; answers to presses and reads are not limited', async () => {
    for (let n = 0; n < 40; n++) await refusal(s.api.sendMessage(GROUP, ''))
    const { message_id } = await s.api.sendMessage(GROUP, 'card')
    for (let n = 0; n < 10; n++) await refusal(s.api.editMessageText(GROUP, message_id, 'card'))
    for (let n = 0; n < 4; n++) await s.api.sendMessage(GROUP, `m${n}`)
    for (let n = 0; n < 40; n++) {
      await s.api.getChat(GROUP)
      await refusal(s.api.answerCallbackQuery('1'))
    }
  })

  test('the bot sends about 30 a second over all chats', async () => {
    const people = Array.from({ length: 31 }, (_, n) => `crowd-${n}`)
    for (const person of people) await s.sandbox.act(person, { do: 'open', payload: '' })
    for (const person of people.slice(0, 30)) await s.api.sendMessage(s.id(person), 'hi')
    await limited(s.api.sendMessage(s.id('crowd-30'), 'hi'), 1)
    s.clock.advance(1_000)
    await s.api.sendMessage(s.id('crowd-30'), 'hi')
  })

  test('the header says it too', async () => {
    for (let n = 0; n < 5; n++) await s.api.sendMessage(GROUP, `m${n}`)
    const url = `${s.sandbox.root}/bot${s.sandbox.token}/sendMessage?chat_id=${GROUP}&text=x`
    const response = await fetch(url)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
    await response.arrayBuffer()
  })
})
