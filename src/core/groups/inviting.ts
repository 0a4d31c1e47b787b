/** Invitations into the groups of partners: asked for, tried again, taken back. Never speaks. */
import { must } from '../../kit/refusal.js'
import { hours } from '../../programme/applications.js'
import type { PartnerPolicy } from '../../programme/cases.js'
import type { GroupDeed } from '../../storage/deed.js'
import { enqueueNewest, hasten, withdraw } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
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

/** Takes an invitation back. One whose link is only being made is taken back when it is there. */
export async function endInvite(work: Work, id: number): Promise<void> {
  const invite = await store.lockInvite(work, id)
  if (!invite || store.isOver(invite)) return
  const isOut = invite.link !== '' && invite.until > work.now
  await store.writeInvite(work, id, { state: isOut ? 'ending' : 'ended' })
  if (isOut) await takeBack(work, invite)
  else await withdraw(work, inviteKey(id))
}

/** What is being taken back is asked for again, while there is something to take. */
export async function endAgain(work: Work, invite: InviteRow): Promise<void> {
  if (invite.until > work.now) await askRevoke(work, invite)
  else await store.writeInvite(work, invite.id, { state: 'ended' })
}

export async function takeBack(work: Work, invite: InviteRow): Promise<void> {
  const { member, platform } = invite
  await record(work, {
    kind: 'partner-uninvited',
    actor: 'system',
    subject: memberText(member),
    details: { platform },
  })
  await askRevoke(work, invite)
}

/** The link is dead afterwards, used or not. */
export async function askRevoke(
  work: Work,
  { id, platform, account, chat, link }: InviteRow,
): Promise<void> {
  const { native } = await chatOf(work, chat)
  await ask(work, `group-revoke:${id}`, account, { do: 'revoke', platform, chat: native, invite: id, link })
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

export async function invite(
  work: Work,
  { member }: PartnerRow,
  { group, account }: { group: Group; account: string },
  policy: PartnerPolicy,
): Promise<void> {
  const { platform, chat } = group
  const until = untilFor(work, policy)
  const made = must(
    await store.insertInvite(work, { member, platform, account, chat, until }),
    'an invitation',
  )
  await askInvitation(work, made, group)
}

/** Once more, with a time of its own. */
export async function retry(work: Work, row: InviteRow, group: Group, policy: PartnerPolicy): Promise<void> {
  const until = untilFor(work, policy)
  await store.writeInvite(work, row.id, { state: 'asked', until })
  await askInvitation(work, { ...row, until }, group)
}

function untilFor({ now }: Work, { inviteHours }: PartnerPolicy): number {
  return now + hours(inviteHours)
}

async function askInvitation(
  work: Work,
  { id, platform, account, until }: InviteRow,
  { native }: Group,
): Promise<void> {
  await ask(work, inviteKey(id), account, { do: 'invite', platform, chat: native, invite: id, until })
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
