/** Programme files of tests: the shipped programme with something else in it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bitmart } from '../../src/programme/bitmart.js'
import { GUILD, GUILD_ROLES } from '../../src/sandbox/community.js'
import { temporaryFolder } from '../kit/storage.js'
import { ROOM } from './rig.js'

/** Writes it and gives its path. */
export function programmeFile(more: Record<string, unknown>): string {
  const file = join(temporaryFolder(), 'programme.json')
  writeFileSync(file, JSON.stringify({ ...bitmart, ...more }))
  return file
}

/** Applications that ask the shipped questions of these kinds, then `others`, and nothing else. */
export function asking(kinds: readonly string[], ...others: unknown[]): Record<string, unknown> {
  const { applications } = bitmart
  const questions = applications.questions.filter(({ kind }) => kinds.includes(kind))
  return { applications: { ...applications, questions: [...questions, ...others] } }
}

/** What is shown of partners: a role that there is, one for each of `more`, and a tag. */
export function badgesWith(...more: string[]) {
  return {
    discord: [GUILD_ROLES.partners, ...more].map((role) => ({ guild: GUILD, role })),
    telegram: [{ chat: ROOM.traders, tag: 'Partner' }],
  }
}
