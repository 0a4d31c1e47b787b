/** What no app would send, but an attacker or a bad network might; and the small talk of autocomplete. */
import type { Outcome } from '../../contract.js'
import { findKept } from '../guilds.js'
import { launch } from '../interactions/launch.js'
import { COMPONENT } from '../protocol.js'
import type { Kept, Realm } from '../realm.js'
import { enter } from './act.js'
import { commandDoing, type Values } from './command.js'
import { componentDoing } from './press.js'

export interface RawPress {
  /** The channel the press claims to come from; the message may lie in another. */
  room: string
  /** A message that is, was, or never was. */
  message: string
  /** Any custom_id. */
  data: string
  values?: string[]
  /** A button by default. */
  componentType?: number
}

export interface Pressed {
  interaction: string
  token: string
  outcome: Promise<Outcome>
}

export function pressRaw(realm: Realm, person: string, press: RawPress): Pressed {
  const channel = realm.channels.get(press.room)
  if (!channel) throw new Error(`there is no channel ${press.room}`)
  const component = { id: 1, type: press.componentType ?? COMPONENT.button, custom_id: press.data }
  const kept = findKept(realm, press.message) ?? gone(realm, press)
  const use = { component, chosen: press.values, resolved: {} }
  const { interaction, outcome } = launch(
    realm,
    componentDoing(realm.community.person(person), kept, channel, use),
  )
  return { interaction: interaction.id, token: interaction.token, outcome }
}

/** A message as the bot might once have sent it, which Discord no longer has. */
function gone(realm: Realm, { room, message }: RawPress): Kept {
  const channel = realm.channels.get(room)
  if (!channel) throw new Error(`there is no channel ${room}`)
  const empty = { mentions: [], mention_roles: [], attachments: [], embeds: [], components: [] }
  const plain = { content: '', edited_timestamp: null, tts: false, pinned: false, mention_everyone: false }
  return {
    channel,
    message: {
      ...{ id: message, type: 0, channel_id: room, author: realm.app.user },
      ...{ timestamp: '2024-01-01T00:00:00.000000+00:00', ...plain, ...empty },
    },
    pings: { users: [], roles: [], everyone: false },
    embeds: [],
    reactions: new Map(),
    deleted: true,
  }
}

/** "Events may arrive never, exactly one time, or up to N times" (developers/reference). */
export function replay(realm: Realm, interaction: string): void {
  const sent = realm.sentInteractions.get(interaction)
  if (!sent) throw new Error(`there is no interaction ${interaction} to send again`)
  realm.deliver(sent)
}

export async function autocomplete(
  realm: Realm,
  person: string,
  asked: { room: string; name: string; options: Values; focused: string },
): Promise<unknown[]> {
  const who = realm.community.person(person)
  const channel = enter(realm, who, asked.room)
  const doing = commandDoing(realm, who, channel, asked.name, asked, asked.focused)
  const { interaction, outcome } = launch(realm, doing)
  await outcome
  return interaction.choices ?? []
}
