/** What must hold of numbers that gave way: they own nothing, hold nothing, and nothing waits for them. */
import { and, asc, eq, exists, gt, inArray, isNull, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { ENDED } from '../applications/applications.js'
import { memberText } from '../facts/facts.js'
import { accountsOf, type Check, paged } from '../ledger/ledger.js'
import { spenderScope } from '../partners/partners.js'

/** Numbers in one look. */
const PAGE = 100

export const linkedCheck: Check = paged('people-joined', async (work, after) => {
  const { memberLinks } = work.t
  const page = await work.db
    .select()
    .from(memberLinks)
    .where(gt(memberLinks.gone, Number(after)))
    .orderBy(asc(memberLinks.gone))
    .limit(PAGE)
  for (const { gone, person } of page) {
    const detail =
      (await ownsOf(work, gone)) ?? (await holdsOf(work, gone, person)) ?? (await chainOf(work, person))
    if (!detail) continue
    return { findings: [{ check: 'people-joined', detail, subject: memberText(gone) }], next: undefined }
  }
  const last = page.length < PAGE ? undefined : page.at(-1)
  return { findings: [], next: last && String(last.gone) }
})

/** Money that can be spent; what is on hold goes on when it is decided. */
async function ownsOf(work: Work, id: number): Promise<string | undefined> {
  for (const pocket of ['available', 'held'] as const)
    for (const { asset, available } of await accountsOf(work, { kind: 'member', id, pocket }))
      if (available > 0n) return `${available} units of ${asset} are with a person who is another now`
}

/** Whatever is of today, by what it is called. */
async function holdsOf(work: Work, id: number, person: number): Promise<string | undefined> {
  const { t } = work
  const scopes = [memberText(id), spenderScope({ member: id })]
  const isApplied = or(eq(t.applications.member, id), eq(t.applications.reviewer, id))
  const looks: [string, Tables[keyof Tables], SQL | undefined][] = [
    ['an account', t.identities, eq(t.identities.member, id)],
    ['a role', t.roleGrants, and(eq(t.roleGrants.member, id), isNull(t.roleGrants.revokedAt))],
    ['a stop', t.freezes, and(inArray(t.freezes.scope, scopes), isNull(t.freezes.liftedAt))],
    ['a partner', t.partners, or(eq(t.partners.member, id), eq(t.partners.returnBackedBy, id))],
    ['a proposal', t.cases, eq(t.cases.proposedBy, id)],
    ['a change of a partner', t.partnerChanges, eq(t.partnerChanges.by, id)],
    ['a report', t.reports, eq(t.reports.reporter, id)],
    ['a file', t.receivedFiles, eq(t.receivedFiles.member, id)],
    ['what they were told', t.textNotices, eq(t.textNotices.member, id)],
    ['what they accepted', t.textAcceptances, isAcceptedAlone(work, id, person)],
    ['an invitation', t.groupInvites, eq(t.groupInvites.member, id)],
    ['a stay in a group', t.groupStays, eq(t.groupStays.member, id)],
    ['a pause', t.linkPauses, eq(t.linkPauses.member, id)],
    ['a UID', t.exchangeUids, eq(t.exchangeUids.member, id)],
    ['an application', t.applications, and(isApplied, notInArray(t.applications.state, [...ENDED]))],
    ['a form', t.forms, eq(t.forms.member, id)],
    ['a place', t.sightings, eq(t.sightings.member, id)],
    ['a request', t.packetRequests, and(eq(t.packetRequests.maker, id), eq(t.packetRequests.state, 'asked'))],
    ['a code', t.linkCodes, and(eq(t.linkCodes.member, id), inArray(t.linkCodes.state, ['given', 'typed']))],
    [
      'a request for money',
      t.treasuryRequests,
      and(eq(t.treasuryRequests.maker, id), eq(t.treasuryRequests.state, 'asked')),
    ],
  ]
  for (const [what, table, which] of looks) {
    const found = await work.db.select({ one: sql`1` }).from(table).where(which).limit(1)
    if (found.length > 0) return `${what} is left with a person who is another now`
  }
}

/** Of what both accepted the number that gave way keeps its row. */
function isAcceptedAlone({ db, t }: Work, id: number, person: number): SQL | undefined {
  const { textAcceptances: marks } = t
  const own = alias(marks, 'own')
  const same = and(eq(own.member, person), eq(own.kind, marks.kind), eq(own.version, marks.version))
  const has = db.select({ one: sql`1` }).from(own).where(same)
  return and(eq(marks.member, id), not(exists(has)))
}

/** The number that stands for somebody stands for itself. */
async function chainOf(work: Work, person: number): Promise<string | undefined> {
  const { memberLinks } = work.t
  const [further] = await work.db.select().from(memberLinks).where(eq(memberLinks.gone, person))
  return further && `is said to be member ${person}, who is member ${further.person} now`
}
