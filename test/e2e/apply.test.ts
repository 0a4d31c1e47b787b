/**
 * An application on Discord, as people fill it in there: forms, a rejection in the person's language, an
 * appeal. The way to a partner on Telegram is in `story.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import { ROOM, useRig, words } from './rig.js'
import { plainWords, seatOf } from './seat.js'

const plain = plainWords(words())
const zh = (key: string) => plain('zh-CN', key)

describeStorage('an application', (engine) => {
  const make = useRig(engine)
  const timeout = 120_000

  describe('on Discord', () => {
    it('is filled in in forms, decided at the desk, and told in the language of the person', {
      timeout,
    }, async () => {
      const rig = await make()
      await rig.start()
      const olivia = seatOf(rig.discord, 'olivia', ROOM.staff)
      await olivia.slash('desk', { action: 'here' })
      await olivia.sees('This is the desk for applications now')

      const ana = seatOf(rig.discord, 'ana', ROOM.lounge)
      expect((await ana.slash('apply')).kind).toBe('modal')
      await ana.fill({
        region: ['latam'],
        language: ['es'],
        focus: ['content', 'advocacy'],
        channels: 'youtube.com/@ana 800',
        communities: '',
      })
      await ana.sees(plain('es', 'question-experience.ask'))
      expect((await ana.press(plain('es', 'form-type'))).kind).toBe('modal')
      await ana.fill({ experience: '', email: 'ana@example.com', uid: '10020040', why: 'corto' })
      await ana.sees(plain('es', 'refusal-words-too-short.next'))
      expect((await ana.press(plain('es', 'form-type'))).kind).toBe('modal')
      await ana.fill({ why: 'Enseño a la gente a guardar sus claves.' })
      await ana.press(plain('es', 'apply-accept'))
      await ana.press(plain('es', 'apply-accept'))
      await ana.sees(plain('es', 'form-review'), 'ana@example.com')
      await ana.press(plain('es', 'form-send'))
      await ana.sees(plain('es', 'application-is-queued'))

      const mei = seatOf(rig.discord, 'mei', ROOM.staff)
      await mei.sees('Application 1 · Ana Torres', 'youtube.com/@ana 800')
      await mei.press('Take')
      await mei.sees('ana@example.com')
      await mei.press(zh('review-reject'))
      await mei.press(zh('reason-content'))
      await mei.sees(zh('reject-preview'))
      await mei.press(zh('reject-confirm'))
      await mei.sees('申请 1 已拒绝')
      const room = rig.discord.rooms('ana').find(({ kind }) => kind === 'private')?.id ?? ''
      const home = seatOf(rig.discord, 'ana', room)
      await home.sees(plain('es', 'application-told-rejected'), plain('es', 'reason-content'))
      await home.press(plain('es', 'apply-appeal'))
      await home.fill({ words: 'He cambiado todo lo que no encajaba.' })
      await home.sees(plain('es', 'apply-appealed'))
      await ana.slash('apply')
      await ana.sees(plain('es', 'refusal-apply-too-soon'))
    })
  })
})
