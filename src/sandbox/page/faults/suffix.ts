import type { FaultState } from '../../page-contract.js'

/** Longer names in short. */
const SHORT: Partial<Record<FaultState['id'], string>> = {
  'discord-limit-global': 'global',
  'discord-invalid-session': 'session',
}

/** A fault without its platform, for words that both share: `telegram-limit` → `limit`. */
export const suffixOf = (id: FaultState['id']): string => SHORT[id] ?? id.replace(/^(telegram|discord)-/, '')
