/** Discord's markdown as a person reads it: on one line, without its marks. */
import { type Block, type Inline, parseBlocks } from './page/discord/markdown-parse.js'
import type { RailMoment } from './page-contract.js'

/**
 * Times are in the text as everybody's, `2026-11-21 12:00 UTC`, and named beside it for whoever writes them
 * anew.
 */
export interface Readable {
  text: string
  moments: RailMoment[]
}

/** People whom a message names. */
export interface Named {
  id: string
  username?: string
  global_name?: string | null
}

type Piece = string | Extract<Inline, { kind: 'moment' }>

/** The parts of a message, one after the other, cut after `max` characters. */
export function readable(sources: readonly string[], max: number, named: readonly Named[] = []): Readable {
  const pieces = sources.flatMap((source) => [
    ...parseBlocks(source).flatMap((one) => ofBlock(one, named)),
    ' ',
  ])
  const whole: Readable = { text: '', moments: [] }
  for (const piece of pieces) {
    if (typeof piece === 'string') whole.text = joined(whole.text, piece)
    else addMoment(whole, piece)
  }
  return cut(whole, max)
}

/** Runs of space are one, also where two pieces meet. */
function joined(text: string, piece: string): string {
  const one = piece.replace(/\s+/g, ' ')
  return text + (text === '' || text.endsWith(' ') ? one.trimStart() : one)
}

function addMoment(whole: Readable, { at, style }: Exclude<Piece, string>): void {
  const from = whole.text.length
  whole.text += written(at)
  whole.moments.push({ from, to: whole.text.length, at, style })
}

function written(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '?' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const graphemes = new Intl.Segmenter('en')

/** Before the character, as a person sees it, that is at this place: an emoji is of several code units. */
const beforeCharacter = (text: string, at: number): number =>
  graphemes.segment(text).containing(at)?.index ?? at

/** A time is whole or not there. */
function cut({ text, moments }: Readable, max: number): Readable {
  if (text.trimEnd().length <= max) return { text: text.trimEnd(), moments }
  const end = beforeCharacter(text, max - 1)
  const torn = moments.find(({ from, to }) => from < end && to > end)
  return {
    text: `${text.slice(0, torn?.from ?? end).trimEnd()}…`,
    moments: moments.filter(({ to }) => to <= end),
  }
}

/** On one line, and where it is cut, it says so: at most `max` characters. */
export function oneLine(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= max ? line : `${line.slice(0, beforeCharacter(line, max - 1)).trimEnd()}…`
}

function ofBlock(block: Block, named: readonly Named[]): Piece[] {
  const line = (nodes: Inline[]): Piece[] => [...nodes.flatMap((node) => ofInline(node, named)), ' ']
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'subtext':
      return line(block.children)
    case 'quote':
      return block.blocks.flatMap((one) => ofBlock(one, named))
    case 'code':
      return [block.text, ' ']
    case 'list':
      return block.items.flatMap((item, index) => [
        block.isOrdered ? `${block.start + index}. ` : '• ',
        ...line(item),
      ])
  }
}

function ofInline(node: Inline, named: readonly Named[]): Piece[] {
  if (typeof node === 'string') return [node]
  switch (node.kind) {
    case 'code':
      return [node.text]
    case 'moment':
      return [node]
    case 'emoji':
      return [`:${node.name}:`]
    case 'mention':
      return [mentioned(node, named)]
    default:
      return node.children.flatMap((one) => ofInline(one, named))
  }
}

const MARKS = { user: '@', role: '@', everyone: '@', channel: '#', command: '/' } as const

function mentioned({ of, id, name }: Extract<Inline, { kind: 'mention' }>, named: readonly Named[]): string {
  const user = of === 'user' ? named.find((one) => one.id === id) : undefined
  return `${MARKS[of]}${user?.global_name ?? user?.username ?? (name || '…')}`
}
