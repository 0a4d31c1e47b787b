/** Files on their way to Telegram and from it, against the pretend server. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Loaded, LoadFile } from '../../../src/interaction/attach.js'
import { DeliveryError } from '../../../src/interaction/platform.js'
import type { View, ViewFile } from '../../../src/interaction/view.js'
import { Outage } from '../../../src/kit/outage.js'
import { text } from '../../../src/kit/text.js'
import { readFile } from '../../../src/platforms/telegram/incoming-file.js'
import { filesNamed, tinyPng } from '../../kit/files.js'
import { words } from './setup.js'
import { GROUP, type Stage, stage } from './stage.js'

let s: Stage
afterEach(() => s.close())

const PNG: Loaded = { kind: 'bytes', bytes: tinyPng(), mime: 'image/png' }
const PDF: Loaded = { kind: 'bytes', bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf' }
const picture: ViewFile = { kind: 'picture', name: 'chart.png', from: { maker: 'chart', subject: '1' } }
const paper: ViewFile = { kind: 'document', name: 'record.pdf', from: { maker: 'record', subject: '1' } }

async function opened(load: LoadFile, options: Parameters<typeof stage>[0] = {}) {
  s = await stage({ ...options, telegram: { load } })
  await s.start()
}

function deliver(view: View, key = 'k', edit?: string) {
  const place = { platform: 'telegram', chat: GROUP, kind: 'group' } as const
  return s.telegram.deliver({ key, place, view: { audience: 'everyone', ...view }, locale: 'en', edit })
}

interface Post {
  message_id: number
  text?: string
  caption?: string
  photo?: unknown[]
  document?: { file_name: string; mime_type: string }
  reply_markup?: { inline_keyboard: { text: string }[][] }
}
const posts = () => s.sandbox.history(GROUP, 'olivia') as Post[]

describe('out', () => {
  test('a picture carries the words and the buttons', async () => {
    await opened(filesNamed({ 'chart.png': PNG }))
    const rows: View['rows'] = [[{ kind: 'link', label: words('Look'), url: 'https://example.com' }]]
    await deliver({ text: [words('The week')], files: [picture], rows })
    expect(posts()).toHaveLength(1)
    expect(posts()[0]).toMatchObject({ caption: 'The week', photo: [{ width: 640, height: 480 }] })
    expect(posts()[0]?.reply_markup?.inline_keyboard[0]?.[0]?.text).toBe('Look')
  })

  test.each([
    [1024, 1],
    [1025, 2],
  ])('with %i characters it is %i messages', async (length, count) => {
    await opened(filesNamed({ 'record.pdf': PDF }))
    await deliver({ text: [words('x'.repeat(length))], files: [paper] })
    expect(posts()).toHaveLength(count)
    expect(posts()[0]?.document).toMatchObject({ file_name: 'record.pdf', mime_type: 'application/pdf' })
    expect((count === 1 ? posts()[0]?.caption : posts()[1]?.text)?.length).toBe(length)
  })

  test('what was sent of several messages is not sent again', async () => {
    let fails = true
    await opened(filesNamed({ 'chart.png': PNG, 'record.pdf': PDF }), {
      sandbox: {
        fault: (phase, method) => {
          if (phase !== 'before' || method !== 'sendMessage' || !fails) return undefined
          fails = false
          throw new Error('an error of the server')
        },
      },
    })
    const view: View = { text: [words('Both')], files: [picture, paper] }
    // At start the server is asked what it can do, by a message that must fail.
    fails = true
    await expect(deliver(view)).rejects.toThrow('delivery later')
    expect(posts()).toHaveLength(2)
    const { message } = await deliver(view)
    expect(posts().map((post) => post.text ?? (post.photo ? 'photo' : 'document'))).toEqual([
      'photo',
      'document',
      'Both',
    ])
    expect(message).toBe(String(posts()[2]?.message_id))
    await deliver(view, 'another')
    expect(posts()).toHaveLength(6)
  })

  test('an edit changes the caption, cut to what a caption holds', async () => {
    await opened(filesNamed({ 'chart.png': PNG }))
    const { message } = await deliver({ text: [words('before')], files: [picture] })
    await deliver({ text: [words('y'.repeat(2000))], files: [picture] }, 'k:edit', message)
    expect(posts()[0]?.caption).toHaveLength(1024)
    expect(posts()[0]?.caption?.endsWith('…')).toBe(true)
    expect(posts()[0]?.photo).toBeDefined()
  })

  test('a picture that Telegram takes for none goes as a document', async () => {
    const wide: Loaded = { kind: 'bytes', bytes: tinyPng(9000, 100), mime: 'image/png' }
    await opened(filesNamed({ 'chart.png': wide }))
    await deliver({ text: [words('wide')], files: [picture] })
    expect(posts()[0]).toMatchObject({ caption: 'wide', document: { file_name: 'chart.png' } })
  })

  test('a file that Telegram has itself is named, and told lost when it is gone', async () => {
    await opened(filesNamed({ 'chart.png': { kind: 'native', native: 'AgACgone', sentAs: 'photo' } }))
    await deliver({ text: [words('Look')], files: [picture] })
    expect(posts()[0]?.text).toBe('Look\nfile-lost')
  })

  test('what cannot be had now is delivered later, and not half', async () => {
    await opened(filesNamed({ 'chart.png': new Outage('away') }))
    const error = await deliver({ text: [words('x')], files: [picture] }).catch((one: unknown) => one)
    expect(error instanceof DeliveryError && error.failure).toEqual({
      kind: 'later',
      retryAfter: 5000,
      everything: false,
    })
    expect(posts()).toHaveLength(0)
  })

  test('to whoever pressed it is said that the file cannot be had now', async () => {
    await opened(filesNamed({ 'chart.png': new Outage('away') }), {
      answer: ({ request }) =>
        request.kind === 'pressed'
          ? { view: { text: [text('x')], files: [picture], replace: true }, locale: 'en', refused: false }
          : undefined,
    })
    const room = String(s.sandbox.rooms('kofi').find(({ kind }) => kind === 'private')?.id)
    await s.sandbox.act('kofi', { do: 'open', payload: '' })
    await s.called(1)
    const place = { platform: 'telegram', chat: room, kind: 'private' } as const
    const rows: View['rows'] = [
      [{ kind: 'press', label: words('Go'), press: { command: 'wallet', values: {} } }],
    ]
    await s.telegram.deliver({ key: 'b', place, view: { text: [words('Press')], rows }, locale: 'en' })
    const shown = s.sandbox.history(room, 'kofi').at(-1) as Post & {
      reply_markup: { inline_keyboard: { callback_data: string }[][] }
    }
    const data = shown.reply_markup.inline_keyboard[0]?.[0]?.callback_data ?? ''
    await s.sandbox.act('kofi', { do: 'press', room, message: shown.message_id, data })
    const answers = s.sandbox.history(room, 'kofi') as Post[]
    expect(answers.at(-1)?.text).toContain('file-later')
    expect(answers.at(-2)?.text).toBe('Press')
  })
})

describe('in', () => {
  test('a photo and a document in a private chat are answers, and their bytes are given out', async () => {
    await opened(filesNamed({}))
    const room = String(s.sandbox.rooms('kofi').find(({ kind }) => kind === 'private')?.id)
    const file = { name: 'shot.png', type: 'image/png', base64: tinyPng().toString('base64') }
    await s.sandbox.act('kofi', { do: 'say', room, text: 'look', file })
    const [call] = await s.called(1)
    const request = call?.request
    if (request?.kind !== 'answered' || !request.file) throw new Error('no file came')
    expect(request).toMatchObject({
      text: 'look',
      file: { sentAs: 'photo', name: 'photo.jpg', mime: 'image/jpeg', size: tinyPng().length },
    })
    const bytes = await s.telegram.download(request.file.native, 1000)
    expect(Buffer.from(bytes ?? []).equals(tinyPng())).toBe(true)
    expect(await s.telegram.download(request.file.native, tinyPng().length - 1)).toBeUndefined()
    expect(await s.telegram.download('nothing', 1000)).toBeUndefined()
  })

  test('a file in a group is nobody’s answer', async () => {
    await opened(filesNamed({}))
    const file = { name: 'a.pdf', type: 'application/pdf', base64: 'JVBERg==' }
    await s.sandbox.act('olivia', { do: 'say', room: GROUP, text: '', file })
    await s.sandbox.act('olivia', { do: 'say', room: GROUP, text: '/wallet' })
    const calls = await s.called(1)
    expect(calls.map(({ request }) => request.kind)).toEqual(['typed'])
  })

  test.each([
    [{}, undefined],
    [{ photo: 'x' }, undefined],
    [{ photo: [null, { file_id: 7 }] }, undefined],
    [{ document: { file_id: 'x'.repeat(600) } }, undefined],
    [{ document: { file_id: 'd', file_size: -1 } }, 'application/octet-stream'],
    [{ document: { file_id: 'd', mime_type: 'Text/Plain; charset=x' } }, 'text/plain'],
    [{ video: { file_id: 'v', mime_type: 'video/mp4' } }, 'video/mp4'],
    [
      {
        photo: [
          { file_id: 'big', width: 9, height: 9 },
          { file_id: 'small', width: 1, height: 1 },
        ],
      },
      'image/jpeg',
    ],
  ])('reads %j', async (message, mime) => {
    await opened(filesNamed({}))
    const file = readFile(message)
    expect(file?.mime).toBe(mime)
    if (mime === 'image/jpeg') expect(file?.native).toBe('big')
    expect(file?.size).toBeUndefined()
  })
})
