/** What a programme file may not take away while cases and sanctions go by it. */
import { inArray, ne } from 'drizzle-orm'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'

/** Partners whose way back, or out, is a matter of the clock. */
const BOUND = ['suspended', 'terminating'] as const

/**
 * A line for each section, and each reason, that open cases and sanctioned partners need and that a programme
 * has not: without it nobody could decide them, and nothing would end by itself.
 */
export async function owedToCases(
  work: Work,
  { applications, cases: policy }: { applications?: unknown; cases?: CasePolicy | undefined },
): Promise<string[]> {
  const { cases, partners } = work.t
  const open = await work.db.select({ reason: cases.reason }).from(cases).where(ne(cases.state, 'closed'))
  const bound = await work.db.select({ id: partners.id }).from(partners).where(inArray(partners.state, BOUND))
  if (open.length + bound.length === 0) return []
  const why = `${open.length} open cases and ${bound.length} suspended or terminated partners go by it`
  const lines: string[] = []
  if (applications === undefined) lines.push(`applications is left out, and ${why}. Put it back.`)
  if (policy === undefined) return [...lines, `cases is left out, and ${why}. Put it back.`]
  const known = policy.reasons.map(({ id }) => id)
  const missing = new Set(open.map(({ reason }) => reason).filter((reason) => !known.includes(reason)))
  for (const id of missing)
    lines.push(`cases.reasons has no "${id}", for which a case is open. Put it back until that is closed.`)
  return lines
}
