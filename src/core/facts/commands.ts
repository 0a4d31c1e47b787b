/** /audit: who did what, when and why, for staff who are to know. */
import { z } from 'zod'
import { choice, count, span, words } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { Button } from '../../interaction/view.js'
import { fromJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type Param, type Text, text } from '../../kit/text.js'
import { namesOf, PERSON_LIKE, personNamed } from '../members/members.js'
import type { Divided } from '../regions/regions.js'
import { type Details, detailTexts } from './details.js'
import { FACT_KINDS, memberText } from './facts.js'
import { assetsOfPackets, type FactFilter, type FactRow, factsLike, titlesOf } from './reading.js'

/** Facts on one page: with its details each takes up to three lines. */
const PAGE = 10
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** A span is typed with at most five digits. */
const MINUTES_MOST = 99_999

/** Beginnings of kinds, as people choose them. */
const TOPICS = [...new Set(FACT_KINDS.map((kind) => kind.split('-')[0] ?? kind))]

/** What is meant for `about` wherever it stands. */
const ABOUT_LIKE = new RegExp(`${PERSON_LIKE.source}|^[a-z]{2,20}:|^(?:operator|owners|system)$`, 'i')

/** Packets, chats, applications, partners and the like, as facts name them. */
const SUBJECT = /^([a-z]{2,20}):([a-z0-9:_-]{1,60})$/

export function auditCommand(programme: Divided) {
  return command({
    name: 'audit',
    who: ['admin', 'auditor', 'risk_officer'],
    where: 'anywhere',
    args: z.object({
      about: words(80, { looksLike: ABOUT_LIKE }).optional(),
      topic: choice(TOPICS).optional(),
      within: span(60_000, 3650 * DAY_MS, ['24h', '7d', '30d']).optional(),
      before: count(1, 999_999_999_999).optional(),
    }),
    async handle(context, { about, topic, within, before }) {
      const { work } = context
      const filter: FactFilter = {
        about: about === undefined ? undefined : await subjectOf(context, about),
        kind: topic,
        since: within === undefined ? undefined : work.now - within,
        before,
      }
      const found = await factsLike(work, filter, PAGE + 1)
      const page = found.slice(0, PAGE)
      if (page.length === 0) return { text: [text('audit-none')], replace: before !== undefined }
      const asked = { ...(about && { about }), ...(topic && { topic }), ...(within && { within }) }
      return {
        text: [text('audit-title'), ...(await lines(context, page, programme))],
        rows: found.length > PAGE ? [[olderButton(page.at(-1)?.id ?? 0, asked)]] : [],
        replace: before !== undefined,
      }
    },
  })
}

/**
 * A person by what {@link personNamed} takes, or anything else as the record names it. Refuses
 * `audit-about`.
 */
async function subjectOf({ work, platform }: Context, typed: string): Promise<string> {
  const plain = typed.trim().toLowerCase()
  if (SUBJECT.test(plain) && !PERSON_LIKE.test(plain)) return plain
  if (PERSON_LIKE.test(plain) || /^[0-9]+$/.test(plain)) {
    return memberText(await personNamed(work, plain, platform))
  }
  if (['operator', 'owners', 'system'].includes(plain)) return plain
  return refuse('audit-about', { typed })
}

function olderButton(before: number, asked: { about?: string; topic?: string; within?: number }): Button {
  const values = {
    ...(asked.about === undefined ? {} : { about: asked.about }),
    ...(asked.topic === undefined ? {} : { topic: asked.topic }),
    ...(asked.within === undefined ? {} : { within: spanOf(asked.within) }),
    before: String(before),
  }
  return { kind: 'press', label: text('audit-older'), press: { command: 'audit', values } }
}

/** As it is typed, and not shorter. */
function spanOf(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE_MS)
  return minutes <= MINUTES_MOST ? `${minutes}m` : `${Math.ceil(ms / DAY_MS)}d`
}

async function lines(context: Context, page: readonly FactRow[], programme: Divided): Promise<Text[]> {
  const facts = page.map((row) => ({ ...row, details: fromJson<Details>(row.details) }))
  const { called, assetOf } = await namesIn(context, facts)
  return facts.flatMap(({ id, kind, actor, subject, details, at }) => {
    const head = text('audit-line', {
      number: String(id),
      at: { instant: at, as: 'moment' },
      actor: called(actor),
      what: text(`fact-${kind}`),
      subject: called(subject),
    })
    const told = detailTexts({ kind, subject, details, asset: assetOf(subject), called }, programme)
    const joined = told.reduce<Text | undefined>(
      (first, next) => (first ? text('audit-and', { first, next }) : next),
      undefined,
    )
    return joined ? [head, text('audit-details', { details: joined })] : [head]
  })
}

/** A person, also as an owner of money; what a person spends; a chat. */
const NAMED = /^(member|spender|chat):([0-9]{1,15})(?::(?:available|held))?$/

/** What the people, chats and packets are called that these facts name. */
async function namesIn(
  { work, platform }: Context,
  facts: readonly { actor: string; subject: string; details: Details }[],
): Promise<{ called: (whom: string) => Param; assetOf: (subject: string) => string | undefined }> {
  const named = facts.flatMap(({ actor, subject, details }) => [actor, subject, ...Object.values(details)])
  const texts = named.filter((one) => typeof one === 'string')
  const numbers = (isChat: boolean) => [
    ...new Set(
      texts.flatMap((one) => {
        const [, what, digits] = NAMED.exec(one) ?? []
        return digits !== undefined && (what === 'chat') === isChat ? [Number(digits)] : []
      }),
    ),
  ]
  const names = await namesOf(work, numbers(false), platform)
  const titles = await titlesOf(work, numbers(true))
  const packets = facts.flatMap(({ subject }) => packetOf(subject) ?? [])
  const assets = await assetsOfPackets(work, packets)
  const called = (whom: string): Param => {
    const [, what, digits] = NAMED.exec(whom) ?? []
    if (what === undefined) return whom
    if (what === 'chat') return numbered(titles.get(Number(digits)), whom)
    const person = numbered(names.get(Number(digits)), `#${digits}`)
    return what === 'spender' ? text('audit-spender', { name: person }) : person
  }
  return { called, assetOf: (subject) => assets.get(packetOf(subject) ?? '') }
}

/** A name and the number by which it is found; the number alone where there is no other name. */
function numbered(name: string | undefined, number: string): string {
  return name === undefined || name === '' || name === number ? number : `${name} (${number})`
}

function packetOf(subject: string): string | undefined {
  return /^packet:(.+)$/.exec(subject)?.[1]
}
