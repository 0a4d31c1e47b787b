/** Runs every check there is and says how each went. */
import { checks } from '../core/catalogue.js'
import { sealFrom, sealHolds } from '../core/facts/facts.js'
import { type Finding, runCheck } from '../core/ledger/ledger.js'
import type { Storage } from '../storage/storage.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { look } from './look.js'

/**
 * 0 when all is well. Looks only; works while the bot runs. `seals` are such as the bot posts every day
 * (`core/facts/sealing.ts`).
 */
export function audit(desk: Desk, seals: readonly string[] = []): Promise<number> {
  const wrong = seals.find((seal) => sealFrom(seal) === undefined)
  if (wrong !== undefined) {
    desk.say(
      `"${wrong}" is no seal. Copy it whole from what the bot posted: fact:812:9f… (64 digits a-f, 0-9).`,
    )
    return Promise.resolve(ANSWER_IS_NO)
  }
  return look(desk, async (storage) => {
    const isWell = (await auditStorage(storage, desk)) === 0
    return (await areSealsKept(storage, seals, desk)) && isWell ? 0 : ANSWER_IS_NO
  })
}

async function areSealsKept(
  storage: Storage,
  seals: readonly string[],
  { say }: Pick<Desk, 'say'>,
): Promise<boolean> {
  let broken = 0
  for (const typed of seals) {
    const seal = sealFrom(typed)
    const holds = seal !== undefined && (await storage.read((work) => sealHolds(work, seal)))
    say(holds ? `✓ seal ${typed}` : `✗ seal ${typed}: what was sealed is not there, or was changed since`)
    if (!holds) broken += 1
  }
  return broken === 0
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
