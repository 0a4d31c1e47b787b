/** How that looks which waits for a second person. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { conditionText } from '../conditions/cards.js'
import { type Owner, parseOwner } from '../ledger/ledger.js'
import { chatLabel, chatOf, nameOf, ownerNow, personNow } from '../members/members.js'
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
  const maker = await personText(place, asked.maker)
  const amount = { amount: asked.amount, asset: asked.asset }
  const params = { amount, owner: owner ? await ownerParam(place, owner) : '' }
  return [
    number === undefined
      ? text(`treasury-${asked.kind}`, params)
      : text(`treasury-${asked.kind}.numbered`, { ...params, number }),
    text('treasury-reason', { reason: { said: asked.reason }, maker }),
  ]
}

async function ownerParam(place: Place, asked: Owner): Promise<Text | string> {
  const owner = await ownerNow(place.work, asked)
  if (owner.kind === 'member') return personText(place, owner.id)
  if (owner.kind !== 'chat') return ''
  const { title } = await chatOf(place.work, owner.id)
  return text('money-of-group', { number: String(owner.id), title })
}

/** Names are chosen freely and may be anybody's: whoever agrees to money sees the number before them. */
async function personText({ work, platform }: Place, member: number): Promise<Text> {
  const number = String(await personNow(work, member))
  return text('money-of-person', { number, name: await nameOf(work, member, platform) })
}

/** The same of a packet: who wants to drop it, and where. */
async function packetParams(
  { work, platform }: Place,
  { maker, order }: Pick<PacketRequest, 'maker' | 'order'>,
) {
  const { id, title } = await chatOf(work, order.chat)
  const name = await nameOf(work, maker, platform)
  return { person: String(await personNow(work, maker)), name, chat: String(id), title }
}

/** A packet above the limit, in full. */
export async function packetRequestText(
  place: Place,
  request: Pick<PacketRequest, 'maker' | 'order'>,
  programme: Programme,
): Promise<Text[]> {
  const params = await packetParams(place, request)
  return [text('packet-request', params), ...orderText(request.order, programme)]
}

/** The same as a line of a list. */
export async function packetRequestLine(
  place: Place,
  request: Pick<PacketRequest, 'maker' | 'order'>,
  number: string,
): Promise<Text> {
  const { asset, total, shares } = request.order
  const params = { ...(await packetParams(place, request)), amount: money(total, asset), shares }
  return text('packet-request.numbered', { ...params, number })
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

/** Which group a packet is for, where whoever reads it does not see it around them. */
export async function targetText(work: Context['work'], { chat }: PacketOrder): Promise<Text> {
  return text('redpacket-in', { group: chatLabel(await chatOf(work, chat)) })
}

/** What its sender hears when a packet is there. `target`: see {@link targetText}. */
export function droppedView(id: string, { asset, total, shares }: PacketOrder, target: Text[]): View {
  const dropped = text('redpacket-dropped', { amount: money(total, asset), shares, packet: id })
  const panel: Button = {
    kind: 'press',
    label: text('redpacket-panel'),
    press: { command: 'packet-panel', values: { packet: id } },
  }
  return { text: [dropped, ...target], rows: [[panel]], tone: 'success' }
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
