import type { InlineKeyboardButton } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FORUM, GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const described = async (call: Promise<unknown>) => (await refusal(call)).description
/** Calls with arguments grammY's types do not allow. */
const raw = (method: string, args: object) =>
  (s.api.raw as unknown as Record<string, (args: object) => Promise<unknown>>)[method]?.(args) ??
  Promise.reject()

describe('sendMessage', () => {
  test('answers with the message the room sees', async () => {
    const sent = await s.api.sendMessage(GROUP, 'Hello @olivia_demo', { protect_content: true })
    expect(sent).toEqual({
      message_id: 1,
      date: s.clock.now() / 1000,
      from: {
        id: 7_000_000_001,
        is_bot: true,
        first_name: 'Community Partner (demo)',
        username: 'community_partner_demo_bot',
      },
      chat: { id: Number(GROUP), type: 'supergroup', title: 'Moon Traders' },
      text: 'Hello @olivia_demo',
      entities: [{ type: 'mention', offset: 6, length: 12 }],
      has_protected_content: true,
    })
    expect(s.sandbox.history(GROUP, 'ana')).toEqual([sent])
  })

  test('keeps link preview options', async () => {
    const sent = await s.api.sendMessage(GROUP, 'x', { link_preview_options: { is_disabled: true } })
    expect(sent.link_preview_options).toEqual({ is_disabled: true })
  })

  test('effects are for private chats', async () => {
    const message_effect_id = '5104841245755180586'
    expect(await described(s.api.sendMessage(GROUP, 'x', { message_effect_id }))).toBe(
      "Bad Request: can't use message effects in the chat",
    )
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    expect(await s.api.sendMessage(s.id('ana'), 'x', { message_effect_id })).toMatchObject({
      effect_id: message_effect_id,
    })
  })

  test('the length counts UTF-16 units after parsing', async () => {
    await s.api.sendMessage(GROUP, `<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' })
    expect(await described(s.api.sendMessage(GROUP, 'x'.repeat(4097)))).toBe(
      'Bad Request: message is too long',
    )
    expect(await described(s.api.sendMessage(GROUP, '👋'.repeat(2049)))).toBe(
      'Bad Request: message is too long',
    )
  })

  test('refuses what has no text', async () => {
    expect(await described(s.api.sendMessage(GROUP, ''))).toBe('Bad Request: message text is empty')
    expect(await described(s.api.sendMessage(GROUP, ' \n '))).toBe('Bad Request: text must be non-empty')
    expect(await described(s.api.sendMessage(GROUP, '<b></b>', { parse_mode: 'HTML' }))).toBe(
      'Bad Request: text must be non-empty',
    )
  })

  test('refuses a caption beyond 1024', async () => {
    const photo = s.api.sendPhoto(GROUP, 'x', { caption: 'x'.repeat(1025) })
    expect(await described(photo)).toBe(
      'Bad Request: wrong remote file identifier specified: Wrong string length',
    )
  })
})

describe('which chat', () => {
  test('none, unknown, not started, blocked', async () => {
    expect(await described(raw('sendMessage', { text: 'a' }))).toBe('Bad Request: chat_id is empty')
    expect(await described(s.api.sendMessage(-100, 'a'))).toBe('Bad Request: chat not found')
    expect(await described(s.api.sendMessage('@nowhere_at_all', 'a'))).toBe('Bad Request: chat not found')
    expect(await refusal(s.api.sendMessage(s.id('ana'), 'a'))).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    })
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    await s.api.sendMessage(s.id('ana'), 'welcome')
    s.sandbox.setBlocked('ana', true)
    expect(await refusal(s.api.sendMessage(s.id('ana'), 'a'))).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    })
  })

  test('a business connection, of which there are none', async () => {
    const call = s.api.sendMessage(GROUP, 'a', { business_connection_id: 'x' })
    expect(await described(call)).toBe('Bad Request: business connection not found')
  })

  test('a group the bot left or was thrown out of', async () => {
    s.sandbox.setBotStanding('olivia', GROUP, 'left')
    expect(await refusal(s.api.sendMessage(GROUP, 'a'))).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot is not a member of the supergroup chat',
    })
    s.sandbox.setBotStanding('olivia', GROUP, 'kicked')
    expect(await described(s.api.getChat(GROUP))).toBe('Forbidden: bot was kicked from the supergroup chat')
  })
})

describe('topics', () => {
  test('a topic is kept, General goes without, others are not found', async () => {
    const sent = await s.api.sendMessage(FORUM, 'in Regalos', { message_thread_id: 7 })
    expect(sent).toMatchObject({ message_thread_id: 7, is_topic_message: true, chat: { is_forum: true } })
    expect(sent.reply_to_message).toMatchObject({ forum_topic_created: { name: 'Regalos' } })
    expect(await s.api.sendMessage(FORUM, 'in General')).not.toHaveProperty('message_thread_id')
    const general = s.api.sendMessage(FORUM, 'a', { message_thread_id: 1 })
    expect(await described(general)).toBe('Bad Request: message thread not found')
    const unknown = s.api.sendMessage(FORUM, 'a', { message_thread_id: 99 })
    expect(await described(unknown)).toBe('Bad Request: message thread not found')
    expect(await s.api.sendMessage(GROUP, 'no forum', { message_thread_id: 99 })).toMatchObject({
      text: 'no forum',
    })
  })

  test('a closed topic takes nothing but from those who manage topics', async () => {
    s.sandbox.setTopicClosed(FORUM, 7, true)
    expect(await s.api.sendMessage(FORUM, 'a', { message_thread_id: 7 })).toMatchObject({ text: 'a' })
    s.sandbox.setBotStanding('olivia', FORUM, 'administrator', ['can_manage_topics'])
    const closed = async () => described(s.api.sendMessage(FORUM, 'a', { message_thread_id: 7 }))
    expect(await closed()).toBe('Bad Request: TOPIC_CLOSED')
    s.sandbox.setBotStanding('olivia', FORUM, 'member')
    expect(await closed()).toBe('Bad Request: TOPIC_CLOSED')
    expect(await s.api.sendMessage(FORUM, 'in General')).toMatchObject({ text: 'in General' })
    s.sandbox.setTopicClosed(FORUM, 1, true)
    expect(await described(s.api.sendMessage(FORUM, 'a'))).toBe('Bad Request: TOPIC_CLOSED')
    s.sandbox.setTopicClosed(FORUM, 7, false)
    expect(await s.api.sendMessage(FORUM, 'b', { message_thread_id: 7 })).toMatchObject({ text: 'b' })
  })

  test('a group in which only administrators write takes nothing from a plain member', async () => {
    s.sandbox.setMuted(GROUP, true)
    const { message_id } = await s.api.sendMessage(GROUP, 'as an administrator')
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    expect(await described(s.api.sendMessage(GROUP, 'a'))).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    )
    expect(await s.api.getChat(GROUP)).toMatchObject({
      permissions: { can_send_messages: false, can_react_to_messages: true },
    })
    expect(await s.api.editMessageText(GROUP, message_id, 'changed')).toMatchObject({ text: 'changed' })
    s.sandbox.setMuted(GROUP, false)
    expect(await s.api.sendMessage(GROUP, 'b')).toMatchObject({ text: 'b' })
  })

  test('an account that was deleted takes neither messages nor edits', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    const { message_id } = await s.api.sendMessage(s.id('ana'), 'hello')
    s.sandbox.setDeactivated('ana', true)
    const gone = { error_code: 403, description: 'Forbidden: user is deactivated' }
    expect(await refusal(s.api.sendMessage(s.id('ana'), 'still there?'))).toMatchObject(gone)
    expect(await refusal(s.api.editMessageText(s.id('ana'), message_id, 'x'))).toMatchObject(gone)
    s.sandbox.setDeactivated('ana', false)
    expect(await s.api.sendMessage(s.id('ana'), 'welcome back')).toMatchObject({ text: 'welcome back' })
  })

  test('an answer stays in the topic of what it answers', async () => {
    const { message_id } = await s.api.sendMessage(FORUM, 'question', { message_thread_id: 7 })
    const sent = await s.api.sendMessage(FORUM, 'answer', { reply_parameters: { message_id } })
    expect(sent).toMatchObject({ message_thread_id: 7, reply_to_message: { text: 'question' } })
  })

  test('the apps do not show the silent reply to the topic', async () => {
    await s.sandbox.act('ana', { do: 'say', room: FORUM, thread: '7', text: 'hola' })
    const [update] = await s.api.getUpdates()
    expect(update?.message).toMatchObject({ is_topic_message: true, reply_to_message: { message_id: 7 } })
    expect(s.sandbox.history(FORUM, 'ana').at(-1)).not.toHaveProperty('reply_to_message')
  })
})

describe('replies', () => {
  test('quote the message, without its own reply', async () => {
    const first = await s.api.sendMessage(GROUP, 'one two')
    const second = await s.api.sendMessage(GROUP, 'b', {
      reply_parameters: { message_id: first.message_id, quote: 'two' },
    })
    expect(second).toMatchObject({
      reply_to_message: { text: 'one two' },
      quote: { text: 'two', position: 4 },
    })
    const third = await s.api.sendMessage(GROUP, 'c', { reply_parameters: { message_id: second.message_id } })
    expect(third.reply_to_message).not.toHaveProperty('reply_to_message')
  })

  test('what cannot be answered', async () => {
    const reply = (reply_parameters: object) =>
      raw('sendMessage', { chat_id: GROUP, text: 'a', reply_parameters })
    expect(await described(reply({ message_id: 99 }))).toBe('Bad Request: message to be replied not found')
    expect(await reply({ message_id: 99, allow_sending_without_reply: true })).toMatchObject({ text: 'a' })
    expect(await described(reply({ quote: 'x' }))).toBe('Bad Request: can\'t find field "message_id"')
    expect(await described(reply({ message_id: 'x' }))).toBe(
      'Bad Request: field "message_id" must be a valid Number',
    )
    expect(await described(raw('sendMessage', { chat_id: GROUP, text: 'a', reply_parameters: [] }))).toBe(
      'Bad Request: object expected as reply parameters',
    )
    const { message_id } = await s.api.sendMessage(GROUP, 'one')
    expect(await described(reply({ message_id, quote: 'two' }))).toBe('Bad Request: QUOTE_TEXT_INVALID')
  })
})

describe('keyboards', () => {
  const send = (button: object) =>
    raw('sendMessage', { chat_id: GROUP, text: 'a', reply_markup: { inline_keyboard: [[button]] } })
  const prefix = "Bad Request: can't parse inline keyboard button: "
  const webApp = 'Bad Request: inline keyboard button Web App URL'

  test('every kind of button there is comes back', async () => {
    const buttons: InlineKeyboardButton[] = [
      { text: 'a', callback_data: 'x'.repeat(64), style: 'danger' },
      { text: 'b', url: 'https://example.com/' },
      { text: 'c', copy_text: { text: 'code' } },
      { text: 'd', disabled: {} },
      { text: 'e', switch_inline_query_current_chat: '' },
    ]
    const reply_markup = { inline_keyboard: buttons.map((button) => [button]) }
    expect((await s.api.sendMessage(GROUP, 'a', { reply_markup })).reply_markup).toEqual(reply_markup)
  })

  const wrong: [object, string][] = [
    [{ text: 'a' }, `${prefix}Text buttons are unallowed in the inline keyboard`],
    [{ text: 'a', callback_data: '' }, `${prefix}Text buttons are unallowed in the inline keyboard`],
    [{ callback_data: 'a' }, `${prefix}Can't find field "text"`],
    [{ text: '', callback_data: 'a' }, 'Bad Request: inline keyboard button text must be non-empty'],
    [{ text: 'a', callback_data: 'é'.repeat(33) }, 'Bad Request: BUTTON_DATA_INVALID'],
    [{ text: 'a', callback_data: 'a', style: 'pink' }, `${prefix}invalid button style specified`],
    [
      { text: 'a', callback_data: 'a', url: 'b.com' },
      `${prefix}exactly one action is allowed, found url and callback_data`,
    ],
    [{ text: 'a', copy_text: { text: 'x'.repeat(257) } }, 'Bad Request: BUTTON_COPY_TEXT_INVALID'],
    [{ text: 'a', copy_text: 'x' }, `${prefix}Field "copy_text" must be of type Object`],
    [
      { text: 'a', url: 'no where' },
      "Bad Request: inline keyboard button URL 'no where' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'a', url: 'localhost' },
      "Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ],
    [
      { text: 'a', web_app: { url: 'http://example.com' } },
      `${webApp} 'http://example.com' is invalid: Only HTTPS links are allowed`,
    ],
    [
      { text: 'a', web_app: { url: 'tg://user?id=5' } },
      `${webApp} 'tg://user?id=5' is invalid: Only HTTPS links are allowed`,
    ],
    [{ text: 'a', web_app: {} }, `${prefix}Can't find field "url"`],
    [{ text: 'a', web_app: { url: 'https://example.com' } }, 'Bad Request: BUTTON_TYPE_INVALID'],
    [{ text: 'a', pay: true }, 'Bad Request: BUTTON_TYPE_INVALID'],
    [{ text: 'a', callback_game: {} }, 'Bad Request: BUTTON_TYPE_INVALID'],
    ['a' as unknown as object, `${prefix}InlineKeyboardButton must be an Object`],
  ]
  test.each(wrong)('%j is refused', async (button, description) => {
    expect(await described(send(button))).toBe(description)
  })

  const app = { text: 'a', web_app: { url: 'https://example.com/' } }

  test('Web Apps are for private chats, invoices and games for none here', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    const reply_markup = { inline_keyboard: [[app]] }
    const sent = await s.api.sendMessage(s.id('ana'), 'a', { reply_markup })
    expect(sent.reply_markup).toEqual(reply_markup)
    const paid = { inline_keyboard: [[{ text: 'a', pay: true }]] }
    expect(await described(s.api.sendMessage(s.id('ana'), 'a', { reply_markup: paid }))).toBe(
      'Bad Request: BUTTON_TYPE_INVALID',
    )
    const { message_id } = await s.api.sendMessage(GROUP, 'a')
    const edits = [
      s.api.editMessageReplyMarkup(GROUP, message_id, { reply_markup }),
      s.api.editMessageText(s.id('ana'), sent.message_id, 'b', { reply_markup: paid }),
    ]
    for (const edit of edits) expect(await described(edit)).toBe('Bad Request: BUTTON_TYPE_INVALID')
  })

  const asked: [object, string][] = [
    [{ request_contact: true }, 'phone number can be requested in private chats only'],
    [{ request_location: true }, 'location can be requested in private chats only'],
    [{ request_poll: {} }, 'poll can be requested in private chats only'],
    [{ web_app: { url: 'http://x.org' } }, 'web App buttons can be used in private chats only'],
    [{ request_users: { request_id: 1 } }, 'users can be requested in private chats only'],
    [{ request_chat: { request_id: 1 } }, 'chats can be requested in private chats only'],
    [{ request_managed_bot: { request_id: 1 } }, 'managed bots can be requested in private chats only'],
  ]
  test.each(asked)('a group is not asked for %j', async (request, description) => {
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    const ask = (chat_id: string | number, button: object) =>
      raw('sendMessage', { chat_id, text: 'a', reply_markup: { keyboard: [[{ text: 'a', ...button }]] } })
    expect(await described(ask(GROUP, request))).toBe(`Bad Request: ${description}`)
    const secure = 'web_app' in request ? { web_app: { url: 'https://x.org' } } : request
    expect(await ask(s.id('ana'), secure)).toMatchObject({ text: 'a' })
    expect(await ask(GROUP, { request_contact: false })).toMatchObject({ text: 'a' })
  })

  test('a Web App of a reply keyboard is opened by HTTPS alone', async () => {
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    const keyboard = [[{ text: 'a', web_app: { url: 'http://x.org' } }]]
    expect(await described(s.api.sendMessage(s.id('ana'), 'a', { reply_markup: { keyboard } }))).toBe(
      "Bad Request: keyboard button Web App URL 'http://x.org' is invalid: Only HTTPS links are allowed",
    )
  })

  test('too many buttons, too much data, wrong forms', async () => {
    const many = Array.from({ length: 101 }, (_, n) => [{ text: 'a', callback_data: String(n) }])
    const markup = (reply_markup: unknown) => raw('sendMessage', { chat_id: GROUP, text: 'a', reply_markup })
    expect(await described(markup({ inline_keyboard: many }))).toBe('Bad Request: reply markup is too long')
    const wide = Array.from({ length: 90 }, () => [{ text: 'x'.repeat(100), callback_data: 'y'.repeat(64) }])
    expect(await described(markup({ inline_keyboard: wide }))).toBe('Bad Request: reply markup is too long')
    expect(await described(markup({ inline_keyboard: [{}] }))).toBe(
      'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    expect(await described(markup('{'))).toBe("Bad Request: can't parse reply keyboard markup JSON object")
    expect(await described(markup([]))).toBe('Bad Request: object expected as reply markup')
  })

  test('a reply prompt is shown by the apps but never comes back', async () => {
    const sent = await s.api.sendMessage(GROUP, 'how much?', {
      reply_markup: { force_reply: true, input_field_placeholder: '50 20', selective: true },
    })
    expect(sent).not.toHaveProperty('reply_markup')
    expect(s.sandbox.history(GROUP, 'ana')).toMatchObject([
      { reply_markup: { force_reply: true, input_field_placeholder: '50 20', selective: true } },
    ])
  })
})
