/** Components as the API gives them back: ids filled in, defaults spelt out, media resolved. */
import type { APIMessageTopLevelComponent } from 'discord.js'
import { COMPONENT, SELECTS } from './protocol.js'
import { walk } from './rules/component-tree.js'

type Given = Record<string, unknown>
/** Turns a media url (`https:` or `attachment://name`) into the unfurled object. */
export type Unfurl = (url: string) => Given

/** The stored form of checked components. */
export function storedComponents(components: unknown, unfurl: Unfurl): APIMessageTopLevelComponent[] {
  const given = Array.isArray(components) ? (components as Given[]) : []
  const next = freeIds(given)
  return given.map((each) => stored(each, next, unfurl)) as unknown as APIMessageTopLevelComponent[]
}

/** Ids count up from 1 in document order and leave out those the sender chose. */
function freeIds(components: readonly Given[]): () => number {
  const taken = new Set(walk(components, []).map(({ component }) => Number(component.id ?? 0)))
  let last = 0
  return () => {
    do last += 1
    while (taken.has(last))
    return last
  }
}

function stored(given: Given, next: () => number, unfurl: Unfurl): Given {
  const own = pruned(given)
  const id = Number(given.id) || next()
  const made: Given = { ...own, id, ...defaultsOf(given, unfurl) }
  if (Array.isArray(given.components)) {
    made.components = given.components.map((each: Given) => stored(each, next, unfurl))
  }
  for (const key of ['accessory', 'component']) {
    if (given[key]) made[key] = stored(given[key] as Given, next, unfurl)
  }
  return made
}

/** Without nulls, and without a `disabled` that says nothing. */
function pruned(given: Given): Given {
  const kept = Object.entries(given).filter(
    ([key, value]) => value !== null && !(key === 'disabled' && !value),
  )
  return Object.fromEntries(kept)
}

function defaultsOf(given: Given, unfurl: Unfurl): Given {
  const type = Number(given.type)
  if (SELECTS.includes(type)) {
    return { min_values: given.min_values ?? 1, max_values: given.max_values ?? 1 }
  }
  const spoiler = given.spoiler === true
  switch (type) {
    case COMPONENT.container:
      return { accent_color: given.accent_color ?? null, spoiler }
    case COMPONENT.separator:
      return { divider: given.divider ?? true, spacing: given.spacing ?? 1 }
    case COMPONENT.thumbnail:
      return { media: media(given.media, unfurl), description: given.description ?? null, spoiler }
    case COMPONENT.mediaGallery:
      return { items: (given.items as Given[]).map((item) => galleryItem(item, unfurl)) }
    case COMPONENT.file:
      return fileOf(unfurl(String((given.file as Given).url)), spoiler)
    default:
      return {}
  }
}

/** The unfurled object; the size belongs to file components alone. */
function media(given: unknown, unfurl: Unfurl): Given {
  const { size: _, ...rest } = unfurl(String((given as Given).url))
  return rest
}

function galleryItem(item: Given, unfurl: Unfurl): Given {
  return {
    media: media(item.media, unfurl),
    description: item.description ?? null,
    spoiler: item.spoiler === true,
  }
}

function fileOf({ size = null, ...file }: Given, spoiler: boolean): Given {
  const name = decodeURIComponent(String(file.url).split('/').pop() ?? '') || null
  return { file, name, size, spoiler }
}
