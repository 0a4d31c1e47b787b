/** The last line of a run: what was tried, what was lost, and which files did not prove what they are for. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `seeds`: histories of the simulation. `kills`: processes ended by SIGKILL. `duplicates`: deliveries and
 * taps that came again. `inputs`: generated and hostile inputs. `presses`: presses of crowds.
 */
export type Tried = Record<(typeof KINDS)[number], number>

const KINDS = ['seeds', 'kills', 'duplicates', 'inputs', 'presses'] as const

/** In the folder of the run's scratch files; one note a line. */
export const PROOF_FILE = 'proof.ndjson'

export interface Note {
  /** A file whose tests begin. */
  began?: string
  /** A file of which no test has failed. */
  proved?: string
  tried?: Partial<Tried>
  /** Answers, messages and payments that should be there and are not. */
  lost?: number
}

/** One line for the end of a run; undefined when there was nothing to prove. */
export function proofOf(folder: string): string | undefined {
  const file = join(folder, PROOF_FILE)
  if (!existsSync(file)) return undefined
  const notes = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Note)
  const sum = (count: (note: Note) => number | undefined): string =>
    notes.reduce((all, note) => all + (count(note) ?? 0), 0).toLocaleString('en')
  const counts = KINDS.map((kind) => `${sum(({ tried }) => tried?.[kind])} ${kind}`)
  const proved = new Set(notes.map(({ proved }) => proved))
  const open = notes.flatMap(({ began }) => (began === undefined || proved.has(began) ? [] : [began]))
  const missing = [...new Set(open)].sort().map((name) => `not proved: ${name}`)
  return `tried: ${[...counts, `${sum(({ lost }) => lost)} lost`, ...missing].join(', ')}`
}
