/** What partners do themselves, and how they come, come back and go. Never speaks. */
import { fromJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type ApplicationPolicy, days } from '../../programme/applications.js'
import type { ChecklistStep, PartnerPolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { grantRole, rolesOf } from '../roles/roles.js'
import { accept, acceptedAt } from '../texts/texts.js'
import { assertUidFree, bindUid, uidOf } from '../uids/uids.js'
import {
  assertMove,
  lockPartner,
  move,
  type PartnerRow,
  paramsOf,
  partsOf,
  writeAttributes,
} from './moving.js'
import { type Presence, presenceOf } from './presence.js'
import { forgiveAll, takeRole } from './sanctions.js'
import * as store from './store.js'
import type { Guard } from './transitions.js'

/**
 * An approved applicant becomes a partner who is being onboarded, with the role on every platform. Refuses
 * `apply-partner` where the person is one already.
 */
export async function takeIn(
  work: Work,
  {
    member,
    application,
    region,
    tier = null,
    by,
  }: { member: number; application: number; region: string | null; tier?: string | null; by: number },
): Promise<PartnerRow> {
  const [partner] = await work.db
    .insert(work.t.partners)
    .values({ member, application, region, tier, state: 'onboarding', since: work.now })
    .onConflictDoNothing()
    .returning()
  if (!partner) return refuse('apply-partner')
  await grantRole(work, member, 'partner', memberText(by))
  await record(work, {
    kind: 'partner-onboarded',
    actor: memberText(by),
    subject: memberText(member),
    details: { partner: partner.id, application, ...(tier === null ? {} : { tier }) },
  })
  return partner
}

/** What stands between somebody and being an active partner, and what they do besides. */
export interface Checklist extends Presence {
  /** The one that is bound, or else that of the application; undefined where the programme asks for none. */
  uid: string | undefined
  isConfirmed: boolean
  /** Today's versions of the texts are the ones that were accepted. */
  isAccepted: boolean
}

/** What is done of it. Today's texts count wherever they were accepted: in the form, or by /guidelines. */
export async function checklistOf(
  work: Work,
  row: PartnerRow,
  policy: ApplicationPolicy,
): Promise<Checklist> {
  const sent = await store.applicationBehind(work, row.application)
  const asked = policy.questions.find(({ kind }) => kind === 'uid')?.id
  const bound = await uidOf(work, row.member)
  const told =
    asked === undefined ? '' : (fromJson<Record<string, string>>(sent?.answers ?? '{}')[asked] ?? '')
  const uid = bound ?? told
  return {
    uid: uid === '' ? undefined : uid,
    isConfirmed: uid === '' || bound !== undefined,
    isAccepted: await areAccepted(work, row.member, policy),
    ...(await presenceOf(work, row.member)),
  }
}

async function areAccepted(work: Work, member: number, policy: ApplicationPolicy): Promise<boolean> {
  for (const named of versionsOf(policy)) {
    if ((await acceptedAt(work, member, named)) === undefined) return false
  }
  return true
}

/** All that {@link confirmUid} would refuse of the UID itself, without writing. */
export async function assertConfirmable(
  work: Work,
  { member }: Pick<PartnerRow, 'member'>,
  { uid, isConfirmed }: Checklist,
): Promise<void> {
  if (uid !== undefined && !isConfirmed) await assertUidFree(work, member, uid)
}

/**
 * The partner says once more that the UID is theirs, and it is bound for them, as by /uid. Refuses
 * `uid-taken` (somebody else has it here), and what the table refuses.
 */
export async function confirmUid(
  work: Work,
  row: PartnerRow,
  policy: ApplicationPolicy,
  steps: readonly ChecklistStep[] = [],
): Promise<PartnerRow> {
  const { uid, isConfirmed } = await checklistOf(work, row, policy)
  if (uid !== undefined && !isConfirmed) await bindUid(work, row.member, uid)
  const confirmed = await writeAttributes(work, row, { uidConfirmedAt: work.now })
  await record(work, {
    kind: 'partner-uid-confirmed',
    actor: memberText(row.member),
    subject: `partner:${row.id}`,
  })
  return activateIfReady(work, confirmed, policy, steps)
}

/** The partner accepts today's texts. */
export async function acceptTexts(
  work: Work,
  row: PartnerRow,
  policy: ApplicationPolicy,
  steps: readonly ChecklistStep[] = [],
): Promise<PartnerRow> {
  await accept(work, row.member, ...versionsOf(policy))
  return activateIfReady(work, row, policy, steps)
}

function versionsOf({ guidelines, disclosure }: ApplicationPolicy) {
  return [
    { kind: 'guidelines', version: guidelines.version },
    { kind: 'disclosure', version: disclosure.version },
  ] as const
}

/** Whether a step is done; undefined where it is none of theirs: no UID is asked for, no group is there. */
export function isStepDone(checklist: Checklist, kind: ChecklistStep['kind']): boolean | undefined {
  const { uid, isConfirmed, isAccepted, isReachable, hasJoined, hasIntroduced } = checklist
  switch (kind) {
    case 'uid':
      return uid === undefined ? undefined : isConfirmed
    case 'terms':
      return isAccepted
    case 'group':
      return isReachable ? hasJoined : undefined
    case 'introduce':
      return isReachable ? hasIntroduced : undefined
  }
}

/** Onboarding is over once nothing is left that is required: the UID and the texts, and what `steps` adds. */
export async function activateIfReady(
  work: Work,
  row: PartnerRow,
  policy: ApplicationPolicy,
  steps: readonly ChecklistStep[] = [],
): Promise<PartnerRow> {
  const checklist = await checklistOf(work, row, policy)
  const { isConfirmed, isAccepted } = checklist
  if (row.state !== 'onboarding' || !isConfirmed || !isAccepted) return row
  if (steps.some(({ kind, required }) => required && isStepDone(checklist, kind) === false)) return row
  return move(work, 'activate', row, 'system', { holds: ['bound', 'accepted'] })
}

/** The partner row of whoever acts, locked. Refuses `partner-none`. */
export async function ownPartner(work: Work, member: number): Promise<PartnerRow> {
  const row = await store.byMember(work, member)
  return row ? lockPartner(work, row.id) : refuse('partner-none')
}

/** Takes no tasks for a while, or does again. Refuses what the table refuses. */
export async function pauseOrResume(
  work: Work,
  member: number,
  act: 'pause' | 'resume',
): Promise<PartnerRow> {
  const row = await ownPartner(work, member)
  return move(work, act, row, member)
}

/**
 * Leaves for good; `typed` is their own number, so that it is meant. Refuses `resign-not-typed`,
 * `partner-case-open`, and what the table refuses.
 */
export async function resign(work: Work, member: number, typed: string): Promise<PartnerRow> {
  const row = await ownPartner(work, member)
  const holds: Guard[] = typed.trim().replace(/^#/, '') === String(row.id) ? ['meant'] : []
  holds.push(...(await uncharged(work, row)))
  const moved = await move(work, leaving(row), row, member, { holds })
  await takeRole(work, row, memberText(member))
  return moved
}

/** All that {@link resign} would refuse whatever is typed, without writing. */
export async function assertMayResign(work: Work, row: PartnerRow, by: number): Promise<void> {
  await assertMove(work, leaving(row), row, by, { holds: ['meant', ...(await uncharged(work, row))] })
}

const leaving = ({ state }: PartnerRow): 'leave' | 'resign' => (state === 'onboarding' ? 'leave' : 'resign')

async function uncharged(work: Work, { id }: PartnerRow): Promise<Guard[]> {
  return (await store.liveCase(work, id)) === undefined ? ['no-case'] : []
}

/** Nobody went on with the onboarding: it has ended. */
export async function leaveIdle(work: Work, row: PartnerRow): Promise<PartnerRow> {
  const moved = await move(work, 'leave', row, 'system', { holds: ['meant'], details: { idle: true } })
  await takeRole(work, row, 'system')
  return moved
}

/** From when on somebody may ask to come back; undefined where they have not left. ms since the epoch. */
export function returnAt(row: PartnerRow, { returnDays }: PartnerPolicy): number | undefined {
  const isGone = row.state === 'terminated' || row.state === 'resigned'
  return isGone ? (row.changedAt ?? row.since) + days(returnDays) : undefined
}

/**
 * Asks to come back, accepting today's texts. Refuses `partner-state` (they are not gone), `return-too-soon`.
 */
export async function askReturn(
  work: Work,
  member: number,
  policy: PartnerPolicy,
  texts: ApplicationPolicy,
): Promise<PartnerRow> {
  const row = await ownPartner(work, member)
  const at = returnAt(row, policy)
  if (at === undefined) return refuse('partner-state', paramsOf(row))
  if (at > work.now) return refuse('return-too-soon', { at: { instant: at, as: 'moment' } })
  if (row.returnAskedAt !== null) return row
  const asked = await writeAttributes(work, row, { returnAskedAt: work.now, returnBackedBy: null })
  await accept(work, member, ...versionsOf(texts))
  await record(work, {
    kind: 'partner-return-asked',
    actor: memberText(member),
    subject: `partner:${row.id}`,
  })
  return asked
}

/**
 * Staff are for it. Whoever was terminated needs an admin and a risk officer, two people; the first is noted.
 * Refuses `return-not-asked`, `return-too-soon`, `partner-own`, `partner-not-yours`.
 */
export async function backReturn(
  work: Work,
  id: number,
  by: number,
  policy: PartnerPolicy,
): Promise<{ row: PartnerRow; isBack: boolean }> {
  const row = await lockPartner(work, id)
  await assertMayBack(work, row, by, policy)
  const parts = await partsOf(work, row, by)
  const isBacked = row.state === 'resigned' ? parts.has('admin') : await areBoth(work, row.returnBackedBy, by)
  if (!isBacked) return { row: await noteBacker(work, row, by), isBack: false }
  const moved = await move(work, 'return', row, by, {
    holds: BACKED,
    set: {
      ...{ spell: row.spell + 1, since: work.now, uidConfirmedAt: null },
      ...{ returnAskedAt: null, returnBackedBy: null },
    },
    details: { spell: row.spell + 1 },
  })
  await forgiveAll(work, row, memberText(by))
  await grantRole(work, row.member, 'partner', memberText(by))
  return { row: moved, isBack: true }
}

const BACKED: readonly Guard[] = ['cooled', 'accepted', 'backed']

/**
 * That somebody may be for a return, without writing. Refuses `return-not-asked`, `return-too-soon`, and what
 * the table refuses.
 */
export async function assertMayBack(
  work: Work,
  row: PartnerRow,
  by: number,
  policy: PartnerPolicy,
): Promise<void> {
  const at = returnAt(row, policy)
  if (at === undefined || row.returnAskedAt === null) refuse('return-not-asked', paramsOf(row))
  if (at > work.now) refuse('return-too-soon', { at: { instant: at, as: 'moment' } })
  await assertMove(work, 'return', row, by, { holds: BACKED })
}

async function areBoth(work: Work, first: number | null, second: number): Promise<boolean> {
  if (first === null || first === second) return false
  return isAdminAndRisk(await rolesOf(work, first), await rolesOf(work, second))
}

/** Whether of two people one is an admin and the other a risk officer. */
export function isAdminAndRisk(one: readonly string[], other: readonly string[]): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([a, b]) => a?.includes('admin') && b?.includes('risk_officer'))
}

async function noteBacker(work: Work, row: PartnerRow, by: number): Promise<PartnerRow> {
  if (row.returnBackedBy !== null && row.returnBackedBy !== by)
    return refuse('return-unbacked', paramsOf(row))
  const backed = await writeAttributes(work, row, { returnBackedBy: by })
  await record(work, { kind: 'partner-return-backed', actor: memberText(by), subject: `partner:${row.id}` })
  return backed
}
