/** How that looks which waits for a second person. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { conditionText } from '../conditions/cards.js'
import { type Owner, parseOwner } from '../ledger/ledger.js'
import { chatOf, nameOf } from '../members/members.js'
import { expectation, floorOf, money, type PacketOrder, type PacketRequest } from '../packets/packets.js'

type Place = Pick<Context, 'work' | 'platform'>

/** A deposit or a withdrawal, asked for or only typed. With a number where several are in one message. */
export async function treasuryText(
  place: Place,
  asked: {
    kind: string
    owner: Owner | string
    amount: bigint
    asset: string
    reason: string
    maker: number
  },
  number?: string,
): Promise<Text[]> {
  const owner = typeof asked.owner === 'string' ? parseOwner(asked.owner) : asked.owner
  const who = await ownerName(place, owner)
  const maker = await nameOf(place.work, asked.maker, place.platform)
  const params = { amount: { amount: asked.amount, asset: asked.asset }, owner: who }
  return [
    number === undefined
      ? text(`treasury-${asked.kind}`, params)
      : text(`treasury-${asked.kind}.numbered`, { ...params, number }),
    text('treasury-reason', { reason: asked.reason, maker }),
  ]
}

async function ownerName({ work, platform }: Place, owner: Owner | undefined): Promise<string> {
  if (owner?.kind === 'member') return nameOf(work, owner.id, platform)
  return owner?.kind === 'chat' ? (await chatOf(work, owner.id)).title : ''
}

/** A packet above the limit, in full. */
export async function packetRequestText(
  { work, platform }: Place,
  { maker, order }: Pick<PacketRequest, 'maker' | 'order'>,
  programme: Programme,
): Promise<Text[]> {
  const name = await nameOf(work, maker, platform)
  const { title } = await chatOf(work, order.chat)
  return [text('packet-request', { name, title }), ...orderText(order, programme)]
}

/** The same as a line of a list. */
export async function packetRequestLine(
  { work, platform }: Place,
  { maker, order }: Pick<PacketRequest, 'maker' | 'order'>,
  number: string,
): Promise<Text> {
  const name = await nameOf(work, maker, platform)
  const { title } = await chatOf(work, order.chat)
  const { asset, total, shares } = order
  return text('packet-request.numbered', { number, name, title, amount: money(total, asset), shares })
}

/** What a packet will be, before it is one. */
export function orderText(order: PacketOrder, programme: Programme): Text[] {
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

/** What its sender hears when a packet is there. */
export function droppedView(id: string, { asset, total, shares }: PacketOrder): View {
  const dropped = text('redpacket-dropped', { amount: money(total, asset), shares, packet: id })
  const panel: Button = {
    kind: 'press',
    label: text('redpacket-panel'),
    press: { command: 'packet-panel', values: { packet: id } },
  }
  return { text: [dropped], rows: [[panel]], tone: 'success' }
}

/** Which of the two kinds of request; the first part of the names of their commands. */
export type RequestKind = 'treasury' | 'packet'

/** Yes or no; with a number where several requests are in one message. */
export function decideRow(kind: RequestKind, request: string, number?: string): Button[] {
  const press = (verdict: string) => ({ command: `${kind}-${verdict}`, values: { request } })
  const label = (verdict: string) =>
    number === undefined ? text(`request-${verdict}`) : text(`request-${verdict}.numbered`, { number })
  return [
    { kind: 'press', label: label('approve'), style: 'success', press: press('approve') },
    { kind: 'press', label: label('reject'), style: 'danger', press: press('reject') },
  ]
}
