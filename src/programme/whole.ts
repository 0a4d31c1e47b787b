/** What the sections of a programme owe each other. */
import type { z } from 'zod'
import { checkBadges } from './badges.js'
import type { Programme } from './programme.js'
import { ACCEPTED_KINDS } from './texts.js'
import { checkCaps } from './tiers.js'

/** Looked at once each section by itself is right. */
export function fitTogether(programme: Programme, context: z.RefinementCtx): void {
  const { tiers, rates, fourEyes } = programme
  if (tiers && rates) checkCaps(tiers, rates, context)
  const wrong = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
  const { tierFrom } = fourEyes
  if (tierFrom !== undefined && !tiers?.list.some(({ id }) => id === tierFrom)) {
    wrong(['fourEyes', 'tierFrom'], `names the tier "${tierFrom}", which is not in tiers.list`)
  }
  checkBadges(programme, wrong)
  checkApplications(programme, wrong)
}

function checkApplications(
  { applications, texts, regions }: Programme,
  wrong: (path: PropertyKey[], message: string) => void,
): void {
  if (!applications) return
  for (const kind of ACCEPTED_KINDS) {
    if (!texts[kind]) wrong(['texts', kind], 'is needed, because applicants accept it')
  }
  for (const [at, question] of applications.questions.entries()) {
    if (question.kind !== 'region' || regions.length === 0) continue
    for (const [index, { value }] of question.choices.entries()) {
      if (regions.some(({ id }) => id === value)) continue
      const path = ['applications', 'questions', at, 'choices', index, 'value']
      wrong(
        path,
        `names the region "${value}", which is not one of: ${regions.map(({ id }) => id).join(', ')}`,
      )
    }
  }
}

/** Names of settings that hold words: a key of ours, or words by language. */
const WORDED = ['ask', 'label', 'hint', 'words', 'next', 'title', 'tagline', 'hours', 'changes', 'note']

/** Keys of our words that a programme names, with the section that does. */
export function keysNamed(programme: Programme): { section: string; key: string }[] {
  return Object.entries(programme).flatMap(([section, value]) =>
    keysIn(value).map((key) => ({ section, key })),
  )
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]) => {
    if (typeof inside === 'string') return WORDED.includes(name) && !Array.isArray(value) ? [inside] : []
    return keysIn(inside)
  })
}
