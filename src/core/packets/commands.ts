/** /redpacket: one line, or step by step with a preview. */
import { z } from 'zod'
import {
  amountText,
  choice,
  code,
  count,
  flag,
  numberOf,
  roleId,
  span,
  words,
} from '../../interaction/arguments.js'
import {
  assertBelongs,
  assertModerates,
  type Context,
  command,
  Missing,
  type Preview,
} from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { approvalPeriod, type Programme, packetLife } from '../../programme/programme.js'
import { assertAmount, assetOf, parseAmount } from '../assets/assets.js'
import { conditionText } from '../conditions/cards.js'
import { type Condition, impossibleOn } from '../conditions/conditions.js'
import type { Owner } from '../ledger/ledger.js'
import { chatOf, groupChoices, groupsOf, type PlatformWord } from '../members/members.js'
import { droppedView, orderText, packetRequestText, targetText } from '../requests/cards.js'
import { type RequestDeps, tellCheckers } from '../requests/commands.js'
import {
  type Above,
  assertFunds,
  checkDrop,
  dropOrAsk,
  dropRules,
  money,
  needsSecond,
  type PacketOrder,
  type PacketRequest,
  sealAhead,
} from './packets.js'
import { SHARES_MOST } from './split.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WINDOW_MS = { least: 10_000, most: HOUR_MS }
const LIFE_MS = { least: 5 * MINUTE_MS, most: 7 * 24 * HOUR_MS }
/** Characters of the sender's words on the card. */
const GREETING_MOST = 120

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
    role: roleId().optional(),
    chat: code(12).optional(),
    dry: flag().optional(),
    greeting: words(GREETING_MOST, { rest: true }).optional(),
  }
}

type Args = z.infer<z.ZodObject<ReturnType<typeof shapeOf>>>

export function redpacketCommand(deps: RequestDeps) {
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
      'chat',
      'greeting',
    ],
    needsStanding: async (_look, values) => values.from === 'group',
    actsIn: ({ chat }) => numberOf(chat),
    async choices(context, argument) {
      return argument === 'chat' ? groupChoices(context.work, context.actor.member) : undefined
    },
    weigh({ amount, asset }) {
      const { assets, mainAsset } = deps.programme
      if (amount !== undefined) parseAmount(amount, assetOf(assets, asset ?? mainAsset))
    },
    // What is spent needs the button under the preview, then: `/redpacket 5 5 eqaul` would be a greeting.
    alwaysPreview: ({ dry }, leftOver) => dry === true || leftOver,
    async preview(context, args) {
      return previewOf(context, await orderOf(context, args, deps.programme), deps.programme)
    },
    async handle(context, args) {
      const order = await orderOf(context, args, deps.programme)
      const done = await dropOrAsk(context.work, order, dropRules(deps.programme))
      if ('request' in done) return tellAsked(context, done.request, deps)
      return droppedView(done.id, order, await elsewhere(context, order))
    },
  })
}

/** Refuses the amount's refusals, `only-moderators`, `chat-unknown`; asks for the chat in private. */
async function orderOf(context: Context, args: Args, programme: Programme): Promise<PacketOrder> {
  if (args.passphrase !== undefined && context.isPublic) refuse('secret-in-public')
  const { actor, spot } = context
  const asset = assetOf(programme.assets, args.asset ?? programme.mainAsset)
  const chat = await chatFor(context, args.chat)
  const { platform } = await chatOf(context.work, chat)
  return {
    sender: actor.member,
    chat,
    thread: chat === spot.chat ? spot.place.thread : undefined,
    asset,
    total: parseAmount(args.amount, asset),
    shares: args.shares,
    split: args.split ?? 'lucky',
    spread: args.spread ?? 'normal',
    cap: args.most === undefined ? null : parseAmount(args.most, asset),
    windowMs: args.window,
    lifeMs: args.life ?? packetLife(programme.packets),
    passphrase: args.passphrase === undefined ? undefined : sealAhead(context.work.world, args.passphrase),
    greeting: args.greeting,
    conditions: conditionsFrom(args, programme.packets.conditions, platform),
    source: sourceOf(context, args.from ?? 'wallet', chat),
  }
}

async function chatFor(context: Context, asked: string | undefined): Promise<number> {
  const { spot } = context
  if (asked === undefined && spot.kind === 'private') throw new Missing('chat')
  const chat = asked === undefined ? spot.chat : await metIn(context, asked)
  assertBelongs(context, chat)
  return chat
}

/** Refuses `chat-unknown`. */
async function metIn({ work, actor }: Context, asked: string): Promise<number> {
  const found = (await groupsOf(work, actor.member)).find(({ id }) => String(id) === asked)
  return found?.id ?? refuse('chat-unknown')
}

/**
 * A group's budget is for that group: its moderators do not decide about it anywhere else. Refuses
 * `only-in-group`, `only-moderators`, `frozen-staff`, `budget-elsewhere`.
 */
function sourceOf(context: Context, from: 'wallet' | 'group', target: number): Owner {
  const { actor, spot } = context
  if (from === 'wallet') return { kind: 'member', id: actor.member }
  assertModerates(context, 'redpacket')
  return target === spot.chat ? { kind: 'chat', id: spot.chat } : refuse('budget-elsewhere')
}

/**
 * What the sender names, and of the programme's own the rest, but for what nobody on the platform could meet:
 * that would forbid every packet there. What the sender names stays, and is refused.
 */
function conditionsFrom(args: Args, standard: readonly Condition[], platform: PlatformWord): Condition[] {
  const { members, premium, age, role } = args
  const named: Condition[] = [
    ...(members ? [{ kind: 'member' as const }] : []),
    ...(premium ? [{ kind: 'premium' as const }] : []),
    ...(age === undefined ? [] : [{ kind: 'account-age' as const, days: age }]),
    ...(role === undefined ? [] : [{ kind: 'discord-role' as const, role }]),
  ]
  const kinds = new Set(named.map(({ kind }) => kind))
  const impossible = new Set(impossibleOn(platform, standard))
  const rest = standard.filter((one) => !kinds.has(one.kind) && !impossible.has(one))
  return [...rest, ...named]
}

/** What would happen: the amounts read back, the shares to expect, what is left in the source. */
async function previewOf(context: Context, order: PacketOrder, programme: Programme): Promise<Preview> {
  await checkDrop(context.work, order, programme.packets)
  const { asset, total, shares } = order
  const { available } = await assertFunds(context.work, order)
  const leftOut = await leftOutText(context, order, programme)
  const [head, ...more] = orderText(order, programme)
  const told = [...(head ? [head] : []), ...(await elsewhere(context, order)), ...more]
  const lines = [...told, ...leftOut, sourceText(order, available)]
  const above = await needsSecond(context.work, order, dropRules(programme))
  const approval = above ? [approvalText(above, order, programme)] : []
  const confirm = text('redpacket-confirm', { amount: money(total, asset), shares })
  return { view: { text: [...lines, ...approval], tone: 'info' }, confirm }
}

/** The group it is for, unless it is read there. */
async function elsewhere({ work, here }: Context, order: PacketOrder): Promise<Text[]> {
  return order.chat === here.chat ? [] : [await targetText(work, order)]
}

/** The programme's conditions that do not hold here, for nobody could meet them. */
async function leftOutText(
  { work }: Context,
  { chat }: PacketOrder,
  { packets }: Programme,
): Promise<Text[]> {
  const { platform } = await chatOf(work, chat)
  const conditions = impossibleOn(platform, packets.conditions).map(conditionText)
  return conditions.length > 0 ? [text('redpacket-left-out', { conditions: { list: conditions } })] : []
}

function sourceText({ source, total, asset }: PacketOrder, available: bigint): Text {
  return text('redpacket-source', {
    source: source.kind,
    before: money(available, asset),
    after: money(available - total, asset),
  })
}

/** Why it must be approved: by itself, or with what went out before it. */
function approvalText({ limit, used }: Above, { asset }: PacketOrder, { packets }: Programme): Text {
  const period = { duration: approvalPeriod(packets) }
  const figures = { limit: money(limit, asset), used: money(used, asset), period }
  return text(used > 0n ? 'redpacket-needs-approval-sum' : 'redpacket-needs-approval', figures)
}

/** Above the limit: kept as asked, and put before those who may decide. */
async function tellAsked(context: Context, request: PacketRequest, deps: RequestDeps): Promise<View> {
  const { id, maker, order } = request
  const lines = await packetRequestText(context, request, deps.programme)
  await tellCheckers(context.work, { kind: 'packet', id, maker, lines }, deps.choose)
  const asked = text('redpacket-asked', { amount: money(order.total, order.asset) })
  return { text: [asked, ...(await elsewhere(context, order))], tone: 'info' }
}
