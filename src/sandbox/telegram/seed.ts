/** The demo groups as Telegram chats: everyone in, the bot an administrator. */
import type { Community, SandboxGroup } from '../contract.js'
import { type ChatState, emptyChat, type Membership } from './state.js'

export function seedChats(community: Community): Map<number, ChatState> {
  const groups = community.groups.filter((group) => group.platform === 'telegram')
  return new Map(groups.map((group) => [Number(group.room), seedGroup(community, group)]))
}

function seedGroup(community: Community, group: SandboxGroup): ChatState {
  const id = Number(group.room)
  const outsiders = new Set(group.outsiders ?? [])
  const members = new Map<number, Membership>()
  for (const person of community.people) {
    const standing = outsiders.has(person.id) ? 'left' : standingOf(group, person.id)
    members.set(person.telegram.id, { standing })
  }
  return emptyChat({
    id,
    type: id <= -1_000_000_000_000 ? 'supergroup' : 'group',
    title: group.title,
    topics: (group.topics ?? []).map((topic) => ({ ...topic })),
    open: true,
    members,
    bot: 'administrator',
  })
}

/** The first named administrator owns the group. */
function standingOf(group: SandboxGroup, person: string): Membership['standing'] {
  const rank = group.admins.indexOf(person)
  return rank === 0 ? 'creator' : rank > 0 ? 'administrator' : 'member'
}
