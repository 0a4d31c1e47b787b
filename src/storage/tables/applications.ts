/** Who wants to be a partner, who decided, and who is one. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { PeopleTables } from './people.js'

/** In the order of a life. What leads from one to another is in `core/applications/transitions.ts`. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'screening',
  'queued',
  'in_review',
  'interview',
  'needs_info',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
] as const
const ENDED = sql.raw(`('approved', 'rejected', 'withdrawn', 'expired')`)

/** `appeal-upheld` opens the application again, `appeal-refused` leaves it as it was. */
export const VERDICTS = ['approved', 'rejected', 'appeal-upheld', 'appeal-refused'] as const

/** In the order of a life. What leads from one to another is in `core/partners/transitions.ts`. */
export const PARTNER_STATES = [
  'onboarding',
  'active',
  'paused',
  'suspended',
  'terminating',
  'terminated',
  'resigned',
] as const

/** What a staff chat can be the desk of. `audit`: where the daily seal is posted. */
export const QUEUES = ['applications', 'cases', 'audit'] as const

export function defineApplications(c: Columns, people: PeopleTables) {
  const applications = defineApplication(c, people)
  return {
    applications,
    applicationDecisions: defineDecisions(c, people, applications),
    applicationRounds: defineRounds(c, people, applications),
    partners: definePartners(c, people, applications),
    desks: defineDesks(c, people),
  }
}
export type ApplicationTables = ReturnType<typeof defineApplications>
type ApplicationTable = ReturnType<typeof defineApplication>

/** One application of one person. Ended ones stay as history. */
function defineApplication(c: Columns, { members }: PeopleTables) {
  return c.table(
    'applications',
    {
      /** The number that people are told. */
      id: c.id('id'),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      state: c.oneOf('state', APPLICATION_STATES).notNull(),
      /** Grows with every transition: who decides about an older one is told so. */
      version: c.count('version').notNull(),
      /** Where the person came from: the rest of the deep link. */
      source: c.text('source'),
      /** By question, as text, as `kit/json.ts` writes them. */
      answers: c.text('answers').notNull(),
      /** Questions and answers as they were when it was sent, as Texts; empty before. */
      summary: c.text('summary').notNull().default('[]'),
      /** The rules and how they were met, see `core/applications/eligibility.ts`. */
      rules: c.text('rules').notNull().default('[]'),
      region: c.text('region'),
      /** Versions of the texts that were accepted. */
      guidelines: c.text('guidelines'),
      disclosure: c.text('disclosure'),
      /** Grows with every answer to a question of a reviewer, and with what is said of a talk besides. */
      revision: c.count('revision').notNull().default(0),
      startedAt: c.instant('started_at').notNull(),
      /** Of the last transition; in a draft, of the last answer. */
      changedAt: c.instant('changed_at').notNull(),
      submittedAt: c.instant('submitted_at'),
      /** The place in the queue: the oldest is next. Stays when a reviewer gives it back. */
      queuedAt: c.instant('queued_at'),
      /** Until when an answer is promised; null while the applicant is asked, or the clock is not running. */
      promisedAt: c.instant('promised_at'),
      /** ms that were left of the promise when the applicant was asked something. */
      promiseLeft: c.count('promise_left'),
      /** Who holds it, or is to have it back first. */
      reviewer: c.count('reviewer').references(() => members.id),
      /** When time ends the state it is in: a lease, an unanswered question, an idle draft. */
      dueAt: c.instant('due_at'),
      /** Reminders that were sent of the question that is open. */
      reminded: c.count('reminded').notNull().default(0),
      /** From when on the person may apply again after a rejection; null: never, or not rejected. */
      reapplyAt: c.instant('reapply_at'),
      appeal: c.text('appeal'),
      appealedAt: c.instant('appealed_at'),
      appealDecidedAt: c.instant('appeal_decided_at'),
    },
    (t) => [
      c.uniqueIndex('applications_open').on(t.member).where(sql`${t.state} not in ${ENDED}`),
      c.index('applications_member').on(t.member, t.id),
      c.index('applications_queue').on(t.queuedAt, t.id).where(sql`${t.state} = 'queued'`),
      c.index('applications_due').on(t.dueAt).where(sql`${t.dueAt} is not null`),
      c.check('applications_state', oneOfThese(t.state, APPLICATION_STATES)),
      c.check('applications_held', sql`${t.state} <> 'in_review' or ${t.reviewer} is not null`),
      c.check(
        'applications_sent',
        sql`${t.state} in ('draft', 'withdrawn', 'expired') or ${t.submittedAt} is not null`,
      ),
    ],
  )
}

/** What was decided, once for each decision: an older one stays beside a newer. */
function defineDecisions(c: Columns, { members }: PeopleTables, applications: ApplicationTable) {
  return c.table(
    'application_decisions',
    {
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      /** 1, 2 … of this application. */
      number: c.count('number').notNull(),
      verdict: c.oneOf('verdict', VERDICTS).notNull(),
      /** The reason's name in the programme file, and its words as they were, as a Text. */
      reason: c.text('reason'),
      reasonWords: c.text('reason_words'),
      note: c.text('note'),
      /** Null: by the rules, without a person. */
      by: c.count('by').references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'application_decisions_number', columns: [t.application, t.number] }),
      c.check('application_decisions_verdict', oneOfThese(t.verdict, VERDICTS)),
    ],
  )
}

/**
 * What the applicant was asked besides the form, and what they answered; to a talk that is proposed, when it
 * would suit them instead, and nothing but empty words where it suits.
 */
function defineRounds(c: Columns, { members }: PeopleTables, applications: ApplicationTable) {
  return c.table(
    'application_rounds',
    {
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      number: c.count('number').notNull(),
      /** A list of Texts. */
      questions: c.text('questions').notNull(),
      /** Null: the screening asked. */
      askedBy: c.count('asked_by').references(() => members.id),
      askedAt: c.instant('asked_at').notNull(),
      answer: c.text('answer'),
      answeredAt: c.instant('answered_at'),
    },
    (t) => [c.primaryKey({ name: 'application_rounds_number', columns: [t.application, t.number] })],
  )
}

/** A person who is, or was, a partner. The row's number is the partner's. */
function definePartners(c: Columns, { members }: PeopleTables, applications: ApplicationTable) {
  return c.table(
    'partners',
    {
      id: c.id('id'),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      state: c.oneOf('state', PARTNER_STATES).notNull(),
      version: c.count('version').notNull().default(1),
      region: c.text('region'),
      /** Its name in the programme file; null: the first there is. */
      tier: c.text('tier'),
      /** Names that staff gave, a list as JSON. */
      tags: c.text('tags').notNull().default('[]'),
      since: c.instant('since').notNull(),
      /** Of the last transition; null: there was none yet. */
      changedAt: c.instant('changed_at'),
      /** 1, and one more for each time the person came back. */
      spell: c.count('spell').notNull().default(1),
      /** When the person said for the second time that the UID is theirs. */
      uidConfirmedAt: c.instant('uid_confirmed_at'),
      /** When somebody who left asked to come back, and which of the staff is for it. */
      returnAskedAt: c.instant('return_asked_at'),
      returnBackedBy: c.count('return_backed_by').references(() => members.id),
    },
    (t) => [
      c.uniqueIndex('partners_member').on(t.member),
      c.index('partners_by_state').on(t.state, t.id),
      c.check('partners_state', oneOfThese(t.state, PARTNER_STATES)),
    ],
  )
}

/** The staff chat, or topic of one, in which a queue is worked on. */
function defineDesks(c: Columns, { chats, members }: PeopleTables) {
  return c.table(
    'desks',
    {
      queue: c.oneOf('queue', QUEUES).primaryKey(),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      thread: c.text('thread'),
      by: c
        .count('by')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [c.check('desks_queue', oneOfThese(t.queue, QUEUES))],
  )
}
