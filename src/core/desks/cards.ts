/** That a desk is out of reach: its queue would be seen by nobody. */
import { text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { chatOf } from '../members/members.js'
import { type Choose, tellHolders } from '../notices/notices.js'
import { queuesAt } from './desks.js'

/** Tells admins of each queue whose desk was in a chat that the bot is not in any more; once for `why`. */
export async function tellDesksLost(work: Work, chat: number, why: string, choose: Choose): Promise<void> {
  const { title } = await chatOf(work, chat)
  for (const queue of await queuesAt(work, chat)) {
    const words = { title, queue: text(`choice-${queue}`) }
    const next = text(queue === 'audit' ? 'desk-lost-audit' : 'desk-lost-next')
    const view = { text: [text('desk-lost', words), next], tone: 'warning' as const }
    await tellHolders(work, { key: `desk:${queue}:lost:${why}`, roles: ['admin'], except: [], view }, choose)
  }
}
