/** What the programme is called by those it is for. */
import { z } from 'zod'
import { wordsSchema } from './words.js'

export const brandSchema = z.strictObject({
  /** The exchange, as it writes itself. */
  exchange: z.string().min(1).max(60),
  /** What a partner may call themself. */
  title: wordsSchema(60),
  /** What the programme is, in one sentence. */
  tagline: wordsSchema(300),
  /** The programme's own page. */
  url: z.url('a web address').optional(),
})
