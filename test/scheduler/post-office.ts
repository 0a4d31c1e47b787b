/** Two platforms that behave as told, and couriers between them and an outbox. */
import { PLATFORM_NAMES, type PlatformName } from '../../src/interaction/call.js'
import type { Content } from '../../src/interaction/content.js'
import {
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
  type Platform,
} from '../../src/interaction/platform.js'
import { fromJson } from '../../src/kit/json.js'
import { text } from '../../src/kit/text.js'
import { isRowFor } from '../../src/outgoing.js'
import type { Ways } from '../../src/scheduler/attempt.js'
import { type Courier, createCourier } from '../../src/scheduler/courier.js'
import { createPacing, PACES, type Pace } from '../../src/scheduler/pacing.js'
import type { OutboxRow } from '../../src/scheduler/rows.js'
import { enqueue, enqueueNewest, isAside, type Outgoing } from '../../src/storage/outbox.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { recordingLog } from '../kit/lines.js'
import type { EngineForTests } from '../kit/storage.js'
import { type VirtualWorld, virtualWorld } from '../kit/world.js'

/** What reached a platform. `shown` says that people see it. */
export interface Arrival {
  at: number
  platform: PlatformName
  chat: string
  key: string
  words: string[]
  edit?: string
  shown: boolean
}

/** `lost`: the message arrived, the answer did not. */
export type Fate = 'arrives' | 'lost' | DeliveryFailure

export interface Told {
  sent: string[]
  dead: { key: string; reason: string }[]
  moved: { key: string; to: string }[]
  fatal: { platform: string; detail: string }[]
}

export interface PostOffice {
  world: VirtualWorld
  storage: Storage
  arrivals: Arrival[]
  told: Told
  platforms: ReadonlyMap<PlatformName, Platform>
  log: ReturnType<typeof recordingLog>
  /** Decides what happens to a delivery; `ms` of travel beforehand. */
  fate: (delivery: Delivery, attempt: number) => Fate | Promise<Fate>
  travelMs: number
  courier(more?: Partial<Ways> & { pace?: Partial<Pace> }): Courier
  chat(native: string, kind?: 'private' | 'group', platform?: PlatformName): Promise<number>
  queue(outgoing: Partial<Outgoing> & { key: string; chat?: number; account?: string }): Promise<void>
  touch(key: string, chat: number, words?: string): Promise<void>
  rows(): Promise<OutboxRow[]>
  row(key: string): Promise<OutboxRow>
  shown(): string[]
}

export const LOST = { kind: 'unknown', detail: 'network: ECONNRESET' } as const

export function limited(retryAfter: number, everything = false): DeliveryFailure {
  return { kind: 'later', retryAfter, everything }
}

/** Limits that no test reaches. */
const HASTE: Pace = {
  perSecond: 1e6,
  chatGapMs: 0,
  chatBurst: 1e6,
  groupPerMinute: 1e6,
  answersPerMinute: 1e6,
  returnedPerMinute: 1e6,
  editGapMs: 0,
  blameMs: 0,
}

export async function openPostOffice(
  engine: EngineForTests,
  { seed = 1, url }: { seed?: number; url?: string } = {},
): Promise<PostOffice> {
  const world = virtualWorld({ seed })
  // Whatever the clock says: how it is judged is no matter of the courier's.
  const clock = { now: world.now, committed() {}, begins() {} }
  const storage = world.holding(await engine.open({ world: world.forStorage, clock, url }))
  const arrivals: Arrival[] = []
  const told: Told = { sent: [], dead: [], moved: [], fatal: [] }
  const log = recordingLog()

  const office: PostOffice = {
    world,
    storage,
    arrivals,
    told,
    platforms: new Map(),
    log,
    travelMs: 0,
    fate: () => 'arrives',
    courier({ pace, ...more } = {}) {
      const paces = pace
        ? { telegram: { ...PACES.telegram, ...pace }, discord: { ...PACES.discord, ...pace } }
        : { telegram: HASTE, discord: HASTE }
      return createCourier({
        storage,
        world,
        log: log.log,
        platforms: office.platforms,
        pacing: createPacing(paces),
        resolve: deliveryOf,
        onSent: async (_, row) => void told.sent.push(row.key),
        awaitedBy: () => undefined,
        isStillFor: isRowFor,
        onDead: async (_, row, reason) => void told.dead.push({ key: row.key, reason }),
        onMoved: async (_, row, to) => void told.moved.push({ key: row.key, to }),
        fatal: (name, detail) => told.fatal.push({ platform: name, detail }),
        ...more,
      })
    },
    chat: (native, kind = 'private', on = 'telegram') =>
      storage.write((work) => chatRow(work, native, kind, on)),
    queue: ({ chat, account, ...more }) =>
      storage.write((work) =>
        enqueue(work, {
          class: 'receipt',
          to: { platform: 'telegram', chat, account },
          content: says(more.key),
          ...more,
        }),
      ),
    touch: (key, chat, words = key) =>
      storage.write((work) =>
        enqueueNewest(work, [
          { key, class: 'edit', to: { platform: 'telegram', chat }, content: says(words) },
        ]),
      ),
    rows: () => storage.read((work) => work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id)),
    async row(key) {
      const row = (await office.rows()).find((one) => one.key === key)
      if (!row) throw new Error(`no row ${key}`)
      return row
    },
    shown: () => arrivals.filter(({ shown }) => shown).map(({ key }) => key),
  }
  office.platforms = new Map(PLATFORM_NAMES.map((name) => [name, platform(office, name)]))
  return office
}

export function says(words: string): Content {
  return { kind: 'view', view: { text: [text(words)] }, locale: 'en' }
}

async function chatRow(work: Work, native: string, kind: 'private' | 'group', platform: PlatformName) {
  const row = { platform, native, kind, title: native, createdAt: work.now }
  const [chat] = await work.db.insert(work.t.chats).values(row).returning({ id: work.t.chats.id })
  if (!chat) throw new Error('no chat was made')
  return chat.id
}

async function deliveryOf(work: Work, row: OutboxRow): Promise<Delivery> {
  const content = fromJson<Content>(row.content)
  if (content.kind !== 'view') throw new Error('no cards here')
  const chats = await work.db.select().from(work.t.chats)
  const chat = isAside(row) ? undefined : chats.find(({ id }) => id === row.chat)
  const place = {
    platform: row.platform as PlatformName,
    chat: chat?.native ?? String(row.account),
    kind: chat?.kind ?? 'private',
  }
  return {
    key: row.key,
    place,
    view: content.view,
    locale: 'en',
    edit: row.class === 'edit' ? '1' : undefined,
  }
}

function platform(office: PostOffice, name: PlatformName): Platform {
  const attempts = new Map<string, number>()
  const nonces = new Map<string, string>()
  const idle = async () => {}
  return {
    name,
    start: idle,
    stop: idle,
    close: idle,
    standing: async () => ({ membership: 'unknown', isAdmin: false, roles: [] }),
    publish: idle,
    survey: async () => undefined,
    privateLink: () => undefined,
    download: async () => undefined,
    perform: async () => ({ outcome: 'done' }),
    async deliver(delivery) {
      const attempt = (attempts.get(delivery.key) ?? 0) + 1
      attempts.set(delivery.key, attempt)
      if (office.travelMs > 0) await office.world.sleep(office.travelMs)
      const fate = await office.fate(delivery, attempt)
      const isSeen = fate === 'arrives' || fate === 'lost'
      const known = name === 'discord' ? nonces.get(delivery.key) : undefined
      office.arrivals.push({
        at: office.world.monotonic(),
        platform: name,
        chat: delivery.place.chat,
        key: delivery.key,
        words: delivery.view.text.map(({ key }) => key),
        edit: delivery.edit,
        shown: isSeen && known === undefined,
      })
      const message = known ?? String(office.arrivals.length)
      if (isSeen) nonces.set(delivery.key, message)
      if (fate === 'lost') throw new DeliveryError(LOST)
      if (fate !== 'arrives') throw new DeliveryError(fate)
      return { message }
    },
  }
}

/**
 * A life of a courier that can end: from then on nothing it awaits ever comes back, and nothing it does has
 * effect.
 */
export function mortal(office: PostOffice, crashpoint: (label: string) => void) {
  let isDead = false
  const never = () => new Promise<never>(() => {})
  const alive = async <T>(act: () => Promise<T>): Promise<T> => {
    if (isDead) return never()
    const result = await act()
    return isDead ? never() : result
  }
  const platforms = [...office.platforms].map(([name, one]): [PlatformName, Platform] => [
    name,
    { ...one, deliver: (delivery) => alive(() => one.deliver(delivery)) },
  ])
  const courier = office.courier({
    storage: {
      dialect: office.storage.dialect,
      read: (look, pace) => alive(() => office.storage.read(look, pace)),
      write: (unit) => alive(() => office.storage.write(unit)),
      close: async () => {},
    },
    platforms: new Map(platforms),
    world: { ...office.world, crashpoint: (label) => (isDead ? undefined : crashpoint(label)) },
  })
  return {
    courier,
    isDead: () => isDead,
    die: () => {
      isDead = true
    },
  }
}
