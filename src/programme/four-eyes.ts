/** Above what a second person must agree. Of packets, `packets.approvalAbove` says it. */
import { z } from 'zod'
import { amounts } from './amounts.js'
import { identifier } from './words.js'

export const fourEyesSchema = z.strictObject({
  payoutAbove: amounts.default({}),
  budgetAbove: amounts.default({}),
  /** Tiers of this name and above. */
  tierFrom: identifier.optional(),
})
