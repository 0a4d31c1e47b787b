/** The partner's side of a case: what it is, the reply, the appeal; and what time does with it. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { Beat } from '../../storage/beat.js'
import type { Work } from '../../storage/storage.js'
import { STAFF } from '../partners/partners.js'
import {
  type CaseDeps,
  chargeLines,
  decisionLines,
  ownCaseView,
  putBack,
  putOnDesk,
  replyPreview,
  tellPartner,
  tellStaff,
} from './cards.js'
import {
  appeal,
  assertMayAppeal,
  assertMayReply,
  caseNumbered,
  dueCases,
  dueClocks,
  type Reminded,
  reply,
  settleCase,
  settleClock,
} from './cases.js'

/** Characters of a reply or an appeal. */
const REPLY_MOST = 1000
const caseArg = { case: rowNumber() }
const own = { who: 'anyone', where: 'anywhere' } as const

function mineCommand({ cases }: CaseDeps) {
  return command({
    ...own,
    name: 'case-mine',
    args: z.object(caseArg),
    async handle({ work, actor }, { case: id }) {
      const { row, partner } = await caseNumbered(work, id)
      // What is not told yet is not looked at yet.
      if (partner.member !== actor.member || row.state === 'open') {
        return refuse('case-unknown', { number: String(id) })
      }
      return ownCaseView(work, row, cases)
    },
  })
}

/** Who does not answer after all sees what they pressed. */
function backToCase({ cases }: CaseDeps) {
  return async ({ work, actor }: Context, answers: Readonly<Record<string, string>>): Promise<View> => {
    const { data: id } = caseArg.case.safeParse(answers.case)
    const heard = id === undefined ? undefined : await caseNumbered(work, id)
    const cancelled = text('form-cancelled')
    if (heard?.partner.member !== actor.member) return { text: [cancelled], replace: true }
    return { ...(await ownCaseView(work, heard.row, cases, cancelled)), replace: true }
  }
}

function replyCommand(deps: CaseDeps) {
  return command({
    ...own,
    name: 'case-reply',
    args: z.object({ ...caseArg, words: paragraph(3, REPLY_MOST) }),
    async about({ work, actor }, { case: id }) {
      const heard = await caseNumbered(work, id ?? refuse('button-unknown'))
      await assertMayReply(work, heard, actor.member)
      return chargeLines(heard.row)
    },
    cancelled: backToCase(deps),
    adjustable: ['words'],
    async preview({ work, actor }, { case: id, words }) {
      const heard = await caseNumbered(work, id)
      await assertMayReply(work, heard, actor.member)
      return { view: replyPreview(heard.row, words), confirm: text('case-reply-confirm') }
    },
    async handle({ work, actor }, { case: id, words }) {
      const heard = await reply(work, id, actor.member, words)
      await putBack(work, heard, deps.choose)
      return { ...(await ownCaseView(work, heard.row, deps.cases, text('case-replied'))), tone: 'success' }
    },
  })
}

function appealCommand(deps: CaseDeps) {
  return command({
    ...own,
    name: 'case-appeal',
    args: z.object({ ...caseArg, words: paragraph(10, REPLY_MOST) }),
    async about({ work, actor }, { case: id }) {
      const heard = await caseNumbered(work, id ?? refuse('button-unknown'))
      await assertMayAppeal(work, heard, actor.member, deps.cases)
      return [...chargeLines(heard.row), ...(await decisionLines(work, heard.row))]
    },
    cancelled: backToCase(deps),
    async handle({ work, actor }, { case: id, words }) {
      const heard = await appeal(work, id, actor.member, words, deps.cases)
      await putBack(work, heard, deps.choose)
      return { ...(await ownCaseView(work, heard.row, deps.cases, text('apply-appealed'))), tone: 'success' }
    },
  })
}

/** What partners reach by buttons. */
export function partnerCaseButtons(deps: CaseDeps) {
  return [mineCommand(deps), replyCommand(deps), appealCommand(deps)]
}

/** How often it is looked whether time moves a case on, in ms. */
const EVERY_MS = 15_000

export function caseBeats(deps: CaseDeps): Beat[] {
  return [
    {
      name: 'cases-due',
      everyMs: EVERY_MS,
      byTime: true,
      due: dueCases,
      async settle(work, id) {
        const settled = await settleCase(work, id)
        if (settled?.what !== 'lapsed') return
        await tellPartner(work, settled, deps, text('case-told-lapsed'))
        await putOnDesk(work, settled, deps.choose)
      },
    },
    {
      name: 'cases-clocks',
      everyMs: EVERY_MS,
      byTime: true,
      due: (work, after, since) => dueClocks(work, after, since, deps.cases),
      async settle(work, id) {
        const reminded = await settleClock(work, id, deps.cases)
        if (reminded) await remind(work, reminded, deps)
      },
    },
  ]
}

/** Of whom one agrees to what another proposed. */
const SECONDS = ['admin', 'risk_officer'] as const

/**
 * Whoever told the partner of the case hears that its time runs out, or all staff of the region; where a
 * decision waits for a second person, those who can be that.
 */
async function remind(work: Work, reminded: Reminded, deps: CaseDeps): Promise<void> {
  const { of, endsAt, owner, hold, row } = reminded
  const news = { roles: STAFF, except: [], at: endsAt, ...(hold === undefined ? {} : { hold }) }
  if (of === 'reply') {
    await tellStaff(work, reminded, { ...news, owner, what: 'case-remind-reply' }, deps.choose)
    await tellPartner(work, reminded, deps, text('case-told-remind'))
  } else if (row.proposedBy === null) {
    await tellStaff(work, reminded, { ...news, what: 'case-remind-hold' }, deps.choose)
  } else {
    const seconds = { roles: SECONDS, except: [row.proposedBy], what: 'case-remind-second' }
    await tellStaff(work, reminded, { ...news, ...seconds }, deps.choose)
  }
}
