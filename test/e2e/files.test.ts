/**
 * A screenshot on its way: asked for in a form, sent on one platform, looked at by a reviewer on the same and
 * on the other; and the record of a packet as a file.
 */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { GivenFile } from '../../src/sandbox/contract.js'
import { tinyPng } from '../kit/files.js'
import { describeStorage } from '../kit/storage.js'
import { asking, programmeFile } from './programme-file.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { eventually, privately, seatOf } from './seat.js'

const speech = words()
const SCREENSHOT: GivenFile = {
  name: 'My followers (2).png',
  type: 'image/png',
  base64: tinyPng(800, 600).toString('base64'),
}

/** Asked for beside channels. */
const PROOF = {
  id: 'proof',
  kind: 'picture',
  ask: { en: 'Show a screenshot of your followers.' },
  label: { en: 'screenshot' },
}

interface TelegramPost {
  caption?: string
  photo?: { file_id: string }[]
  document?: { file_id: string; file_name: string }
}
interface DiscordPost {
  attachments?: { url: string; filename: string; content_type?: string }[]
}

describeStorage('files', (engine) => {
  const make = useRig(engine)
  const timeout = 120_000

  /** The newest message of a room that holds a file. */
  const onTelegram = (rig: Rig, person: string) =>
    eventually(rig.telegram, `a file for ${person}`, () => {
      const room = String(rig.community.person(person).telegram.id)
      const posts = rig.telegram.history(room, person) as (TelegramPost & { from?: { is_bot?: boolean } })[]
      return posts.findLast(({ photo, document, from }) => from?.is_bot && (photo || document))
    })
  const onDiscord = async (rig: Rig, person: string, room: string) => {
    const post = await eventually(rig.discord, `a file for ${person}`, () =>
      (rig.discord.history(room, person) as DiscordPost[]).findLast(({ attachments }) => attachments?.[0]),
    )
    const [file] = post.attachments ?? []
    const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer())
    return { file, bytes }
  }

  describe('a screenshot', () => {
    it('sent on Telegram is looked at there and on Discord', { timeout }, async () => {
      const rig = await make()
      await rig.start({ PROGRAMME_FILE: programmeFile(asking(['channels'], PROOF)) })
      const kofi = privately(rig, 'kofi')
      await kofi.type('/apply')
      await kofi.sees('Question 1 of 4')
      await kofi.attach(SCREENSHOT, 'here they are')
      await kofi.sees('This question is answered with words', 'Question 1 of 4')
      await kofi.type('youtube.com/@kofi 12 000')
      await kofi.sees('Question 2 of 4', 'Show a screenshot of your followers.')
      await kofi.type('0123456789abcdef')
      await kofi.sees('This question is answered with a file: PNG, JPEG, WebP', 'Question 2 of 4')
      await kofi.attach({ name: 'tool.exe', type: 'application/x-msdownload', base64: 'TVo=' })
      await kofi.sees('A file of this type cannot be taken.')
      await kofi.attach(SCREENSHOT)
      await kofi.press('I have read it and accept')
      await kofi.press('I have read it and accept')
      await kofi.sees('Screenshot: 📎 attached')
      await kofi.press('Send')
      await kofi.sees('Its number is 1')

      const mei = privately(rig, 'mei')
      await mei.type('/review')
      await mei.sees('youtube.com/@kofi 12 000')
      await mei.press('📎 1')
      const shown = await onTelegram(rig, 'mei')
      expect(shown.caption).toContain('1')
      // The very file that Kofi sent, by its id: nothing was uploaded again.
      const sent = rig.telegram.history(kofi.room, 'kofi') as TelegramPost[]
      const own = sent.findLast(({ photo }) => photo)
      expect(shown.photo?.[0]?.file_id).toBe(own?.photo?.[0]?.file_id)

      const abroad = seatOf(rig.discord, 'mei', ROOM.lounge)
      await abroad.slash('review')
      await abroad.press('📎 1')
      const { file, bytes } = await onDiscord(rig, 'mei', ROOM.lounge)
      expect(file).toMatchObject({ filename: 'photo.jpg', content_type: 'image/png' })
      expect(bytes.equals(tinyPng(800, 600))).toBe(true)

      await rig.bot.stop()
      const storage = await rig.open()
      const [row] = await storage.read((work) => work.db.select().from(work.t.receivedFiles))
      const sha256 = createHash('sha256').update(tinyPng(800, 600)).digest('hex')
      expect(row).toMatchObject({ platform: 'telegram', sentAs: 'photo', name: 'photo.jpg', sha256 })
      await storage.close()
    })

    it('uploaded in a form on Discord is looked at on Telegram', { timeout }, async () => {
      const rig = await make()
      await rig.start({ PROGRAMME_FILE: programmeFile(asking(['channels'], PROOF)) })
      const ana = seatOf(rig.discord, 'ana', ROOM.lounge)
      await ana.slash('apply')
      await ana.fill({ channels: 'youtube.com/@ana 800' }, { proof: [SCREENSHOT] })
      await ana.press(speech.plain('es', { key: 'apply-accept' }))
      await ana.press(speech.plain('es', { key: 'apply-accept' }))
      await ana.press(speech.plain('es', { key: 'form-send' }))
      await ana.sees(speech.plain('es', { key: 'application-is-queued' }))

      const mei = privately(rig, 'mei')
      await mei.type('/review')
      await mei.sees('youtube.com/@ana 800')
      await mei.press('📎 1')
      const shown = await onTelegram(rig, 'mei')
      const stored = rig.telegram.file(shown.photo?.[0]?.file_id ?? '')
      expect(Buffer.from(stored?.bytes ?? []).equals(tinyPng(800, 600))).toBe(true)
    })
  })
})
