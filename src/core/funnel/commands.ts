/** /funnel, and the week that was, posted at the desk. */
import { z } from 'zod'
import { count } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { Content } from '../../interaction/content.js'
import type { Programme } from '../../programme/programme.js'
import type { Job, Period } from '../../storage/job.js'
import { enqueue } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { REVIEWERS, regionsReviewed } from '../applications/applications.js'
import { deskOf } from '../desks/desks.js'
import { chatOf } from '../members/members.js'
import type { Choose } from '../notices/notices.js'
import { funnelView } from './cards.js'
import { WEEK_MS, weekOf } from './weeks.js'

/** Weeks at once: a quarter of a year. */
const WEEKS_MOST = 12
const WEEKS_USUAL = 4

/** The week that runs and those before it, of the regions that this person may review. */
export function funnelCommand(programme: Programme) {
  return command({
    name: 'funnel',
    who: REVIEWERS,
    where: 'anywhere',
    args: z.object({
      weeks: count(1, WEEKS_MOST, ['1', '4', '12'], { looksLike: /^[0-9]+$/ }).optional(),
    }),
    async handle({ work, actor }, { weeks = WEEKS_USUAL }) {
      const from = weekOf(work.now) - (weeks - 1) * WEEK_MS
      const held = await regionsReviewed(work, actor.member)
      const regions = held && [...new Set(held)]
      // What happens in this very moment is counted.
      return funnelView(work, { from, until: work.now + 1, regions }, programme)
    },
  })
}

/** Posts the week that is over at the desk of the queue `applications`; without one, nowhere. */
export function funnelJob(choose: Choose, programme: () => Programme): Job {
  return {
    name: 'weekly-funnel',
    cron: '10 0 * * 1',
    zone: 'UTC',
    catchUp: 'run_latest',
    needsTrueClock: true,
    async run(work, period) {
      await postFunnel(work, period, choose, programme())
      return 'done'
    },
  }
}

async function postFunnel(
  work: Work,
  { name, dueAt }: Period,
  choose: Choose,
  programme: Programme,
): Promise<void> {
  const desk = await deskOf(work, 'applications')
  if (!desk || !programme.applications) return
  const { id, platform, language, appLanguage } = await chatOf(work, desk.chat)
  const until = weekOf(dueAt)
  const content: Content = {
    kind: 'view',
    view: await funnelView(work, { from: until - WEEK_MS, until, regions: undefined }, programme),
    locale: choose(language, appLanguage),
    ...(desk.thread === null ? {} : { thread: desk.thread }),
  }
  await enqueue(work, { key: `funnel:${name}`, class: 'post', to: { platform, chat: id }, content })
}
