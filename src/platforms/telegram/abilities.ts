/**
 * What the Bot API server at the other end can do. api.telegram.org is always the newest; a self-hosted
 * server may lag by years, and it silently ignores parameters that it does not know. For an ephemeral message
 * that would be fatal, as the private words would be posted to the group; so we ask before we use.
 */
import type { RawApi } from 'grammy'
import { descriptionOf } from './failure.js'

export interface Abilities {
  /** Messages in a group that one person sees (`ephemeral_message_parameters`). Bot API 10.3. */
  ephemeral: boolean
  /** Buttons that do nothing (`disabled`). Bot API 10.3. */
  disabled: boolean
  /** An inline keyboard that also opens the reply field (`force_reply`). Bot API 10.3. */
  replyKeyboard: boolean
  /** Times shown in the reader's own zone (`date_time` entity). Bot API 9.5. */
  dateTime: boolean
  /** Buttons that copy a text. Bot API 7.11. */
  copyText: boolean
}

export const EVERYTHING: Abilities = {
  ephemeral: true,
  disabled: true,
  replyKeyboard: true,
  dateTime: true,
  copyText: true,
}

/** What any server can do; also the careful answer when asking fails. */
const NOTHING_NEW: Abilities = {
  ephemeral: false,
  disabled: false,
  replyKeyboard: false,
  dateTime: false,
  copyText: false,
}

/**
 * Asks by sends that must fail: chat 0 does not exist, and the server reads entities first, then buttons,
 * then the chat (server, Client.cpp do_send_message). What it complains about tells what it does not know.
 */
export async function probe(api: Pick<RawApi, 'sendMessage'>): Promise<Abilities> {
  const newest = await complaint(api, { disabled: {} })
  if (isAboutChat(newest)) return EVERYTHING
  if (isAboutEntity(newest)) return { ...NOTHING_NEW, copyText: true }
  if (!isAboutButton(newest)) return NOTHING_NEW
  const older = await complaint(api, { copy_text: { text: '.' } })
  return { ...NOTHING_NEW, dateTime: true, copyText: isAboutChat(older) }
}

type ProbeButton = { disabled: Record<string, never> } | { copy_text: { text: string } }

async function complaint(api: Pick<RawApi, 'sendMessage'>, button: ProbeButton): Promise<string | undefined> {
  try {
    await api.sendMessage({
      chat_id: 0,
      text: '.',
      entities: [{ type: 'date_time', offset: 0, length: 1, unix_time: 1, date_time_format: 'r' }],
      reply_markup: { inline_keyboard: [[{ text: '.', ...button }]] },
    })
    return undefined
  } catch (error) {
    return descriptionOf(error)
  }
}

const isAboutChat = (text: string | undefined): boolean =>
  /chat(?:_id)? (?:not found|is empty)/i.test(text ?? '')
const isAboutEntity = (text: string | undefined): boolean => /can't parse MessageEntity/i.test(text ?? '')
const isAboutButton = (text: string | undefined): boolean => /text buttons are unallowed/i.test(text ?? '')

/**
 * Switches off what the server just complained about, should it know less than we thought (an option forced
 * it, or the server was replaced by an older one). True when trying again makes sense.
 */
export function withdraw(abilities: Abilities, error: unknown): boolean {
  const description = descriptionOf(error)
  if (isAboutEntity(description) && abilities.dateTime) {
    abilities.dateTime = false
    return true
  }
  if (!isAboutButton(description) || !(abilities.disabled || abilities.copyText)) return false
  if (abilities.disabled) abilities.disabled = false
  else abilities.copyText = false
  return true
}
