/** What the bot has told people alone while nobody acted as them: pure, so that its order can be tested. */
import type { PeopleAnswer, PlatformName } from '../../page-contract.js'

/** Messages by person id. */
export type Counts = Readonly<Record<string, number>>

export interface Unread {
  /** Told so far. */
  told: Counts
  /** How many of them were there when the person was acted as last. */
  seen: Counts
}

/** What was told before the page was opened is old news. */
export const firstLook = (answer: PeopleAnswer, platform: PlatformName): Unread => {
  const told = answer.told[platform]
  return { told, seen: told }
}

/** News while `acted` is the person one is. A server that began anew counts from nothing again. */
export function look(before: Unread, answer: PeopleAnswer, platform: PlatformName, acted: string): Unread {
  const told = answer.told[platform]
  const kept = Object.entries(before.seen).map(([id, count]) => [id, Math.min(count, told[id] ?? 0)])
  return become({ told, seen: Object.fromEntries(kept) as Counts }, acted)
}

/** Whoever one acts as sees what there is. */
export const become = ({ told, seen }: Unread, person: string): Unread => ({
  told,
  seen: { ...seen, [person]: told[person] ?? 0 },
})

export const unreadOf = ({ told, seen }: Unread, person: string): number =>
  Math.max(0, (told[person] ?? 0) - (seen[person] ?? 0))
