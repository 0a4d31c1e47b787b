/**
 * Who comes into the groups of partners, goes, or says something there, looked at in memory: what happens in
 * any other group costs a look into a set, and of a person who talks the first message of a minute counts. No
 * words come in here.
 */
export interface Noted {
  platform: 'telegram' | 'discord'
  /** Native id of the chat. */
  chat: string
  account: string
  what: 'came' | 'went' | 'wrote'
  /** The invitation by which they came, where the platform tells. */
  link?: string
}

/** Kept while the database is away; more people than come in an hour. */
const KEPT = 1000
/** People of whom is remembered for a minute that they said something. */
const REMEMBERED = 10_000

/**
 * Of links that others made Telegram gives the beginning only, and we make none but for these groups: one
 * that was named a moment ago need not be watched yet.
 */
function isOurs({ link }: Noted): boolean {
  return link !== undefined && !link.endsWith('...')
}

interface Arrivals {
  /** Whether it is to be written down at all; whoever came or went may speak anew. */
  counts(noted: Noted): boolean
  /** Whether there is something to be written down. */
  note(noted: Noted): boolean
  /** Everybody's next word counts again: one that was not written down, or told of nobody then, may now. */
  forgetWords(): void
  /** Takes out what was noted, in order. */
  drain(): Noted[]
  /** Puts back what could not be kept. */
  restore(noted: readonly Noted[]): void
  /** The groups that count from now on. */
  watch(groups: readonly Pick<Noted, 'platform' | 'chat'>[]): void
}

export function createArrivals(): Arrivals {
  let watched = new Set<string>()
  let kept: Noted[] = []
  const spoken = new Set<string>()

  const placeOf = ({ platform, chat }: Pick<Noted, 'platform' | 'chat'>) => `${platform}:${chat}`
  const whoOf = (noted: Noted) => `${placeOf(noted)}:${noted.account}`

  function counts(noted: Noted): boolean {
    if (!watched.has(placeOf(noted)) && !isOurs(noted)) return false
    if (noted.what !== 'wrote') spoken.delete(whoOf(noted))
    return true
  }

  return {
    counts,
    note(noted) {
      if (!counts(noted)) return false
      const who = whoOf(noted)
      const isWord = noted.what === 'wrote'
      if ((isWord && spoken.has(who)) || kept.length >= KEPT) return false
      if (spoken.size >= REMEMBERED) spoken.clear()
      if (isWord) spoken.add(who)
      kept.push(noted)
      return true
    },
    forgetWords: () => spoken.clear(),
    drain() {
      const drained = kept
      kept = []
      return drained
    },
    restore(noted) {
      kept = [...noted, ...kept].slice(0, KEPT)
    },
    watch(groups) {
      watched = new Set(groups.map(placeOf))
    },
  }
}
