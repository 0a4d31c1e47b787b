/** /guidelines and /disclaimer: what binds, what is to be known, by version; and the press that accepts. */
import { z } from 'zod'
import { choice, code, count } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { must, refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { ACCEPTED_KINDS, inForce, type TextKind, type Texts, type Version } from '../../programme/texts.js'
import type { Beat } from '../../storage/beat.js'
import { type Choose, tellMember } from '../notices/notices.js'
import { isAcceptable, newsView, versionView } from './cards.js'
import { accept, acceptedAt, markTold, type Named, untold, versionOf, versionsInForce } from './texts.js'

export interface TextDeps {
  texts: Texts
  choose: Choose
}

/** More than any text has. */
const PAGES_MOST = 99
const page = count(1, PAGES_MOST).optional()
const version = code(16).optional()
const OTHERS = ['disclaimer', 'risk'] as const satisfies TextKind[]

export function guidelinesCommand({ texts }: TextDeps) {
  return command({
    name: 'guidelines',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ text: choice(ACCEPTED_KINDS).optional(), version, page }),
    handle: (context, { text: kind, ...wanted }) =>
      shown(context, 'guidelines', texts, { kind: kind ?? first(texts, ACCEPTED_KINDS), ...wanted }),
  })
}

export function disclaimerCommand({ texts }: TextDeps) {
  return command({
    name: 'disclaimer',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ text: choice(OTHERS).optional(), version, page }),
    handle: (context, { text: kind, ...wanted }) =>
      shown(context, 'disclaimer', texts, { kind: kind ?? first(texts, OTHERS), ...wanted }),
  })
}

/** Whether a programme has any of a command's texts. */
export function hasTexts(texts: Texts, name: 'guidelines' | 'disclaimer'): boolean {
  return kindsOf(name).some((kind) => texts[kind] !== undefined)
}

function kindsOf(name: 'guidelines' | 'disclaimer'): readonly TextKind[] {
  return name === 'guidelines' ? ACCEPTED_KINDS : OTHERS
}

function first(texts: Texts, kinds: readonly TextKind[]): TextKind {
  return must(
    kinds.find((kind) => texts[kind]),
    'a text of the command',
  )
}

interface Wanted {
  kind: TextKind
  version?: string | undefined
  page?: number | undefined
}

/** Refuses `text-none`, `text-version-unknown`. */
async function shown(
  context: Context,
  name: 'guidelines' | 'disclaimer',
  texts: Texts,
  wanted: Wanted,
): Promise<View> {
  const { kind, page: at = 1 } = wanted
  const current =
    inForce(texts[kind], context.work.now) ?? refuse('text-none', { name: text(`text-${kind}`) })
  const said = await versionSaid(context, current, wanted)
  const view = await versionView(context, { kind, said, page: at }, { command: name, current: current.id })
  const others = kindsOf(name).filter((one) => one !== kind && texts[one])
  const row = others.map((one) => ({
    ...{ kind: 'press' as const, label: text(`text-${one}`) },
    press: { command: name, values: { text: one } },
  }))
  return { ...view, rows: [...(view.rows ?? []), ...(row.length > 0 ? [row] : [])] }
}

async function versionSaid(
  { work }: Context,
  current: Version,
  { kind, version: asked }: Wanted,
): Promise<Version> {
  if (asked === undefined || asked === current.id) return current
  const kept = await versionOf(work, { kind, version: asked })
  return kept ?? refuse('text-version-unknown', { name: text(`text-${kind}`), version: asked })
}

/** Accepts what is in force, and nothing older: the press may be of yesterday. */
export function acceptCommand({ texts }: TextDeps) {
  return command({
    name: 'text-accept',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ text: choice(ACCEPTED_KINDS), version: code(16) }),
    async handle(context, { text: kind, version: read }) {
      const { work, actor } = context
      const named = { kind, version: read }
      const current = inForce(texts[kind], work.now) ?? refuse('text-none', { name: text(`text-${kind}`) })
      const before = await acceptedAt(work, actor.member, named)
      if (read !== current.id && before === undefined) {
        refuse('text-moved-on', { name: text(`text-${kind}`), version: current.id })
      }
      if (before === undefined) await accept(work, actor.member, named)
      const at = { instant: before ?? work.now, as: 'moment' as const }
      return {
        text: [text('text-accepted-now', { name: text(`text-${kind}`), version: read, at })],
        tone: 'success',
      }
    },
  })
}

/** How often it is looked whether somebody is to be told of a new version, in ms. */
const NEWS_EVERY_MS = 30_000

/** Tells whoever accepted an older version of the one that is in force now, each once. */
export function newsBeat({ texts, choose }: TextDeps): Beat {
  const current = (now: number) => versionsInForce(texts, now).filter(({ kind }) => isAcceptable(kind))
  return {
    name: 'texts-news',
    everyMs: NEWS_EVERY_MS,
    async due(work, after) {
      const [from = '', last = '0'] = after.split(' ')
      const kinds = current(work.now)
      const start = Math.max(
        0,
        kinds.findIndex(({ kind }) => kind === from),
      )
      for (const [at, named] of kinds.slice(start).entries()) {
        const members = await untold(work, named, at === 0 && from !== '' ? Number(last) : 0)
        if (members.length > 0) return members.map((member) => `${named.kind} ${member}`)
      }
      return []
    },
    async settle(work, id) {
      const [kind = '', member = ''] = id.split(' ')
      const named = current(work.now).find((one) => one.kind === kind)
      if (named) await tellNews(work, Number(member), named, { texts, choose })
    },
  }
}

async function tellNews(
  work: Context['work'],
  member: number,
  named: Named,
  { texts, choose }: TextDeps,
): Promise<void> {
  const { kind, version: id } = named
  const said = texts[kind]?.find((one) => one.id === id)
  const isDue = said && (await acceptedAt(work, member, named)) === undefined
  if (!isDue || !(await markTold(work, member, named))) return
  await tellMember(work, { key: `text:${kind}:${id}:${member}`, member, view: newsView(named, said) }, choose)
}
