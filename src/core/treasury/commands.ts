/**
 * /treasury: money in and out, asked by one and decided by another; and /freeze's neighbour in every crisis.
 */
import { z } from 'zod'
import { amountText, choice, count, words } from '../../interaction/arguments.js'
import { type Context, command, Missing } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { assertAmount, parseAmount } from '../assets/assets.js'
import { type Owner, parseOwner } from '../ledger/ledger.js'
import { accountsOf, chatOf, memberOf, nameOf } from '../members/members.js'
import { type Choose, tellHolders, tellMember } from '../notices/commands.js'
import { assetOf } from '../packets/commands.js'
import { askTreasury, decideTreasury, openRequests, type TreasuryRequest } from './treasury.js'

const MAKERS = ['admin', 'finance_maker', 'finance_checker'] as const
const CHECKERS = ['admin', 'finance_checker'] as const

/** What a person means for an amount, in whatever digits: to be refused as one if it is none. */
const AMOUNT_LIKE = /^[-+]?\p{Nd}/u
/** See {@link personFor}; bare digits might be an amount. */
export const PERSON_LIKE = /^(?:telegram:|discord:|#[0-9]|<@)/i

export interface TreasuryDeps {
  programme: Programme
  choose: Choose
}

export function treasuryCommand({ programme, choose }: TreasuryDeps) {
  return command({
    name: 'treasury',
    who: MAKERS,
    where: 'anywhere',
    args: z.object({
      action: choice(['deposit', 'withdraw', 'list'] as const),
      amount: amountText((typed) => assertAmount(typed, programme.assets), ['100', '500', '1000'], {
        looksLike: AMOUNT_LIKE,
      }).optional(),
      to: choice(['group', 'me', 'person'] as const).optional(),
      person: words(60, { looksLike: PERSON_LIKE }).optional(),
      asset: choice(
        programme.assets.map(({ code }) => code),
        { named: true },
      ).optional(),
      reason: words(200, { rest: true }).optional(),
    }),
    async preview(context, args) {
      if (args.action === 'list') return { view: await listView(context), confirm: text('treasury-again') }
      const ask = await askOf(context, args, programme)
      return {
        view: { text: await askText(context, ask) },
        confirm: text('treasury-confirm', askParams(ask)),
      }
    },
    async handle(context, args) {
      if (args.action === 'list') return listView(context)
      const ask = await askOf(context, args, programme)
      const request = await askTreasury(context.work, ask)
      if (!programme.treasury.fourEyes) return decided(context, request.id, true, { programme, choose })
      await tellCheckers(context, request, choose)
      return { text: [text('treasury-asked', askParams(request))], tone: 'info' }
    },
  })
}

interface AskArgs {
  action: 'deposit' | 'withdraw' | 'list'
  amount?: string
  to?: 'group' | 'me' | 'person'
  person?: string
  asset?: string
  reason?: string
}

async function askOf(context: Context, args: AskArgs, programme: Programme) {
  const { amount, to, reason } = args
  if (amount === undefined) throw new Missing('amount')
  if (to === undefined) throw new Missing('to')
  const owner = await ownerFor(context, to, args.person)
  if (reason === undefined) throw new Missing('reason')
  const asset = assetOf(programme, args.asset ?? programme.mainAsset)
  return {
    kind: args.action === 'withdraw' ? ('withdraw' as const) : ('deposit' as const),
    owner,
    asset: asset.code,
    amount: parseAmount(amount, asset),
    reason,
    maker: context.actor.member,
    callKey: context.callKey,
  }
}

/** Refuses `only-in-group`, `person-unknown`, `person-malformed`. */
async function ownerFor(context: Context, to: 'group' | 'me' | 'person', person?: string): Promise<Owner> {
  const { spot, actor } = context
  if (to === 'me') return { kind: 'member', id: actor.member }
  if (to === 'person') return { kind: 'member', id: await personFor(context, person) }
  return spot.kind === 'group'
    ? { kind: 'chat', id: spot.chat }
    : refuse('only-in-group', { command: 'treasury' })
}

/** `telegram:123`, `discord:456`, a Discord mention, or `#7`, a person's number in this house. */
export async function personFor({ work, platform }: Context, typed?: string): Promise<number> {
  if (typed === undefined) throw new Missing('person')
  const own = /^#([1-9][0-9]{0,14})$/.exec(typed)
  const mention = /^<@!?([0-9]{5,20})>$/.exec(typed)
  const named = /^(telegram|discord):([0-9]{1,20})$/.exec(typed.toLowerCase())
  const bare = /^([0-9]{5,20})$/.exec(typed)
  if (own) return knownMember(work, Number(own[1]), typed)
  const account = mention?.[1] ?? named?.[2] ?? bare?.[1]
  if (account === undefined) return refuse('person-malformed', { typed })
  const where = mention ? 'discord' : ((named?.[1] as 'telegram' | 'discord' | undefined) ?? platform)
  return (await memberOf(work, { platform: where, id: account })) ?? refuse('person-unknown', { typed })
}

async function knownMember(work: Context['work'], member: number, typed: string): Promise<number> {
  const accounts = await accountsOf(work, member)
  return accounts.length > 0 ? member : refuse('person-unknown', { typed })
}

function askParams({ amount, asset, kind }: { amount: bigint; asset: string; kind: string }) {
  return { amount: { amount, asset }, kind }
}

async function askText(
  context: Context,
  ask: { kind: string; owner: Owner | string; amount: bigint; asset: string; reason: string; maker: number },
): Promise<Text[]> {
  const owner = typeof ask.owner === 'string' ? parseOwner(ask.owner) : ask.owner
  const who = await ownerName(context, owner)
  const maker = await nameOf(context.work, ask.maker, context.platform)
  return [
    text(`treasury-${ask.kind}`, { amount: { amount: ask.amount, asset: ask.asset }, owner: who }),
    text('treasury-reason', { reason: ask.reason, maker }),
  ]
}

async function ownerName({ work, platform }: Context, owner: Owner | undefined): Promise<string> {
  if (owner?.kind === 'member') return nameOf(work, owner.id, platform)
  return owner?.kind === 'chat' ? (await chatOf(work, owner.id)).title : ''
}

async function tellCheckers(context: Context, request: TreasuryRequest, choose: Choose): Promise<void> {
  const view = { text: await askText(context, request), rows: [decideRow(request.id)] }
  const notice = { key: `treasury:${request.id}`, roles: CHECKERS, except: [request.maker], view }
  await tellHolders(context.work, notice, choose)
}

function decideRow(id: number): Button[] {
  const press = (command: string) => ({ command, values: { request: String(id) } })
  return [
    { kind: 'press', label: text('request-approve'), style: 'success', press: press('treasury-approve') },
    { kind: 'press', label: text('request-reject'), style: 'danger', press: press('treasury-reject') },
  ]
}

async function listView(context: Context): Promise<View> {
  const open = await openRequests(context.work)
  if (open.length === 0) return { text: [text('treasury-none')] }
  const lines: Text[] = []
  for (const request of open) lines.push(...(await askText(context, request)))
  return { text: [text('treasury-title'), ...lines], rows: open.slice(0, 4).map(({ id }) => decideRow(id)) }
}

async function decided(
  context: Context,
  id: number,
  approve: boolean,
  { programme, choose }: TreasuryDeps,
): Promise<View> {
  const decision = { checker: context.actor.member, approve, fourEyes: programme.treasury.fourEyes }
  const request = await decideTreasury(context.work, id, decision)
  const lines = await askText(context, request)
  if (approve) await tellOwner(context, request, choose)
  return {
    text: [text(`treasury-${request.state}`), ...lines],
    tone: approve ? 'success' : 'info',
    replace: true,
  }
}

/** Whoever's money moved is told, and why; not when they asked or decided themselves. */
async function tellOwner({ work, actor }: Context, request: TreasuryRequest, choose: Choose): Promise<void> {
  const owner = parseOwner(request.owner)
  if (owner?.kind !== 'member' || owner.id === request.maker || owner.id === actor.member) return
  const { kind, amount, asset, reason, id } = request
  const view = { text: [text(`treasury-told-${kind}`, { amount: { amount, asset }, reason })] }
  await tellMember(work, { key: `treasury-told:${id}`, member: owner.id, view }, choose)
}

export function treasuryApproveCommand(deps: TreasuryDeps) {
  return command({
    name: 'treasury-approve',
    who: CHECKERS,
    where: 'anywhere',
    args: z.object({ request: count(1, Number.MAX_SAFE_INTEGER) }),
    handle: (context, { request }) => decided(context, request, true, deps),
  })
}

export function treasuryRejectCommand(deps: TreasuryDeps) {
  return command({
    name: 'treasury-reject',
    who: CHECKERS,
    where: 'anywhere',
    args: z.object({ request: count(1, Number.MAX_SAFE_INTEGER) }),
    handle: (context, { request }) => decided(context, request, false, deps),
  })
}
