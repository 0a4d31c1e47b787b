/**
 * Numbers of people. Two that turn out to be one keep both: one stands for the person from then on, under the
 * other stays what can never be changed (claims, transfers, facts).
 */
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { Again } from '../../kit/again.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'

export interface Numbers {
  /** The number that stands for this one now. */
  now(member: number): number
  /** All that these people ever had, each once. */
  all: number[]
}

const linksAround = prepared('members.links-around', (db, t, p: { members: List }) =>
  db
    .select({ gone: t.memberLinks.gone, person: t.memberLinks.person })
    .from(t.memberLinks)
    .where(or(among(t.memberLinks.gone, p.members), among(t.memberLinks.person, p.members))),
)

/** Which numbers these people have, and which stands for each. */
export async function numbersAround(work: Work, members: Iterable<number>): Promise<Numbers> {
  const asked = new Set(members)
  const links = await linksAround(work, { members: listOf(asked) })
  const persons = new Map(links.map(({ gone, person }) => [gone, person]))
  const now = (member: number) => persons.get(member) ?? member
  // Of one that gave way the others are found by the number that stands for it.
  const beyond = [...asked].map(now).filter((member) => !asked.has(member))
  if (beyond.length > 0) return numbersAround(work, [...asked, ...beyond])
  return { now, all: [...new Set([...asked, ...persons.keys()])] }
}

/** The number that stands for a person now. */
export async function personNow(work: Work, member: number): Promise<number> {
  return (await numbersAround(work, [member])).now(member)
}

/** All numbers of a person, the one that stands for them first. */
export async function numbersOf(work: Work, member: number): Promise<number[]> {
  const { now, all } = await numbersAround(work, [member])
  return [now(member), ...all.filter((one) => one !== now(member))]
}

const pinned = prepared('members.pinned', (db, t, p: { members: List }, _lock, pin) =>
  pin(
    db
      .select({ id: t.members.id })
      .from(t.members)
      .where(among(t.members.id, p.members))
      .orderBy(asc(t.members.id)),
  ),
)

/**
 * From here to the commit none of these people turns out to be another. To be called before any packet is
 * locked, see ARCHITECTURE.md, the order of locks.
 */
export async function pinPeople(work: Work, members: Iterable<number>): Promise<Numbers> {
  const asked = new Set(members)
  await pinned(work, { members: listOf(asked) })
  const numbers = await numbersAround(work, asked)
  const more = [...asked].map(numbers.now).filter((member) => !asked.has(member))
  return more.length > 0 ? pinPeople(work, [...asked, ...more]) : numbers
}

/**
 * Waits for every unit that does something for one of these people, and lets none begin until the commit. In
 * the order of their numbers, as all who want several.
 */
export async function seizePeople(work: Work, people: readonly number[]): Promise<void> {
  const { members } = work.t
  await work.seize(
    work.db
      .select({ id: members.id })
      .from(members)
      .where(inArray(members.id, [...people]))
      .orderBy(asc(members.id)),
  )
}

/** Like {@link seizePeople}. Throws {@link Again} where one of the two has become another meanwhile. */
export async function seizeTwo(work: Work, one: number, other: number): Promise<void> {
  await seizePeople(work, [one, other])
  const { now } = await numbersAround(work, [one, other])
  if (now(one) !== one || now(other) !== other) throw new Again('somebody has become another person')
}

/** Throws {@link Again} where the person that a unit began with has become another meanwhile. */
export async function assertStillOne(work: Work, member: number): Promise<void> {
  if ((await personNow(work, member)) !== member) throw new Again(`member ${member} has become another`)
}

/**
 * `gone` is `stays` from now on: whoever comes by an older number finds the person in one step. Both are
 * seized.
 */
export async function giveWay(
  work: Work,
  { gone, stays, by }: { gone: number; stays: number; by: string },
): Promise<void> {
  const { memberLinks, identities } = work.t
  await work.db.update(memberLinks).set({ person: stays }).where(eq(memberLinks.person, gone))
  await work.db.insert(memberLinks).values({ gone, stayed: stays, person: stays, at: work.now, by })
  await work.db.update(identities).set({ member: stays }).where(eq(identities.member, gone))
}

/** Who gave way to a number itself, and when, the earliest first. */
export async function linksInto(work: Work, member: number): Promise<{ gone: number; at: number }[]> {
  const { memberLinks } = work.t
  return work.db
    .select({ gone: memberLinks.gone, at: memberLinks.at })
    .from(memberLinks)
    .where(eq(memberLinks.stayed, member))
    .orderBy(asc(memberLinks.at), asc(memberLinks.gone))
}

/** Where a person was met, what they choose, fill in and sent: all goes to the number that stays. */
export async function carryTraces(work: Work, gone: number, stays: number): Promise<void> {
  const { sightings, forms, members, receivedFiles } = work.t
  const rows = await work.db.select().from(sightings).where(eq(sightings.member, gone))
  for (const { chat, at } of rows) {
    const [own] = await work.db
      .select({ at: sightings.at })
      .from(sightings)
      .where(and(eq(sightings.member, stays), eq(sightings.chat, chat)))
    const newest = own && own.at > at ? own.at : at
    await work.db
      .insert(sightings)
      .values({ chat, member: stays, at: newest })
      .onConflictDoUpdate({ target: [sightings.chat, sightings.member], set: { at: newest } })
  }
  await work.db.delete(sightings).where(eq(sightings.member, gone))
  await work.db.update(forms).set({ member: stays }).where(eq(forms.member, gone))
  await work.db.update(receivedFiles).set({ member: stays }).where(eq(receivedFiles.member, gone))
  const [from] = await work.db.select().from(members).where(eq(members.id, gone))
  const [to] = await work.db.select().from(members).where(eq(members.id, stays))
  if (from?.language && !to?.language) {
    await work.db.update(members).set({ language: from.language }).where(eq(members.id, stays))
  }
}
