/** A button pressed or a menu used, as the app does it: only what is there and enabled. */
import type { Person } from '../../contract.js'
import { deny } from '../../reasons.js'
import type { Doing } from '../interactions/launch.js'
import { COMPONENT, INTERACTION, SELECTS } from '../protocol.js'
import type { Channel, Kept, Realm } from '../realm.js'
import { walk } from '../rules/component-tree.js'
import { type Resolved, resolveInto, type Wanted } from './resolved.js'

type Given = Record<string, unknown>

/** A message this person sees in the channel. */
export function seenMessage(channel: Channel, user: string, id: string): Kept | undefined {
  const shared = channel.messages.get(id)
  if (shared) return shared
  const own = channel.ephemeral.get(id)
  return own?.onlyFor === user ? own : undefined
}

export function pressDoing(
  realm: Realm,
  person: Person,
  channel: Channel,
  message: string,
  customId: string,
  values?: readonly string[],
): Doing {
  const kept = seenMessage(channel, person.discord.id, message)
  if (!kept) deny({ code: 'message-gone' })
  const component = walk(kept.message.components, [])
    .map((placed) => placed.component)
    .find((each) => each.custom_id === customId)
  if (!component) deny({ code: 'no-button' })
  if (component.disabled === true) deny({ code: 'button-disabled' })
  const resolved: Resolved = {}
  const chosen = chosenValues(realm, channel, component, values, resolved)
  return componentDoing(person, kept, channel, { component, chosen, resolved })
}

interface Use {
  component: Given
  chosen: readonly string[] | undefined
  resolved: Resolved
}

/** The interaction of a component, with nothing checked. */
export function componentDoing(person: Person, kept: Kept, channel: Channel, use: Use): Doing {
  const { component, chosen, resolved } = use
  return {
    person,
    channel,
    type: INTERACTION.component,
    message: kept,
    metadata: { interacted_message_id: kept.message.id },
    data: {
      id: component.id ?? 0,
      custom_id: component.custom_id,
      component_type: component.type,
      ...(chosen ? { values: chosen } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  }
}

const WANTED: Record<number, Wanted> = {
  [COMPONENT.userSelect]: 'user',
  [COMPONENT.roleSelect]: 'role',
  [COMPONENT.mentionableSelect]: 'mentionable',
  [COMPONENT.channelSelect]: 'channel',
}

/** The values of a menu, or nothing for a button. */
export function chosenValues(
  realm: Realm,
  channel: Channel,
  component: Given,
  values: readonly string[] | undefined,
  resolved: Resolved,
): readonly string[] | undefined {
  const type = Number(component.type)
  if (!SELECTS.includes(type)) return undefined
  const chosen = values ?? []
  const least = Number(component.min_values ?? 1)
  const most = Number(component.max_values ?? 1)
  if (chosen.length < least || chosen.length > most) deny({ code: 'choose-between', least, most })
  for (const value of chosen) {
    if (!offers(realm, channel, component, value, resolved)) deny({ code: 'not-on-menu', value })
  }
  return chosen
}

function offers(
  realm: Realm,
  channel: Channel,
  component: Given,
  value: string,
  resolved: Resolved,
): boolean {
  const wanted = WANTED[Number(component.type)]
  if (wanted) return resolveInto(realm, channel, wanted, value, resolved)
  const options = (component.options ?? []) as { value: string }[]
  return options.some((option) => option.value === value)
}
