/** Letters to applicants: what is told in the chats as well. */
import { type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import { rowOfKey } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { type ApplicationRow, answersOf, shownSince } from '../applications/applications.js'
import { type Choose, writeMember } from '../notices/notices.js'
import { statusView, tellApplicant } from '../statuses/cards.js'
import { isFull, letterKey } from './letters.js'

interface LetterDeps {
  policy: ApplicationPolicy
  choose: Choose
  hasMail: boolean
  digestKey: Uint8Array
}

/**
 * The same by e-mail, to the address of the form, where there is one and mail is set up. Answers what is to
 * be said of it: where too many letters went there lately, that there is none. Not until when: that moment
 * may come from others' letters, and would tell whoever names their address when they applied. What remains
 * is that somebody who names it and has fewer letters than the limit learns that others' applications named
 * it within a day; an applicant who waits in vain for a letter that was never written is worse, and to find
 * out takes several applications by several people, each before a reviewer.
 */
export async function writeApplicant(
  work: Work,
  row: ApplicationRow,
  what: Text,
  { policy, choose, hasMail, digestKey }: LetterDeps,
): Promise<Text[]> {
  const asked = policy.questions.find(({ kind }) => kind === 'email')
  const address = asked && answersOf(row)[asked.id]
  if (!hasMail || !address) return []
  if (await isFull(work, address, policy, digestKey)) return [text('letter-most')]
  const { member, id, version } = row
  const { text: said } = await statusView(work, row, policy, what)
  const subject = text('letter-subject', { number: String(id) })
  const letter = { subject, text: [...said, text('letter-foot')] }
  await writeMember(work, { key: letterKey(id, version), member, address, ...letter }, choose)
  return []
}

/** Tells the applicant in the chats and by letter; the chats say, too, where there is no letter. */
export async function reachApplicant(
  work: Work,
  row: ApplicationRow,
  what: Text,
  deps: LetterDeps,
): Promise<void> {
  const notes = await writeApplicant(work, row, what, deps)
  await tellApplicant(work, row, what, deps, notes)
}

const WRITTEN = {
  queued: 'letter-waits',
  leased: 'letter-waits',
  sent: 'letter-sent',
  dead: 'letter-not-sent',
  unknown: 'letter-unsure',
} as const

/**
 * When the letter about where it stands was sent, or why not; nothing where none was written, whatever was
 * written of how it stood before. The address stays out of it: what is asked in a group is read by the group.
 */
export async function letterLine(work: Work, row: ApplicationRow): Promise<Text[]> {
  const written = await rowOfKey(work, letterKey(row.id, await shownSince(work, row)))
  if (!written) return []
  const { state, settledAt, createdAt } = written
  return [text(WRITTEN[state], { at: { instant: settledAt ?? createdAt, as: 'relative' } })]
}
