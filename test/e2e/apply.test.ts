/**
 * From /apply to a partner on both platforms, as people do it: with a pause and a kill in the middle, a
 * question back, a decision in another language; and recognised on the other platform afterwards.
 */
import { describe, expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { seatOf } from './seat.js'

const speech = words()

/** Words without parameters, as they are in this language. */
function plain(locale: string, key: string): string {
  return speech.plain(locale, { key }).replace(/[\u00a0\u202f]/g, ' ')
}

const zh = (key: string) => plain('zh-CN', key)

describeStorage('an application', (engine) => {
  const make = useRig(engine)
  const timeout = 120_000

  describe('on Telegram', () => {
    const privately = (rig: Rig, person: string) =>
      seatOf(rig.telegram, person, String(rig.community.person(person).telegram.id))
    const atDesk = (rig: Rig, person: string) => seatOf(rig.telegram, person, ROOM.desk)

    it('survives a kill, is asked for more, and makes a partner of both platforms', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const olivia = atDesk(rig, 'olivia')
      await olivia.type('/desk here')
      await olivia.sees(
        'This is the desk for applications now: “Programme Staff”',
        'I have seen only staff here',
      )

      const kofi = privately(rig, 'kofi')
      await kofi.type('/apply')
      await kofi.sees('Question 1 of 11', 'Where is your community?')
      await kofi.press('Africa')
      await kofi.press('English')
      await kofi.press('Content')
      await kofi.press('Community')
      await kofi.sees('What do you want to do?', 'Your answer now: Content and Community')
      await kofi.press('Go on')
      await kofi.sees('Question 4 of 11')
      await kofi.type('youtube.com/@kofi 12 000')
      await kofi.sees('Question 5 of 11', 'Which communities do you moderate?')

      await rig.bot.kill()
      await rig.letLeasesRunOut()
      await rig.start()
      await kofi.press('Back')
      await kofi.sees('Question 4 of 11', 'Your answer now: youtube.com/@kofi 12 000')
      await kofi.press('Later')
      await kofi.sees('Everything is kept for 30 days')
      await kofi.type('/apply')
      await kofi.sees('Question 5 of 11')
      await kofi.type('t.me/kofitalk 850')
      await kofi.sees('Question 6 of 11')
      await kofi.press('Skip')
      await kofi.sees('Question 7 of 11')
      await kofi.type('kofi@example.com\nBcc: all@example.com')
      await kofi.sees('An e-mail address is one line.', 'Question 7 of 11')
      await kofi.type('kofi@example.com')
      await kofi.sees('Question 8 of 11')
      await kofi.type('10020030')
      await kofi.sees('Question 9 of 11')
      await kofi.type('I teach people how to keep their keys.')
      await kofi.sees('The guidelines (2025-11)', 'no bots')
      await kofi.press('I have read it and accept')
      await kofi.sees('What you will disclose')
      await kofi.press('I have read it and accept')
      await kofi.sees('Your answers', 'e-mail: kofi@example.com', 'focus: Content and Community')
      await kofi.press('Send')
      await kofi.sees('Its number is 1', 'waiting for a reviewer', 'You get an answer in 3 days')

      // The card in the staff chat, in the language of that chat and without what is private.
      const card = await olivia.sees('Application 1 · Kofi Mensah', 'youtube.com/@kofi 12 000')
      expect(card.text).not.toContain('kofi@example.com')

      const mei = privately(rig, 'mei')
      await mei.type('/review')
      await mei.sees('kofi@example.com', zh('question-why'))
      await olivia.sees('In the hands of Mei Lin 林梅 until')
      await mei.press(zh('review-ask'))
      await mei.sees(zh('argument-application-ask-questions.ask'))
      await mei.type('How often do you publish?')
      await mei.sees('1', '申请人')

      await kofi.sees('A reviewer has a question', 'How often do you publish?')
      await kofi.press('Answer')
      await kofi.type('Twice a week.')
      await kofi.sees('Your answer is with the reviewers')
      await mei.type('/review')
      await mei.sees('Twice a week.', 'How often do you publish?')
      await mei.press(zh('review-approve'))
      await mei.sees(zh('approve-unproven'))
      await mei.press('✅')
      await mei.sees('申请 1 已通过')
      await kofi.sees('Welcome! You are a partner now.', 'partner number 1')
      await olivia.sees('Application 1 · Kofi Mensah', 'approved')

      const abroad = seatOf(rig.discord, 'kofi', ROOM.lounge)
      await abroad.slash('status')
      await abroad.sees('You are partner number 1')
      await abroad.slash('apply')
      await abroad.sees('You are a partner already.')
    })
  })

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
