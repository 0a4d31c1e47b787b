/** Everything there is, on one page: the commands, the cards, the beats, the checks. */
import type { AnyCommand } from '../interaction/command.js'
import type { View } from '../interaction/view.js'
import type { Programme } from '../programme/programme.js'
import type { Beat } from '../storage/beat.js'
import type { Work } from '../storage/storage.js'
import { claimCommand, claimsCommand, type RecordUrl, verifyCommand, whyCommand } from './claims/commands.js'
import {
  cancelCommand,
  extendCommand,
  packetsCommand,
  panelCommand,
  pauseCommand,
  resumeCommand,
  shareCommand,
  topUpCommand,
} from './desk/commands.js'
import { factsCheck } from './facts/facts.js'
import { freezeCommand } from './freezes/commands.js'
import { helpCommand, languageCommand, startCommand } from './help/commands.js'
import { clockCheck, ledgerChecks, schemaCheck } from './ledger/audit.js'
import type { Check } from './ledger/ledger.js'
import type { PlatformWord } from './members/members.js'
import type { Choose } from './notices/commands.js'
import { packetChecks } from './packets/audit.js'
import { packetCard } from './packets/cards.js'
import { approveCommand, redpacketCommand, rejectCommand } from './packets/commands.js'
import { duePackets, endDuePacket, PACKET_CARD } from './packets/packets.js'
import { treasuryApproveCommand, treasuryCommand, treasuryRejectCommand } from './treasury/commands.js'
import { walletCommand } from './wallet/commands.js'

export interface CatalogueDeps {
  programme: Programme
  choose: Choose
  recordUrl: RecordUrl
}

/** The commands, in the order of /help and the menus. */
export function allCommands(deps: CatalogueDeps): AnyCommand[] {
  const { programme } = deps
  const commands: AnyCommand[] = [
    startCommand(programme.name),
    helpCommand(() => commands),
    languageCommand,
    walletCommand,
    claimsCommand,
    redpacketCommand(deps),
    verifyCommand(deps.recordUrl),
    treasuryCommand(deps),
    freezeCommand,
    claimCommand(programme),
    whyCommand,
    panelCommand,
    packetsCommand,
    cancelCommand,
    pauseCommand,
    resumeCommand,
    extendCommand,
    topUpCommand(programme),
    shareCommand,
    approveCommand(deps),
    rejectCommand(deps),
    treasuryApproveCommand(deps),
    treasuryRejectCommand(deps),
  ]
  return commands
}

/** Cards by kind: draws one as it is now. */
export const cards: Readonly<
  Record<string, (work: Work, subject: string, platform: PlatformWord) => Promise<View>>
> = {
  [PACKET_CARD]: packetCard,
}

/**
 * What must hold besides the ledger and the packets, which a running bot audits from where it was
 * (`src/auditor.ts`).
 */
export const houseChecks: readonly Check[] = [clockCheck, schemaCheck, factsCheck]

/** Everything that must hold, for `npm run cli -- audit`. */
export const checks: readonly Check[] = [...ledgerChecks, ...houseChecks, ...packetChecks]

/** What is done on a beat; safe to do twice and by two processes. */
export const beats: readonly Beat[] = [
  { name: 'packets-due', everyMs: 2000, due: duePackets, settle: endDuePacket },
]
