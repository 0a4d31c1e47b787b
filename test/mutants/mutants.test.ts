/** The list of mutants fits the sources of today; `npm run mutants` makes them. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MUTANTS } from './mutants.js'

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

it.each(MUTANTS)('$name has its place', ({ edits, test }) => {
  for (const { file, find } of edits) expect([file, textOf(file).split(find).length - 1]).toEqual([file, 1])
  expect(textOf(test)).toContain('import')
})
