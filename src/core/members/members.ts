/**
 * People and chats: who is behind an account, which chat is meant by a native id. The only door to their
 * tables.
 */

import { cleanLanguage, cleanName } from '../../i18n/clean.js'
import { must } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { memberText } from '../facts/facts.js'
import { freezesOver, reasonOf } from '../freezes/freezes.js'
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
  /** The chat that stands for this one, when the platform made one of both. */
  mergedInto: number | null
}

export { carryOn, carryWallet, isHeldInLedger, mergedCheck, ownerNow } from './budgets.js'
export { chatLabel, groupChoices } from './group-choices.js'
export {
  accountNamed,
  type Called,
  nameOf,
  namesOf,
  PERSON_LIKE,
  peopleCalled,
  personMeant,
  personNamed,
  refuseSeveral,
} from './naming.js'
export {
  assertStillOne,
  carryTraces,
  giveWay,
  linksInto,
  numbersAround,
  numbersOf,
  personNow,
  pinPeople,
  seizePeople,
  seizeTwo,
} from './numbers.js'
export { chatsBehind, lockPrivateChats } from './store.js'

export interface Known {
  member: number
  language: string | null
  /** None while they are stopped. */
  roles: readonly string[]
  /** Why they are stopped, while they are; `none` without a reason. */
  stopped?: string
  /** When the account was first met, ms since the epoch. */
  firstMet: number
  chat: Chat
}

/** Recognises everyone of a list, making rows for newcomers and new chats; answers in the order asked. */
export async function recognise(work: Work, meetings: readonly MeetingSeen[]): Promise<Known[]> {
  const accounts = new Map(meetings.map(({ account }) => [accountKey(account), account]))
  const places = new Map(meetings.map(({ place }) => [placeKey(place), place]))
  const chats = await chatsAt(work, inOrder(places))
  const members = await membersBehind(work, inOrder(accounts))
  const met = [...new Set([...members.values()].map(({ member }) => member))]
  const roles = await rolesOfMany(work, met)
  const stops = await freezesOver(work, met.map(memberText))
  return meetings.map(({ account, place }) => {
    const { member, language, createdAt } = must(
      members.get(accountKey(account)),
      'a member behind every account',
    )
    const chat = must(chats.get(placeKey(place)), 'a row for every chat')
    const stop = stops.get(memberText(member))
    const say = stop ? { roles: [], stopped: reasonOf(stop) } : { roles: roles.get(member) ?? [] }
    return { member, language, ...say, firstMet: createdAt, chat }
  })
}

/** In one order, so that two units that meet the same people do not wait for each other in a ring. */
function inOrder<T>(byKey: ReadonlyMap<string, T>): T[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
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
  return { ...account, name: cleanName(account.name), language: cleanLanguage(account.language) }
}

async function chatsAt(work: Work, places: PlaceSeen[]): Promise<Map<string, Chat>> {
  const found = await chatsByNative(work, places)
  const fresh = places.filter((place) => !found.has(placeKey(place)))
  if (fresh.length > 0) {
    await insertChats(
      work,
      fresh.map((place) => ({
        ...place,
        title: cleanName(place.title ?? ''),
        language: cleanLanguage(place.language),
      })),
    )
    for (const [key, chat] of await chatsByNative(work, fresh)) found.set(key, chat)
  }
  // Rows of chats are written in the order of their numbers, as they are locked.
  const numberOf = (place: PlaceSeen) => found.get(placeKey(place))?.id ?? 0
  const byNumber = [...places].sort((a, b) => numberOf(a) - numberOf(b))
  for (const place of byNumber) await refreshChat(work, place, found)
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
    appLanguage: cleanLanguage(place.language) ?? chat.appLanguage,
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

/** A chat by its own number; where it gave way to another, that one. */
export async function chatOf(work: Work, id: number): Promise<Chat> {
  return must(await chatById(work, id), `chat ${id}`)
}

/** Like {@link chatOf}, where the number is somebody's word. */
export async function chatNumbered(work: Work, id: number): Promise<Chat | undefined> {
  return chatById(work, id)
}

/** Notes that a person was met in a group. */
export async function sighted(work: Work, member: number, chat: number): Promise<void> {
  await store.upsertSighting(work, member, chat)
}

/** Groups a person was met in and where the bot still is, the latest first. */
export async function groupsOf(work: Work, member: number): Promise<Chat[]> {
  return store.groupsSighted(work, member)
}

/**
 * Until the commit, nobody else counts what this chat and this person have spent of their limits, and the
 * chat gives way to no other. The chat first, as recognising does. Answers the chat's number, which is
 * another when it has given way. Throws an Again where it gives way at this very moment.
 */
export async function countAlone(
  work: Work,
  { chat, member }: { chat: number; member: number },
): Promise<number> {
  const [now] = await store.lockChatsAndMember(work, [chat], member)
  return must(now, `chat ${chat}`)
}

/** Like {@link countAlone} for several chats; answers their numbers, ascending and each once. */
export async function countAloneIn(
  work: Work,
  { chats, member }: { chats: readonly number[]; member: number },
): Promise<number[]> {
  return store.lockChatsAndMember(work, chats, member)
}

/** The numbers that stand for these chats now, ascending and each once. */
export async function numbersNow(work: Work, chats: readonly number[]): Promise<number[]> {
  return store.chatNumbersNow(work, chats)
}

/** Accounts of a person, for messages and for the staff, the oldest first; `met` in ms since the epoch. */
export async function accountsOf(work: Work, ...numbers: number[]) {
  return store.identitiesOfMembers(work, numbers)
}

/**
 * Whether a message can go to one of a person's accounts: Telegram lets us write only to who has begun a
 * private chat, while Discord lets us try.
 */
export async function canBeWritten(work: Work, member: number): Promise<boolean> {
  const accounts = await accountsOf(work, member)
  if (accounts.some(({ platform }) => platform !== 'telegram')) return true
  const places = accounts.map(({ platform, account: chat }) => ({ platform, chat }))
  return store.isAnyPrivate(work, places)
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

/**
 * The bot was shown out of a chat; it comes back by being met there again. Answers the chat's number where it
 * was in there until now.
 */
export async function leaveChat(work: Work, place: PlaceSeen): Promise<number | undefined> {
  return store.markLeft(work, place.platform, place.chat)
}

/** The platform says that a chat cannot be reached, or can be again. */
export async function chooseChatState(work: Work, chat: number, state: Chat['state']): Promise<void> {
  await store.updateChatState(work, chat, state)
}

/** The person behind an account, met or not. */
export async function personBehind(work: Work, account: AccountSeen): Promise<number> {
  const behind = await membersBehind(work, [account])
  return must(behind.get(accountKey(account)), 'the person behind an account').member
}

/** A person has one more account, which nobody has met yet; one that was met stays whose it is. */
export async function addAccount(work: Work, member: number, account: AccountSeen): Promise<void> {
  await store.insertIdentity(work, member, clean(account))
}

/** Takes an account off a person: whoever is behind it is somebody new, with nothing. Answers who. */
export async function partAccount(
  work: Work,
  account: Pick<AccountSeen, 'platform' | 'id'>,
): Promise<number> {
  return store.moveToNewcomer(work, account)
}

/**
 * The platform gave a chat a new id (a group became a supergroup): same chat, same number here, under either
 * id. Told twice, or late, it changes nothing more.
 */
export async function moveChat(work: Work, platform: PlatformWord, from: string, to: string): Promise<void> {
  await moveRow(work, platform, from, to)
}
