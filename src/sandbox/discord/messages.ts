/** Messages: made, changed, taken away, and told to everyone who sees them. */
import type { APIAttachment, APIEmbed, APIMessage, APIMessageTopLevelComponent, APIUser } from 'discord.js'
import { announce, readerOf, whereabouts } from './announce.js'
import { apiError, invalidForm } from './api-error.js'
import { storedComponents } from './components.js'
import { storedEmbeds } from './embeds.js'
import { refuseTooMany, storeFiles, type Upload, unfurl } from './files.js'
import { guildOf, permissionsIn } from './guilds.js'
import { lostReferences } from './media.js'
import { type AllowedMentions, pingsOf } from './mentions.js'
import { findUser } from './objects.js'
import { FLAG, PERMISSION } from './protocol.js'
import { type Channel, type Kept, type Realm, timestamp } from './realm.js'
import { FLAGS_ON_CREATE, FLAGS_ON_EDIT, wrongBody } from './rules/message.js'
import { treeOf } from './rules/rule.js'

/** Public messages kept per channel; what is older is gone, as if deleted. */
const MESSAGES_KEPT = 500
/** Ephemeral messages kept per channel over all people, and per person. */
const EPHEMERAL_KEPT = 5000
const EPHEMERAL_OF_ONE_KEPT = 100

/** The checked body of a create or an edit. */
export interface MessageBody {
  content?: string | null
  embeds?: unknown[] | null
  components?: unknown[] | null
  flags?: number | null
  allowed_mentions?: AllowedMentions | null
  attachments?: Record<string, unknown>[] | null
  tts?: boolean | null
  nonce?: string | number | null
  enforce_nonce?: boolean | null
}

export interface Draft {
  channel: Channel
  author: APIUser
  type: number
  body: MessageBody
  files?: readonly Upload[]
  onlyFor?: string
  /** The message this one answers. */
  replyTo?: Kept
  /** Fields only some messages have: application_id, webhook_id, interaction_metadata. */
  extra?: Partial<APIMessage>
  /** A deferred answer: nothing in it yet, and that is allowed. */
  loading?: boolean
  /** A notice of Discord itself, which has no text of its own. */
  system?: boolean
  /** Field names of errors begin with this (`data` in interaction callbacks). */
  prefix?: string[]
}

/** Makes a message. 400 50035 for a body against the rules, 400 50006 for one with nothing in it. */
export function post(realm: Realm, draft: Draft): Kept {
  const { channel, body, onlyFor } = draft
  const flags = (Number(body.flags ?? 0) & FLAGS_ON_CREATE & ~FLAG.ephemeral) | ownFlags(draft)
  refuseWrong(body, isV2(flags), draft.prefix)
  const content = (body.content ?? '').trim()
  const files = draft.files ?? []
  refuseTooMany(files)
  const attachments = storeFiles(realm, channel, files, body.attachments ?? [], onlyFor !== undefined)
  const parts = partsOf(realm, { ...body, content }, attachments, draft.prefix)
  if (!draft.loading && !draft.system) refuseEmpty(parts)
  const pings = pingsIn(realm, draft, parts)
  const message = nativeMessage(realm, draft, { ...parts, flags, pings })
  const kept: Kept = { message, channel, pings, embeds: parts.embeds, reactions: new Map() }
  if (onlyFor !== undefined) kept.onlyFor = onlyFor
  keep(kept)
  announce(realm, kept, 'MESSAGE_CREATE', body.nonce ?? undefined)
  return kept
}

interface Parts {
  content: string
  embeds: APIEmbed[]
  components: APIMessageTopLevelComponent[]
  attachments: APIAttachment[]
}

const isV2 = (flags: number): boolean => (flags & FLAG.componentsV2) !== 0

const ownFlags = (draft: Draft): number =>
  (draft.onlyFor === undefined ? 0 : FLAG.ephemeral) | (draft.loading ? FLAG.loading : 0)

function refuseWrong(body: MessageBody, v2: boolean, prefix: string[] = []): void {
  const tree = treeOf(wrongBody(body as Record<string, unknown>, v2), prefix)
  if (tree) throw invalidForm(tree)
}

function refuseEmpty({ content, embeds, components, attachments }: Parts): void {
  if (content === '' && embeds.length + components.length + attachments.length === 0) throw apiError(50006)
}

function partsOf(realm: Realm, body: MessageBody, attachments: APIAttachment[], prefix?: string[]): Parts {
  const lost = treeOf(lostReferences(body.components, attachments), prefix)
  if (lost) throw invalidForm(lost)
  const resolve = unfurl(realm, attachments)
  return {
    content: body.content ?? '',
    embeds: storedEmbeds(body.embeds, resolve),
    components: storedComponents(body.components, resolve),
    attachments,
  }
}

function pingsIn(realm: Realm, draft: Draft, { content, components }: Parts) {
  const may = permissionsIn(realm, draft.channel, draft.author.id) & PERMISSION.mentionEveryone
  return pingsOf({
    content,
    components,
    allowed: draft.body.allowed_mentions,
    mayPingEveryone: may !== 0n,
    guild: guildOf(realm, draft.channel),
    repliedTo: draft.extra?.interaction_metadata ? undefined : draft.replyTo?.message.author.id,
  })
}

type Told = Parts & { flags: number; pings: Kept['pings'] }

function nativeMessage(realm: Realm, draft: Draft, told: Told): APIMessage {
  const { channel, replyTo } = draft
  const suppressed = (told.flags & FLAG.suppressEmbeds) !== 0
  return {
    id: realm.ids.next(),
    type: draft.type,
    channel_id: channel.id,
    author: draft.author,
    content: told.content,
    timestamp: timestamp(realm.clock.now()),
    edited_timestamp: null,
    tts: draft.body.tts === true,
    mention_everyone: told.pings.everyone,
    mentions: told.pings.users.flatMap((id) => findUser(realm, id) ?? []),
    mention_roles: told.pings.roles,
    attachments: told.attachments,
    embeds: suppressed ? [] : told.embeds,
    components: told.components,
    pinned: false,
    flags: told.flags,
    ...draft.extra,
    ...(replyTo ? referenceTo(replyTo) : {}),
  }
}

function referenceTo({ message, channel }: Kept): Partial<APIMessage> {
  const { referenced_message: _, ...shown } = message
  const guild = channel.guild ? { guild_id: channel.guild } : {}
  return {
    message_reference: { type: 0, channel_id: channel.id, message_id: message.id, ...guild },
    referenced_message: shown,
  }
}

/**
 * Changes a message by the fields given; `resolves` ends a deferred answer, which is no edit to the reader.
 */
export function edit(
  realm: Realm,
  kept: Kept,
  body: MessageBody,
  files: readonly Upload[] = [],
  prefix: string[] = [],
): Kept {
  const before = kept.message
  const loading = ((before.flags ?? 0) & FLAG.loading) !== 0
  const flags = flagsAfter(before.flags ?? 0, body, loading)
  const v2 = isV2(flags)
  refuseWrong(body, v2, prefix)
  const parts = partsAfter(realm, kept, body, files, prefix)
  refuseEmpty(parts)
  if (v2) refuseLegacyLeft(parts, prefix)
  const spoke = body.content !== undefined || body.components !== undefined
  const draft: Draft = { channel: kept.channel, author: before.author, type: before.type, body }
  if (spoke && loading) kept.pings = pingsIn(realm, draft, parts)
  kept.embeds = parts.embeds
  const hidden = (flags & FLAG.suppressEmbeds) !== 0
  const edited = loading ? {} : { edited_timestamp: timestamp(realm.clock.now()) }
  kept.message = { ...before, ...parts, embeds: hidden ? [] : parts.embeds, flags, ...edited }
  announce(realm, kept, 'MESSAGE_UPDATE')
  return kept
}

/** Components V2 can be put on a message, never taken off it. */
function flagsAfter(before: number, body: MessageBody, loading: boolean): number {
  if (body.flags === undefined || body.flags === null) return before & ~FLAG.loading
  const mask = loading ? FLAGS_ON_EDIT | FLAG.suppressNotifications : FLAGS_ON_EDIT
  const kept = before & (~mask | FLAG.componentsV2) & ~FLAG.loading
  return kept | (Number(body.flags) & mask)
}

function partsAfter(
  realm: Realm,
  kept: Kept,
  body: MessageBody,
  files: readonly Upload[],
  prefix: string[],
): Parts {
  const before = kept.message
  const notes = body.attachments ?? undefined
  const stay = notes
    ? before.attachments.filter(({ id }) => notes.some((note) => note.id === id))
    : before.attachments
  refuseTooMany(files, stay.length)
  const fresh = storeFiles(realm, kept.channel, files, notes ?? [], kept.onlyFor !== undefined)
  const attachments = [...stay, ...fresh]
  const made = partsOf(realm, { ...body, content: (body.content ?? '').trim() }, attachments, prefix)
  return {
    content: body.content === undefined ? before.content : made.content,
    embeds: body.embeds === undefined ? kept.embeds : made.embeds,
    components: body.components === undefined ? (before.components ?? []) : made.components,
    attachments,
  }
}

/** A message that becomes Components V2 must be rid of its old content and embeds in the same edit. */
function refuseLegacyLeft(parts: Parts, prefix: string[]): void {
  const left = [parts.content === '' ? [] : ['content'], parts.embeds.length === 0 ? [] : ['embeds']].flat()
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'
  const findings = left.map((field) => ({
    at: [field],
    error: {
      code,
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    },
  }))
  const tree = treeOf(findings, prefix)
  if (tree) throw invalidForm(tree)
}

/** Takes a message away; `quietly` when one event tells of many. */
export function remove(realm: Realm, kept: Kept, quietly = false): void {
  const { channel, message, onlyFor } = kept
  kept.deleted = true
  channel.messages.delete(message.id)
  channel.ephemeral.delete(message.id)
  if (onlyFor !== undefined) {
    const mine = channel.ephemeralOf.get(onlyFor) ?? []
    channel.ephemeralOf.set(
      onlyFor,
      mine.filter((each) => each !== kept),
    )
  }
  realm.tell({ kind: 'delete', room: channel.id, message: message.id, ...readerOf(realm, kept) })
  if (onlyFor !== undefined || quietly) return
  const place = channel.guild ? { guild_id: channel.guild } : {}
  const data = { id: message.id, channel_id: channel.id, ...place }
  realm.dispatch({ name: 'MESSAGE_DELETE', ...whereabouts(channel), data })
}

/** Puts the message where it is found again, and lets go of the oldest. */
function keep(kept: Kept): void {
  const { channel, message, onlyFor } = kept
  if (onlyFor === undefined) {
    channel.messages.set(message.id, kept)
    channel.lastMessage = message.id
    dropOldest(channel.messages, MESSAGES_KEPT)
    return
  }
  channel.ephemeral.set(message.id, kept)
  dropOldest(channel.ephemeral, EPHEMERAL_KEPT)
  const mine = channel.ephemeralOf.get(onlyFor) ?? []
  mine.push(kept)
  if (mine.length > EPHEMERAL_OF_ONE_KEPT) mine.shift()
  channel.ephemeralOf.set(onlyFor, mine)
}

function dropOldest(kept: Map<string, Kept>, most: number): void {
  for (const id of kept.keys()) {
    if (kept.size <= most) return
    kept.delete(id)
  }
}

/** A message everyone in the channel can see, by id. 404 10008. */
export function publicMessage(channel: Channel, id: string): Kept {
  const kept = channel.messages.get(id)
  if (!kept) throw apiError(10008)
  return kept
}
