/** What the sections of a programme owe each other. */
import type { z } from 'zod'
import { checkAmounts } from './amounts.js'
import { checkBadges } from './badges.js'
import { checkGranting, checkRegions, checkTwice, type Wrong } from './names.js'
import type { Programme } from './programme.js'
import { checkLeastMost, checkReminders } from './ranges.js'
import { ACCEPTED_KINDS } from './texts.js'
import { checkCaps } from './tiers.js'

/**
 * Looked at once each section by itself has its shape; its numbers may be out of range still. Not looked at
 * where a programme was accepted before (`acceptedProgramme`): what a later version of this file finds wrong
 * stays in force until it is corrected.
 */
export function fitTogether(programme: Programme, context: z.RefinementCtx): void {
  const { tiers, rates, fourEyes } = programme
  if (tiers && rates) checkCaps(tiers, rates, context)
  const wrong: Wrong = (path, message) => context.addIssue({ code: 'custom', path, message })
  const { tierFrom } = fourEyes
  if (tierFrom !== undefined && !tiers?.list.some(({ id }) => id === tierFrom)) {
    wrong(['fourEyes', 'tierFrom'], `names the tier "${tierFrom}", which is not in tiers.list`)
  }
  checkBadges(programme, wrong)
  checkApplications(programme, wrong)
  checkTwice(programme, wrong)
  checkAmounts(programme, wrong)
  checkLeastMost(programme, wrong)
  checkReminders(programme, wrong)
  checkRegions(programme, wrong)
  checkGranting(programme, wrong)
}

function checkApplications({ applications, texts, regions }: Programme, wrong: Wrong): void {
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
