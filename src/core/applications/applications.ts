/** Applications: the door for other features. */

import { fromJson } from '../../kit/json.js'
import { refuse } from '../../kit/refusal.js'
import type { Text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import type { Answered } from './drafts.js'
import type { ApplicationRow } from './moving.js'
import * as store from './store.js'

export {
  type Approval,
  type ApprovalPolicy,
  approve,
  assertMayApprove,
  countersign,
  declineApproval,
  isTierForTwo,
  lowestTier,
  proposalToSign,
  rankOf,
  rolesGranting,
  tiersFor,
} from './approving.js'
export {
  type Answered,
  answerQuestions,
  answersOf,
  appeal,
  assertMayAnswer,
  assertMayAppeal,
  draftOf,
  keepAnswers,
  mayAppeal,
  submitDraft,
  withdraw,
} from './drafts.js'
export { dueApplications, dueReminders, endDueApplication, remind } from './due.js'
export { RULES, type RuleResult, verdictOf } from './eligibility.js'
export { assertMayHand, handOver } from './handing.js'
export { JOINED, joinApplications, lockApplicationsOf, type Surplus, surplusOf } from './joining.js'
export { assertOpen, keepSeen, lose, measure } from './measured.js'
export {
  APPLICATION_CARD,
  type ApplicationRow,
  assertMayLook,
  assertMove,
  COSIGNERS,
  heldBy,
  lockApplication,
  lockApplications,
  mayReview,
  ownStateText,
  partsOf,
  REVIEWERS,
  regionsReviewed,
  stateText,
} from './moving.js'
export { keepPace } from './pace.js'
export { lastDeclined, openProposal, openProposals, type Proposal } from './proposals.js'
export {
  askApplicant,
  askerOf,
  assertStill,
  checkRule,
  debrief,
  isAppealOpen,
  reasonNamed,
  reasonWords,
  refuseAppeal,
  reject,
  rejectUnheld,
  release,
  rulesOf,
  take,
  takeNext,
  upholdAppeal,
} from './reviewing.js'
export { shownSince, shownState } from './shown.js'
export { appealPanel, openTalks, staffAs, successorsOf, talkLeaders } from './staff.js'
export { accountsStated } from './stated.js'
export { escalationsOf, openAppeals, openNumbers, type Waiting, waitingByRegion } from './store.js'
export {
  answerTalk,
  assertMayAnswerTalk,
  assertMayInviteAgain,
  hostsOf,
  invite,
  inviteAgain,
  isSuiting,
  mayInviteAgain,
  type Talk,
  talkHosts,
  talkOf,
} from './talks.js'
export { ENDED } from './transitions.js'

/** Refuses `application-unknown`. */
export async function applicationOf(work: Work, id: number): Promise<ApplicationRow> {
  return (await store.byId(work, id)) ?? refuse('application-unknown', { number: String(id) })
}

/** The newest of a person. */
export const newestApplication = store.newestOf

/** Open appeals of a person go to another region, with their cards. */
export const moveAppeals = store.moveAppeals

/** What was decided about it, the oldest first. */
export const decisionsOf = store.decisionsOf

/** What the applicant was asked besides the form, the oldest first. */
export const roundsOf = store.roundsOf

/** The form as it was sent; empty before. */
export function summaryOf({ summary }: Pick<ApplicationRow, 'summary'>): Answered[] {
  return fromJson<Answered[]>(summary)
}

/** A list of Texts as a column keeps it; empty where there is none. */
export function textsIn(json: string | null): Text[] {
  return json === null ? [] : fromJson<Text[]>(json)
}
