/** People, the accounts they use, the chats they are met in, and what they may do. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'

export const PLATFORMS = ['telegram', 'discord'] as const
const CHAT_KINDS = ['private', 'group'] as const
/** `left`: the bot was shown out, or the chat is gone; nothing is sent there until it is back. */
const CHAT_STATES = ['active', 'left'] as const

export function definePeople(c: Columns) {
  const members = defineMembers(c)
  const chats = defineChats(c)
  return {
    members,
    chats,
    chatAliases: defineAliases(c, chats),
    identities: defineIdentities(c, members),
    roleGrants: defineRoleGrants(c, members),
    sightings: defineSightings(c, members, chats),
  }
}
export type PeopleTables = ReturnType<typeof definePeople>

/** A person. Wallets, claims, limits and roles hang on the person, never on one account. */
function defineMembers(c: Columns) {
  return c.table('members', {
    id: c.id('id'),
    /** Chosen with /language; null follows the platform. */
    language: c.text('language'),
    createdAt: c.instant('created_at').notNull(),
  })
}

/** A platform account and the person behind it. */
function defineIdentities(c: Columns, members: ReturnType<typeof defineMembers>) {
  return c.table(
    'identities',
    {
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      /** The platform's own id, as text. */
      account: c.text('account').notNull(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      /** Cleaned; empty when nothing printable was left of it. */
      name: c.text('name').notNull(),
      /** IETF tag of the person's app when last seen. */
      language: c.text('language'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'identities_account', columns: [t.platform, t.account] }),
      c.index('identities_member').on(t.member),
      c.check('identities_platform', oneOfThese(t.platform, PLATFORMS)),
    ],
  )
}

/** A chat. Its own number stays when the platform gives the chat a new id (supergroup migration). */
function defineChats(c: Columns) {
  return c.table(
    'chats',
    {
      id: c.id('id'),
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      native: c.text('native').notNull(),
      kind: c.oneOf('kind', CHAT_KINDS).notNull(),
      title: c.text('title').notNull(),
      /** Of the group's cards; null: the platform's tag for the group, else the programme's. */
      language: c.text('language'),
      /** IETF tag the platform gives for the group (Discord's guild_locale). */
      appLanguage: c.text('app_language'),
      /** Discord's guild, where there is one. */
      guild: c.text('guild'),
      state: c.oneOf('state', CHAT_STATES).notNull().default('active'),
      /**
       * The row that stands for this chat since the platform made one of both, never one that gave way
       * itself; null: this one does.
       */
      mergedInto: c.count('merged_into'),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      // In part, for on PostgreSQL no foreign key can refer to such an index, and so a chat that gets another
      // id is not waited for by every row that refers to it.
      c.uniqueIndex('chats_native').on(t.platform, t.native).where(sql`${t.mergedInto} is null`),
      c.index('chats_merged').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
      c.foreignKey({ name: 'chats_merged_into', columns: [t.mergedInto], foreignColumns: [t.id] }),
      c.check('chats_merged_elsewhere', sql`${t.mergedInto} <> ${t.id}`),
      c.check('chats_platform', oneOfThese(t.platform, PLATFORMS)),
      c.check('chats_kind', oneOfThese(t.kind, CHAT_KINDS)),
      c.check('chats_state', oneOfThese(t.state, CHAT_STATES)),
    ],
  )
}

/** Ids that a chat had before. What still comes under one of them is meant for the same chat. */
function defineAliases(c: Columns, chats: ReturnType<typeof defineChats>) {
  return c.table(
    'chat_aliases',
    {
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      native: c.text('native').notNull(),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'chat_aliases_native', columns: [t.platform, t.native] }),
      c.index('chat_aliases_chat').on(t.chat),
      c.check('chat_aliases_platform', oneOfThese(t.platform, PLATFORMS)),
    ],
  )
}

/** Roles of the programme, granted and revoked; a revoked grant stays as history. */
function defineRoleGrants(c: Columns, members: ReturnType<typeof defineMembers>) {
  return c.table(
    'role_grants',
    {
      id: c.id('id'),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      role: c.text('role').notNull(),
      /** The only region of the programme in which it holds; empty: in all of them. */
      region: c.text('region').notNull().default(''),
      /** `member:7`, `operator`, `owners` (the setting). */
      grantedBy: c.text('granted_by').notNull(),
      grantedAt: c.instant('granted_at').notNull(),
      revokedBy: c.text('revoked_by'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [
      c.uniqueIndex('role_grants_live').on(t.member, t.role, t.region).where(sql`${t.revokedAt} is null`),
      c.check('role_grants_revoked', sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
    ],
  )
}

/** Who was met in which group, so that a private chat can offer "where?". Not kept for claims. */
function defineSightings(
  c: Columns,
  members: ReturnType<typeof defineMembers>,
  chats: ReturnType<typeof defineChats>,
) {
  return c.table(
    'sightings',
    {
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'sightings_chat_member', columns: [t.chat, t.member] }),
      c.index('sightings_member').on(t.member, t.at),
    ],
  )
}
