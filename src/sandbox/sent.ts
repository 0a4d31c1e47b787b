/** An update on its way to the bot, as the rail is told of it. */
import type { RailStruck } from './page-contract.js'

export interface SentUpdate {
  /** By which the bot names it in its answer: id of a callback query, of an interaction. */
  readonly handle?: string
  /** As the bot gets it, without what is secret. */
  native(): unknown
  /** Tells of each time that it was or will be handed to the bot, by the id under which the bot knows it. */
  onDelivered(listener: (call: string) => void): void
  /**
   * Whether the bot has said that it got it: by polling on, or by what it answers a webhook. Until then
   * nothing can be said of what it makes of it.
   */
  isTaken(): boolean
  /** Tells of what befalls it on its way. */
  onStruck(listener: (struck: RailStruck) => void): void
}

/** The sender's side of it. */
export interface Sending extends SentUpdate {
  delivered(call: string): void
  struck(struck: RailStruck): void
}

/** Who names no `isTaken` is believed to be heard at once, as through a gateway that asks for no receipt. */
export function sendingOf(native: () => unknown, handle?: string, isTaken = (): boolean => true): Sending {
  const deliveries = told<string>()
  const strikes = told<RailStruck>()
  return {
    ...(handle === undefined ? {} : { handle }),
    native,
    isTaken,
    onDelivered: deliveries.on,
    onStruck: strikes.on,
    delivered: deliveries.tell,
    struck: strikes.tell,
  }
}

/** News for listeners, of whom a late one hears what came before. */
function told<News>() {
  const listeners: ((news: News) => void)[] = []
  const before: News[] = []
  return {
    on(listener: (news: News) => void) {
      for (const news of before) listener(news)
      listeners.push(listener)
    },
    tell(news: News) {
      before.push(news)
      for (const listener of listeners) listener(news)
    },
  }
}
