/**
 * The rules of the house as an ordinary test: who imports whom, what is pure, what is reachable, how long
 * things are, that every language has every word, and that documents are true. A failure names the file, the
 * line and what to do. `test/house/rules.test.ts` shows that each rule catches its violation.
 */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { RULES } from './house/rules.js'
import { readTree, report } from './house/tree.js'

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)))

test.each(RULES)('$name', ({ check }) => {
  const findings = check(tree)
  if (findings.length > 0) expect.fail(`${findings.length} against the rule:\n${report(findings)}`)
})
