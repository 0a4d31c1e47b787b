/**
 * From a report to exactly the state before, as people do it on both platforms: reported on Discord, told and
 * answered on Telegram, suspended by two on both, appealed, overturned by a third.
 */
import { describe, expect, it } from 'vitest'
import { memberOf } from '../../src/core/members/members.js'
import { grantRole, type Role } from '../../src/core/roles/roles.js'
import { must } from '../../src/kit/refusal.js'
import { seedPartner, snapshotNow } from '../core/cases/kit.js'
import { describeStorage } from '../kit/storage.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { seatOf } from './seat.js'

const speech = words()

/** Words without parameters, as they are in this language. */
function plain(locale: string, key: string): string {
  return speech.plain(locale, { key }).replace(/[\u00a0\u202f]/g, ' ')
}

const es = (key: string) => plain('es', key)
const zh = (key: string) => plain('zh-CN', key)

describeStorage('a case', (engine) => {
  const make = useRig(engine)
  const timeout = 120_000

  describe('on both platforms', () => {
    const privately = (rig: Rig, person: string) =>
      seatOf(rig.telegram, person, String(rig.community.person(person).telegram.id))

    async function memberNamed(rig: Rig, work: Parameters<typeof memberOf>[0], person: string) {
      const id = String(rig.community.person(person).telegram.id)
      return must(await memberOf(work, { platform: 'telegram', id }), person)
    }

    it('is reported, answered, decided by two, appealed and undone to the byte', { timeout }, async () => {
      const rig = await make()
      const storage = await rig.open()
      const before = await storage.write(async (work) => {
        const roles: [string, Role][] = [
          ['mei', 'risk_officer'],
          ['pavel', 'admin'],
        ]
        for (const [person, role] of roles) {
          await grantRole(work, await memberNamed(rig, work, person), role, 'operator')
        }
        const id = await seedPartner(work, await memberNamed(rig, work, 'kofi'))
        return snapshotNow(work, id)
      })
      await storage.close()
      await rig.start()

      const olivia = seatOf(rig.telegram, 'olivia', ROOM.traders)
      await olivia.type('/desk here cases')
      await olivia.sees('This is the desk for cases and reports now: “Moon Traders”')

      const kofi = privately(rig, 'kofi')
      await kofi.type('/membership')
      await kofi.sees('You are partner number 1: active.')

      const ana = seatOf(rig.discord, 'ana', ROOM.lounge)
      expect((await ana.slash('report')).kind).toBe('modal')
      await ana.fill({
        about: 'Kofi Mensah',
        reason: ['promise'],
        words: 'Promete un 20 % al mes sin riesgo.',
        link: 't.me/moon/12',
      })
      await ana.press(es('form-skip'))
      await ana.press(es('form-send'))
      await ana.sees('Tu denuncia tiene el número 1')

      const card = await olivia.sees('Report 1', 'Kofi Mensah, partner 1', 'Promete un 20 %')
      expect(card.text).not.toContain('Ana Torres')
      const desk = privately(rig, 'olivia')
      await desk.type('/case')
      await desk.press('Report 1')
      await desk.sees('Reported by Ana Torres')
      await desk.press('Open a case')
      await desk.sees('they must not give the reporter away')
      await desk.press('Open a case')
      await desk.sees('Case 1 is open')
      await desk.type('/case 1')
      await desk.press('Tell the partner')
      await desk.sees('They have 72 hours to reply')
      await desk.press('Tell the partner')

      const notice = await kofi.sees('Nothing is decided yet', 'false promise', 'Promete un 20 %')
      expect(notice.text).not.toContain('Ana')
      await kofi.press('Reply')
      await kofi.type('That was a joke, and it is deleted.')
      await kofi.sees('Your reply is with the staff')

      const mei = seatOf(rig.discord, 'mei', ROOM.drops)
      await mei.slash('case', { number: '1' })
      await mei.sees('That was a joke, and it is deleted.')
      await mei.press(zh('case-suspend'))
      expect((await mei.press('7 天')).kind).toBe('modal')
      await mei.fill({ note: 'Deleted, but it was no joke.' })
      await mei.sees('你提议：停权', zh('effect-stop'))
      await mei.press(zh('confirm-case-suspend'))
      await mei.sees(zh('case-is-proposed'))

      await desk.sees('a decision is proposed and needs a second person')
      await desk.press('Open')
      await desk.sees('Proposed by', 'suspension, 7 days.')
      await desk.press('Agree')
      await desk.sees('Budgets, new links and tasks: stopped')
      await desk.press('Agree')
      await desk.sees('Decided. What changed:')
      await kofi.sees('You are suspended as a partner.', 'Untouched: commission')
      await kofi.type('/membership')
      await kofi.sees('You are partner number 1: suspended.', 'Until')
      await kofi.press('Case 1')
      await kofi.sees('You can appeal once until')
      await kofi.press('Appeal')
      await kofi.type('I wrote under it at once that it was a joke.')
      await kofi.sees('Your appeal is in')

      await desk.type('/case 1')
      await desk.sees('appealed')
      const pavel = seatOf(rig.discord, 'pavel', ROOM.drops)
      await pavel.slash('case', { number: '1' })
      await pavel.press(plain(localeOf(rig, 'pavel'), 'case-overturn'))
      await pavel.fill({ note: 'The joke was marked as one.' })
      await pavel.press(plain(localeOf(rig, 'pavel'), 'confirm-case-overturn'))
      await kofi.sees('everything is as it was before', 'The joke was marked as one.')
      await kofi.type('/membership')
      await kofi.sees('You are partner number 1: active.')

      await rig.bot.stop()
      const after = await rig.open()
      expect(await after.read((work) => snapshotNow(work, 1))).toBe(before)
      await after.close()
      expect((await rig.cli('audit')).exitCode).toBe(0)
    })
  })
})

/** The language of a person's app, as far as we speak it. */
function localeOf(rig: Rig, person: string): string {
  const { language: locale } = rig.community.person(person)
  return ['en', 'es', 'ru', 'zh-CN'].find((one) => locale.startsWith(one.slice(0, 2))) ?? 'en'
}
