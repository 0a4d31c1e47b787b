/** What the bot found out about a community, as people read it. */
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { type ApplicationRow, lose } from '../applications/applications.js'
import { press } from '../applications/cards.js'
import {
  activityOf,
  type CommunityRow,
  measuredAt,
  ofApplication,
  rivals,
} from '../communities/communities.js'
import { chatOf, type PlaceSeen } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'

const DAY_MS = 86_400_000

/** For the reviewer: each community in a few lines, with what speaks against it. */
export async function communityLines(work: Work, { id }: Pick<ApplicationRow, 'id'>): Promise<Text[]> {
  const lines: Text[] = []
  for (const row of await ofApplication(work, id)) {
    const { title } = await chatOf(work, row.chat)
    lines.push(
      text('community-line', { title, size: row.size, at: { instant: row.measuredAt, as: 'moment' } }),
      ...(row.isAdmin ? [] : [text('community-no-admin')]),
      await activityLine(work, row),
      ...changeLines(row),
      ...(row.lostAt === null ? [] : [text('community-lost', { at: { instant: row.lostAt, as: 'moment' } })]),
      ...(await rivalLines(work, row)),
    )
  }
  return lines
}

async function activityLine(work: Work, row: CommunityRow): Promise<Text> {
  const { days, messages, writers } = await activityOf(work, row.id)
  if (!row.hears && messages === 0) return text('community-unheard')
  const all = Math.round((row.countedUntil - row.countedFrom) / DAY_MS)
  const passed = Math.min(all, Math.max(1, Math.ceil((work.now - row.countedFrom) / DAY_MS)))
  // On how many different people wrote, on average of the days on which anybody did.
  const daily = days === 0 ? 0 : Math.round(writers / days)
  return text('community-activity', { messages, days, daily, passed, all })
}

function changeLines({ size, sizeBefore, measuredBefore, isChanged }: CommunityRow): Text[] {
  if (!isChanged || sizeBefore === null || measuredBefore === null) return []
  const at = { instant: measuredBefore, as: 'moment' as const }
  return [text('community-changed', { before: sizeBefore, size, at })]
}

async function rivalLines(work: Work, row: CommunityRow): Promise<Text[]> {
  const others = await rivals(work, row)
  return others.map(({ application, member, isHeld }) =>
    text(isHeld ? 'community-claimed-first' : 'community-claimed', {
      application: String(application),
      who: `#${member}`,
    }),
  )
}

/** The reviewer, or the applicant, has the platform asked again. */
export async function againRows(work: Work, { id }: Pick<ApplicationRow, 'id'>): Promise<Button[][]> {
  const rows: Button[][] = []
  for (const { id: community, chat } of await ofApplication(work, id)) {
    const { title } = await chatOf(work, chat)
    rows.push([press('measure-again', text('measure-again', { title }), { community: String(community) })])
  }
  return rows
}

/** How the bot comes into a community, for whoever asked in private. */
export async function bringView(work: Work, { id }: ApplicationRow): Promise<View> {
  const payload = `measure_${id}`
  return {
    text: [text('measure-how'), text('measure-how-next'), text('measure-how-activity')],
    rows: [[{ kind: 'bring', label: text('measure-bring'), payload }], ...(await againRows(work, { id }))],
  }
}

/** For the applicant: what was found out. */
export async function measuredView(
  work: Work,
  row: ApplicationRow,
  chat: number,
  least: number,
): Promise<View> {
  const found = (await ofApplication(work, row.id)).find((one) => one.chat === chat)
  const { title } = await chatOf(work, chat)
  const size = found?.size ?? 0
  const isHeld = found?.isHeld === true
  const isEnough = isHeld && size >= least
  return {
    text: [
      text('measured-done', { title, size }),
      ...(isHeld
        ? [text(isEnough ? 'measured-enough' : 'measured-few', { least })]
        : [text('measured-claimed')]),
      text(found?.hears ? 'measured-counting' : 'measured-unheard'),
    ],
    tone: isEnough ? 'success' : 'warning',
  }
}

/** The bot was shown out of a place: what was measured there is open again, and the applicant is told. */
export async function communityLost(
  work: Work,
  { id, place }: { id: string; place: PlaceSeen },
  choose: Choose,
): Promise<void> {
  for (const community of await measuredAt(work, place)) {
    const row = await lose(work, community)
    if (!row) continue
    const { title } = await chatOf(work, community.chat)
    const view = {
      text: [text('measured-lost', { title })],
      rows: [[press('measure', text('measure-bring'), {})]],
    }
    await tellMember(work, { key: `community:${community.id}:lost:${id}`, member: row.member, view }, choose)
  }
}

/** The bot is back: the applicant is asked to have it measured anew. */
export async function communityBack(
  work: Work,
  { id, place }: { id: string; place: PlaceSeen },
  choose: Choose,
): Promise<void> {
  for (const { id: community, chat, member, lostAt } of await measuredAt(work, place)) {
    if (lostAt === null) continue
    const { title } = await chatOf(work, chat)
    const again = press('measure-again', text('measure-again', { title }), { community: String(community) })
    const view = { text: [text('measured-back', { title })], rows: [[again]] }
    await tellMember(work, { key: `community:${community}:back:${id}`, member, view }, choose)
  }
}
