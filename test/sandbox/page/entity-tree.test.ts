import { describe, expect, it } from 'vitest'
import { type Span, spansOf, startPayload } from '../../../src/sandbox/page/telegram/entity-tree.js'

const entity = (type: string, offset: number, length: number) => ({ type, offset, length })
const written = (spans: Span[]): string =>
  spans
    .map((span) => (typeof span === 'string' ? span : `<${span.entity.type}>${written(span.spans)}</>`))
    .join('')

describe('entities as a tree', () => {
  it('leaves a text without entities alone', () => {
    expect(spansOf('plain')).toEqual(['plain'])
    expect(spansOf('')).toEqual([])
  })

  it('nests, whatever the order in the list', () => {
    const inner = entity('italic', 4, 3)
    const outer = entity('bold', 0, 11)
    for (const entities of [
      [inner, outer],
      [outer, inner],
    ])
      expect(written(spansOf('one two six end', entities))).toBe('<bold>one <italic>two</> six</> end')
  })

  it('nests entities that cover the same words', () => {
    expect(written(spansOf('abc', [entity('bold', 0, 3), entity('code', 0, 3)]))).toBe(
      '<bold><code>abc</></>',
    )
  })

  it('counts in UTF-16 code units', () => {
    expect(written(spansOf('🧧 50 USDT', [entity('bold', 3, 7)]))).toBe('🧧 <bold>50 USDT</>')
  })

  it('keeps every letter when entities cross, end too late or make no sense', () => {
    const crossing = [entity('bold', 0, 5), entity('italic', 3, 5)]
    expect(written(spansOf('abcdefgh', crossing))).toBe('<bold>abc<italic>de</></>fgh')
    expect(written(spansOf('abc', [entity('bold', 1, 99)]))).toBe('a<bold>bc</>')
    expect(written(spansOf('abc', [entity('bold', 9, 1), entity('bold', -1, 2), entity('bold', 1, 0)]))).toBe(
      'abc',
    )
  })

  it('draws neighbours side by side', () => {
    const entities = [entity('bold', 0, 1), entity('code', 1, 1), entity('italic', 3, 1)]
    expect(written(spansOf('abcd', entities))).toBe('<bold>a</><code>b</>c<italic>d</>')
  })
})

describe('deep links', () => {
  it('give their payload', () => {
    expect(startPayload('https://t.me/some_bot?start=v_6f1c')).toBe('v_6f1c')
    expect(startPayload('tg://resolve?domain=some_bot&start=abc')).toBe('abc')
    expect(startPayload('https://t.me/some_bot?start=')).toBe('')
  })

  it('are not other links', () => {
    for (const url of ['https://t.me/some_bot', 'https://example.com/?start=1', 'nonsense'])
      expect(startPayload(url)).toBeUndefined()
  })
})
