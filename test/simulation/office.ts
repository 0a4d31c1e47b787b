/** What people do where the programme is at work: apply, decide, report, pause, appeal, give roles. */
import type { Chance } from './chance.js'
import type { Manners } from './crowd.js'
import type { History } from './history.js'
import type { Line } from './lines.js'
import { REGIONS } from './office-programme.js'

/** Calls of such a history besides those of any. */
const CALLS = { least: 60, most: 130 }

/** Who has a role when it begins (`furnish.ts`); each of the last two is one human with a partner. */
const STAFF = ['Olga', 'Oscar', 'Maria', 'Dan', 'Ben', 'Sofia']
const ADMINS = ['Olga', 'Oscar']
const APPLICANTS = ['Pavel', 'Pavel', 'Ana', 'Ben', 'Sofia', 'Maria', 'Dan']
const PARTNERS = ['Lin', 'Ivan', 'Lin', 'Ivan', 'Pavel', 'Ana', 'Dan']
const ANYBODY = ['Olga', 'Maria', 'Dan', 'Pavel', 'Lin', 'Sofia', 'Ivan', 'Ana', 'Ben']
const GRANTED = ['telegram:1003', 'telegram:1005', 'telegram:1007', 'discord:200000000000000010', '#2']

/** How much people like to press what. */
const LIKES: Manners['likes'] = {
  apply: 2,
  'application-take': 6,
  'application-open': 3,
  'application-approve': 6,
  'application-confirm': 8,
  'application-decline': 2,
  'application-reject': 3,
  'application-ask': 3,
  'application-met': 6,
  'application-answer': 8,
  'application-appeal': 6,
  'application-uphold': 4,
  'application-stand': 2,
  'application-withdraw': 0.5,
  measure: 0.3,
  prove: 0.3,
  'case-page': 5,
  'case-notify': 8,
  'case-reply': 8,
  'case-agree': 8,
  'case-suspend': 4,
  'case-terminate': 3,
  'case-appeal': 8,
  'case-overturn': 4,
  'case-reduce': 3,
  'case-mine': 4,
  'report-page': 4,
  'report-case': 6,
  membership: 3,
  'membership-uid': 8,
  'membership-accept': 8,
  'membership-pause': 2,
  'membership-resume': 3,
  'membership-return': 5,
  'partner-back': 5,
  'form confirm': 14,
  'form cancel': 0.4,
  write: 10,
}

const SAID = 'As the guidelines say, and as we all have seen.'

/** What people write; who they mean, and numbers, may be anybody's. */
const WORDS: Manners['words'] = {
  channels: ['youtube.com/@me 12000', 'x.com/me 900', 't.me/mine 4000', 'x.com/me', 'x.com/me 20'],
  uid: ['70001', '70003', '81234', '85555', '90001', '91111'],
  questions: ['How often do you publish?'],
  answer: ['Twice a week, about 900 people.'],
  note: [SAID],
  words: [SAID],
  reply: [SAID],
  slot: ['Tuesday 18:00 UTC'],
  outcome: ['A good talk.'],
  about: ['Lin', 'Ivan', 'Nobody'],
  link: ['t.me/moon/12'],
  picture: [''],
  partner: ['1', '2', '3'],
  typed: ['1', '2', '3'],
  by: ['1m', '5m'],
}

export function officeManners(history: History): Manners {
  const chance = history.chance('office people')
  return {
    most: chance.between(CALLS.least, CALLS.most),
    thinksMost: 2_500,
    eagerness: 0.93,
    likes: LIKES,
    words: WORDS,
    begins: () => beginning(chance),
  }
}

function beginning(chance: Chance): { name: string; line: Line; inGroup: boolean } {
  const alone = (names: readonly string[], line: Line) => ({ name: chance.pick(names), line, inGroup: false })
  const dice = chance.real()
  if (dice < 0.22) return alone(APPLICANTS, plain('apply'))
  if (dice < 0.29) return alone(ANYBODY, plain('status'))
  if (dice < 0.5) return alone(STAFF, plain('review'))
  if (dice < 0.68) return alone(STAFF, caseLine(chance))
  if (dice < 0.8) return alone(PARTNERS, plain('membership'))
  if (dice < 0.85) return alone(STAFF, partnerLine(chance))
  if (dice < 0.91) return alone(ANYBODY, plain('report'))
  if (dice < 0.97) return alone(chance.happens(0.9) ? ADMINS : ANYBODY, roleLine(chance))
  return { name: 'Olga', line: deskLine(chance), inGroup: true }
}

function plain(command: string): Line {
  return { command, words: '', values: {} }
}

function caseLine(chance: Chance): Line {
  if (chance.happens(0.4)) return plain('case')
  const number = String(chance.between(1, 4))
  return { command: 'case', words: number, values: { number } }
}

function partnerLine(chance: Chance): Line {
  const who = String(chance.between(1, 3))
  return { command: 'partner', words: who, values: { who } }
}

function roleLine(chance: Chance): Line {
  const action = chance.pick(['grant', 'revoke'])
  const person = chance.pick(GRANTED)
  const role = chance.pick(['reviewer', 'reviewer', 'regional_manager', 'risk_officer', 'admin'])
  const isRegional = role === 'reviewer' || role === 'regional_manager'
  const region = chance.pick([...REGIONS, 'all'])
  const reason = 'as was agreed'
  const named = isRegional ? ` region=${region}` : ''
  return {
    command: 'role',
    words: `${action} ${person} ${role}${named} ${reason}`,
    values: { action, person, role, ...(isRegional ? { region } : {}), reason },
  }
}

function deskLine(chance: Chance): Line {
  const [action, queue] = [chance.pick(['here', 'here', 'none']), chance.pick(['applications', 'cases'])]
  return { command: 'desk', words: `${action} ${queue}`, values: { action, queue } }
}
