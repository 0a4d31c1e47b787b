/** The public records of packets, for whoever asks. */
import { publishedPacket } from './core/packets/packets.js'
import type { Published } from './core/packets/published.js'
import { Refusal } from './kit/refusal.js'
import type { World } from './kit/world.js'
import type { Storage } from './storage/storage.js'

/** A record may be of twenty thousand claims, and strangers ask for it: nobody else waits for it. */
export function recordsOf(
  storage: Pick<Storage, 'read'>,
  { breathe }: Pick<World, 'breathe'>,
): (packet: string) => Promise<Published | 'open' | undefined> {
  return (packet) =>
    storage
      .read(async (work) => (await publishedPacket(work, packet, breathe)) ?? ('open' as const), 'at leisure')
      .catch(noRecord)
}

/** There is no such packet; anything else, such as a database that is away, says nothing about it. */
function noRecord(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}
