/** Where a database is, read from its URL. */
import { fileURLToPath } from 'node:url'
import { StartError } from '../kit/start-error.js'

export type Place = { dialect: 'sqlite'; file: string } | { dialect: 'postgres'; url: string }

/**
 * `postgres://…` and `postgresql://…`; `file:…`, `sqlite:…` or a bare path is SQLite.
 * Throws a StartError for anything else; the message never repeats a URL, which may hold a password.
 */
export function placeOf(url: string): Place {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'postgres' || scheme === 'postgresql') return { dialect: 'postgres', url: checked(url) }
  if (scheme !== undefined && scheme !== 'file' && scheme !== 'sqlite') {
    throw new StartError(
      `DATABASE_URL begins with ${scheme}:, which is no database this program knows. Examples: data/bot.sqlite, postgres://user:password@host:5432/bot.`,
      'configuration',
    )
  }
  return { dialect: 'sqlite', file: fileOf(url, scheme) }
}

function checked(url: string): string {
  if (URL.canParse(url)) return url
  throw new StartError(
    'DATABASE_URL is no valid URL. Example: postgres://user:password@host:5432/bot; special characters of a password are written as %40 and the like.',
    'configuration',
  )
}

function fileOf(url: string, scheme: string | undefined): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : scheme ? url.slice(scheme.length + 1) : url
  if (path === '' || path === ':memory:') {
    throw new StartError('DATABASE_URL names no file. Example: data/bot.sqlite.', 'configuration')
  }
  return path
}
