/** Runs every check there is and says how each went. */
import { checks } from '../core/catalogue.js'
import { type Finding, runCheck } from '../core/ledger/ledger.js'
import type { Storage } from '../storage/storage.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { look } from './look.js'

/** 0 when all is well. Looks only; works while the bot runs. */
export function audit(desk: Desk): Promise<number> {
  return look(desk, (storage) => auditStorage(storage, desk))
}

export async function auditStorage(
  storage: Storage,
  { world, say }: Pick<Desk, 'world' | 'say'>,
): Promise<number> {
  let count = 0
  for (const check of checks) {
    const findings = await runCheck(storage, world, check)
    say(`${findings.length === 0 ? '✓' : '✗'} ${check.name}`)
    for (const finding of findings) say(`    ${lineOf(finding)}`)
    count += findings.length
  }
  say(`${checks.length} checks, ${count} ${count === 1 ? 'finding' : 'findings'}`)
  return count === 0 ? 0 : ANSWER_IS_NO
}

function lineOf({ detail, subject }: Finding): string {
  return `${subject}: ${detail}`
}
