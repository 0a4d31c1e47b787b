import { InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const described = async (call: Promise<unknown>) => (await refusal(call)).description
const keyboard = (data: string) => ({ inline_keyboard: [[{ text: 'a', callback_data: data }]] })
const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** The smallest picture that passes for one. */
function gif(): InputFile {
  const bytes = Buffer.alloc(64)
  bytes.write('GIF89a')
  bytes.writeUInt16LE(10, 6)
  // The picture itself begins behind the header, as there is no palette.
  bytes.writeUInt8(0x2c, 13)
  bytes.writeUInt16LE(10, 8)
  return new InputFile(bytes, 'a.gif')
}

describe('edits', () => {
  test('new text, date, and no keyboard unless it is given again', async () => {
    const sent = await s.api.sendMessage(GROUP, 'one', { reply_markup: keyboard('a') })
    s.clock.advance(2_000)
    const edited = await s.api.editMessageText(GROUP, sent.message_id, '<b>two</b>', { parse_mode: 'HTML' })
    const { reply_markup: _gone, ...rest } = sent
    expect(edited).toEqual({
      ...rest,
      text: 'two',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
      edit_date: sent.date + 2,
    })
    expect(s.sandbox.history(GROUP, 'ana')).toEqual([edited])
  })

  test('the same content and keyboard is refused, a changed keyboard is not', async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'one', { reply_markup: keyboard('a') })
    const same = s.api.editMessageText(GROUP, message_id, 'one', { reply_markup: keyboard('a') })
    expect(await described(same)).toBe(NOT_MODIFIED)
    await s.api.editMessageText(GROUP, message_id, 'one', { reply_markup: keyboard('b') })
    await s.api.editMessageReplyMarkup(GROUP, message_id, { reply_markup: keyboard('c') })
    const markup = s.api.editMessageReplyMarkup(GROUP, message_id, { reply_markup: keyboard('c') })
    expect(await described(markup)).toBe(NOT_MODIFIED)
    expect(await s.api.editMessageReplyMarkup(GROUP, message_id)).not.toHaveProperty('reply_markup')
  })

  test('captions', async () => {
    const { message_id } = await s.api.sendPhoto(GROUP, gif(), { caption: 'one' })
    expect(await s.api.editMessageCaption(GROUP, message_id, { caption: 'two' })).toMatchObject({
      caption: 'two',
    })
    expect(await s.api.editMessageCaption(GROUP, message_id)).not.toHaveProperty('caption')
    expect(await described(s.api.editMessageText(GROUP, message_id, 'x'))).toBe(
      'Bad Request: there is no text in the message to edit',
    )
    const long = s.api.editMessageCaption(GROUP, message_id, { caption: 'x'.repeat(1025) })
    expect(await described(long)).toBe('Bad Request: message caption is too long')
  })

  test('what cannot be edited', async () => {
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: 'mine' })
    expect(await described(s.api.editMessageText(GROUP, 1, 'x'))).toBe("Bad Request: message can't be edited")
    expect(await described(s.api.editMessageText(GROUP, 99, 'x'))).toBe(
      'Bad Request: message to edit not found',
    )
    expect(await described(s.api.editMessageText(GROUP, 1, ''))).toBe('Bad Request: message text is empty')
    const { message_id } = await s.api.sendMessage(GROUP, 'one')
    expect(await described(s.api.editMessageText(GROUP, message_id, 'x'.repeat(4097)))).toBe(
      'Bad Request: MESSAGE_TOO_LONG',
    )
    expect(await described(s.api.editMessageCaption(GROUP, message_id, { caption: 'x' }))).toBe(
      'Bad Request: there is no caption in the message to edit',
    )
    expect(await described(s.api.editMessageTextInline('abc', 'x'))).toBe('Bad Request: MESSAGE_ID_INVALID')
    const prompt = s.api.raw.editMessageText({
      chat_id: GROUP,
      message_id,
      text: 'x',
      reply_markup: { force_reply: true } as never,
    })
    expect(await described(prompt)).toBe('Bad Request: inline keyboard expected')
  })
})

describe('deletions', () => {
  test('one, many, and those that are gone', async () => {
    const ids: number[] = []
    for (const text of ['a', 'b', 'c']) ids.push((await s.api.sendMessage(GROUP, text)).message_id)
    expect(await s.api.deleteMessage(GROUP, ids[0] ?? 0)).toBe(true)
    expect(await described(s.api.deleteMessage(GROUP, ids[0] ?? 0))).toBe(
      'Bad Request: message to delete not found',
    )
    expect(await s.api.deleteMessages(GROUP, ids)).toBe(true)
    expect(s.sandbox.history(GROUP, 'ana')).toEqual([])
  })

  test('forms of the list', async () => {
    expect(await described(s.api.deleteMessages(GROUP, []))).toBe(
      'Bad Request: message identifiers are not specified',
    )
    const many = Array.from({ length: 101 }, (_, n) => n + 1)
    expect(await described(s.api.deleteMessages(GROUP, many))).toBe(
      'Bad Request: too many message identifiers specified',
    )
    expect(await described(s.api.deleteMessages(GROUP, [0]))).toBe(
      'Bad Request: invalid message identifier specified',
    )
  })

  test('a member bot deletes its own messages for 48 hours, an administrator everything', async () => {
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    const own = await s.api.sendMessage(GROUP, 'own')
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: 'hers' })
    const hers = (s.sandbox.history(GROUP, 'ana').at(-1) as { message_id: number }).message_id
    expect(await described(s.api.deleteMessage(GROUP, hers))).toBe("Bad Request: message can't be deleted")
    s.clock.advance(48 * 3_600_000 + 1_000)
    expect(await described(s.api.deleteMessage(GROUP, own.message_id))).toBe(
      "Bad Request: message can't be deleted",
    )
    s.sandbox.setBotStanding('olivia', GROUP, 'administrator', ['can_delete_messages'])
    expect(await described(s.api.deleteMessages(GROUP, [hers]))).toBe("Bad Request: message can't be deleted")
    s.sandbox.setBotStanding('olivia', GROUP, 'administrator')
    expect(await s.api.deleteMessages(GROUP, [hers, own.message_id])).toBe(true)
  })
})
