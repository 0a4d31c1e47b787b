import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Block,
  type Inline,
  parseBlocks,
  parseInline,
} from '../../../src/sandbox/page/discord/markdown-parse.js'

/** The tree in short: `strong(a em(b))`. */
const written = (nodes: Inline[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node
      if (node.kind === 'code') return `code(${node.text})`
      if (node.kind === 'moment') return `moment(${node.at} ${node.style})`
      if (node.kind === 'mention') return `${node.of}(${node.id || node.name})`
      if (node.kind === 'emoji') return `emoji(${node.name})`
      if (node.kind === 'link') return `link(${node.url} ${written(node.children)})`
      return `${node.kind}(${written(node.children)})`
    })
    .join('')

describe('words inside a line', () => {
  it.each([
    ['**bold** and *italic* and _italic_', 'strong(bold) and em(italic) and em(italic)'],
    ['***both***', 'strong(em(both))'],
    ['**bold *and italic***', 'strong(bold em(and italic))'],
    ['__under__ ~~gone~~ ||hidden||', 'u(under) s(gone) spoiler(hidden)'],
    ['`a **b**` ``c`d``', 'code(a **b**) code(c`d)'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2em(3)4'],
    ['\\*not\\* \\_so\\_', '*not* _so_'],
    ['an open ** stays', 'an open ** stays'],
    ['<t:1700000000:R> <t:5>', 'moment(1700000000000 R) moment(5000 f)'],
    ['<@1> <@!2> <@&3> <#4> </claim now:5>', 'user(1) user(2) role(3) channel(4) command(5)'],
    ['@everyone a@here', 'everyone(everyone) aeveryone(here)'],
    ['<:usdt:123> <a:x:1>', 'emoji(usdt) emoji(x)'],
    ['[here](https://a.example/b_c) now', 'link(https://a.example/b_c here) now'],
    [
      'https://a.example/x_y_z. <https://b.example>',
      'link(https://a.example/x_y_z https://a.example/x_y_z). link(https://b.example https://b.example)',
    ],
    ['[bad](javascript:alert(1))', '[bad](javascript:alert(1))'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['红包 **五十** 个', '红包 strong(五十) 个'],
  ])('%s', (source, expected) => {
    expect(written(parseInline(source))).toBe(expected)
  })

  it('never lose a letter that is no markup, however strange the text', () => {
    const letters = fc.string({
      unit: fc.constantFrom(
        '*',
        '_',
        '~',
        '|',
        '`',
        '<',
        '>',
        '@',
        ' ',
        'a',
        '\\',
        '[',
        ']',
        '(',
        ')',
        ':',
        't',
        '1',
      ),
    })
    fc.assert(
      fc.property(letters, (source) => {
        const count = (text: string) => [...text].filter((letter) => letter === 'a').length
        expect(count(written(parseInline(source)).replace(/everyone|channel/g, ''))).toBe(count(source))
      }),
    )
  })

  it('are read in time, however many marks never close', () => {
    const began = performance.now()
    for (const mark of ['*', '_', '**', '||', '~~', '`', '[', '<@', '***a '])
      parseInline(mark.repeat(Math.floor(4000 / mark.length)))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

const shape = (blocks: Block[]): unknown[] =>
  blocks.map((block) => {
    if (block.kind === 'code') return [block.kind, block.language, block.text]
    if (block.kind === 'quote') return [block.kind, ...shape(block.blocks)]
    if (block.kind === 'list')
      return [block.isOrdered ? `ol ${block.start}` : 'ul', ...block.items.map(written)]
    return [block.kind === 'heading' ? `h${block.level}` : block.kind, written(block.children)]
  })

describe('lines', () => {
  it('are headings, subtext, lists, quotes and text', () => {
    const source = '# One\n### Three\n#not\n-# small\nplain\nmore\n- a\n* b\n2. c\n3. d\n> q\n> r\nend'
    expect(shape(parseBlocks(source))).toEqual([
      ['h1', 'One'],
      ['h3', 'Three'],
      ['text', '#not'],
      ['subtext', 'small'],
      ['text', 'plain\nmore'],
      ['ul', 'a', 'b'],
      ['ol 2', 'c', 'd'],
      ['quote', ['text', 'q\nr']],
      ['text', 'end'],
    ])
  })

  it('are quoted to the end after three marks', () => {
    expect(shape(parseBlocks('a\n>>> b\n# c'))).toEqual([
      ['text', 'a'],
      ['quote', ['text', 'b'], ['h1', 'c']],
    ])
  })

  it('are left as they are between fences', () => {
    expect(shape(parseBlocks('see\n```json\n{ "**a**": 1 }\n```\nand ```b```'))).toEqual([
      ['text', 'see'],
      ['code', 'json', '{ "**a**": 1 }'],
      ['text', 'and '],
      ['code', '', 'b'],
    ])
  })

  it('may be none', () => {
    expect(parseBlocks('')).toEqual([])
  })
})
