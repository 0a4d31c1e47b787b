/** Invitations into the groups of partners: asked for, tried again, taken back. Never speaks. */
import { must } from '../../kit/refusal.js'
import { hours } from '../../programme/applications.js'
import type { PartnerPolicy } from '../../programme/cases.js'
import type { GroupDeed } from '../../storage/deed.js'
import { enqueueNewest, hasten, withdraw } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { type Fact, type FactKind, memberText, record } from '../facts/facts.js'
import { accountsOf, chatOf } from '../members/members.js'
import type { PartnerRow } from '../partners/partners.js'
import type { InviteRow, Platform, StayRow } from './store.js'
import * as store from './store.js'

/** Whoever is one of these may be in the group, and is invited. */
export const INVITED_IN = new Set<PartnerRow['state']>(['onboarding', 'active', 'paused'])
/** Whoever is one of these is shown out. */
export const SHOWN_OUT_IN = new Set<PartnerRow['state']>(['terminated', 'resigned'])

/** A group as the platform knows it. */
export interface Group {
  platform: Platform
  /** By its own number. */
  chat: number
  native: string
}

/** The groups that are named, as they are now. */
export async function groupsNow(work: Work): Promise<Group[]> {
  const found: Group[] = []
  for (const { platform, chat } of await store.groups(work)) {
    const { id, native } = await chatOf(work, chat)
    found.push({ platform, chat: id, native })
  }
  return found
}

/**
 * What follows from what was written down. Every unit of work waits for invitations and stays first, then for
 * the head of the facts, then for rows of the outbox; so this is kept until all rows are locked.
 */
export interface Following {
  facts: Fact[]
  deeds: (() => Promise<void>)[]
}

export function nothingYet(): Following {
  return { facts: [], deeds: [] }
}

export async function follow(work: Work, { facts, deeds }: Following): Promise<void> {
  for (const fact of facts) await record(work, fact)
  for (const deed of deeds) await deed()
}

export function noteFact(
  { facts }: Following,
  kind: FactKind,
  { member, platform }: Pick<InviteRow, 'member' | 'platform'>,
): void {
  facts.push({ kind, actor: 'system', subject: memberText(member), details: { platform } })
}

/** Takes an invitation back. One whose link is only being made is taken back when it is there. */
export async function endInvite(work: Work, id: number, then: Following): Promise<void> {
  const invite = await store.lockInvite(work, id)
  if (!invite || store.isOver(invite)) return
  const isOut = invite.link !== '' && invite.until > work.now
  await store.writeInvite(work, id, { state: isOut ? 'ending' : 'ended' })
  if (isOut) await takeBack(work, invite, then)
  else then.deeds.push(() => withdraw(work, inviteKey(id)))
}

/** What is being taken back is asked for again, while there is something to take. */
export async function endAgain(work: Work, invite: InviteRow, then: Following): Promise<void> {
  if (invite.until > work.now) await askRevoke(work, invite, then)
  else await store.writeInvite(work, invite.id, { state: 'ended' })
}

export async function takeBack(work: Work, invite: InviteRow, then: Following): Promise<void> {
  noteFact(then, 'partner-uninvited', invite)
  await askRevoke(work, invite, then)
}

/** The link is dead afterwards, used or not. */
export async function askRevoke(
  work: Work,
  { id, platform, account, chat, link }: InviteRow,
  { deeds }: Following,
): Promise<void> {
  const { native } = await chatOf(work, chat)
  const deed = { do: 'revoke', platform, chat: native, invite: id, link } as const
  deeds.push(() => ask(work, `group-revoke:${id}`, account, deed))
}

/** What there is of somebody on a platform; invitations the newest first. */
export async function standingIn(
  work: Work,
  { member }: PartnerRow,
  platform: Platform,
): Promise<{ accounts: string[]; invites: InviteRow[]; stays: StayRow[] }> {
  const isHere = (one: { platform: string }) => one.platform === platform
  return {
    accounts: (await accountsOf(work, member)).filter(isHere).map(({ account }) => account),
    invites: (await store.invitesOf(work, member)).filter(isHere),
    stays: (await store.staysOf(work, member)).filter(isHere),
  }
}

const UNREFUSED = new Set<InviteRow['state']>(['asked', 'open'])

/** A platform said no, and it is tried again. */
export function isRefused(row: InviteRow): boolean {
  return !store.isOver(row) && !UNREFUSED.has(row.state)
}

/** `until`: when its time is over, ms since the epoch, see {@link untilFor}. */
export async function invite(
  work: Work,
  { member }: PartnerRow,
  { group, account, until }: { group: Group; account: string; until: number },
  then: Following,
): Promise<void> {
  const { platform, chat } = group
  const made = must(
    await store.insertInvite(work, { member, platform, account, chat, until }),
    'an invitation',
  )
  askInvitation(work, made, group, then)
}

/** Once more, with a time of its own. */
export async function retry(
  work: Work,
  row: InviteRow,
  { group, until }: { group: Group; until: number },
  then: Following,
): Promise<void> {
  await store.writeInvite(work, row.id, { state: 'asked', until })
  askInvitation(work, { ...row, until }, group, then)
}

export function untilFor({ now }: Work, { inviteHours }: PartnerPolicy): number {
  return now + hours(inviteHours)
}

function askInvitation(
  work: Work,
  { id, platform, account, until }: InviteRow,
  { native }: Group,
  { deeds }: Following,
): void {
  const deed = { do: 'invite', platform, chat: native, invite: id, until } as const
  deeds.push(() => ask(work, inviteKey(id), account, deed))
}

function inviteKey(id: number): string {
  return `group-invite:${id}`
}

/** Queues a deed, the newest instead of any older one under its key. */
export async function ask(work: Work, key: string, account: string, deed: GroupDeed): Promise<void> {
  const to = { platform: deed.platform, account }
  await enqueueNewest(work, [{ key, class: 'edit', to, content: { kind: 'deed', deed } }])
  await hasten(work, key)
}
