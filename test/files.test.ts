/** The bytes of files: made by the catalogue, or fetched from where a person sent them. */
import { createHash } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { createFiles } from '../src/files.js'
import type { FileMaker } from '../src/interaction/attach.js'
import type { PlatformName } from '../src/interaction/call.js'
import { fileName, receivedFile, receiveFile } from '../src/interaction/received-files.js'
import type { ViewFile } from '../src/interaction/view.js'
import { Outage } from '../src/kit/outage.js'
import { refuse } from '../src/kit/refusal.js'
import { drawPng } from '../src/pictures/draw.js'
import { tinyPng } from './kit/files.js'
import { type House, openHouse } from './kit/house.js'
import { describeStorage } from './kit/storage.js'
import { recordingLog } from './platforms/telegram/setup.js'

describeStorage('files', (engine) => {
  let downloads: Partial<Record<PlatformName, () => Promise<Uint8Array | undefined>>> = {}
  afterEach(() => {
    downloads = {}
  })

  async function opened(makers: Record<string, FileMaker> = {}) {
    const house = await openHouse(engine)
    const load = createFiles({
      ...{ storage: house.storage, world: house.world, log: recordingLog(), makers, draw: drawPng },
      speech: { plain: (locale, { key }) => `${locale}:${key}` },
      platforms: () =>
        new Map(
          Object.entries(downloads).map(([name, download]) => [name as PlatformName, { download }] as const),
        ),
    })
    return { house, load }
  }

  const view = (id: string, kind: ViewFile['kind'] = 'picture'): ViewFile => ({
    ...{ kind, name: 'shot.png' },
    from: { received: id },
  })

  async function received(house: House, platform: PlatformName): Promise<string> {
    const pavel = await house.person('Pavel')
    return house.storage.write((work) =>
      receiveFile(work, {
        ...{ member: pavel.member, platform, native: 'n1', sentAs: 'photo', name: 'My shot (1).PNG' },
        ...{ mime: 'image/png', size: 64, unique: 'u1' },
      }),
    )
  }

  it('are made from what is stored, in the reader’s language', async () => {
    const { load } = await opened({
      hello: async ({ look, locale, speech }, subject) => {
        const members = await look(async (work) => (await work.db.select().from(work.t.members)).length)
        const words = `${subject} ${members >= 0} ${speech.plain(locale, { key: 'wallet' })}`
        return { bytes: Buffer.from(words), mime: 'text/plain' }
      },
      nothing: async () => undefined,
      refused: async () => refuse('packet-unknown'),
    })
    const file = (maker: string): ViewFile => ({
      kind: 'document',
      name: 'a.txt',
      from: { maker, subject: '7' },
    })
    const reader = { platform: 'telegram', locale: 'ru' } as const
    expect(await load(file('hello'), reader)).toEqual({
      kind: 'bytes',
      bytes: Buffer.from('7 true ru:wallet'),
      mime: 'text/plain',
    })
    for (const maker of ['nothing', 'refused'])
      expect(await load(file(maker), reader)).toMatchObject({ kind: 'lost', why: { key: 'file-nothing' } })
    await expect(load(file('stranger'), reader)).rejects.toThrow('nobody makes files called stranger')
  })

  it('that Telegram has are given out there by their name alone', async () => {
    const { house, load } = await opened()
    const id = await received(house, 'telegram')
    expect(await load(view(id), { platform: 'telegram', locale: 'en' })).toEqual({
      kind: 'native',
      native: 'n1',
      sentAs: 'photo',
    })
  })

  it('are fetched for the other platform, and their hash is remembered', async () => {
    const { house, load } = await opened()
    const id = await received(house, 'telegram')
    const reader = { platform: 'discord', locale: 'en' } as const
    downloads.telegram = async () => tinyPng()
    expect(await load(view(id), reader)).toEqual({ kind: 'bytes', bytes: tinyPng(), mime: 'image/png' })
    const row = await house.look((work) => receivedFile(work, id))
    expect(row).toMatchObject({
      name: 'My-shot-1-.PNG',
      sha256: createHash('sha256').update(tinyPng()).digest('hex'),
    })
    downloads.telegram = async () => tinyPng(1, 1)
    expect(await load(view(id), reader)).toMatchObject({ kind: 'lost', why: { key: 'file-changed' } })
  })

  it.each([
    ['gone', async () => undefined, 'file-lost'],
    ['no picture', async () => Buffer.from('<svg onload=alert(1)>'), 'file-no-picture'],
  ])('that are %s are told so', async (_, download, key) => {
    const { house, load } = await opened()
    const id = await received(house, 'discord')
    downloads.discord = download
    expect(await load(view(id), { platform: 'telegram', locale: 'en' })).toMatchObject({ why: { key } })
  })

  it('of a platform that is not connected, or of no row, are told lost', async () => {
    const { house, load } = await opened()
    const id = await received(house, 'discord')
    const reader = { platform: 'telegram', locale: 'en' } as const
    expect(await load(view(id), reader)).toMatchObject({ why: { key: 'file-lost' } })
    expect(await load(view('0000000000000000'), reader)).toMatchObject({ why: { key: 'file-nothing' } })
  })

  it('that cannot be had now are an outage', async () => {
    const { house, load } = await opened()
    const id = await received(house, 'discord')
    downloads.discord = async () => {
      throw new Outage('away')
    }
    await expect(load(view(id), { platform: 'telegram', locale: 'en' })).rejects.toThrow(Outage)
  })

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['снимок.png', 'png'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['', 'file'],
    [`${'x'.repeat(200)}.png`, `${'x'.repeat(76)}.png`],
  ])('are named plainly: %j', (given, plain) => {
    expect(fileName(given)).toBe(plain)
  })
})
