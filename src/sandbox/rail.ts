/**
 * "What just happened": for each thing a person did one entry, with what the bot made of it. The pretend
 * platforms tell what was sent and called, the bot's database is looked at from time to time, and both are
 * brought together by the names they share; by time only where they share none, and then it says so.
 */
import type { World } from '../kit/world.js'
import type { Action, Community, Outcome, SandboxPlatform } from './contract.js'
import type { RailAnswer, RailDetail, RailEntry, RailSwitched } from './page-contract.js'
import { idsIn, type NewRow, openRailBook, type RailBook, type Rows } from './rail-book.js'
import { createBursts, endPress } from './rail-burst.js'
import {
  accountOf,
  type Doing,
  type Growing,
  isHeldBack,
  isOver,
  newDoing,
  newEntry,
  newSwitched,
  resultOf,
  takeNames,
  takeOutcome,
  takeRow,
} from './rail-entry.js'
import { createHearing, type Hearing } from './rail-hearing.js'
import { learnOutgoing } from './rail-outgoing.js'
import { pressedIn } from './rail-pressed.js'
import { createTitles } from './rail-titles.js'
import { commandOf, labelIn, saidAs, threadOf, wordsOf } from './rail-words.js'
import type { Reason } from './reasons.js'

/** Entries kept. */
const ENTRIES_MAX = 200
/** ms between two looks at the database while something is open. */
const LOOK_MS = 250
/** ms that a row waits for the call it belongs to. */
const ROWS_KEPT_MS = 10_000

export interface RailOptions {
  community: Community
  world: Pick<World, 'now' | 'after'>
  /** Opens the bot's database for reading; throws while there is none. */
  openRows: () => Rows
}

export interface Rail {
  /** The platform as people use it: what they do gets an entry each. */
  watch(platform: SandboxPlatform): SandboxPlatform
  /** The platform as storms use it: the presses of one button are one entry for each storm, by its number. */
  crowd(platform: SandboxPlatform, storm: () => number): SandboxPlatform
  /** Something was done to the bot itself. Whoever tells it says when it is over, and why it failed. */
  tell(switched: RailSwitched): (problem?: Reason) => void
  answer(): RailAnswer
  detail(id: number): RailDetail | undefined
  /** Entries with a newer version than this one, and the newest version there is. */
  since(version: number): { entries: RailEntry[]; version: number }
  close(): void
}

export function createRail(options: RailOptions): Rail {
  return new Keeper(options)
}

class Keeper implements Rail {
  readonly #options: RailOptions
  #entries: Growing[] = []
  #version = 0
  #lastId = 0
  /** Whose act is being sent at this very moment. */
  #acting: Doing | undefined
  #book: RailBook | undefined
  #rows: NewRow[] = []
  readonly #hearing: Hearing
  readonly #bursts = createBursts()
  readonly #titleOf = createTitles()
  readonly #leave: (() => void)[] = []
  #stopTimer: (() => void) | undefined

  constructor(options: RailOptions) {
    this.#options = options
    this.#hearing = createHearing({
      entries: () => this.#entries,
      now: options.world.now,
      nameOf: (person) => options.community.person(person).name,
      readerOf: (platform, room) =>
        platform === 'telegram' ? options.community.byTelegram(Number(room))?.id : undefined,
      changed: (growing) => this.#changed(growing),
    })
  }

  watch(platform: SandboxPlatform): SandboxPlatform {
    const stopSent = platform.onSent?.((sent) => this.#acting?.sent.push(sent))
    const stopEvents = platform.onEvent((event) => {
      // What a person says is no consequence of it.
      if (!this.#acting) this.#hearing.hear(event, (person, where) => this.#titleOf(platform, person, where))
    })
    this.#leave.push(stopEvents, stopSent ?? (() => {}))
    return { ...platform, ...roots(platform), act: (person, action) => this.#act(platform, person, action) }
  }

  crowd(platform: SandboxPlatform, storm: () => number): SandboxPlatform {
    return {
      ...platform,
      ...roots(platform),
      act: (person, action) => this.#actInCrowd(storm(), platform, person, action),
    }
  }

  tell(switched: RailSwitched): (problem?: Reason) => void {
    const { now } = this.#options.world
    const growing = newSwitched(++this.#lastId, now(), switched)
    this.#put(growing)
    return (why) => {
      const took = now() - growing.entry.at
      Object.assign(growing.entry, { result: why ? 'impossible' : 'done', took, ...(why ? { why } : {}) })
      this.#changed(growing)
    }
  }

  answer(): RailAnswer {
    return { entries: this.#entries.map(({ entry }) => entry) }
  }

  detail(id: number): RailDetail | undefined {
    const { first, entry } = this.#entries.find((one) => one.entry.id === id) ?? {}
    if (!first || !entry) return undefined
    const answer = first.row?.answer
    return {
      entry,
      update: first.sent[0]?.native() ?? null,
      call: first.row
        ? { id: first.call, at: first.row.at, answer: answer ? JSON.parse(answer) : null }
        : null,
    }
  }

  since(version: number): { entries: RailEntry[]; version: number } {
    const entries = this.#entries.filter(({ entry }) => entry.version > version).map(({ entry }) => entry)
    return { entries, version: this.#version }
  }

  close(): void {
    this.#stopTimer?.()
    for (const leave of this.#leave) leave()
    this.#book?.close()
    this.#book = undefined
  }

  /** The act itself, with whatever it sends noted as its own: both platforms send before they wait. */
  #perform(platform: SandboxPlatform, doing: Doing, action: Action): Promise<Outcome> {
    this.#look()
    this.#acting = doing
    try {
      return platform.act(doing.person.id, action)
    } finally {
      this.#acting = undefined
    }
  }

  async #act(platform: SandboxPlatform, person: string, action: Action): Promise<Outcome> {
    const first = newDoing(this.#options.community.person(person), this.#options.world.now())
    const growing = this.#begin(platform, first, action)
    const outcome = this.#perform(platform, first, action)
    this.#sent(growing)
    const seen = await outcome
    takeOutcome(growing, seen, this.#options.world.now())
    this.#decide(growing)
    return seen
  }

  async #actInCrowd(
    storm: number,
    platform: SandboxPlatform,
    person: string,
    action: Action,
  ): Promise<Outcome> {
    const doing = newDoing(this.#options.community.person(person), this.#options.world.now())
    const begin = () => this.#begin(platform, doing, action)
    const burst = this.#bursts.join(storm, platform.name, action, doing, begin)
    const outcome = this.#perform(platform, doing, action)
    if (burst.growing.first === doing) this.#sent(burst.growing)
    else this.#name(doing)
    const seen = await outcome
    doing.outcome = seen
    doing.outcomeAt = this.#options.world.now()
    endPress(burst, seen, doing.outcomeAt)
    if (burst.growing.first === doing) takeOutcome(burst.growing, seen, doing.outcomeAt)
    this.#changed(burst.growing)
    return seen
  }

  #begin(platform: SandboxPlatform, first: Doing, action: Action): Growing {
    const room = 'room' in action ? action.room : undefined
    const pressed = action.do === 'press' ? pressedIn(platform, first.person.id, action) : undefined
    const label = action.do === 'press' ? labelIn(pressed, action.data) : undefined
    const thread = 'thread' in action ? action.thread : threadOf(pressed)
    const title = room === undefined ? undefined : this.#titleOf(platform, first.person.id, { room, thread })
    const entry = newEntry({
      ...{ id: ++this.#lastId, platform: platform.name, action, first },
      words: wordsOf(action, label),
      ...(room === undefined ? {} : { room }),
      ...(title === undefined ? {} : { roomTitle: title }),
    })
    const ids = new Set(idsIn('data' in action ? action.data : JSON.stringify(action)))
    const growing: Growing = { entry, action, first, ids, settled: new Set(), isOpen: true }
    if (action.do === 'press') growing.message = String(action.message)
    this.#put(growing)
    return growing
  }

  #put(growing: Growing): void {
    this.#entries.unshift(growing)
    for (const old of this.#entries.splice(ENTRIES_MAX)) this.#end(old)
    this.#changed(growing)
  }

  /** What the act has sent is known by now. */
  #sent(growing: Growing): void {
    const { entry, first, action } = growing
    this.#name(first, () => {
      entry.deliveries += 1
      this.#changed(growing)
    })
    first.sent[0]?.onStruck((struck) => {
      entry.struck = [...(entry.struck ?? []), struck]
      this.#changed(growing)
    })
    this.#hearing.expect(growing)
    if (action.do === 'say') growing.message ??= saidAs(first.sent[0]?.native())
    const command = commandOf(action, first.sent[0]?.native())
    if (command !== undefined) entry.command = command
    this.#changed(growing)
  }

  /** Learns by which name the bot knows the call, at once or when a late update is delivered. */
  #name(doing: Doing, delivered = () => {}): void {
    const [main] = doing.sent
    for (const sent of doing.sent) {
      sent.onDelivered((call) => {
        if (sent !== main) return
        doing.call = call
        delivered()
      })
    }
  }

  #changed({ entry }: Growing): void {
    entry.version = ++this.#version
  }

  /** Looks at the database from time to time, as long as anything is open. */
  #look(): void {
    this.#stopTimer ??= this.#options.world.after(LOOK_MS, () => {
      this.#stopTimer = undefined
      this.#update()
      if (this.#entries.some(({ isOpen }) => isOpen)) this.#look()
    })
    // News are what comes from now on.
    this.#read()
  }

  /** A database that is not there yet, or is being made anew, is looked at the next time. */
  #read(): RailBook | undefined {
    try {
      this.#book ??= openRailBook(this.#options.openRows())
    } catch {
      this.#book = undefined
    }
    return this.#book
  }

  #update(): void {
    const book = this.#read()
    const now = this.#options.world.now()
    try {
      if (book) this.#learn(book, now)
    } catch (error) {
      // The bot may be making its database anew. Anything else is a mistake of the rail: no reason to end.
      if (!isOfDatabase(error)) process.emitWarning(error instanceof Error ? error : String(error))
      this.#book?.close()
      this.#book = undefined
    }
    for (const one of this.#entries) {
      if (!one.isOpen) continue
      if (one.first.sent.every((update) => update.isTaken())) one.first.takenAt ??= now
      if (!one.entry.burst) this.#decide(one)
      if (isOver(one, now)) this.#end(one)
    }
  }

  #learn(book: RailBook, now: number): void {
    this.#rows.push(...book.news())
    for (const one of this.#entries) if (one.isOpen && !one.entry.burst) this.#learnOf(one, book, now)
    this.#bursts.learn(book, now, (burst) => this.#changed(burst.growing))
    this.#rows = this.#rows.filter((row) => !this.#placed(row, now) && now - row.at < ROWS_KEPT_MS)
    for (const one of this.#entries) if (takeNames(one.entry, book.nameOf)) this.#changed(one)
  }

  #learnOf(growing: Growing, book: RailBook, now: number): void {
    const { entry, first } = growing
    if (!first.row && first.call !== undefined) {
      const row = book.call(entry.platform, first.call)
      if (row) {
        first.row = row
        const member = book.member(entry.platform, accountOf(entry.platform, first.person))
        if (member !== undefined) growing.member = member
        for (const id of idsIn(row.answer)) growing.ids.add(id)
        this.#changed(growing)
      }
    }
    if (learnOutgoing(growing, book, this.#hearing, now)) this.#changed(growing)
  }

  /** Whether the row has found the entry it belongs to. */
  #placed(row: NewRow, now: number): boolean {
    const takes = (one: Growing) =>
      one.isOpen && !one.entry.burst && takeRow(one, row, this.#options.community)
    const owner = this.#entries.find(takes)
    if (owner) this.#changed(owner)
    const burst = owner ? undefined : this.#bursts.take(row, now)
    if (burst) this.#changed(burst.growing)
    return owner !== undefined || burst !== undefined
  }

  #decide(growing: Growing): void {
    const told = resultOf(growing.first, this.#options.world.now())
    const result = told === 'silent' && isHeldBack(growing, this.#entries) ? 'too-fast' : told
    if (result === growing.entry.result) return
    growing.entry.result = result
    this.#changed(growing)
  }

  #end(growing: Growing): void {
    growing.isOpen = false
    this.#hearing.forget(growing)
  }
}

const isOfDatabase = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')

/** Getters that a copy would freeze. */
const roots = (platform: SandboxPlatform): Pick<SandboxPlatform, 'root' | 'token'> => ({
  get root() {
    return platform.root
  },
  get token() {
    return platform.token
  },
})
