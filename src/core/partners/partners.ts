/** Partners of the programme: the door for other features. */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { PERSON_LIKE, type PlatformWord, personNamed } from '../members/members.js'
import type { PartnerRow } from './moving.js'
import * as store from './store.js'

export { dueSanctions, idlePartners, type Settled, settleIdle, settleSanction } from './due.js'
export { joinPartners, lockPartnersOf } from './joining.js'
export {
  acceptTexts,
  activateIfReady,
  askReturn,
  assertConfirmable,
  assertMayBack,
  assertMayResign,
  backReturn,
  type Checklist,
  checklistOf,
  confirmUid,
  isAdminAndRisk,
  isStepDone,
  ownPartner,
  pauseOrResume,
  resign,
  returnAt,
  takeIn,
} from './life.js'
export {
  isBound,
  lockPartner,
  type Mover,
  type PartnerRow,
  paramsOf,
  partsOf,
  STAFF,
  stateText,
  writeAttributes,
} from './moving.js'
export {
  assertMayHold,
  bindHold,
  clockHold,
  holdOf,
  prolongHold,
  stateIn,
  suspend,
  terminate,
  undo,
  undoSanctionsOf,
} from './sanctions.js'
export { snapshotOf, spenderScope } from './snapshot.js'
export {
  firstTouch,
  heldSanctions,
  historyOf,
  recruitersOf,
  type SanctionRow,
  uncheckedPartners,
} from './store.js'

/** The partner a person is or was. */
export const partnerOf = store.byMember

/** Whether they may show that they are a partner. */
export function isCertified({ state }: Pick<PartnerRow, 'state'>): boolean {
  return state === 'active' || state === 'paused'
}

/** Refuses `partner-unknown`. */
export async function partnerNumbered(work: Work, id: number): Promise<PartnerRow> {
  return (await store.byId(work, id)) ?? refuse('partner-unknown', { typed: String(id) })
}

/** Numbers of partners are shorter; longer ones are ids of accounts. */
const NUMBER_LIKE = /^[1-9][0-9]{0,8}$/
/** Partners that are named where a name fits several. */
const SEVERAL_MOST = 5

/**
 * A partner's number, a person as staff name them (`telegram:123`, a mention, `#7`), or the name of an
 * account or, unless `exactly`, its beginning; undefined where nobody fits. Refuses `partner-several`, and
 * what naming a person refuses.
 */
export async function partnerMeant(
  work: Work,
  typed: string,
  platform: PlatformWord,
  { exactly = false }: { exactly?: boolean } = {},
): Promise<PartnerRow | undefined> {
  const plain = typed.trim()
  const numbered = NUMBER_LIKE.test(plain) ? await store.byId(work, Number(plain)) : undefined
  if (numbered) return numbered
  if (PERSON_LIKE.test(plain)) return partnerOf(work, await personNamed(work, plain, platform))
  const wanted = plain.replace(/^@/, '').toLowerCase()
  const named = await store.namedPartners(work)
  const exact = numbersOf(named, (name) => name === wanted)
  const isWhole = exactly || exact.length > 0
  const found = isWhole ? exact : numbersOf(named, (name) => name.startsWith(wanted))
  if (found.length > 1) {
    return refuse('partner-several', { numbers: found.slice(0, SEVERAL_MOST).join(', '), typed: plain })
  }
  return found[0] === undefined ? undefined : store.byId(work, found[0])
}

function numbersOf(
  named: readonly { partner: number; name: string }[],
  fits: (name: string) => boolean,
): number[] {
  return [...new Set(named.filter(({ name }) => fits(name.toLowerCase())).map(({ partner }) => partner))]
}
