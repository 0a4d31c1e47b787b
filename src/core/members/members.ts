/**
 * People and chats: who is behind an account, which chat is meant by a native id. The only door to their
 * tables.
 */

import { cleanName } from '../../i18n/clean.js'
import { must } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { moveRow } from './moves.js'
import * as store from './store.js'
import { chatById, chatsByNative, identitiesOf, insertChats, insertNewcomers, rolesOfMany } from './store.js'

export type PlatformWord = 'telegram' | 'discord'

export interface AccountSeen {
  platform: PlatformWord
  id: string
  name: string
  language?: string
}

export interface PlaceSeen {
  platform: PlatformWord
  chat: string
  kind: 'private' | 'group'
  title?: string
  language?: string
  guild?: string
}

export interface MeetingSeen {
  account: AccountSeen
  place: PlaceSeen
}

export interface Chat {
  id: number
  platform: PlatformWord
  native: string
  kind: 'private' | 'group'
  title: string
  /** Chosen by its moderators. */
  language: string | null
  /** What the platform says of it. */
  appLanguage: string | null
  guild: string | null
  state: 'active' | 'left'
}

export interface Known {
  member: number
  language: string | null
  roles: readonly string[]
  /** When the account was first met, ms since the epoch. */
  firstMet: number
  chat: Chat
}

/** Recognises everyone of a list, making rows for newcomers and new chats; answers in the order asked. */
export async function recognise(work: Work, meetings: readonly MeetingSeen[]): Promise<Known[]> {
  const accounts = new Map(meetings.map(({ account }) => [accountKey(account), account]))
  const places = new Map(meetings.map(({ place }) => [placeKey(place), place]))
  const members = await membersBehind(work, [...accounts.values()])
  const chats = await chatsAt(work, [...places.values()])
  const roles = await rolesOfMany(work, [...new Set([...members.values()].map(({ member }) => member))])
  return meetings.map(({ account, place }) => {
    const { member, language, createdAt } = must(
      members.get(accountKey(account)),
      'a member behind every account',
    )
    const chat = must(chats.get(placeKey(place)), 'a row for every chat')
    return { member, language, roles: roles.get(member) ?? [], firstMet: createdAt, chat }
  })
}

function accountKey({ platform, id }: Pick<AccountSeen, 'platform' | 'id'>): string {
  return `${platform}:${id}`
}

function placeKey({ platform, chat }: Pick<PlaceSeen, 'platform' | 'chat'>): string {
  return `${platform}:${chat}`
}

type Behind = Map<string, { member: number; language: string | null; createdAt: number }>

async function membersBehind(work: Work, accounts: AccountSeen[]): Promise<Behind> {
  const found = await lookUp(work, accounts)
  const newcomers = accounts.filter((account) => !found.has(accountKey(account)))
  if (newcomers.length > 0) {
    await insertNewcomers(work, newcomers.map(clean))
    for (const [key, row] of await lookUp(work, newcomers)) found.set(key, row)
  }
  await refreshChanged(work, accounts, found)
  return found
}

type Row = Awaited<ReturnType<typeof identitiesOf>>[number]

async function lookUp(work: Work, accounts: readonly AccountSeen[]): Promise<Map<string, Row>> {
  const rows: Row[] = []
  for (const platform of ['telegram', 'discord'] as const) {
    const ids = accounts.flatMap((one) => (one.platform === platform ? [one.id] : []))
    if (ids.length > 0) rows.push(...(await identitiesOf(work, platform, ids)))
  }
  return new Map(rows.map((row) => [accountKey({ platform: row.platform, id: row.account }), row]))
}

/** Names and app languages change; only what differs is written. */
async function refreshChanged(work: Work, accounts: AccountSeen[], found: Map<string, Row>): Promise<void> {
  for (const account of accounts) {
    const row = found.get(accountKey(account))
    const { name, language } = clean(account)
    const same = row?.name === name && (row.appLanguage === (language ?? null) || language === undefined)
    if (!same) await store.refreshIdentity(work, { ...account, name, language })
  }
}

function clean(account: AccountSeen): AccountSeen {
  return { ...account, name: cleanName(account.name) }
}

async function chatsAt(work: Work, places: PlaceSeen[]): Promise<Map<string, Chat>> {
  const found = await chatsByNative(work, places)
  const fresh = places.filter((place) => !found.has(placeKey(place)))
  if (fresh.length > 0) {
    await insertChats(
      work,
      fresh.map((place) => ({ ...place, title: cleanName(place.title ?? '') })),
    )
    for (const [key, chat] of await chatsByNative(work, fresh)) found.set(key, chat)
  }
  for (const place of places) await refreshChat(work, place, found)
  return found
}

/**
 * Titles and languages of groups change, and a group that was left may be back; only what differs is written.
 */
async function refreshChat(work: Work, place: PlaceSeen, found: Map<string, Chat>): Promise<void> {
  const chat = found.get(placeKey(place))
  if (!chat) return
  const seen = {
    title: cleanName(place.title ?? '') || chat.title,
    appLanguage: place.language ?? chat.appLanguage,
    guild: place.guild ?? chat.guild,
    state: 'active' as const,
  }
  const same = Object.entries(seen).every(([name, value]) => chat[name as keyof typeof seen] === value)
  if (same) return
  await store.refreshChat(work, chat.id, seen)
  found.set(placeKey(place), { ...chat, ...seen })
}

/** The person behind an account, when they have been met. */
export async function memberOf(
  work: Work,
  account: Pick<AccountSeen, 'platform' | 'id'>,
): Promise<number | undefined> {
  const [row] = await identitiesOf(work, account.platform, [account.id])
  return row?.member
}

/** The chat at a place, made when it is new. */
export async function chatAt(work: Work, place: PlaceSeen): Promise<Chat> {
  return must((await chatsAt(work, [place])).get(placeKey(place)), 'a row for the chat')
}

/** A chat by its own number. */
export async function chatOf(work: Work, id: number): Promise<Chat> {
  return must(await chatById(work, id), `chat ${id}`)
}

/** Notes that a person was met in a group. */
export async function sighted(work: Work, member: number, chat: number): Promise<void> {
  await store.upsertSighting(work, member, chat)
}

/** Groups a person was met in and where the bot still is, the latest first. */
export async function groupsOf(work: Work, member: number): Promise<Chat[]> {
  return store.groupsSighted(work, member)
}

/** How a person is called: the name of their account on the platform, else any other, else `#id`. */
export async function nameOf(work: Work, member: number, platform?: PlatformWord): Promise<string> {
  return (await namesOf(work, [member], platform)).get(member) ?? `#${member}`
}

/** Names of many, like {@link nameOf}. */
export async function namesOf(
  work: Work,
  members: readonly number[],
  platform?: PlatformWord,
): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  const rows = await store.identitiesOfMembers(work, members)
  const preferred = [...rows].sort((a, b) => rank(a, platform) - rank(b, platform))
  for (const { member, name } of preferred) if (name !== '' && !names.has(member)) names.set(member, name)
  for (const member of members) if (!names.has(member)) names.set(member, `#${member}`)
  return names
}

function rank(row: { platform: PlatformWord }, platform?: PlatformWord): number {
  return row.platform === platform ? 0 : 1
}

/**
 * Until the commit, nobody else counts what this chat and this person have spent of their limits. The chat
 * first, as recognising does.
 */
export async function countAlone(
  work: Work,
  { chat, member }: { chat: number; member: number },
): Promise<void> {
  await store.lockChatAndMember(work, chat, member)
}

/** Accounts of a person, for messages and for the staff. */
export async function accountsOf(
  work: Work,
  member: number,
): Promise<{ platform: PlatformWord; account: string; language: string | null }[]> {
  return store.identitiesOfMembers(work, [member])
}

/** The language a person chose, or null. */
export async function languageOf(work: Work, member: number): Promise<string | null> {
  return store.languageOfMember(work, member)
}

/** Chooses the person's language; null follows the platform again. */
export async function chooseLanguage(work: Work, member: number, language: string | null): Promise<void> {
  await store.updateLanguage(work, member, language)
}

/** Chooses the language of a group's cards; null follows the platform again. */
export async function chooseChatLanguage(work: Work, chat: number, language: string | null): Promise<void> {
  await store.updateChatLanguage(work, chat, language)
}

/** The bot was shown out of a chat; it comes back by being met there again. */
export async function leaveChat(work: Work, place: PlaceSeen): Promise<void> {
  await store.markLeft(work, place.platform, place.chat)
}

/** The platform says that a chat cannot be reached, or can be again. */
export async function chooseChatState(work: Work, chat: number, state: Chat['state']): Promise<void> {
  await store.updateChatState(work, chat, state)
}

/**
 * Makes one person of several accounts that were never met before, for imports and demos; accounts already
 * known keep their person. Answers the person of the first.
 */
export async function introduce(work: Work, accounts: readonly AccountSeen[]): Promise<number> {
  const [first, ...others] = accounts
  const head = must(first, 'at least one account')
  const known = await membersBehind(work, [head])
  const { member } = must(known.get(accountKey(head)), 'the person of the first account')
  const unknown = await lookUp(work, others)
  for (const account of others) {
    if (!unknown.has(accountKey(account))) await store.insertIdentity(work, member, clean(account))
  }
  return member
}

/**
 * The platform gave a chat a new id (a group became a supergroup): same chat, same number here, under either
 * id. Told twice, or late, it changes nothing more.
 */
export async function moveChat(work: Work, platform: PlatformWord, from: string, to: string): Promise<void> {
  await moveRow(work, platform, from, to)
}
