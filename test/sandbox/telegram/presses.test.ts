import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
let card: number
beforeEach(async () => {
  s = await stage()
  const sent = await s.api.sendMessage(GROUP, 'card', {
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'Open', callback_data: 'open' },
          { text: 'Gone', disabled: {} },
        ],
        [
          { text: 'Site', url: 'https://example.com/' },
          { text: 'Bot', url: 'https://t.me/community_partner_demo_bot?start=why' },
          { text: 'Copy', copy_text: { text: 'x' } },
        ],
      ],
    },
  })
  card = sent.message_id
})
afterEach(() => s.close())

const press = (person: string, data: string, message: number | string = card, room = GROUP) =>
  s.sandbox.act(person, { do: 'press', room, message, data })
const lastQuery = async () => (await s.api.getUpdates({ offset: -1 }))[0]?.callback_query
const TOO_OLD = 'Bad Request: query is too old and response timeout expired or query ID is invalid'

describe('a press', () => {
  test('arrives with the person, the message and the chat instance', async () => {
    const toast = press('mei', 'open')
    const query = await lastQuery()
    expect(query).toMatchObject({
      from: { id: s.id('mei'), first_name: 'Mei', language_code: 'zh-hans', is_premium: true, is_bot: false },
      message: { message_id: card, text: 'card' },
      data: 'open',
    })
    expect(query?.chat_instance).toMatch(/^\d+$/)
    await s.api.answerCallbackQuery(query?.id ?? '')
    expect(await toast).toEqual({ kind: 'toast', text: '', alert: false })
  })

  test('is answered once', async () => {
    const toast = press('ana', 'open')
    const id = (await lastQuery())?.id ?? ''
    await s.api.answerCallbackQuery(id, { text: 'one', show_alert: true })
    expect(await refusal(s.api.answerCallbackQuery(id, { text: 'two' }))).toMatchObject({
      error_code: 400,
      description: TOO_OLD,
    })
    expect(await toast).toEqual({ kind: 'toast', text: 'one', alert: true })
  })

  test('is given up by the app after 15 seconds and by the server after 30', async () => {
    const toast = press('ana', 'open')
    const early = (await lastQuery())?.id ?? ''
    s.clock.advance(15_000)
    expect(await toast).toEqual({ kind: 'timeout' })
    expect(await s.api.answerCallbackQuery(early)).toBe(true)
    const second = press('kofi', 'open')
    const late = (await lastQuery())?.id ?? ''
    s.clock.advance(30_001)
    expect((await refusal(s.api.answerCallbackQuery(late))).description).toBe(TOO_OLD)
    expect((await refusal(s.api.answerCallbackQuery('12345'))).description).toBe(TOO_OLD)
    expect(await second).toEqual({ kind: 'timeout' })
  })

  test('takes 200 characters and links to the bot only', async () => {
    const toast = press('ana', 'open')
    const id = (await lastQuery())?.id ?? ''
    const long = s.api.answerCallbackQuery(id, { text: 'x'.repeat(201) })
    expect((await refusal(long)).description).toBe('Bad Request: MESSAGE_TOO_LONG')
    const away = s.api.answerCallbackQuery(id, { url: 'https://example.com/' })
    expect((await refusal(away)).description).toBe('Bad Request: URL_INVALID')
    const url = 'https://t.me/community_partner_demo_bot?start=claim'
    await s.api.answerCallbackQuery(id, { url })
    expect(await toast).toEqual({ kind: 'toast', text: '', alert: false, url })
  })

  test('a cached answer is shown without asking again', async () => {
    const first = press('ana', 'open')
    await s.api.answerCallbackQuery((await lastQuery())?.id ?? '', { text: 'kept', cache_time: 10 })
    await first
    const pending = s.sandbox.pendingUpdates()
    expect(await press('ana', 'open')).toEqual({ kind: 'toast', text: 'kept', alert: false })
    expect(s.sandbox.pendingUpdates()).toBe(pending)
    s.clock.advance(10_000)
    const later = press('ana', 'open')
    expect(s.sandbox.pendingUpdates()).toBe(pending + 1)
    s.clock.advance(15_000)
    await later
  })
})

describe('what the app does not let a person press', () => {
  test('buttons that are not there or disabled, messages that are gone, chats of others', async () => {
    expect(await press('ana', 'forged')).toEqual({
      kind: 'impossible',
      reason: { code: 'no-button' },
    })
    expect(await press('ana', 'Gone')).toEqual({ kind: 'impossible', reason: { code: 'button-disabled' } })
    expect(await press('ana', 'open', 99)).toEqual({ kind: 'impossible', reason: { code: 'message-gone' } })
    await s.sandbox.act('ana', { do: 'leave', room: GROUP })
    expect(await press('ana', 'open')).toEqual({
      kind: 'impossible',
      reason: { code: 'not-in-chat', name: 'Ana Torres' },
    })
    expect(await press('ana', 'open', 1, String(s.id('kofi')))).toMatchObject({ kind: 'impossible' })
  })

  test('links open, texts are copied, both without the bot', async () => {
    expect(await press('ana', 'https://example.com/')).toEqual({
      kind: 'toast',
      text: '',
      alert: false,
      url: 'https://example.com/',
    })
    expect(await press('ana', 'Copy')).toEqual({ kind: 'none' })
    expect(s.sandbox.pendingUpdates()).toBe(0)
    expect(await press('ana', 'https://t.me/community_partner_demo_bot?start=why')).toEqual({ kind: 'none' })
    expect((await s.api.getUpdates())[0]?.message?.text).toBe('/start why')
  })
})

describe('what a modified app can press', () => {
  test('forged data, a message that is gone, the chat of another person', async () => {
    const forged = s.sandbox.pressRaw('ana', { room: GROUP, message: card, data: 'x'.repeat(200) })
    expect(await lastQuery()).toMatchObject({ data: 'x'.repeat(200), message: { text: 'card' } })
    const gone = s.sandbox.pressRaw('ana', { room: GROUP, message: 4_000, data: 'open' })
    expect((await lastQuery())?.message).toEqual({
      chat: { id: Number(GROUP), type: 'supergroup', title: 'Moon Traders' },
      message_id: 4_000,
      date: 0,
    })
    const other = s.sandbox.pressRaw('ana', { room: String(s.id('kofi')), message: 1, data: 'open' })
    expect(await lastQuery()).toMatchObject({
      from: { id: s.id('ana') },
      message: { chat: { id: s.id('kofi') } },
    })
    s.clock.advance(15_000)
    expect(await Promise.all([forged, gone, other])).toEqual(Array(3).fill({ kind: 'timeout' }))
  })
})
