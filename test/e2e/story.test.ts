/**
 * One person's whole way, on both platforms and against the shipped bot: applies on Telegram with a pause and
 * a kill in the middle, links Discord, is asked for more, approved by the reviewer of their region and by no
 * other, is shown as a partner, written to and let into the partners' group, may not apply again; is
 * reported, suspended, appeals, and stands exactly as before.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { GUILD_ROLES } from '../../src/sandbox/community.js'
import { snapshotNow } from '../core/cases/kit.js'
import { describeStorage } from '../kit/storage.js'
import { openPost, type Post } from '../mail/post.js'
import { badgesWith, programmeFile } from './programme-file.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { plainWords, privately, type Seat, seatOf, toldBy } from './seat.js'
import { certificatesSent, inviteShown, letterWith, rolesShown, soon, standingOf, tagShown } from './shown.js'

const plain = plainWords(words())
const es = (key: string) => plain('es', key)
const ru = (key: string) => plain('ru', key)
const zh = (key: string) => plain('zh-CN', key)

/** Nobody in the programme knows them yet, and their two accounts are two people to it. */
const WHO = 'crowd-4'
const NAME = 'Member 4'

describeStorage('the whole story', (engine) => {
  const make = useRig(engine)
  let post: Post | undefined
  afterEach(async () => {
    await post?.close()
    post = undefined
  })

  describe('of a partner', () => {
    it('from the first question to being restored', { timeout: 240_000 }, async () => {
      post = await openPost()
      const rig = await make()
      await rig.start({
        ...{ PROGRAMME_FILE: programmeFile({ badges: badgesWith() }), SMTP_URL: post.url },
        MAIL_FROM: 'Partner Program <partners@example.org>',
      })
      await appointsStaff(rig)
      await applies(rig)
      await linksDiscord(rig)
      await isApproved(rig)
      await isShown(rig, post)
      await mayNotApplyAgain(rig)

      const before = await standing(rig)
      await rig.start()
      await isReported(rig)
      await isSuspended(rig)
      await isRestored(rig)
      expect(await standing(rig)).toBe(before)
      expect((await rig.cli('audit')).exitCode).toBe(0)
    })
  })
})

/** How the partner stands, to the byte. Stops the bot. */
async function standing(rig: Rig): Promise<string> {
  await rig.bot.stop()
  const storage = await rig.open()
  const found = await storage.read((work) => snapshotNow(work, 1))
  await storage.close()
  return found
}

/** The staff chat is the desk; a reviewer for Latin America, another for Africa, and a second admin. */
async function appointsStaff(rig: Rig): Promise<void> {
  const desk = seatOf(rig.telegram, 'olivia', ROOM.desk)
  await desk.type('/desk here')
  await desk.sees('This is the desk for applications now: “Programme Staff”', 'I have seen only staff here')
  await desk.type('/desk here cases')
  await desk.sees('This is the desk for cases and reports now: “Programme Staff”')
  const group = seatOf(rig.telegram, 'olivia', ROOM.hispanos)
  await group.type('/desk here partners')
  await group.press('Invite partners here')
  const olivia = privately(rig, 'olivia')
  const grants = [
    ['lena', 'reviewer region=latam looks after Latin America'],
    ['kofi', 'reviewer region=africa looks after Africa'],
    ['pavel', 'admin decides about appeals'],
  ] as const
  for (const [person, rest] of grants) {
    const { telegram, name } = rig.community.person(person)
    await olivia.type(`/role grant telegram:${telegram.id} ${rest}`)
    await olivia.press('Grant it')
    await olivia.sees(`✅ ${name} (#`, 'They get a private message about it.')
  }
}

/** On Telegram, with a way back, a kill and a pause in the middle. */
async function applies(rig: Rig): Promise<void> {
  const member = privately(rig, WHO)
  await member.type('/apply')
  await member.sees('Question 1 of 11', 'Where is your community?')
  await member.press('Latin America')
  await member.press('English')
  await member.press('Content')
  await member.press('Community')
  await member.sees('What do you want to do?', 'Your answer now: Content and Community')
  await member.press('Go on')
  await member.sees('Question 4 of 11')
  await member.type('youtube.com/@member4 12 000')
  await member.sees('Question 5 of 11', 'Which communities do you moderate?')

  await rig.bot.kill()
  await rig.letLeasesRunOut()
  await rig.start()
  await member.press('Back')
  await member.sees('Question 4 of 11', 'Your answer now: youtube.com/@member4 12 000')
  await member.press('Later')
  await member.sees('Everything is kept for 30 days')
  await member.type('/apply')
  await member.sees('Question 5 of 11')
  await member.type('t.me/member4talk 850')
  await member.sees('Question 6 of 11')
  await member.press('Skip')
  await member.sees('Question 7 of 11')
  await member.type('member4@example.com\nBcc: all@example.com')
  await member.sees('An e-mail address is one line.', 'Question 7 of 11')
  await member.type('member4@example.com')
  await member.sees('Question 8 of 11')
  await member.type('10020030')
  await member.sees('Question 9 of 11')
  await member.type('I teach people how to keep their keys.')
  await member.sees('The guidelines (2025-11)', 'no bots')
  await member.press('I have read it and accept')
  await member.sees('What you will disclose')
  await member.press('I have read it and accept')
  await member.sees('Your answers', 'E-mail: member4@example.com', 'Focus: Content and Community')
  await member.press('Send')
  await member.sees('Its number is 1', 'waiting for a reviewer', 'You get an answer by ')

  // In the staff chat, in its language and without what is private.
  const desk = seatOf(rig.telegram, 'olivia', ROOM.desk)
  const card = await desk.sees(`Application 1 · ${NAME}`, 'youtube.com/@member4 12 000')
  expect(card.text).not.toContain('member4@example.com')
}

/** Somebody else on Discord until the code is typed there; one person afterwards. */
async function linksDiscord(rig: Rig): Promise<void> {
  const abroad = seatOf(rig.discord, WHO, ROOM.lounge)
  await abroad.slash('status')
  await abroad.sees('You have not applied yet.')
  const member = privately(rig, WHO)
  await member.type('/link_account')
  const { text } = await member.sees('Your code:')
  await abroad.slash('link_account', { code: /Your code: (\S+)/.exec(text)?.[1] ?? '' })
  await abroad.sees(`This code belongs to ${NAME}`, 'You cannot undo this.')
  await abroad.press('Both are mine')
  await abroad.sees('One press is missing')
  await member.sees('typed the code that you were given')
  await member.press('Both are mine')
  await member.sees('Your two accounts are one person now.')
  await abroad.slash('status')
  await abroad.sees('Application 1', 'waiting for a reviewer')
}

/** Not by the reviewer of another region; asked for more by the right one, in Russian, and approved. */
async function isApproved(rig: Rig): Promise<void> {
  const kofi = privately(rig, 'kofi')
  await kofi.type('/review')
  const { id: message } = await kofi.sees('No application is waiting for you.')
  for (const act of ['take', 'open']) {
    const forged = { room: kofi.room, message, data: `1application-${act}:1` }
    expect(toldBy(await rig.telegram.pressRaw('kofi', forged))).toContain(
      'belongs to a region that you do not review',
    )
  }

  const lena = privately(rig, 'lena')
  await lena.type('/review')
  await lena.sees('member4@example.com', new RegExp(ru('question-why'), 'iu'))
  const desk = seatOf(rig.telegram, 'olivia', ROOM.desk)
  await desk.sees('In the hands of Lena Sorokina until')
  await lena.press(ru('review-ask'))
  await lena.sees(ru('argument-application-ask-questions.ask'))
  await lena.type('How often do you publish?')
  const member = privately(rig, WHO)
  await member.sees('A reviewer has a question', 'How often do you publish?')
  const abroad = seatOf(rig.discord, WHO, privateRoomOf(rig, WHO))
  await abroad.sees('A reviewer has a question')
  await abroad.press('Answer')
  await abroad.fill({ answer: 'Twice a week.' })
  await abroad.sees('Your answer is with the reviewers')
  await lena.type('/review')
  await lena.sees('Twice a week.', 'How often do you publish?')
  await lena.press(ru('review-approve'))
  await lena.sees(ru('approve-unproven'))
  await lena.press('✅')
  await member.sees('Welcome! You are a partner now.', 'partner number 1')
  await desk.sees(`Application 1 · ${NAME}`, 'approved')
}

/** The private chat that the bot has opened with somebody on Discord. */
function privateRoomOf(rig: Rig, person: string): string {
  return rig.discord.rooms(person).find(({ kind }) => kind === 'private')?.id ?? ''
}

/** Mail, role, tag and certificate, once the UID is confirmed. */
async function isShown(rig: Rig, post: Post): Promise<void> {
  const member = privately(rig, WHO)
  for (const words of [
    'Your application has arrived',
    'How often do you publish?',
    'You are a partner now',
  ]) {
    expect((await letterWith(post, words)).to).toEqual(['member4@example.com'])
  }
  expect(await rolesShown(rig, WHO)).toEqual([])
  await member.type('/membership')
  await member.sees('your onboarding is under way', 'Confirm that the UID ending in 0030 is yours')
  await member.press('It is mine')
  await member.sees('Is 10020030 the UID of your account')
  await member.press('✅')
  await member.sees('you are an active partner now')
  await soon(() => expect(certificatesSent(rig, WHO)).toEqual([1280]))
  await areBadges(rig, { role: [GUILD_ROLES.partners], tag: 'Partner' })
  await entersGroup(rig)
}

/** The link into the partners' own group lets them in, and nobody after them. */
async function entersGroup(rig: Rig): Promise<void> {
  const room = await soon(() => inviteShown(rig, WHO) ?? expect.fail('no link came'))
  for (const person of [WHO, 'ana']) await rig.telegram.act(person, { do: 'leave', room: ROOM.hispanos })
  expect(await rig.telegram.act(WHO, { do: 'join', room })).toEqual({ kind: 'none' })
  expect(await rig.telegram.act('ana', { do: 'join', room })).toMatchObject({
    reason: { code: 'invite-expired' },
  })
  expect(await standingOf(rig, WHO, ROOM.hispanos)).toBe('member')
}

/** What the platforms show of the partner, now or soon. */
async function areBadges(rig: Rig, { role, tag }: { role: string[]; tag?: string }): Promise<void> {
  await soon(async () => expect(await tagShown(rig, WHO)).toBe(tag))
  await soon(async () => expect(await rolesShown(rig, WHO)).toEqual(role))
}

async function mayNotApplyAgain(rig: Rig): Promise<void> {
  const abroad = seatOf(rig.discord, WHO, ROOM.lounge)
  await abroad.slash('apply')
  await abroad.sees('You are a partner already.', 'Type /status to see your number.')
  await abroad.slash('status')
  await abroad.sees('You are partner number 1')
}

/** By a member, in Spanish on Discord; a case comes of it, without the reporter's name, and is answered. */
async function isReported(rig: Rig): Promise<void> {
  const ana = seatOf(rig.discord, 'ana', ROOM.lounge)
  expect((await ana.slash('report')).kind).toBe('modal')
  await ana.fill({
    about: NAME,
    reason: ['promise'],
    words: 'Promete un 20 % al mes sin riesgo.',
    link: 't.me/moon/12',
  })
  await ana.press(es('form-skip'))
  await ana.press(es('form-send'))
  await ana.sees('Tu denuncia tiene el número 1')

  const atDesk = seatOf(rig.telegram, 'olivia', ROOM.desk)
  const card = await atDesk.sees('Report 1', `${NAME}, partner 1`, 'Promete un 20 %')
  expect(card.text).not.toContain('Ana Torres')
  const olivia = privately(rig, 'olivia')
  await olivia.type('/case')
  await olivia.press('Report 1')
  await olivia.sees('Reported by Ana Torres')
  await olivia.press('Open a case')
  await olivia.sees('they must not give the reporter away')
  await olivia.press('Open a case')
  await olivia.sees('Case 1 is open')
  await olivia.type('/case 1')
  await olivia.press('Tell the partner')
  await olivia.sees('They have 72 hours to reply')
  await olivia.press('Tell the partner')

  const member = privately(rig, WHO)
  const notice = await member.sees('Nothing is decided yet', 'false promise', 'Promete un 20 %')
  expect(notice.text).not.toContain('Ana')
  await member.press('Reply')
  await member.type('That was a joke, and it is deleted.')
  await member.sees('It is the only one you have', 'That was a joke, and it is deleted.')
  await member.press('Send my only reply')
  await member.sees('Your reply is with the staff')
}

/** Proposed by a risk officer on Discord, agreed to by an admin on Telegram. */
async function isSuspended(rig: Rig): Promise<void> {
  const wei = seatOf(rig.discord, 'wei', ROOM.drops)
  await wei.slash('case', { number: '1' })
  await wei.sees('That was a joke, and it is deleted.')
  await wei.press(zh('case-suspend'))
  expect((await wei.press('7 天')).kind).toBe('modal')
  await wei.fill({ note: 'Deleted, but it was no joke.' })
  await wei.sees('你提议：停权', zh('effect-stop'))
  await wei.press(zh('confirm-case-suspend'))
  await wei.sees(zh('case-is-proposed'))

  const olivia = privately(rig, 'olivia')
  await olivia.sees('a decision is proposed and needs a second person')
  await olivia.press('Open')
  await olivia.sees('Proposed by', 'suspension, 7 days.')
  await olivia.press('Agree')
  await olivia.sees('Budgets, new links and tasks: stopped')
  await olivia.press('Agree')
  await olivia.sees('Decided. What changed:')
  const member = privately(rig, WHO)
  await member.sees('You are suspended as a partner.', 'Untouched: commission')
  await areBadges(rig, { role: [] })
  await member.type('/membership')
  await member.sees('You are partner number 1: suspended.', 'Until')
}

/** The appeal is decided by an admin who took no part. */
async function isRestored(rig: Rig): Promise<void> {
  const member = privately(rig, WHO)
  await member.press('Case 1')
  await member.sees('You can appeal once until')
  await member.press('Appeal')
  await member.type('I wrote under it at once that it was a joke.')
  await member.sees('Your appeal is in')

  const olivia = privately(rig, 'olivia')
  await olivia.type('/case 1')
  await olivia.sees('appealed')
  await decidesAppeal(seatOf(rig.discord, 'pavel', ROOM.drops))
  await member.sees('everything is as it was before', 'The joke was marked as one.')
  await member.type('/membership')
  await member.sees('You are partner number 1: active.')
  await areBadges(rig, { role: [GUILD_ROLES.partners], tag: 'Partner' })
}

async function decidesAppeal(pavel: Seat): Promise<void> {
  await pavel.slash('case', { number: '1' })
  await pavel.press(ru('case-overturn'))
  await pavel.fill({ note: 'The joke was marked as one.' })
  await pavel.press(ru('confirm-case-overturn'))
}
