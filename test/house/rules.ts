/** All rules of the house, in the order of ARCHITECTURE.md. */
import { ARROWS } from './arrows.js'
import { MANNERS } from './manners.js'
import { PAPERS_ARE_TRUE } from './papers.js'
import { PROSE } from './prose.js'
import { PURITY } from './purity.js'
import { REACH } from './reach.js'
import { RATCHET, sizeRules } from './size.js'
import type { Rule } from './tree.js'
import { WORDS } from './words.js'

export const RULES: Rule[] = [
  ...ARROWS,
  ...PURITY,
  ...REACH,
  ...sizeRules(RATCHET),
  ...WORDS,
  ...PAPERS_ARE_TRUE,
  ...PROSE,
  ...MANNERS,
]
