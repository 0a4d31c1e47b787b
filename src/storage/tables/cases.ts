/** Partners who are said to have broken the guidelines: reports, cases, and what was done to them. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import type { PeopleTables } from './people.js'

/** In the order of a life. What leads from one to another is in `core/cases/transitions.ts`. */
export const CASE_STATES = [
  'open',
  'awaiting_partner',
  'deciding',
  'dismissed',
  'warned',
  'suspended',
  'terminated',
  'appealed',
  'upheld',
  'reduced',
  'overturned',
  'closed',
] as const

/** What a case can end in. */
const CASE_VERDICTS = ['dismissed', 'warned', 'suspended', 'terminated'] as const
const APPEAL_VERDICTS = ['upheld', 'reduced', 'overturned'] as const

/** What staff did in a case: whoever did any of it took part. */
export const CASE_DEEDS = [
  'opened',
  'noticed',
  'proposed',
  'declined',
  ...CASE_VERDICTS,
  ...APPEAL_VERDICTS,
] as const

export const SANCTIONS = ['suspension', 'termination'] as const

/** Of what a clock reminds: the time to reply, the end of a suspension without a decision. */
export const CASE_REMINDERS = ['reply', 'hold'] as const

/** `joined`: another says the same and was there first. */
const REPORT_STATES = ['open', 'joined', 'cased', 'dismissed'] as const

export function defineCases(c: Columns, people: PeopleTables, { partners }: ApplicationTables) {
  const cases = defineCase(c, people, partners)
  return {
    cases,
    caseDeeds: defineDeeds(c, people, cases),
    caseReminders: defineReminders(c, cases),
    partnerSanctions: defineSanctions(c, people, partners, cases),
    reports: defineReports(c, people, partners, cases),
  }
}
type PartnerTable = ApplicationTables['partners']
type CaseTable = ReturnType<typeof defineCase>

function defineCase(c: Columns, { members }: PeopleTables, partners: PartnerTable) {
  return c.table(
    'cases',
    {
      /** The number that people are told. */
      id: c.id('id'),
      partner: c
        .count('partner')
        .notNull()
        .references(() => partners.id),
      state: c.oneOf('state', CASE_STATES).notNull(),
      /** Grows with every step: who decides about an older one is told so. */
      version: c.count('version').notNull(),
      /** The reason's name in the programme file, and its words as they were, as a Text. */
      reason: c.text('reason').notNull(),
      reasonWords: c.text('reason_words').notNull(),
      /** What is held against the partner, and the evidence: the partner reads it. */
      words: c.text('words').notNull(),
      link: c.text('link'),
      /** A stored picture, by the name of its row; nothing fills it yet. */
      file: c.text('file'),
      /** Null: by a rule. */
      openedBy: c.count('opened_by').references(() => members.id),
      openedAt: c.instant('opened_at').notNull(),
      changedAt: c.instant('changed_at').notNull(),
      /** When time ends the state it is in: the reply, the appeal, nothing more to come. */
      dueAt: c.instant('due_at'),
      reply: c.text('reply'),
      repliedAt: c.instant('replied_at'),
      /** What one has proposed and another must agree to, as `core/cases/proposal.ts` writes it. */
      proposal: c.text('proposal'),
      proposedBy: c.count('proposed_by').references(() => members.id),
      verdict: c.oneOf('verdict', CASE_VERDICTS),
      /** Of a suspension. */
      days: c.count('days'),
      note: c.text('note'),
      decidedAt: c.instant('decided_at'),
      /** A warning that counts; null again when it was taken back. */
      warnedAt: c.instant('warned_at'),
      appeal: c.text('appeal'),
      appealedAt: c.instant('appealed_at'),
      appealVerdict: c.oneOf('appeal_verdict', APPEAL_VERDICTS),
      appealNote: c.text('appeal_note'),
    },
    (t) => [
      c.index('cases_partner').on(t.partner, t.id),
      c.index('cases_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
      c.index('cases_live').on(t.openedAt).where(sql`${t.state} <> 'closed'`),
      c.check('cases_state', oneOfThese(t.state, CASE_STATES)),
      c.check(
        'cases_verdict',
        sql`(${t.verdict} is null) = (${t.state} in ('open', 'awaiting_partner', 'deciding'))`,
      ),
      c.check('cases_proposal', sql`(${t.proposal} is null) = (${t.proposedBy} is null)`),
    ],
  )
}

/** What was done in a case and by whom, once for each step: an older one stays beside a newer. */
function defineDeeds(c: Columns, { members }: PeopleTables, cases: CaseTable) {
  return c.table(
    'case_deeds',
    {
      case: c
        .count('case')
        .notNull()
        .references(() => cases.id),
      /** 1, 2 … of this case. */
      number: c.count('number').notNull(),
      deed: c.oneOf('deed', CASE_DEEDS).notNull(),
      note: c.text('note'),
      /** Null: by a rule. */
      by: c.count('by').references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'case_deeds_number', columns: [t.case, t.number] }),
      c.check('case_deeds_deed', oneOfThese(t.deed, CASE_DEEDS)),
    ],
  )
}

/** Of what somebody was reminded in a case, once each. */
function defineReminders(c: Columns, cases: CaseTable) {
  return c.table(
    'case_reminders',
    {
      case: c
        .count('case')
        .notNull()
        .references(() => cases.id),
      of: c.oneOf('of', CASE_REMINDERS).notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'case_reminders_of', columns: [t.case, t.of] }),
      c.check('case_reminders_kind', oneOfThese(t.of, CASE_REMINDERS)),
    ],
  )
}

/** What was taken from a partner, and how everything stood before. */
function defineSanctions(c: Columns, { members }: PeopleTables, partners: PartnerTable, cases: CaseTable) {
  return c.table(
    'partner_sanctions',
    {
      id: c.id('id'),
      partner: c
        .count('partner')
        .notNull()
        .references(() => partners.id),
      kind: c.oneOf('kind', SANCTIONS).notNull(),
      /** The case it was decided in; null: laid before there was one. */
      case: c.count('case').references(() => cases.id),
      /** The reason's name in the programme file. */
      reason: c.text('reason').notNull(),
      /** Of a suspension the end of it, null where it lasts until the case is decided; of an end, its day. */
      until: c.instant('until'),
      /** What it changed, a list of names as `core/partners/snapshot.ts` writes it. */
      changed: c.text('changed').notNull(),
      /** State, attributes, roles and stops before it, as canonical JSON. */
      snapshot: c.text('snapshot').notNull(),
      by: c.count('by').references(() => members.id),
      at: c.instant('at').notNull(),
      /** Null while it holds. */
      undoneAt: c.instant('undone_at'),
    },
    (t) => [
      c.uniqueIndex('partner_sanctions_held').on(t.partner, t.kind).where(sql`${t.undoneAt} is null`),
      c.index('partner_sanctions_due').on(t.until).where(sql`${t.undoneAt} is null`),
      c.check('partner_sanctions_kind', oneOfThese(t.kind, SANCTIONS)),
    ],
  )
}

/** What somebody saw and told us. Who they are is never shown to the partner. */
function defineReports(c: Columns, { members }: PeopleTables, partners: PartnerTable, cases: CaseTable) {
  return c.table(
    'reports',
    {
      /** The number that people are told. */
      id: c.id('id'),
      reporter: c
        .count('reporter')
        .notNull()
        .references(() => members.id),
      /** Whom it is about, as it was typed; and the partner, where one could be told from it. */
      about: c.text('about').notNull(),
      partner: c.count('partner').references(() => partners.id),
      /** The reason's name in the programme file, and its words as they were, as a Text. */
      reason: c.text('reason').notNull(),
      reasonWords: c.text('reason_words').notNull(),
      words: c.text('words').notNull(),
      link: c.text('link'),
      /** A stored picture, by the name of its row; nothing fills it yet. */
      file: c.text('file'),
      state: c.oneOf('state', REPORT_STATES).notNull(),
      /** The one that was there first. */
      joins: c.count('joins'),
      case: c.count('case').references(() => cases.id),
      note: c.text('note'),
      at: c.instant('at').notNull(),
      decidedBy: c.count('decided_by').references(() => members.id),
      decidedAt: c.instant('decided_at'),
      /** When the reporter was told how it ended. */
      toldAt: c.instant('told_at'),
    },
    (t) => [
      c.index('reports_reporter').on(t.reporter, t.at),
      c.index('reports_same').on(t.partner, t.reason, t.id),
      c.index('reports_joins').on(t.joins).where(sql`${t.joins} is not null`),
      c.index('reports_case').on(t.case).where(sql`${t.case} is not null`),
      c.index('reports_open').on(t.at).where(sql`${t.state} = 'open'`),
      c.check('reports_state', oneOfThese(t.state, REPORT_STATES)),
      c.check('reports_joined', sql`(${t.state} = 'joined') = (${t.joins} is not null)`),
      c.check('reports_cased', sql`(${t.state} = 'cased') = (${t.case} is not null)`),
    ],
  )
}
