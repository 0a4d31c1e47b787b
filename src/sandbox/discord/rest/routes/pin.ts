/** Pinned messages: the routes of 2025, and the deprecated ones beside them. */

import { announce } from '../../announce.js'
import { apiError } from '../../api-error.js'
import { channelById, demand } from '../../guilds.js'
import { post, publicMessage } from '../../messages.js'
import { INTENT, MESSAGE, PERMISSION } from '../../protocol.js'
import { type Channel, type Kept, type Realm, timestamp } from '../../realm.js'
import { type Call, noContent, ok, type Route } from '../call.js'

/** Pins of one channel (JSON error 30003). */
const PINS_MAX = 250
const PAGE = 50

/** Newest pin first. */
const pinsOf = (channel: Channel): (Kept & { pinnedAt: string })[] =>
  [...channel.messages.values()]
    .filter((kept): kept is Kept & { pinnedAt: string } => kept.pinnedAt !== undefined)
    .sort((a, b) => (a.pinnedAt < b.pinnedAt ? 1 : -1))

function channelToRead(call: Call): Channel {
  const channel = channelById(call.realm, call.params.channel ?? '')
  demand(call.realm, channel, PERMISSION.readMessageHistory)
  return channel
}

function listed(call: Call) {
  const pins = pinsOf(channelToRead(call))
  const before = call.query.get('before')
  const older = before ? pins.filter(({ pinnedAt }) => Date.parse(pinnedAt) < Date.parse(before)) : pins
  const limit = Math.min(PAGE, Math.max(1, Number(call.query.get('limit') ?? PAGE)))
  const items = older.slice(0, limit).map(({ pinnedAt, message }) => ({ pinned_at: pinnedAt, message }))
  return ok({ items, has_more: older.length > limit })
}

/** Pin Messages was split from Manage Messages on 23 February 2026. */
function channelToPin(call: Call): Channel {
  const channel = channelById(call.realm, call.params.channel ?? '')
  if (channel.guild) demand(call.realm, channel, PERMISSION.pinMessages)
  return channel
}

function pin(call: Call) {
  const { realm } = call
  const channel = channelToPin(call)
  const kept = publicMessage(channel, call.params.message ?? '')
  if (kept.pinnedAt !== undefined) return noContent
  if (pinsOf(channel).length >= PINS_MAX) throw apiError(30003)
  kept.pinnedAt = timestamp(realm.clock.now())
  channel.lastPin = kept.pinnedAt
  mark(realm, kept, true)
  tellPinned(realm, channel, kept)
  return noContent
}

function unpin(call: Call) {
  const channel = channelToPin(call)
  const kept = publicMessage(channel, call.params.message ?? '')
  if (kept.pinnedAt === undefined) return noContent
  delete kept.pinnedAt
  mark(call.realm, kept, false)
  return noContent
}

function mark(realm: Realm, kept: Kept, pinned: boolean): void {
  const { channel } = kept
  kept.message = { ...kept.message, pinned }
  announce(realm, kept, 'MESSAGE_UPDATE')
  const guild = channel.guild ? { guild_id: channel.guild } : {}
  realm.dispatch({
    name: 'CHANNEL_PINS_UPDATE',
    intents: channel.guild ? INTENT.guilds : INTENT.directMessages,
    ...(channel.guild ? { guild: channel.guild } : {}),
    data: { channel_id: channel.id, last_pin_timestamp: channel.lastPin, ...guild },
  })
}

/** "… pinned a message to this channel." */
function tellPinned(realm: Realm, channel: Channel, pinned: Kept): void {
  post(realm, {
    channel,
    author: realm.app.user,
    type: MESSAGE.pinned,
    body: { allowed_mentions: { parse: [] } },
    system: true,
    replyTo: pinned,
  })
}

const common = { auth: 'bot', bucket: 'pin' } as const
const now = '/channels/:channel/messages/pins'
const then = '/channels/:channel/pins'

export const pinRoutes: Route[] = [
  { ...common, method: 'GET', path: now, bucket: 'read', run: listed },
  {
    ...common,
    method: 'GET',
    path: then,
    bucket: 'read',
    run: (call) => ok(pinsOf(channelToRead(call)).map(({ message }) => message)),
  },
  ...[now, then].flatMap((path): Route[] => [
    { ...common, method: 'PUT', path: `${path}/:message`, run: pin },
    { ...common, method: 'DELETE', path: `${path}/:message`, run: unpin },
  ]),
]
