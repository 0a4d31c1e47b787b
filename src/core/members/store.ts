/** Queries about people and chats. */
import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { Again } from '../../kit/again.js'
import { insertNumbered } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { AccountSeen, Chat, PlaceSeen, PlatformWord } from './members.js'
import { assertStillOne } from './numbers.js'

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
  const made = sorted.map(() => ({ createdAt: work.now }))
  const ids = await insertNumbered(work, members, made, members.id)
  const rows = sorted.map((account, at) => identityRow(work, ids[at] ?? 0, account))
  const known = new Set(await insertNumbered(work, identities, rows, identities.member, 'ignore'))
  const spare = ids.filter((id) => !known.has(id))
  if (spare.length > 0) await work.db.delete(members).where(inArray(members.id, spare))
}

export async function insertIdentity(work: Work, member: number, account: AccountSeen): Promise<void> {
  await work.db
    .insert(work.t.identities)
    .values(identityRow(work, member, account))
    .onConflictDoNothing()
}

export async function moveToNewcomer(
  work: Work,
  { platform, id }: Pick<AccountSeen, 'platform' | 'id'>,
): Promise<number> {
  const { members, identities } = work.t
  const [member = 0] = await insertNumbered(work, members, [{ createdAt: work.now }], members.id)
  await work.db
    .update(identities)
    .set({ member, createdAt: work.now })
    .where(and(eq(identities.platform, platform), eq(identities.account, id)))
  return member
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

/** The oldest account first, and of two that came at once that of Telegram, where names are no handles. */
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
      met: identities.createdAt,
    })
    .from(identities)
    .where(inArray(identities.member, [...members]))
    .orderBy(identities.createdAt, desc(identities.platform), identities.account)
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
    .where(
      and(
        eq(t.chats.platform, p.platform),
        among(t.chats.native, p.natives),
        // The words of the index `chats_native`.
        isNull(t.chats.mergedInto),
      ),
    ),
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

/** The chat with this number, or the one it gave way to. */
export async function chatById(work: Work, id: number): Promise<Chat | undefined> {
  const [row] = await chatByNumber(work, { id })
  if (!row || row.mergedInto === null) return row
  const [next] = await chatByNumber(work, { id: row.mergedInto })
  return next
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

/** Answers the number of the chat that was not left before. */
export async function markLeft(
  work: Work,
  platform: PlatformWord,
  native: string,
): Promise<number | undefined> {
  const { chats } = work.t
  const isIt = and(eq(chats.platform, platform), eq(chats.native, native), isNull(chats.mergedInto))
  const [left] = await work.db
    .update(chats)
    .set({ state: 'left' })
    .where(and(isIt, ne(chats.state, 'left')))
    .returning({ id: chats.id })
  return left?.id
}

/** A chat by all its numbers: its own, and those of the chats that gave way to it. */
export async function chatsBehind(work: Work, chat: number): Promise<number[]> {
  const merged = await numbersMergedInto(work, { chat })
  return [chat, ...merged.map(({ id }) => id)]
}

const numbersMergedInto = prepared('chats.merged-into', (db, t, p: { chat: number }) =>
  db.select({ id: t.chats.id }).from(t.chats).where(eq(t.chats.mergedInto, p.chat)).orderBy(asc(t.chats.id)),
)

/** The numbers that stand for these chats now, ascending and each once. */
export async function chatNumbersNow(work: Work, ids: readonly number[]): Promise<number[]> {
  const { chats } = work.t
  const rows = await work.db
    .select({ id: chats.id, mergedInto: chats.mergedInto })
    .from(chats)
    .where(inArray(chats.id, [...ids]))
  return [...new Set(rows.map(({ id, mergedInto }) => mergedInto ?? id))].sort((a, b) => a - b)
}

/**
 * Answers the numbers of the chats that were locked: of one that gave way, the one that stands for it. In the
 * order of their numbers, since others lock several, and never one after them: where one gives way between
 * the look and the lock, what stands for it may have a lower number, so it throws {@link Again} and lets go.
 */
export async function lockChatsAndMember(
  work: Work,
  ids: readonly number[],
  member: number,
): Promise<number[]> {
  const { chats, members } = work.t
  const seen = await chatNumbersNow(work, ids)
  await work.lock(
    work.db.select({ id: chats.id }).from(chats).where(inArray(chats.id, seen)).orderBy(chats.id),
  )
  // What is locked gives way no more.
  const now = await chatNumbersNow(work, seen)
  if (now.some((id) => !seen.includes(id))) throw new Again('a chat gave way between the look and the lock')
  await work.lock(work.db.select({ id: members.id }).from(members).where(eq(members.id, member)))
  await assertStillOne(work, member)
  return now
}

/**
 * Nobody else writes the private chats of these accounts, and this one, until the commit. Before anybody is
 * seized: chats come before people. Answers their numbers, ascending.
 */
export async function lockPrivateChats(
  work: Work,
  accounts: readonly { platform: PlatformWord; account: string }[],
  chat: number | undefined,
): Promise<number[]> {
  const { chats } = work.t
  const theirs = accounts.map(({ platform, account }) =>
    and(eq(chats.platform, platform), eq(chats.native, account)),
  )
  const which = or(...theirs, ...(chat === undefined ? [] : [eq(chats.id, chat)]))
  if (!which) return []
  const rows = await work.lock(
    work.db
      .select({ id: chats.id })
      .from(chats)
      .where(and(eq(chats.kind, 'private'), which))
      .orderBy(chats.id),
  )
  return rows.map(({ id }) => id)
}

/** People of whom an account has this name, in any case, at most so many. */
export async function membersCalled(work: Work, name: string, most: number): Promise<number[]> {
  const { identities } = work.t
  const rows = await work.db
    .selectDistinct({ member: identities.member })
    .from(identities)
    .where(or(eq(identities.name, name), sql`lower(${identities.name}) = ${name.toLowerCase()}`))
    .orderBy(asc(identities.member))
    .limit(most)
  return rows.map(({ member }) => member)
}

/** Whether one of these is a private chat that has been begun. */
export async function isAnyPrivate(
  work: Work,
  places: readonly { platform: PlatformWord; chat: string }[],
): Promise<boolean> {
  const { chats } = work.t
  const which = or(
    ...places.map(({ platform, chat }) => and(eq(chats.platform, platform), eq(chats.native, chat))),
  )
  if (!which) return false
  const rows = await work.db
    .select({ id: chats.id })
    .from(chats)
    .where(and(eq(chats.kind, 'private'), which))
    .limit(1)
  return rows.length > 0
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
