/** /audit: who did what, when and why, for staff who are to know. */
import { z } from 'zod'
import { choice, count, span, words } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { Button } from '../../interaction/view.js'
import { fromJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { namesOf, PERSON_LIKE, personNamed } from '../members/members.js'
import { FACT_KINDS, memberText } from './facts.js'
import { type FactFilter, type FactRow, factsLike } from './reading.js'

/** Facts on one page: with its details each takes up to three lines. */
const PAGE = 10
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** A span is typed with at most five digits. */
const MINUTES_MOST = 99_999
/** Characters of what a fact says besides; the export has all of it. */
const DETAILS_MOST = 160

/** Beginnings of kinds, as people choose them. */
const TOPICS = [...new Set(FACT_KINDS.map((kind) => kind.split('-')[0] ?? kind))]

/** What is meant for `about` wherever it stands. */
const ABOUT_LIKE = new RegExp(`${PERSON_LIKE.source}|^[a-z]{2,20}:|^(?:operator|owners|system)$`, 'i')

/** Packets, chats, applications, partners and the like, as facts name them. */
const SUBJECT = /^([a-z]{2,20}):([a-z0-9:_-]{1,60})$/

export const auditCommand = command({
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
      text: [text('audit-title'), ...(await lines(context, page))],
      rows: found.length > PAGE ? [[olderButton(page.at(-1)?.id ?? 0, asked)]] : [],
      replace: before !== undefined,
    }
  },
})

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

async function lines({ work, platform }: Context, page: readonly FactRow[]): Promise<Text[]> {
  const members = page.flatMap(({ actor, subject }) => [memberOf(actor), memberOf(subject)])
  const known = [...new Set(members.filter((member) => member !== undefined))]
  const names = await namesOf(work, known, platform)
  const called = (whom: string): string => {
    const member = memberOf(whom)
    return member === undefined ? whom : `${names.get(member) ?? ''} (#${member})`
  }
  return page.flatMap(({ id, kind, actor, subject, details, at }) => {
    const head = text('audit-line', {
      number: String(id),
      at: { instant: at, as: 'moment' },
      actor: called(actor),
      what: text(`fact-${kind}`),
      subject: called(subject),
    })
    const told = detailsOf(details)
    return told === '' ? [head] : [head, text('audit-details', { details: told })]
  })
}

function memberOf(whom: string): number | undefined {
  const [, digits] = /^member:([0-9]+)$/.exec(whom) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** As recorded: `reason: spam, region: asia`. */
function detailsOf(json: string): string {
  const told = Object.entries(fromJson<Record<string, unknown>>(json))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  return told.length > DETAILS_MOST ? `${told.slice(0, DETAILS_MOST - 1)}…` : told
}
