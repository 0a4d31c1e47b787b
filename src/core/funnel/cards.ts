/** The funnel as people see it: in words, and as a picture that is drawn when it is sent. */
import type { FileMaker } from '../../interaction/attach.js'
import type { View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { regionText } from '../regions/regions.js'
import { type Chart, chartSvg, type Stages } from './chart.js'
import { type Figures, type Funnel, folded, type Group, type Span, sizeOf } from './counting.js'
import { type Asked, funnelOf } from './funnel.js'
import { dayOf, WEEK_MS, weekNumber } from './weeks.js'

/** Names the maker of the picture; the subject is what {@link subjectOf} writes. */
export const FUNNEL_FILE = 'application-funnel'

/** Regions or sources with figures of their own; the others are added up. */
const SHOWN_MOST = 8

/** `regions` in `asked`: for whoever may see no others. */
export async function funnelView(work: Work, asked: Asked, programme: Programme): Promise<View> {
  const funnel = await funnelOf(work, asked, programme)
  const days = daysOf(asked)
  const { started, sent, decided } = funnel.whole
  const isQuiet = started + sent + decided + funnel.dropped === 0
  const lines = [
    text('funnel-title', days),
    ...scopeLines(asked, programme),
    ...(isQuiet ? [text('funnel-quiet')] : wholeLines(funnel)),
    text('funnel-waiting', { count: funnel.whole.waiting }),
    ...(isQuiet || funnel.weeks.length < 2 ? [] : weekLines(funnel)),
    ...groupLines(funnel, programme),
    text('funnel-note'),
  ]
  if (sizeOf(funnel.whole) === 0) return { text: lines }
  const name = `funnel-${days.from}.png`
  const from = { maker: FUNNEL_FILE, subject: subjectOf(asked) }
  return { text: lines, files: [{ kind: 'picture', name, about: text('funnel-about', days), from }] }
}

/** The first and the last day. */
function daysOf({ from, until }: Span): { from: string; until: string } {
  return { from: dayOf(from), until: dayOf(Math.max(from, until - 1)) }
}

function scopeLines({ regions }: Asked, programme: Programme): Text[] {
  if (!regions) return []
  return [text('funnel-scope', { regions: { list: regions.map((one) => regionText(programme, one)) } })]
}

function wholeLines({ whole, outcomes, dropped, age }: Funnel): Text[] {
  const { started, sent, decided } = whole
  return [
    text('funnel-whole', { started, sent, decided }),
    ...(decided > 0 ? [text('funnel-outcomes', { ...outcomes })] : []),
    ...(dropped > 0 ? [text('funnel-dropped', { count: dropped })] : []),
    ...(age ? [text('funnel-age', { age: { duration: age.median }, count: age.of })] : []),
  ]
}

function weekLines({ weeks }: Funnel): Text[] {
  const lines = weeks.map(({ from, until, started, sent, decided }) => {
    const week = { week: String(weekNumber(from)), from: dayOf(from) }
    const label = text(until - from < WEEK_MS ? 'funnel-week-running' : 'funnel-week', week)
    return text('funnel-line', { label, started, sent, decided })
  })
  return [text('funnel-weeks'), ...lines]
}

function groupLines(funnel: Funnel, programme: Programme): Text[] {
  const lines = (heading: Text, groups: readonly Group[], nameOf: (key: string | null) => Text) => {
    if (groups.length === 0) return []
    return [heading, ...named(groups, nameOf).map(({ label, figures }) => groupLine(label, figures))]
  }
  return [
    ...lines(text('funnel-regions'), funnel.regions, (key) => regionName(programme, key)),
    ...lines(text('funnel-sources'), funnel.sources, sourceName),
  ]
}

function groupLine(label: Text, { started, sent, decided, waiting }: Figures): Text {
  const figures = { label, started, sent, decided }
  return waiting === 0 ? text('funnel-line', figures) : text('funnel-line-waiting', { ...figures, waiting })
}

interface Named {
  label: Text
  figures: Figures
}

function named(groups: readonly Group[], nameOf: (key: string | null) => Text): Named[] {
  const { shown, others } = folded(groups, SHOWN_MOST)
  return [
    ...shown.map((group) => ({ label: nameOf(group.key), figures: group })),
    ...(others ? [{ label: text('funnel-others', { count: others.count }), figures: others }] : []),
  ]
}

function regionName(programme: Programme, key: string | null): Text {
  return key === null ? text('funnel-region-none') : regionText(programme, key)
}

/** The rest of the link, as it was given out. */
function sourceName(key: string | null): Text {
  return key === null ? text('funnel-source-none') : text('form-literal', { value: key })
}

/** `1795996800000:1796601600000:latam,asia`; a star: all regions. */
function subjectOf({ from, until, regions }: Asked): string {
  return `${from}:${until}:${regions ? regions.join(',') : '*'}`
}

/** Undefined where it is none. */
function askedIn(subject: string): Asked | undefined {
  const [, from, until, regions] = /^([0-9]{1,15}):([0-9]{1,15}):(\*|[A-Za-z0-9_,-]*)$/.exec(subject) ?? []
  if (from === undefined || until === undefined || regions === undefined) return undefined
  const own = regions === '*' ? undefined : regions.split(',').filter((one) => one !== '')
  return { from: Number(from), until: Number(until), regions: own }
}

/** Nothing for what is no funnel. Goes by the programme of this moment for names. */
export function funnelFile(programme: () => Programme): FileMaker {
  return async ({ look, locale, speech, draw }, subject) => {
    const asked = askedIn(subject)
    if (!asked) return undefined
    const now = programme()
    const funnel = await look((work) => funnelOf(work, asked, now))
    const say = (words: Text) => speech.plain(locale, words)
    const svg = chartSvg(chartOf(funnel, { asked, programme: now, say }))
    return { bytes: await draw(svg), mime: 'image/png' }
  }
}

function chartOf(
  funnel: Funnel,
  { asked, programme, say }: { asked: Asked; programme: Programme; say(words: Text): string },
): Chart {
  const bars = (groups: readonly Group[], nameOf: (key: string | null) => Text) =>
    named(groups, nameOf).map(({ label, figures }) => ({ label: say(label), stages: stagesOf(figures) }))
  const scope = scopeLines(asked, programme).map(say)
  return {
    title: say(text('funnel-chart-title', daysOf(asked))),
    note: scope[0] ?? say(text('funnel-chart-note')),
    legend: [say(text('funnel-started')), say(text('funnel-sent')), say(text('funnel-decided'))],
    weeks: funnel.weeks.map((week) => ({
      labels: [
        say(text('funnel-week-short', { week: String(weekNumber(week.from)) })),
        dayOf(week.from).slice('2026-'.length),
      ],
      stages: stagesOf(week),
    })),
    columns: [
      {
        heading: say(text('funnel-regions')),
        bars: bars(funnel.regions, (key) => regionName(programme, key)),
      },
      { heading: say(text('funnel-sources')), bars: bars(funnel.sources, sourceName) },
    ],
  }
}

function stagesOf({ started, sent, decided }: Figures): Stages {
  return [started, sent, decided]
}
