/** How a packet looks in a chat: the card that everybody sees. */
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { conditionText } from '../conditions/cards.js'
import type { Condition } from '../conditions/conditions.js'
import { namesOf, type PlatformWord } from '../members/members.js'
import { money, type PacketFacts, packetFacts } from './packets.js'

/** Cells of the progress bar. */
const BAR = 10

/** Draws the card of a packet as it is now. Refuses `packet-unknown`. */
export async function packetCard(work: Work, id: string, platform: PlatformWord): Promise<View> {
  const facts = await packetFacts(work, id)
  const luckiest = facts.luckiest ? [facts.luckiest.member] : []
  const people = [facts.packet.sender, ...facts.named.map(({ member }) => member), ...luckiest]
  const names = await namesOf(work, people, platform)
  const name = (member: number) => names.get(member) ?? `#${member}`
  return facts.packet.endedAt === null ? livingCard(facts, name) : finalCard(facts, name)
}

/**
 * What is left of it in a chat that it was taken off. Its counter belongs to the others, and goes on there.
 * Refuses `packet-unknown`.
 */
export async function withdrawnCard(work: Work, id: string, platform: PlatformWord): Promise<View> {
  const { packet } = await packetFacts(work, id)
  const names = await namesOf(work, [packet.sender], platform)
  return {
    audience: 'everyone',
    tone: 'info',
    text: [titleText(packet, names.get(packet.sender) ?? `#${packet.sender}`), text('packet-card-withdrawn')],
    rows: [[button('verify', id, text('packet-card-verify'))]],
  }
}

type Naming = (member: number) => string

function livingCard(facts: PacketFacts, name: Naming): View {
  const { packet, conditions } = facts
  return {
    audience: 'everyone',
    tone: 'gift',
    text: [
      ...headText(facts, name),
      ...(packet.state === 'paused' ? [text('packet-card-paused')] : []),
      timeText(facts),
      ...conditions
        .filter(isTold)
        .map((condition) => text('packet-card-condition', { condition: conditionText(condition) })),
      ...(packet.passphrase === null ? [] : [text('packet-card-passphrase')]),
      proofText(facts),
    ],
    rows: [[claimButton(facts), button('packet-why', packet.id, text('packet-card-why'))]],
  }
}

/** That a packet is not for its sender goes without saying; Conditions says it to whoever asks. */
function isTold({ kind }: Condition): boolean {
  return kind !== 'not-sender'
}

function headText({ packet, entered }: PacketFacts, name: Naming): Text[] {
  const { sender, shares, greeting, draw, taken } = packet
  const head = titleText(packet, name(sender))
  const progress =
    draw === 'window'
      ? text('packet-card-entered', { entered, shares })
      : text('packet-card-progress', { bar: bar(taken, shares), taken, shares })
  return [head, ...(greeting ? [text('packet-card-greeting', { greeting })] : []), progress]
}

function titleText({ draw, total, asset, shares }: PacketFacts['packet'], name: string): Text {
  return text(`packet-card-title-${draw}`, { name, amount: { amount: total, asset }, shares })
}

function bar(taken: number, shares: number): string {
  const full = Math.floor((taken * BAR) / shares)
  return '▰'.repeat(full) + '▱'.repeat(BAR - full)
}

function timeText({ packet }: PacketFacts): Text {
  const { draw, drawAt, expiresAt } = packet
  return text(draw === 'window' ? 'packet-card-draw' : 'packet-card-ends', {
    at: { instant: drawAt ?? expiresAt, as: 'relative' },
  })
}

function proofText({ tranches }: PacketFacts): Text {
  const proofs = tranches.map(({ commitment }) => text('packet-card-proof-one', { proof: commitment }))
  return text('packet-card-proof', { proofs: { list: proofs } })
}

function claimButton({ packet }: PacketFacts): Button {
  const label = text(packet.draw === 'window' ? 'packet-card-enter' : 'packet-card-claim')
  const disabled = packet.state === 'paused'
  return { ...button('packet-claim', packet.id, label), style: 'success', disabled }
}

function finalCard(facts: PacketFacts, name: Naming): View {
  const { packet, named } = facts
  const { asset } = packet
  const lines = named.map(({ member, amount }) =>
    text('packet-card-claim-line', { name: name(member), amount: { amount, asset } }),
  )
  const unnamed = packet.taken - named.length
  const more = unnamed > 0 ? [text('packet-card-more', { count: unnamed })] : []
  return {
    audience: 'everyone',
    tone: packet.state === 'closed' ? 'success' : 'info',
    text: [
      ...headText(facts, name),
      text(wasNobodyIn(facts) ? 'packet-card-nobody' : `packet-card-${packet.state}`),
      ...excludedText(facts),
      ...luckiestText(facts, name),
      ...lines,
      ...more,
      sumText(facts),
      proofText(facts),
    ],
    rows: [[button('verify', packet.id, text('packet-card-verify'))]],
  }
}

function wasNobodyIn({ packet, excluded }: PacketFacts): boolean {
  const { draw, state, taken } = packet
  return draw === 'window' && state === 'closed' && taken === 0 && excluded === 0
}

/** Nobody is left out of a draw without everybody reading how many were. */
function excludedText({ excluded }: PacketFacts): Text[] {
  return excluded > 0 ? [text('packet-card-excluded', { count: excluded })] : []
}

/** Of several lucky shares one is the luckiest; equal shares have none. */
function luckiestText({ packet, luckiest }: PacketFacts, name: Naming): Text[] {
  if (!luckiest || packet.split !== 'lucky' || packet.taken < 2) return []
  const amount = { amount: luckiest.amount, asset: packet.asset }
  return [text('packet-card-luckiest', { name: name(luckiest.member), amount })]
}

function sumText({ packet }: PacketFacts): Text {
  const asset = { code: packet.asset }
  const returned = packet.total - packet.paid
  return text('packet-card-sum', { paid: money(packet.paid, asset), returned: money(returned, asset) })
}

function button(command: string, packet: string, label: Text): Button & { kind: 'press' } {
  return { kind: 'press', label, press: { command, values: { packet } } }
}
