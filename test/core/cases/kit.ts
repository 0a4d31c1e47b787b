/** Partners, staff and what they do to each other, in a few words. */
import { record } from '../../../src/core/facts/facts.js'
import { confirmUid, partnerNumbered, snapshotOf, takeIn } from '../../../src/core/partners/partners.js'
import type { Role } from '../../../src/core/roles/roles.js'
import { accept } from '../../../src/core/texts/texts.js'
import { must } from '../../../src/kit/refusal.js'
import { applicationPolicy } from '../../../src/programme/applications.js'
import { loadProgramme } from '../../../src/programme/programme.js'
import type { Work } from '../../../src/storage/storage.js'
import type { PARTNER_STATES } from '../../../src/storage/tables/applications.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person, type PersonOptions } from '../../kit/house.js'
import { transitionsOf } from '../../kit/moves.js'
import type { EngineForTests } from '../../kit/storage.js'

type State = (typeof PARTNER_STATES)[number]

export interface Partner {
  person: Person
  /** The partner's number. */
  id: number
}

/** ms that a person takes for an answer: faster ones are told that they are too fast. */
export const THINKING_MS = 5000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** How an application comes to its approval. */
const WAY = [
  ['A1', 'none', 'draft'],
  ['A2', 'draft', 'submitted'],
  ['A3', 'submitted', 'screening'],
  ['A4', 'screening', 'queued'],
  ['A7', 'queued', 'in_review'],
  ['A14', 'in_review', 'approved'],
] as const

/** Versions of the texts that the shipped programme has today. */
const TEXTS = { guidelines: '2025-11', disclosure: '2025-11' }

/** An approved application by recorded steps, and the partner it made; answers the partner's number. */
async function seedOnboarding(work: Work, member: number, hasAccepted = true): Promise<number> {
  const sent = { member, state: 'approved' as const, version: WAY.length, region: 'latam' }
  const times = { startedAt: work.now, changedAt: work.now, submittedAt: work.now }
  // Each has a UID of their own, from 10020030 on.
  const earlier = await work.db.select({ id: work.t.applications.id }).from(work.t.applications)
  const answers = JSON.stringify({ uid: String(10_020_030 + earlier.length) })
  const [row] = await work.db
    .insert(work.t.applications)
    .values({ ...sent, ...TEXTS, ...times, answers })
    .returning()
  const application = must(row, 'an application').id
  for (const [at, [transition, from, to]] of WAY.entries()) {
    const details = { transition, from, to, version: at + 1 }
    const subject = `application:${application}`
    await record(work, { kind: 'application-moved', actor: 'system', subject, details })
  }
  const texts = Object.entries(TEXTS).map(([kind, version]) => ({
    kind: kind as keyof typeof TEXTS,
    version,
  }))
  if (hasAccepted) await accept(work, member, ...texts)
  return (await takeIn(work, { member, application, region: 'latam', by: member })).id
}

/** An active partner, as the checklist leaves one. */
export async function seedPartner(work: Work, member: number): Promise<number> {
  const id = await seedOnboarding(work, member)
  const policy = must(applicationPolicy(loadProgramme(undefined), Number.POSITIVE_INFINITY), 'applications')
  await confirmUid(work, await partnerNumbered(work, id), policy)
  return id
}

/** How a partner stands, to the byte. */
export async function snapshotNow(work: Work, id: number): Promise<string> {
  return snapshotOf(work, await partnerNumbered(work, id))
}

interface Seeded {
  /** The checklist is still to be done. */
  onboarding?: boolean
  /** And there are new texts since the application. */
  unread?: boolean
}

/** A partner as an approval and a finished checklist leave one: active, by recorded steps. */
export async function partnerNamed(
  house: House,
  name: string,
  { onboarding = false, unread = false, ...options }: Seeded & PersonOptions = {},
): Promise<Partner> {
  const person = await house.person(name, options)
  const id = await house.storage.write((work) => seedOnboarding(work, person.member, !unread))
  if (onboarding || unread) return { person, id }
  const page = await person.inPrivate.types('/membership')
  const asked = await person.inPrivate.presses(page.press({ command: 'membership-uid' }))
  await person.inPrivate.presses(asked.press({ act: 'confirm' }))
  house.world.passes(THINKING_MS)
  return { person, id }
}

export async function staffNamed(house: House, name: string, role: Role): Promise<Person> {
  const person = await house.person(name)
  await person.becomes(role)
  return person
}

/** Staff as most stories know them. */
const STAFF = {
  rita: ['Rita', 'reviewer'],
  risk: ['Risk', 'risk_officer'],
  root: ['Root', 'admin'],
  mia: ['Mia', 'regional_manager'],
} as const

/** A house with Ana, a partner, and whom of staff a story needs, in the order in which they come. */
export async function scene<Name extends keyof typeof STAFF>(engine: EngineForTests, ...names: Name[]) {
  const house = await openHouse(engine)
  const ana = await partnerNamed(house, 'Ana')
  const staff = {} as Record<Name, Person>
  for (const name of names) {
    const [called, role] = STAFF[name]
    staff[name] = await staffNamed(house, called, role)
  }
  return { house, ana, ...staff }
}

export async function stateOf(house: House, { id }: Pick<Partner, 'id'>): Promise<State | undefined> {
  const rows = await house.look((work) => work.db.select().from(work.t.partners))
  return rows.find((row) => row.id === id)?.state
}

export async function caseNow(house: House, number: string) {
  const rows = await house.look((work) => work.db.select().from(work.t.cases))
  return must(
    rows.find(({ id }) => String(id) === number),
    `case ${number}`,
  )
}

export async function standing(house: House, { id }: Pick<Partner, 'id'>): Promise<string> {
  return house.look((work) => snapshotNow(work, id))
}

/** Presses, and answers what is asked: choices by their buttons, words by typing; then confirms. */
export async function does(
  house: House,
  person: Person,
  heard: Heard,
  command: string,
  answers: Record<string, string> = {},
): Promise<Heard> {
  house.world.passes(THINKING_MS)
  const { preview } = await tries(house, person, heard, command, answers)
  return preview.offers({ act: 'confirm' }) ? person.presses(preview.press({ act: 'confirm' })) : preview
}

/** The same up to the preview. */
export async function tries(
  house: House,
  person: Person,
  heard: Heard,
  command: string,
  answers: Record<string, string> = {},
): Promise<{ preview: Heard }> {
  let now = await person.presses(heard.press({ command }))
  for (const [field, value] of Object.entries(answers)) {
    house.world.passes(THINKING_MS)
    now =
      now.awaits?.name === field
        ? await person.types(value)
        : await person.presses(now.press({ act: 'set', field, value }))
  }
  return { preview: now }
}

/** Opens a case by /partner; answers its number. */
export async function opensCase(
  house: House,
  staff: Person,
  { id }: Pick<Partner, 'id'>,
  reason = 'spam',
): Promise<string> {
  const page = await staff.types(`/partner ${id}`)
  const opened = await does(house, staff, page, 'case-new', { reason, words: 'Ten posts an hour, for days.' })
  return String(opened.params('case-opened').number)
}

/** A case in which the partner was told and has replied. */
export async function caseToDecide(
  house: House,
  staff: Person,
  partner: Partner,
  reason = 'spam',
): Promise<string> {
  const number = await opensCase(house, staff, partner, reason)
  await does(house, staff, await staff.types(`/case ${number}`), 'case-notify')
  await replies(house, partner)
  house.world.passes(THINKING_MS)
  return number
}

/** A partner who was told of a case writes their reply, sees it once more and sends it. */
export async function replies(
  house: House,
  { person }: Partner,
  words = 'It was a scheduling mistake.',
): Promise<Heard> {
  const told = await lastTold(house, person)
  await person.inPrivate.presses(told.press({ command: 'case-reply' }))
  house.world.passes(THINKING_MS)
  const preview = await person.inPrivate.types(words)
  house.world.passes(THINKING_MS)
  return person.inPrivate.presses(preview.press({ act: 'confirm' }))
}

/** Decides, or proposes. */
export async function rules(
  house: House,
  staff: Person,
  number: string,
  what: 'dismiss' | 'warn' | 'suspend' | 'terminate',
  note = 'As agreed in the guidelines.',
): Promise<Heard> {
  house.world.passes(THINKING_MS)
  const page = await staff.types(`/case ${number}`)
  const answers: Record<string, string> = what === 'suspend' ? { days: '7', note } : { note }
  return does(house, staff, page, `case-${what}`, answers)
}

export async function agrees(house: House, staff: Person, number: string): Promise<Heard> {
  house.world.passes(THINKING_MS)
  return does(house, staff, await staff.types(`/case ${number}`), 'case-agree')
}

export async function appeals(house: House, { person }: Partner): Promise<Heard> {
  house.world.passes(THINKING_MS)
  const told = await lastTold(house, person)
  await person.inPrivate.presses(told.press({ command: 'case-appeal' }))
  house.world.passes(THINKING_MS)
  return person.inPrivate.types('The posts were not mine, look at the account.')
}

export async function answersAppeal(
  house: House,
  staff: Person,
  number: string,
  what: 'uphold' | 'reduce' | 'overturn',
  to = 'warned',
): Promise<Heard> {
  house.world.passes(THINKING_MS)
  const page = await staff.types(`/case ${number}`)
  const note = 'Looked at once more.'
  return does(house, staff, page, `case-${what}`, what === 'reduce' ? { to, note } : { note })
}

export async function lastTold(house: House, person: Person): Promise<Heard> {
  return must((await house.told(person)).at(-1), `news for ${person.account.name}`)
}

/** What a partner was moved by, in order: `P5 P6 …`. */
export function movesOf(house: House, { id }: Pick<Partner, 'id'>): Promise<string> {
  return transitionsOf(house, 'partner-moved', `partner:${id}`)
}
