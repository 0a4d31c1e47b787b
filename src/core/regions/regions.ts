/** The regions of the programme, by which applications and some roles are divided. */
import { type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Programme } from '../../programme/programme.js'
import { EVERY_REGION } from '../../programme/regions.js'
import { textOf, type Words } from '../../programme/words.js'
import { EVERYWHERE } from '../roles/roles.js'

export { EVERY_REGION }

export interface Region {
  value: string
  words: Words
}

/** Of a programme what says its regions. */
export interface Divided {
  regions: Readonly<Programme['regions']>
  applications?: Pick<ApplicationPolicy, 'questions'> | undefined
}

/**
 * In the order of the programme file; where that has no list of them, those an applicant chooses from. None
 * where it asks nobody for a region.
 */
export function regionsOf({ regions, applications }: Divided): readonly Region[] {
  if (regions.length > 0) return regions.map(({ id, words }) => ({ value: id, words }))
  const asked = applications?.questions.find((question) => question.kind === 'region')
  return asked && 'choices' in asked ? asked.choices : []
}

/** Its name; of one that the programme file does not know any more, its short name. */
export function regionText(programme: Divided, value: string): Text {
  if (value === EVERYWHERE || value === EVERY_REGION) return text('region-every')
  const known = regionsOf(programme).find((one) => one.value === value)
  return known ? textOf(known.words) : text('form-literal', { value })
}
