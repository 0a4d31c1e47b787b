/**
 * A talk with an applicant, from the invitation on: whether the time suits them, and another one. These are
 * no steps of the application; who wrote what stays with the round of the invitation. Never speaks.
 */
import { toJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { grantsOf, holdersOf, reaches } from '../roles/roles.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  assertMayLook,
  lockApplication,
  move,
  overtakenBy,
  ownStateText,
  partsOf,
} from './moving.js'
import { talkLeaders } from './staff.js'
import * as store from './store.js'

/** What an applicant has to say where the time suits them. */
const SUITS = ''

/** Of a round: that the applicant can come, in as many words as it takes. */
export const isSuiting = (answer: string | null): boolean => answer === SUITS

/** What was proposed last. */
export interface Talk {
  /** Of the round it stands in. */
  number: number
  questions: string
  /** Null: none yet; see {@link isSuiting}. */
  answer: string | null
}

/** The talk that an application waits for; undefined where it waits for none. */
export async function talkOf(work: Work, { id, state }: ApplicationRow): Promise<Talk | undefined> {
  return state === 'interview' ? (await store.roundsOf(work, id)).at(-1) : undefined
}

function slotJson(slot: string): string {
  return toJson([text('application-slot', { slot: { said: slot } })])
}

/** A talk was proposed; when and how stays with the application. */
export async function invite(work: Work, id: number, by: number, slot: string): Promise<ApplicationRow> {
  return move(work, 'invite', await lockApplication(work, id), by, {
    holds: ['noted'],
    effects: () => store.insertRound(work, { application: id, questions: slotJson(slot), askedBy: by }),
  })
}

/** A talk as somebody saw it: `talk` is its {@link Talk.number}. */
interface SeenTalk {
  id: number
  talk: number
  by: number
}

/** With `said`: how often something had been said of it, so that no answer is passed over unread. */
type HeardTalk = SeenTalk & { said: number }

/** Who is told whether the time suits, may propose another: whoever invited, and who leads talks there. */
export function mayInviteAgain(row: ApplicationRow, parts: ReadonlySet<string>, by: number): boolean {
  return row.state === 'interview' && parts.has('reviewer') && (row.reviewer === by || parts.has('manager'))
}

/**
 * All that {@link inviteAgain} would refuse, without writing: `application-state`, `application-talk-over`
 * (another was proposed since), and what looking at it refuses.
 */
export async function assertMayInviteAgain(
  work: Work,
  row: ApplicationRow,
  { talk, said, by }: Omit<HeardTalk, 'id'>,
): Promise<Talk> {
  const number = String(row.id)
  await assertMayLook(work, row, by)
  const found = await talkOf(work, row)
  if (!found) return refuse('application-state', await overtakenBy(work, row, by))
  if (!mayInviteAgain(row, await partsOf(work, row, by), by)) refuse('application-not-yours', { number })
  const isKnown = found.number === talk && row.revision === said
  return isKnown ? found : refuse('application-talk-over', { number })
}

/** Another time, or another way, instead of what was proposed; whoever proposes it has invited them. */
export async function inviteAgain(work: Work, seen: HeardTalk, slot: string): Promise<ApplicationRow> {
  const { id, by } = seen
  const row = await lockApplication(work, id)
  await assertMayInviteAgain(work, row, seen)
  await store.insertRound(work, { application: id, questions: slotJson(slot), askedBy: by })
  return spokenOf(work, { ...row, reviewer: by }, by, { kind: 'application-talk-proposed' })
}

/** All that {@link answerTalk} would refuse, without writing. */
export async function assertMayAnswerTalk(
  work: Work,
  row: ApplicationRow,
  { talk, by }: Omit<SeenTalk, 'id'>,
): Promise<Talk> {
  const number = String(row.id)
  if (row.member !== by) refuse('application-not-yours', { number })
  const found = await talkOf(work, row)
  const params = { number, state: ownStateText(row.state), who: 'none', name: '' }
  if (!found) return refuse('application-state', params)
  return found.number === talk ? found : refuse('application-talk-over', { number })
}

/**
 * The applicant says that the time suits them, or with `words`, that it does not and when it would; they may
 * think better of it. Refuses `application-not-yours`, `application-state`, `application-talk-over`.
 */
export async function answerTalk(
  work: Work,
  seen: SeenTalk,
  words?: string,
): Promise<{ row: ApplicationRow; isNew: boolean }> {
  const { id, talk, by } = seen
  const row = await lockApplication(work, id)
  const { answer } = await assertMayAnswerTalk(work, row, seen)
  if (answer === (words ?? SUITS)) return { row, isNew: false }
  await store.writeAnswer(work, id, talk, words ?? SUITS)
  const fact = { kind: 'application-talk-answered', details: { suits: words === undefined } } as const
  return { row: await spokenOf(work, row, by, fact), isNew: true }
}

/** One more was said about the talk: what is told of it is told once for each. */
async function spokenOf(
  work: Work,
  row: ApplicationRow,
  by: number,
  fact: { kind: 'application-talk-proposed' | 'application-talk-answered'; details?: { suits: boolean } },
): Promise<ApplicationRow> {
  const revision = row.revision + 1
  await store.writeHolder(work, row.id, { revision, reviewer: row.reviewer })
  await record(work, { ...fact, actor: memberText(by), subject: `application:${row.id}` })
  await touchCards(work, APPLICATION_CARD, [String(row.id)])
  return { ...row, revision }
}

/** As what somebody of the staff is known to an applicant, to whom nobody is named. */
type Host = 'regional_manager' | 'admin' | 'reviewer'

const HOSTS: readonly Host[] = ['regional_manager', 'admin', 'reviewer']

/** Who invites (undefined: nobody who still may) and who leads the talk; `isSame`: that is one person. */
export async function hostsOf(
  work: Work,
  row: ApplicationRow,
): Promise<{ invites: Host | undefined; leads: Host; isSame: boolean }> {
  const { reviewer, region } = row
  const grants = reviewer === null ? [] : await grantsOf(work, reviewer)
  const invites = HOSTS.find((role) => reaches(grants, role, region))
  const leaders = await talkLeaders(work, row)
  if (invites !== undefined && reviewer !== null && leaders.includes(reviewer))
    return { invites, leads: invites, isSame: true }
  const managers = await holdersOf(work, 'regional_manager', region)
  const isRegional = leaders.some((member) => managers.includes(member))
  return { invites, leads: isRegional ? 'regional_manager' : 'admin', isSame: false }
}

/** Whom it concerns what the applicant says of a talk: who invited, while they may review, and who leads. */
export async function talkHosts(work: Work, row: ApplicationRow): Promise<number[]> {
  const leaders = await talkLeaders(work, row)
  const { reviewer } = row
  const isThere = reviewer !== null && (await partsOf(work, row, reviewer)).has('reviewer')
  return isThere ? [...new Set([reviewer, ...leaders])] : leaders
}
