/** /status: what became of somebody's application, and where its commands lead back to. */
import { z } from 'zod'
import { rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import { applicationOf, newestApplication } from '../applications/applications.js'
import { press } from '../applications/cards.js'
import { letterLine } from '../letters/cards.js'
import { ownProofLines } from '../proofs/cards.js'
import { statusView } from './cards.js'

export function statusCommand({ policy }: { policy: ApplicationPolicy }) {
  return command({
    name: 'status',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({}),
    async handle({ work, actor, spot }) {
      const row = await newestApplication(work, actor.member)
      if (!row) return { text: [text('status-none')], rows: [[press('apply', text('apply-begin'), {})]] }
      const view = await statusView(work, row, policy)
      const proofs = await ownProofLines(work, row, policy, { isPrivate: spot.kind === 'private' })
      return { ...view, text: [...view.text, ...proofs, ...(await letterLine(work, row))] }
    },
  })
}

/** Who does not answer after all sees what they pressed. */
export function backToStatus(policy: ApplicationPolicy) {
  return async (
    { work, actor }: Context,
    { application }: Readonly<Record<string, string>>,
  ): Promise<View> => {
    const { data: id } = rowNumber().safeParse(application)
    const row = id === undefined ? undefined : await applicationOf(work, id)
    const cancelled = text('form-cancelled')
    if (row?.member !== actor.member) return { text: [cancelled], replace: true }
    return { ...(await statusView(work, row, policy, cancelled)), replace: true }
  }
}
