/** Files on their way to Discord and from it, against the pretend server. */
import type { APIMessage } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Loaded, LoadFile } from '../../../src/interaction/attach.js'
import { DeliveryError, type Listing, type Platform } from '../../../src/interaction/platform.js'
import type { Answer, View, ViewFile } from '../../../src/interaction/view.js'
import { Outage } from '../../../src/kit/outage.js'
import { realWorld } from '../../../src/kit/world.js'
import { createDiscord } from '../../../src/platforms/discord/discord.js'
import { type Label, renderModal } from '../../../src/platforms/discord/modal.js'
import { receiveInteraction } from '../../../src/platforms/discord/receive.js'
import { GUILD } from '../../../src/sandbox/community.js'
import type { GivenFile } from '../../../src/sandbox/contract.js'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { filesNamed, tinyPng } from '../../kit/files.js'
import { LOUNGE, startSandbox } from '../../sandbox/discord/client.js'
import { fakeHouse, fakeSpeech, type House, order, recordingLog, recordingRendering, spans } from './house.js'

const PNG: Loaded = { kind: 'bytes', bytes: tinyPng(), mime: 'image/png' }
const PDF: Loaded = { kind: 'bytes', bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf' }
const picture: ViewFile = {
  kind: 'picture',
  name: 'chart.png',
  about: spans('The week'),
  from: { maker: 'chart', subject: '1' },
}
const paper: ViewFile = { kind: 'document', name: 'record.pdf', from: { maker: 'record', subject: '1' } }
const UPLOAD: GivenFile = { name: 'my shot.png', type: 'image/png', base64: tinyPng().toString('base64') }
const place = { platform: 'discord', chat: LOUNGE, kind: 'group', guild: GUILD } as const
const listing: Listing = {
  name: 'report',
  scope: 'everywhere',
  description: { en: 'Reports' },
  arguments: [
    { name: 'proof', type: 'file', required: false, label: { en: 'proof' }, description: { en: 'A file' } },
  ],
}

let sandbox: DiscordSandbox
let platform: Platform
let house: House
let calls: string[]

beforeEach(async () => {
  sandbox = await startSandbox({ patience: 500 })
  house = fakeHouse()
  calls = []
  sandbox.onEvent((event) => {
    if (event.kind === 'call') calls.push(event.method)
  })
})
afterEach(async () => {
  await platform.stop()
  await platform.close()
  await sandbox.close()
})

async function opened(load: LoadFile) {
  platform = createDiscord({
    ...{ token: sandbox.token, apiRoot: sandbox.root, load, order },
    ...{ speech: fakeSpeech, world: realWorld(), log: recordingLog() },
  })
  await platform.start(house, (error) => {
    throw error
  })
  await platform.publish([listing])
}

const deliver = (view: View, key = 'k') =>
  platform.deliver({ key, place, view: { audience: 'everyone', ...view }, locale: 'en' })
const posts = (person = 'ana') => sandbox.history(LOUNGE, person) as APIMessage[]
const answer = (view: View): Answer => ({ view, locale: 'en', refused: false })

describe('out', () => {
  test('a post shows pictures in a gallery and documents below, and is one message however often', async () => {
    await opened(filesNamed({ 'chart.png': PNG, 'record.pdf': PDF }))
    const view: View = { text: [spans('Look')], files: [paper, picture, picture] }
    const first = await deliver(view)
    expect(await deliver(view)).toEqual(first)
    expect(posts()).toHaveLength(1)
    const [message] = posts()
    const names = message?.attachments.map(({ filename, description }) => [filename, description])
    expect(names).toEqual([
      ['record.pdf', undefined],
      ['chart.png', 'The week'],
      ['3-chart.png', 'The week'],
    ])
    const [container] = (message?.components ?? []) as unknown as { components: { type: number }[] }[]
    expect(container?.components.map(({ type }) => type)).toEqual([10, 12, 13])
    const url = message?.attachments[1]?.url ?? ''
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(tinyPng())).toBe(true)
  })

  test('an answer to a command is deferred, and its file comes to the asker alone', async () => {
    await opened(filesNamed({ 'chart.png': PNG }))
    house.answer = () => answer({ text: [spans('Yours')], files: [picture] })
    const outcome = await sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'report', options: {} })
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: true })
    expect(posts()[0]?.attachments[0]?.filename).toBe('chart.png')
    expect(posts('mei')).toEqual([])
    // A call is told of after what it did is seen.
    await expect
      .poll(() => calls.filter((call) => call.includes('interactions') || call.includes('webhooks')))
      .toEqual([
        'POST /interactions/:interaction/:token/callback',
        'PATCH /webhooks/:application/:token/messages/:message',
      ])
  })

  test('an answer to a press comes beside the message and replaces nothing', async () => {
    await opened(filesNamed({ 'record.pdf': PDF }))
    const rows: View['rows'] = [
      [{ kind: 'press', label: spans('Go'), press: { command: 'claim', values: { packet: 'k' } } }],
    ]
    const { message = '' } = await deliver({ text: [spans('Press')], rows })
    house.answer = () =>
      answer({ text: [spans('Here')], files: [paper], replace: true, audience: 'everyone' })
    const data = JSON.stringify(posts()[0]).match(/"custom_id":"([^"]+)"/)?.[1] ?? ''
    await sandbox.act('ana', { do: 'press', room: LOUNGE, message, data })
    expect(posts().map(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual([
      [],
      ['record.pdf'],
    ])
  })

  test('what cannot be had now is delivered later, and told to whoever waits', async () => {
    await opened(filesNamed({ 'chart.png': new Outage('away') }))
    const view: View = { text: [spans('x')], files: [picture] }
    const error = await deliver(view).catch((one: unknown) => one)
    expect(error instanceof DeliveryError && error.failure).toEqual({
      kind: 'later',
      retryAfter: 5000,
      everything: false,
    })
    house.answer = () => answer(view)
    await sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'report', options: {} })
    expect(JSON.stringify(posts()[0]?.components)).toContain('file-later')
  })

  test('a file that is too large for Discord is told', async () => {
    const huge: Loaded = { kind: 'bytes', bytes: new Uint8Array(10 * 1024 * 1024 + 1), mime: 'image/png' }
    await opened(filesNamed({ 'chart.png': huge }))
    await deliver({ text: [spans('x')], files: [picture] })
    expect(posts()[0]?.attachments).toEqual([])
    expect(JSON.stringify(posts()[0]?.components)).toContain('file-too-large-here')
  })
})

describe('in', () => {
  const field = { name: 'proof', label: spans('Proof'), required: true, file: 'picture' as const }
  const form = { press: { command: 'claim', values: { packet: 'k' } }, title: spans('T'), fields: [field] }

  test('a field for a file is an upload of one file', async () => {
    await opened(filesNamed({}))
    const [label] = (renderModal(form, 'en', recordingRendering())?.components ?? []) as Label[]
    expect(label?.component).toEqual({
      type: 19,
      custom_id: 'proof',
      required: true,
      min_values: 1,
      max_values: 1,
    })
  })

  test('an upload in a form arrives, and its bytes are given out', async () => {
    await opened(filesNamed({}))
    house.answer = () => answer({ text: [], form })
    const modal = await sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'report', options: {} })
    if (modal.kind !== 'modal') throw new Error('no form was opened')
    const submit = { do: 'submit', room: LOUNGE, modal: modal.modal, values: {} } as const
    expect(await sandbox.act('ana', submit)).toMatchObject({ reason: { code: 'required', name: 'proof' } })
    expect(await sandbox.act('ana', { ...submit, files: { proof: [UPLOAD, UPLOAD] } })).toMatchObject({
      reason: { code: 'files-between', name: 'proof', least: 1, most: 1 },
    })
    await sandbox.act('ana', { ...submit, files: { proof: [UPLOAD] } })
    const request = house.calls.at(-1)?.request
    if (request?.kind !== 'submitted') throw new Error('no form came')
    expect(request.values).toEqual({})
    const file = request.files?.proof
    const size = tinyPng().length
    expect(file).toMatchObject({ name: 'my_shot.png', mime: 'image/png', size, sentAs: 'document' })
    expect(Buffer.from((await platform.download(file?.native ?? '', size)) ?? []).equals(tinyPng())).toBe(
      true,
    )
    expect(await platform.download(file?.native ?? '', size - 1)).toBeUndefined()
  })

  test('a file beside a command arrives', async () => {
    await opened(filesNamed({}))
    const files = { proof: UPLOAD }
    await sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'report', options: {}, files })
    const request = house.calls.at(-1)?.request
    expect(request).toMatchObject({
      kind: 'filled',
      values: {},
      files: { proof: { name: 'my_shot.png', mime: 'image/png' } },
    })
  })

  test('nothing is fetched from addresses that are not Discord’s', async () => {
    await opened(filesNamed({}))
    for (const address of [
      'http://127.0.0.1:1/x',
      'https://cdn.discordapp.com.example.org/x',
      'file:///etc',
      '',
    ])
      await expect(platform.download(address, 10)).rejects.toThrow('Discord did not give out a file')
  })

  test('ids without an attachment of Discord’s own are no files', async () => {
    await opened(filesNamed({}))
    const raw = {
      ...{ id: '1000000000000000001', application_id: '1000000000000000002', token: 't', type: 5 },
      ...{ channel_id: LOUNGE, context: 1, user: { id: '1000000000000000003', username: 'x' } },
      data: {
        custom_id: 'f',
        components: [
          { type: 18, component: { type: 19, custom_id: 'proof', values: ['1000000000000000004'] } },
          { type: 18, component: { type: 19, custom_id: 'other', values: ['__proto__'] } },
        ],
        resolved: { attachments: { '1000000000000000005': { url: 'https://a.b/c' } } },
      },
    }
    expect(receiveInteraction(raw)?.request).toEqual({ kind: 'submitted', form: 'f', values: {} })
  })
})
