/** How a change of the programme is shown, and what admins are told of a start. */
import { createHash } from 'node:crypto'
import type { View } from '../../interaction/view.js'
import { cut } from '../../kit/cut.js'
import { type Text, text } from '../../kit/text.js'
import type { Difference } from '../../programme/difference.js'
import type { Work } from '../../storage/storage.js'
import { type Choose, tellHolders } from '../notices/notices.js'
import type { Start } from './programme.js'

/** Differences and mistakes that are shown, and characters of a value: they must fit a message. */
const SHOWN = 20
const VALUE_MOST = 50
const PROBLEM_MOST = 240
const PROBLEMS_SHOWN = 12
/** Characters of a digest that people compare. */
export const DIGEST_SHOWN = 12

export function reloadButton() {
  const press = { command: 'program', values: { action: 'reload' } }
  return { kind: 'press' as const, label: text('program-reload'), press }
}

export function differenceLines(differences: readonly Difference[]): Text[] {
  const shown = differences.slice(0, SHOWN)
  const sections = [...new Set(shown.map(({ section }) => section))]
  const left = differences.length - shown.length
  return [
    ...sections.flatMap((section) => {
      const inIt = shown.filter((one) => one.section === section)
      return [text('program-section', { section }), ...inIt.map(differenceLine)]
    }),
    ...(left > 0 ? [text('program-more', { count: left })] : []),
  ]
}

function differenceLine({ path, before, after }: Difference): Text {
  const place = { said: cut(path, VALUE_MOST + DIGEST_SHOWN) }
  if (before === undefined) return text('program-added', { path: place, after: cut(after ?? '', VALUE_MOST) })
  if (after === undefined) return text('program-removed', { path: place, before: cut(before, VALUE_MOST) })
  return text('program-changed', {
    path: place,
    before: cut(before, VALUE_MOST),
    after: cut(after, VALUE_MOST),
  })
}

/** Each mistake, as far as they fit. */
export function problemLines(problems: readonly string[]): Text[] {
  const shown = problems.slice(0, PROBLEMS_SHOWN)
  const left = problems.length - shown.length
  return [
    text('program-mistakes', { count: problems.length }),
    ...shown.map((problem) => text('program-mistake', { problem: { said: cut(problem, PROBLEM_MOST) } })),
    ...(left > 0 ? [text('program-more', { count: left })] : []),
  ]
}

/**
 * Tells every admin what a start has changed without being asked, or why it changed nothing. The same
 * mistakes are told once, however often we are started with them.
 */
export async function tellStart(work: Work, start: Start, choose: Choose): Promise<void> {
  if (start === 'overtaken') return
  const notice = 'kept' in start ? keptNotice(start) : 'number' in start ? changedNotice(start) : undefined
  if (notice) await tellHolders(work, { ...notice, roles: ['admin'], except: [] }, choose)
}

interface Notice {
  key: string
  view: View
}

function keptNotice({ kept, problems }: { kept: number; problems: readonly string[] }): Notice {
  const which = createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, DIGEST_SHOWN)
  return {
    key: `programme-kept:${kept}:${which}`,
    view: {
      text: [text('program-start-kept', { number: String(kept) }), ...problemLines(problems)],
      rows: [[reloadButton()]],
      tone: 'warning',
    },
  }
}

function changedNotice(start: {
  number: number
  differences: readonly Difference[]
  digest: string
}): Notice | undefined {
  const { number, differences, digest } = start
  if (differences.length === 0) return undefined
  const params = { number: String(number), digest: digest.slice(0, DIGEST_SHOWN) }
  return {
    key: `programme-start:${number}`,
    view: {
      text: [text('program-start-changed', params), ...differenceLines(differences)],
      tone: 'warning',
    },
  }
}
