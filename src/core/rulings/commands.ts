/** /case and the buttons of its desk: open, tell, decide, agree, and decide once more. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { choice, count, numberOf, rowNumber, words } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { textOf } from '../../programme/words.js'
import { noteText } from '../applications/cards.js'
import { type CaseDeps, chargeLines, effectLines, putOnDesk, tellPartner, tellStaff } from '../cases/cards.js'
import {
  type AppealRuling,
  agree,
  answerAppeal,
  assertMayDecline,
  assertMayNotify,
  assertMayOpen,
  caseNumbered,
  caseStateText,
  decide,
  decline,
  notify,
  openCase,
  previewAppeal,
  previewProposal,
  previewRuling,
  proposalOf,
  type Ruled,
  type Ruling,
  reasonNamed,
  reasonsGiven,
  takesTwo,
} from '../cases/cases.js'
import { nameOf } from '../members/members.js'
import { partnerNumbered, STAFF } from '../partners/partners.js'
import { pictureView, tellReporters } from '../reports/cards.js'
import {
  assertReasoned,
  caseView,
  declinePreview,
  lesserOf,
  lessersOf,
  lesserText,
  listView,
  tellDeclined,
  tellOutcome,
  wholeView,
} from './cards.js'
import { asked, lookedAt, stillToAnswer, stillToRule } from './right.js'

/** Characters of what is held against somebody, and of a note. */
const WORDS_MOST = 1000
const NOTE_MOST = 500

/** Characters of a number, as it may be typed. */
const TYPED_MOST = 14
/** Messages that all of one is read in; there are fewer. */
const PAGES_MOST = 99
/** Of the case when it was looked at: what has changed since is not decided unseen. */
const seenArgs = { case: rowNumber(), version: count(1, 999_999) }
const note = paragraph(3, NOTE_MOST)

/** What all commands of these staff are. */
const desk = { who: STAFF, where: 'anywhere' } as const

/** One case by its number, or what waits. */
export function caseCommand(deps: CaseDeps) {
  return command({
    ...desk,
    name: 'case',
    args: z.object({ number: words(TYPED_MOST, { rest: true }).optional() }),
    async handle(context, { number: typed }) {
      if (typed === undefined) return listView(context)
      const id = numberOf(typed) ?? refuse('case-unknown', { number: typed })
      return pageOf(context, id, deps)
    },
  })
}

async function pageOf(context: Context, id: number, deps: CaseDeps, ...notes: Text[]): Promise<View> {
  return caseView(context, await lookedAt(context, id), deps.cases, ...notes)
}

/** The screenshot of the report that it came from. */
const pictureCommand = command({
  ...desk,
  name: 'case-picture',
  args: z.object({ case: rowNumber() }),
  handle: async (context, { case: id }) => pictureView(context.work, (await lookedAt(context, id)).row.file),
})

/** All that is written in one, which may be too long for its page. */
const wholeCommand = command({
  ...desk,
  name: 'case-whole',
  args: z.object({ case: rowNumber(), page: count(1, PAGES_MOST).optional() }),
  handle: async (context, { case: id, page = 1 }) =>
    wholeView(context, (await lookedAt(context, id)).row, page),
})

function pageCommand(deps: CaseDeps) {
  return command({
    ...desk,
    name: 'case-page',
    args: z.object({ case: rowNumber() }),
    handle: (context, { case: id }) => pageOf(context, id, deps),
  })
}

/** Opens one about a partner. */
function openCommand(deps: CaseDeps) {
  const { cases } = deps
  return command({
    ...desk,
    name: 'case-new',
    args: z.object({
      partner: rowNumber(),
      reason: choice(
        reasonsGiven(cases).map(({ id }) => id),
        { named: true },
      ),
      words: paragraph(10, WORDS_MOST),
    }),
    choiceWords: (argument, value) =>
      argument === 'reason' ? textOf(reasonNamed(cases, value).words) : undefined,
    async preview({ work, actor, platform }, { partner, reason, words }) {
      const row = await partnerNumbered(work, partner)
      await assertMayOpen(work, row, actor.member)
      const name = await nameOf(work, row.member, platform)
      const lines = [
        text('case-new-preview', { name, partner: String(partner) }),
        text('case-reason', { reason: textOf(reasonNamed(cases, reason).words) }),
        text('case-words', { words }),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('case-new-confirm') }
    },
    async handle(context, { partner, reason, words }) {
      const { work, actor } = context
      const told = { partner, words, link: null, file: null, by: actor.member }
      const heard = await openCase(work, { ...told, reason: reasonNamed(cases, reason) })
      await putOnDesk(work, heard, deps.choose)
      return caseView(context, heard, cases, text('case-opened', { number: String(heard.row.id) }))
    },
  })
}

function notifyCommand(deps: CaseDeps) {
  return command({
    ...desk,
    name: 'case-notify',
    args: z.object(seenArgs),
    alwaysPreview: true,
    async preview(context, { case: id, version }) {
      const heard = await lookedAt(context, id)
      await assertMayNotify(context.work, heard, { version, by: context.actor.member })
      const told = text('case-notify-preview', { hours: deps.cases.replyHours })
      const lines = [told, ...chargeLines(heard.row)]
      return { view: { text: lines, tone: 'warning' }, confirm: text('case-notify') }
    },
    async handle(context, { case: id, version }) {
      const { work, actor } = context
      const heard = await notify(work, { id, version, by: actor.member }, deps.cases)
      await tellPartner(work, heard, deps, text('case-told-notice'))
      return caseView(context, heard, deps.cases, text('case-notified'))
    },
  })
}

/** What follows from a decision is told: to the partner, to whoever reported it, or to a second person. */
async function announce(context: Context, ruled: Ruled, deps: CaseDeps): Promise<View> {
  const { work, actor } = context
  const { row, effects } = ruled
  await tellOutcome(context, ruled, deps.choose)
  if (ruled.isProposed) {
    const told = { roles: ['admin', 'risk_officer'] as const, except: [actor.member], what: 'case-waits' }
    await tellStaff(work, ruled, told, deps.choose)
    return caseView(context, ruled, deps.cases, text('case-is-proposed'))
  }
  await tellPartner(work, ruled, deps, text(`case-told-${row.state}`), ...effectLines(effects))
  await tellReporters(work, row, deps.choose)
  if (ruled.review) {
    await putOnDesk(work, { row: ruled.review, partner: ruled.partner }, deps.choose)
  }
  return {
    ...(await caseView(context, ruled, deps.cases, text('case-is-decided'), ...effectLines(effects))),
    tone: 'success',
  }
}

/** One of the four rulings, with its effects line by line before it is made. */
function rulingCommand<S extends z.ZodRawShape>(
  deps: CaseDeps,
  name: string,
  more: S,
  rulingOf: (args: Record<string, unknown>) => Ruling,
) {
  const { cases } = deps
  return command({
    ...desk,
    name,
    args: z.object({ ...seenArgs, ...more, note }),
    about: (context, given) => stillToRule(context, rulingOf(given), given, cases),
    choiceWords: (argument, value) =>
      argument === 'days' ? text('case-days', { days: Number(value) }) : undefined,
    async preview({ work, actor }, args) {
      const seen = asked(args)
      const ruling = rulingOf(args)
      const effects = await previewRuling(
        work,
        await caseNumbered(work, seen.id),
        ruling,
        actor.member,
        cases,
      )
      const head = text(takesTwo(ruling) ? 'case-propose-preview' : 'case-rule-preview', {
        verdict: takesTwo(ruling)
          ? caseStateText(ruling.verdict)
          : { heading: caseStateText(ruling.verdict) },
      })
      const lines = [head, ...effectLines(effects), noteText(seen.note)]
      return { view: { text: lines, tone: 'warning' }, confirm: text(`confirm-${name}`) }
    },
    async handle(context, args) {
      const { id, version, note: words } = asked(args)
      const seen = { id, version, by: context.actor.member }
      return announce(context, await decide(context.work, seen, rulingOf(args), words, cases), deps)
    },
  })
}

function agreeCommand(deps: CaseDeps) {
  const { cases } = deps
  return command({
    ...desk,
    name: 'case-agree',
    args: z.object(seenArgs),
    alwaysPreview: true,
    async preview({ work, actor }, { case: id }) {
      const heard = await caseNumbered(work, id)
      const effects = await previewProposal(work, heard, actor.member, cases)
      const proposal = proposalOf(heard.row)
      const lines = [
        text('case-rule-preview', {
          verdict: { heading: caseStateText(proposal?.verdict ?? heard.row.state) },
        }),
        ...effectLines(effects),
        noteText(proposal?.note ?? ''),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('case-agree') }
    },
    async handle(context, { case: id, version }) {
      const seen = { id, version, by: context.actor.member }
      return announce(context, await agree(context.work, seen, cases), deps)
    },
  })
}

function declineCommand(deps: CaseDeps) {
  return command({
    ...desk,
    name: 'case-decline',
    args: z.object({ ...seenArgs, note: note.optional() }),
    alwaysPreview: true,
    async preview(context, { case: id, note: why }) {
      const { work, actor } = context
      const { row, partner } = await caseNumbered(work, id)
      await assertMayDecline(work, { row, partner }, actor.member)
      return declinePreview(context, row, why)
    },
    async handle(context, { case: id, version, note: why }) {
      const { work, actor } = context
      const { row } = await caseNumbered(work, id)
      // Of one that has changed the operation says so.
      if (row.version === version && row.proposal !== null) assertReasoned(row, actor.member, why)
      const { hold, ...declined } = await decline(work, { id, version, by: actor.member }, why, deps.cases)
      await tellDeclined(context, declined, why, deps.choose)
      if (hold) {
        const news = { roles: STAFF, except: [], what: 'case-remind-hold', at: hold.until, hold: hold.id }
        await tellStaff(work, declined, news, deps.choose)
      }
      return caseView(context, declined, deps.cases, text('case-declined'))
    },
  })
}

/** One of the answers to an appeal. */
function appealCommand<S extends z.ZodRawShape>(
  deps: CaseDeps,
  name: string,
  more: S,
  rulingOf: (args: Record<string, unknown>) => AppealRuling,
) {
  const { cases } = deps
  return command({
    ...desk,
    name,
    args: z.object({ ...seenArgs, ...more, note }),
    about: (context, given) => stillToAnswer(context, given),
    choiceWords: (argument, value) => (argument === 'to' ? lesserText(value) : undefined),
    async preview({ work, actor }, args) {
      const seen = asked(args)
      const heard = await caseNumbered(work, seen.id)
      const ruling = rulingOf(args)
      const effects = await previewAppeal(work, heard, ruling, actor.member, cases)
      const verdict = { heading: caseStateText(ruling.appeal) }
      const lines = [text('case-rule-preview', { verdict }), ...effectLines(effects)]
      return {
        view: { text: [...lines, noteText(seen.note)], tone: 'warning' },
        confirm: text(`confirm-${name}`),
      }
    },
    async handle(context, args) {
      const { id, version, note: words } = asked(args)
      const seen = { id, version, by: context.actor.member }
      return announce(context, await answerAppeal(context.work, seen, rulingOf(args), words, cases), deps)
    },
  })
}

/** What staff reach by buttons. */
export function rulingButtons(deps: CaseDeps) {
  const lesser = choice(lessersOf(deps.cases), { named: true })
  const days = choice(deps.cases.suspensionDays.map(String), { named: true })
  return [
    pageCommand(deps),
    pictureCommand,
    wholeCommand,
    openCommand(deps),
    notifyCommand(deps),
    rulingCommand(deps, 'case-dismiss', {}, () => ({ verdict: 'dismissed' })),
    rulingCommand(deps, 'case-warn', {}, () => ({ verdict: 'warned' })),
    rulingCommand(deps, 'case-suspend', { days }, (given) => ({
      verdict: 'suspended',
      days: Number(given.days),
    })),
    rulingCommand(deps, 'case-terminate', {}, () => ({ verdict: 'terminated' })),
    agreeCommand(deps),
    declineCommand(deps),
    appealCommand(deps, 'case-uphold', {}, () => ({ appeal: 'upheld' })),
    appealCommand(deps, 'case-reduce', { to: lesser }, ({ to }) => ({ appeal: 'reduced', to: lesserOf(to) })),
    appealCommand(deps, 'case-overturn', {}, () => ({ appeal: 'overturned' })),
  ]
}
