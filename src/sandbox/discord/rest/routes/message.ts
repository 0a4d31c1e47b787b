/** Messages in channels: written, read, changed, deleted. */
import { whereabouts } from '../../announce.js'
import { apiError, invalidForm } from '../../api-error.js'
import { channelById, demand, permissionsIn, shareGuild } from '../../guilds.js'
import { edit, type MessageBody, post, publicMessage, remove } from '../../messages.js'
import { MESSAGE, PERMISSION } from '../../protocol.js'
import type { Channel, Kept, Realm } from '../../realm.js'
import { check } from '../../rules/check.js'
import { editBody, messageBody } from '../../rules/message.js'
import { integer, list, required, shape, snowflake, treeOf } from '../../rules/rule.js'
import { type Call, noContent, ok, type Route } from '../call.js'

/** "The past few minutes" in which a nonce is remembered (developers/resources/message). */
const NONCE_MS = 5 * 60_000
const NONCES_KEPT = 10_000
const PAGE = 50

const channelOf = ({ realm, params }: Call): Channel => channelById(realm, params.channel ?? '')

interface Reference {
  message_id?: string
  channel_id?: string
  fail_if_not_exists?: boolean
}

function create(call: Call) {
  const { realm } = call
  const channel = channelOf(call)
  mayWrite(realm, channel, call.files.length > 0)
  const body = (call.body ?? {}) as MessageBody & { message_reference?: Reference | null }
  const former = formerOf(realm, body)
  if (former) return ok(withNonce(former, body.nonce))
  const replyTo = repliedTo(realm, channel, body.message_reference)
  const kept = post(realm, {
    channel,
    author: realm.app.user,
    type: replyTo ? MESSAGE.reply : MESSAGE.default,
    body,
    files: call.files,
    ...(replyTo ? { replyTo } : {}),
  })
  rememberNonce(realm, body.nonce, kept)
  return ok(withNonce(kept, body.nonce))
}

const withNonce = ({ message }: Kept, nonce: unknown) =>
  nonce === undefined || nonce === null ? message : { ...message, nonce }

function mayWrite(realm: Realm, channel: Channel, files: boolean): void {
  if (channel.recipient) {
    const closed = realm.closedDms.has(channel.recipient) || !shareGuild(realm, channel.recipient)
    if (closed) throw apiError(50007)
    return
  }
  demand(realm, channel, PERMISSION.sendMessages, ...(files ? [PERMISSION.attachFiles] : []))
}

/** With `enforce_nonce`, the message the same author made with the same nonce a short while ago. */
function formerOf(realm: Realm, { nonce, enforce_nonce }: MessageBody): Kept | undefined {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined
  const known = realm.nonces.get(`${realm.app.id}:${nonce}`)
  return known && realm.clock.now() - known.at <= NONCE_MS ? known.kept : undefined
}

function rememberNonce(realm: Realm, nonce: unknown, kept: Kept): void {
  if (nonce === undefined || nonce === null) return
  const key = `${realm.app.id}:${nonce}`
  realm.nonces.delete(key)
  realm.nonces.set(key, { kept, at: realm.clock.now() })
  for (const [oldest, { at }] of realm.nonces) {
    if (realm.nonces.size <= NONCES_KEPT && realm.clock.now() - at <= NONCE_MS) return
    realm.nonces.delete(oldest)
  }
}

function repliedTo(realm: Realm, channel: Channel, reference?: Reference | null): Kept | undefined {
  if (!reference?.message_id) return undefined
  if (!(permissionsIn(realm, channel, realm.app.id) & PERMISSION.readMessageHistory)) throw apiError(160002)
  const wrong = (code: string, message: string) =>
    invalidForm({ message_reference: { _errors: [{ code, message }] } })
  if (reference.channel_id && reference.channel_id !== channel.id) {
    throw wrong('REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL', 'Cannot reply to a message in a different channel')
  }
  const kept = channel.messages.get(reference.message_id)
  if (!kept && reference.fail_if_not_exists !== false)
    throw wrong('REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
  return kept
}

function mayRead(realm: Realm, channel: Channel): void {
  demand(realm, channel, PERMISSION.readMessageHistory)
}

const listRule = shape({
  limit: integer(1, 100),
  before: snowflake,
  after: snowflake,
  around: snowflake,
})

/** Newest first, as the API gives them. */
function page(call: Call) {
  const channel = channelOf(call)
  mayRead(call.realm, channel)
  const query = Object.fromEntries(call.query)
  const tree = treeOf(check(listRule, query))
  if (tree) throw invalidForm(tree)
  const all = [...channel.messages.values()].map(({ message }) => message)
  return ok(chosen(all, query).reverse())
}

function chosen<T extends { id: string }>(all: T[], query: Record<string, string>): T[] {
  const limit = Number(query.limit ?? PAGE)
  const { before, after, around } = query
  if (after !== undefined) return all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit)
  if (before !== undefined) return all.filter(({ id }) => BigInt(id) < BigInt(before)).slice(-limit)
  if (around === undefined) return all.slice(-limit)
  const at = all.findIndex(({ id }) => BigInt(id) >= BigInt(around))
  const from = Math.max(0, (at < 0 ? all.length : at) - Math.floor(limit / 2))
  return all.slice(from, from + limit)
}

function change(call: Call) {
  const { realm } = call
  const channel = channelOf(call)
  demand(realm, channel)
  const kept = publicMessage(channel, call.params.message ?? '')
  if (kept.message.author.id !== realm.app.id) throw apiError(50005)
  if (kept.message.type === MESSAGE.pinned) throw apiError(50021)
  return ok(edit(realm, kept, (call.body ?? {}) as MessageBody, call.files).message)
}

function erase(call: Call) {
  const { realm } = call
  const channel = channelOf(call)
  demand(realm, channel)
  const kept = publicMessage(channel, call.params.message ?? '')
  if (kept.message.author.id !== realm.app.id) {
    if (!channel.guild) throw apiError(50003)
    demand(realm, channel, PERMISSION.manageMessages)
  }
  remove(realm, kept)
  return noContent
}

function eraseMany(call: Call) {
  const { realm } = call
  const channel = channelOf(call)
  if (!channel.guild) throw apiError(50003)
  demand(realm, channel, PERMISSION.manageMessages)
  const { messages } = call.body as { messages: string[] }
  const found = messages.flatMap((id) => channel.messages.get(id) ?? [])
  for (const kept of found) remove(realm, kept, true)
  const ids = found.map(({ message }) => message.id)
  const data = { ids, channel_id: channel.id, guild_id: channel.guild }
  realm.dispatch({ name: 'MESSAGE_DELETE_BULK', ...whereabouts(channel), data })
  return noContent
}

const common = { auth: 'bot' } as const
const all = '/channels/:channel/messages'
const one = `${all}/:message`

export const messageRoutes: Route[] = [
  { ...common, method: 'POST', path: all, bucket: 'message', rule: messageBody, run: create },
  { ...common, method: 'GET', path: all, bucket: 'read', run: page },
  {
    ...common,
    method: 'POST',
    path: `${all}/bulk-delete`,
    bucket: 'messageDelete',
    rule: shape({ messages: required(list(snowflake, 100, 2)) }),
    run: eraseMany,
  },
  {
    ...common,
    method: 'GET',
    path: one,
    bucket: 'read',
    run(call) {
      const channel = channelOf(call)
      mayRead(call.realm, channel)
      return ok(publicMessage(channel, call.params.message ?? '').message)
    },
  },
  { ...common, method: 'PATCH', path: one, bucket: 'messageEdit', rule: editBody, run: change },
  { ...common, method: 'DELETE', path: one, bucket: 'messageDelete', run: erase },
  {
    ...common,
    method: 'POST',
    path: '/channels/:channel/typing',
    bucket: 'message',
    run(call) {
      demand(call.realm, channelOf(call), PERMISSION.sendMessages)
      return noContent
    },
  },
]
