/** /person: what staff see of a person, and what only they change: a UID, whose an account is. */
import { z } from 'zod'
import { choice, words } from '../../interaction/arguments.js'
import { type Context, command, Missing, type Preview } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { memberText } from '../facts/facts.js'
import { freezesOver, reasonOf } from '../freezes/freezes.js'
import { assertPartable, part } from '../linking/linking.js'
import { accountNamed, accountsOf, nameOf, numbersOf, PERSON_LIKE, personMeant } from '../members/members.js'
import { rolesOf, rolesText } from '../roles/roles.js'
import { assertUidChangeable, changeUid, masked, uidOf } from '../uids/uids.js'

/** Who may look somebody up and change what they cannot change themselves. */
const KEEPERS = ['admin', 'risk_officer'] as const

/** Takes a UID away. */
const NONE = 'none'
const UID_LIKE = /^(?:[0-9]{1,20}|none)$/i

interface Args {
  action: 'show' | 'uid' | 'part'
  person: string
  uid?: string
  reason?: string
}

interface PersonDeps {
  programme: Programme
  digestKey: Uint8Array
}

export function personCommand(deps: PersonDeps) {
  const { programme } = deps
  return command({
    name: 'person',
    who: KEEPERS,
    where: 'anywhere',
    args: z.object({
      action: choice(['show', 'uid', 'part'] as const),
      person: words(60, { looksLike: PERSON_LIKE }),
      uid: words(20, { looksLike: UID_LIKE }).optional(),
      reason: words(200, { rest: true }).optional(),
    }),
    alwaysPreview: ({ action }) => action !== 'show',
    async preview(context, args) {
      if (args.action === 'show') return undefined
      const reason = args.reason ?? missing('reason')
      return args.action === 'uid'
        ? uidPreview(context, args, reason, deps)
        : partPreview(context, args, reason)
    },
    async handle(context, args) {
      if (args.action === 'show') return shown(context, args.person)
      const reason = args.reason ?? missing('reason')
      return args.action === 'uid'
        ? changed(context, args, reason, deps)
        : parted(context, args, reason, programme)
    },
  })
}

function missing(name: string): never {
  throw new Missing(name)
}

async function shown({ work, platform }: Context, typed: string): Promise<View> {
  const member = await personMeant(work, typed, platform)
  const [number, ...gone] = await numbersOf(work, member)
  const uid = await uidOf(work, member)
  const roles = await rolesOf(work, member)
  const [stop] = (await freezesOver(work, [memberText(member)])).values()
  const accounts = await accountsOf(work, member)
  const name = await nameOf(work, member, platform)
  const lines: Text[] = [
    text('person-title', { name, number: String(number) }),
    ...accounts.map((one) => text('person-account', { account: `${one.platform}:${one.account}` })),
    ...(gone.length > 0
      ? [text('person-numbers', { numbers: gone.map((one) => `#${one}`).join(', ') })]
      : []),
    text('person-uid', { uid: uid === undefined ? NONE : masked(uid) }),
    text('person-roles', { roles: roles.length > 0 ? rolesText(roles) : NONE }),
    ...(stop ? [text('person-stopped', { reason: reasonOf(stop) })] : []),
  ]
  return { text: lines }
}

/** The number as it is to be; undefined takes it away. Refuses `digits-malformed`. */
function uidFrom(
  typed: string,
  { uid: { digitsLeast: min, digitsMost: max } }: Programme,
): string | undefined {
  if (typed.toLowerCase() === NONE) return undefined
  const isFit = /^[0-9]+$/.test(typed) && typed.length >= min && typed.length <= max
  return isFit ? typed : refuse('digits-malformed', { typed, min, max })
}

async function uidPreview(
  { work, actor, platform }: Context,
  { person, uid }: Args,
  reason: string,
  { programme, digestKey }: PersonDeps,
): Promise<Preview> {
  const next = uidFrom(uid ?? missing('uid'), programme)
  const member = await personMeant(work, person, platform)
  await assertUidChangeable(work, { member, uid: next, by: actor.member, digestKey })
  const before = await uidOf(work, member)
  const shownAs = (one: string | undefined) => (one === undefined ? NONE : masked(one))
  const who = { name: await nameOf(work, member, platform), number: String(member) }
  const params = { ...who, before: shownAs(before), after: shownAs(next) }
  return {
    view: { text: [text('person-uid-preview', { ...params, reason })], tone: 'warning' },
    confirm: text('person-uid-confirm'),
    meant: { person: `#${member}` },
  }
}

async function changed(
  { work, actor, platform }: Context,
  { person, uid }: Args,
  reason: string,
  { programme, digestKey }: PersonDeps,
): Promise<View> {
  const next = uidFrom(uid ?? missing('uid'), programme)
  const member = await personMeant(work, person, platform)
  await changeUid(work, { member, uid: next, by: actor.member, reason, digestKey })
  const name = await nameOf(work, member, platform)
  const after = next === undefined ? NONE : masked(next)
  const params = { name, number: String(member), after }
  return { text: [text('person-uid-changed', params)], tone: 'success' }
}

async function partPreview(
  { work, actor, platform }: Context,
  { person }: Args,
  reason: string,
): Promise<Preview> {
  const account = await accountNamed(work, person, platform)
  await assertPartable(work, account, actor.member)
  const who = { name: await nameOf(work, account.member), number: String(account.member) }
  const typed = `${account.platform}:${account.id}`
  return {
    view: {
      text: [text('person-part-preview', { ...who, account: typed, reason }), text('person-part-final', who)],
      tone: 'warning',
    },
    confirm: text('person-part-confirm'),
    meant: { person: typed },
    basis: who.number,
  }
}

/** Refuses `preview-overtaken` where the account has become somebody else's since it was shown. */
async function parted(
  { work, actor, platform, basis }: Context,
  { person }: Args,
  reason: string,
  { linking }: Programme,
): Promise<View> {
  const account = await accountNamed(work, person, platform)
  if (basis !== undefined && basis !== String(account.member)) refuse('preview-overtaken')
  const fresh = await part(work, { account, by: actor.member, reason }, linking)
  return { text: [text('person-parted', { number: String(fresh) })], tone: 'success' }
}
