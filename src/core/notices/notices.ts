/**
 * News for people who did not ask: queued in the unit of work of what it tells, in each reader's language.
 */
import type { Content } from '../../interaction/content.js'
import type { View } from '../../interaction/view.js'
import { fromJson } from '../../kit/json.js'
import { type Text, text } from '../../kit/text.js'
import { enqueueAll, mailRows, type Outgoing } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, canBeWritten, languageOf } from '../members/members.js'
import { holdersOf, type Role } from '../roles/roles.js'

/** Chooses a language we speak from tags, the first that fits. */
export type Choose = (...tags: (string | null | undefined)[]) => string

/** An account that can be written to. */
export type Reached = Awaited<ReturnType<typeof accountsOf>>[number]

/** For everyone who holds one of the roles; with `region`, in it (see `holdersOf`). */
export interface HoldersNotice {
  key: string
  roles: readonly Role[]
  region?: string | null
  /** Of them those alone for whom this holds. */
  isFor?(member: number): Promise<boolean>
  except: readonly number[]
  view: View
}

/** Tells them, on each of their accounts. */
export async function tellHolders(work: Work, notice: HoldersNotice, choose: Choose): Promise<void> {
  const members = new Set<number>()
  for (const role of notice.roles)
    for (const member of await holdersOf(work, role, notice.region)) members.add(member)
  for (const member of notice.except) members.delete(member)
  for (const member of members) {
    if ((await notice.isFor?.(member)) ?? true) await tellMember(work, { ...notice, member }, choose)
  }
}

/** Tells one person, on each of their accounts. */
export async function tellMember(
  work: Work,
  { key, member, view }: { key: string; member: number; view: View },
  choose: Choose,
): Promise<void> {
  await tellAccounts(work, { key, member, accounts: await accountsOf(work, member), view }, choose)
}

/** Whether somebody who was just told can have heard it, or how they will hear of it. */
export async function toldText(work: Work, member: number): Promise<Text> {
  return text((await canBeWritten(work, member)) ? 'told-now' : 'told-later')
}

/** Tells a person on some of their accounts. */
export async function tellAccounts(
  work: Work,
  { key, member, accounts, view }: { key: string; member: number; accounts: readonly Reached[]; view: View },
  choose: Choose,
): Promise<void> {
  const chosen = await languageOf(work, member)
  await enqueueAll(
    work,
    accounts.map(({ platform, account, language }): Outgoing => {
      const content: Content = { kind: 'view', view, locale: choose(chosen, language) }
      return {
        key: `${key}:${platform}:${account}`,
        class: 'receipt',
        to: { platform, account },
        content,
      }
    }),
  )
}

/** Writes to one person's e-mail address. The same key again changes nothing. */
export async function writeMember(
  work: Work,
  { key, member, address, ...words }: { key: string; member: number; address: string } & LetterWords,
  choose: Choose,
): Promise<void> {
  const apps = (await accountsOf(work, member)).map(({ language }) => language)
  const locale = choose(await languageOf(work, member), ...apps)
  const content: Content = { kind: 'letter', ...words, locale, member }
  await enqueueAll(work, [{ key, class: 'receipt', to: { platform: 'mail', account: address }, content }])
}

interface LetterWords {
  subject: Text
  text: Text[]
}

export interface LetterRow {
  id: number
  /** Null where there is none any more. */
  address: string | null
  state: string
  at: number
}

/** Letters to a person, by any of their numbers, that are still kept. */
export async function lettersTo(work: Work, numbers: readonly number[]): Promise<LetterRow[]> {
  const rows = await mailRows(work)
  return rows.flatMap(({ id, account, content, state, createdAt }) => {
    const said = fromJson<Content>(content)
    const isTheirs = said.kind === 'letter' && numbers.includes(said.member)
    return isTheirs ? [{ id, address: account, state, at: createdAt }] : []
  })
}
