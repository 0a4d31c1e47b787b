/**
 * Who a text would ping. Source: developers/resources/message "Allowed Mentions Object": a mention that is
 * not allowed still shows as one, but nobody is called.
 */
import type { Guild, Pings } from './realm.js'
import { walk } from './rules/component-tree.js'

export interface AllowedMentions {
  parse?: string[] | null
  users?: string[] | null
  roles?: string[] | null
  replied_user?: boolean | null
}

export interface Speech {
  content: string
  components: unknown
  allowed: AllowedMentions | null | undefined
  /** Whether the author may ping everyone and every role. */
  mayPingEveryone: boolean
  guild: Guild | undefined
  /** Author of the message replied to. */
  repliedTo?: string | undefined
}

/** Everything visible that can hold a mention: the content, and the text displays of a new-style message. */
function spoken(content: string, components: unknown): string {
  const texts = walk(components, []).map(({ component }) => component.content)
  return [content, ...texts.filter((each) => typeof each === 'string')].join('\n')
}

/** The mentions that really ping. */
export function pingsOf(speech: Speech): Pings {
  const text = spoken(speech.content, speech.components)
  const { allowed } = speech
  const may = (type: 'users' | 'roles', id: string): boolean =>
    !allowed || (allowed.parse ?? []).includes(type) || (allowed[type] ?? []).map(String).includes(id)
  const users = found(text, /<@!?(\d{1,20})>/g).filter((id) => may('users', id))
  const roles = found(text, /<@&(\d{1,20})>/g).filter((id) => may('roles', id) && mayPingRole(speech, id))
  const everyoneAllowed = !allowed || (allowed.parse ?? []).includes('everyone')
  const everyone = everyoneAllowed && speech.mayPingEveryone && /@(everyone|here)\b/.test(text)
  const reply = speech.repliedTo && (allowed ? allowed.replied_user === true : true) ? [speech.repliedTo] : []
  return { users: [...new Set([...users, ...reply])], roles, everyone }
}

function mayPingRole(speech: Speech, id: string): boolean {
  const role = speech.guild?.roles.find((each) => each.id === id)
  return role !== undefined && (role.mentionable || speech.mayPingEveryone)
}

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
]
