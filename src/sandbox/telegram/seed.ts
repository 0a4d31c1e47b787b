/** The demo groups as Telegram chats: everyone in, the bot an administrator. */
import type { Community, SandboxGroup } from '../contract.js'
import type { Message } from './native.js'
import { userOf } from './objects.js'
import { type ChatState, emptyChat, type Membership } from './state.js'
import { GENERAL_TOPIC } from './threads.js'

/** Colour of a topic's icon, the first of those Telegram gives [Bot API ForumTopicCreated]. */
const TOPIC_COLOUR = 7_322_096

/** `date` is when the topics were begun, Unix seconds. */
export function seedChats(community: Community, date: number): Map<number, ChatState> {
  const groups = community.groups.filter((group) => group.platform === 'telegram')
  return new Map(groups.map((group) => [Number(group.room), seedGroup(community, group, date)]))
}

function seedGroup(community: Community, group: SandboxGroup, date: number): ChatState {
  const id = Number(group.room)
  const outsiders = new Set(group.outsiders ?? [])
  const members = new Map<number, Membership>()
  for (const person of community.people) {
    const isOut = outsiders.has(person.id) || group.only?.includes(person.id) === false
    const standing = isOut ? 'left' : standingOf(group, person.id)
    members.set(person.telegram.id, { standing })
  }
  const topics = (group.topics ?? []).map((topic) => ({ ...topic }))
  const roots = topics.filter((topic) => topic.id !== GENERAL_TOPIC)
  return emptyChat({
    id,
    type: id <= -1_000_000_000_000 ? 'supergroup' : 'group',
    title: group.title,
    topics,
    open: group.only === undefined,
    members,
    ...(group.unnamed === undefined ? {} : { unnamed: group.unnamed }),
    bot: 'administrator',
    messages: new Map(roots.map((topic) => [topic.id, topicRoot(community, group, topic, date)])),
    nextMessage: Math.max(0, ...topics.map((topic) => topic.id)) + 1,
  })
}

/** A topic has the number of the message that began it. */
function topicRoot(
  community: Community,
  group: SandboxGroup,
  topic: { id: number; title: string },
  date: number,
): Message {
  return {
    message_id: topic.id,
    from: userOf(community.person(group.admins[0] ?? '')),
    chat: { id: Number(group.room), type: 'supergroup', title: group.title, is_forum: true },
    date,
    message_thread_id: topic.id,
    is_topic_message: true,
    forum_topic_created: { name: topic.title, icon_color: TOPIC_COLOUR },
  }
}

/** The first named administrator owns the group. */
function standingOf(group: SandboxGroup, person: string): Membership['standing'] {
  const rank = group.admins.indexOf(person)
  return rank === 0 ? 'creator' : rank > 0 ? 'administrator' : 'member'
}
