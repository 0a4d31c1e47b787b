/**
 * What a packet's sender and the moderators of its chats do with it: look, pause, extend, top up, post
 * elsewhere, end.
 */
import { z } from 'zod'
import { amountText, code, count, span } from '../../interaction/arguments.js'
import { type Context, command, permission } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { assertAmount, parseAmount } from '../assets/assets.js'
import { parseOwner } from '../ledger/ledger.js'
import { groupsOf, namesOf } from '../members/members.js'
import { assetOf } from '../packets/commands.js'
import {
  cancelPacket,
  extendPacket,
  money,
  type PacketRow,
  packetFacts,
  packetOf,
  packetsBySender,
  pausePacket,
  placesOf,
  postHere,
  resumePacket,
  SHARES_MOST,
  statementOf,
  topUp,
} from '../packets/packets.js'

const HOUR_MS = 3_600_000
/** Packets offered when none was named. */
const OFFERED = 8

const packetArg = { packet: code() }
const always = async () => true

/**
 * The sender; a moderator, in a chat where the packet lives; or an admin of the programme. Refuses
 * `packet-not-yours`.
 */
async function assertMayManage({ work, actor, spot }: Context, id: string): Promise<string> {
  const packet = await packetOf(work, id)
  const by = `member:${actor.member}`
  if (packet.sender === actor.member || actor.roles.includes('admin')) return by
  const here = (await placesOf(work, id)).includes(spot.chat)
  const moderates = permission({ who: 'moderator', where: 'group' }, actor, spot.kind) === 'allowed'
  return here && moderates ? by : refuse('packet-not-yours')
}

/**
 * More money may be put in only by who owns it now: a person's by that person, a group's by who moderates
 * that very group, in it. Having dropped the packet once is no right to a group's budget. Refuses
 * `packet-not-payer`.
 */
function assertMayPay({ actor, spot }: Context, { source }: Pick<PacketRow, 'source'>): void {
  const payer = parseOwner(source)
  const isOwn = payer?.kind === 'member' && payer.id === actor.member
  const moderates = permission({ who: 'moderator', where: 'group' }, actor, spot.kind) === 'allowed'
  const isGroups = payer?.kind === 'chat' && payer.id === spot.chat && moderates
  if (!isOwn && !isGroups) refuse('packet-not-payer')
}

export const panelCommand = command({
  name: 'packet-panel',
  who: 'anyone',
  where: 'anywhere',
  link: true,
  args: z.object(packetArg),
  needsStanding: always,
  async handle(context, { packet }) {
    await assertMayManage(context, packet)
    return panel(context, packet)
  },
})

async function panel({ work, platform }: Context, id: string, note?: Text): Promise<View> {
  const { packet, claims, entered } = await packetFacts(work, id)
  const { funded, paid, returned, left } = await statementOf(work, id)
  const unit = { code: packet.asset }
  const names = await namesOf(work, [packet.sender], platform)
  const title = text('panel-title', { packet: id, name: names.get(packet.sender) ?? '' })
  const figures = {
    funded: money(funded, unit),
    paid: money(paid, unit),
    returned: money(returned, unit),
    left: money(left, unit),
  }
  const state = text(`panel-${packet.state}`, {
    at: { instant: packet.endedAt ?? packet.expiresAt, as: 'relative' },
  })
  const count = text('panel-claims', { taken: claims.length, shares: packet.shares, entered })
  return {
    text: [...(note ? [note] : []), title, text('verify-statement', figures), count, state],
    rows: packet.endedAt === null ? livingRows(id, packet.state === 'paused') : endedRows(id),
    replace: true,
  }
}

function livingRows(id: string, paused: boolean): Button[][] {
  const pause = paused ? act('resume', id) : act('pause', id)
  return [
    [act('topup', id), act('extend', id)],
    [act('share', id), pause],
    [{ ...act('cancel', id), style: 'danger' }, act('panel', id)],
  ]
}

function endedRows(id: string): Button[][] {
  const press = { command: 'verify', values: { packet: id } }
  return [[{ kind: 'press', label: text('packet-card-verify'), press }]]
}

function act(what: string, packet: string): Button & { kind: 'press' } {
  return {
    kind: 'press',
    label: text(`panel-do-${what}`),
    press: { command: `packet-${what}`, values: { packet } },
  }
}

export const cancelCommand = command({
  name: 'packet-cancel',
  who: 'anyone',
  where: 'anywhere',
  alwaysPreview: true,
  args: z.object(packetArg),
  needsStanding: always,
  async preview(context, { packet }) {
    await assertMayManage(context, packet)
    const { asset } = await packetOf(context.work, packet)
    const { left } = await statementOf(context.work, packet)
    const back = { left: money(left, { code: asset }) }
    return { view: { text: [text('cancel-preview', back)] }, confirm: text('cancel-confirm', back) }
  },
  async handle(context, { packet }) {
    await cancelPacket(context.work, packet, await assertMayManage(context, packet))
    return panel(context, packet, text('cancel-done'))
  },
})

export const pauseCommand = command({
  name: 'packet-pause',
  who: 'anyone',
  where: 'anywhere',
  args: z.object(packetArg),
  needsStanding: always,
  async handle(context, { packet }) {
    await pausePacket(context.work, packet, await assertMayManage(context, packet))
    return panel(context, packet, text('pause-done'))
  },
})

export const resumeCommand = command({
  name: 'packet-resume',
  who: 'anyone',
  where: 'anywhere',
  args: z.object(packetArg),
  needsStanding: always,
  async handle(context, { packet }) {
    await resumePacket(context.work, packet, await assertMayManage(context, packet))
    return panel(context, packet, text('resume-done'))
  },
})

export const extendCommand = command({
  name: 'packet-extend',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({ ...packetArg, by: span(60_000, 7 * 24 * HOUR_MS, ['1h', '6h', '24h']) }),
  needsStanding: always,
  async handle(context, { packet, by }) {
    const at = await extendPacket(context.work, packet, by, await assertMayManage(context, packet))
    return panel(context, packet, text('extend-done', { at: { instant: at, as: 'relative' } }))
  },
})

/**
 * Only the one whose money it was can add more of it; a chat's packet, its moderators. Refuses
 * `packet-not-yours`.
 */
export function topUpCommand(programme: Programme) {
  return command({
    name: 'packet-topup',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({
      ...packetArg,
      amount: amountText((typed) => assertAmount(typed, programme.assets), ['10', '20', '50']),
      shares: count(1, SHARES_MOST, ['5', '10', '20']),
    }),
    needsStanding: always,
    async preview(context, { packet, amount, shares }) {
      await assertMayManage(context, packet)
      const row = await packetOf(context.work, packet)
      assertMayPay(context, row)
      const asset = assetOf(programme, row.asset)
      const added = { amount: money(parseAmount(amount, asset), asset), shares }
      return { view: { text: [text('topup-preview', added)] }, confirm: text('topup-confirm', added) }
    },
    async handle(context, { packet, amount, shares }) {
      const actor = await assertMayManage(context, packet)
      const row = await packetOf(context.work, packet)
      assertMayPay(context, row)
      const asset = assetOf(programme, row.asset)
      const total = parseAmount(amount, asset)
      const rules = { policy: programme.packets, fourEyes: programme.treasury.fourEyes }
      await topUp(context.work, packet, { total, shares }, rules, actor)
      return panel(context, packet, text('topup-done', { amount: money(total, asset), shares }))
    },
  })
}

/** The same packet in one more chat, with the same counter; offered are the groups the sender was met in. */
export const shareCommand = command({
  name: 'packet-share',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({ ...packetArg, chat: code(12) }),
  needsStanding: always,
  async choices({ work, actor }, argument, { packet = '' }) {
    if (argument !== 'chat') return undefined
    const there = await placesOf(work, packet)
    const groups = (await groupsOf(work, actor.member)).filter(({ id }) => !there.includes(id))
    return groups.map(({ id, title, platform }) => ({ value: String(id), label: `${title} (${platform})` }))
  },
  async handle(context, { packet, chat }) {
    const actor = await assertMayManage(context, packet)
    const groups = await groupsOf(context.work, context.actor.member)
    const group = groups.find(({ id }) => String(id) === chat) ?? refuse('chat-unknown')
    await postHere(context.work, packet, { chat: group.id }, actor)
    return panel(context, packet, text('share-done', { title: group.title }))
  },
})

/** The sender's own packets, to choose one from. */
export const packetsCommand = command({
  name: 'packets-mine',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({}),
  async handle({ work, actor }) {
    const mine = await packetsBySender(work, actor.member, OFFERED)
    if (mine.length === 0) return { text: [text('packets-none')] }
    const rows = mine.map(({ id, total, asset, taken, shares }): Button[] => [
      {
        kind: 'press',
        label: text('packets-line', { amount: { amount: total, asset }, taken, shares }),
        press: { command: 'packet-panel', values: { packet: id } },
      },
    ])
    return { text: [text('packets-title')], rows }
  },
})
