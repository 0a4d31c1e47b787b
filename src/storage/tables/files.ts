/** Files that people sent to us: where the platform has them, and what it says of them. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import { type PeopleTables, PLATFORMS } from './people.js'

const SENT_AS = ['photo', 'document'] as const

export function defineFiles(c: Columns, { members }: PeopleTables) {
  const receivedFiles = c.table(
    'received_files',
    {
      /** 80 random bits: nobody guesses another's. */
      id: c.text('id').primaryKey(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      /** Telegram's file id, Discord's address. */
      native: c.text('native').notNull(),
      /** The same for the same bytes, by Telegram's word; null where the platform says nothing. */
      sameness: c.text('sameness'),
      sentAs: c.oneOf('sent_as', SENT_AS).notNull(),
      name: c.text('name').notNull(),
      mime: c.text('mime').notNull(),
      /** Bytes, by the platform's word; null where it says nothing. */
      size: c.count('size'),
      /** Hex, once the bytes have been here. */
      sha256: c.text('sha256'),
      receivedAt: c.instant('received_at').notNull(),
    },
    (t) => [
      c.index('received_files_member').on(t.member, t.receivedAt),
      c.check('received_files_platform', oneOfThese(t.platform, PLATFORMS)),
      c.check('received_files_sent_as', oneOfThese(t.sentAs, SENT_AS)),
      c.check('received_files_size', sql`${t.size} >= 0`),
      c.check('received_files_sha256', sql`length(${t.sha256}) = 64`),
    ],
  )
  return { receivedFiles }
}
