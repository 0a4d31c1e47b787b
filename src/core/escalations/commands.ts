/** Late answers are told to those who can help, on a beat. */
import { text } from '../../kit/text.js'
import type { Beat } from '../../storage/beat.js'
import { press } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { nameOf } from '../members/members.js'
import { tellMember } from '../notices/notices.js'
import { dueLate, escalate } from './escalations.js'

/** How often it is looked, in ms. */
const EVERY_MS = 60_000

export function lateBeat({ policy, choose }: Pick<ApplicationDeps, 'policy' | 'choose'>): Beat {
  return {
    name: 'applications-late',
    everyMs: EVERY_MS,
    due: (work, after) => dueLate(work, after, policy),
    async settle(work, id) {
      const late = await escalate(work, id, policy)
      if (!late) return
      const { row, step, members } = late
      const number = String(row.id)
      const name = await nameOf(work, row.member)
      const at = { instant: row.promisedAt ?? work.now, as: 'relative' as const }
      const view = {
        text: [text('late-told', { number, name, at })],
        rows: [[press('application-open', text('review-open'), { application: number })]],
      }
      for (const member of members) {
        await tellMember(work, { key: `application:${number}:late:${step}`, member, view }, choose)
      }
    },
  }
}
