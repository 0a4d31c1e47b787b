/** /link_account: two accounts become one person. /uid: the number of their account at the exchange. */
import { z } from 'zod'
import { digits } from '../../interaction/answers.js'
import { code, words } from '../../interaction/arguments.js'
import { type Context, command, Missing } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Beat } from '../../storage/beat.js'
import { accountsOf, nameOf } from '../members/members.js'
import { type Choose, tellAccounts, tellHolders, tellMember } from '../notices/notices.js'
import { rolesOf, rolesText } from '../roles/roles.js'
import { reapplyText } from '../statuses/cards.js'
import { assertUidFree, assertUidUnsealed, bindUid, masked, uidOf } from '../uids/uids.js'
import {
  acceptJoining,
  askJoining,
  declineJoining,
  dropCode,
  dueJoinings,
  giveCode,
  type Joined,
  lapseJoining,
  type Offer,
  recallBrakes,
  typeCode,
  type Waiting,
  waitingFor,
  waitingOf,
} from './linking.js'

export interface LinkingDeps {
  programme: Programme
  choose: Choose
  digestKey: Uint8Array
}

/** Characters of a code as it is shown, and some to spare for how people copy it. */
const TYPED_MOST = 60

export function linkCommand({ programme: { linking }, digestKey }: LinkingDeps) {
  return command({
    name: 'link_account',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    args: z.object({ code: words(TYPED_MOST, { rest: true }).optional() }),
    async handle(context, { code: typed }) {
      const { work, actor, platform, spot, isPublic } = context
      await recallBrakes(work, actor.member, digestKey)
      if (typed === undefined) return spot.kind === 'group' ? inPrivate() : given(context, linking)
      const typing = { member: actor.member, platform, code: typed, isPublic }
      const found = await typeCode(work, typing, linking)
      return found instanceof Refusal ? refused(found) : offered(context, found)
    },
  })
}

/** A code is shown to one person, wherever the command was typed. */
function inPrivate(): View {
  const way: Button = { kind: 'private', label: text('form-in-private'), payload: 'link_account' }
  return { text: [text('link-in-private')], rows: [[way]] }
}

/**
 * A code; or, where somebody waits for this account's yes already, what it is asked; or what its person waits
 * for, which another code would end.
 */
async function given({ work, actor, platform }: Context, policy: Programme['linking']): Promise<View> {
  const account = actor.account.id
  const waiting = await waitingFor(work, { platform, account })
  if (waiting) return asking(work, waiting)
  const own = await waitingOf(work, actor.member)
  if (own) return waitsView(work, own)
  const { code: shown, expiresAt } = await giveCode(work, { member: actor.member, platform, account }, policy)
  const lines = Object.entries(WAYS).map(([name, way]) => ({ name, line: `/link_account ${way}${shown}` }))
  return {
    text: [
      text('link-code', { code: shown }),
      text('link-code-how', { at: { instant: expiresAt, as: 'relative' } }),
      ...lines.map((line) => text('link-code-line', line)),
      text('link-code-secret'),
    ],
    rows: [
      lines.map(({ name, line }) => ({ kind: 'copy', label: text('link-code-copy', { name }), text: line })),
    ],
    tone: 'info',
  }
}

/** What stands before a code where it is typed: Discord wants the name of an option that may be left out. */
const WAYS = { Telegram: '', Discord: 'code:' }

/** What was refused, and what was counted stays counted: nothing is rolled back. */
function refused({ key, params }: Refusal): View {
  return { text: [text(`refusal-${key}`, params), text(`refusal-${key}.next`, params)], tone: 'refusal' }
}

async function offered({ work, platform }: Context, offer: Offer): Promise<View> {
  const { id, other, account, surplus } = offer
  const name = await nameOf(work, other, platform)
  return {
    text: [text('link-offer', { name, account }), ...joins(surplus), text('link-offer-final')],
    rows: [[yes('link-confirm', id), press('link-drop', id, text('form-cancel'))]],
    tone: 'warning',
  }
}

/** What becomes common. */
function joins({ rows, barring }: Offer['surplus']): Text[] {
  const why = barring ? 'link-offer-withdraws-rejected' : 'link-offer-withdraws'
  return [
    text('link-offer-wallet'),
    text('link-offer-claims'),
    text('link-offer-roles'),
    ...rows.map(({ id }) => text(why, { number: String(id) })),
  ]
}

const press = (command: string, link: string, label: Text): Button & { kind: 'press' } => ({
  kind: 'press',
  label,
  press: { command, values: { link } },
})

const yes = (command: string, link: string): Button => ({
  ...press(command, link, text('link-confirm')),
  style: 'danger',
})

/** For the account that was shown the code: who typed it, and whether both are really one's own. */
async function asking(work: Context['work'], { id, typedBy, until, surplus }: Waiting): Promise<View> {
  const accounts = (await accountsOf(work, typedBy)).map(({ platform, account }) => `${platform}:${account}`)
  return {
    text: [
      text('link-ask', { name: await nameOf(work, typedBy), accounts: accounts.join(', ') }),
      ...joins(surplus),
      text('link-ask-final'),
      text('link-ask-until', { at: { instant: until, as: 'relative' } }),
    ],
    rows: [[yes('link-accept', id), press('link-decline', id, text('link-not-me'))]],
    tone: 'warning',
  }
}

const linkArg = { link: code() }

/** The buttons under the offer, and under what the account that was shown the code is asked. */
export function linkButtons(deps: LinkingDeps) {
  return [
    command({
      name: 'link-confirm',
      who: 'anyone',
      where: 'anywhere',
      args: z.object(linkArg),
      handle: (context, { link }) => waits(context, link, deps),
    }),
    command({
      name: 'link-drop',
      who: 'anyone',
      where: 'anywhere',
      args: z.object(linkArg),
      handle: (context, { link }) => dropped(context, link, deps),
    }),
    command({
      name: 'link-accept',
      who: 'anyone',
      where: 'private',
      joinsPeople: true,
      args: z.object(linkArg),
      handle: (context, { link }) => linked(context, link, deps),
    }),
    command({
      name: 'link-decline',
      who: 'anyone',
      where: 'private',
      args: z.object(linkArg),
      handle: (context, { link }) => declined(context, link, deps),
    }),
  ]
}

/** Who typed the code waits, and the account that was shown it is asked in its private chat. */
async function waits({ work, actor }: Context, link: string, { choose }: LinkingDeps): Promise<View> {
  const waiting = await askJoining(work, { id: link, member: actor.member })
  if (!waiting.isOld) {
    const view = await asking(work, waiting)
    await tellAsked(work, waiting, { key: `link-asked:${waiting.id}`, view }, choose)
  }
  return { ...(await waitsView(work, waiting)), replace: true }
}

async function waitsView(work: Context['work'], { id, at, member, until }: Waiting): Promise<View> {
  return {
    text: [
      text('link-waits', { name: await nameOf(work, member, at.platform) }),
      text('link-waits-how', { at: { instant: until, as: 'relative' } }),
    ],
    rows: [[press('link-drop', id, text('form-cancel'))]],
  }
}

/** Tells the account that was shown a code, as long as it is its person's. */
async function tellAsked(
  work: Context['work'],
  { at, member }: Pick<Waiting, 'at' | 'member'>,
  news: { key: string; view: View },
  choose: Choose,
): Promise<void> {
  const accounts = (await accountsOf(work, member)).filter(
    (one) => one.platform === at.platform && one.account === at.account,
  )
  await tellAccounts(work, { ...news, member, accounts }, choose)
}

async function dropped({ work, actor }: Context, link: string, { choose }: LinkingDeps): Promise<View> {
  const asked = await dropCode(work, link, actor.member)
  const view: View = { text: [text('link-over')] }
  if (asked) await tellAsked(work, asked, { key: `link-over:${link}`, view }, choose)
  return { text: [text('link-dropped')], replace: true }
}

const atOf = ({ actor, platform }: Context) => ({ platform, account: actor.account.id })

async function declined(context: Context, link: string, { choose }: LinkingDeps): Promise<View> {
  const { work, actor } = context
  const waited = await declineJoining(work, { id: link, at: atOf(context), by: actor.member })
  if (waited === undefined) return { text: [text('link-dropped')], replace: true }
  const view: View = { text: [text('link-declined', { name: await nameOf(work, actor.member) })] }
  await tellMember(work, { key: `link-declined:${link}`, member: waited, view }, choose)
  return { text: [text('link-dropped'), text('link-not-me-next')], tone: 'warning', replace: true }
}

const EVERY_MS = 10_000

/** Who waited in vain is told, and so is who was asked. */
export function joiningsBeat(choose: Choose): Beat {
  return {
    name: 'link-joinings-due',
    everyMs: EVERY_MS,
    due: dueJoinings,
    async settle(work, id) {
      const lapsed = await lapseJoining(work, id)
      const view: View = { text: [text(lapsed?.isSpent ? 'link-over' : 'link-lapsed')] }
      for (const member of lapsed?.people ?? [])
        await tellMember(work, { key: `link-lapsed:${id}:${member}`, member, view }, choose)
    },
  }
}

async function linked(context: Context, link: string, { programme, choose }: LinkingDeps): Promise<View> {
  const { work, actor } = context
  const asked = { id: link, at: atOf(context), by: actor.member }
  const joined = await acceptJoining(work, asked, programme.linking)
  const { person } = joined
  const account = atOf(context)
  const isHere = (one: { platform: string; account: string }) =>
    one.platform === account.platform && one.account === account.account
  const accounts = (await accountsOf(work, person)).filter((one) => !isHere(one))
  const lines = outcome(joined, work.now)
  const name = await nameOf(work, person, account.platform)
  const joining = { name, account: `${account.platform}:${account.account}` }
  const view: View = { text: [text('link-told', joining), ...lines] }
  await tellAccounts(work, { key: `linked:${joined.gone}`, member: person, accounts, view }, choose)
  await tellStaff(context, joined, choose)
  await tellDecided(context, joined, choose)
  return { text: [text('link-done'), ...lines], tone: 'success', replace: true }
}

function outcome({ moved, withdrawn }: Joined, now: number): Text[] {
  return [
    ...[...moved].map(([asset, amount]) => text('link-moved', { amount: { amount, asset } })),
    ...withdrawnLines(withdrawn, now),
  ]
}

/** Which could not go on; where a rejection is why, that, and from when on the person may apply again. */
function withdrawnLines({ rows, barring }: Joined['withdrawn'], now: number): Text[] {
  if (!barring) return rows.map(({ id }) => text('link-withdrew', { number: String(id) }))
  const rejected = String(barring.id)
  const lines = rows.map(({ id }) => text('link-withdrew-rejected', { number: String(id), rejected }))
  return lines.length === 0 ? [] : [...lines, reapplyText(barring.reapplyAt, now)]
}

/** Rights that came to another account are told to those who answer for them. */
async function tellStaff({ work }: Context, { person, gone }: Joined, choose: Choose): Promise<void> {
  const roles = (await rolesOf(work, person)).filter((role) => role !== 'partner')
  if (roles.length === 0) return
  const params = { name: await nameOf(work, person), number: String(person), roles: rolesText(roles) }
  const view = { text: [text('link-told-staff', params)] }
  const notice = { key: `linked-staff:${gone}`, roles: ['admin'] as const, except: [person], view }
  await tellHolders(work, notice, choose)
}

/** Who decided about themself, as it turns out, is told to those who can look at it once more. */
async function tellDecided({ work }: Context, { person, gone, decided }: Joined, choose: Choose) {
  if (decided.length === 0) return
  const list = decided.map(({ what, id }) => text(`link-decided-${what}`, { number: id }))
  const params = { name: await nameOf(work, person), number: String(person), what: { list } }
  const view: View = { text: [text('link-told-decided', params)], tone: 'warning' }
  const notice = { key: `linked-decided:${gone}`, roles: DECIDERS, except: [person], view }
  await tellHolders(work, notice, choose)
}

const DECIDERS = ['admin', 'risk_officer'] as const

/** Shows the number; asks for it twice where there is none, for nobody but staff can change it afterwards. */
export function uidCommand({ programme: { uid: policy }, digestKey }: LinkingDeps) {
  const number = () => digits(policy.digitsLeast, policy.digitsMost, { looksLike: /^[0-9]+$/ }).optional()
  return command({
    name: 'uid',
    who: 'anyone',
    where: 'private',
    args: z.object({ uid: number(), again: number() }),
    alwaysPreview: ({ uid }) => uid !== undefined,
    async preview({ work, actor }, { uid, again }) {
      const typed = uid ?? refuse('uid-none')
      await assertUidFree(work, actor.member, typed)
      await assertUidUnsealed(work, actor.member, digestKey)
      if (again === undefined) throw new Missing('again')
      if (typed !== again) refuse('uid-differs')
      const params = { uid: masked(typed) }
      return {
        view: { text: [text('uid-preview', params), text('uid-preview-final')], tone: 'warning' },
        confirm: text('uid-confirm', params),
      }
    },
    async handle({ work, actor, confirmed }, { uid, again }) {
      if (uid === undefined || !confirmed) return uidView(work, actor.member, digestKey)
      if (uid !== again) refuse('uid-differs')
      await assertUidUnsealed(work, actor.member, digestKey)
      await bindUid(work, actor.member, uid)
      return { text: [text('uid-done', { uid: masked(uid) })], tone: 'success' }
    },
  })
}

/** Asks for the number where there is none. */
async function uidView(work: Context['work'], member: number, digestKey: Uint8Array): Promise<View> {
  const uid = await uidOf(work, member)
  if (uid === undefined) {
    await assertUidUnsealed(work, member, digestKey)
    throw new Missing('uid')
  }
  return { text: [text('uid-is', { uid: masked(uid) }), text('uid-staff')] }
}
