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
import { Outage } from './kit/outage.js'
import { StartError } from './kit/start-error.js'
import { ProgrammeError } from './programme/problems.js'
import {
  acceptedProgramme,
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
  const { storage, log, first, now } = options
  const read = options.read && (() => tried(options.read?.(), options))
  let isStale = false
  const changed = () => {
    isStale = true
  }
  const file = read && { read, changed, unforeseen: (error: unknown) => unforeseen(error, log) }
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
    const kept = tried(understood(await programmeRead(work, number), options.speech), options)
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

type Words = Pick<Speech, 'has' | 'fallback'>

/** What was read as a programme whose words there are, or a line for each mistake. */
export function checked(raw: unknown, speech: Words): Reading | { problems: string[] } {
  return withWords(raw, parseProgramme(raw), speech)
}

/** The same of what was accepted once. */
function understood(raw: unknown, speech: Words): Reading | { problems: string[] } {
  return withWords(raw, acceptedProgramme(raw), speech)
}

function withWords(
  raw: unknown,
  read: { programme: Programme } | { problems: string[] },
  speech: Words,
): Reading | { problems: string[] } {
  if ('problems' in read) return read
  const problems = missingWords(read.programme, (key) => speech.has(speech.fallback, key))
  return problems.length > 0 ? { problems } : { raw, programme: read.programme }
}

/**
 * What was read, where commands and beats can be made of it; else why not. Before it comes into force: later
 * it would be what every start begins with.
 */
function tried<T extends Reading | { problems: string[] } | undefined>(
  read: T,
  options: Pick<InForceOptions, 'speech' | 'deps' | 'now' | 'log'>,
): T | { problems: string[] } {
  if (read === undefined || 'problems' in read) return read
  try {
    build(options, { number: 0, programme: read.programme }, undefined)
    return read
  } catch (error) {
    return { problems: [unforeseen(error, options.log)] }
  }
}

/** A line for whoever wrote the file, of a failure that no check names; the log has all of it. */
function unforeseen(error: unknown, log: Log): string {
  log.error('a programme failed in a way that no check of it foresaw', { error })
  return `the file cannot come into force: ${innermost(error).replaceAll(/\s+/g, ' ')}`
}

/** What a driver says is within what was asked of it. */
function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? innermost(error.cause) : error.message
}

/** Reads a programme's file again and again; undefined where there is none. One that is gone is a mistake. */
function readerOf(path: string | undefined, speech: Words): ProgrammeFile['read'] | undefined {
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
  speech: Words,
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
  const right = tried(read?.() ?? checked(shipped, speech), options)
  const first = await beginWith(storage, right, beginning).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
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
 * be (mistakes, something hangs on what it would change, or it fails), the programme in force stays, and log
 * and admins learn why. Throws a ProgrammeError where there is none that this version understands; nobody is
 * told then.
 */
export async function beginWith(
  storage: Pick<Storage, 'write'>,
  read: Reading | { problems: string[] },
  { path, speech, log }: Beginning,
): Promise<Numbered> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { start, kept } = await tryToBegin(storage, read, { path, speech, log })
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

/**
 * One unit; where what was read fails in it in a way that no check foresaw, another one without it. A failure
 * of the database is none of the file's.
 */
async function tryToBegin(
  storage: Pick<Storage, 'write'>,
  read: Reading | { problems: string[] },
  { path, speech, log }: Beginning,
): Promise<{ start: Start; kept: Numbered | undefined }> {
  const begin = (what: typeof read) =>
    storage.write(async (work) => {
      const start = await startWith(work, what)
      const kept = await keptBy(work, start, { path, speech })
      await tellStart(work, start, (...tags) => speech.choose(...tags))
      return { start, kept }
    })
  try {
    return await begin(read)
  } catch (error) {
    if (error instanceof Outage || error instanceof ProgrammeError || 'problems' in read) throw error
    return begin({ problems: [unforeseen(error, log)] })
  }
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
  const kept = understood(await programmeRead(work, start.kept), speech)
  if ('problems' in kept) throw new ProgrammeError(path, start.problems)
  return { number: start.kept, programme: kept.programme }
}

function build(
  { speech, deps, now: clock }: Pick<InForceOptions, 'speech' | 'deps' | 'now'>,
  { number, programme }: Numbered,
  file: ProgrammeFile | undefined,
): Built {
  const now = clock()
  const all = { ...deps, programme, now, file }
  const versions = versionsOf(programme, now)
  const edition = `${number} ${versions}`
  const commands = allCommands(all).map((one) => ({ ...one, edition }))
  return {
    number,
    programme,
    versions,
    catalogue: createCatalogue(withLabels(commands, speech)),
    beats: allBeats(all),
  }
}

function versionsOf({ texts }: Programme, now: number): string {
  return versionsInForce(texts, now)
    .map(({ kind, version }) => `${kind} ${version}`)
    .join()
}
