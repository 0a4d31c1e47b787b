/** What a person does, as the app on their phone would do it. */

import { GUILD_ROLES } from '../../community.js'
import type { Action, Outcome, Person } from '../../contract.js'
import { Denied, deny } from '../../reasons.js'
import { uploadOf } from '../files.js'
import { guildOf, join, leave, memberOf, permissionsIn, setRoles, shareGuild } from '../guilds.js'
import { launch } from '../interactions/launch.js'
import { acceptInvite } from '../invites.js'
import { post } from '../messages.js'
import { userOf } from '../objects.js'
import { MESSAGE, PERMISSION } from '../protocol.js'
import type { Channel, Realm } from '../realm.js'
import { CONTENT_MAX } from '../rules/message.js'
import { commandDoing } from './command.js'
import { canView } from './look.js'
import { submitDoing } from './modal.js'
import { pressDoing, seenMessage } from './press.js'
import { checkSize } from './resolved.js'

const NOTHING: Outcome = { kind: 'none' }

/**
 * Resolves with what the person sees; what the app would not let them do is `impossible`. Rejects with
 * `no-person` for who is not here.
 */
export async function act(realm: Realm, personId: string, action: Action): Promise<Outcome> {
  const person = realm.community.person(personId)
  try {
    return await perform(realm, person, action)
  } catch (error) {
    if (error instanceof Denied) return { kind: 'impossible', reason: error.reason }
    throw error
  }
}

async function perform(realm: Realm, person: Person, action: Action): Promise<Outcome> {
  switch (action.do) {
    case 'say':
      return say(realm, person, enter(realm, person, action.room), action)
    case 'command': {
      const channel = enter(realm, person, action.room)
      return launch(realm, commandDoing(realm, person, channel, action.name, action)).outcome
    }
    case 'press': {
      const channel = enter(realm, person, action.room)
      const { message, data, values } = action
      return launch(realm, pressDoing(realm, person, channel, String(message), data, values)).outcome
    }
    case 'submit':
      return submit(realm, person, action)
    case 'join':
    case 'leave':
      return move(realm, person, action)
    case 'become-admin':
    case 'cease-admin':
      return setModerator(realm, person, action)
    case 'let-in':
    case 'show-out':
      return deny({ code: 'one-server' })
    default:
      return deny({ code: 'not-on-discord' })
  }
}

/** The channel, if this person can look into it. */
export function enter(realm: Realm, person: Person, room: string): Channel {
  const channel = realm.channels.get(room)
  if (!channel || !canView(realm, channel, person.discord.id))
    return deny({ code: 'not-in-chat', name: person.name })
  return channel
}

function say(
  realm: Realm,
  person: Person,
  channel: Channel,
  { text, replyTo, file }: Extract<Action, { do: 'say' }>,
): Outcome {
  const user = person.discord.id
  if (!(permissionsIn(realm, channel, user) & PERMISSION.sendMessages)) deny({ code: 'may-not-write' })
  if (!channel.guild && !shareGuild(realm, user)) deny({ code: 'strangers-barred' })
  if (text.trim() === '' && !file) deny({ code: 'empty' })
  const files = file ? [uploadOf(file)] : []
  for (const { data } of files) checkSize(data)
  if ([...text].length > CONTENT_MAX) deny({ code: 'too-long', most: CONTENT_MAX })
  const answered = replyTo === undefined ? undefined : seenMessage(channel, user, String(replyTo))
  if (replyTo !== undefined && !answered) deny({ code: 'reply-gone' })
  post(realm, {
    channel,
    author: userOf(person),
    type: answered ? MESSAGE.reply : MESSAGE.default,
    body: { content: text },
    files,
    ...(answered ? { replyTo: answered } : {}),
  })
  return NOTHING
}

async function submit(
  realm: Realm,
  person: Person,
  action: Extract<Action, { do: 'submit' }>,
): Promise<Outcome> {
  const channel = enter(realm, person, action.room)
  const modal = realm.modals.get(person.discord.id)
  if (modal?.id !== action.modal || modal.room !== channel.id) deny({ code: 'form-closed' })
  const outcome = await launch(realm, submitDoing(realm, person, channel, modal, action)).outcome
  // A form that got no answer stays open, so that nothing typed is lost.
  if (outcome.kind !== 'timeout' && realm.modals.get(person.discord.id) === modal) {
    realm.modals.delete(person.discord.id)
  }
  return outcome
}

/** Links of invites, as the app opens them. */
const INVITE = /^https:\/\/discord\.gg\/([A-Za-z0-9]+)$/

function move(realm: Realm, person: Person, action: { do: 'join' | 'leave'; room: string }): Outcome {
  const [, code] = INVITE.exec(action.room) ?? []
  if (action.do === 'join' && code !== undefined) {
    if (!acceptInvite(realm, person.discord.id, code)) deny({ code: 'invite-expired' })
    return NOTHING
  }
  const channel = realm.channels.get(action.room)
  const guild = channel && guildOf(realm, channel)
  if (!guild) return deny({ code: 'no-place' })
  const user = person.discord.id
  const inside = memberOf(realm, guild, user) !== undefined
  if (inside === (action.do === 'join')) return NOTHING
  if (action.do === 'join') join(realm, guild, user)
  else leave(realm, guild, user)
  return NOTHING
}

/** The owner of the server gives the person the moderators' role, or takes it back. */
function setModerator(
  realm: Realm,
  person: Person,
  { do: what, room }: { do: 'become-admin' | 'cease-admin'; room: string },
): Outcome {
  const guild = guildOf(realm, enter(realm, person, room))
  const member = guild && memberOf(realm, guild, person.discord.id)
  if (!member) return deny({ code: 'no-place' })
  const others = member.roles.filter((role) => role !== GUILD_ROLES.moderators)
  setRoles(realm, guild, member, what === 'become-admin' ? [...others, GUILD_ROLES.moderators] : others)
  return NOTHING
}
