/** Telegram's flat list of entities as a tree: entities nest or stand apart, they never cross (Bot API). */
import type { Entity } from './native.js'

export type Span = string | { entity: Entity; spans: Span[] }

/** The text in spans. An entity that crosses another's end is cut there; one beyond the text is left out. */
export function spansOf(text: string, entities: readonly Entity[] = []): Span[] {
  const sorted = entities
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
  return spansWithin(text, 0, text.length, sorted)
}

function spansWithin(text: string, from: number, to: number, entities: readonly Entity[]): Span[] {
  const spans: Span[] = []
  let at = from
  let index = 0
  while (index < entities.length) {
    const entity = entities[index++]
    if (!entity || entity.offset < at || entity.offset >= to) continue
    const end = Math.min(entity.offset + entity.length, to)
    if (entity.offset > at) spans.push(text.slice(at, entity.offset))
    const inner: Entity[] = []
    for (let next = entities[index]; next && next.offset < end; next = entities[++index]) inner.push(next)
    spans.push({ entity, spans: spansWithin(text, entity.offset, end, inner) })
    at = end
  }
  if (at < to) spans.push(text.slice(at, to))
  return spans
}

/**
 * Payload of a link that opens the bot: `https://t.me/<bot>?start=<payload>` or `tg://resolve?…`; or, by its
 * name, that brings it into a group.
 */
export function startPayload(url: string, name: 'start' | 'startgroup' = 'start'): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, searchParams } = new URL(url)
  const isTelegram = protocol === 'tg:' || ['t.me', 'telegram.me'].includes(hostname)
  return isTelegram ? (searchParams.get(name) ?? undefined) : undefined
}
