/** What a platform shows: messages in chats, as those who read them find them. */
import type { Place } from '../../src/interaction/call.js'
import type { Delivery } from '../../src/interaction/platform.js'
import type { View } from '../../src/interaction/view.js'

export interface Shown {
  /** Native id. */
  message: string
  key: string
  place: Place
  /** Who alone reads it; undefined: everybody in the chat. */
  reader: string | undefined
  /** As it stands now. */
  view: View
  locale: string
  /** When it came, true time. */
  at: number
  deleted: boolean
}

/** What became of a message of the outbox, as the platform saw it. */
export interface Fate {
  /** How often it became a message. */
  effects: number
  /** Native ids of the chats where it did: a group that moves gets what lives in it once more. */
  chats: Set<string>
  /** Requests of which the app could not know what became. */
  doubts: number
  /** The platform said that it cannot be, and why. */
  refused: string | undefined
}

export interface Board {
  readonly messages: ReadonlyMap<string, Shown>
  post(delivery: Delivery, at: number): Shown
  edit(message: string, delivery: Delivery): Shown | undefined
  fate(key: string): Fate
  readonly fates: ReadonlyMap<string, Fate>
}

/** `first`: ids count on from here. */
export function boardOf(first: bigint): Board {
  const messages = new Map<string, Shown>()
  const fates = new Map<string, Fate>()
  let next = first

  function fate(key: string): Fate {
    const known = fates.get(key) ?? { effects: 0, chats: new Set(), doubts: 0, refused: undefined }
    fates.set(key, known)
    return known
  }

  return {
    messages,
    fates,
    fate,
    post({ key, place, recipient, view, locale }, at) {
      next += 1n
      const reader = recipient?.id ?? (place.kind === 'private' ? place.chat : undefined)
      const shown = { message: String(next), key, place, reader, view, locale, at, deleted: false }
      messages.set(shown.message, shown)
      const became = fate(key)
      became.effects += 1
      became.chats.add(place.chat)
      return shown
    },
    edit(message, { place, view, locale }) {
      const shown = messages.get(message)
      if (!shown || shown.deleted || shown.place.chat !== place.chat) return undefined
      Object.assign(shown, { view, locale })
      return shown
    },
  }
}
