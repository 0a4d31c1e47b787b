/** The daily seal, as it is posted. */
import type { Content } from '../../interaction/content.js'
import { text } from '../../kit/text.js'
import type { Job, Period } from '../../storage/job.js'
import { enqueue } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { deskOf } from '../desks/desks.js'
import { chatOf } from '../members/members.js'
import type { Choose } from '../notices/notices.js'
import { sealsNow, sealText } from './sealing.js'

/** Posts the seal of the day at the desk of the queue `audit`; without one, nowhere. */
export function sealJob(choose: Choose): Job {
  return {
    name: 'daily-seal',
    cron: '5 0 * * *',
    zone: 'UTC',
    catchUp: 'run_latest',
    needsTrueClock: true,
    async run(work, period) {
      await postSeal(work, period, choose)
      return 'done'
    },
  }
}

async function postSeal(work: Work, { name, dueAt }: Period, choose: Choose): Promise<void> {
  const desk = await deskOf(work, 'audit')
  if (!desk) return
  const { id, platform, language, appLanguage } = await chatOf(work, desk.chat)
  const seals = (await sealsNow(work)).map(sealText)
  const content: Content = {
    kind: 'view',
    view: {
      text: [
        text('seal-title', { at: { instant: dueAt, as: 'moment' } }),
        ...seals.map((seal) => text('seal-line', { seal })),
        text('seal-check'),
      ],
    },
    locale: choose(language, appLanguage),
    ...(desk.thread === null ? {} : { thread: desk.thread }),
  }
  await enqueue(work, { key: `seal:${name}`, class: 'post', to: { platform, chat: id }, content })
}
