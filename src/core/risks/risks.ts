/**
 * What speaks for care with an application: found again at every look, so that what happened since it was
 * sent counts. The programme file says how much each weighs. It decides nothing: a person does, and two where
 * something weighs much.
 */
import { fromJson } from '../../kit/json.js'
import { type Text, text } from '../../kit/text.js'
import { days, type RiskPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { memberText } from '../facts/facts.js'
import { freezesOver } from '../freezes/freezes.js'
import { accountsOf, nameOf } from '../members/members.js'
import { rolesOf, rolesText } from '../roles/roles.js'
import { type Mark, type Marked, mailboxOf, marksOf } from './marks.js'
import { boundElsewhere } from './same-uid.js'
import * as store from './store.js'

export type { Marked } from './marks.js'
export { mailboxOf } from './marks.js'
export { assertUidTheirs, lockNamesakes } from './same-uid.js'

type Row = Pick<Tables['applications']['$inferSelect'], 'id' | 'member' | 'region' | 'rules'>

type Rule = keyof RiskPolicy['severities']
type Severity = 'low' | 'medium' | 'high'

export interface Risk {
  rule: Rule
  severity: Severity
  /** By what it is known: numbers of applications, names, a date. */
  evidence: Text
}

const ORDER: readonly Severity[] = ['high', 'medium', 'low']

/** Remembers what of a sent application could be found in another. */
export function noteMarks(work: Work, application: number, sent: Marked): Promise<void> {
  return store.insertMarks(work, application, marksOf(sent))
}

/** Sent applications of anybody that lead to the same mailbox as this address, and were changed since. */
export async function namingMailbox(
  work: Work,
  email: string,
  since: number,
): Promise<{ id: number; version: number }[]> {
  return store.marked(work, { kind: 'email', mark: mailboxOf(email) }, since)
}

/** Mailboxes, as {@link mailboxOf} spells them, that sent applications of some people lead to. */
export const mailboxesOf: (
  work: Work,
  numbers: readonly number[],
) => Promise<{ id: number; version: number; mailbox: string }[]> = store.mailboxesOf

/** What weighs most comes first. */
export async function risksOf(work: Work, row: Row, policy: RiskPolicy): Promise<Risk[]> {
  const found = [
    ...(await sharedRisks(work, row)),
    ...(await boundRisks(work, row)),
    ...(await personRisks(work, row, policy)),
    ...regionRisks(row, policy),
    ...(await doubts(work, row)),
  ]
  return found
    .flatMap(({ rule, evidence }) => {
      const severity = policy.severities[rule]
      return severity === 'off' ? [] : [{ rule, severity, evidence }]
    })
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

/** The weight of the heaviest; undefined where nothing was found. */
export function worstOf(risks: readonly Risk[]): Severity | undefined {
  return ORDER.find((severity) => risks.some((one) => one.severity === severity))
}

type Found = Pick<Risk, 'rule' | 'evidence'>

const KINDS: readonly Mark['kind'][] = ['uid', 'email', 'channel', 'community']
/** Applications that are named in one line. */
const NAMED_MOST = 5

async function sharedRisks(work: Work, { id, member }: Row): Promise<Found[]> {
  const shared = await store.sharedWith(work, id, member)
  const same = KINDS.flatMap((rule): Found[] => {
    const numbers = [...new Set(shared.filter(({ kind }) => kind === rule).map((one) => one.application))]
    return numbers.length === 0
      ? []
      : [{ rule, evidence: text(`risk-${rule}`, { numbers: listed(numbers) }) }]
  })
  const blocked = await blockedAmong(work, [...new Set(shared.map((one) => one.member))])
  const theirs = shared.filter((one) => blocked.has(one.member)).map(({ application }) => application)
  if (theirs.length === 0) return same
  return [
    ...same,
    { rule: 'blocked', evidence: text('risk-blocked', { numbers: listed([...new Set(theirs)]) }) },
  ]
}

/** A UID may be bound to somebody who has sent no application. */
async function boundRisks(work: Work, row: Row): Promise<Found[]> {
  const owner = await boundElsewhere(work, row)
  return owner === undefined ? [] : [{ rule: 'uid', evidence: text('risk-uid-bound', { who: `#${owner}` }) }]
}

function listed(numbers: readonly number[]): string {
  const more = numbers.length > NAMED_MOST ? ' …' : ''
  return numbers.slice(0, NAMED_MOST).join(', ') + more
}

async function blockedAmong(work: Work, members: readonly number[]): Promise<Set<number>> {
  if (members.length === 0) return new Set()
  const stops = await freezesOver(work, members.map(memberText))
  const stopped = members.filter((member) => stops.has(memberText(member)))
  return new Set([...stopped, ...(await store.fallenAmong(work, members))])
}

async function personRisks(work: Work, { id, member }: Row, policy: RiskPolicy): Promise<Found[]> {
  const roles = (await rolesOf(work, member)).filter((role) => role !== 'partner')
  const rejected = await store.rejectedBefore(work, member, id)
  const born = (await accountsOf(work, member)).flatMap((one) => bornAt(one) ?? [])
  const youngest = Math.max(...born)
  return [
    ...(work.now - youngest < days(policy.youngDays) ? [youngRisk(youngest)] : []),
    ...(roles.length > 0
      ? [{ rule: 'staff' as const, evidence: text('risk-staff', { roles: rolesText(roles) }) }]
      : []),
    ...(rejected.length > 0
      ? [{ rule: 'rejected' as const, evidence: text('risk-rejected', { numbers: listed(rejected) }) }]
      : []),
  ]
}

function youngRisk(at: number): Found {
  return { rule: 'young', evidence: text('risk-young', { at: { instant: at, as: 'moment' } }) }
}

/**
 * Whose own application, open or approved, names the same UID, mailbox, account or community: they would
 * decide about themselves.
 */
export function rivalsOf(work: Work, { id, member }: Pick<Row, 'id' | 'member'>): Promise<number[]> {
  return store.rivalsOf(work, id, member)
}

/** First millisecond of a snowflake's clock. Source: Discord documentation, reference, Snowflakes. */
const SNOWFLAKE_EPOCH_MS = 1_420_070_400_000
const SNOWFLAKE = /^[0-9]{17,20}$/

/** When an account was made, ms since the epoch; Discord writes it into the id, Telegram tells nobody. */
function bornAt({ platform, account }: { platform: string; account: string }): number | undefined {
  if (platform !== 'discord' || !SNOWFLAKE.test(account)) return undefined
  return Number(BigInt(account) >> 22n) + SNOWFLAKE_EPOCH_MS
}

function regionRisks({ region }: Row, { watchedRegions }: RiskPolicy): Found[] {
  if (region === null || !watchedRegions.includes(region)) return []
  return [{ rule: 'region', evidence: text('risk-region', { region }) }]
}

/** Rules of the thresholds that a person has looked at, and that are not as stated. */
async function doubts(work: Work, { rules }: Row): Promise<Found[]> {
  const looked = fromJson<{ verdict: string; by?: number; at: number; evidence?: { place: string } }[]>(rules)
  const found: Found[] = []
  for (const { verdict, by, at, evidence } of looked) {
    if (verdict !== 'fail' || by === undefined || !evidence) continue
    const who = await nameOf(work, by)
    const said = { place: evidence.place, who, at: { instant: at, as: 'moment' as const } }
    found.push({ rule: 'doubted', evidence: text('risk-doubted', said) })
  }
  return found
}
