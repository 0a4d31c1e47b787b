/** What an embed may hold. Sizes: developers/resources/message "Embed Limits". */
import {
  type Finding,
  integer,
  isRecord,
  list,
  media,
  type Rule,
  required,
  shape,
  text,
  url,
} from './rule.js'

const EMBEDS_MAX = 10
/** Characters of all titles, descriptions, field names and values, footers and author names together. */
const EMBED_TOTAL = 6000
const COLOUR_MAX = 0xffffff

const image = shape({ url: required(media) })
const field = shape({
  name: required(text(256, 1)),
  value: required(text(1024, 1)),
  inline: { kind: 'boolean' },
})

const embed: Rule = shape({
  title: text(256),
  description: text(4096),
  url,
  timestamp: { kind: 'time' },
  color: integer(0, COLOUR_MAX),
  footer: shape({ text: text(2048), icon_url: media }),
  image,
  thumbnail: image,
  author: shape({ name: text(256), url, icon_url: media }),
  fields: list(field, 25),
})

export const embeds: Rule = list(embed, EMBEDS_MAX)

/** The sum over all embeds of one message. */
export function embedsTooLarge(value: unknown): Finding[] {
  const all = Array.isArray(value) ? value : []
  const total = all.reduce((sum: number, item) => sum + weight(item), 0)
  if (total <= EMBED_TOTAL) return []
  const error = {
    code: 'MAX_EMBED_SIZE_EXCEEDED',
    message: `Embed size exceeds maximum size of ${EMBED_TOTAL}`,
  }
  return [{ at: ['embeds'], error }]
}

const size = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0)

function weight(embed: unknown): number {
  if (!isRecord(embed)) return 0
  const fields = Array.isArray(embed.fields) ? embed.fields.filter(isRecord) : []
  const footer = isRecord(embed.footer) ? size(embed.footer.text) : 0
  const author = isRecord(embed.author) ? size(embed.author.name) : 0
  const inFields = fields.reduce((sum, each) => sum + size(each.name) + size(each.value), 0)
  return size(embed.title) + size(embed.description) + footer + author + inFields
}

/** True when an embed shows nothing at all; Discord then treats the message as empty. */
export function embedIsEmpty(embed: Record<string, unknown>): boolean {
  const shown = ['title', 'description', 'image', 'thumbnail', 'footer', 'author']
  const has = (key: string): boolean => embed[key] !== undefined && embed[key] !== null && embed[key] !== ''
  return !shown.some(has) && !(Array.isArray(embed.fields) && embed.fields.length > 0)
}
