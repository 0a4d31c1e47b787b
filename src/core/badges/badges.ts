/**
 * What the platforms show of partners: the database says what is to be there, deeds bring it about. A change
 * of a partner is followed within seconds; every hour all of it is held against the platforms anew, because
 * people change roles by hand, join, and come back. What is not of the programme is never touched. Never
 * speaks.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kit/json.js'
import type { BadgePolicy } from '../../programme/badges.js'
import { type Deed, type DeedOutcome, placeOfDeed, type RoleDeed, type TagDeed } from '../../storage/deed.js'
import { enqueueNewest, hasten } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { accountsOf } from '../members/members.js'
import { lockPartner, type PartnerRow, uncheckedPartners } from '../partners/partners.js'
import * as store from './store.js'

/** Whoever pauses stays what they are. */
const SHOWN_IN = new Set<PartnerRow['state']>(['active', 'paused'])

/** How a tag is called where roles have ids. */
const TAG = 'tag'
/** What is wanted of a role: it has no words of its own. */
const ROLE = 'role'

/** Partners looked at in one look. */
const AT_ONCE = 100
/**
 * Hourly looks are spread over so many seconds, for a platform takes about as many requests a second as it
 * takes messages, and messages come first.
 */
const SPREAD_SECONDS = 3000
/** Prime to the seconds, so that partners with numbers in a row are asked about at different times. */
const STRIDE = 997

/** Numbers of partners whose badges are to be looked at, after `after`. */
export async function unseenPartners(work: Work, after: string, policy: BadgePolicy): Promise<string[]> {
  const hasChanged = store.hasOtherBadges(work, digestOf(policy))
  return uncheckedPartners(work, work.t.badgeChecks, { after, most: AT_ONCE, hasChanged })
}

/** The job of every hour. */
export const markStale = store.markStale

function digestOf(policy: BadgePolicy): string {
  return createHash('sha256').update(canonicalJson(policy)).digest('hex')
}

interface Wanted extends store.BadgeKey {
  wanted: string
}

/** Asks for what is to be shown of a partner and is not, and for the end of what is not to be shown. */
export async function settleBadges(work: Work, id: string, policy: BadgePolicy): Promise<void> {
  const row = await lockPartner(work, Number(id))
  const isSweep = await store.isStale(work, row.id)
  const known = new Map((await store.badgesOf(work, row.member)).map((one) => [nameOf(one), one]))
  const wanted = await wantedOf(work, row, policy)
  const names = new Set(wanted.map(nameOf))
  const over = [...known.values()].filter((one) => !names.has(nameOf(one)))
  for (const one of [...wanted, ...over.map((ended) => ({ ...ended, wanted: '' }))]) {
    const before = known.get(nameOf(one))
    const isAsked = before?.wanted === one.wanted
    if (isAsked && !isSweep) continue
    if (!isAsked) await store.wish(work, { ...keyOf(one), member: row.member, wanted: one.wanted })
    await ask(work, one, oursAt(before, one, policy), isAsked ? laterFor(row, work.now) : undefined)
  }
  const { version, tier } = row
  await store.noteSeen(work, { partner: row.id, version, tier: tier ?? '', policy: digestOf(policy) })
}

/** Tags that may be there by our doing: the last known, what was asked for since, what there is to give. */
function oursAt(before: store.BadgeRow | undefined, { place }: Wanted, { telegram }: BadgePolicy): string[] {
  const named = telegram.filter(({ chat }) => chat === place).map(({ tag }) => tag)
  return [...new Set([before?.shown ?? '', before?.wanted ?? '', ...named])].filter((tag) => tag !== '')
}

function laterFor({ id }: PartnerRow, now: number): number {
  return now + ((id * STRIDE) % SPREAD_SECONDS) * 1000
}

async function wantedOf(work: Work, row: PartnerRow, policy: BadgePolicy): Promise<Wanted[]> {
  if (!SHOWN_IN.has(row.state)) return []
  const accounts = await accountsOf(work, row.member)
  return accounts.flatMap(({ platform, account }) =>
    (platform === 'discord' ? rolesFor(row, policy) : tagsFor(row, policy)).map((one) => ({
      ...{ platform, account },
      ...one,
    })),
  )
}

function rolesFor({ tier }: PartnerRow, { discord }: BadgePolicy) {
  return discord
    .filter((one) => one.tier === undefined || one.tier === tier)
    .map(({ guild, role }) => ({ place: guild, badge: role, wanted: ROLE }))
}

/** One tag a chat: that of the tier before that of everybody. */
function tagsFor({ tier }: PartnerRow, { telegram }: BadgePolicy) {
  const chats = [...new Set(telegram.map(({ chat }) => chat))]
  return chats.flatMap((chat) => {
    const here = telegram.filter((one) => one.chat === chat)
    const found = here.find((one) => one.tier === tier) ?? here.find((one) => one.tier === undefined)
    return found ? [{ place: chat, badge: TAG, wanted: found.tag }] : []
  })
}

function keyOf({ platform, place, badge, account }: store.BadgeKey): store.BadgeKey {
  return { platform, place, badge, account }
}

function nameOf({ platform, place, badge, account }: store.BadgeKey): string {
  return `${platform}:${place}:${badge}:${account}`
}

/** Queues the deed, the newest instead of any older one. `later`: when it is only to be looked at again. */
async function ask(work: Work, one: Wanted, ours: string[], later: number | undefined): Promise<void> {
  const content = { kind: 'deed', deed: deedFor(one, ours) }
  const key = `badge:${nameOf(one)}`
  const { platform, account } = one
  const notBefore = later === undefined ? {} : { notBefore: later }
  await enqueueNewest(work, [{ key, class: 'edit', to: { platform, account }, content, ...notBefore }])
  if (later === undefined) await hasten(work, key)
}

function deedFor({ platform, place, badge, account, wanted }: Wanted, ours: string[]): Deed {
  return platform === 'discord'
    ? { do: 'role', guild: place, role: badge, account, give: wanted !== '' }
    : { do: 'tag', chat: place, account, tag: wanted, ours }
}

/** What staff are told: a platform says no, and a person must do something there. */
export interface BadgeRefused {
  platform: store.BadgeRow['platform']
  place: string
  badge: string
  why: DeedOutcome
}

/** Outcomes about which staff can do something. */
const TELLING = new Set<DeedOutcome>(['no-right', 'above', 'unknown', 'away', 'unable'])

/** Writes down how it went. What changed is a fact; what a person must look after is answered. */
export async function badgeDone(
  work: Work,
  deed: RoleDeed | TagDeed,
  outcome: DeedOutcome,
): Promise<BadgeRefused | undefined> {
  const platform = deed.do === 'role' ? 'discord' : 'telegram'
  const place = placeOfDeed(deed)
  const badge = deed.do === 'role' ? deed.role : TAG
  const row = await store.badgeAt(work, { platform, place, badge, account: deed.account })
  if (!row) return undefined
  const shown = deed.do === 'tag' ? deed.tag : deed.give ? ROLE : ''
  if (outcome !== 'done') {
    await store.writeBadge(work, row, { state: outcome, ...(outcome === 'absent' ? { shown: '' } : {}) })
    return TELLING.has(outcome) ? { platform, place, badge, why: outcome } : undefined
  }
  await store.writeBadge(work, row, { state: shown === '' ? 'off' : 'on', shown })
  if (row.shown !== shown) {
    await record(work, {
      kind: shown === '' ? 'badge-taken' : 'badge-given',
      actor: 'system',
      subject: memberText(row.member),
      details: { platform, place, badge },
    })
  }
  return undefined
}
