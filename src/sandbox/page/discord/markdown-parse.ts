/**
 * Discord's markdown as a tree: its own dialect, with timestamps, mentions, spoilers, subtext and masked
 * links. No HTML is ever made of it; what is not recognised stays text.
 */
export type Inline =
  | string
  | { kind: 'strong' | 'em' | 'u' | 's' | 'spoiler'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'moment'; at: number; style: string }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel' | 'command' | 'everyone'; id: string; name: string }
  | { kind: 'emoji'; name: string }

export type Block =
  | { kind: 'text'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'subtext'; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Inline[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; language: string; text: string }

const FENCE = /```(?:([\w+#.-]+)\n)?\n?([\s\S]*?)\n?```/g

export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = []
  let at = 0
  for (const found of source.matchAll(FENCE)) {
    blocks.push(...parseLines(source.slice(at, found.index).replace(/\n$/, '')))
    blocks.push({ kind: 'code', language: found[1] ?? '', text: found[2] ?? '' })
    at = found.index + found[0].length
    if (source[at] === '\n') at++
  }
  return [...blocks, ...parseLines(source.slice(at))]
}

const HEADING = /^(#{1,3}) +(\S.*)$/
const SUBTEXT = /^-# +(\S.*)$/
const BULLET = /^ *[-*] +(\S.*)$/
const NUMBERED = /^ *(\d{1,9})\. +(\S.*)$/
const QUOTE = /^> (.*)$/

function parseLines(source: string): Block[] {
  if (source === '') return []
  const rest = source.split('\n')
  const blocks: Block[] = []
  while (rest.length > 0) blocks.push(nextBlock(rest))
  return blocks
}

/** Takes the lines of one block off the front of `rest`. */
function nextBlock(rest: string[]): Block {
  const line = rest[0] ?? ''
  if (line.startsWith('>>> ')) {
    const inner = rest.splice(0).join('\n').slice(4)
    return { kind: 'quote', blocks: parseLines(inner) }
  }
  if (QUOTE.test(line)) return { kind: 'quote', blocks: parseLines(taken(rest, QUOTE, 1).join('\n')) }
  const heading = HEADING.exec(line)
  if (heading)
    return { kind: 'heading', level: heading[1]?.length ?? 1, children: inlineOf(rest, heading[2]) }
  const subtext = SUBTEXT.exec(line)
  if (subtext) return { kind: 'subtext', children: inlineOf(rest, subtext[1]) }
  if (BULLET.test(line))
    return { kind: 'list', isOrdered: false, start: 1, items: taken(rest, BULLET, 1).map(parseInline) }
  const numbered = NUMBERED.exec(line)
  if (numbered) {
    const start = Number(numbered[1])
    return { kind: 'list', isOrdered: true, start, items: taken(rest, NUMBERED, 2).map(parseInline) }
  }
  return { kind: 'text', children: parseInline(plainLines(rest).join('\n')) }
}

function inlineOf(rest: string[], text: string | undefined): Inline[] {
  rest.shift()
  return parseInline(text ?? '')
}

/** The group of each line at the front that fits the pattern. */
function taken(rest: string[], pattern: RegExp, group: number): string[] {
  const lines: string[] = []
  for (let found = pattern.exec(rest[0] ?? ''); found; found = pattern.exec(rest[0] ?? '')) {
    lines.push(found[group] ?? '')
    rest.shift()
    if (rest.length === 0) break
  }
  return lines
}

const SPECIAL = [HEADING, SUBTEXT, BULLET, NUMBERED, QUOTE, /^>>> /]

function plainLines(rest: string[]): string[] {
  const lines = [rest.shift() ?? '']
  while (rest.length > 0 && !SPECIAL.some((pattern) => pattern.test(rest[0] ?? '')))
    lines.push(rest.shift() ?? '')
  return lines
}

type Rule = [pattern: RegExp, make: (found: RegExpExecArray) => Inline]

const wrap =
  (kind: 'strong' | 'em' | 'u' | 's' | 'spoiler') =>
  (found: RegExpExecArray): Inline => ({ kind, children: parseInline(found[1] ?? found[2] ?? '') })

const mention =
  (of: 'user' | 'role' | 'channel') =>
  (found: RegExpExecArray): Inline => ({ kind: 'mention', of, id: found[1] ?? '', name: '' })

/** In order: the first rule that fits at a place wins. */
const RULES: Rule[] = [
  [/^\\([^\p{L}\p{N}\s])/u, (found) => found[1] ?? ''],
  [/^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, (found) => moment(found[1], found[2])],
  [/^<@!?(\d+)>/, mention('user')],
  [/^<@&(\d+)>/, mention('role')],
  [/^<#(\d+)>/, mention('channel')],
  [
    /^<\/([^:>]+):(\d+)>/,
    (found) => ({ kind: 'mention', of: 'command', id: found[2] ?? '', name: found[1] ?? '' }),
  ],
  [/^<a?:(\w+):\d+>/, (found) => ({ kind: 'emoji', name: found[1] ?? '' })],
  [/^@(everyone|here)\b/, (found) => ({ kind: 'mention', of: 'everyone', id: '', name: found[1] ?? '' })],
  [
    /^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/,
    (found) => ({ kind: 'link', url: found[2] ?? '', children: parseInline(found[1] ?? '') }),
  ],
  [/^<(https?:\/\/[^\s>]+)>/, (found) => link(found[1])],
  [/^https?:\/\/[^\s<]*[^\s<.,:;"')\]]/, (found) => link(found[0])],
  [/^\*\*\*(?=\S)([\s\S]+?)\*\*\*(?!\*)/, (found) => ({ kind: 'strong', children: [wrap('em')(found)] })],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, wrap('strong')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, wrap('u')],
  [/^~~([\s\S]+?)~~/, wrap('s')],
  [/^\|\|([\s\S]+?)\|\|/, wrap('spoiler')],
  [/^\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)/, wrap('em')],
  [/^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/, wrap('em')],
]

/** Where a rule may begin; text between such characters is passed over in one step. */
const PLAIN = /^[^\\`<@[*_~|h]+|^[a-z0-9]+/i

export function parseInline(source: string): Inline[] {
  const nodes: Inline[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const [length, node] = step(rest, at > 0 && /\w/.test(source[at - 1] ?? ''))
    at += length
    if (typeof node === 'string') {
      text += node
      continue
    }
    if (text !== '') nodes.push(text)
    text = ''
    nodes.push(node)
  }
  return text === '' ? nodes : [...nodes, text]
}

/** Text between two runs of as many backticks; a run that is never closed is text. */
function code(rest: string): [number, Inline] {
  const run = /^`+/.exec(rest)?.[0] ?? ''
  for (const found of rest.slice(run.length).matchAll(/`+/g)) {
    if (found[0].length !== run.length || found.index === 0) continue
    const text = rest.slice(run.length, run.length + found.index).trim()
    return [found.index + 2 * run.length, { kind: 'code', text }]
  }
  return [run.length, run]
}

function step(rest: string, isInWord: boolean): [number, Inline] {
  if (rest.startsWith('`')) return code(rest)
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(rest)
    // `snake_case_name` is not emphasis: an underscore inside a word is text.
    if (found && !(isInWord && rest.startsWith('_') && !rest.startsWith('__')))
      return [found[0].length, make(found)]
  }
  const plain = PLAIN.exec(rest)?.[0] ?? [...rest][0] ?? rest
  return [plain.length, plain]
}

function link(url = ''): Inline {
  return { kind: 'link', url, children: [url] }
}

function moment(seconds = '0', style = 'f'): Inline {
  return { kind: 'moment', at: Number(seconds) * 1000, style }
}
