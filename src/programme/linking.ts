/** Policy of accounts: how two of them become one person's, and what an exchange UID looks like. */
import { z } from 'zod'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export const linkingSchema = z.strictObject({
  /** How long a code can be typed. */
  codeMinutes: z.number().int().min(1).max(60).default(10),
  /** Codes that are none which one person may type in an hour. */
  wrongMost: z.number().int().min(1).max(20).default(5),
  /** Days after a link in which the person links nothing more. */
  pauseDays: z.number().int().min(0).max(365).default(30),
  /** Accounts of one person, on all platforms together. */
  accountsMost: z.number().int().min(2).max(20).default(4),
})

export type LinkingPolicy = z.infer<typeof linkingSchema>

export const uidSchema = z.strictObject({
  /** Digits of an account number at the exchange. */
  digitsLeast: z.number().int().min(1).max(20).default(4),
  digitsMost: z.number().int().min(1).max(20).default(20),
})

/** How long a code can be typed, in ms. */
export function codeLife({ codeMinutes }: LinkingPolicy): number {
  return codeMinutes * MINUTE_MS
}

/** How long nothing more is linked after a link, in ms. */
export function linkPause({ pauseDays }: LinkingPolicy): number {
  return pauseDays * DAY_MS
}
