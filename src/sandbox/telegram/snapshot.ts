/**
 * The pretend Telegram as JSON, so that a restart of the sandbox changes nothing people or the bot can see.
 */
import type { StoredFile } from './files.js'
import type { Message } from './native.js'
import type { StoredQuery } from './queries.js'
import { type ChatState, type Ephemeral, emptyChat, type Membership } from './state.js'
import type { SavedUpdates } from './updates.js'
import type { Webhook, WebhookSettings } from './webhook.js'
import type { Profile, World } from './world.js'

/** Raised when the form of a snapshot changes; another form is refused. */
const FORM = 2

type SavedChat = Omit<ChatState, 'members' | 'messages' | 'ephemerals'> & {
  members: [number, Membership][]
  messages: Message[]
  ephemerals: [number, Ephemeral][]
}

interface Saved {
  form: number
  chats: SavedChat[]
  profile: Record<keyof Profile, [string, unknown][]>
  updates: SavedUpdates
  queries: { next: number; open: StoredQuery[] }
  webhook?: WebhookSettings
  prompts: [string, Record<string, unknown>][]
  files: SavedFile[]
  counter: { message: number }
}

type SavedFile = Omit<StoredFile, 'bytes'> & { base64: string }

export function snapshotWorld(world: World, webhook: Webhook): unknown {
  const settings = webhook.settings()
  const saved: Saved = {
    form: FORM,
    chats: [...world.chats.values()].map((chat) => ({
      ...chat,
      members: [...chat.members],
      messages: [...chat.messages.values()],
      ephemerals: [...chat.ephemerals],
    })),
    profile: {
      names: [...world.profile.names],
      descriptions: [...world.profile.descriptions],
      shortDescriptions: [...world.profile.shortDescriptions],
      commands: [...world.profile.commands],
    },
    updates: world.updates.dump(),
    queries: world.queries.dump(),
    ...(settings ? { webhook: settings } : {}),
    prompts: [...world.prompts],
    files: world.files
      .all()
      .map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString('base64') })),
    counter: { ...world.counter },
  }
  return structuredClone(saved)
}

/** Throws when the snapshot is of another form. */
export function restoreWorld(world: World, webhook: Webhook, snapshot: unknown): void {
  if (!isSaved(snapshot))
    throw new Error('this is no snapshot of the Telegram sandbox, or one of another version')
  const saved = structuredClone(snapshot)
  world.chats.clear()
  for (const chat of saved.chats) world.chats.set(chat.id, revive(chat))
  refill(world.profile.names, saved.profile.names)
  refill(world.profile.descriptions, saved.profile.descriptions)
  refill(world.profile.shortDescriptions, saved.profile.shortDescriptions)
  refill(world.profile.commands, saved.profile.commands)
  refill(world.prompts, saved.prompts)
  world.files.load(
    saved.files.map(({ base64, ...file }) => ({ ...file, bytes: Buffer.from(base64, 'base64') })),
  )
  world.counter.message = saved.counter.message
  world.updates.load(saved.updates)
  world.queries.load(saved.queries)
  if (saved.webhook) webhook.set(saved.webhook)
}

const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && 'form' in value && value.form === FORM

function revive(chat: SavedChat): ChatState {
  return emptyChat({
    ...chat,
    members: new Map(chat.members),
    messages: new Map(chat.messages.map((message) => [message.message_id, message])),
    ephemerals: new Map(chat.ephemerals),
  })
}

function refill<T>(map: Map<string, T>, entries: [string, unknown][]): void {
  map.clear()
  for (const [key, value] of entries) map.set(key, value as T)
}
