/** How codes in profiles look: to whoever puts them there, and to the reviewer. */
import { receivedFile, shownFile } from '../../interaction/received-files.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { type ApplicationRow, accountsStated, ENDED } from '../applications/applications.js'
import { press } from '../applications/cards.js'
import { namesOf } from '../members/members.js'
import { isLive, type ProofRow, proofsOf } from './proofs.js'

/** Screenshots that are offered in one row: so many Discord takes. */
const PICTURES_MOST = 5

/** For the applicant: what to put where, and until when. */
export function codeView({ id, code, place, expiresAt, picture }: ProofRow): View {
  const until = { instant: expiresAt, as: 'moment' as const }
  return {
    text: [
      text('prove-code', { code, place }),
      text('prove-until', { at: until }),
      ...(picture === null ? [] : [text('prove-picture-there')]),
    ],
    rows: [
      [{ kind: 'copy', label: text('prove-copy'), text: code }],
      [press('prove-picture', text('prove-picture-send'), { proof: String(id) })],
    ],
  }
}

/**
 * For the applicant, while it is not decided: how the proof of each account that they named stands. In a
 * group, of whose accounts others are told nothing, only where that can be read. The code is not repeated.
 */
export async function ownProofLines(
  work: Work,
  row: ApplicationRow,
  policy: ApplicationPolicy,
  { isPrivate }: { isPrivate: boolean },
): Promise<Text[]> {
  const places = ENDED.includes(row.state) ? [] : accountsStated(row, policy).map(({ place }) => place)
  if (places.length === 0) return []
  if (!isPrivate) return [text('status-proofs-private')]
  const proofs = (await proofsOf(work, row.id)).filter(({ state }) => state !== 'replaced')
  const lines = [...new Set(places)].map((place) => {
    const own = proofs.filter((one) => one.place === place)
    // What was seen counts, whatever else they were given a code for.
    return ownLine(place, own.find(({ state }) => state === 'confirmed') ?? own.at(-1), work.now)
  })
  return [text('status-proofs'), ...lines]
}

function ownLine(place: string, proof: ProofRow | undefined, now: number): Text {
  if (!proof) return text('status-proof-none', { place })
  const { state, size, lookedAt, expiresAt, picture } = proof
  const at = { instant: lookedAt ?? expiresAt, as: 'moment' as const }
  if (state === 'confirmed') return text('status-proof-confirmed', { place, size: size ?? 0, at })
  if (state === 'refused') return text('status-proof-refused', { place, at })
  // A picture does not run out: it was sent in time.
  if (picture !== null) return text('status-proof-picture', { place })
  return text(isLive(proof, now) ? 'status-proof-code' : 'status-proof-late', { place, at })
}

/** For the reviewer: code and account side by side, and what came of those that were looked at. */
export async function proofLines(work: Work, application: number): Promise<Text[]> {
  const proofs = (await proofsOf(work, application)).filter(({ state }) => state !== 'replaced')
  const names = await namesOf(
    work,
    proofs.flatMap(({ lookedBy }) => lookedBy ?? []),
  )
  return proofs.map((proof) => lineOf(proof, names, work.now))
}

function lineOf(proof: ProofRow, names: ReadonlyMap<number, string>, now: number): Text {
  const { code, place, state, size, lookedBy, lookedAt, expiresAt } = proof
  const who = names.get(lookedBy ?? 0) ?? `#${lookedBy ?? ''}`
  const at = { instant: lookedAt ?? expiresAt, as: 'moment' as const }
  if (state === 'confirmed') return text('proof-confirmed', { code, place, size: size ?? 0, who, at })
  if (state === 'refused') return text('proof-refused', { code, place, who, at })
  return text(isLive(proof, now) ? 'proof-open' : 'proof-lapsed', { code, place, at })
}

/** What the reviewer who has the application can say of each code. */
export async function proofRows(work: Work, application: number): Promise<Button[][]> {
  const proofs = await proofsOf(work, application)
  return proofs
    .filter((proof) => isLive(proof, work.now) || (proof.state === 'open' && proof.picture !== null))
    .map(({ id, code, place, picture }) => {
      const values = { proof: String(id) }
      const url = addressOf(place)
      return [
        ...(url === undefined ? [] : [{ kind: 'link' as const, label: text('proof-visit', { place }), url }]),
        ...(picture === null ? [] : [press('proof-picture', text('proof-picture-see'), values)]),
        press('proof-seen', text('proof-seen', { code }), values),
        press('proof-unseen', text('proof-unseen', { code }), values),
      ]
    })
}

/** The screenshots that were sent, to be looked at. */
export async function pictureRows(work: Work, application: number): Promise<Button[][]> {
  const sent = (await proofsOf(work, application)).filter(({ picture }) => picture !== null)
  const buttons = sent.map(({ id }) =>
    press('proof-picture', text('proof-picture-see'), { proof: String(id) }),
  )
  return buttons.length > 0 ? [buttons.slice(-PICTURES_MOST)] : []
}

/** The account as a link, where it was named by one. */
function addressOf(place: string): string | undefined {
  const bare = place.replace(/^https?:\/\//i, '')
  const isAddress = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[^\s]+$/i.test(bare)
  return isAddress && URL.canParse(`https://${bare}`) ? `https://${bare}` : undefined
}

export async function pictureView(work: Work, { place, picture }: ProofRow): Promise<View> {
  const found = picture === null ? undefined : await receivedFile(work, picture)
  if (!found) return { text: [text('proof-picture-gone', { place })] }
  return { text: [text('proof-picture-of', { place })], files: [shownFile(found)] }
}
