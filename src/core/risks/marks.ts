/**
 * What two applications may have in common, spelt in one way: `https://www.Twitter.com/Moon/?s=20` and
 * `x.com/moon` are one account. Pure.
 */
import { isNumberLeft } from '../../kit/head-count.js'
import { accountIn } from '../../kit/links.js'
import type { MARKS } from '../../storage/tables/reviews.js'
import { plainUid } from '../uids/uids.js'

export interface Mark {
  kind: (typeof MARKS)[number]
  mark: string
}

/** Hosts of the same service. */
const SAME_HOST: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
  'telegram.me': 't.me',
  'telegram.dog': 't.me',
  'discord.com/invite': 'discord.gg',
  'discordapp.com/invite': 'discord.gg',
  'm.youtube.com': 'youtube.com',
}
/** Where dots before the @ make no difference. */
const DOTLESS = ['gmail.com', 'googlemail.com']

export interface Marked {
  uid?: string | undefined
  email?: string | undefined
  channels: readonly string[]
  communities: readonly string[]
}

/** Each once, in no order that means anything. */
export function marksOf({ uid, email, channels, communities }: Marked): Mark[] {
  const marks: Mark[] = [
    ...(uid ? [{ kind: 'uid' as const, mark: plainUid(uid) }] : []),
    ...(email ? [{ kind: 'email' as const, mark: mailboxOf(email) }] : []),
    ...channels.map((place) => ({ kind: 'channel' as const, mark: placeMark(place) })),
    ...communities.map((place) => ({ kind: 'community' as const, mark: placeMark(place) })),
  ]
  return [...new Map(marks.map((one) => [`${one.kind} ${one.mark}`, one])).values()]
}

/** What follows a `+`, and dots where the host ignores them, lead to the same mailbox. */
export function mailboxOf(typed: string): string {
  const address = typed.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  const [name = ''] = address.slice(0, at).split('+')
  const host = address.slice(at + 1)
  return DOTLESS.includes(host) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${host}`
}

/** A tick or an arrow after a name; what closes a bracket stays. */
const TRAILING = /[^\p{L}\p{N})]+$/u

/** What stands around the account, the number of people too, makes no other account of it. */
function placeMark(typed: string): string {
  const found = accountIn(typed)
  if (!found) return linkMark(typed.replace(TRAILING, '').trim())
  return found.isLink ? linkMark(found.account) : `${namedBefore(found.before)}${found.account}`.toLowerCase()
}

/** A handle is somebody's on a platform: `Telegram @moon` is not who `X @moon` is. */
function namedBefore(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => linkMark(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '' && !isNumberLeft(word))
    .map((word) => `${word} `)
    .join('')
}

function linkMark(link: string): string {
  const plain = link
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
  const same = Object.entries(SAME_HOST).find(([host]) => plain === host || plain.startsWith(`${host}/`))
  return same ? `${same[1]}${plain.slice(same[0].length)}` : plain
}
