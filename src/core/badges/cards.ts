/** What staff read about badges, and the clock by which they are kept true. */
import { text } from '../../kit/text.js'
import type { BadgePolicy } from '../../programme/badges.js'
import type { Beat } from '../../storage/beat.js'
import type { Job } from '../../storage/job.js'
import type { Work } from '../../storage/storage.js'
import { type Choose, tellHolders } from '../notices/notices.js'
import { type BadgeRefused, markStale, settleBadges, unseenPartners } from './badges.js'

const DAY_MS = 86_400_000
const EVERY_MS = 5000

/** Once a day for each reason and place: every partner meets the same one. */
export async function tellOfBadge(work: Work, refused: BadgeRefused, choose: Choose): Promise<void> {
  const { platform, place, badge, why } = refused
  const day = Math.floor(work.now / DAY_MS)
  const params = { place, badge, section: `badges.${platform}` }
  const view = {
    text: [
      text(`badge-refused-${platform}`, params),
      text(`badge-why-${platform}-${why}`, params),
      text('badge-refused-next'),
    ],
    tone: 'warning' as const,
  }
  const key = `badge-refused:${platform}:${place}:${badge}:${why}:${day}`
  await tellHolders(work, { key, roles: ['admin'], except: [], view }, choose)
}

/** A partner, their tier or the programme changed: it shows within seconds. */
export function badgesBeat(policy: BadgePolicy): Beat {
  return {
    name: 'badges',
    everyMs: EVERY_MS,
    due: (work, after) => unseenPartners(work, after, policy),
    settle: (work, id) => settleBadges(work, id, policy),
  }
}

/** People change roles by hand, and join later. */
export const badgesJob: Job = {
  name: 'badges-hourly',
  cron: '17 * * * *',
  zone: 'UTC',
  catchUp: 'run_latest',
  async run(work) {
    await markStale(work)
    return 'done'
  },
}
