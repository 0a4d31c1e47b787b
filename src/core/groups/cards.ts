/** What is said about the groups of partners without being asked, and the clock by which they are kept. */
import type { Content } from '../../interaction/content.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { PartnerPolicy } from '../../programme/cases.js'
import type { Beat } from '../../storage/beat.js'
import type { Job } from '../../storage/job.js'
import { enqueue } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { deskOf } from '../desks/desks.js'
import { accountsOf, chatOf, nameOf } from '../members/members.js'
import { type Choose, tellAccounts, tellHolders } from '../notices/notices.js'
import {
  type GroupNews,
  type InviteRow,
  type Noted,
  noteArrival,
  recheckGroups,
  settleGroups,
  unseenPartners,
} from './groups.js'

const DAY_MS = 86_400_000
const EVERY_MS = 5000

/** Lets one person in: for private messages alone. */
export function joinButton({ platform, link }: Pick<InviteRow, 'platform' | 'link'>): Button {
  return { kind: 'link', label: text(`group-join-${platform}`), url: link }
}

export function inviteText({ until }: Pick<InviteRow, 'until'>): Text {
  return text('group-invited', { at: { instant: until, as: 'moment' } })
}

export async function tellOfGroups(work: Work, news: readonly GroupNews[], choose: Choose): Promise<void> {
  for (const one of news) {
    switch (one.what) {
      case 'invited':
        await tellInvited(work, one.invite, invitedView(one.invite), 'here', choose)
        break
      case 'late':
        await tellInvited(work, one.invite, { text: [text('group-invite-late')] }, 'late', choose)
        break
      case 'refused':
        await tellDesk(work, refusedView(one), refusedKey(work, one), choose)
        break
      case 'stranger': {
        const name = await nameOf(work, one.member)
        const view = { text: [text('group-stranger', { name })], tone: 'warning' as const }
        await tellDesk(work, view, `group-stranger:${one.invite}:${one.account}`, choose)
      }
    }
  }
}

function invitedView(invite: InviteRow): View {
  return { text: [inviteText(invite)], rows: [[joinButton(invite)]], tone: 'success' }
}

/** In the private chat of the account that it is for. Each link is told once, and that it follows, too. */
async function tellInvited(
  work: Work,
  { id, member, platform, account, until }: InviteRow,
  view: View,
  what: 'here' | 'late',
  choose: Choose,
): Promise<void> {
  const own = (await accountsOf(work, member)).filter((one) => one.platform === platform)
  const accounts = own.filter((one) => one.account === account)
  const key = what === 'here' ? `group-invited:${id}:${until}` : `group-late:${id}`
  await tellAccounts(work, { key, member, accounts, view }, choose)
}

type Refused = Extract<GroupNews, { what: 'refused' }>

function refusedView({ deed, platform, chat, why }: Refused): View {
  return {
    text: [
      text(`group-refused-${deed}`, { place: chat }),
      whyText(deed, platform, why),
      text(deed === 'invite' ? 'group-refused-next' : 'group-refused-by-hand'),
    ],
    tone: 'warning',
  }
}

/** Only a person can stand above us, and only Telegram shows people out. */
function whyText(deed: Refused['deed'], platform: Refused['platform'], why: Refused['why']): Text {
  if (why === 'above') return text(deed === 'show-out' ? 'group-why-above' : `group-why-${platform}-no-right`)
  return text(`group-why-${platform}-${why === 'unknown' ? 'unable' : why}`)
}

/** Once a day for each reason: every partner meets the same one. */
function refusedKey(work: Work, { deed, platform, why }: Refused): string {
  return `group-refused:${platform}:${deed}:${why}:${Math.floor(work.now / DAY_MS)}`
}

/** At the desk for applications, or where there is none, to the admins. */
async function tellDesk(work: Work, view: View, key: string, choose: Choose): Promise<void> {
  const desk = await deskOf(work, 'applications')
  if (!desk) return tellHolders(work, { key, roles: ['admin'], except: [], view }, choose)
  const { id, platform, language, appLanguage } = await chatOf(work, desk.chat)
  const content: Content = {
    kind: 'view',
    view,
    locale: choose(language, appLanguage),
    ...(desk.thread === null ? {} : { thread: desk.thread }),
  }
  await enqueue(work, { key, class: 'post', to: { platform, chat: id }, content })
}

/** Who came, went or spoke, as the platform told. */
export async function hearArrival(work: Work, noted: Noted, choose: Choose): Promise<void> {
  await tellOfGroups(work, await noteArrival(work, noted), choose)
}

/** A partner came, changed or went: what is to be of it is asked for within seconds. */
export function groupsBeat(policy: PartnerPolicy): Beat {
  return {
    name: 'partner-groups',
    everyMs: EVERY_MS,
    due: unseenPartners,
    settle: (work, id) => settleGroups(work, id, policy),
  }
}

/** What a platform refused is tried again, and accounts that changed hands are looked at; nobody else. */
export const groupsJob: Job = {
  name: 'partner-groups-hourly',
  cron: '41 * * * *',
  zone: 'UTC',
  catchUp: 'run_latest',
  async run(work) {
    await recheckGroups(work)
    return 'done'
  },
}
