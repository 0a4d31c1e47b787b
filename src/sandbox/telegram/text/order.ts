import type { MessageEntity } from '../native.js'

/** Outer entities first, as Telegram orders them. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
}

/** Half of a surrogate pair, which no UTF-8 text can hold. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text)
