/** /report for anybody, and what staff do with one. */
import { z } from 'zod'
import { paragraph, webLink } from '../../interaction/answers.js'
import { choice, rowNumber, words } from '../../interaction/arguments.js'
import { type Context, command, type LongForm } from '../../interaction/command.js'
import { file } from '../../interaction/file-argument.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { type CaseDeps, putOnDesk } from '../cases/cards.js'
import { assertMayOpen, reasonNamed, reasonsGiven } from '../cases/cases.js'
import { nameOf, type PlatformWord } from '../members/members.js'
import { type PartnerRow, partnerMeant, STAFF } from '../partners/partners.js'
import { pictureView, putReportOnDesk, reportView, tellDismissed } from './cards.js'
import {
  assertMayDecide,
  assertMayReport,
  barTo,
  caseFrom,
  dismissReport,
  makeReport,
  type ReportRow,
  reasonOfReport,
  reportNumbered,
} from './reports.js'

const ABOUT_MOST = 100
const WORDS_MOST = 1000
const NOTE_MOST = 500
const desk = { who: STAFF, where: 'anywhere' } as const
const reportArg = { report: rowNumber() }

export function reportCommand(deps: CaseDeps) {
  const { cases } = deps
  const long: LongForm = {
    unasked: [],
    wording: (argument) => ({
      ask: text(`argument-report-${argument}.ask`),
      label: text(`argument-report-${argument}.label`),
      hint: text(`argument-report-${argument}.hint`),
      choice: (value) => textOf(reasonNamed(cases, value).words),
    }),
    async begin({ work, actor }) {
      await assertMayReport(work, actor.member, cases)
      return {}
    },
    // Half a report is nobody's: it is in its form, and forgotten with it.
    async keep() {},
  }
  return command({
    name: 'report',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    long,
    args: z.object({
      about: words(ABOUT_MOST),
      reason: choice(
        reasonsGiven(cases).map(({ id }) => id),
        { named: true },
      ),
      words: paragraph(10, WORDS_MOST),
      link: webLink().optional(),
      picture: file('picture').optional(),
    }),
    async cancelled() {
      return { text: [text('report-cancelled')], replace: true }
    },
    async handle({ work, actor, platform }, { about, reason, words: told, link, picture }) {
      const partner = await meantBy(work, about, platform)
      const shown = { link: link ?? null, file: picture ?? null }
      const report = { reporter: actor.member, about, partner, words: told, ...shown }
      const row = await makeReport(work, { ...report, reason: reasonNamed(cases, reason) }, cases)
      if (row.state === 'open') await putReportOnDesk(work, row, deps.choose)
      return { text: [text('report-made', { number: String(row.id) })], tone: 'success' }
    },
  })
}

/** Whom a member means; that nobody fits is for the staff to find out. */
async function meantBy(work: Work, about: string, platform: PlatformWord): Promise<PartnerRow | undefined> {
  try {
    return await partnerMeant(work, about, platform, { exactly: true })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const pageCommand = command({
  ...desk,
  name: 'report-page',
  args: z.object(reportArg),
  async handle(context, { report }) {
    return reportView(context, await lookedAt(context, report))
  },
})

/** Refuses `report-unknown`, `report-own-decision`, `report-not-yours`. */
async function lookedAt({ work, actor }: Context, id: number): Promise<ReportRow> {
  const row = await reportNumbered(work, id)
  const bar = await barTo(work, row, actor.member)
  return bar === undefined ? row : refuse(bar, { number: String(id) })
}

/** What was sent along, in a message of its own, for the eyes of staff: it may show who sent it. */
const pictureCommand = command({
  ...desk,
  name: 'report-picture',
  args: z.object(reportArg),
  async handle(context, { report }) {
    const { file: sent } = await lookedAt(context, report)
    return pictureView(context.work, sent)
  },
})

function caseCommand(deps: CaseDeps) {
  const { cases, choose } = deps
  return command({
    ...desk,
    name: 'report-case',
    args: z.object({ ...reportArg, partner: words(ABOUT_MOST) }),
    alwaysPreview: true,
    async preview(context, { report, partner }) {
      const row = await reportNumbered(context.work, report)
      await assertMayDecide(context.work, row, context.actor.member)
      const about = await named(context, partner)
      await assertMayOpen(context.work, about, context.actor.member)
      const { id } = about
      const name = await nameOf(context.work, about.member, context.platform)
      const lines = [
        text('report-case-preview', { number: String(row.id), partner: String(id), name }),
        text('case-reason', { reason: reasonOfReport(row) }),
        text('case-words', { words: row.words }),
      ]
      return {
        view: { text: lines, tone: 'warning' },
        confirm: text('report-open-case'),
        meant: { partner: String(id) },
      }
    },
    async handle(context, { report, partner }) {
      const { work, actor } = context
      const { id } = await named(context, partner)
      const { reason } = await reportNumbered(work, report)
      const opened = { id: report, by: actor.member, partner: id, reason: reasonNamed(cases, reason) }
      const { row, heard } = await caseFrom(work, opened)
      await putOnDesk(work, heard, choose)
      return reportView(context, row, text('case-opened', { number: String(heard.row.id) }))
    },
  })
}

/** Refuses `partner-unknown`, and what naming a partner refuses. */
async function named({ work, platform }: Context, typed: string): Promise<PartnerRow> {
  return (await partnerMeant(work, typed, platform)) ?? refuse('partner-unknown', { typed })
}

function dismissCommand(deps: CaseDeps) {
  return command({
    ...desk,
    name: 'report-dismiss',
    args: z.object({ ...reportArg, note: paragraph(3, NOTE_MOST) }),
    async handle(context, { report, note }) {
      const { work, actor } = context
      const row = await dismissReport(work, { id: report, by: actor.member, note })
      await tellDismissed(work, row, deps.choose)
      return reportView(context, row, text('report-dismissed'))
    },
  })
}

/** What staff reach by buttons. */
export function reportButtons(deps: CaseDeps) {
  return [pageCommand, pictureCommand, caseCommand(deps), dismissCommand(deps)]
}
