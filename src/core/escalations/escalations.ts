/** Answers that are late: who is told, once each. While the applicant is asked the clock stands. */
import { and, asc, gt, inArray, lte } from 'drizzle-orm'
import { type ApplicationPolicy, hours } from '../../programme/applications.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  lockApplication,
  partsOf,
} from '../applications/applications.js'
import { touchCards } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { holdersOf } from '../roles/roles.js'

/** 1: the managers of the region; 2: the admins. */
type Step = 1 | 2

/** Applications looked at in one look. */
const AT_ONCE = 100
const OPEN: ApplicationRow['state'][] = ['queued', 'in_review', 'interview']

/** Numbers of those about which somebody is still to be told, after `after`. */
export async function dueLate(work: Work, after: string, policy: ApplicationPolicy): Promise<string[]> {
  const { applications } = work.t
  for (let from = Number(after); ; ) {
    const late = await work.db
      .select({ id: applications.id, state: applications.state, promisedAt: applications.promisedAt })
      .from(applications)
      .where(
        and(
          inArray(applications.state, OPEN),
          lte(applications.promisedAt, work.now),
          gt(applications.id, from),
        ),
      )
      .orderBy(asc(applications.id))
      .limit(AT_ONCE)
    const told = await toldAbout(
      work,
      late.map(({ id }) => id),
    )
    const due = late.filter((row) => stepFor(row, told.get(row.id) ?? [], work.now, policy) !== undefined)
    if (due.length > 0 || late.length < AT_ONCE) return due.map(({ id }) => String(id))
    from = late.at(-1)?.id ?? from
  }
}

async function toldAbout(work: Work, ids: readonly number[]): Promise<Map<number, number[]>> {
  const { applicationEscalations: t } = work.t
  const rows = await work.db
    .select()
    .from(t)
    .where(among(t.application, listOf(ids)))
  const steps = new Map<number, number[]>()
  for (const { application, step } of rows) steps.set(application, [...(steps.get(application) ?? []), step])
  return steps
}

function stepFor(
  { state, promisedAt }: Pick<ApplicationRow, 'state' | 'promisedAt'>,
  told: readonly number[],
  now: number,
  { adminsAfterHours }: ApplicationPolicy,
): Step | undefined {
  if (promisedAt === null || promisedAt > now || !OPEN.includes(state)) return undefined
  if (!told.includes(1)) return 1
  return !told.includes(2) && now >= promisedAt + hours(adminsAfterHours) ? 2 : undefined
}

export interface Escalated {
  row: ApplicationRow
  step: Step
  /** Who is told; none of them has a part in it. */
  members: number[]
}

/**
 * Notes the next step of one of {@link dueLate}, and says who is to be told; undefined where none is due any
 * more. A region without a manager is the admins' at once.
 */
export async function escalate(
  work: Work,
  id: string,
  policy: ApplicationPolicy,
): Promise<Escalated | undefined> {
  const row = await lockApplication(work, Number(id))
  const step = stepFor(row, (await toldAbout(work, [row.id])).get(row.id) ?? [], work.now, policy)
  if (step === undefined) return undefined
  const managers = step === 1 ? await holdersFor(work, row, 'regional_manager') : []
  const steps: Step[] = step === 1 && managers.length === 0 ? [1, 2] : [step]
  const members = managers.length > 0 ? managers : await holdersFor(work, row, 'admin')
  await work.db
    .insert(work.t.applicationEscalations)
    .values(steps.map((one) => ({ application: row.id, step: one, at: work.now })))
  const last = steps.at(-1) ?? step
  await record(work, {
    kind: 'application-escalated',
    actor: 'system',
    subject: `application:${row.id}`,
    details: { step: last },
  })
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return { row, step: last, members }
}

async function holdersFor(
  work: Work,
  row: ApplicationRow,
  role: 'regional_manager' | 'admin',
): Promise<number[]> {
  const members: number[] = []
  for (const member of await holdersOf(work, role, row.region)) {
    if ((await partsOf(work, row, member)).has('manager')) members.push(member)
  }
  return members
}
