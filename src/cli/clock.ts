/** The operator's word that this machine's clock is right, when the bot cannot know. */
import { placeOf } from '../storage/place.js'
import { keepSureMoment } from '../storage/sure-moment.js'
import type { Desk } from './desk.js'
import { atWork } from './look.js'

/** From the next start on the clock is taken for right. Throws a StartError while the bot runs. */
export async function confirmClock(desk: Desk): Promise<number> {
  const { config, world, say } = desk
  if (placeOf(config.databaseUrl).dialect === 'postgres') {
    say("There is nothing to confirm: on PostgreSQL the database server's clock counts.")
    return 0
  }
  const now = world.now()
  await atWork(desk, (storage) => storage.write((work) => keepSureMoment(work, now)))
  say(`It is ${new Date(now).toISOString()}, and the bot will take that for right.`)
  return 0
}
