/** Embeds as the API gives them back. */
import type { APIEmbed } from 'discord.js'
import type { Unfurl } from './components.js'
import { embedIsEmpty } from './rules/embed.js'

type Given = Record<string, unknown>

/**
 * Checked embeds, with type, `inline` and picture addresses filled in; those that show nothing are dropped.
 */
export function storedEmbeds(given: unknown, unfurl: Unfurl): APIEmbed[] {
  const embeds = Array.isArray(given) ? (given as Given[]) : []
  return embeds.filter((embed) => !embedIsEmpty(embed)).map((embed) => stored(embed, unfurl))
}

function stored(given: Given, unfurl: Unfurl): APIEmbed {
  const embed: Given = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  for (const key of ['image', 'thumbnail']) if (embed[key]) embed[key] = picture(embed[key] as Given, unfurl)
  for (const key of ['author', 'footer']) if (embed[key]) embed[key] = withIcon(embed[key] as Given, unfurl)
  const fields = Array.isArray(embed.fields) ? { fields: embed.fields.map(field) } : {}
  const time = embed.timestamp ? { timestamp: new Date(String(embed.timestamp)).toISOString() } : {}
  return { ...embed, ...fields, ...time, type: 'rich' } as unknown as APIEmbed
}

function picture(given: Given, unfurl: Unfurl): Given {
  const { url, proxy_url, width, height } = unfurl(String(given.url))
  return width ? { url, proxy_url, width, height } : { url, proxy_url }
}

function withIcon(given: Given, unfurl: Unfurl): Given {
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  if (!given.icon_url) return kept
  const { url, proxy_url } = unfurl(String(given.icon_url))
  return { ...kept, icon_url: url, proxy_icon_url: proxy_url }
}

const field = (given: Given): Given => ({ ...given, inline: given.inline === true })
