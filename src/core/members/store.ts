/** Queries about people and chats. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { AccountSeen, Chat, PlaceSeen, PlatformWord } from './members.js'

const identitiesByAccount = prepared(
  'members.identities',
  (db, t, p: { platform: PlatformWord; accounts: List }) =>
    db
      .select({
        platform: t.identities.platform,
        account: t.identities.account,
        member: t.identities.member,
        name: t.identities.name,
        appLanguage: t.identities.language,
        language: t.members.language,
        createdAt: t.identities.createdAt,
      })
      .from(t.identities)
      .innerJoin(t.members, eq(t.members.id, t.identities.member))
      .where(and(eq(t.identities.platform, p.platform), among(t.identities.account, p.accounts))),
)

export async function identitiesOf(work: Work, platform: PlatformWord, accounts: readonly string[]) {
  return identitiesByAccount(work, { platform, accounts: listOf(accounts) })
}

/**
 * A person and an account each. Where another process was faster, its rows stand, and nobody without an
 * account is left behind. In one order, so that two processes that meet the same people do not wait for each
 * other in a ring.
 */
export async function insertNewcomers(work: Work, accounts: readonly AccountSeen[]): Promise<void> {
  const { members, identities } = work.t
  const sorted = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = await work.db
    .insert(members)
    .values(sorted.map(() => ({ createdAt: work.now })))
    .returning({ id: members.id })
  const kept = await work.db
    .insert(identities)
    .values(sorted.map((account, at) => identityRow(work, rows[at]?.id ?? 0, account)))
    .onConflictDoNothing()
    .returning({ member: identities.member })
  const known = new Set(kept.map(({ member }) => member))
  const spare = rows.flatMap(({ id }) => (known.has(id) ? [] : [id]))
  if (spare.length > 0) await work.db.delete(members).where(inArray(members.id, spare))
}

export async function insertIdentity(work: Work, member: number, account: AccountSeen): Promise<void> {
  await work.db
    .insert(work.t.identities)
    .values(identityRow(work, member, account))
    .onConflictDoNothing()
}

function identityRow(work: Work, member: number, { platform, id, name, language }: AccountSeen) {
  return { platform, account: id, member, name, language: language ?? null, createdAt: work.now }
}

export async function refreshIdentity(
  work: Work,
  { platform, id, name, language }: AccountSeen,
): Promise<void> {
  const { identities } = work.t
  await work.db
    .update(identities)
    .set(language === undefined ? { name } : { name, language })
    .where(and(eq(identities.platform, platform), eq(identities.account, id)))
}

export async function identitiesOfMembers(work: Work, members: readonly number[]) {
  const { identities } = work.t
  if (members.length === 0) return []
  return work.db
    .select({
      member: identities.member,
      platform: identities.platform,
      account: identities.account,
      name: identities.name,
      language: identities.language,
    })
    .from(identities)
    .where(inArray(identities.member, [...members]))
}

const liveGrants = prepared('members.roles', (db, t, p: { members: List }) =>
  db
    .select({ member: t.roleGrants.member, role: t.roleGrants.role })
    .from(t.roleGrants)
    .where(and(among(t.roleGrants.member, p.members), isNull(t.roleGrants.revokedAt))),
)

export async function rolesOfMany(work: Work, members: readonly number[]): Promise<Map<number, string[]>> {
  const roles = new Map<number, string[]>()
  for (const { member, role } of await liveGrants(work, { members: listOf(members) })) {
    roles.set(member, [...(roles.get(member) ?? []), role])
  }
  return roles
}

const chatsByPlatform = prepared('members.chats', (db, t, p: { platform: PlatformWord; natives: List }) =>
  db
    .select()
    .from(t.chats)
    .where(and(eq(t.chats.platform, p.platform), among(t.chats.native, p.natives))),
)

const chatsByAlias = prepared('members.aliases', (db, t, p: { platform: PlatformWord; natives: List }) =>
  db
    .select({ chat: t.chats, asked: t.chatAliases.native })
    .from(t.chatAliases)
    .innerJoin(t.chats, eq(t.chats.id, t.chatAliases.chat))
    .where(and(eq(t.chatAliases.platform, p.platform), among(t.chatAliases.native, p.natives))),
)

/** By the native id they were asked for, which may be one that the chat had before. */
export async function chatsByNative(work: Work, places: readonly PlaceSeen[]): Promise<Map<string, Chat>> {
  const found = new Map<string, Chat>()
  for (const platform of ['telegram', 'discord'] as const) {
    const natives = places.flatMap((one) => (one.platform === platform ? [one.chat] : []))
    if (natives.length === 0) continue
    for (const row of await chatsByPlatform(work, { platform, natives: listOf(natives) }))
      found.set(`${platform}:${row.native}`, row)
    const unknown = natives.filter((native) => !found.has(`${platform}:${native}`))
    if (unknown.length === 0) continue
    for (const { chat, asked } of await chatsByAlias(work, { platform, natives: listOf(unknown) }))
      found.set(`${platform}:${asked}`, chat)
  }
  return found
}

const chatByNumber = prepared('members.chat', (db, t, p: { id: number }) =>
  db.select().from(t.chats).where(eq(t.chats.id, p.id)),
)

export async function chatById(work: Work, id: number): Promise<Chat | undefined> {
  const [row] = await chatByNumber(work, { id })
  return row
}

export async function insertChats(work: Work, places: readonly PlaceSeen[]): Promise<void> {
  await work.db
    .insert(work.t.chats)
    .values(
      places.map(({ platform, chat, kind, title, language, guild }) => ({
        platform,
        native: chat,
        kind,
        title: title ?? '',
        appLanguage: language ?? null,
        guild: guild ?? null,
        createdAt: work.now,
      })),
    )
    .onConflictDoNothing()
}

export async function refreshChat(
  work: Work,
  id: number,
  seen: Pick<Chat, 'title' | 'appLanguage' | 'guild' | 'state'>,
): Promise<void> {
  await work.db.update(work.t.chats).set(seen).where(eq(work.t.chats.id, id))
}

export async function markLeft(work: Work, platform: PlatformWord, native: string): Promise<void> {
  const { chats } = work.t
  await work.db
    .update(chats)
    .set({ state: 'left' })
    .where(and(eq(chats.platform, platform), eq(chats.native, native)))
}

export async function lockChatAndMember(work: Work, chat: number, member: number): Promise<void> {
  const { chats, members } = work.t
  await work.lock(work.db.select({ id: chats.id }).from(chats).where(eq(chats.id, chat)))
  await work.lock(work.db.select({ id: members.id }).from(members).where(eq(members.id, member)))
}

export async function languageOfMember(work: Work, member: number): Promise<string | null> {
  const { members } = work.t
  const [row] = await work.db
    .select({ language: members.language })
    .from(members)
    .where(eq(members.id, member))
  return row?.language ?? null
}

export async function updateChatState(work: Work, chat: number, state: Chat['state']): Promise<void> {
  await work.db.update(work.t.chats).set({ state }).where(eq(work.t.chats.id, chat))
}

export async function updateLanguage(work: Work, member: number, language: string | null): Promise<void> {
  await work.db.update(work.t.members).set({ language }).where(eq(work.t.members.id, member))
}

export async function updateChatLanguage(work: Work, chat: number, language: string | null): Promise<void> {
  await work.db.update(work.t.chats).set({ language }).where(eq(work.t.chats.id, chat))
}

export async function upsertSighting(work: Work, member: number, chat: number): Promise<void> {
  const { sightings } = work.t
  await work.db
    .insert(sightings)
    .values({ member, chat, at: work.now })
    .onConflictDoUpdate({ target: [sightings.chat, sightings.member], set: { at: work.now } })
}

/** Groups offered when a command asks "where?". */
const GROUPS_OFFERED = 12

export async function groupsSighted(work: Work, member: number): Promise<Chat[]> {
  const { sightings, chats } = work.t
  const rows = await work.db
    .select({ chat: chats })
    .from(sightings)
    .innerJoin(chats, eq(chats.id, sightings.chat))
    .where(and(eq(sightings.member, member), eq(chats.kind, 'group'), eq(chats.state, 'active')))
    .orderBy(desc(sightings.at))
    .limit(GROUPS_OFFERED)
  return rows.map(({ chat }) => chat)
}
