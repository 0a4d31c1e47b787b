/**
 * Claims: the hot path. Presses come as a list and are answered as a list; a single press is a list of one. A
 * packet's presses are decided under the lock of its row, in the order they came, and written in a few
 * statements.
 */
import { fromJson } from '../../kit/json.js'
import { must } from '../../kit/refusal.js'
import type { Param } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { type Condition, judgeAll, type Person, type Verdict } from '../conditions/conditions.js'
import { memberText } from '../facts/facts.js'
import { freezesOver, type Scope } from '../freezes/freezes.js'
import type { Owner } from '../ledger/ledger.js'
import { numbersAround, pinPeople } from '../members/members.js'
import { closePacket } from './ending.js'
import { opensWith } from './passphrase.js'
import { payAll } from './paying.js'
import { packetOf, touchPackets } from './seen.js'
import { payerOf, scopesAround, stopAmong } from './stops.js'
import type { ClaimRow, PacketRow, PlaceRow, ShareRow } from './store.js'
import * as store from './store.js'

export interface ClaimPress {
  packet: string
  member: number
  /** Chat of the press, by its own number. */
  chat: number
  /** Facts about the person but for whether they sent the packet. */
  person: Omit<Person, 'isSender'>
  passphrase?: string
}

export type ClaimResult =
  /** Paid now; `left` shares are still there. */
  | { kind: 'paid'; amount: bigint; asset: string; left: number }
  /** In for the draw at `drawAt`, which is `aheadMs` from now. */
  | { kind: 'entered'; drawAt: number; aheadMs: number }
  /** The packet wants a passphrase and none was given. */
  | { kind: 'passphrase' }
  /** A condition is not met, or could not be checked. */
  | { kind: 'conditions'; verdicts: Verdict[] }
  | { kind: 'refused'; key: string; params: Record<string, Param> }

/** Conditions of a packet, for whoever must ask the platform first. Undefined: no such packet. */
export async function conditionsOf(work: Work, packet: string): Promise<Condition[] | undefined> {
  const [row] = await store.packetById(work, { id: packet })
  return row && fromJson<Condition[]>(row.conditions)
}

/**
 * Decides every press, pays the winners, and answers in the order of the list. A claim counts for the person,
 * under whichever number and by whichever account it was made. Refusals (as results, nothing
 * is undone for the others): `packet-unknown`, `packet-elsewhere`, `packet-withdrawn`, `frozen-…`,
 * `claimed-already`, `entered-already`, `packet-drawn`,
 * `packet-empty`, `packet-expired`, `packet-cancelled`, `packet-paused`, `passphrase-wrong`,
 * `passphrase-tries`.
 */
export async function claimShares(
  work: Work,
  presses: readonly ClaimPress[],
  policy: { passphraseTries: number },
): Promise<ClaimResult[]> {
  const people = await pinPeople(
    work,
    presses.map(({ member }) => member),
  )
  const byPacket = new Map<string, { press: ClaimPress; at: number }[]>()
  for (const [at, asked] of presses.entries()) {
    const press = { ...asked, member: people.now(asked.member) }
    byPacket.set(press.packet, [...(byPacket.get(press.packet) ?? []), { press, at }])
  }
  const results: ClaimResult[] = []
  const decided: Decided[] = []
  for (const [id, packet] of await lockAll(work, byPacket.keys())) {
    const group = must(byPacket.get(id), 'the presses of a packet')
    if (!packet) {
      for (const { at } of group) results[at] = no('packet-unknown', { packet: id })
      continue
    }
    const presses = group.map(({ press }) => press)
    const desk = openDesk(packet, await knownOf(work, packet, presses), work.now, policy)
    for (const { press, at } of group) results[at] = desk.decide(press)
    decided.push({ packet, desk })
  }
  await write(work, decided)
  return results
}

/** Ascending by id, as every unit that locks several packets does: no two of them wait for each other. */
async function lockAll(work: Work, ids: Iterable<string>): Promise<Map<string, PacketRow | undefined>> {
  const packets = new Map<string, PacketRow | undefined>()
  for (const id of [...ids].sort()) {
    const [packet] = await store.lockedPacket(work, { id })
    packets.set(id, packet)
  }
  return packets
}

interface Known {
  claims: Map<number, ClaimRow>
  entered: Set<number>
  /** By chat. */
  places: Map<number, PlaceRow>
  freezes: Map<string, { reason: string }>
  payer: Owner
  tries: Map<number, number>
  shares: ShareRow[]
}

async function knownOf(work: Work, packet: PacketRow, presses: ClaimPress[]): Promise<Known> {
  const members = new Set(presses.map(({ member }) => member))
  const payer = await payerOf(work, packet)
  const scopes = new Set<Scope>()
  for (const press of presses) for (const [scope] of scopesOf(packet, payer, press)) scopes.add(scope)
  const people = await numbersAround(work, members)
  const claims = await store.claimsOfMembers(work, packet.id, people.all)
  const places = await store.chatsOfPacket(work, { packet: packet.id })
  const isWindow = packet.draw === 'window'
  const entered = isWindow ? await store.entriesOfMembers(work, packet.id, members) : []
  return {
    claims: new Map(claims.map((claim) => [people.now(claim.member), claim])),
    entered: new Set(entered.map(({ member }) => member)),
    places: new Map(places.map((place) => [place.chat, place])),
    freezes: await freezesOver(work, [...scopes]),
    payer,
    tries: packet.passphrase ? await store.triesOf(work, packet.id, members) : new Map(),
    shares: isWindow ? [] : await store.nextShares(work, packet.id, packet.taken, members.size),
  }
}

/** Decides presses one after the other, each on what those before it left. Pure but for its own memory. */
function openDesk(packet: PacketRow, known: Known, now: number, policy: { passphraseTries: number }) {
  const conditions = fromJson<Condition[]>(packet.conditions)
  const claims: ClaimRow[] = []
  const entries: { packet: string; member: number; chat: number; at: number }[] = []
  const wrong: number[] = []

  function decide(press: ClaimPress): ClaimResult {
    return (
      refuseByPlace(packet, known, press) ??
      refuseByHistory(packet, known, press, now) ??
      refuseByState(packet, now) ??
      refuseByFreeze(packet, known, press) ??
      refuseByConditions(packet, conditions, press, now) ??
      askPassphrase(press) ??
      (packet.draw === 'window' ? enter(press) : take(press))
    )
  }

  function askPassphrase({ member, passphrase }: ClaimPress): ClaimResult | undefined {
    if (packet.passphrase === null) return undefined
    const tries = known.tries.get(member) ?? 0
    if (tries >= policy.passphraseTries) return no('passphrase-tries', { tries })
    if (passphrase === undefined) return { kind: 'passphrase' }
    if (opensWith(packet.passphrase, packet.seed, passphrase)) return undefined
    known.tries.set(member, tries + 1)
    wrong.push(member)
    return no('passphrase-wrong', { left: policy.passphraseTries - tries - 1 })
  }

  function enter({ member, chat }: ClaimPress): ClaimResult {
    known.entered.add(member)
    entries.push({ packet: packet.id, member, chat, at: now })
    const drawAt = drawAtOf(packet)
    return { kind: 'entered', drawAt, aheadMs: drawAt - now }
  }

  function take({ member, chat }: ClaimPress): ClaimResult {
    const share = known.shares[claims.length]
    if (!share) return no('packet-empty', { shares: packet.shares })
    const claim = { packet: packet.id, member, slot: share.slot, amount: share.amount, chat, at: now }
    claims.push(claim)
    known.claims.set(member, claim)
    const left = packet.shares - packet.taken - claims.length
    return { kind: 'paid', amount: share.amount, asset: packet.asset, left }
  }

  return { decide, claims, entries, wrong }
}

function no(key: string, params: Record<string, Param> = {}): ClaimResult {
  return { kind: 'refused', key, params }
}

function refuseByPlace({ id }: PacketRow, { places }: Known, { chat }: ClaimPress): ClaimResult | undefined {
  const place = places.get(chat)
  if (!place) return no('packet-elsewhere', { packet: id })
  return place.withdrawnAt === null ? undefined : no('packet-withdrawn')
}

function drawAtOf({ drawAt, expiresAt }: PacketRow): number {
  return drawAt ?? expiresAt
}

function refuseByHistory(
  packet: PacketRow,
  known: Known,
  { member }: ClaimPress,
  now: number,
): ClaimResult | undefined {
  const claim = known.claims.get(member)
  if (claim) return no('claimed-already', { amount: { amount: claim.amount, asset: packet.asset } })
  if (!known.entered.has(member)) return undefined
  if (packet.state === 'closed') return no('packet-drawn')
  if (packet.endedAt !== null) return undefined
  return no('entered-already', { draw: { instant: drawAtOf(packet), as: 'moment' }, is: drawIs(packet, now) })
}

/** Of a draw that is not over: its time is to come, has come, or came while it was paused, and it is void. */
function drawIs(packet: PacketRow, now: number): 'ahead' | 'due' | 'void' {
  if (now < drawAtOf(packet)) return 'ahead'
  return packet.state === 'paused' ? 'void' : 'due'
}

/**
 * The same moment decides claims and the return of the rest: `now < expiresAt` here, `now >= expiresAt`
 * there.
 */
function refuseByState(packet: PacketRow, now: number): ClaimResult | undefined {
  const { state, expiresAt, shares } = packet
  if (state === 'closed') return no('packet-empty', { shares })
  if (state === 'cancelled') {
    return no('packet-cancelled', { by: packet.endedBy === 'system' ? 'system' : 'people' })
  }
  if (state === 'expired' || now >= expiresAt) return no('packet-expired')
  return state === 'paused' ? no('packet-paused') : undefined
}

/** What may be stopped around a press: also whoever presses. */
function scopesOf(packet: PacketRow, payer: Owner, { member, chat }: ClaimPress) {
  const by = memberText(member)
  const around = scopesAround(packet, { payer, by, chats: [chat] })
  return [...around.slice(0, -1), [by, 'frozen-member'] as const, ...around.slice(-1)]
}

function refuseByFreeze(
  packet: PacketRow,
  { freezes, payer }: Known,
  press: ClaimPress,
): ClaimResult | undefined {
  const found = stopAmong(scopesOf(packet, payer, press), freezes)
  return found && no(found.key, { reason: found.reason })
}

function refuseByConditions(
  packet: PacketRow,
  conditions: readonly Condition[],
  { person, member }: ClaimPress,
  now: number,
): ClaimResult | undefined {
  if (conditions.length === 0) return undefined
  const verdicts = judgeAll(conditions, { ...person, isSender: member === packet.sender }, now)
  return verdicts.every(({ result }) => result === 'met') ? undefined : { kind: 'conditions', verdicts }
}

interface Decided {
  packet: PacketRow
  desk: ReturnType<typeof openDesk>
}

/**
 * All packets are locked by now. The ledger is locked once, for all of them, and the facts after it: a unit
 * that went back from the ledger or the facts to a packet, a wallet or a wrong try could wait for one that
 * waits for it.
 */
async function write(work: Work, decided: readonly Decided[]): Promise<void> {
  for (const { packet, desk } of decided) {
    for (const member of desk.wrong) await store.countTry(work, packet.id, member)
    if (desk.entries.length > 0) await store.insertEntries(work, desk.entries)
  }
  const paid = decided.filter(({ desk }) => desk.claims.length > 0)
  await payAll(
    work,
    paid.map(({ packet, desk }) => ({ packet, claims: desk.claims })),
  )
  for (const { packet, desk } of paid)
    if (packet.taken + desk.claims.length === packet.shares) await closePacket(work, packet)
  const changed = decided.filter(({ desk }) => desk.claims.length + desk.entries.length > 0)
  await touchPackets(
    work,
    changed.map(({ packet }) => packet.id),
  )
}

export interface Outlook {
  packet: PacketRow
  verdicts: Verdict[]
  refusal: ClaimResult | undefined
  /** They have claimed or entered already, and with its passphrase where it has one. */
  isIn: boolean
}

/**
 * What stands between a person and a share, judged without claiming: every condition, and what else would
 * refuse.
 */
export async function whyNot(work: Work, press: Omit<ClaimPress, 'passphrase'>): Promise<Outlook> {
  const packet = await packetOf(work, press.packet)
  const known = await knownOf(work, packet, [press])
  const conditions = fromJson<Condition[]>(packet.conditions)
  const verdicts = judgeAll(
    conditions,
    { ...press.person, isSender: press.member === packet.sender },
    work.now,
  )
  const refusal =
    refuseByPlace(packet, known, press) ??
    refuseByHistory(packet, known, press, work.now) ??
    refuseByState(packet, work.now) ??
    refuseByFreeze(packet, known, press)
  const isIn = known.claims.has(press.member) || known.entered.has(press.member)
  return { packet, verdicts, refusal, isIn }
}
