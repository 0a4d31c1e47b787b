/** The picture: its size, its scale, and words that must not break it. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { type Chart, chartSvg } from '../../../src/core/funnel/chart.js'
import { loadSpeech } from '../../../src/i18n/fluent.js'
import { drawPng } from '../../../src/pictures/draw.js'

const CHART: Chart = {
  title: 'Applications',
  note: 'Weeks',
  legend: ['Started', 'Sent', 'Decided'],
  weeks: [{ labels: ['W47', '11-16'], stages: [40, 20, 1] }],
  columns: [
    { heading: 'By region', bars: [{ label: 'Asia', stages: [40, 20, 0] }] },
    { heading: 'By source', bars: [] },
  ],
}

const LOCALES = fileURLToPath(new URL('../../../locales', import.meta.url))
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })

const heightOf = (chart: Chart) => Number(/height="(\d+)"/.exec(chartSvg(chart))?.[1])
/** Width and height of the boxes that are drawn in the colours of the stages. */
const boxes = (chart: Chart) =>
  [...chartSvg(chart).matchAll(/width="(\d+)" height="(\d+)" fill="#(?:a9c4e4|4f83b8|1f3f66)"/g)].map(
    ([, wide, high]) => [Number(wide), Number(high)],
  )

it('has one scale, on which what is not nothing can be seen', () => {
  const [, , , started, sent, decided, left, half, none] = boxes(CHART)
  expect([started?.[1], sent?.[1], decided?.[1]]).toEqual([240, 120, 6])
  expect(half?.[0]).toBe(Math.round((left?.[0] ?? 0) / 2))
  expect(none?.[0]).toBe(0)
  const tiny = boxes({ ...CHART, weeks: [{ labels: ['', ''], stages: [4000, 1, 0] }] })
  expect([tiny[4]?.[1], tiny[5]?.[1]]).toEqual([3, 0])
})

it('is as tall as its longer column', () => {
  const bars = Array.from({ length: 9 }, (_, at) => ({ label: `s${at}`, stages: [1, 1, 1] as const }))
  const [regions, sources] = CHART.columns
  expect(heightOf({ ...CHART, columns: [regions, { ...sources, bars }] }) - heightOf(CHART)).toBe(8 * 112)
})

it('holds twelve weeks beside each other within its edges', () => {
  const weeks = Array.from({ length: 12 }, () => ({
    labels: ['第47周', '11-16'] as const,
    stages: [40, 40, 40] as const,
  }))
  const ends = [
    ...chartSvg({ ...CHART, weeks }).matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)" height="240" fill/g),
  ]
  expect(ends).toHaveLength(36)
  expect(Math.max(...ends.map(([, x, wide]) => Number(x) + Number(wide)))).toBeLessThanOrEqual(1280 - 56)
  expect(chartSvg({ ...CHART, weeks })).toContain('>第47周<')
})

it('takes names that are long, hold pictures or what XML cannot', async () => {
  const label = `🇪🇸 <Spain> & "${'a'.repeat(200)}\u0000\ud800`
  const svg = chartSvg({
    ...CHART,
    columns: [{ heading: label, bars: [{ label, stages: [1, 0, 0] }] }, CHART.columns[1]],
  })
  expect(svg).toContain('&lt;Spain&gt; &amp; &quot;a')
  expect(svg).toContain('a…<')
  expect(svg).not.toContain('🇪🇸')
  const png = Buffer.from(await drawPng(svg))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, heightOf(CHART)])
})

it.each(speech.locales)('has letters for the words of %s', async (locale) => {
  const keys = [
    'started',
    'sent',
    'decided',
    'regions',
    'region-none',
    'sources',
    'source-none',
    'chart-note',
  ]
  const words = keys.map((key) => speech.plain(locale, { key: `funnel-${key}` }))
  const drawn = (note: string) => drawPng(chartSvg({ ...CHART, note }))
  for (const letters of [words.slice(0, 4), words.slice(4)].map((some) => some.join(' '))) {
    const real = await drawn(letters)
    // U+0E01 is in no font of ours: what cannot be drawn is a box.
    const boxes = await drawn(letters.replace(/\S/gu, 'ก'))
    expect(Buffer.compare(real, boxes)).not.toBe(0)
  }
})
