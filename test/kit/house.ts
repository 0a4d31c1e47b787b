/**
 * A whole house without platforms: storage, catalogue and dispatch as in production, a world whose clock is
 * ours, a platform that knows what we tell it, an outbox nobody empties. People type, press and answer in a
 * few words:
 *
 *     const house = await openHouse(engine)
 *     const pavel = await house.rich('Pavel', '500')
 *     const heard = await pavel.types('/redpacket 50 20')
 *     expect(heard.refusal).toBeUndefined()
 *
 * Whatever is heard has been said in English by strict speech, and its buttons have been packed: words or
 * parameters that are missing and presses above 64 bytes fail the test that heard them.
 */
import { fileURLToPath } from 'node:url'
import { ensureAssets, parseAmount } from '../../src/core/assets/assets.js'
import { cards, checks } from '../../src/core/catalogue.js'
import type { Finding } from '../../src/core/ledger/finding.js'
import { move, type Owner } from '../../src/core/ledger/ledger.js'
import { chatAt, chatOf, recognise, sighted } from '../../src/core/members/members.js'
import type { Choose } from '../../src/core/notices/notices.js'
import { grantRole, type Role, revokeRole } from '../../src/core/roles/roles.js'
import { readTongues, speechIn } from '../../src/i18n/fluent.js'
import { beginWith, checked, createInForce } from '../../src/in-force.js'
import type {
  Account,
  Call,
  Place,
  PlatformName,
  Request,
  Standing,
  Survey,
} from '../../src/interaction/call.js'
import { type Catalogue, createCatalogue, liveCatalogue } from '../../src/interaction/catalogue.js'
import type { AnyCommand } from '../../src/interaction/command.js'
import { createDispatch, type Dispatch } from '../../src/interaction/dispatch.js'
import { packPress } from '../../src/interaction/press.js'
import type { Roster } from '../../src/interaction/roster.js'
import type { Press, View } from '../../src/interaction/view.js'
import { canonicalJson, fromJson } from '../../src/kit/json.js'
import type { Log } from '../../src/kit/log.js'
import { must } from '../../src/kit/refusal.js'
import { realWorld, type World } from '../../src/kit/world.js'
import { bitmart } from '../../src/programme/bitmart.js'
import { type Programme, programmeSchema } from '../../src/programme/programme.js'
import { roster } from '../../src/reception.js'
import { turn } from '../../src/scheduler/beats.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { type Heard, heardOf } from './heard.js'
import { type Lines, recordingLog } from './lines.js'
import type { EngineForTests } from './storage.js'

/** Read once for all houses of a file: reading takes longer than most tests. */
const TONGUES = readTongues(fileURLToPath(new URL('../../locales', import.meta.url)))

export interface HouseOptions {
  /** Instead of the shipped programme. */
  programme?: Programme
  /** What the programme was read from, where a test compares it with the next. */
  raw?: unknown
  /** The programme's file, read anew by `/program reload`; there is none when left out. */
  read?(): unknown
  /** Over the shipped programme. */
  packets?: Partial<Programme['packets']>
  fourEyes?: boolean
  /** Letters are written, into an outbox that nobody empties. */
  hasMail?: boolean
  /** Commands beside those of the house. */
  extra?: AnyCommand[]
  /** A storage that is there already: the same house again after a restart, or a second one beside it. */
  storage?: Storage
  world?: SteeredWorld
  /** Where `/verify` says that records are. */
  recordUrl?: (packet: string) => string
  /** Stands between dispatch and the storage, to break it. */
  through?(storage: Storage): Storage
}

/**
 * A world whose clocks move when told to. It begins at the real moment, which PostgreSQL's clock is compared
 * with.
 */
export interface SteeredWorld extends World {
  passes(ms: number): void
  /** The machine's clock is set; monotonic time does not notice. */
  jumps(ms: number): void
}

export function steeredWorld(): SteeredWorld {
  const real = realWorld()
  let now = real.now()
  let monotonic = 0
  return {
    ...real,
    now: () => now,
    monotonic: () => monotonic,
    passes(ms) {
      now += ms
      monotonic += ms
    },
    jumps(ms) {
      now += ms
    },
  }
}

/** Somebody at a keyboard in a place. */
export interface Voice {
  /** `/command and words`; without the stroke it is a free text. */
  types(words: string, more?: Partial<Call>): Promise<Heard>
  /** Arguments by name, as Discord's slash options come. */
  fills(command: string, values: Record<string, string>): Promise<Heard>
  presses(press: Press | string, more?: Partial<Call>): Promise<Heard>
  /** Chooses from a select. */
  picks(press: Press, value: string): Promise<Heard>
  submits(press: Press, values: Record<string, string>): Promise<Heard>
  opens(payload: string): Promise<Heard>
  /** A call as an adapter would make it, to be dispatched by hand. */
  call(request: Request, more?: Partial<Call>): Call
}

export interface Person extends Voice {
  account: Account
  member: number
  owner: Owner
  inPrivate: Voice
  in(place: Place): Voice
  /** What the platform says of this person in a group; a member like any other when nothing is said. */
  stands(standing: Partial<Standing>, place?: Place): void
  becomes(role: Role, region?: string): Promise<void>
  loses(role: Role): Promise<void>
}

export interface PersonOptions extends Partial<Omit<Account, 'name'>> {
  /** Where their plain voice is heard; the main group when not said. */
  at?: Place
}

export interface House {
  storage: Storage
  world: SteeredWorld
  programme: Programme
  catalogue: Catalogue
  dispatch: Dispatch
  lines: Lines
  log: Log
  /** Whom the platform was asked about, as `account in chat`. */
  asked: string[]
  /** What the platform says of a group; nothing until it is said here. */
  measures(place: Place, survey: Partial<Survey> | undefined): void
  /** The group where people are unless something else is said. */
  group: Place
  groupNamed(title: string, platform?: PlatformName): Place
  person(name: string, options?: PersonOptions): Promise<Person>
  /** A person with money in their wallet. */
  rich(name: string, amount: string, options?: PersonOptions): Promise<Person>
  pays(owner: Owner, amount: string, asset?: string): Promise<void>
  chatId(place: Place): Promise<number>
  /** Hands a call in and gives what was said, by whichever way. */
  hears(call: Call): Promise<Heard>
  look<T>(look: (work: Work) => Promise<T>): Promise<T>
  /** What waits in the outbox for a person who did not ask, the oldest first. */
  told(person: Person): Promise<Heard[]>
  /** The card of a packet, or of something else, as it is now. */
  card(subject: string, platform?: PlatformName, kind?: string): Promise<Heard>
  /** Ends what is due. */
  beats(madeSince?: number): Promise<void>
  /** Every check but that of clocks, which we turn ourselves. */
  audit(): Promise<Finding[]>
  /** Every row of every table but those named, to be compared. */
  dump(...but: string[]): Promise<Record<string, string[]>>
}

let counter = 0
/** Unique in the process, so that two houses on one database never meet by chance. */
function next(): number {
  counter += 1
  return counter
}

const ROSTER: Roster = {
  ...roster,
  async chat(work, id) {
    const { native, platform, kind, title, language } = await chatOf(work, id)
    return { id, title, kind, language, place: { platform, chat: native, kind, title } }
  },
}

export async function openHouse(engine: EngineForTests, options: HouseOptions = {}): Promise<House> {
  const world = options.world ?? steeredWorld()
  const programme = options.programme ?? programmeOf(options)
  const storage = options.storage ?? (await engine.open({ world }))
  await storage.write((work) => ensureAssets(work, programme.assets))
  const raw: unknown = options.raw ?? JSON.parse(canonicalJson(programme))
  const { log, lines } = recordingLog()
  const scales = new Map(programme.assets.map(({ code, scale }) => [code, scale]))
  const scaleOf = (asset: string) => must(scales.get(asset), `the asset ${asset}`)
  const speech = speechIn(TONGUES, { scaleOf, now: () => world.now(), strict: true })
  const first = await beginWith(storage, { raw, programme }, { path: undefined, speech, log })
  const digestKey = new Uint8Array(32)
  const recordUrl = options.recordUrl ?? (() => undefined)
  const choose: Choose = (...tags) => speech.choose(...tags)
  const deps = { choose, recordUrl, digestKey, hasMail: options.hasMail ?? false }
  const inForce = createInForce({
    ...{ storage, speech, log, first, now: () => world.now(), deps },
    read: options.read && (() => checked(options.read?.(), speech)),
    changed(next) {
      for (const { code, scale } of next.assets) scales.set(code, scale)
    },
  })
  const catalogue = withExtra(inForce.catalogue, options.extra ?? [])
  const standings = new Map<string, Standing>()
  const surveys = new Map<string, Survey>()
  const asked: string[] = []
  const answer = createDispatch({
    storage: options.through?.(storage) ?? storage,
    world,
    log,
    speech,
    catalogue,
    roster: ROSTER,
    wake() {},
    async standing(account, place) {
      asked.push(`${account.id} in ${place.chat}`)
      return standings.get(`${account.id} in ${place.chat}`) ?? COMMON
    },
    survey: async (place) => surveys.get(place.chat),
  })

  const dispatch = inForce.following(answer)
  const house: House = {
    storage,
    world,
    programme,
    catalogue,
    dispatch,
    lines,
    log,
    asked,
    group: { platform: 'telegram', chat: '-1001', kind: 'group', title: 'Traders' },
    groupNamed: (title, platform = 'telegram') => ({ platform, chat: `-${next()}`, kind: 'group', title }),
    measures(place, survey) {
      if (survey) surveys.set(place.chat, { size: 850, hears: true, ...survey })
      else surveys.delete(place.chat)
    },
    person: (name, more = {}) => personOf(house, standings, name, more),
    async rich(name, amount, more = {}) {
      const person = await house.person(name, more)
      await house.pays(person.owner, amount)
      return person
    },
    async pays(owner, amount, asset = programme.mainAsset) {
      const units = parseAmount(amount, { code: asset, scale: scaleOf(asset) })
      const key = `test:pay:${next()}`
      const movement = { key, asset, amount: units, code: 'treasury-deposit', actor: 'system' }
      await storage.write((work) => move(work, [{ ...movement, from: { kind: 'treasury' }, to: owner }]))
    },
    chatId: async (place) => (await storage.write((work) => chatAt(work, place))).id,
    async hears(call) {
      const answer = (await dispatch(call)) ?? (await queuedAnswer(storage, call))
      return heardOf(answer, speech, catalogue.order)
    },
    look: (look) => storage.read(look),
    async told({ account }) {
      const rows = await storage.read((work) => work.db.select().from(work.t.outbox))
      const news = rows.filter((row) => row.account === account.id && !row.lane.startsWith('chat:'))
      return news
        .sort((a, b) => a.id - b.id)
        .flatMap((row) => {
          const { view, locale = '' } = fromJson<{ view?: View; locale?: string }>(row.content)
          // A deed says nothing.
          return view ? [heardOf({ view, locale, refused: false }, speech, catalogue.order)] : []
        })
    },
    async card(subject, platform = 'telegram', kind = 'packet') {
      const draw = must(cards[kind], `the card of ${kind}`)
      const view = await storage.read((work) => draw(work, subject, platform))
      return heardOf({ view, locale: 'en', refused: false }, speech, catalogue.order)
    },
    async beats(madeSince = 0) {
      for (const beat of inForce.beats())
        await turn(beat, { storage, log, wake() {}, madeSince: async () => madeSince, stopped: () => false })
    },
    audit: () => storage.read((work) => findings(work)),
    dump: (...but) => storage.read((work) => dumpOf(work, but)),
  }
  return house
}

/** The house's own catalogue, which may become another, and commands of a test beside it. */
function withExtra(own: Catalogue, extra: readonly AnyCommand[]): Catalogue {
  let from = own.commands
  let whole = createCatalogue([...from, ...extra])
  return liveCatalogue(() => {
    if (own.commands !== from) {
      from = own.commands
      whole = createCatalogue([...from, ...extra])
    }
    return whole
  })
}

const COMMON: Standing = { membership: 'member', isAdmin: false, roles: [] }

function programmeOf({ packets, fourEyes = true }: HouseOptions): Programme {
  const known = packets ? undefined : shipped.get(fourEyes)
  if (known) return known
  const programme = programmeSchema.parse({
    ...bitmart,
    packets: { ...bitmart.packets, ...packets },
    treasury: { fourEyes },
  })
  if (!packets) shipped.set(fourEyes, programme)
  return programme
}

/** What most houses have, by `fourEyes`. */
const shipped = new Map<boolean, Programme>()

async function findings(work: Work): Promise<Finding[]> {
  const found: Finding[] = []
  for (const check of checks) if (check.name !== 'clock') found.push(...(await check.run(work)))
  return found
}

async function dumpOf(work: Work, but: string[]): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const [name, table] of Object.entries(work.t)) {
    if (but.includes(name)) continue
    const rows: unknown[] = await work.db.select().from(table)
    dump[name] = rows.map((row) => canonicalJson(plain(row))).sort()
  }
  return dump
}

function plain(row: unknown): unknown {
  const entries = Object.entries(Object(row)).map(([key, value]) => [
    key,
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  ])
  return Object.fromEntries(entries)
}

/** What the courier would carry for a call that nobody waits at. */
async function queuedAnswer(storage: Storage, call: Call) {
  if (call.awaitsAnswer) return undefined
  const rows = await storage.read((work) => work.db.select().from(work.t.outbox))
  const row = rows.find(({ key }) => key === `answer:${call.platform}:${call.id}`)
  const content: { view: View; locale: string } | undefined = row && fromJson(row.content)
  return content && { view: content.view, locale: content.locale, refused: content.view.tone === 'refusal' }
}

async function personOf(
  house: House,
  standings: Map<string, Standing>,
  name: string,
  { at = house.group, ...more }: PersonOptions,
): Promise<Person> {
  const { platform } = more.platform ? { platform: more.platform } : at
  const account: Account = {
    platform,
    id: String(1_000_000 + next()),
    name,
    isBot: false,
    isAnonymous: false,
    ...more,
  }
  const [met] = await house.storage.write((work) => recognise(work, [{ account, place: at }]))
  const { member } = must(met, 'a member')
  if (at.kind === 'group') {
    const chat = await house.chatId(at)
    await house.storage.write((work) => sighted(work, member, chat))
  }
  const dm: Place = { platform, chat: account.id, kind: 'private', title: name }
  return {
    ...voiceOf(house, account, at),
    account,
    member,
    owner: { kind: 'member', id: member },
    inPrivate: voiceOf(house, account, dm),
    in: (place) => voiceOf(house, account, place),
    stands(standing, place = at) {
      standings.set(`${account.id} in ${place.chat}`, { ...COMMON, ...standing })
    },
    becomes: (role, region) =>
      house.storage.write(async (work) => {
        await grantRole(work, member, role, 'operator', region === undefined ? {} : { region })
      }),
    loses: (role) =>
      house.storage.write(async (work) => {
        await revokeRole(work, member, role, 'operator')
      }),
  }
}

function voiceOf(house: House, account: Account, place: Place): Voice {
  const call = (request: Request, more: Partial<Call> = {}): Call => ({
    platform: place.platform,
    id: `update:${next()}`,
    at: house.world.now(),
    actor: account,
    place,
    request,
    awaitsAnswer: request.kind === 'pressed' || request.kind === 'submitted' || request.kind === 'filled',
    handle: undefined,
    ...more,
  })
  const pack = (press: Press | string) =>
    typeof press === 'string' ? press : packPress(press, house.catalogue.order)
  return {
    call,
    types: (words, more) => house.hears(call(requestOf(words), more)),
    fills: (command, values) => house.hears(call({ kind: 'filled', command, values })),
    presses: (press, more) => house.hears(call({ kind: 'pressed', data: pack(press) }, more)),
    picks: (press, value) => house.hears(call({ kind: 'pressed', data: pack(press), values: [value] })),
    submits: (press, values) => house.hears(call({ kind: 'submitted', form: pack(press), values })),
    opens: (payload) => house.hears(call({ kind: 'opened', payload })),
  }
}

function requestOf(typed: string): Request {
  const [, command, words = ''] = /^\/(\S+)\s*([\s\S]*)$/.exec(typed) ?? []
  return command === undefined ? { kind: 'answered', text: typed } : { kind: 'typed', command, words }
}
