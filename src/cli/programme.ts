/** The programme file, for whoever writes one. */
import { fileURLToPath } from 'node:url'
import { digestOf } from '../core/programme/programme.js'
import { loadSpeech } from '../i18n/fluent.js'
import { assertWords, programmeJsonSchema, readProgramme } from '../programme/programme.js'
import type { Desk } from './desk.js'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))

export async function printProgrammeSchema({ say }: Pick<Desk, 'say'>): Promise<number> {
  say(JSON.stringify(programmeJsonSchema(), null, 2))
  return 0
}

/** The shipped programme, to begin a file of one's own with. */
export async function printProgramme({ say }: Pick<Desk, 'say'>): Promise<number> {
  say(JSON.stringify(readProgramme(undefined).raw, null, 2))
  return 0
}

/** Looks at a file without touching anything. Throws a StartError that names every mistake. */
export async function checkProgramme(
  { say, world }: Pick<Desk, 'say' | 'world'>,
  file: string,
): Promise<number> {
  const { raw, programme } = readProgramme(file)
  const speech = loadSpeech(LOCALES, { scaleOf: () => 0, now: () => world.now() })
  assertWords(programme, file, (key) => speech.has(speech.fallback, key))
  say(
    `${file} is right: ${programme.name}, edition ${programme.version}, digest ${digestOf(raw).slice(0, 12)}.`,
  )
  return 0
}
