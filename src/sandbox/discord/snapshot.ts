/** Everything that must survive a restart, as JSON. */
import type { Channel, Guild, Invite, Kept, Realm, StoredCommand } from './realm.js'

/** Raised whenever the form changes; an older snapshot is refused, not guessed at. */
const VERSION = 2

type SavedKept = Omit<Kept, 'channel' | 'reactions'> & { reactions: [string, string[]][] }
type SavedChannel = Omit<Channel, 'messages' | 'ephemeral' | 'ephemeralOf'> & {
  messages: SavedKept[]
  ephemeral: SavedKept[]
}
type SavedGuild = Omit<Guild, 'members' | 'left'> & { members: unknown[]; left: string[] }

export interface Snapshot {
  version: number
  /** Persons made on demand, by id, so that their accounts exist again before anyone acts as them. */
  crowd: string[]
  origin: string
  lastId: string
  guilds: SavedGuild[]
  channels: SavedChannel[]
  commands: StoredCommand[]
  creates: [string, { day: number; count: number }][]
  invites: Invite[]
  closedDms: string[]
  files: [path: string, file: { name: string; type: string; base64: string }][]
  nonces: [key: string, channel: string, message: string, at: number][]
  endpoint: string | null
  description: string
}

export function snapshotOf(realm: Realm): Snapshot {
  return structuredClone({
    version: VERSION,
    crowd: crowdOf(realm),
    origin: realm.origin,
    lastId: realm.ids.last(),
    guilds: [...realm.guilds.values()].map(savedGuild),
    channels: [...realm.channels.values()].map(savedChannel),
    commands: [...realm.commands.values()],
    creates: [...realm.commandCreates],
    invites: [...realm.invites.values()],
    closedDms: [...realm.closedDms],
    files: [...realm.files].map(([path, { name, type, data }]): Snapshot['files'][number] => [
      path,
      { name, type, base64: data.toString('base64') },
    ]),
    nonces: [...realm.nonces].map(([key, { kept, at }]): Snapshot['nonces'][number] => [
      key,
      kept.channel.id,
      kept.message.id,
      at,
    ]),
    endpoint: realm.app.endpoint ?? null,
    description: realm.app.description,
  })
}

function crowdOf(realm: Realm): string[] {
  const seeded = new Set(realm.community.people.map(({ id }) => id))
  const users = [...realm.guilds.values()].flatMap(({ members, left }) => [...members.keys(), ...left])
  const ids = [...new Set(users)].flatMap((user) => realm.community.byDiscord(user)?.id ?? [])
  return ids.filter((id) => !seeded.has(id))
}

const savedGuild = (guild: Guild): SavedGuild => ({
  ...guild,
  members: [...guild.members.values()],
  left: [...guild.left],
})

function savedChannel({ messages, ephemeral, ephemeralOf: _, ...rest }: Channel): SavedChannel {
  return {
    ...rest,
    messages: [...messages.values()].map(savedKept),
    ephemeral: [...ephemeral.values()].map(savedKept),
  }
}

function savedKept({ channel: _, reactions, ...rest }: Kept): SavedKept {
  return { ...rest, reactions: [...reactions].map(([emoji, users]) => [emoji, [...users]]) }
}

/** Takes a snapshot back. Throws on one of another version. */
export function restoreInto(realm: Realm, given: unknown): void {
  const saved = structuredClone(given) as Snapshot
  if (saved?.version !== VERSION) throw new Error(`this snapshot is not of version ${VERSION}`)
  for (const person of saved.crowd) realm.community.person(person)
  realm.origin = saved.origin
  refill(
    realm.guilds,
    saved.guilds.map((guild) => [guild.id, restoredGuild(guild)]),
  )
  refill(
    realm.channels,
    saved.channels.map((channel) => [channel.id, restoredChannel(channel)]),
  )
  refill(
    realm.commands,
    saved.commands.map((stored) => [stored.command.id, stored]),
  )
  refill(realm.commandCreates, saved.creates)
  refill(
    realm.invites,
    saved.invites.map((invite) => [invite.code, invite]),
  )
  refill(
    realm.files,
    saved.files.map(([path, { name, type, base64 }]) => [
      path,
      { name, type, data: Buffer.from(base64, 'base64') },
    ]),
  )
  realm.closedDms.clear()
  for (const user of saved.closedDms) realm.closedDms.add(user)
  realm.nonces.clear()
  for (const [key, channel, message, at] of saved.nonces) {
    const kept = realm.channels.get(channel)?.messages.get(message)
    if (kept) realm.nonces.set(key, { kept, at })
  }
  realm.app.endpoint = saved.endpoint ?? undefined
  realm.app.description = saved.description
}

function refill<K, V>(map: Map<K, V>, entries: readonly (readonly [K, V])[]): void {
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}

function restoredGuild(saved: SavedGuild): Guild {
  const members = saved.members as Guild['members'] extends Map<string, infer M> ? M[] : never
  return {
    ...saved,
    members: new Map(members.map((member) => [member.user, member])),
    left: new Set(saved.left),
  }
}

function restoredChannel(saved: SavedChannel): Channel {
  const channel: Channel = { ...saved, messages: new Map(), ephemeral: new Map(), ephemeralOf: new Map() }
  const back = (each: SavedKept): Kept => ({
    ...each,
    channel,
    reactions: new Map(each.reactions.map(([emoji, users]) => [emoji, new Set(users)])),
  })
  for (const each of saved.messages) channel.messages.set(each.message.id, back(each))
  for (const each of saved.ephemeral) addEphemeral(channel, back(each))
  return channel
}

function addEphemeral(channel: Channel, kept: Kept): void {
  const user = kept.onlyFor ?? ''
  channel.ephemeral.set(kept.message.id, kept)
  channel.ephemeralOf.set(user, [...(channel.ephemeralOf.get(user) ?? []), kept])
}

/** Files are served from where the sandbox listens now; messages of a former life name the former place. */
export function moveFiles(realm: Realm, from: string, to: string): void {
  if (from === '' || from === to) return
  const moved = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(`${from}/cdn/`, `${to}/cdn/`)) as T
  for (const { messages, ephemeral } of realm.channels.values()) {
    for (const kept of [...messages.values(), ...ephemeral.values()]) {
      kept.message = moved(kept.message)
      kept.embeds = moved(kept.embeds)
    }
  }
}
