/** Which of the staff an application is for. Never speaks. */
import { asc, eq } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { holdersOf, rolesHeld } from '../roles/roles.js'
import { type ApplicationRow, partsOf } from './moving.js'
import type { Part } from './transitions.js'

/** All who are something to it; the same people that a step of theirs is refused or not. */
export async function staffAs(work: Work, row: ApplicationRow, part: Part): Promise<number[]> {
  const members = new Set((await rolesHeld(work)).map(({ member }) => member))
  const fit: number[] = []
  for (const member of members) if ((await partsOf(work, row, member)).has(part)) fit.push(member)
  return fit
}

/**
 * Who may decide about an appeal: whoever took no part in the rejection; where nobody is left, all who review
 * it, for an admin among them can give somebody a role.
 */
export async function appealPanel(work: Work, row: ApplicationRow): Promise<number[]> {
  const able = await staffAs(work, row, 'second')
  return able.length > 0 ? able : staffAs(work, row, 'reviewer')
}

/** Who notes what came of a talk: the managers of the region, or where it has none, the admins. */
export async function talkLeaders(work: Work, row: ApplicationRow): Promise<number[]> {
  const able = await staffAs(work, row, 'manager')
  const regional = await holdersOf(work, 'regional_manager', row.region)
  const fit = able.filter((member) => regional.includes(member))
  return fit.length > 0 ? fit : able
}

/** Applications that are looked through. */
const TALKS_MOST = 50

/** Those with a talk of which nothing is noted yet, the longest waiting first. */
export async function openTalks({ db, t }: Work): Promise<ApplicationRow[]> {
  const { state, changedAt, id } = t.applications
  return db
    .select()
    .from(t.applications)
    .where(eq(state, 'interview'))
    .orderBy(asc(changedAt), asc(id))
    .limit(TALKS_MOST)
}

/** Who may have it next: they review its region, had no part in a decision, and it is not theirs. */
export async function successorsOf(work: Work, row: ApplicationRow): Promise<number[]> {
  return (await staffAs(work, row, 'second')).filter((member) => member !== row.reviewer)
}
