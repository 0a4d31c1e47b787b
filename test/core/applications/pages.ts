/** Applications at every turn of their life, as their people see them. */
import type { Heard } from '../../kit/heard.js'
import type { House, Person } from '../../kit/house.js'
import { applies, reviewerNamed } from './kit.js'

/** More than one message has room for. */
const LINE = 'and what I do there, in many words '.repeat(5)
const LINES = Array.from({ length: 4 }, () => `${LINE}1000`)
const WORDY = {
  channels: ['youtube.com/@moon 12 000', ...LINES].join('\n'),
  communities: ['t.me/moontalk 850', ...LINES].join('\n'),
  why: 'I have taught people to keep keys. '.repeat(28).trim(),
  experience: 'I have written for years about it. '.repeat(17).trim(),
}

/** What is shown of them to `staff`, who may review and decides nothing here, and to the applicants. */
export async function everyPage(house: House, staff: Person): Promise<Heard[]> {
  const rita = await reviewerNamed(house, 'Rita')
  const pages: Heard[] = []
  const turns = [waits, isAsked, isInvited, isRejected, isProposed, isHeld]
  for (const turn of turns) {
    const moon = await house.person('Moon')
    const number = await applies(house, moon, turn === isRejected ? WORDY : {})
    await turn({ house, moon, rita: turn === isHeld ? staff : rita, number })
    house.world.passes(60_000)
    const open = { command: 'application-open', values: { application: number } }
    pages.push(await house.card(number, 'telegram', 'application'), await staff.presses(open))
    pages.push(await moon.inPrivate.types('/status'), ...(await house.told(moon)))
  }
  pages.push(await staff.types('/review bulk'))
  return pages
}

interface Turn {
  house: House
  moon: Person
  rita: Person
  number: string
}

async function waits(): Promise<void> {}

async function isHeld({ rita, number }: Turn): Promise<Heard> {
  return rita.presses({ command: 'application-take', values: { application: number } })
}

async function isAsked(turn: Turn): Promise<void> {
  const panel = await isHeld(turn)
  await turn.rita.presses(panel.press({ command: 'application-ask' }))
  await turn.rita.types('Which languages do you speak?')
}

async function isInvited(turn: Turn): Promise<void> {
  const panel = await isHeld(turn)
  await turn.rita.presses(panel.press({ command: 'application-invite' }))
  await turn.rita.types('Tuesday 18:00 UTC, here')
}

/** All of them have everything in common, so that a second person is needed. */
async function isProposed(turn: Turn): Promise<void> {
  const panel = await isHeld(turn)
  const preview = await turn.rita.presses(panel.press({ command: 'application-approve' }))
  await turn.rita.presses(preview.press({ act: 'confirm' }))
}

/** And appealed. */
async function isRejected(turn: Turn): Promise<void> {
  const { house, moon, rita } = turn
  const panel = await isHeld(turn)
  const asked = await rita.presses(panel.press({ command: 'application-reject' }))
  const preview = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'fake' }))
  await rita.presses(preview.press({ act: 'confirm' }))
  house.world.passes(60_000)
  const status = await moon.inPrivate.types('/status')
  await moon.inPrivate.presses(status.press({ command: 'application-appeal' }))
  await moon.inPrivate.types('They are real people, ask them.')
}
