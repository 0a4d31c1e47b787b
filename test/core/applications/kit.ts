/** Applicants and reviewers, in a few words. */
import type { Heard } from '../../kit/heard.js'
import type { House, Person, Voice } from '../../kit/house.js'
import { transitionsOf } from '../../kit/moves.js'

/** What people answer, in the order of the shipped programme's questions. */
export const ANSWERS: [question: string, answer: string][] = [
  ['region', 'latam'],
  ['language', 'es'],
  ['focus', 'content,community'],
  ['channels', 'youtube.com/@moon 12 000\nx.com/moon 300'],
  ['communities', 't.me/moontalk 850'],
  ['experience', ''],
  ['email', 'moon@example.com'],
  ['uid', '10020030'],
  ['why', 'I have taught people to keep their keys for years.'],
  ['guidelines', '2025-11'],
  ['disclosure', '2025-11'],
]

/** Answers the question that is open; choices by their buttons. */
export async function answers(voice: Voice, asked: Heard, question: string, answer: string): Promise<Heard> {
  if (answer === '') return voice.presses(asked.press({ act: 'set', field: question, value: ' ' }))
  if (asked.awaits?.name === question) return voice.types(answer)
  if (!answer.includes(',')) return voice.presses(asked.press({ act: 'set', field: question, value: answer }))
  let heard = asked
  for (const value of answer.split(',')) {
    heard = await voice.presses(heard.press({ act: 'set', field: question, value }))
  }
  return voice.presses(heard.press({ act: 'more' }))
}

/** The question that is asked here; undefined on the page that shows all answers. */
function questionIn({ keys }: Heard): string | undefined {
  const [, question, text] =
    /\b(?:question-(\w+)\.ask|apply-(guidelines|disclosure))\b/.exec(keys.join(' ')) ?? []
  return question ?? text
}

/** ms that a person takes for an answer: faster ones are told that they are too fast. */
const THINKING_MS = 3000

/** From /apply to the page that shows all answers, or to one question; with other answers where given. */
export async function fillIn(
  house: Pick<House, 'world'>,
  { inPrivate }: Pick<Person, 'inPrivate'>,
  others: Record<string, string> = {},
  upTo?: string,
): Promise<Heard> {
  house.world.passes(THINKING_MS)
  let heard = await inPrivate.types('/apply')
  const usual = Object.fromEntries(ANSWERS)
  for (let question = questionIn(heard); question !== undefined && question !== upTo; ) {
    house.world.passes(THINKING_MS)
    heard = await answers(inPrivate, heard, question, others[question] ?? usual[question] ?? '')
    if (heard.refusal !== undefined) return heard
    question = questionIn(heard)
  }
  return heard
}

/** From /apply to the answer that it is sent. */
export async function sends(
  house: House,
  person: Person,
  others: Record<string, string> = {},
): Promise<Heard> {
  const page = await fillIn(house, person, others)
  return person.inPrivate.presses(page.press({ act: 'confirm' }))
}

/** An application that is sent; answers its number. */
export async function applies(
  house: House,
  person: Person,
  others: Record<string, string> = {},
): Promise<string> {
  const sent = await sends(house, person, others)
  house.world.passes(THINKING_MS)
  return String(sent.params('apply-sent').number)
}

/** Somebody who may review. */
export async function reviewerNamed(house: House, name: string): Promise<Person> {
  const person = await house.person(name)
  await person.becomes('reviewer')
  return person
}

export async function stateOf(house: House, number: string): Promise<string | undefined> {
  const rows = await house.look((work) => work.db.select().from(work.t.applications))
  return rows.find(({ id }) => String(id) === number)?.state
}

/** What an application was moved by, in order: `A1 A2 A3 …`. */
export function movesOf(house: House, number: string): Promise<string> {
  return transitionsOf(house, 'application-moved', `application:${number}`)
}

/** Answers that nobody else gives. */
export const OTHER = {
  channels: 'youtube.com/@sun 9000',
  communities: 't.me/suntalk 900',
  email: 'sun@example.com',
  uid: '77001122',
}
