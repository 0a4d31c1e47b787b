/** What the bot measured, as it counts for the rules of an application. Never speaks. */
import { toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { keepMeasurement, type Measurement, markLost, ofApplication } from '../communities/communities.js'
import { memberText, record } from '../facts/facts.js'
import { chatOf, nameOf } from '../members/members.js'
import { type MeasuredAudience, type RuleResult, withMeasured } from './eligibility.js'
import { APPLICATION_CARD, type ApplicationRow, lockApplication } from './moving.js'
import { rulesOf } from './reviewing.js'
import * as store from './store.js'

/** States in which what is measured still changes something. */
const OPEN: readonly ApplicationRow['state'][] = [
  ...(['draft', 'submitted', 'screening', 'queued', 'in_review', 'interview', 'needs_info'] as const),
]

/** What was measured for an application. */
async function measuredFor(
  work: Work,
  { id, member }: Pick<ApplicationRow, 'id' | 'member'>,
): Promise<MeasuredAudience[]> {
  const measured: MeasuredAudience[] = []
  for (const row of await ofApplication(work, id)) {
    const { platform, title } = await chatOf(work, row.chat)
    const { size, isAdmin, isHeld, measuredAt, lostAt } = row
    const name = await nameOf(work, member, platform)
    const seen = { at: lostAt ?? measuredAt, isLost: lostAt !== null }
    measured.push({ place: title, size, isAdmin, isHeld, name, ...seen })
  }
  return measured
}

/** The rules with what was measured. */
export async function rulesMeasured(
  work: Work,
  row: Pick<ApplicationRow, 'id' | 'member'>,
  rules: readonly RuleResult[],
): Promise<RuleResult[]> {
  return withMeasured(rules, await measuredFor(work, row))
}

/** Refuses `measure-over`: it is decided, and nothing is measured for it any more. */
export function assertOpen({ id, state }: Pick<ApplicationRow, 'id' | 'state'>): void {
  if (!OPEN.includes(state)) refuse('measure-over', { number: String(id) })
}

/** Keeps a measurement and judges by it. `by`: who asked for it. Refuses `measure-over`. */
export async function measure(
  work: Work,
  measurement: Measurement,
  by: number,
  { measuring }: Pick<ApplicationPolicy, 'measuring'>,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, measurement.application)
  assertOpen(row)
  await keepMeasurement(work, measurement, measuring)
  const { chat, size, isAdmin } = measurement
  await record(work, {
    kind: 'application-measured',
    actor: memberText(by),
    subject: `application:${row.id}`,
    details: { chat, size, isAdmin },
  })
  return judgedAnew(work, row)
}

/** The bot was shown out of one that was measured; undefined where that was known already. */
export async function lose(
  work: Work,
  community: { id: number; application: number },
): Promise<ApplicationRow | undefined> {
  const row = await lockApplication(work, community.application)
  const known = (await ofApplication(work, row.id)).find(({ id }) => id === community.id)
  if (!known || known.lostAt !== null) return undefined
  await markLost(work, community.id)
  await record(work, {
    kind: 'application-lost',
    actor: 'system',
    subject: `application:${row.id}`,
    details: { chat: known.chat },
  })
  return judgedAnew(work, row)
}

/** A draft has no rules yet: they are made when it is sent. */
async function judgedAnew(work: Work, row: ApplicationRow): Promise<ApplicationRow> {
  const rules = toJson(await rulesMeasured(work, row, rulesOf(row)))
  await store.writeRules(work, row.id, rules)
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return { ...row, rules }
}

/** Somebody saw so many followers with the code in the profile; see `core/proofs`. The row is locked. */
export async function keepSeen(
  work: Work,
  row: ApplicationRow,
  { place, size, by }: { place: string; size: number; by: number },
): Promise<ApplicationRow> {
  const rules = rulesOf(row).map((rule): RuleResult => {
    if (rule.rule !== 'followers') return rule
    const verdict = size >= rule.least ? 'pass' : 'fail'
    return { rule: rule.rule, least: rule.least, verdict, evidence: { place, size }, by, at: work.now }
  })
  await store.writeRules(work, row.id, toJson(rules))
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return { ...row, rules: toJson(rules) }
}
