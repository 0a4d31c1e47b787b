/** /privacy: what is kept about a person, all of it as a document, and its end. */
import { z } from 'zod'
import { choice } from '../../interaction/arguments.js'
import type { FileMaker } from '../../interaction/attach.js'
import { type Context, command } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { memberOf, type PlatformWord, personNow } from '../members/members.js'
import { assertErasable, erase, exportOf } from './privacy.js'

const WHAT = [
  'accounts',
  'groups',
  'money',
  'packets',
  'applications',
  'partner',
  'reports',
  'record',
  'backups',
] as const

const ERASE_TEXTS = [
  'privacy-erase-goes',
  'privacy-erase-stays',
  'privacy-erase-again',
  'privacy-erase-final',
]

interface PrivacyDeps {
  programme: Pick<Programme, 'cases' | 'applications'>
  digestKey: Uint8Array
}

export function privacyCommand({ programme: { cases, applications }, digestKey }: PrivacyDeps) {
  return command({
    name: 'privacy',
    who: 'anyone',
    where: 'private',
    args: z.object({ action: choice(['show', 'export', 'erase'] as const).optional() }),
    alwaysPreview: ({ action }) => action === 'erase',
    async preview({ work, actor }, { action }) {
      if (action !== 'erase') return undefined
      await assertErasable(work, actor.member, cases)
      return {
        view: { text: ERASE_TEXTS.map((key) => text(key)), tone: 'warning' },
        confirm: text('privacy-erase-confirm'),
      }
    },
    async handle(context, { action = 'show' }) {
      if (action === 'export') return exported(context)
      if (action === 'show') return shown()
      const { work, actor, spot } = context
      const chat = spot.kind === 'private' ? spot.chat : undefined
      await erase(work, { member: actor.member, chat }, { digestKey, cases, limits: applications?.limits })
      return { text: [text('privacy-erased')], tone: 'success' }
    },
  })
}

function shown(): View {
  const to = (action: string, style?: 'danger'): Button => ({
    kind: 'press',
    label: text(`privacy-do-${action}`),
    press: { command: 'privacy', values: { action } },
    ...(style ? { style } : {}),
  })
  return {
    text: [text('privacy-title'), ...WHAT.map((what) => text(`privacy-${what}`))],
    rows: [[to('export'), to('erase', 'danger')]],
  }
}

/** Names the maker of the document about a person. */
export const PRIVACY_FILE = 'privacy-document'

/**
 * All of it as a file, which is made when it is sent: no copy waits in the outbox. It is for one account, and
 * is nothing where that account is another person's by then, or nobody's.
 */
function exported({ work, actor }: Context): View {
  const { platform, id } = actor.account
  const name = `${PRIVACY_FILE}.json`
  const subject = [actor.member, work.now, platform, id].join(':')
  return {
    text: [text('privacy-file-sent', { name })],
    files: [{ kind: 'document', name, from: { maker: PRIVACY_FILE, subject } }],
  }
}

export const privacyFile: FileMaker = async ({ look }, subject) => {
  const [member, at, platform, ...id] = subject.split(':')
  const account = { platform: platform as PlatformWord, id: id.join(':') }
  const whole = await look(async (work) => {
    const person = await memberOf(work, account)
    const asked = await personNow(work, Number(member))
    return person === asked ? exportOf(work, asked, Number(at)) : undefined
  })
  return whole && { bytes: Buffer.from(JSON.stringify(whole, null, 1)), mime: 'application/json' }
}
