/**
 * What a packet's sender and the moderators of its chats do with it: look, pause, extend, top up, post
 * elsewhere, end.
 */
import { z } from 'zod'
import { amountText, code, count, numberOf, span } from '../../interaction/arguments.js'
import { assertBelongs, type Context, command } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { chunk } from '../../kit/chunk.js'
import { refuse } from '../../kit/refusal.js'
import { type Param, type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { assertAmount, assetOf, parseAmount } from '../assets/assets.js'
import { conditionText } from '../conditions/cards.js'
import { impossibleOn } from '../conditions/conditions.js'
import { memberText } from '../facts/facts.js'
import { chatOf, groupChoices, groupsOf, namesOf } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'
import {
  cancelPacket,
  checkTopUp,
  dropRules,
  extendPacket,
  type Manager,
  money,
  type PacketRow,
  packetFacts,
  packetOf,
  packetsBySender,
  packetsIn,
  pausePacket,
  payerOf,
  placesTaken,
  postHere,
  resumePacket,
  SHARES_MOST,
  statementOf,
  topUp,
  withdrawFrom,
} from '../packets/packets.js'
import { panel } from './cards.js'
import { managerOf, moderatesHere, sayOf } from './say.js'

const HOUR_MS = 3_600_000
/** Packets offered when none was named. */
const OFFERED = 8
/** Their buttons in a row. */
const ROW = 4

const packetArg = { packet: code() }
const always = async () => true

/**
 * More money may be put in only by who owns it now: a person's by that person, a group's by who moderates
 * that very group, in it. Having dropped the packet once is no right to a group's budget. Refuses
 * `packet-not-payer`.
 */
async function assertMayPay(context: Context, packet: PacketRow): Promise<void> {
  const { work, actor, spot } = context
  const payer = await payerOf(work, packet)
  const isOwn = payer.kind === 'member' && payer.id === actor.member
  const isGroups = payer.kind === 'chat' && payer.id === spot.chat && moderatesHere(context)
  if (!isOwn && !isGroups) refuse('packet-not-payer')
}

/** A group's budget is for that group; only staff put its packet into another. Refuses `budget-elsewhere`. */
async function assertStays(work: Work, packet: PacketRow, { as }: Manager, chat: number): Promise<void> {
  const payer = await payerOf(work, packet)
  if (as !== 'staff' && payer.kind === 'chat' && payer.id !== chat) refuse('budget-elsewhere')
}

export const panelCommand = command({
  name: 'packet-panel',
  who: 'anyone',
  where: 'anywhere',
  link: true,
  args: z.object(packetArg),
  needsStanding: always,
  handle: (context, { packet }) => panel(context, packet),
})

/** Whoever thinks better of it is back where they came from. */
function backToPanel(context: Context, { packet = '' }: Readonly<Record<string, string>>): Promise<View> {
  return panel(context, packet, text('form-cancelled'))
}

export const cancelCommand = command({
  name: 'packet-cancel',
  cancelled: backToPanel,
  who: 'anyone',
  where: 'anywhere',
  alwaysPreview: true,
  args: z.object(packetArg),
  needsStanding: always,
  async preview(context, { packet }) {
    await managerOf(context, packet)
    const { asset } = await packetOf(context.work, packet)
    const { left } = await statementOf(context.work, packet)
    const back = { left: money(left, { code: asset }) }
    return { view: { text: [text('cancel-preview', back)] }, confirm: text('cancel-confirm', back) }
  },
  async handle(context, { packet }) {
    const { by } = await managerOf(context, packet)
    await cancelPacket(context.work, packet, by)
    return panel(context, packet, text('cancel-done'))
  },
})

/** One tap that stops a packet, or lets it go on. */
function brake(act: 'pause' | 'resume', pull: typeof pausePacket) {
  return command({
    name: `packet-${act}`,
    who: 'anyone',
    where: 'anywhere',
    args: z.object(packetArg),
    needsStanding: always,
    async handle(context, { packet }) {
      await pull(context.work, packet, await managerOf(context, packet))
      return panel(context, packet, text(`${act}-done`))
    },
  })
}

export const pauseCommand = brake('pause', pausePacket)
export const resumeCommand = brake('resume', resumePacket)

/** How long it is still, and when that is: an hour more is not seen in “in a day”. */
function endsText(at: number): Record<string, Param> {
  return { at: { instant: at, as: 'relative' }, moment: { instant: at, as: 'moment' } }
}

export const extendCommand = command({
  name: 'packet-extend',
  cancelled: backToPanel,
  who: 'anyone',
  where: 'anywhere',
  args: z.object({ ...packetArg, by: span(60_000, 7 * 24 * HOUR_MS, ['1h', '6h', '24h']) }),
  needsStanding: always,
  async handle(context, { packet, by }) {
    const manager = await managerOf(context, packet)
    const at = await extendPacket(context.work, packet, by, manager.by)
    return panel(context, packet, text('extend-done', endsText(at)))
  },
})

/**
 * Only the one whose money it was can add more of it; a chat's packet, its moderators. Refuses
 * `packet-not-yours`.
 */
export function topUpCommand(programme: Programme) {
  const rules = dropRules(programme)
  return command({
    name: 'packet-topup',
    cancelled: backToPanel,
    who: 'anyone',
    where: 'anywhere',
    args: z.object({
      ...packetArg,
      amount: amountText((typed) => assertAmount(typed, programme.assets), ['10', '20', '50']),
      shares: count(1, SHARES_MOST, ['5', '10', '20']),
    }),
    needsStanding: always,
    async preview(context, { packet, amount, shares }) {
      const { by } = await managerOf(context, packet)
      const row = await packetOf(context.work, packet)
      await assertMayPay(context, row)
      const asset = assetOf(programme.assets, row.asset)
      const total = parseAmount(amount, asset)
      await checkTopUp(context.work, packet, { total, shares }, rules, by)
      const added = { amount: money(total, asset), shares }
      return { view: { text: [text('topup-preview', added)] }, confirm: text('topup-confirm', added) }
    },
    async handle(context, { packet, amount, shares }) {
      const { by } = await managerOf(context, packet)
      const row = await packetOf(context.work, packet)
      await assertMayPay(context, row)
      const asset = assetOf(programme.assets, row.asset)
      const total = parseAmount(amount, asset)
      await topUp(context.work, packet, { total, shares }, rules, by)
      return panel(context, packet, text('topup-done', { amount: money(total, asset), shares }))
    },
  })
}

/** The same packet in one more chat, with the same counter; offered are the groups the sender was met in. */
export function shareCommand({ packets: policy }: Programme) {
  return command({
    name: 'packet-share',
    cancelled: backToPanel,
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ ...packetArg, chat: code(12) }),
    needsStanding: always,
    actsIn: ({ chat }) => numberOf(chat),
    async choices({ work, actor }, argument, { packet = '' }) {
      if (argument !== 'chat') return undefined
      const taken = (await placesTaken(work, packet)).map(String)
      return (await groupChoices(work, actor.member)).filter(({ value }) => !taken.includes(value))
    },
    async handle(context, { packet, chat }) {
      const manager = await managerOf(context, packet)
      const groups = await groupsOf(context.work, context.actor.member)
      const group = groups.find(({ id }) => String(id) === chat) ?? refuse('chat-unknown')
      assertBelongs(context, group.id)
      await assertStays(context.work, await packetOf(context.work, packet), manager, group.id)
      await postHere(context.work, packet, { chat: group.id }, policy, manager.by)
      const { conditions } = await packetFacts(context.work, packet)
      const impossible = impossibleOn(group.platform, conditions).map(conditionText)
      const note = text('share-impossible', { conditions: { list: impossible } })
      const done = text('share-done', { title: group.title })
      return panel(context, packet, done, ...(impossible.length > 0 ? [note] : []))
    },
  })
}

/**
 * A packet that was shared into a group is taken off it again: by who moderates that group, or by who manages
 * the packet and is there. It goes on everywhere else.
 */
export function withdrawCommand({ choose }: { choose: Choose }) {
  return command({
    name: 'packet-withdraw',
    cancelled: backToPanel,
    who: 'anyone',
    where: 'group',
    alwaysPreview: true,
    args: z.object(packetArg),
    needsStanding: always,
    async preview(context, { packet }) {
      await assertMayWithdraw(context, packet)
      return { view: { text: [text('withdraw-preview')] }, confirm: text('withdraw-confirm') }
    },
    async handle(context, { packet }) {
      await assertMayWithdraw(context, packet)
      await withdrawFrom(context.work, packet, context.spot.chat, memberText(context.actor.member))
      await tellSender(context, packet, choose)
      return { text: [text('withdraw-done')], tone: 'success', replace: true }
    },
  })
}

/** Refuses what `managerOf` refuses, and `packet-no-guest` where it was not only shared into this group. */
async function assertMayWithdraw(context: Context, packet: string): Promise<void> {
  const { withdraws } = await sayOf(context, packet)
  if (!withdraws) refuse('packet-no-guest')
}

/** Whose packet it is learns that one group shows it no more, and has the way to the others. */
async function tellSender({ work, actor, spot }: Context, packet: string, choose: Choose): Promise<void> {
  const { sender } = await packetOf(work, packet)
  if (sender === actor.member) return
  const press = { command: 'packet-panel', values: { packet } }
  const view: View = {
    text: [text('withdraw-told', { packet, title: spot.title })],
    rows: [[{ kind: 'press', label: text('redpacket-panel'), press }]],
  }
  await tellMember(work, { key: `packet-withdrawn:${packet}:${spot.chat}`, member: sender, view }, choose)
}

/**
 * One's own packets, and in a group those that hang in it, for who moderates it: to choose one from. Each has
 * a line that tells it apart, and a button of the same number.
 */
export const packetsCommand = command({
  name: 'packets',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({}),
  needsStanding: always,
  async handle(context) {
    const { work, actor, spot, platform } = context
    const here = moderatesHere(context) ? await packetsIn(work, spot.chat, OFFERED) : []
    const mine = await packetsBySender(work, actor.member, OFFERED)
    const packets = newestFirst([...here, ...mine]).slice(0, OFFERED)
    if (packets.length === 0) return { text: [text('packets-none')] }
    const senders = packets.map(({ sender }) => sender)
    const names = await namesOf(work, senders, platform)
    const lines = await Promise.all(
      packets.map((packet, at) => packetLine(context, packet, at + 1, names.get(packet.sender) ?? '')),
    )
    const buttons = packets.map(({ id }, at) => numbered(at + 1, id))
    return { text: [text('packets-title'), ...lines], rows: chunk(buttons, ROW) }
  },
})

function newestFirst(packets: readonly PacketRow[]): PacketRow[] {
  const all = [...new Map(packets.map((packet) => [packet.id, packet])).values()]
  return all.sort((a, b) => b.createdAt - a.createdAt)
}

async function packetLine(
  { work }: Context,
  { total, asset, taken, shares, state, origin, createdAt }: PacketRow,
  number: number,
  name: string,
): Promise<Text> {
  const { title } = await chatOf(work, origin)
  return text('packets-line', {
    number: String(number),
    amount: { amount: total, asset },
    ...{ taken, shares, state, title, name },
    at: { instant: createdAt, as: 'relative' },
  })
}

function numbered(number: number, packet: string): Button {
  const press = { command: 'packet-panel', values: { packet } }
  return { kind: 'press', label: text('packets-open', { number: String(number) }), press }
}
