/**
 * The funnel as a picture: weeks as columns side by side, regions and sources as bars below, on one scale.
 * An SVG document; pure: the same words and figures give the same document.
 */
import { drawable, escaped, within } from '../../kit/drawn-text.js'

/** Pixels: as wide as both platforms show a picture without making it smaller. */
const WIDTH = 1280
const EDGE = 56
const INNER = WIDTH - 2 * EDGE
/** The family of `pictures/draw.ts`. */
const FAMILY = 'Noto Sans'
const INK = '#1c2333'
const PALE = '#5b6478'
/** Started, sent, decided: apart in brightness too, for whoever sees no colours. */
const COLOURS = ['#a9c4e4', '#4f83b8', '#1f3f66'] as const

/** Where the parts stand, from the top. */
const TITLE = { y: 84, size: 40 }
const NOTE = { y: 128, size: 24 }
const LEGEND = { y: 160, size: 24, square: 24, wide: 360 }
const WEEKS = { top: 232, high: 240, slotMost: 280, columnMost: 64, apart: 28 }
const BARS = { top: 590, gutter: 64, heading: 52, group: 112, label: 22, bar: 20, step: 24, forNumber: 76 }
const BARS_WIDE = (INNER - BARS.gutter) / 2
const FOOT = 24

/** How many, at each stage: started, sent, decided. */
export type Stages = readonly [number, number, number]

export interface Bars {
  label: string
  stages: Stages
}

export interface Chart {
  title: string
  note: string
  /** What the three colours mean. */
  legend: readonly [string, string, string]
  /** The oldest first; a label is two lines. */
  weeks: readonly { labels: readonly [string, string]; stages: Stages }[]
  /** Left and right. */
  columns: readonly [Column, Column]
}

export interface Column {
  heading: string
  bars: readonly Bars[]
}

export function chartSvg({ title, note, legend, weeks, columns }: Chart): string {
  const counts = [...weeks, ...columns.flatMap(({ bars }) => bars)].flatMap(({ stages }) => stages)
  const most = Math.max(1, ...counts)
  const groups = Math.max(...columns.map(({ bars }) => bars.length))
  const height = BARS.top + BARS.heading + BARS.group * groups + FOOT
  const parts = [
    words(title, { x: EDGE, y: TITLE.y, size: TITLE.size, wide: INNER, weight: 'bold' }),
    words(note, { x: EDGE, y: NOTE.y, size: NOTE.size, wide: INNER, fill: PALE }),
    ...legend.flatMap((meaning, at) => legendOf(meaning, at)),
    ...weeks.flatMap((week, at) => weekOf(week, { at, of: weeks.length, most })),
    line(WEEKS.top + WEEKS.high),
    ...columns.flatMap((column, at) => columnOf(column, EDGE + at * (BARS_WIDE + BARS.gutter), most)),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${parts.join('\n')}
</svg>`
}

function legendOf(meaning: string, at: number): string[] {
  const { y, size, square, wide } = LEGEND
  const x = EDGE + at * wide
  return [
    box({ x, y, wide: square, high: square, fill: colour(at) }),
    words(meaning, { x: x + square + 14, y: y + square - 4, size, wide: wide - square - 28 }),
  ]
}

function weekOf(
  { labels, stages }: Chart['weeks'][number],
  { at, of, most }: { at: number; of: number; most: number },
): string[] {
  const { top, high, slotMost, columnMost, apart } = WEEKS
  const slot = Math.min(slotMost, INNER / of)
  const wide = Math.min(columnMost, Math.floor((slot - apart) / stages.length))
  const left = Math.round(EDGE + at * slot)
  const middle = left + (wide * stages.length) / 2
  const columns = stages.flatMap((count, stage) => {
    const tall = lengthOf(count, most, high)
    const x = left + stage * wide
    const y = top + high - tall
    return [
      box({ x, y, wide: wide - 4, high: tall, fill: colour(stage) }),
      words(String(count), { x: x + (wide - 4) / 2, y: y - 8, size: 20, anchor: 'middle' }),
    ]
  })
  const under = labels.map((label, row) =>
    words(label, {
      ...{ x: middle, y: top + high + 30 + row * 26 },
      ...{ size: 20, fill: PALE, anchor: 'middle', wide: slot },
    }),
  )
  return [...columns, ...under]
}

function columnOf({ heading, bars }: Column, x: number, most: number): string[] {
  const { top, group, label, bar, step, forNumber } = BARS
  const title = words(heading, { x, y: top, size: 28, wide: BARS_WIDE, weight: 'bold' })
  const groups = bars.flatMap((one, at) => {
    const y = top + BARS.heading + at * group
    const drawn = one.stages.flatMap((count, stage) => {
      const wide = lengthOf(count, most, BARS_WIDE - forNumber)
      const barY = y + 10 + stage * step
      return [
        box({ x, y: barY, wide, high: bar, fill: colour(stage) }),
        words(String(count), { x: x + wide + 10, y: barY + bar - 3, size: 18 }),
      ]
    })
    return [words(one.label, { x, y, size: label, wide: BARS_WIDE }), ...drawn]
  })
  return [title, ...groups]
}

/** In pixels; what is not nothing can be seen. */
function lengthOf(count: number, most: number, longest: number): number {
  return count === 0 ? 0 : Math.max(3, Math.round((count / most) * longest))
}

function colour(stage: number): string {
  return COLOURS[stage] ?? INK
}

function line(y: number): string {
  return `<path d="M${EDGE} ${y}H${WIDTH - EDGE}" stroke="#c4cad6" stroke-width="2"/>`
}

interface Box {
  x: number
  y: number
  wide: number
  high: number
  fill: string
}

function box({ x, y, wide, high, fill }: Box): string {
  return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${fill}"/>`
}

interface Placed {
  x: number
  y: number
  size: number
  /** Pixels there are; what is longer is cut. */
  wide?: number
  fill?: string
  weight?: string
  anchor?: string
}

function words(
  said: string,
  { x, y, size, wide = INNER, fill = INK, weight = 'normal', anchor = 'start' }: Placed,
): string {
  const font = `font-family="${FAMILY}" font-size="${size}" font-weight="${weight}"`
  const fitting = within(drawable(said), wide / size).words
  return `<text x="${x}" y="${y}" ${font} fill="${fill}" text-anchor="${anchor}">${escaped(fitting)}</text>`
}
