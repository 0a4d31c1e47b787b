/** A platform without a platform: keeps messages, and answers what the test tells it to answer. */
import type {
  Action,
  Community,
  Outcome,
  Person,
  Room,
  RoomFlag,
  SandboxEvent,
  SandboxPlatform,
} from '../../../src/sandbox/contract.js'
import { messageKey } from '../../../src/sandbox/page/message-key.js'

export interface FakePlatform extends SandboxPlatform {
  /** Everything people did, in order. */
  readonly acts: { person: string; action: Action }[]
  /** Puts a message into a room, or in the place of the one with its id, and tells the page. */
  put(room: string, message: unknown, onlyFor?: string): void
  tell(event: SandboxEvent): void
  /** What `act` answers; `{ kind: 'none' }` at first. */
  answer(answer: (person: Person, action: Action) => Outcome | Promise<Outcome>): void
  suggest(commands: unknown[]): void
  /** How a room stands from now on, for everybody; a room without any flags is as usual. */
  stand(room: string, flags: RoomFlag[]): void
}

export function fakePlatform(name: 'telegram' | 'discord', community: Community): FakePlatform {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const messages = new Map<string, { message: unknown; onlyFor?: string }[]>()
  const acts: FakePlatform['acts'] = []
  let answerOf: (person: Person, action: Action) => Outcome | Promise<Outcome> = () => ({ kind: 'none' })
  let commands: unknown[] = []
  const standing = new Map<string, RoomFlag[]>()
  const flagged = (room: Room): Room => {
    const flags = standing.get(room.id)
    return flags ? { ...room, flags } : room
  }
  const tell = (event: SandboxEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const privateRoom = (person: Person): string =>
    name === 'telegram' ? String(person.telegram.id) : `9${person.discord.id}`
  return {
    name,
    root: 'http://127.0.0.1:1',
    token: 'fake',
    acts,
    listen: () => Promise.resolve(),
    close: () => Promise.resolve(),
    rooms(id) {
      const groups = community.groups.filter(
        (g) => g.platform === name && !g.outsiders?.includes(id) && g.only?.includes(id) !== false,
      )
      const rooms = groups.flatMap(({ room, title, topics }): Room[] => [
        ...(topics ?? [{ id: undefined, title }]).map((topic) => ({
          id: room,
          title: topic.id === undefined ? title : `${title} · ${topic.title}`,
          kind: 'group' as const,
          members: 1208,
          ...(topic.id === undefined ? {} : { thread: String(topic.id) }),
        })),
      ])
      const home = privateRoom(community.person(id))
      const own: Room = { id: home, title: 'Community Partner (demo)', kind: 'private', members: 2 }
      return [...rooms, own].map(flagged)
    },
    history: (room, person, limit = 500) =>
      (messages.get(room) ?? [])
        .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person)
        .slice(-limit)
        .map(({ message }) => message),
    async act(id, action) {
      acts.push({ person: id, action })
      return await answerOf(community.person(id), action)
    },
    commands: () => commands,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => undefined,
    restore: () => {},
    put(room, message, onlyFor) {
      const kept = messages.get(room) ?? []
      const index = kept.findIndex((other) => messageKey(other.message) === messageKey(message))
      const entry = { message, ...(onlyFor === undefined ? {} : { onlyFor }) }
      if (index < 0) kept.push(entry)
      else kept[index] = entry
      messages.set(room, kept)
      tell({ platform: name, at: Date.now(), kind: index < 0 ? 'message' : 'edit', room, ...entry })
    },
    tell,
    answer(next) {
      answerOf = next
    },
    suggest(next) {
      commands = next
    },
    stand: (room, flags) => void standing.set(room, flags),
  }
}
