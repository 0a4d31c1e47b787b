/**
 * A unit of work finds that what it began with is not so any more, and that nobody need be told: it is
 * undone and run once more, as after a deadlock. Only where several processes write (PostgreSQL).
 */
export class Again extends Error {
  constructor(why: string) {
    super(`run once more: ${why}`)
    this.name = 'Again'
  }
}
