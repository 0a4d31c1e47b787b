/** Native objects of people and places, as Telegram writes them into updates and answers. */
import type { Person } from '../contract.js'
import type { Chat, ChatMember, User } from './native.js'
import { type ChatState, type InviteLink, isAdmin, type Membership, standingOf } from './state.js'
import type { World } from './world.js'
import { knows } from './world.js'

/** Placeholder author of messages that anonymous administrators write [4-platforms 1.4]. */
export const ANONYMOUS_ADMIN: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}

/** Tags as Telegram's apps send them: lower case, Chinese by script. */
const APP_LANGUAGES: Record<string, string> = { 'zh-CN': 'zh-hans', 'zh-TW': 'zh-hant' }

const known = new WeakMap<Person, User>()

export function userOf(person: Person): User {
  const cached = known.get(person)
  if (cached) return cached
  const [first = person.name, ...rest] = person.name.split(' ')
  const user: User = {
    id: person.telegram.id,
    is_bot: false,
    first_name: first,
    ...(rest.length > 0 ? { last_name: rest.join(' ') } : {}),
    ...(person.telegram.username ? { username: person.telegram.username } : {}),
    language_code: APP_LANGUAGES[person.language] ?? person.language.toLowerCase(),
    ...(person.telegram.isPremium ? { is_premium: true } : {}),
  }
  known.set(person, user)
  return user
}

/** A user by id; people nobody knows have been deleted. */
export function userById(world: World, id: number): User {
  if (id === world.bot.id) return botUser(world)
  const person = world.community.byTelegram(id)
  return person ? userOf(person) : { id, is_bot: false, first_name: 'Deleted Account' }
}

/** The bot as others see it; setMyName without a language changes its name. */
export const botUser = ({ bot, profile }: World): User => ({
  id: bot.id,
  is_bot: true,
  first_name: profile.names.get('') ?? bot.name,
  username: bot.username,
})

/** What getMe answers. */
export function botProfile(world: World): object {
  return {
    ...botUser(world),
    can_join_groups: true,
    can_read_all_group_messages: false,
    ...(knows(world, '10.0') ? { supports_guest_queries: false } : {}),
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    ...(knows(world, '10.1') ? { supports_join_request_queries: false } : {}),
  }
}

export function chatObject(world: World, chat: ChatState): Chat {
  if (chat.type === 'private') return privateChat(userById(world, chat.id))
  if (chat.type === 'group') return { id: chat.id, type: 'group', title: chat.title }
  const forum = chat.topics.length > 0 ? { is_forum: true as const } : {}
  return { id: chat.id, type: 'supergroup', title: chat.title, ...forum }
}

function privateChat(user: User): Chat {
  return {
    id: user.id,
    type: 'private',
    first_name: user.first_name,
    ...(user.last_name ? { last_name: user.last_name } : {}),
    ...(user.username ? { username: user.username } : {}),
  }
}

/** Rights of an administrator of a supergroup here; the keys are those of ChatAdministratorRights. */
const ADMIN_RIGHTS = [
  'can_manage_chat',
  'can_change_info',
  'can_delete_messages',
  'can_invite_users',
  'can_restrict_members',
  'can_pin_messages',
  'can_manage_topics',
  'can_promote_members',
  'can_manage_video_chats',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_manage_tags',
  'can_send_welcome_messages',
] as const

export function memberObject(world: World, chat: ChatState, user: number): ChatMember {
  const who = userById(world, user)
  if (user === world.bot.id) return describe(world, who, { standing: chat.bot }, chat.botLacks, false)
  const membership = chat.members.get(user) ?? { standing: standingOf(chat, user) }
  return describe(world, who, membership, [], true)
}

function describe(
  world: World,
  user: User,
  membership: Membership,
  lacks: string[],
  isPerson: boolean,
): ChatMember {
  const { standing, anonymous = false, tag } = membership
  if (standing === 'creator') return { user, status: 'creator', is_anonymous: anonymous, ...title(tag) }
  if (standing === 'left') return { user, status: 'left' }
  if (standing === 'kicked') return { user, status: 'kicked', until_date: 0 }
  if (isAdmin(standing)) {
    const member = { user, status: 'administrator', can_be_edited: isPerson, ...rights(world, lacks) }
    return { ...member, is_anonymous: anonymous, ...title(tag) } as ChatMember
  }
  return { user, status: 'member', ...(tag ? { tag } : {}) }
}

const title = (tag: string | undefined) => (tag ? { custom_title: tag } : {})

function rights(world: World, lacks: string[]): Record<string, boolean> {
  const present = ADMIN_RIGHTS.filter(
    (right) => right !== 'can_send_welcome_messages' || knows(world, '10.3'),
  )
  return Object.fromEntries(present.map((right) => [right, !lacks.includes(right)]))
}

export function linkObject(world: World, link: InviteLink): object {
  return {
    invite_link: link.link,
    creator: botUser(world),
    creates_join_request: link.byRequest,
    is_primary: false,
    is_revoked: link.isRevoked === true,
    ...(link.name ? { name: link.name } : {}),
    ...(link.expires ? { expire_date: link.expires } : {}),
    ...(link.limit ? { member_limit: link.limit } : {}),
  }
}
