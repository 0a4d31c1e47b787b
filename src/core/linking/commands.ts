/** /link_account: two accounts become one person. /uid: the number of their account at the exchange. */
import { z } from 'zod'
import { digits } from '../../interaction/answers.js'
import { code, words } from '../../interaction/arguments.js'
import { type Context, command, Missing } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { accountsOf, nameOf } from '../members/members.js'
import { type Choose, tellAccounts, tellHolders } from '../notices/notices.js'
import { rolesOf } from '../roles/roles.js'
import { assertUidFree, bindUid, masked, uidOf } from '../uids/uids.js'
import { confirmLink, dropCode, giveCode, type Joined, type Offer, typeCode } from './linking.js'

export interface LinkingDeps {
  programme: Programme
  choose: Choose
}

/** Characters of a code as it is shown, and some to spare for how people copy it. */
const TYPED_MOST = 60

export function linkCommand({ programme: { linking } }: LinkingDeps) {
  return command({
    name: 'link_account',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    args: z.object({ code: words(TYPED_MOST, { rest: true }).optional() }),
    async handle(context, { code: typed }) {
      const { work, actor, platform, spot, isPublic } = context
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

async function given({ work, actor, platform }: Context, policy: Programme['linking']): Promise<View> {
  const { code: shown, expiresAt } = await giveCode(work, { member: actor.member, platform }, policy)
  return {
    text: [
      text('link-code', { code: shown }),
      text('link-code-how', { line: `/link_account ${shown}`, at: { instant: expiresAt, as: 'relative' } }),
      text('link-code-secret'),
    ],
    rows: [[{ kind: 'copy', label: text('link-code-copy'), text: `/link_account ${shown}` }]],
    tone: 'info',
  }
}

/** What was refused, and what was counted stays counted: nothing is rolled back. */
function refused({ key, params }: Refusal): View {
  return { text: [text(`refusal-${key}`, params), text(`refusal-${key}.next`, params)], tone: 'refusal' }
}

async function offered({ work, platform }: Context, { id, other, surplus }: Offer): Promise<View> {
  const name = await nameOf(work, other, platform)
  const press = (name: string) => ({ command: name, values: { link: id } })
  return {
    text: [
      text('link-offer', { name }),
      text('link-offer-wallet'),
      text('link-offer-claims'),
      text('link-offer-roles'),
      ...surplus.map((row) => text('link-offer-withdraws', { number: String(row.id) })),
      text('link-offer-final'),
    ],
    rows: [
      [
        { kind: 'press', label: text('link-confirm'), press: press('link-confirm'), style: 'danger' },
        { kind: 'press', label: text('form-cancel'), press: press('link-drop') },
      ],
    ],
    tone: 'warning',
  }
}

const linkArg = { link: code() }

/** The buttons under the offer. */
export function linkButtons(deps: LinkingDeps) {
  return [
    command({
      name: 'link-confirm',
      who: 'anyone',
      where: 'anywhere',
      joinsPeople: true,
      args: z.object(linkArg),
      handle: (context, { link }) => linked(context, link, deps),
    }),
    command({
      name: 'link-drop',
      who: 'anyone',
      where: 'anywhere',
      args: z.object(linkArg),
      async handle({ work, actor }, { link }) {
        await dropCode(work, link, actor.member)
        return { text: [text('link-dropped')], replace: true }
      },
    }),
  ]
}

async function linked(context: Context, link: string, { programme, choose }: LinkingDeps): Promise<View> {
  const { work, actor } = context
  const joined = await confirmLink(work, { id: link, member: actor.member }, programme.linking)
  const { person } = joined
  const { account } = actor
  const isHere = (one: { platform: string; account: string }) =>
    one.platform === account.platform && one.account === account.id
  const accounts = (await accountsOf(work, person)).filter((one) => !isHere(one))
  const lines = outcome(joined)
  const view: View = { text: [text('link-told', { name: await nameOf(work, person) }), ...lines] }
  await tellAccounts(work, { key: `linked:${joined.gone}`, member: person, accounts, view }, choose)
  await tellStaff(context, joined, choose)
  await tellDecided(context, joined, choose)
  return { text: [text('link-done'), ...lines], tone: 'success', replace: true }
}

function outcome({ moved, withdrawn }: Joined): Text[] {
  return [
    ...[...moved].map(([asset, amount]) => text('link-moved', { amount: { amount, asset } })),
    ...withdrawn.map(({ id }) => text('link-withdrew', { number: String(id) })),
  ]
}

/** Rights that came to another account are told to those who answer for them. */
async function tellStaff({ work }: Context, { person, gone }: Joined, choose: Choose): Promise<void> {
  const roles = (await rolesOf(work, person)).filter((role) => role !== 'partner')
  if (roles.length === 0) return
  const params = { name: await nameOf(work, person), number: String(person), roles: roles.join(', ') }
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
export function uidCommand({ programme: { uid: policy } }: LinkingDeps) {
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
      if (again === undefined) throw new Missing('again')
      if (typed !== again) refuse('uid-differs')
      const params = { uid: masked(typed) }
      return {
        view: { text: [text('uid-preview', params), text('uid-preview-final')], tone: 'warning' },
        confirm: text('uid-confirm', params),
      }
    },
    async handle({ work, actor, confirmed }, { uid, again }) {
      if (uid === undefined || !confirmed) return uidView(work, actor.member)
      if (uid !== again) refuse('uid-differs')
      await bindUid(work, actor.member, uid)
      return { text: [text('uid-done', { uid: masked(uid) })], tone: 'success' }
    },
  })
}

/** Asks for the number where there is none. */
async function uidView(work: Context['work'], member: number): Promise<View> {
  const uid = await uidOf(work, member)
  if (uid === undefined) throw new Missing('uid')
  return { text: [text('uid-is', { uid: masked(uid) }), text('uid-staff')] }
}
