/** References to uploads: `attachment://name` must name a file of the same message. */
import type { APIAttachment } from 'discord.js'
import { walk } from './rules/component-tree.js'
import { type Finding, isRecord } from './rules/rule.js'

const SCHEME = 'attachment://'
const NOT_FOUND = {
  code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  message: 'The referenced attachment was not found',
}

/** Findings for components that refer to a file the message does not have. */
export function lostReferences(components: unknown, attachments: readonly APIAttachment[]): Finding[] {
  const has = (url: string): boolean =>
    attachments.some(({ filename }) => filename === url.slice(SCHEME.length))
  return walk(components, ['components']).flatMap(({ at, component }) =>
    mediaOf(component)
      .filter(({ url }) => url.startsWith(SCHEME) && !has(url))
      .map(({ path }): Finding => ({ at: [...at, ...path], error: NOT_FOUND })),
  )
}

function mediaOf(component: Record<string, unknown>): { path: (string | number)[]; url: string }[] {
  const items = Array.isArray(component.items) ? component.items.filter(isRecord) : []
  const own = ['media', 'file'].map((key) => ({ path: [key], value: component[key] }))
  const listed = items.map((item, index) => ({ path: ['items', index, 'media'], value: item.media }))
  return [...own, ...listed].flatMap(({ path, value }) =>
    isRecord(value) ? [{ path: [...path, 'url'], url: String(value.url) }] : [],
  )
}
