/**
 * The draw of a window: everyone who pressed in time is in, and the committed seed says who holds a share.
 */
import { must } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { freezesOver, type Scope } from '../freezes/freezes.js'
import { chatOf } from '../members/members.js'
import { drawHolders } from './draw.js'
import { payAll } from './paying.js'
import { type ClaimRow, entriesOf, excludeEntries, nextShares, type PacketRow } from './store.js'

/** How a person stands in published lists: their number in this house, which names nobody outside it. */
export function referenceOf(member: number): string {
  return `member-${member}`
}

/** Draws the holders and pays them. The packet is locked and its time is over. */
export async function drawWindow(work: Work, packet: PacketRow): Promise<void> {
  const { entries, excluded } = await withoutFrozen(work, packet.id)
  const byReference = new Map(entries.map((entry) => [referenceOf(entry.member), entry]))
  const eligible = [...byReference.keys()]
  const holders = drawHolders({ seed: packet.seed, eligible, slots: packet.shares })
  const shares = await nextShares(work, packet.id, 0, holders.length)
  const claims = holders.map((holder, slot): ClaimRow => {
    const { member, chat } = must(byReference.get(holder), 'a holder who entered')
    const { amount } = must(shares[slot], 'a share for every holder')
    return { packet: packet.id, member, slot, amount, chat, at: work.now }
  })
  if (claims.length > 0) await payAll(work, [{ packet, claims }])
  if (excluded === 0) return
  const subject = `packet:${packet.id}`
  await record(work, { kind: 'packet-draw-trimmed', actor: 'system', subject, details: { excluded } })
}

/**
 * Who was stopped after entering is not in the draw, and who entered from a group that is stopped now
 * neither: a guest's stop keeps its own people out (its moderators may have seen bots enter), and not those
 * of the packet's other groups. Their entry stays, marked, and is published beside the list that is drawn
 * from: nobody can be left out without a trace.
 */
async function withoutFrozen(work: Work, packet: string) {
  const all = await entriesOf(work, { packet })
  const chatNow = await chatsNow(work, new Set(all.map(({ chat }) => chat)))
  const scopesOf = ({ member, chat }: (typeof all)[number]): Scope[] => [
    memberText(member),
    `chat:${chatNow.get(chat) ?? chat}`,
  ]
  const frozen = await freezesOver(work, [...new Set(all.flatMap(scopesOf))])
  const isOut = (entry: (typeof all)[number]) => scopesOf(entry).some((scope) => frozen.has(scope))
  const out = all.filter(isOut).map(({ member }) => member)
  await excludeEntries(work, packet, out)
  return { entries: all.filter((entry) => !isOut(entry)), excluded: out.length }
}

/** The chats that stand for these now: a stop is over the number that stays. */
async function chatsNow(work: Work, chats: ReadonlySet<number>): Promise<Map<number, number>> {
  const now = new Map<number, number>()
  for (const chat of chats) now.set(chat, (await chatOf(work, chat)).id)
  return now
}
