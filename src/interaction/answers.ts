/**
 * Arguments of long forms, beside those of `arguments.ts`: what people write about themselves.
 */
import { z } from 'zod'
import { cleanProse, halfWidth } from '../kit/unseen.js'
import { type ArgumentNote, argument, fault, repeated } from './arguments.js'

/**
 * Free text of several lines, so many characters as people count them: an emoji is one, however it is made.
 * Joiners stay, for emoji and some scripts are made of them.
 */
export function paragraph(least: number, most: number, note: Partial<ArgumentNote> = {}) {
  // Discord and Telegram count UTF-16 units, of which one character may take several.
  return argument({ kind: 'words', maxLength: most, long: true, ...note }, (typed, context) => {
    const clean = cleanProse(typed.replace(/\r\n?/g, '\n'), '').trim()
    if (clean === '') return fault(context, 'words-empty', {})
    const length = [...graphemes.segment(clean)].length
    if (length > most) return fault(context, 'words-too-long', { max: most, length })
    if (length < least) return fault(context, 'words-too-short', { min: least, length })
    return clean
  })
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Characters of an address. Source: RFC 5321, 4.5.3.1.3, less the brackets. */
const EMAIL_LIMIT = 254
/** No longer parts than a server takes, and no host that is none. */
const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

/**
 * The strictest form that is well known (no quotes, no dots at the ends or side by side), and no dash in
 * front, which a mailer might take for an option.
 */
function isAddress(plain: string): boolean {
  const isShort = plain.length <= EMAIL_LIMIT
  return isShort && EMAIL.test(plain) && z.regexes.email.test(plain) && !plain.startsWith('-')
}

/** An e-mail address of one line: what follows a line break would become a header of the mail. */
export function email() {
  return argument({ kind: 'words', maxLength: EMAIL_LIMIT }, (typed, context) => {
    if (/[\r\n]/.test(typed.trim())) return fault(context, 'email-lines', {})
    const plain = halfWidth(typed).trim()
    return isAddress(plain) ? plain : fault(context, 'email-malformed', { typed: repeated(plain) })
  })
}

/** A number that is a name: so many digits, zeros in front count. */
export function digits(least: number, most: number, note: Partial<ArgumentNote> = {}) {
  return argument({ kind: 'words', maxLength: most + 4, ...note }, (typed, context) => {
    const plain = halfWidth(typed)
      .trim()
      .replace(/^(?:UID|CID)[\s:#]*/i, '')
    const isFit = /^[0-9]+$/.test(plain) && plain.length >= least && plain.length <= most
    return isFit
      ? plain
      : fault(context, 'digits-malformed', { typed: repeated(typed), min: least, max: most })
  })
}

/** Some of a few words, as `one,other`. */
export function several(choices: readonly string[]) {
  return argument({ kind: 'choice', choices, several: true, maxLength: 600 }, (typed, context) => {
    const chosen = typed.split(',').filter((one) => one !== '')
    const unknown = chosen.find((one) => !choices.includes(one))
    if (unknown !== undefined || chosen.length === 0) {
      return fault(context, 'choice-unknown', { typed: repeated(unknown ?? typed), choices: 'none' })
    }
    return choices.filter((one) => chosen.includes(one))
  })
}

/** Characters of a link. */
const LINK_LIMIT = 300

/**
 * The address of a page, `https` or `http`; `t.me/moon` is read as `https://t.me/moon`. As browsers write it,
 * so that the same page is the same text, and without the place in it.
 */
export function webLink() {
  return argument({ kind: 'words', maxLength: LINK_LIMIT }, (typed, context) => {
    const plain = typed.trim()
    const read = plain.length > LINK_LIMIT || /\s/.test(plain) ? undefined : pageIn(plain)
    return read ?? fault(context, 'link-malformed', { typed: repeated(plain) })
  })
}

function pageIn(typed: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const isPage = url.protocol === 'https:' || url.protocol === 'http:'
  const isNamed = /^[^.]+(\.[^.]+)*\.[a-z0-9-]{2,}$/i.test(url.hostname)
  // Who looks at it would send somebody's name and password along.
  if (!isPage || !isNamed || url.username !== '' || url.password !== '') return undefined
  url.hash = ''
  return url.href
}
