/** Giving an application to another reviewer, and doing one thing with several applications. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { choice, rowNumber, words } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  applicationOf,
  assertMayHand,
  assertMayLook,
  handOver,
  lockApplications,
  REVIEWERS,
  reasonNamed,
  rejectUnheld,
  release,
  stateText,
  successorsOf,
} from '../applications/applications.js'
import { press } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { backToApplication, decided } from '../approvals/cards.js'
import { reachApplicant } from '../letters/cards.js'
import { nameOf, namesOf, PERSON_LIKE, type PlatformWord, personNamed } from '../members/members.js'
import { tellMember, toldText } from '../notices/notices.js'

/** Reviewers whose names are offered: a select of Discord takes 25. */
const OFFERED_MOST = 20

export function handCommand(deps: ApplicationDeps) {
  return command({
    who: REVIEWERS,
    where: 'anywhere',
    name: 'application-hand',
    cancelled: backToApplication,
    args: z.object({ application: rowNumber(), to: words(80) }),
    async about({ work, actor }, { application }) {
      if (application !== undefined)
        await assertMayHand(work, await applicationOf(work, application), actor.member)
      return []
    },
    async choices({ work }, argument, { application = '' }) {
      if (argument !== 'to' || !/^[0-9]{1,12}$/.test(application)) return undefined
      const row = await applicationOf(work, Number(application))
      const fit = await successorsOf(work, row)
      const names = await namesOf(work, fit)
      return fit.slice(0, OFFERED_MOST).map((member) => ({
        value: `#${member}`,
        label: names.get(member) ?? `#${member}`,
      }))
    },
    async handle({ work, actor, platform }, { application, to }) {
      const row = await applicationOf(work, application)
      const member = await successorNamed(work, row, to, platform)
      const handed = await handOver(work, { id: application, by: actor.member, to: member }, deps.policy)
      const number = String(application)
      const from = await nameOf(work, actor.member)
      const view = {
        text: [text('hand-told', { number, name: from })],
        rows: [[press('application-open', text('review-open'), { application: number })]],
      }
      const key = `application:${number}:handed:${handed.version}:${work.now}`
      await tellMember(work, { key, member, view }, deps.choose)
      const done = text('review-handed', { number, name: await nameOf(work, member, platform) })
      return decided(handed, done, await toldText(work, member))
    },
  })
}

/** A person as staff name them, or the name, or its beginning, of one of those who may have it. */
async function successorNamed(
  work: Work,
  row: ApplicationRow,
  typed: string,
  platform: PlatformWord,
): Promise<number> {
  const plain = typed.trim()
  if (PERSON_LIKE.test(plain)) return personNamed(work, plain, platform)
  const names = await namesOf(work, await successorsOf(work, row), platform)
  const wanted = plain.replace(/^@/, '').toLowerCase()
  const like = [...names].filter(([, name]) => name.toLowerCase().startsWith(wanted))
  const exact = like.filter(([, name]) => name.toLowerCase() === wanted)
  const [found, ...more] = exact.length > 0 ? exact : like
  if (more.length > 0) return refuse('hand-several', { typed: plain })
  return found?.[0] ?? refuse('hand-nobody', { typed: plain })
}

/** Called as no reason of a programme is: their names have no `_`. */
const RELEASE = 'give_back'
/** Applications of one bulk action. */
const BULK_MOST = 20

const BULK = ['admin', 'regional_manager'] as const

/**
 * Rejects several for one reason, or gives them back to the queue: for each what one press would do, with a
 * line that says how it went.
 */
export function bulkCommand(deps: ApplicationDeps) {
  const { policy } = deps
  return command({
    who: BULK,
    where: 'anywhere',
    name: 'review-bulk',
    args: z.object({
      what: choice([RELEASE, ...policy.reasons.map(({ id }) => id)], { named: true }),
      numbers: paragraph(1, 300),
    }),
    alwaysPreview: true,
    choiceWords: (argument, value) => (argument === 'what' ? bulkText(deps, value) : undefined),
    triesAgain: { 'bulk-numbers': 'numbers' },
    async preview({ work, actor }, { numbers, what }) {
      const list = numbersIn(numbers)
      const lines = [
        text('bulk-preview', { count: list.length }),
        ...(await Promise.all(list.map((id) => shownLine(work, id, actor.member)))),
        text('bulk-what', { what: bulkText(deps, what) }),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('bulk-confirm') }
    },
    async handle({ work, actor }, { numbers, what }): Promise<View> {
      const ids = numbersIn(numbers)
      const lines: Text[] = []
      await lockApplications(work, ids)
      for (const id of ids) lines.push(await oneOf(work, { id, by: actor.member, what }, deps))
      return {
        text: [text('bulk-done'), ...lines],
        rows: [[press('review', text('review-next'), {})]],
        replace: true,
      }
    },
  })
}

/** Rows of a view, on the narrower platform. */
const ROWS_MOST = 5

/** What can be done with several: a button each, which asks for the numbers. */
export function bulkView(deps: Pick<ApplicationDeps, 'policy'>): View {
  const ways = [RELEASE, ...deps.policy.reasons.map(({ id }) => id)]
  const wide = Math.ceil(ways.length / ROWS_MOST)
  const buttons = ways.map((what) => press('review-bulk', bulkText(deps, what), { what }))
  const rows = Array.from({ length: Math.ceil(ways.length / wide) }, (_, at) =>
    buttons.slice(at * wide, (at + 1) * wide),
  )
  return { text: [text('bulk-begin')], rows }
}

function bulkText({ policy }: Pick<ApplicationDeps, 'policy'>, what: string): Text {
  return what === RELEASE ? text('bulk-release') : textOf(reasonNamed(policy, what).words)
}

/** `12,13 14`, each once. Refuses `bulk-numbers`. */
function numbersIn(typed: string): number[] {
  const parts = typed.split(/[\s,;#]+/).filter((part) => part !== '')
  const numbers = [...new Set(parts.map(Number))]
  const isFine = parts.every((part) => /^[1-9][0-9]{0,11}$/.test(part))
  if (!isFine || numbers.length === 0 || numbers.length > BULK_MOST) {
    return refuse('bulk-numbers', { most: BULK_MOST })
  }
  return numbers
}

/** Whose it is and where it stands, or why it cannot be looked at. */
async function shownLine(work: Work, id: number, by: number): Promise<Text> {
  const number = String(id)
  try {
    const row = await applicationOf(work, id)
    await assertMayLook(work, row, by)
    return text('bulk-line', { number, name: await nameOf(work, row.member), state: stateText(row.state) })
  } catch (error) {
    return refusedLine(number, error)
  }
}

/** Throws what is no refusal. */
function refusedLine(number: string, error: unknown): Text {
  if (!(error instanceof Refusal)) throw error
  return text('bulk-refused', { number, why: text(`refusal-${error.key}`, error.params) })
}

/** A refusal of one is a line of the answer and stops none of the others: it is thrown before it writes. */
async function oneOf(
  work: Work,
  { id, by, what }: { id: number; by: number; what: string },
  deps: ApplicationDeps,
): Promise<Text> {
  const number = String(id)
  try {
    if (what === RELEASE) {
      await release(work, id, by)
      return text('bulk-released', { number })
    }
    const row = await rejectUnheld(work, { id, by, reason: reasonNamed(deps.policy, what) }, deps.policy)
    await reachApplicant(work, row, text('application-told-rejected'), deps)
    return text('bulk-rejected', { number })
  } catch (error) {
    return refusedLine(number, error)
  }
}
