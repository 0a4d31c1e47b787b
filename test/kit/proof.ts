/**
 * What a run of the tests has tried, counted over all its files and told in its last line. Whoever imports
 * this is a file that proves something: it is written down when it begins and again when nothing in it has
 * failed, so that one which fails, or dies, is named. `proof-line.ts` reads what is written here.
 */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, type RunnerTask } from 'vitest'
import { type Note, PROOF_FILE, type Tried } from './proof-line.js'

// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a hook wants
beforeAll(({}, { file }) => note({ began: file.name }))

// biome-ignore lint/correctness/noEmptyPattern: as above
afterAll(({}, { file }) => {
  if (!hasFailed(file)) note({ proved: file.name })
})

/** Counts what was tried. Call it after the assertions: what failed was not proved. */
export function tried(counts: Partial<Tried>): void {
  note({ tried: counts })
}

/**
 * Asserts that nothing is lost, and counts what is before it does. An entry says what should be there and is
 * not: an answer, a message, a payment.
 */
export function expectNothingLost(lost: readonly string[]): void {
  if (lost.length > 0) note({ lost: lost.length })
  expect(lost).toEqual([])
}

function note(what: Note): void {
  appendFileSync(join(inject('scratchFolder'), PROOF_FILE), `${JSON.stringify(what)}\n`)
}

function hasFailed(task: RunnerTask): boolean {
  if (task.result?.state === 'fail') return true
  return 'tasks' in task && task.tasks.some(hasFailed)
}
