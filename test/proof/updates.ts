/** Updates as Telegram sends them, one of each kind that the bot takes. */
import type { Self } from '../../src/platforms/telegram/receive.js'

export const SELF: Self = { id: 7_000_000_001, username: 'partner_bot' }

const ANA = {
  id: 5_000_000_005,
  is_bot: false,
  first_name: 'Ana',
  last_name: 'T',
  username: 'ana',
  language_code: 'es',
}
const BOT = { id: SELF.id, is_bot: true, first_name: 'Partner', username: SELF.username }
const GROUP = { id: -1_001_000_000_001, type: 'supergroup', title: 'Moon Traders' }
const PRIVATE = { id: ANA.id, type: 'private', first_name: 'Ana' }

const message = { message_id: 9, date: 1_790_000_000, from: ANA, chat: GROUP, text: '/redpacket 50 20 lucky' }
const left = { user: BOT, status: 'left' }
const joined = { user: BOT, status: 'administrator', can_pin_messages: true }

export const COMMAND = { update_id: 1, message }

export const UPDATES = [
  COMMAND,
  {
    update_id: 2,
    message: {
      ...message,
      chat: PRIVATE,
      text: '12.5',
      reply_to_message: { message_id: 8, date: 1, chat: PRIVATE, from: BOT },
    },
  },
  {
    update_id: 3,
    message: {
      ...message,
      message_thread_id: 3,
      is_topic_message: true,
      sender_chat: GROUP,
      text: '/wallet@partner_bot',
    },
  },
  { update_id: 4, message: { ...message, text: undefined, migrate_to_chat_id: -1_001_000_000_002 } },
  {
    update_id: 5,
    callback_query: {
      id: '77',
      from: ANA,
      chat_instance: '5',
      data: '1packet-claim:abc',
      message: { message_id: 7, date: 1, chat: GROUP },
    },
  },
  {
    update_id: 6,
    my_chat_member: { chat: GROUP, from: ANA, date: 1, old_chat_member: left, new_chat_member: joined },
  },
  {
    update_id: 7,
    chat_member: {
      chat: GROUP,
      from: ANA,
      date: 1,
      old_chat_member: { user: ANA, status: 'left' },
      new_chat_member: { user: ANA, status: 'restricted', is_member: true },
    },
  },
]
