/** Everything there is, on one page: the commands, the cards, the beats, the checks. */
import type { FileMaker } from '../interaction/attach.js'
import type { AnyCommand } from '../interaction/command.js'
import type { View } from '../interaction/view.js'
import { applicationPolicy } from '../programme/applications.js'
import type { Programme } from '../programme/programme.js'
import type { Beat } from '../storage/beat.js'
import type { Job } from '../storage/job.js'
import type { Work } from '../storage/storage.js'
import { APPLICATION_CARD } from './applications/applications.js'
import { applicationsCheck } from './applications/audit.js'
import { applicationCard } from './applications/cards.js'
import {
  type ApplicationDeps,
  applicantButtons,
  applicationBeats,
  applyCommand,
} from './applications/commands.js'
import { badgesBeat, badgesJob } from './badges/cards.js'
import { casesCheck } from './cases/audit.js'
import { type CaseDeps, caseCard } from './cases/cards.js'
import { CASE_CARD } from './cases/cases.js'
import { caseBeats, partnerCaseButtons } from './cases/commands.js'
import { CERTIFICATE_FILE, certificateFile } from './certificates/cards.js'
import { changesCheck } from './changes/audit.js'
import { changeButtons, changesBeat } from './changes/commands.js'
import {
  claimCommand,
  claimsCommand,
  RECORD_FILE,
  type RecordUrl,
  recordCommand,
  recordFile,
  verifyCommand,
  whyCommand,
} from './claims/commands.js'
import {
  cancelCommand,
  extendCommand,
  packetsCommand,
  panelCommand,
  pauseCommand,
  resumeCommand,
  shareCommand,
  topUpCommand,
  withdrawCommand,
} from './desk/commands.js'
import { deskCommand } from './desks/commands.js'
import { lateBeat } from './escalations/commands.js'
import { sealJob } from './facts/cards.js'
import { AUDIT_FILE, auditCommand, auditFile, auditFileCommand } from './facts/commands.js'
import { factsCheck } from './facts/facts.js'
import { freezeCommand } from './freezes/commands.js'
import { FUNNEL_FILE, funnelFile } from './funnel/cards.js'
import { funnelCommand, funnelJob } from './funnel/commands.js'
import { groupsBeat, groupsJob } from './groups/cards.js'
import { groupButtons } from './groups/commands.js'
import { guidanceCommands } from './guidance/commands.js'
import { helpCommand, languageCommand, startCommand } from './help/commands.js'
import { clockCheck, ledgerChecks, schemaCheck } from './ledger/audit.js'
import type { Check } from './ledger/ledger.js'
import { linkedCheck } from './linking/audit.js'
import { joiningsBeat, linkButtons, linkCommand, uidCommand } from './linking/commands.js'
import { brakesJob } from './linking/linking.js'
import { countsBeat, measuringCommands } from './measuring/commands.js'
import { mergedCheck, type PlatformWord } from './members/members.js'
import type { MembershipDeps } from './memberships/cards.js'
import { membershipBeats, membershipButtons, membershipCommand } from './memberships/commands.js'
import type { Choose } from './notices/notices.js'
import { packetChecks } from './packets/audit.js'
import { packetCard, withdrawnCard } from './packets/cards.js'
import { redpacketCommand } from './packets/commands.js'
import { duePackets, endDuePacket, PACKET_CARD, WITHDRAWN_CARD } from './packets/packets.js'
import { partnersCheck } from './partners/audit.js'
import { partnerButtons, partnerCommand } from './partners/commands.js'
import { personCommand } from './people/commands.js'
import { precheckCommand } from './precheck/commands.js'
import { PRIVACY_FILE, privacyCommand, privacyFile } from './privacy/commands.js'
import { type ProgrammeFile, programAcceptCommand, programCommand } from './programme/commands.js'
import { proofCommands } from './proofs/commands.js'
import { regionCommand } from './regions/commands.js'
import { reportCard } from './reports/cards.js'
import { reportButtons, reportCommand } from './reports/commands.js'
import { REPORT_CARD } from './reports/reports.js'
import { decisionCommands, requestsBeat, waitingCommand } from './requests/commands.js'
import { reviewButtons, reviewCommand } from './reviews/commands.js'
import { roleCommand } from './roles/commands.js'
import { caseCommand, rulingButtons } from './rulings/commands.js'
import { statusCommand } from './statuses/commands.js'
import { talkButtons } from './talks/commands.js'
import {
  acceptCommand,
  disclaimerCommand,
  guidelinesCommand,
  hasTexts,
  newsBeat,
  type TextDeps,
} from './texts/commands.js'
import { treasuryCommand } from './treasury/commands.js'
import { walletCommand } from './wallet/commands.js'

export interface CatalogueDeps {
  programme: Programme
  /** By which texts are in force, ms since the epoch; left out: the newest are. */
  now?: number
  /** The programme's file, where there is one. */
  file?: ProgrammeFile | undefined
  choose: Choose
  recordUrl: RecordUrl
  /** Under which accounts are known that nobody must be able to name; in no database. */
  digestKey: Uint8Array
  /** Letters are written, besides what is told in chats. */
  hasMail?: boolean
}

/** The commands, in the order of /help and the menus. */
export function allCommands(deps: CatalogueDeps): AnyCommand[] {
  const { programme } = deps
  const joining = joiningOf(deps)
  const belonging = belongingOf(deps)
  const judging = judgingOf(deps)
  const commands: AnyCommand[] = [
    startCommand(programme),
    helpCommand(() => commands),
    languageCommand,
    walletCommand,
    claimsCommand,
    linkCommand(deps),
    uidCommand(deps),
    privacyCommand(deps),
    redpacketCommand(deps),
    packetsCommand,
    verifyCommand(deps.recordUrl),
    ...(joining ? [applyCommand(joining), statusCommand(joining), reviewCommand(joining), deskCommand] : []),
    ...(joining ? [...measuringCommands(joining.policy), ...proofCommands(joining)] : []),
    ...(joining ? [regionCommand(programme), funnelCommand(programme)] : []),
    ...(belonging ? [membershipCommand(belonging), partnerCommand(belonging)] : []),
    ...(judging ? [reportCommand(judging), caseCommand(judging)] : []),
    ...publicTexts(deps),
    treasuryCommand(deps),
    freezeCommand,
    roleCommand(deps),
    auditCommand(programme),
    auditFileCommand,
    programCommand(deps),
    personCommand(deps),
    claimCommand(programme),
    whyCommand,
    recordCommand,
    panelCommand,
    cancelCommand,
    pauseCommand,
    resumeCommand,
    extendCommand,
    topUpCommand(programme),
    shareCommand(programme),
    withdrawCommand(deps),
    waitingCommand(deps),
    ...decisionCommands(deps),
    ...linkButtons(deps),
    ...(joining ? [...applicantButtons(joining), ...talkButtons(joining), ...reviewButtons(joining)] : []),
    ...(belonging
      ? [
          ...membershipButtons(belonging),
          ...groupButtons(belonging),
          ...partnerButtons(belonging),
          ...changeButtons(belonging),
        ]
      : []),
    ...(judging
      ? [...partnerCaseButtons(judging), ...rulingButtons(judging), ...reportButtons(judging)]
      : []),
    acceptCommand(textsOf(deps)),
    ...(deps.file ? [programAcceptCommand(deps)] : []),
  ]
  return commands
}

/** What everybody may read, as far as the programme has it. */
function publicTexts(deps: CatalogueDeps): AnyCommand[] {
  const { programme } = deps
  const own = textsOf(deps)
  return [
    ...(hasTexts(programme.texts, 'guidelines') ? [guidelinesCommand(own)] : []),
    ...(programme.precheck ? [precheckCommand(programme.precheck)] : []),
    ...guidanceCommands(programme),
    ...(hasTexts(programme.texts, 'disclaimer') ? [disclaimerCommand(own)] : []),
  ]
}

/** What partners need: there are some where applications are taken. */
function belongingOf({ programme, choose, now, digestKey }: BeatDeps): MembershipDeps | undefined {
  const applications = applicationPolicy(programme, now ?? Number.POSITIVE_INFINITY)
  const { partners, cases, tiers, rates, badges, regions, guides, fourEyes } = programme
  const own = { partners, cases, tiers, rates, badges, regions, tierFrom: fourEyes.tierFrom }
  const has = { hasGuides: guides.length > 0, hasRules: hasTexts(programme.texts, 'guidelines') }
  return applications && { applications, ...own, ...has, digestKey, choose }
}

/** What cases need; undefined where the programme opens none. */
function judgingOf({
  programme: { applications, cases },
  choose,
}: Pick<CatalogueDeps, 'programme' | 'choose'>): CaseDeps | undefined {
  return applications && cases && { cases, choose }
}

function textsOf({ programme, choose }: Pick<CatalogueDeps, 'programme' | 'choose'>): TextDeps {
  return { texts: programme.texts, choose }
}

/** What applications need; undefined where the programme takes none. */
function joiningOf(deps: BeatDeps): ApplicationDeps | undefined {
  const { programme, choose, now, hasMail = false, digestKey } = deps
  const policy = applicationPolicy(programme, now ?? Number.POSITIVE_INFINITY)
  const { tiers, fourEyes } = programme
  const hasRules = hasTexts(programme.texts, 'guidelines')
  return policy && { policy, tiers, tierFrom: fourEyes.tierFrom, choose, hasMail, hasRules, digestKey }
}

type BeatDeps = Pick<CatalogueDeps, 'programme' | 'choose' | 'now' | 'hasMail' | 'digestKey'>

/** Cards by kind: draws one as it is now. */
export const cards: Readonly<
  Record<string, (work: Work, subject: string, platform: PlatformWord) => Promise<View>>
> = {
  [PACKET_CARD]: packetCard,
  [WITHDRAWN_CARD]: withdrawnCard,
  [APPLICATION_CARD]: applicationCard,
  [CASE_CARD]: caseCard,
  [REPORT_CARD]: reportCard,
}

/** Files by their makers' names: drawn or written when they are sent. */
export function allFiles(programme: () => Programme): Readonly<Record<string, FileMaker>> {
  return {
    [RECORD_FILE]: recordFile,
    [PRIVACY_FILE]: privacyFile,
    [AUDIT_FILE]: auditFile,
    [CERTIFICATE_FILE]: certificateFile(programme),
    [FUNNEL_FILE]: funnelFile(programme),
  }
}

/**
 * What must hold besides the ledger and the packets, which a running bot audits from where it was
 * (`src/auditor.ts`).
 */
export const houseChecks: readonly Check[] = [
  clockCheck,
  schemaCheck,
  factsCheck,
  mergedCheck,
  linkedCheck,
  applicationsCheck,
  partnersCheck,
  changesCheck,
  casesCheck,
]

/** Everything that must hold, for `npm run cli -- audit`. */
export const checks: readonly Check[] = [...ledgerChecks, ...houseChecks, ...packetChecks]

/** What is done on a beat; safe to do twice and by two processes. */
export function allBeats(deps: BeatDeps): Beat[] {
  const { choose } = deps
  const joining = joiningOf(deps)
  const belonging = belongingOf(deps)
  const judging = judgingOf(deps)
  return [
    { name: 'packets-due', everyMs: 2000, byTime: true, due: duePackets, settle: endDuePacket },
    requestsBeat({ choose }),
    joiningsBeat(choose),
    ...(joining ? [...applicationBeats(joining), lateBeat(joining), countsBeat] : []),
    newsBeat(textsOf(deps)),
    ...(belonging ? [...membershipBeats(belonging), changesBeat(belonging)] : []),
    ...(belonging ? [badgesBeat(deps.programme.badges), groupsBeat(belonging.partners)] : []),
    ...(judging ? caseBeats(judging) : []),
  ]
}

/** What is done once by the calendar; `programme` is that of the moment. */
export function allJobs({ choose }: Pick<CatalogueDeps, 'choose'>, programme: () => Programme): Job[] {
  return [sealJob(choose), badgesJob, brakesJob, groupsJob, funnelJob(choose, programme)]
}
