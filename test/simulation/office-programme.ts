/**
 * The programme of histories in which people apply, are judged and are shown: the shipped one with fewer
 * questions, shorter times, a region that is closed, and badges.
 */
import { applicationPolicy } from '../../src/programme/applications.js'
import { bitmart } from '../../src/programme/bitmart.js'
import { parseProgramme } from '../../src/programme/programme.js'

const { applications, cases } = bitmart

/** Where people work, and the one where nobody can. */
export const REGIONS = ['cis', 'africa', 'europe'] as const
const CLOSED = 'latam'
/** Tiers that one person cannot grant alone. */
export const TIERS_FOR_TWO: readonly string[] = ['growth', 'ambassador']

/** What is shown of partners; the second role of those of one tier. */
export const BADGES = {
  discord: [
    { guild: '400000000000000001', role: '500000000000000001' },
    { guild: '400000000000000001', role: '500000000000000002', tier: 'growth' },
  ],
  telegram: [{ chat: '-1005000000001', tag: 'Partner' }],
}

const ASKED = ['region', 'channels', 'uid']

function questionsAsked() {
  return applications.questions
    .filter(({ id }) => ASKED.includes(id))
    .map((one) => {
      const { choices } = one as { choices?: { value: string }[] }
      const known: readonly string[] = [...REGIONS, CLOSED]
      return choices ? { ...one, choices: choices.filter(({ value }) => known.includes(value)) } : one
    })
}

export const OFFICE_PROGRAMME = {
  ...bitmart,
  applications: {
    ...applications,
    questions: questionsAsked(),
    screening: { blockedRegions: [CLOSED], blockedReason: 'region', belowReason: 'audience' },
    leaseMinutes: 1,
    draftDays: 10,
  },
  partners: { idleDays: 5, returnDays: 0 },
  cases: { ...cases, warningsMost: 2 },
  fourEyes: { ...bitmart.fourEyes, tierFrom: TIERS_FOR_TWO[0] },
  badges: BADGES,
}

/** As the app reads it. */
export function officeProgramme() {
  const read = parseProgramme(OFFICE_PROGRAMME)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.programme
}

/** How it takes applications, whatever day it is. */
export function officePolicy() {
  const policy = applicationPolicy(officeProgramme(), Number.POSITIVE_INFINITY)
  if (!policy) throw new Error('the programme takes no applications')
  return policy
}
