/** /program: which programme is in force, and how a changed file comes into force. */
import { z } from 'zod'
import { choice, code, rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { cut } from '../../kit/cut.js'
import { Outage } from '../../kit/outage.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { differencesOf } from '../../programme/difference.js'
import type { Programme, Reading } from '../../programme/programme.js'
import { asOutage, isTransient } from '../../storage/errors.js'
import { nameOf } from '../members/members.js'
import { DIGEST_SHOWN, differenceLines, problemLines, reloadButton } from './cards.js'
import { bringIntoForce, digestOf, owedProblems, programmeInForce, programmeRead } from './programme.js'

/** What the process can do about the file. */
export interface ProgrammeFile {
  /** Reads it anew; undefined: the shipped programme is used, there is no file. */
  read(): Reading | { problems: string[] } | undefined
  /** A line for people about a failure that no check of the file names; writes all of it to the log. */
  unforeseen(error: unknown): string
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
/** Characters of a failure that are told: a refusal is short. */
const UNFORESEEN_MOST = 100

export function programCommand(deps: ProgrammeDeps) {
  return command({
    name: 'program',
    who: ADMINS,
    where: 'anywhere',
    args: z.object({ action: choice(['show', 'reload'] as const).optional() }),
    handle: (context, { action = 'show' }) =>
      action === 'show'
        ? nowView(context, deps)
        : withFile(deps.file, (_file, read) => differenceView(context, read)),
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

/**
 * What a file leads to that no check foresaw is a refusal, so that nothing of it stays and the admin learns
 * why. What is done again, or told as an outage, goes its way. Refuses `program-no-file`,
 * `program-unforeseen`.
 */
async function withFile<T>(
  file: ProgrammeFile | undefined,
  act: (file: ProgrammeFile, read: Reading | { problems: string[] }) => Promise<T>,
): Promise<T> {
  const read = file?.read()
  if (!file || !read) return refuse('program-no-file', { setting: 'PROGRAMME_FILE' })
  try {
    return await act(file, read)
  } catch (error) {
    if (error instanceof Refusal || isTransient(error) || asOutage(error) instanceof Outage) throw error
    return refuse('program-unforeseen', { problem: cut(file.unforeseen(error), UNFORESEEN_MOST) })
  }
}

/** Refuses `program-none`. */
async function differenceView({ work }: Context, read: Reading | { problems: string[] }): Promise<View> {
  const row = (await programmeInForce(work)) ?? refuse('program-none')
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

function problemsView(problems: readonly string[]): View {
  return {
    text: [...problemLines(problems), text('program-kept')],
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
    args: z.object({ digest: code(DIGEST_SHOWN), follows: rowNumber() }),
    handle: (context, shown) => withFile(file, (known, read) => accept(context, known, read, shown)),
  })
}

/** Refuses `program-file-changed`, `program-moved-on`. */
async function accept(
  { work, actor }: Context,
  file: ProgrammeFile,
  read: Reading | { problems: string[] },
  { digest, follows }: { digest: string; follows: number },
): Promise<View> {
  if ('problems' in read) return problemsView(read.problems)
  // Whoever presses again is told the same.
  const now = await programmeInForce(work)
  if (now?.digest.startsWith(digest)) return acceptedView(now.id, digest)
  if (!digestOf(read.raw).startsWith(digest)) refuse('program-file-changed')
  const outcome = await bringIntoForce(work, read, { follows, by: actor.member })
  if (outcome === 'overtaken') return refuse('program-moved-on')
  if ('problems' in outcome) return problemsView(outcome.problems)
  file.changed()
  return acceptedView(outcome.number, digest)
}

function acceptedView(number: number, digest: string): View {
  return {
    text: [text('program-accepted', { number: String(number), digest })],
    tone: 'success',
    replace: true,
  }
}
