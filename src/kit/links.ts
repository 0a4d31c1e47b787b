/** Links and handles in a line that a person typed: `https://t.me/moon`, `@moon`. */

/** Not the server in `@moon@example.social`. */
const HOST = '(?<![@a-z0-9_.-])(?:[a-z]+:\\/\\/)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?![a-z0-9])(?::[0-9]+)?'
/** A colon before digits begins a number of people, not a part of a path. */
const PATH = "(?:[\\p{L}\\p{M}\\p{N}/?#&=_.@%+~!$*'-]|:(?![0-9]))*"
const LINK = `${HOST}(?:[/?#]${PATH})?`
/** A page of somebody's: a host alone may be the platform's. */
const PAGE = `${HOST}/+[@+~._-]*[\\p{L}\\p{N}]${PATH}`
const HANDLE = '@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.@-]*'
/** What is written around an account and is no part of its name. */
const TRAILING = /[^\p{L}\p{N}_]+$/u

/** The first link to a page or, where there is none, the first handle, and what stands before it. */
export function accountIn(line: string): { before: string; account: string; isLink: boolean } | undefined {
  const link = new RegExp(PAGE, 'iu').exec(line)
  const found = link ?? new RegExp(HANDLE, 'iu').exec(line)
  if (!found) return undefined
  const account = found[0].replace(TRAILING, '')
  return { before: line.slice(0, found.index), account, isLink: link !== null }
}

/** The words that are neither link nor handle. */
export function withoutAccounts(line: string): string {
  return line.replace(new RegExp(`${LINK}|${HANDLE}`, 'giu'), ' ')
}

/** Whether a word is, or may be meant as, a link or a handle: digits at its end are a part of it then. */
export function isAccountLike(word: string): boolean {
  return /[/@]/.test(word) || new RegExp(HOST, 'iu').test(word)
}
