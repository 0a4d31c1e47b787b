/**
 * The world was away: the database, a disk, a network. Not our mistake and nobody's refusal: try again later.
 */
export class Outage extends Error {
  /**
   * `undone`: nothing happened. `unknown`: the answer was lost, so it may have happened; only a
   * repetition under
   * the same idempotency key can tell.
   */
  readonly outcome: 'undone' | 'unknown'

  constructor(message: string, options: { cause?: unknown; outcome?: 'undone' | 'unknown' } = {}) {
    super(message, { cause: options.cause })
    this.name = 'Outage'
    this.outcome = options.outcome ?? 'undone'
  }
}
