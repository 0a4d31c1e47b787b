/** /redpacket: one line, or step by step with a preview; and the second person's yes or no above a limit. */
import { z } from 'zod'
import { amountText, choice, code, count, flag, span, words } from '../../interaction/arguments.js'
import { type Context, command, Missing, type Preview, permission } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { must, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { type Programme, packetLife } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { type Asset, assertAmount, parseAmount } from '../assets/assets.js'
import { conditionText } from '../conditions/cards.js'
import type { Condition } from '../conditions/conditions.js'
import { balance, type Owner } from '../ledger/ledger.js'
import { groupsOf, nameOf } from '../members/members.js'
import { tellHolders, tellMember } from '../notices/commands.js'
import { expectation } from './expectation.js'
import {
  approvePacket,
  askApproval,
  checkDrop,
  dropPacket,
  floorOf,
  money,
  needsApproval,
  type PacketOrder,
  rejectPacket,
} from './packets.js'
import { SHARES_MOST } from './split.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WINDOW_MS = { least: 10_000, most: HOUR_MS }
const LIFE_MS = { least: 5 * MINUTE_MS, most: 7 * 24 * HOUR_MS }
/** Characters of the sender's words on the card. */
const GREETING_MOST = 120
/** Who decides about packets above the limit. */
const CHECKERS = ['admin', 'finance_checker'] as const

export interface PacketDeps {
  programme: Programme
  /** Chooses a language we speak. */
  choose(...tags: (string | null | undefined)[]): string
}

function shapeOf({ assets }: Programme) {
  const codes = assets.map((asset) => asset.code)
  const isAmount = (typed: string) => assertAmount(typed, assets)
  return {
    amount: amountText(isAmount, ['10', '20', '50', '100']),
    shares: count(1, SHARES_MOST, ['5', '10', '20', '50']),
    split: choice(['lucky', 'equal', 'fixed'] as const).optional(),
    asset: choice(codes, { named: true }).optional(),
    spread: choice(['calm', 'normal', 'wild'] as const).optional(),
    from: choice(['wallet', 'group'] as const).optional(),
    window: span(WINDOW_MS.least, WINDOW_MS.most, ['30s', '60s', '5m']).optional(),
    life: span(LIFE_MS.least, LIFE_MS.most, ['1h', '24h', '7d']).optional(),
    most: amountText(isAmount).optional(),
    passphrase: words(64, { secret: true }).optional(),
    members: flag().optional(),
    premium: flag().optional(),
    age: count(1, 3650, ['7', '30', '90']).optional(),
    role: code(20).optional(),
    chat: code(12).optional(),
    dry: flag().optional(),
    greeting: words(GREETING_MOST, { rest: true }).optional(),
  }
}

type Args = z.infer<z.ZodObject<ReturnType<typeof shapeOf>>>

export function redpacketCommand(deps: PacketDeps) {
  const { packets: policy } = deps.programme
  return command({
    name: 'redpacket',
    who: 'anyone',
    where: 'anywhere',
    cooldownMs: 3000,
    args: z.object(shapeOf(deps.programme)),
    adjustable: [
      'amount',
      'shares',
      'split',
      'asset',
      'spread',
      'from',
      'window',
      'life',
      'passphrase',
      'members',
      'premium',
      'age',
      'greeting',
    ],
    needsStanding: async (_work, values) => values.from === 'group',
    async choices(context, argument) {
      if (argument !== 'chat') return undefined
      const groups = await groupsOf(context.work, context.actor.member)
      return groups.map(({ id, title, platform }) => ({ value: String(id), label: `${title} (${platform})` }))
    },
    async preview(context, args) {
      return previewOf(context, await orderOf(context, args, deps.programme), deps.programme)
    },
    async handle(context, args) {
      const order = await orderOf(context, args, deps.programme)
      if (args.dry) return (await previewOf(context, order, deps.programme)).view
      if (mustBeApproved(order, deps.programme)) return askChecker(context, order, deps)
      const { id } = await dropPacket(context.work, order, policy)
      return droppedView(id, order)
    },
  })
}

/** Refuses the amount's refusals, `only-moderators`, `chat-unknown`; asks for the chat in private. */
async function orderOf(context: Context, args: Args, programme: Programme): Promise<PacketOrder> {
  if (args.passphrase !== undefined && context.isPublic) refuse('secret-in-public')
  const { actor, spot } = context
  const wanted = args.asset ?? programme.mainAsset
  const asset = must(
    programme.assets.find(({ code: one }) => one === wanted),
    'an asset of the programme',
  )
  return {
    sender: actor.member,
    chat: await chatFor(context, args.chat),
    thread: args.chat === undefined ? spot.place.thread : undefined,
    asset,
    total: parseAmount(args.amount, asset),
    shares: args.shares,
    split: args.split ?? 'lucky',
    spread: args.spread ?? 'normal',
    cap: args.most === undefined ? null : parseAmount(args.most, asset),
    windowMs: args.window,
    lifeMs: args.life ?? packetLife(programme.packets),
    passphrase: args.passphrase,
    greeting: args.greeting,
    conditions: conditionsFrom(args, programme.packets.conditions),
    source: sourceOf(context, args.from ?? 'wallet'),
  }
}

async function chatFor({ work, actor, spot }: Context, asked: string | undefined): Promise<number> {
  if (asked === undefined) {
    if (spot.kind === 'group') return spot.chat
    throw new Missing('chat')
  }
  const found = (await groupsOf(work, actor.member)).find(({ id }) => String(id) === asked)
  return found?.id ?? refuse('chat-unknown')
}

function sourceOf({ actor, spot }: Context, from: 'wallet' | 'group'): Owner {
  if (from === 'wallet') return { kind: 'member', id: actor.member }
  const verdict = permission({ who: 'moderator', where: 'group' }, actor, spot.kind)
  return verdict === 'allowed' ? { kind: 'chat', id: spot.chat } : refuse(verdict, { command: 'redpacket' })
}

function conditionsFrom(args: Args, standard: readonly Condition[]): Condition[] {
  const { members, premium, age, role } = args
  const named: Condition[] = [
    ...(members ? [{ kind: 'member' as const }] : []),
    ...(premium ? [{ kind: 'premium' as const }] : []),
    ...(age === undefined ? [] : [{ kind: 'account-age' as const, days: age }]),
    ...(role === undefined ? [] : [{ kind: 'discord-role' as const, role }]),
  ]
  const kinds = new Set(named.map(({ kind }) => kind))
  return [...standard.filter(({ kind }) => !kinds.has(kind)), ...named]
}

/** What would happen: the amounts read back, the shares to expect, what is left in the source. */
async function previewOf(context: Context, order: PacketOrder, programme: Programme): Promise<Preview> {
  await checkDrop(context.work, order, programme.packets)
  const { asset, total, shares } = order
  const { available } = await balance(context.work, order.source, asset.code)
  if (available < total) {
    refuse('ledger-insufficient', { available: money(available, asset), needed: money(total, asset) })
  }
  const lines = [...orderText(order, programme), sourceText(order, available)]
  const approval = mustBeApproved(order, programme) ? [text('redpacket-needs-approval')] : []
  const confirm = text('redpacket-confirm', { amount: money(total, asset), shares })
  return { view: { text: [...lines, ...approval], tone: 'info' }, confirm }
}

function orderText(order: PacketOrder, programme: Programme): Text[] {
  const { asset, total, shares, split, spread, windowMs, lifeMs } = order
  const expected = expectation({ ...order, floor: floorOf(programme.packets, asset) })
  const least = money(expected.typicalLeast, asset)
  const most = money(expected.typicalMost, asset)
  const time = { duration: windowMs ?? lifeMs }
  const conditions = order.conditions.map(conditionText)
  return [
    text('redpacket-preview', { amount: money(total, asset), shares }),
    text(`redpacket-split-${split}`, { least, most, spread: text(`choice-${spread}`) }),
    text(windowMs === undefined ? 'redpacket-life' : 'redpacket-window', { time }),
    ...(order.passphrase === undefined ? [] : [text('redpacket-passphrase')]),
    ...(conditions.length > 0 ? [text('redpacket-conditions', { conditions: { list: conditions } })] : []),
    ...(order.greeting === undefined ? [] : [text('packet-card-greeting', { greeting: order.greeting })]),
  ]
}

function sourceText({ source, total, asset }: PacketOrder, available: bigint): Text {
  return text('redpacket-source', {
    source: source.kind,
    before: money(available, asset),
    after: money(available - total, asset),
  })
}

/** A team of one has nobody to ask; the limit of one packet holds all the same. */
function mustBeApproved(order: PacketOrder, { packets, treasury }: Programme): boolean {
  return treasury.fourEyes && needsApproval(order, packets)
}

function droppedView(id: string, { asset, total, shares }: PacketOrder): View {
  const dropped = text('redpacket-dropped', { amount: money(total, asset), shares, packet: id })
  const panel: Button = {
    kind: 'press',
    label: text('redpacket-panel'),
    press: { command: 'packet-panel', values: { packet: id } },
  }
  return { text: [dropped], rows: [[panel]], tone: 'success' }
}

/** Above the limit: kept as asked, and put before those who may decide. */
async function askChecker(context: Context, order: PacketOrder, deps: PacketDeps): Promise<View> {
  const { id } = await askApproval(context.work, order, deps.programme.packets)
  const name = await nameOf(context.work, context.actor.member, context.platform)
  const decide = (act: string, label: Text, style: 'success' | 'danger'): Button => ({
    kind: 'press',
    label,
    style,
    press: { command: `packet-${act}`, values: { request: id } },
  })
  const view: View = {
    text: [text('packet-request', { name, title: context.spot.title }), ...orderText(order, deps.programme)],
    rows: [
      [
        decide('approve', text('request-approve'), 'success'),
        decide('reject', text('request-reject'), 'danger'),
      ],
    ],
  }
  const except = [context.actor.member]
  await tellHolders(context.work, { key: `packet-request:${id}`, roles: CHECKERS, except, view }, deps.choose)
  return { text: [text('redpacket-asked', { amount: money(order.total, order.asset) })], tone: 'info' }
}

export function approveCommand({ programme, choose }: PacketDeps) {
  return command({
    name: 'packet-approve',
    who: CHECKERS,
    where: 'anywhere',
    args: z.object({ request: code() }),
    async handle({ work, actor }, { request }) {
      const { id, order } = await approvePacket(work, request, actor.member, programme.packets)
      await tellMaker(work, request, order, droppedView(id, order), choose)
      return { text: [text('packet-request-approved', { packet: id })], replace: true, tone: 'success' }
    },
  })
}

export function rejectCommand({ choose }: PacketDeps) {
  return command({
    name: 'packet-reject',
    who: CHECKERS,
    where: 'anywhere',
    args: z.object({ request: code() }),
    async handle({ work, actor }, { request }) {
      const order = await rejectPacket(work, request, actor.member)
      const news = text('packet-request-told-rejected', { amount: money(order.total, order.asset) })
      await tellMaker(work, request, order, { text: [news] }, choose)
      return { text: [text('packet-request-rejected')], replace: true }
    },
  })
}

/** Whoever asked hears what became of it. */
function tellMaker(
  work: Work,
  request: string,
  { sender }: PacketOrder,
  view: View,
  choose: PacketDeps['choose'],
): Promise<void> {
  return tellMember(work, { key: `packet-request-told:${request}`, member: sender, view }, choose)
}

/** Assets by code, for those who show amounts. */
export function assetOf({ assets }: Programme, wanted: string): Asset {
  return must(
    assets.find((asset) => asset.code === wanted),
    `the asset ${wanted}`,
  )
}
