/** `docs/sandbox.md` says which rule is held by which test: those tests are there. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const PAPER = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8')
const ROW = /^\| (.+) \| `(test\/[^`]+)`: (.+) \|$/

const rows = PAPER.split('\n').flatMap((line) => {
  const [, rule = '', file = '', name = ''] = ROW.exec(line) ?? []
  return file === '' ? [] : [{ rule, file, name }]
})

test('the table is read', () => {
  expect(rows.length).toBeGreaterThan(60)
  const lines = PAPER.split('\n').filter((line) => line.includes('| `test/'))
  expect(rows).toHaveLength(lines.length)
})

test.each(rows)('$rule', ({ file, name }) => {
  const place = new URL(`../../${file}`, import.meta.url)
  expect(existsSync(place), file).toBe(true)
  const title = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  expect(readFileSync(place, 'utf8')).toMatch(
    new RegExp(`\\b(?:test|it)(?:\\.\\w+\\(.*\\))?\\(\\s*'${title}'`),
  )
})
