/** /desk: the staff chat in which a queue is worked on. */
import { z } from 'zod'
import { choice } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { QUEUES } from '../../storage/tables/applications.js'
import { APPLICATION_CARD, openNumbers } from '../applications/applications.js'
import { raiseCard } from '../cards/cards.js'
import { CASE_CARD, liveCases } from '../cases/cases.js'
import { closeGroup, nameGroup } from '../groups/groups.js'
import { openReports, REPORT_CARD } from '../reports/reports.js'
import { closeDesk, nameDesk, outsidersIn, type Queue, strangersIn } from './desks.js'

/** The private group of partners is named the same way, one on each platform. */
const NAMED = [...QUEUES, 'partners'] as const

export const deskCommand = command({
  name: 'desk',
  who: ['admin'],
  where: 'group',
  args: z.object({
    action: choice(['here', 'none'] as const),
    queue: choice(NAMED).optional(),
  }),
  alwaysPreview: ({ action, queue }) => action === 'here' && queue === 'partners',
  async preview({ work, spot }, { action, queue }) {
    if (action !== 'here' || queue !== 'partners') return undefined
    const outsiders = await outsidersIn(work, spot.chat)
    const warning = outsiders > 0 ? [text('desk-partners-outsiders', { count: outsiders })] : []
    return {
      view: { text: [text('desk-partners-preview', { title: spot.title }), ...warning], tone: 'warning' },
      confirm: text('desk-partners-confirm'),
    }
  },
  async handle(context, { action, queue = 'applications' }) {
    const { work, actor, spot } = context
    if (queue === 'partners') return partnersGroup(context, action)
    const words = { queue: text(`choice-${queue}`), title: spot.title }
    if (action === 'none') {
      await closeDesk(work, queue, actor.member)
      return { text: [text('desk-closed', words)], tone: 'info' }
    }
    const { thread } = spot.place
    const place = { chat: spot.chat, ...(thread === undefined ? {} : { thread }) }
    await nameDesk(work, { queue, ...place, by: actor.member })
    // What is open is worked on here from now on.
    for (const { kind, subject } of await openOf(work, queue))
      await raiseCard(work, { kind, subject, ...place })
    const named = text(`desk-named-${queue}`, words)
    // The seal is for many to read.
    if (queue === 'audit') return { text: [named], tone: 'success' }
    const strangers = await strangersIn(work, spot.chat)
    if (strangers === 0) return { text: [named, text('desk-only-staff')], tone: 'success' }
    return { text: [named, text('desk-strangers', { count: strangers })], tone: 'warning' }
  },
})

/** Where the partners of this platform are invited to. */
async function partnersGroup(
  { work, actor, spot, platform }: Context,
  action: 'here' | 'none',
): Promise<View> {
  const words = { queue: text('choice-partners'), title: spot.title }
  if (action === 'none') {
    await closeGroup(work, platform, actor.member)
    return { text: [text('desk-closed', words)], tone: 'info' }
  }
  await nameGroup(work, { platform, chat: spot.chat, by: actor.member })
  return {
    text: [text('desk-named-partners', words), text(`desk-partners-rights-${platform}`)],
    tone: 'success',
  }
}

async function openOf(work: Work, queue: Queue): Promise<{ kind: string; subject: string }[]> {
  switch (queue) {
    case 'applications':
      return (await openNumbers(work)).map((id) => ({ kind: APPLICATION_CARD, subject: String(id) }))
    case 'cases':
      return [
        ...(await openReports(work)).map(({ id }) => ({ kind: REPORT_CARD, subject: String(id) })),
        ...(await liveCases(work)).map(({ id }) => ({ kind: CASE_CARD, subject: String(id) })),
      ]
    case 'audit':
      return []
  }
}
