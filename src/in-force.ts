/**
 * What this process makes of the programme that is in force: commands and beats are built from it as a whole,
 * so that nothing keeps a part of an older one. Whatever another process, or this one, has brought into force
 * is taken over from the database.
 */
import { allBeats, allCommands, type CatalogueDeps } from './core/catalogue.js'
import { tellStart } from './core/programme/cards.js'
import type { ProgrammeFile } from './core/programme/commands.js'
import { programmeInForce, programmeRead, type Start, startWith } from './core/programme/programme.js'
import { versionsInForce } from './core/texts/texts.js'
import type { Speech } from './i18n/speech.js'
import { type Catalogue, createCatalogue, liveCatalogue } from './interaction/catalogue.js'
import type { Dispatch } from './interaction/dispatch.js'
import { withLabels } from './interaction/listings.js'
import type { Log } from './kit/log.js'
import { StartError } from './kit/start-error.js'
import { ProgrammeError } from './programme/problems.js'
import {
  missingWords,
  type Programme,
  parseProgramme,
  type Reading,
  readJson,
  shipped,
} from './programme/programme.js'
import type { Beat } from './storage/beat.js'
import type { Storage, Work } from './storage/storage.js'

/** A programme, by its number in the database. */
export interface Numbered {
  number: number
  programme: Programme
}

export interface InForce {
  /** Always that of this moment. */
  readonly catalogue: Catalogue
  beats(): readonly Beat[]
  programme(): Programme
  /** As `dispatch`; what a call has brought into force holds before it is answered. */
  following(dispatch: Dispatch): Dispatch
}

export interface InForceOptions {
  storage: Pick<Storage, 'read'>
  speech: Speech
  log: Log
  first: Numbered
  now(): number
  deps: Pick<CatalogueDeps, 'choose' | 'recordUrl' | 'digestKey' | 'hasMail'>
  /** Reads the file anew; left out: there is none. */
  read?: ProgrammeFile['read'] | undefined
  /** The catalogue is another one from now on. */
  changed?(programme: Programme): void
}

/** ms until a process takes over what another has brought into force. */
const FOLLOW_EVERY_MS = 2000

interface Built extends Numbered {
  /** The versions of the texts that it was built for: a day may bring others. */
  versions: string
  catalogue: Catalogue
  beats: readonly Beat[]
}

export function createInForce(options: InForceOptions): InForce {
  const { storage, log, first, now, read } = options
  let isStale = false
  const changed = () => {
    isStale = true
  }
  const file = read && { read, changed }
  let built = build(options, first, file)
  /** The newest that we cannot read: it is told once. */
  let unread = 0

  function take(next: Numbered): void {
    built = build(options, next, file)
    options.changed?.(next.programme)
  }

  async function followIn(work: Work): Promise<void> {
    const row = await programmeInForce(work)
    const number = row?.id ?? built.number
    if (number === built.number || number === unread) {
      if (built.versions !== versionsOf(built.programme, now())) take(built)
      return
    }
    const kept = checked(await programmeRead(work, number), options.speech)
    if ('programme' in kept) return take({ number, programme: kept.programme })
    unread = number
    log.error('the programme in force is not one that this version understands; the former is kept', {
      number,
      problems: kept.problems,
    })
  }

  const follow: Beat = {
    name: 'programme-follow',
    everyMs: FOLLOW_EVERY_MS,
    async due(work) {
      await followIn(work)
      return []
    },
    async settle() {},
  }
  return {
    catalogue: liveCatalogue(() => built.catalogue),
    beats: () => [...built.beats, follow],
    programme: () => built.programme,
    following: (dispatch) => async (call) => {
      const answer = await dispatch(call)
      if (!isStale) return answer
      isStale = false
      // The beat tries again.
      await storage.read(followIn).catch((error: unknown) => log.warn('the database is away', { error }))
      return answer
    },
  }
}

/** What was read as a programme whose words there are, or a line for each mistake. */
export function checked(
  raw: unknown,
  speech: Pick<Speech, 'has' | 'fallback'>,
): Reading | { problems: string[] } {
  const read = parseProgramme(raw)
  if ('problems' in read) return read
  const problems = missingWords(read.programme, (key) => speech.has(speech.fallback, key))
  return problems.length > 0 ? { problems } : { raw, programme: read.programme }
}

/** Reads a programme's file again and again; undefined where there is none. One that is gone is a mistake. */
function readerOf(
  path: string | undefined,
  speech: Pick<Speech, 'has' | 'fallback'>,
): ProgrammeFile['read'] | undefined {
  if (path === undefined) return undefined
  return () => {
    try {
      return checked(readJson(path), speech)
    } catch (error) {
      if (error instanceof StartError) return { problems: [error.message] }
      throw error
    }
  }
}

/**
 * Throws a ProgrammeError where the file that is set has mistakes. Before a database is migrated, for the
 * former version of the bot, which may understand the file, cannot open it afterwards.
 */
export function assertFileRight(
  { programmeFile }: { programmeFile?: string | undefined },
  speech: Pick<Speech, 'has' | 'fallback'>,
): void {
  const read = readerOf(programmeFile, speech)?.()
  if (read && 'problems' in read) throw new ProgrammeError(programmeFile, read.problems)
}

/**
 * Begins with what is read from the file that is set, or with the shipped programme; with the one in force
 * where that cannot be. Throws a ProgrammeError, and closes the storage, where there is none that this
 * version understands.
 */
export async function beginInForce(
  { programmeFile }: { programmeFile?: string | undefined },
  options: Omit<InForceOptions, 'first' | 'read'> & { storage: Storage },
): Promise<InForce> {
  const { storage, speech, log } = options
  const read = readerOf(programmeFile, speech)
  const beginning = { path: programmeFile, speech, log }
  const first = await beginWith(storage, read?.() ?? checked(shipped, speech), beginning).catch(
    async (error: unknown) => {
      await storage.close()
      throw error
    },
  )
  options.changed?.(first.programme)
  return createInForce({ ...options, first, read })
}

/** Another process may start at the same time: it is looked again so often. */
const TRIES = 5

export interface Beginning {
  path: string | undefined
  speech: Pick<Speech, 'has' | 'fallback' | 'choose'>
  log: Log
}

/**
 * What was read is in force from now on, as the newest, and admins are told what it changed. Where it cannot
 * be (mistakes, or something hangs on what it would change), the programme in force stays, and log and admins
 * learn why. Throws a ProgrammeError where there is none that this version understands; nobody is told then.
 */
export async function beginWith(
  storage: Pick<Storage, 'write'>,
  read: Reading | { problems: string[] },
  { path, speech, log }: Beginning,
): Promise<Numbered> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { start, kept } = await storage.write(async (work) => {
      const made = await startWith(work, read)
      const former = await keptBy(work, made, { path, speech })
      await tellStart(work, made, (...tags) => speech.choose(...tags))
      return { start: made, kept: former }
    })
    if (start === 'overtaken') continue
    if (kept) {
      const what = path === undefined ? 'the shipped programme' : `PROGRAMME_FILE ${path}`
      const details = { number: kept.number, problems: problemsIn(start) }
      log.error(`${what} cannot come into force; the programme that was accepted last is kept`, details)
      return kept
    }
    if (!('number' in start) || 'problems' in read) throw new ProgrammeError(path, problemsIn(start, read))
    const { number, differences } = start
    if (differences.length > 0) {
      const changed = differences.map((one) => one.path)
      log.warn('this start brought another programme into force; admins were told', { number, changed })
    }
    return { number, programme: read.programme }
  }
  throw new StartError('another process keeps changing the programme; start again', 'configuration')
}

function problemsIn(...all: object[]): string[] {
  const found = all.find((one): one is { problems: string[] } => 'problems' in one)
  return found?.problems ?? []
}

/** The programme that stays in force, if one does. Throws a ProgrammeError where it cannot be read. */
async function keptBy(
  work: Work,
  start: Start,
  { path, speech }: Pick<Beginning, 'path' | 'speech'>,
): Promise<Numbered | undefined> {
  if (start === 'overtaken' || !('kept' in start)) return undefined
  const kept = checked(await programmeRead(work, start.kept), speech)
  if ('problems' in kept) throw new ProgrammeError(path, start.problems)
  return { number: start.kept, programme: kept.programme }
}

function build(
  { speech, deps, now: clock }: InForceOptions,
  { number, programme }: Numbered,
  file: ProgrammeFile | undefined,
): Built {
  const now = clock()
  const all = { ...deps, programme, now, file }
  return {
    number,
    programme,
    versions: versionsOf(programme, now),
    catalogue: createCatalogue(withLabels(allCommands(all), speech)),
    beats: allBeats(all),
  }
}

function versionsOf({ texts }: Programme, now: number): string {
  return versionsInForce(texts, now)
    .map(({ kind, version }) => `${kind} ${version}`)
    .join()
}
