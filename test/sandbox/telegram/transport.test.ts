import { Api, InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tinyPng } from '../../kit/files.js'
import { strangely } from '../../kit/strange.js'
import { GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const url = (method: string, token = s.sandbox.token) => `${s.sandbox.root}/bot${token}/${method}`

async function answer(input: string, init?: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(input, init)
  return { status: response.status, body: await response.json() }
}

const post = (type: string, body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
})

describe('ways to call', () => {
  const sent = { status: 200, body: { ok: true, result: { text: 'hi 👋', chat: { id: Number(GROUP) } } } }

  test('a query string', async () => {
    const query = new URLSearchParams({ chat_id: GROUP, text: 'hi 👋' })
    expect(await answer(`${url('sendMessage')}?${query}`)).toMatchObject(sent)
  })

  test('a form', async () => {
    const body = new URLSearchParams({ chat_id: GROUP, text: 'hi 👋' }).toString()
    expect(await answer(url('sendMessage'), post('application/x-www-form-urlencoded', body))).toMatchObject(
      sent,
    )
  })

  test('JSON, with a number as text and a text as number', async () => {
    const body = JSON.stringify({ chat_id: GROUP, text: 'hi 👋' })
    expect(await answer(url('sendMessage'), post('application/json', body))).toMatchObject(sent)
    const number = JSON.stringify({ chat_id: Number(GROUP), text: 5 })
    expect(await answer(url('sendMessage'), post('application/json', number))).toMatchObject({
      body: { result: { text: '5' } },
    })
  })

  test('multipart', async () => {
    const form = new FormData()
    form.set('chat_id', GROUP)
    form.set('text', 'hi 👋')
    expect(await answer(url('sendMessage'), { method: 'POST', body: form })).toMatchObject(sent)
  })

  test('method names in any case, and the method as a parameter', async () => {
    expect(await answer(url('GETME'))).toMatchObject({ status: 200 })
    expect(await answer(`${url('')}?method=getMe`)).toMatchObject({ body: { result: { is_bot: true } } })
  })

  test('an unchanged grammY client uploads a picture by multipart', async () => {
    const message = await s.api.sendPhoto(GROUP, new InputFile(tinyPng(640, 480), 'card.png'), {
      caption: '<i>card</i>',
      parse_mode: 'HTML',
    })
    expect(message.photo).toMatchObject([{ width: 640, height: 480, file_size: tinyPng(640, 480).length }])
    expect(message).toMatchObject({ caption: 'card', caption_entities: [{ type: 'italic' }] })
    const id = message.photo?.[0]?.file_id ?? ''
    const file = await s.api.getFile(id)
    const picture = await fetch(`${s.sandbox.root}/file/bot${s.sandbox.token}/${file.file_path}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(s.sandbox.file(id)?.size?.width).toBe(640)
    expect((await s.api.sendPhoto(GROUP, id)).photo?.[0]?.file_id).toBe(id)
  })
})

/** Its header and the beginning of its data, as of an upload that broke off. */
const broken = (picture: Buffer) => picture.subarray(0, 60)
const gif = (image: string) => Buffer.from(`4749463839610a000a0000000021f9040000000000${image}`, 'hex')
const jpeg = (scan: string) =>
  Buffer.from(`ffd8ffc0001108000a000a03012200021101031101${scan}${'00'.repeat(20)}`, 'hex')

const UNREADABLE = 'Bad Request: IMAGE_PROCESS_FAILED'
const OUT_OF_SIZE = 'Bad Request: PHOTO_INVALID_DIMENSIONS'

test.each([
  ['a GIF', gif(`2c0000000a000a0000${'00'.repeat(9)}`)],
  ['a JPEG', jpeg('ffda000c03010002110311003f00')],
  ['a picture of the sides that are allowed', tinyPng(9500, 500)],
])('%s is a photo', async (_name, bytes) => {
  expect((await s.api.sendPhoto(GROUP, new InputFile(bytes, 'a'))).photo).toHaveLength(1)
})

describe('photos that are refused', () => {
  const cases: [string, string | InputFile, string][] = [
    ['none', '', 'Bad Request: there is no photo in the request'],
    ['an address', 'https://example.com/a.png', 'Bad Request: failed to get HTTP URL content'],
    ['no picture', new InputFile(Buffer.from('x'.repeat(64)), 'a.png'), UNREADABLE],
    ['a header alone', new InputFile(tinyPng().subarray(0, 40), 'a.png'), UNREADABLE],
    ['a PNG that breaks off', new InputFile(broken(tinyPng()), 'a.png'), UNREADABLE],
    ['a GIF without an image', new InputFile(gif('3b'.padEnd(40, '0')), 'a.gif'), UNREADABLE],
    ['a JPEG without a scan', new InputFile(jpeg('ffd9'), 'a.jpg'), UNREADABLE],
    ['too long a side', new InputFile(tinyPng(9000, 2000), 'a.png'), OUT_OF_SIZE],
    ['too thin a picture', new InputFile(tinyPng(2100, 100), 'a.png'), OUT_OF_SIZE],
    ['a picture of no pixels', new InputFile(tinyPng(0, 0), 'a.png'), OUT_OF_SIZE],
    ['a picture without height', new InputFile(tinyPng(10, 0), 'a.png'), OUT_OF_SIZE],
    [
      'an unknown id',
      'AgACAgIAAx',
      'Bad Request: wrong remote file identifier specified: Wrong string length',
    ],
  ]
  test.each(cases)('%s is no photo', async (_name, photo, description) => {
    expect((await refusal(s.api.sendPhoto(GROUP, photo))).description).toBe(description)
  })
})

describe('refused before a method runs', () => {
  test('a path that is none', async () => {
    expect(await answer(`${s.sandbox.root}/hello`)).toEqual({
      status: 404,
      body: { ok: false, error_code: 404, description: 'Not Found' },
    })
  })

  test('a well-formed wrong token', async () => {
    expect(await answer(url('getMe', '7000000001:wrong'))).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    })
  })

  test('a token that cannot be one', async () => {
    for (const token of ['abc', '0:x', `1:${'x'.repeat(90)}`]) {
      expect(await answer(url('getMe', token))).toEqual({
        status: 401,
        body: { ok: false, error_code: 401, description: 'Unauthorized: invalid token specified' },
      })
    }
  })

  test('a method that does not exist, and one that is not here', async () => {
    expect(await answer(url('sendMesage'))).toEqual({
      status: 404,
      body: { ok: false, error_code: 404, description: 'Not Found: method not found' },
    })
    expect(await answer(url('sendDice'))).toEqual({
      status: 501,
      body: { ok: false, error_code: 501, description: 'Not Implemented: the sandbox has no sendDice' },
    })
  })

  test('a path that cannot be decoded', async () => {
    expect(await answer(url('getMe', '%E0%A4%A'))).toMatchObject({ status: 404 })
  })

  test('every rule has its method and every method its rule', async () => {
    const { METHODS } = await import('../../../src/sandbox/telegram/methods/table.js')
    const { RULES } = await import('../../../src/sandbox/telegram/rules.js')
    expect(Object.keys(METHODS).sort()).toEqual(Object.keys(RULES).sort())
  })

  test('names of Object.prototype are no methods', async () => {
    expect(await answer(url('constructor'))).toMatchObject({ status: 404 })
    expect(await answer(url('__proto__'))).toMatchObject({ status: 404 })
  })

  test('a body that is no JSON object', async () => {
    const list = await answer(url('getMe'), post('application/json', '[1]'))
    expect(list.body).toMatchObject({ error_code: 400, description: 'Bad Request: JSON object expected' })
    const broken = await answer(url('getMe'), post('application/json', '{"a":'))
    expect(broken.body).toMatchObject({
      error_code: 400,
      description: expect.stringContaining("Bad Request: can't parse object: "),
    })
  })

  test.each([
    ['a part without an end', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx'],
    ['nothing of a form', 'x'],
  ])('multipart: %s', async (_, body) => {
    const broken = await answer(url('getMe'), post('multipart/form-data; boundary=b', body))
    expect(broken.body).toMatchObject({ description: "Bad Request: can't parse form data" })
  })

  test('multipart without a boundary', async () => {
    const broken = await answer(url('getMe'), post('multipart/form-data', 'x'))
    expect(broken.body).toMatchObject({ description: 'Bad Request: boundary not found' })
  })

  test('a body beyond a megabyte, announced or not', async () => {
    const body = JSON.stringify({ chat_id: GROUP, text: 'x'.repeat(1 << 20) })
    const refused = await answer(url('sendMessage'), post('application/json', body))
    expect(refused.body).toMatchObject({
      ok: false,
      error_code: 413,
      description: `Request Entity Too Large: content length is ${body.length}`,
    })
  })
})

describe('a fault script', () => {
  test('refuses before the effect, breaks the connection after it', async () => {
    const { ApiRefusal } = await import('../../../src/sandbox/telegram/refusal.js')
    const { BrokenConnection } = await import('../../../src/sandbox/telegram/calls.js')
    const plan: ('500' | 'cut')[] = ['500', 'cut']
    const faulty = await stage({
      fault: async (phase, method) => {
        if (method !== 'sendMessage') return
        if (phase === 'before' && plan[0] === '500') {
          plan.shift()
          throw new ApiRefusal(500, 'Internal Server Error')
        }
        if (phase === 'after' && plan[0] === 'cut') {
          plan.shift()
          throw new BrokenConnection()
        }
      },
    })
    const api = new Api(faulty.sandbox.token, { apiRoot: faulty.sandbox.root })
    expect((await refusal(api.sendMessage(GROUP, 'one'))).error_code).toBe(500)
    await expect(api.sendMessage(GROUP, 'two')).rejects.toThrow("Network request for 'sendMessage' failed!")
    await api.sendMessage(GROUP, 'three')
    const texts = faulty.sandbox.history(GROUP, 'ana').map((message) => (message as { text: string }).text)
    expect(texts).toEqual(['two', 'three'])
    await faulty.close()
  })
})

describe('what the rules note', () => {
  test('unknown fields and wrong types are told in the event, and ignored', async () => {
    const notes: string[] = []
    s.sandbox.onEvent((event) => {
      if (event.kind !== 'call') return
      const { method, ok, note, strange = [] } = event
      notes.push(`${method} ${ok}: ${[note, ...strange.map(strangely)].join('; ')}`)
    })
    const body = JSON.stringify({
      chat_id: GROUP,
      text: 'a',
      receiver_user_id: 5,
      disable_notification: 'ja',
      reply_markup: {
        inline_keyboard: [
          [{ text: 'a', callback_data: 'a', colour: 'red' }],
          [{ text: 'b', copy_text: { text: 'b', size: 1 } }],
        ],
        remove_keyboard: false,
        rows: 1,
      },
    })
    expect(await answer(url('sendMessage'), post('application/json', body))).toMatchObject({ status: 200 })
    await refusal(s.api.sendMessage(1, 'a'))
    expect(notes).toEqual([
      [
        'sendMessage true: ',
        'unknown field receiver_user_id',
        'disable_notification is not of type Boolean',
        'unknown field reply_markup.inline_keyboard.colour',
        'unknown field reply_markup.inline_keyboard.copy_text.size',
        'unknown field reply_markup.rows',
      ].join('; '),
      'sendMessage false: Bad Request: chat not found',
    ])
  })
})
