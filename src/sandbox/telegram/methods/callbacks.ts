/** answerCallbackQuery: once, in time, as often as the bot likes. */
import { clamped, flag, text } from '../args.js'
import type { Call } from '../calls.js'
import { badRequest } from '../refusal.js'
import { checkLink } from '../text/links.js'

/** Characters of a callback answer [Bot API answerCallbackQuery]. */
const ANSWER_LENGTH = 200
/** Seconds an app may keep an answer [Client.cpp process_answer_callback_query_query]. */
const MAX_CACHE_S = 24 * 30 * 60 * 60

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export function answerCallbackQuery({ world, args }: Call): true {
  const answer = text(args, 'text')
  if (answer.length > ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG')
  const url = text(args, 'url')
  if (url !== '') checkUrl(url, world.bot.username)
  const query = world.queries.alive(text(args, 'callback_query_id'))
  if (!query) throw badRequest(TOO_OLD)
  const outcome = {
    kind: 'toast' as const,
    text: answer,
    alert: flag(args, 'show_alert'),
    ...(url ? { url } : {}),
  }
  world.queries.answer(query, outcome, clamped(args, 'cache_time', 0, 0, MAX_CACHE_S))
  return true
}

/** Only links to the bot itself may be opened, as there are no games here. */
function checkUrl(url: string, username: string): void {
  const link = new RegExp(`^(https?://)?(t\\.me|telegram\\.me)/${username}(\\?|/|$)`, 'i')
  const isOwn = link.test(url) || new RegExp(`^tg://resolve\\?domain=${username}(&|$)`, 'i').test(url)
  if (!isOwn) throw badRequest('URL_INVALID')
  try {
    checkLink(url)
  } catch {
    throw badRequest('URL_INVALID')
  }
}
