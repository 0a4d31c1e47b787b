/** What rendering needs besides the view. */
import type { Speech } from '../../i18n/speech.js'
import type { ArgumentOrder } from '../../interaction/press.js'

export interface Rendering {
  speech: Speech
  /** Argument order of commands, by which presses are packed. */
  order: ArgumentOrder
  /** The application's id, once Discord has told it. */
  application(): string | undefined
  /**
   * Told of a button or field that Discord would refuse. Rendering goes on without it, because a message that
   * lacks a button is better than none; a test renders every view, so people should never meet one.
   */
  dropped(what: string): void
}
