/** Addresses in what a person typed: shown as code, or broken up so that no program makes links of them. */

/** A word that holds a domain, a scheme or a name of an account. */
const ADDRESS = /[\p{L}\p{N}]\.\p{L}{2}|:\/\/|@\w|\b\d{1,3}(?:\.\d{1,3}){3}/u
/** What stands around an address and is no part of it. */
const AROUND = /^([("'<[«“]*)(.*?)([.,:;!?)\]}'"»”>]*)$/su

export interface Piece {
  text: string
  isAddress: boolean
}

/** The same text in pieces. */
export function addressesIn(text: string): Piece[] {
  return text
    .split(/(\s+)/u)
    .flatMap((word) => (ADDRESS.test(word) ? around(word) : [{ text: word, isAddress: false }]))
    .filter((piece) => piece.text !== '')
}

function around(word: string): Piece[] {
  const [, before = '', address = word, after = ''] = AROUND.exec(word) ?? []
  return [
    { text: before, isAddress: false },
    { text: address, isAddress: true },
    { text: after, isAddress: false },
  ]
}

/** Sits between two characters and shows nothing; no part of an address, a name or a tag. */
export const WORD_JOINER = '\u2060'
/**
 * What is looked for, before what is taken for a part of it [td MessageEntity.cpp find_urls, find_mentions,
 * find_bot_commands, find_hashtags, find_cashtags]: the dot of a domain, the colon of a scheme, and what
 * begins the others. Some mail programs take whatever follows `www.` or `mailto:`, a joiner as well, and a
 * browser then drops the joiner: these are broken before their mark.
 */
const TRIGGER = new RegExp(
  [
    /\b(?:www|mailto|tel|sms)(?=[.:]\S)/u,
    /\.(?=\p{L})/u,
    // Four numbers are an address without any scheme [td MessageEntity.cpp fix_url].
    /\b\d{1,3}\.(?=\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d))/u,
    /[@/#$+](?=[\p{L}\p{N}_])/u,
    /[:/](?=\/)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
)

/** With a word joiner wherever an address, a mention, a tag or a command would begin or go on. */
export function unlinked(text: string): string {
  return text.replace(TRIGGER, `$&${WORD_JOINER}`)
}
