/** Amounts as people write them, by asset. */
import { z } from 'zod'

const amount = z.string().regex(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,8})?$/, 'an amount such as "50" or "0.01"')
/** By asset; an asset that is not named has no such limit. */
export const amounts = z.record(z.string(), amount)
