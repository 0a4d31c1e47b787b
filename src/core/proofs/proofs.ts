/**
 * That an account is the applicant's: a code that they put into its profile, or a picture, looked at by a
 * reviewer, who says how many followers there were. The door for other features; never speaks.
 */
import { must, refuse } from '../../kit/refusal.js'
import { type ApplicationPolicy, hours } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  assertOpen,
  heldBy,
  keepSeen,
  lockApplication,
  partsOf,
} from '../applications/applications.js'
import { memberText, record } from '../facts/facts.js'
import * as store from './store.js'

export { ofApplication as proofsOf, type ProofRow } from './store.js'

/** Characters of a code after `CP-`: 40 random bits, which nobody meets by chance in a profile. */
const CODE_LENGTH = 8

export function isLive({ state, expiresAt }: Pick<store.ProofRow, 'state' | 'expiresAt'>, now: number) {
  return state === 'open' && expiresAt > now
}

/**
 * The code for an account of an application: the one that is open, or a new one. Refuses `measure-over`,
 * `application-not-yours`.
 */
export async function codeFor(
  work: Work,
  { application, member, place }: { application: number; member: number; place: string },
  { measuring }: Pick<ApplicationPolicy, 'measuring'>,
): Promise<store.ProofRow> {
  const row = await lockApplication(work, application)
  if (row.member !== member) refuse('application-not-yours', { number: String(row.id) })
  assertOpen(row)
  const open = (await store.ofApplication(work, row.id)).find(
    (one) => one.place === place && one.state === 'open',
  )
  if (open && isLive(open, work.now)) return open
  if (open) await store.changeOpen(work, open.id, { state: 'replaced' })
  const code = `CP-${work.world.newId().slice(0, CODE_LENGTH).toUpperCase()}`
  const expiresAt = work.now + hours(measuring.codeHours)
  const made = must(await store.insert(work, { application: row.id, place, code, expiresAt }), 'a code')
  await record(work, {
    kind: 'application-code-made',
    actor: memberText(member),
    subject: `application:${row.id}`,
    details: { proof: made.id },
  })
  return made
}

/** Refuses `proof-unknown`. */
export async function proofNumbered(work: Work, id: number): Promise<store.ProofRow> {
  return (await store.byId(work, id)) ?? refuse('proof-unknown')
}

/** A picture beside the code. Refuses `application-not-yours`, `measure-over`, `proof-over`, `proof-late`. */
export async function addPicture(
  work: Work,
  id: number,
  { member, picture }: { member: number; picture: string },
): Promise<store.ProofRow> {
  const { row, proof } = await locked(work, id)
  if (row.member !== member) refuse('application-not-yours', { number: String(row.id) })
  assertOpen(row)
  if (proof.state === 'open' && !isLive(proof, work.now)) refuse('proof-late', { place: proof.place })
  return (await store.changeOpen(work, id, { picture })) ?? refuse('proof-over', { place: proof.place })
}

/** What a reviewer saw; `size` undefined: no code, or nothing to be told by. */
export interface Look {
  by: number
  size: number | undefined
}

/**
 * Whoever has the application has looked. A code is used up by it, either way; that it was not there proves
 * nothing about the followers. Refuses `application-own`, `application-held`, `proof-over`, `proof-late`.
 */
export async function lookAt(work: Work, id: number, { by, size }: Look): Promise<ApplicationRow> {
  const { row, proof } = await locked(work, id)
  const number = String(row.id)
  const parts = await partsOf(work, row, by)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (!parts.has('holder')) refuse('application-held', await heldBy(work, row, by))
  const { place, picture } = proof
  // A picture does not go out of date: it was sent in time.
  if (proof.state === 'open' && picture === null && !isLive(proof, work.now)) refuse('proof-late', { place })
  const seen = { lookedBy: by, lookedAt: work.now, size: size ?? null }
  const state = size === undefined ? 'refused' : 'confirmed'
  if (!(await store.changeOpen(work, id, { ...seen, state }))) refuse('proof-over', { place })
  const judged = size === undefined ? row : await keepSeen(work, row, { place, size, by })
  await record(work, {
    kind: 'application-code-looked-at',
    actor: memberText(by),
    subject: `application:${row.id}`,
    details: { proof: id, isSeen: size !== undefined, size: size ?? null },
  })
  return judged
}

async function locked(work: Work, id: number): Promise<{ row: ApplicationRow; proof: store.ProofRow }> {
  const { application } = await proofNumbered(work, id)
  const row = await lockApplication(work, application)
  return { row, proof: await proofNumbered(work, id) }
}
