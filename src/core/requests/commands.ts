/**
 * What waits for a second person: money in and out, and packets above the limit. Those who may decide are
 * told, find all of it in one list, and see once more what they agree to; who asked hears what became of it.
 */
import { z } from 'zod'
import { code, count } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Beat } from '../../storage/beat.js'
import type { Work } from '../../storage/storage.js'
import { parseOwner } from '../ledger/ledger.js'
import { nameOf, ownerNow } from '../members/members.js'
import { type Choose, tellHolders, tellMember } from '../notices/notices.js'
import {
  approvePacket,
  dropRules,
  duePacketRequests,
  expirePacketRequest,
  type Lost,
  makerOf,
  money,
  openPacketRequests,
  type PacketOrder,
  packetRequestFor,
  rejectPacket,
} from '../packets/packets.js'
import {
  decideTreasury,
  openRequests,
  type TreasuryRequest,
  treasuryRequestFor,
} from '../treasury/treasury.js'
import {
  decideRow,
  droppedView,
  packetRequestLine,
  packetRequestText,
  type RequestKind,
  targetText,
  treasuryText,
} from './cards.js'
import { lostRight } from './right.js'

/** Who may ask for money in and out, and see what waits. */
export const MAKERS = ['admin', 'finance_maker', 'finance_checker'] as const
/** Who may decide. */
const CHECKERS = ['admin', 'finance_checker'] as const

/** Requests on a page: each has a row of buttons, the pages another, and Discord takes five rows. */
const PAGE = 4
const PAGES_MOST = 1_000

export interface RequestDeps {
  programme: Programme
  choose: Choose
}

interface Waiting {
  kind: RequestKind
  id: string
  /** How it is called in a list: short, and the same on its line and on its buttons. */
  number: string
  maker: number
  createdAt: number
  lines(): Promise<Text[]>
}

/** A page of what waits, the oldest first; buttons for those who may decide it. Pages count from 1. */
export async function waitingView(context: Context, page: number, programme: Programme): Promise<View> {
  const from = (page - 1) * PAGE
  const waiting = await waitingUpTo(context, from + PAGE + 1)
  const shown = waiting.slice(from, from + PAGE)
  if (shown.length === 0 && page > 1) return waitingView(context, 1, programme)
  if (shown.length === 0) return { text: [text('treasury-none')] }
  const lines: Text[] = []
  for (const request of shown) lines.push(...(await request.lines()))
  const rows = shown
    .filter(({ maker }) => mayDecide(context, maker, programme))
    .map(({ kind, id, number }) => decideRow(kind, id, number))
  const pages = pageRow(page, waiting.length > from + PAGE)
  return { text: [text('treasury-title'), ...lines], rows: [...rows, ...pages] }
}

/** The oldest `most` requests of both kinds. */
async function waitingUpTo(context: Context, most: number): Promise<Waiting[]> {
  const treasury = (await openRequests(context.work, most)).map((request): Waiting => {
    const number = String(request.id)
    const lines = () => treasuryText(context, request, number)
    return { ...request, kind: 'treasury', id: number, number, lines }
  })
  const packets = (await openPacketRequests(context.work, most)).map((request): Waiting => {
    const number = request.id.slice(0, 6)
    const lines = async () => [await packetRequestLine(context, request, number)]
    return { ...request, kind: 'packet', number, lines }
  })
  return [...treasury, ...packets].sort((a, b) => a.createdAt - b.createdAt).slice(0, most)
}

function mayDecide({ actor }: Context, maker: number, { treasury }: Programme): boolean {
  const isChecker = CHECKERS.some((role) => actor.roles.includes(role))
  return isChecker && !(treasury.fourEyes && maker === actor.member)
}

function pageRow(page: number, more: boolean): Button[][] {
  const to = (label: string, target: number): Button => ({
    kind: 'press',
    label: text(label),
    press: { command: 'treasury-list', values: { page: String(target) } },
  })
  const row = [
    ...(page > 1 ? [to('treasury-earlier', page - 1)] : []),
    ...(more ? [to('treasury-later', page + 1)] : []),
  ]
  return row.length > 0 ? [row] : []
}

/** Turns the pages of the list. */
export function waitingCommand({ programme }: RequestDeps) {
  return command({
    name: 'treasury-list',
    who: MAKERS,
    where: 'anywhere',
    args: z.object({ page: count(1, PAGES_MOST) }),
    handle: async (context, { page }) => ({
      ...(await waitingView(context, page, programme)),
      replace: true,
    }),
  })
}

/** Puts a request before everyone who may decide it. */
export async function tellCheckers(
  work: Work,
  { kind, id, maker, lines }: { kind: RequestKind; id: string; maker: number; lines: Text[] },
  choose: Choose,
): Promise<void> {
  const view = { text: lines, rows: [decideRow(kind, id)] }
  await tellHolders(work, { key: `${kind}-request:${id}`, roles: CHECKERS, except: [maker], view }, choose)
}

/** One kind of request, as it is decided. */
interface Desk<Id> {
  kind: RequestKind
  /** The argument that names it. */
  id: z.ZodType<Id, string>
  /** Whose standing decides whether it can be approved at all. */
  concerns?(work: Work, id: string): Promise<{ member: number; chat: number } | undefined>
  /**
   * What is decided about, if this person may decide it so now. Undefined where there is nothing to agree to
   * any more: then it is decided at once.
   */
  show(
    context: Context,
    id: Id,
    approve: boolean,
  ): Promise<{ lines: Text[]; amount: ReturnType<typeof money> } | undefined>
  decide(context: Context, id: Id, approve: boolean): Promise<View>
}

/** The no is one tap. The yes moves money, so it shows first how much and for whom. */
function decision<Id>({ kind, id, show, decide, concerns }: Desk<Id>, approve: boolean) {
  return command({
    name: `${kind}-${approve ? 'approve' : 'reject'}`,
    who: CHECKERS,
    where: 'anywhere',
    args: z.object({ request: id }),
    alwaysPreview: approve,
    concerns: async (look, { request }) =>
      approve && request !== undefined ? look(async (work) => concerns?.(work, request)) : undefined,
    async preview(context, { request }) {
      const shown = await show(context, request, approve)
      if (!shown) return undefined
      const confirm = text('request-confirm', { amount: shown.amount })
      return { view: { text: shown.lines, tone: 'warning' }, confirm }
    },
    async handle(context, { request }) {
      return { ...(await decide(context, request, approve)), rows: [[listButton]], replace: true }
    },
  })
}

const listButton: Button = {
  kind: 'press',
  label: text('choice-list'),
  press: { command: 'treasury-list', values: { page: '1' } },
}

/** The yes and the no of every kind. */
export function decisionCommands(deps: RequestDeps) {
  const treasury = treasuryDesk(deps)
  const packets = packetDesk(deps)
  return [
    decision(treasury, true),
    decision(treasury, false),
    decision(packets, true),
    decision(packets, false),
  ]
}

function treasuryDesk(deps: RequestDeps): Desk<number> {
  const { fourEyes } = deps.programme.treasury
  return {
    kind: 'treasury',
    id: count(1, Number.MAX_SAFE_INTEGER),
    async show(context, id, approve) {
      const decision = { checker: context.actor.member, approve, fourEyes }
      const request = await treasuryRequestFor(context.work, id, decision)
      const { amount, asset } = request
      return { lines: await treasuryText(context, request), amount: money(amount, { code: asset }) }
    },
    decide: (context, id, approve) => decidedTreasury(context, id, approve, deps),
  }
}

/** Decides, and tells whom it concerns. */
export async function decidedTreasury(
  context: Context,
  id: number,
  approve: boolean,
  { programme, choose }: RequestDeps,
): Promise<View> {
  const { work, actor } = context
  const decision = { checker: actor.member, approve, fourEyes: programme.treasury.fourEyes }
  const request = await decideTreasury(work, id, decision)
  const lines = await treasuryText(context, request)
  if (request.maker !== actor.member) {
    const news = text(`treasury-told-${request.state}`, { name: await nameOf(work, actor.member) })
    const view = { text: [news, ...lines] }
    await tellMember(work, { key: `treasury-decided:${id}`, member: request.maker, view }, choose)
  }
  if (approve) await tellOwner(context, request, choose)
  return { text: [text(`treasury-${request.state}`), ...lines], tone: approve ? 'success' : 'info' }
}

/** Whoever's money moved is told, and why; not when they asked or decided themselves. */
async function tellOwner({ work, actor }: Context, request: TreasuryRequest, choose: Choose): Promise<void> {
  const asked = parseOwner(request.owner)
  const owner = asked && (await ownerNow(work, asked))
  if (owner?.kind !== 'member' || owner.id === request.maker || owner.id === actor.member) return
  const { kind, amount, asset, reason, id } = request
  const view = {
    text: [text(`treasury-told-${kind}`, { amount: { amount, asset }, reason: { said: reason } })],
  }
  await tellMember(work, { key: `treasury-told:${id}`, member: owner.id, view }, choose)
}

function packetDesk({ programme, choose }: RequestDeps): Desk<string> {
  const rules = dropRules(programme)
  return {
    kind: 'packet',
    id: code(),
    concerns: makerOf,
    async show(context, id) {
      const request = await packetRequestFor(context.work, id, context.actor.member, rules)
      if (await lostRight(context, request.order)) return undefined
      const { asset, total } = request.order
      return { lines: await packetRequestText(context, request, programme), amount: money(total, asset) }
    },
    async decide(context, request, approve) {
      const { work, actor } = context
      const asked = await packetRequestFor(work, request, actor.member, rules)
      const lost = approve ? await lostRight(context, asked.order) : undefined
      if (lost) {
        const order = await rejectPacket(work, request, actor.member, rules, lost)
        await tellSender(work, request, order, notDropped(lost, order), choose)
        return { text: [text(`packet-request-${lost}`)], tone: 'refusal' }
      }
      if (!approve) {
        const order = await rejectPacket(work, request, actor.member, rules)
        await tellSender(work, request, order, notDropped('rejected', order), choose)
        return { text: [text('packet-request-rejected')], tone: 'info' }
      }
      const { id, order } = await approvePacket(work, request, actor.member, rules)
      const told = droppedView(id, order, [await targetText(work, order)])
      await tellSender(work, request, order, told, choose)
      return { text: [text('packet-request-approved', { packet: id })], tone: 'success' }
    },
  }
}

function notDropped(why: 'rejected' | 'expired' | Lost, { total, asset }: PacketOrder): View {
  return { text: [text(`packet-request-told-${why}`, { amount: money(total, asset) })] }
}

/** Whoever asked for a packet hears what became of it. */
function tellSender(
  work: Work,
  request: string,
  { sender }: PacketOrder,
  view: View,
  choose: Choose,
): Promise<void> {
  return tellMember(work, { key: `packet-request-told:${request}`, member: sender, view }, choose)
}

/** How often it is looked whether a request has waited too long, in ms. */
const EVERY_MS = 60_000

/** Requests that nobody decided in time end, and who asked is told. */
export function requestsBeat({ choose }: Pick<RequestDeps, 'choose'>): Beat {
  return {
    name: 'packet-requests-due',
    everyMs: EVERY_MS,
    due: duePacketRequests,
    async settle(work, id) {
      const order = await expirePacketRequest(work, id)
      if (order) await tellSender(work, id, order, notDropped('expired', order), choose)
    },
  }
}
