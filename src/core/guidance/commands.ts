/** /faq, /guide and /contact: what people ask, what partners may learn, whom they can reach. */
import { z } from 'zod'
import { choice, count } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { chunk } from '../../kit/chunk.js'
import { must } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Contacts } from '../../programme/contacts.js'
import type { Faq, Guides } from '../../programme/help.js'
import { type Region, regionFor } from '../../programme/regions.js'
import { type Prose, proseFor, textOf, type Words } from '../../programme/words.js'
import { managerLines } from '../certificates/cards.js'
import { isCertified, partnerOf } from '../partners/partners.js'
import { pageOf } from '../texts/cards.js'

const PAGES_MOST = 99
/** Topics in a row of buttons. */
const ROW = 2

interface Topic {
  topic: string
  label: Words
}

/** The commands of the sections that a programme has. */
export function guidanceCommands({
  faq,
  guides,
  contacts,
  regions,
}: {
  faq: Faq
  guides: Guides
  contacts?: Contacts | undefined
  regions: readonly Region[]
}) {
  return [
    ...(faq.length > 0 ? [faqCommand(faq)] : []),
    ...(guides.length > 0 ? [guideCommand(guides)] : []),
    ...(contacts ? [contactCommand(contacts, regions)] : []),
  ]
}

function topicArgs(topics: readonly Topic[]) {
  return z.object({
    topic: choice(
      topics.map(({ topic }) => topic),
      { named: true },
    ).optional(),
    page: count(1, PAGES_MOST).optional(),
  })
}

function labelIn(topics: readonly Topic[]) {
  return (argument: string, value: string): Text | undefined => {
    const found = argument === 'topic' ? topics.find(({ topic }) => topic === value) : undefined
    return found && textOf(found.label)
  }
}

function faqCommand(faq: Faq) {
  return command({
    name: 'faq',
    who: 'anyone',
    where: 'anywhere',
    args: topicArgs(faq),
    choiceWords: labelIn(faq),
    async handle({ actor }, { topic, page = 1 }) {
      if (topic === undefined) return topicsView('faq', faq)
      const found = must(
        faq.find((one) => one.topic === topic),
        'a topic that was checked',
      )
      return topicView('faq', faq, found, inOneText(found.entries), { locale: actor.locale, page })
    },
  })
}

/** Questions and answers of a topic as one text, in each language that any of them has. */
function inOneText(entries: Faq[number]['entries']): Prose {
  const languages = new Set(
    entries.flatMap(({ ask, answer }) => [...Object.keys(ask), ...Object.keys(answer)]),
  )
  const said = (locale: string) =>
    entries.map(({ ask, answer }) => `❓ ${proseFor(ask, locale).words}\n${proseFor(answer, locale).words}`)
  return Object.fromEntries([...languages].map((locale) => [locale, said(locale).join('\n\n')]))
}

function guideCommand(guides: Guides) {
  return command({
    name: 'guide',
    who: 'anyone',
    where: 'anywhere',
    args: topicArgs(guides),
    choiceWords: labelIn(guides),
    async handle({ actor }, { topic, page = 1 }) {
      if (topic === undefined) return topicsView('guide', guides)
      const found = must(
        guides.find((one) => one.topic === topic),
        'a topic that was checked',
      )
      return topicView('guide', guides, found, found.words, { locale: actor.locale, page })
    },
  })
}

function topicsView(name: 'faq' | 'guide', topics: readonly Topic[]): View {
  return { text: [text(`${name}-title`)], rows: topicRows(name, topics), tone: 'info' }
}

function topicView(
  name: 'faq' | 'guide',
  topics: readonly Topic[],
  { topic, label }: Topic,
  prose: Prose,
  reader: { locale: string; page: number },
): View {
  const turn = (to: string) => ({ command: name, values: { topic, page: to } })
  const { lines, buttons } = pageOf(prose, reader, turn)
  const others = topics.filter((one) => one.topic !== topic)
  return {
    text: [text('topic-title', { topic: textOf(label) }), ...lines],
    rows: [...(buttons.length > 0 ? [buttons] : []), ...topicRows(name, others)],
    tone: 'info',
  }
}

function topicRows(name: 'faq' | 'guide', topics: readonly Topic[]): Button[][] {
  const buttons = topics.map(({ topic, label }): Button => {
    const press = { command: name, values: { topic } }
    return { kind: 'press', label: text('form-literal', { value: textOf(label) }), press, option: true }
  })
  return chunk(buttons, ROW)
}

function contactCommand(contacts: Contacts, regions: readonly Region[]) {
  return command({
    name: 'contact',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({}),
    async handle({ work, actor }) {
      const partner = await partnerOf(work, actor.member)
      const own = regions.find(({ id }) => id === partner?.region)
      const region = own ?? regionFor({ language: actor.locale }, regions)
      const { channels, email, hours } = contacts
      const links = [...(region?.contact ? [region.contact] : []), ...channels]
      return {
        text: [
          text('contact-title'),
          ...links.map(({ label, url }) =>
            text('contact-line', { label: textOf(label), url: { said: url } }),
          ),
          ...(email === undefined ? [] : [text('contact-email', { email: { said: email } })]),
          ...(hours === undefined ? [] : [text('contact-hours', { hours: textOf(hours) })]),
          ...(partner && isCertified(partner) ? await managerLines(work, partner) : []),
          text('contact-warning'),
        ],
        rows: chunk(
          links.map(({ label, url }): Button => {
            return { kind: 'link', label: text('form-literal', { value: textOf(label) }), url }
          }),
          ROW,
        ),
        tone: 'info',
      }
    },
  })
}
