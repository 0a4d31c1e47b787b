/**
 * Every command once on both platforms, as people use them, in their languages; and what people may not do.
 */
import { describe, expect, it } from 'vitest'
import { describeStorage } from '../kit/storage.js'
import { reader } from './crowd.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { type Seat, seatOf, toldBy } from './seat.js'

const CYRILLIC = /\p{Script=Cyrillic}/u
const speech = words()

/** Words without parameters, as they are in this language. */
function plain(locale: string, key: string): string {
  return speech.plain(locale, { key }).replace(/[\u00a0\u202f]/g, ' ')
}

describeStorage('one thread', (engine) => {
  const make = useRig(engine)
  const timeout = 90_000

  describe('on Telegram', () => {
    const privately = (rig: Rig, person: string) =>
      seatOf(rig.telegram, person, String(rig.community.person(person).telegram.id))
    const inGroup = (rig: Rig, person: string) => seatOf(rig.telegram, person, ROOM.traders)

    it('says hello, helps, speaks the language of the person, shows money', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const kofi = privately(rig, 'kofi')
      await kofi.type('/start')
      await kofi.sees('Hello Kofi Mensah!', 'red packets')
      await kofi.press('What can I do?')
      const help = await kofi.sees('/redpacket', '/wallet')
      expect(help.text).not.toContain('/treasury')
      await kofi.type('/claims')
      await kofi.sees('You have not claimed anything yet.')
      await kofi.type('/language')
      await kofi.press('Español')
      await kofi.sees('Español')
      await kofi.type('/wallet')
      await kofi.sees(plain('es', 'wallet-mine'), '100 USDT')
      const lena = privately(rig, 'lena')
      await lena.type('/wallet')
      await lena.sees(plain('ru', 'wallet-mine'), CYRILLIC, '100 USDT')
    })

    it('drops step by step, pays, refuses with a reason, verifies', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const pavel = inGroup(rig, 'pavel')
      await pavel.type('/redpacket')
      await pavel.press('20')
      await pavel.press('5')
      await pavel.sees('20 USDT', CYRILLIC)
      const stolen = { room: ROOM.traders, message: '1', data: buttonOf(pavel, '✅').data }
      expect(toldBy(await rig.telegram.pressRaw('kofi', stolen))).toMatch(
        /This form belongs to somebody else/,
      )
      await pavel.press('✅')
      const ana = inGroup(rig, 'ana')
      await ana.sees('Pavel Orlov dropped a red packet: 20 USDT for 5 people')
      const card = cardOf(ana)
      const told = reader(rig.community)('ana', await ana.press('Claim'))
      expect(told.kind).toBe('paid')
      // The sender himself, in his language.
      await pavel.press('Claim')
      await pavel.sees(plain('ru', 'condition-not-sender.todo'))

      const raw = async (person: string, room: string, data: string) =>
        toldBy(await rig.telegram.pressRaw(person, { room, message: card.id, data }))
      const unknown = /This button is from another time or another place/
      expect(await raw('kofi', ROOM.traders, '1packet-claim:0000000000000000')).toMatch(/I know no packet/)
      for (const data of ['', '1', '9packet-claim:x', '1nonsense:1', `1packet-claim:${'x'.repeat(50)}:y:z`]) {
        expect(await raw('kofi', ROOM.traders, data)).toMatch(unknown)
      }
      expect(await raw('kofi', ROOM.hispanos, card.data)).toMatch(/is not for this chat/)
      const packet = card.data.split(':')[1] ?? ''
      const kofi = privately(rig, 'kofi')
      await kofi.type(`/verify ${packet}`)
      await kofi.sees('Funded 20 USDT', 'It is still open')

      // A message that becomes a command by being edited is none.
      await kofi.type('hello')
      await kofi.sees('I only understand commands here')
      const own = rig.telegram.history(kofi.room, 'kofi') as { message_id: number; text?: string }[]
      const hello = own.find(({ text }) => text === 'hello')?.message_id ?? 0
      expect(rig.telegram.editMessage('kofi', kofi.room, hello, '/language ru')).toEqual({ kind: 'none' })
      await kofi.type('/wallet')
      await kofi.sees('Your wallet', '100 USDT')
    })

    it('keeps a passphrase out of the group', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const olivia = inGroup(rig, 'olivia')
      await olivia.type('/redpacket')
      await olivia.press('10')
      await olivia.press('5')
      await olivia.press('More options')
      await olivia.press('Passphrase')
      await olivia.press('Answer in private')
      const alone = privately(rig, 'olivia')
      await alone.sees('Which passphrase?')
      await alone.type('Open Sesame')
      await alone.sees('10 USDT', 'A passphrase is needed to claim')
      await alone.press('✅')
      const kofi = inGroup(rig, 'kofi')
      const card = await kofi.sees('Olivia Owens dropped a red packet', 'passphrase needed')
      expect(card.text).not.toMatch(/sesame/i)
      await kofi.press('Claim')
      await kofi.press('Answer in private')
      const hidden = privately(rig, 'kofi')
      await hidden.sees('What is the passphrase?')
      await hidden.type('open barley')
      await hidden.sees('That is not the passphrase.')
      await hidden.type('open  sesame')
      await hidden.sees('You got')
    })

    it('moves money with two people, stops and goes on', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const checker = privately(rig, 'greta')
      await checker.type('/start')
      await checker.sees('Hello Greta Holm!')
      await treasury(
        privately(rig, 'farid'),
        checker,
        (seat) => seat.type('/treasury deposit 500 me prizes'),
        (seat) => seat.type('/treasury list'),
      )
      await privately(rig, 'farid').type('/wallet')
      await privately(rig, 'farid').sees('Your wallet', '1,000 USDT')

      const olivia = inGroup(rig, 'olivia')
      await olivia.type('/redpacket 10 5')
      const kofi = inGroup(rig, 'kofi')
      await kofi.sees('0 of 5 claimed')
      const lena = inGroup(rig, 'lena')
      const wei = inGroup(rig, 'wei')
      await wei.type('/freeze here stop a report')
      await wei.sees(plain('zh-CN', 'freeze-stop-here'))
      await lena.press(speech.plain('en', { key: 'packet-card-claim' }))
      await lena.sees(CYRILLIC, 'a report')
      await wei.type('/freeze here lift')
      await wei.sees(plain('zh-CN', 'freeze-lift-here'))
      expect(reader(rig.community)('kofi', await kofi.press('Claim')).kind).toBe('paid')
    })
  })

  describe('on Discord', () => {
    const seat = (rig: Rig, person: string) => seatOf(rig.discord, person, ROOM.lounge)

    it('says hello, helps, speaks the language of the person, shows money', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const kofi = seat(rig, 'kofi')
      await kofi.slash('start')
      await kofi.sees('Hello Kofi Mensah!')
      await kofi.press('What can I do?')
      const help = await kofi.sees('/redpacket', '/wallet')
      expect(help.text).not.toContain('/treasury')
      await kofi.slash('claims')
      await kofi.sees('You have not claimed anything yet.')
      await kofi.slash('language', { language: 'es' })
      await kofi.sees('Español')
      await kofi.slash('wallet')
      await kofi.sees(plain('es', 'wallet-mine'), '100 USDT')
      const lena = seat(rig, 'lena')
      await lena.slash('wallet')
      await lena.sees(plain('ru', 'wallet-mine'), CYRILLIC, '100 USDT')
    })

    it('drops step by step, pays, refuses with a reason, verifies', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const pavel = seat(rig, 'pavel')
      expect((await pavel.slash('redpacket')).kind).toBe('modal')
      await pavel.fill({ amount: '20', shares: '5' })
      await pavel.sees('20 USDT', CYRILLIC)
      const stolen = { room: ROOM.lounge, message: ROOM.lounge, data: buttonOf(pavel, '✅').data }
      const refused = await rig.discord.pressRaw('kofi', stolen).outcome
      expect(toldBy(refused)).toMatch(/This form belongs to somebody else/)
      await pavel.press('✅')
      const ana = seat(rig, 'ana')
      await ana.sees('Pavel Orlov dropped a red packet: 20 USDT for 5 people')
      const card = cardOf(ana)
      expect(reader(rig.community)('ana', await ana.press('Claim')).kind).toBe('paid')

      const raw = async (room: string, data: string) =>
        toldBy(await rig.discord.pressRaw('kofi', { room, message: card.id, data }).outcome)
      expect(await raw(ROOM.lounge, '1packet-claim:0000000000000000')).toMatch(/I know no packet/)
      for (const data of ['1', '9packet-claim:x', '1nonsense:1']) {
        expect(await raw(ROOM.lounge, data)).toMatch(/This button is from another time or another place/)
      }
      expect(await raw(ROOM.drops, card.data)).toMatch(/is not for this chat/)
      const kofi = seat(rig, 'kofi')
      await kofi.slash('verify', { packet: card.data.split(':')[1] ?? '' })
      await kofi.sees('Funded 20 USDT', 'It is still open')
      await kofi.slash('wallet')
      await kofi.sees('Your wallet', '100 USDT')
    })

    it('asks for a passphrase in a form', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const olivia = seat(rig, 'olivia')
      await olivia.slash('redpacket', { amount: '10', shares: 5, passphrase: 'Open Sesame' })
      const kofi = seat(rig, 'kofi')
      const card = await kofi.sees('Olivia Owens dropped a red packet', 'passphrase needed')
      expect(card.text).not.toMatch(/sesame/i)
      expect((await kofi.press('Claim')).kind).toBe('modal')
      await kofi.fill({ passphrase: 'open barley' })
      await kofi.sees('That is not the passphrase.')
      expect((await kofi.press('Claim')).kind).toBe('modal')
      await kofi.fill({ passphrase: 'open  sesame' })
      await kofi.sees('You got')
    })

    it('moves money with two people, stops and goes on', { timeout }, async () => {
      const rig = await make()
      await rig.start()
      const home = (person: string) => {
        const room = rig.discord.rooms(person).find(({ kind }) => kind === 'private')?.id ?? ''
        return seatOf(rig.discord, person, room)
      }
      const options = { action: 'deposit', amount: '500', to: 'me', reason: 'prizes' }
      await treasury(
        seat(rig, 'farid'),
        home('greta'),
        (farid) => farid.slash('treasury', options),
        (farid) => farid.slash('treasury', { action: 'list' }),
      )
      await seat(rig, 'olivia').slash('redpacket', { amount: '10', shares: 5 })
      const kofi = seat(rig, 'kofi')
      await kofi.sees('0 of 5 claimed')
      const wei = seat(rig, 'wei')
      await wei.slash('freeze', { scope: 'here', action: 'stop', reason: 'a report' })
      await wei.sees(plain('zh-CN', 'freeze-stop-here'))
      const lena = seat(rig, 'lena')
      await lena.press('Claim')
      await lena.sees(CYRILLIC, 'a report')
      await wei.slash('freeze', { scope: 'here', action: 'lift' })
      await wei.sees(plain('zh-CN', 'freeze-lift-here'))
      expect(reader(rig.community)('kofi', await kofi.press('Claim')).kind).toBe('paid')
    })
  })
})

const FARID = ['Deposit 500 USDT to person #', '(“Farid Haddad”)']

/** Farid asks and may not decide himself; Greta decides. */
async function treasury(
  farid: Seat,
  greta: Seat,
  ask: (farid: Seat) => Promise<unknown>,
  list: (farid: Seat) => Promise<unknown>,
): Promise<void> {
  await ask(farid)
  await farid.sees('500 USDT is waiting for a second person')
  await list(farid)
  const { buttons } = await farid.sees('Waiting for a decision', ...FARID)
  expect(buttons.map(({ label }) => label).filter((label) => label.includes('Approve'))).toEqual([])
  await greta.sees(...FARID, 'prizes')
  await greta.press('Approve')
  await greta.press('Approve 500\u00a0USDT')
  await greta.sees('Approved', ...FARID)
}

function buttonOf(seat: Seat, label: string) {
  const button = seat
    .newest()
    .flatMap(({ buttons }) => buttons)
    .find((one) => one.label.includes(label))
  if (!button) throw new Error(`no button ${label}`)
  return button
}

/** The card's message and what its button carries. */
function cardOf(seat: Seat): { id: string; data: string } {
  for (const { id, buttons } of seat.newest()) {
    const claim = buttons.find(({ label }) => label.includes('Claim'))
    if (claim) return { id, data: claim.data }
  }
  throw new Error('no card in sight')
}
