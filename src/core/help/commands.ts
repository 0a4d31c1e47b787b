/** The first words: /start, /help, /language. */
import { z } from 'zod'
import { choice } from '../../interaction/arguments.js'
import { isTyped } from '../../interaction/catalogue.js'
import {
  type AnyCommand,
  assertModerates,
  type Context,
  command,
  permission,
} from '../../interaction/command.js'
import type { Content } from '../../interaction/content.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { enqueue, reviveFor } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { ENDED, newestApplication } from '../applications/applications.js'
import { memberText, record } from '../facts/facts.js'
import { chatAt, chooseChatLanguage, chooseLanguage, nameOf, type PlaceSeen } from '../members/members.js'
import type { Choose } from '../notices/notices.js'
import { partnerOf } from '../partners/partners.js'

/** Languages a person can choose: the folders of `locales/`. `auto` follows the platform again. */
const LANGUAGES = ['en', 'zh-CN', 'ru', 'es'] as const

export function startCommand({ name: programme, applications }: Pick<Programme, 'name' | 'applications'>) {
  return command({
    name: 'start',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({}),
    async handle({ work, actor, platform, spot }) {
      // From now on there is a private chat.
      if (spot.kind === 'private') await reviveFor(work, { platform, account: actor.account.id })
      const name = await nameOf(work, actor.member, platform)
      return {
        text: [text('start-hello', { name }), text('start-programme', { programme }), text('start-next')],
        rows: [
          ...(applications ? [[await partnerButton(work, actor.member)]] : []),
          [open('help', text('open-help')), open('wallet', text('open-wallet'))],
          [open('claims', text('open-claims')), open('packets', text('open-packets'))],
          [open('language', text('open-language'))],
        ],
      }
    },
  })
}

/** The way to become a partner, to where that stands, or to being one. */
async function partnerButton(work: Work, member: number): Promise<Button> {
  if (await partnerOf(work, member)) return open('membership', text('membership-see'))
  const state = (await newestApplication(work, member))?.state ?? 'expired'
  if (state === 'draft') return open('apply', text('apply-go-on'))
  return ENDED.includes(state) ? open('apply', text('open-apply')) : open('status', text('open-status'))
}

function open(name: string, label: Text): Button {
  return { kind: 'press', label, press: { command: name, values: {} } }
}

/** Shows what this person may do here. `list` is asked late, for help is one of the commands itself. */
export function helpCommand(list: () => readonly AnyCommand[]) {
  return command({
    name: 'help',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({}),
    needsStanding: async () => true,
    async handle(context) {
      const mine = list().filter((one) => isTyped(one) && isOpen(one, context))
      const lines = mine.map(({ name }) =>
        text('help-line', { command: { said: `/${name}` }, what: text(`command-${name}`) }),
      )
      const title = context.spot.kind === 'group' ? 'help-in-group' : 'help-in-private'
      return { text: [text(title), ...lines, text('help-more')] }
    },
  })
}

function isOpen(one: AnyCommand, { actor, spot }: Context): boolean {
  return permission(one, actor, spot.kind) === 'allowed'
}

export const languageCommand = command({
  name: 'language',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({
    language: choice([...LANGUAGES, 'auto'] as const, { languages: true }),
    whose: choice(['me', 'group'] as const).optional(),
  }),
  needsStanding: async (_work, values) => values.whose === 'group',
  async handle(context, { language, whose }) {
    const chosen = language === 'auto' ? null : language
    return whose === 'group' ? chooseForGroup(context, chosen) : chooseForMe(context, chosen)
  },
})

async function chooseForMe({ work, actor }: Context, language: string | null): Promise<View> {
  await chooseLanguage(work, actor.member, language)
  return { text: [chosenText('language-mine', language)], tone: 'success', locale: language ?? undefined }
}

/** Refuses `only-in-group`, `only-moderators`, `frozen-staff`. */
async function chooseForGroup(context: Context, language: string | null): Promise<View> {
  const { work, actor, spot } = context
  assertModerates(context, 'language')
  await chooseChatLanguage(work, spot.chat, language)
  const actorText = memberText(actor.member)
  const details = { language }
  await record(work, { kind: 'chat-language', actor: actorText, subject: `chat:${spot.chat}`, details })
  return { text: [chosenText('language-group', language)], tone: 'success' }
}

function chosenText(key: string, language: string | null): Text {
  return text(key, { language: text(`choice-${language ?? 'auto'}`) })
}

/**
 * The bot was brought into a group: one message says what it does here and who may do what, once for each
 * `event`, however often the platform tells of it.
 */
export async function greetGroup(
  work: Work,
  event: { id: string; place: PlaceSeen },
  choose: Choose,
): Promise<void> {
  const { place } = event
  const { id, language, appLanguage } = await chatAt(work, place)
  const content: Content = {
    kind: 'view',
    view: { text: [text('group-hello'), text('group-hello-next')], audience: 'everyone' },
    locale: choose(language, appLanguage),
  }
  await enqueue(work, {
    key: `hello:${id}:${event.id}`,
    class: 'receipt',
    to: { platform: place.platform, chat: id },
    content,
  })
}
