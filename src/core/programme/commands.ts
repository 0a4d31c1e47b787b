/** /program: which programme is in force, and how a changed file comes into force. */
import { z } from 'zod'
import { choice, code, count } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { type Difference, differencesOf } from '../../programme/difference.js'
import type { Programme, Reading } from '../../programme/programme.js'
import { nameOf } from '../members/members.js'
import { bringIntoForce, digestOf, owedProblems, programmeInForce, programmeRead } from './programme.js'

/** What the process can do about the file. */
export interface ProgrammeFile {
  /** Reads it anew; undefined: the shipped programme is used, there is no file. */
  read(): Reading | { problems: string[] } | undefined
  /** Another programme may be in force from this unit's commit on. */
  changed(): void
}

export interface ProgrammeDeps {
  programme: Programme
  /** Left out: there is no file. */
  file?: ProgrammeFile | undefined
}

/** Who may change the programme. */
const ADMINS = ['admin']
/** Differences and mistakes that are shown, and characters of a value: they must fit a message. */
const SHOWN = 20
const VALUE_MOST = 50
const PROBLEM_MOST = 240
const PROBLEMS_SHOWN = 12
/** Characters of a digest that people compare. */
const DIGEST_SHOWN = 12
const NUMBER_MOST = 999_999_999_999

export function programCommand(deps: ProgrammeDeps) {
  return command({
    name: 'program',
    who: ADMINS,
    where: 'anywhere',
    args: z.object({ action: choice(['show', 'reload'] as const).optional() }),
    handle: (context, { action = 'show' }) =>
      action === 'show' ? nowView(context, deps) : reloadView(context, deps),
  })
}

async function nowView({ work, platform }: Context, { programme, file }: ProgrammeDeps): Promise<View> {
  const row = (await programmeInForce(work)) ?? refuse('program-none')
  const since = { instant: row.at, as: 'moment' as const }
  const by =
    row.by === null
      ? text('program-by-start', { since })
      : text('program-by', { since, name: await nameOf(work, row.by, platform) })
  return {
    text: [
      text('program-title', { name: programme.name, version: programme.version }),
      text('program-digest', { number: String(row.id), digest: row.digest.slice(0, DIGEST_SHOWN) }),
      by,
    ],
    rows: file ? [[reloadButton()]] : [],
    tone: 'info',
  }
}

function reloadButton() {
  const press = { command: 'program', values: { action: 'reload' } }
  return { kind: 'press' as const, label: text('program-reload'), press }
}

/** Refuses `program-no-file`, `program-none`. */
async function reloadView({ work }: Context, { file }: ProgrammeDeps): Promise<View> {
  const row = (await programmeInForce(work)) ?? refuse('program-none')
  const read = file?.read() ?? refuse('program-no-file', { setting: 'PROGRAMME_FILE' })
  if ('problems' in read) return problemsView(read.problems)
  const problems = await owedProblems(work, read.programme)
  if (problems.length > 0) return problemsView(problems)
  const digest = digestOf(read.raw)
  if (digest === row.digest) {
    return { text: [text('program-same', { digest: digest.slice(0, DIGEST_SHOWN) })], tone: 'info' }
  }
  const differences = differencesOf(await programmeRead(work, row.id), read.raw)
  const values = { digest: digest.slice(0, DIGEST_SHOWN), follows: String(row.id) }
  return {
    text: [
      text('program-differs', { from: row.digest.slice(0, DIGEST_SHOWN), to: values.digest }),
      ...differenceLines(differences),
      text('program-ask'),
    ],
    rows: [
      [
        {
          ...{ kind: 'press', label: text('program-confirm', { count: differences.length }) },
          ...{ press: { command: 'program-accept', values }, style: 'danger' },
        },
      ],
    ],
    tone: 'warning',
  }
}

function differenceLines(differences: readonly Difference[]): Text[] {
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
  const place = cut(path, VALUE_MOST + DIGEST_SHOWN)
  if (before === undefined) return text('program-added', { path: place, after: cut(after ?? '', VALUE_MOST) })
  if (after === undefined) return text('program-removed', { path: place, before: cut(before, VALUE_MOST) })
  return text('program-changed', {
    path: place,
    before: cut(before, VALUE_MOST),
    after: cut(after, VALUE_MOST),
  })
}

/** Never inside of a character. */
function cut(words: string, most: number): string {
  const characters = [...words]
  return characters.length <= most ? words : `${characters.slice(0, most).join('')}…`
}

function problemsView(problems: readonly string[]): View {
  const shown = problems.slice(0, PROBLEMS_SHOWN)
  const left = problems.length - shown.length
  return {
    text: [
      text('program-mistakes', { count: problems.length }),
      ...shown.map((problem) => text('program-mistake', { problem: cut(problem, PROBLEM_MOST) })),
      ...(left > 0 ? [text('program-more', { count: left })] : []),
      text('program-kept'),
    ],
    rows: [[reloadButton()]],
    tone: 'refusal',
  }
}

/** The confirm button: what was shown, and nothing else, comes into force. */
export function programAcceptCommand({ file }: ProgrammeDeps) {
  return command({
    name: 'program-accept',
    who: ADMINS,
    where: 'anywhere',
    args: z.object({ digest: code(DIGEST_SHOWN), follows: count(1, NUMBER_MOST) }),
    async handle({ work, actor }, { digest, follows }) {
      const read = file?.read() ?? refuse('program-no-file', { setting: 'PROGRAMME_FILE' })
      if ('problems' in read) return problemsView(read.problems)
      // Whoever presses again is told the same.
      const now = await programmeInForce(work)
      if (now?.digest.startsWith(digest)) return acceptedView(now.id, digest)
      if (!digestOf(read.raw).startsWith(digest)) refuse('program-file-changed')
      const outcome = await bringIntoForce(work, read, { follows, by: actor.member })
      if (outcome === 'overtaken') return refuse('program-moved-on')
      if ('problems' in outcome) return problemsView(outcome.problems)
      file?.changed()
      return acceptedView(outcome.number, digest)
    },
  })
}

function acceptedView(number: number, digest: string): View {
  return {
    text: [text('program-accepted', { number: String(number), digest })],
    tone: 'success',
    replace: true,
  }
}
