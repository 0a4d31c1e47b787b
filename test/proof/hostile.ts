/**
 * Hostile inputs: texts that have broken programs like this one, bytes that were right
 * until somebody cut, doubled or flipped some, trees with anything anywhere; and a count of what was tried
 * and how long the slowest hundredth took.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { tried } from '../kit/proof.js'

/** As many times as many inputs as a plain test run tries. */
const MORE = Number(process.env.PROOF_INPUTS ?? 1)

export const ATTACKS: readonly string[] = [
  ...['', ' ', '0', '-0', '-1', '+1', '1e3', '1e999', '0x10', '0b1', 'NaN', 'Infinity', 'null', 'undefined'],
  ...[
    '1,5',
    '1.000,50',
    "1'000",
    '1_000',
    '.5',
    '5.',
    '05',
    '1.2.3',
    '--5',
    '5-',
    '%35',
    '1/2',
    '½',
    '²',
    '⑤',
  ],
  ...['９.５', '٣', '۳', '५', '五', '\u200b5', '5\u200b', '\u202e5', '5\u0000', '5\n', '\ufeff5', '5\u0301'],
  ...[
    '9'.repeat(30),
    '0.'.padEnd(40, '0'),
    '9223372036854775808',
    '18446744073709551616',
    '9007199254740993',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '{"__proto__":{"admin":true}}',
    '[object Object]',
  ],
  ..."'; drop table packets --|' or 1=1 --|%|_|\\|#{7*7}|{{7*7}}|$(id)|`id`|../../etc/passwd|=cmd|@everyone".split(
    '|',
  ),
  ...[
    '<@1>',
    '<@!1>',
    '<@&1>',
    '<#1>',
    '@here',
    '</a:1>',
    '<script>',
    '&amp;',
    '&#0;',
    '**x**',
    '[a](tg://user?id=1)',
  ],
  ...[
    '\ud800',
    '\udc00\ud800',
    '\u202e\u2066x',
    'a'.repeat(5000),
    '😀'.repeat(100),
    'e\u0301'.repeat(50),
    '\u0000',
  ],
  ...[
    '1packet-claim:',
    '1packet-claim:x:y:z',
    '1form:x:1:set:a:b',
    '=open=',
    '=pick=0',
    '=9=1help',
    'start=ref_1',
  ],
  ...[
    '0s',
    '1.5h',
    '99999d',
    '7D ',
    '１h',
    '1h1h',
    '-1h',
    '1 h',
    'h',
    '1y',
    '\\:\\:\\',
    ':'.repeat(64),
    '\\'.repeat(64),
  ],
]

export const attack = fc.constantFrom(...ATTACKS)

/** A text from nothing, from the table, or a mixture. */
export const text = fc.oneof(
  attack,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(attack, fc.string({ maxLength: 6 })), { maxLength: 4 }).map((parts) => parts.join('')),
)

export const leaf = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 2 ** 53, 2 ** 63, 1.5, Number.NaN, Number.MAX_VALUE),
  fc.constantFrom<unknown>(undefined, [], {}, [[]], [null], { length: 3 }, { id: 1 }),
)

type Edit = { at: number; how: number; byte: number }

const edits = fc.array(fc.record({ at: fc.nat(), how: fc.nat(4), byte: fc.nat(255) }), {
  minLength: 1,
  maxLength: 6,
})

/** Bytes of a good body, with some of them wrong. */
export function mangled(good: readonly object[]): fc.Arbitrary<Buffer> {
  const bodies = good.map((one) => Buffer.from(JSON.stringify(one)))
  return fc.tuple(fc.constantFrom(...bodies), edits).map(([body, list]) => list.reduce(edit, body))
}

function edit(body: Buffer, { at, how, byte }: Edit): Buffer {
  const place = body.length === 0 ? 0 : at % body.length
  const [head, tail] = [body.subarray(0, place), body.subarray(place)]
  if (how === 0) return head
  if (how === 1) return Buffer.concat([head, Buffer.of(byte), tail])
  if (how === 2) return Buffer.concat([head, Buffer.of(byte), tail.subarray(1)])
  if (how === 3) return Buffer.concat([head, tail.subarray(1 + (byte % 8))])
  return Buffer.concat([head, body.subarray(Math.max(0, place - (byte % 64))), tail])
}

/** A good tree with anything in some places, a place gone or doubled. */
export function grafted(good: readonly object[]): fc.Arbitrary<unknown> {
  const places = good.map((tree) => ({ tree, paths: pathsOf(tree) }))
  const graft = fc.record({ path: fc.nat(), evil: leaf })
  return fc
    .tuple(fc.constantFrom(...places), fc.array(graft, { minLength: 1, maxLength: 3 }))
    .map(([{ tree, paths }, grafts]) =>
      grafts.reduce<unknown>(
        (all, { path, evil }) => withAt(all, paths[path % paths.length] ?? [], evil),
        tree,
      ),
    )
}

function pathsOf(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
}

function withAt(value: unknown, [key, ...rest]: string[], evil: unknown): unknown {
  if (key === undefined) return evil
  if (typeof value !== 'object' || value === null) return value
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  copy[key] = withAt(copy[key], rest, evil)
  return copy
}

/**
 * ms that the slowest hundredth of inputs may take. A parser takes some hundredths of one; a pattern that
 * goes back and forth over a few thousand characters takes seconds. A busy machine takes its share of both.
 */
const P99_MOST_MS = 500

/** Tries `check` on so many inputs; it throws on what must not be. */
export async function fuzz<T>(
  inputs: fc.Arbitrary<T>,
  count: number,
  check: (input: T) => unknown,
): Promise<void> {
  const times: number[] = []
  const timed = async (input: T) => {
    const begin = performance.now()
    const result = check(input)
    times.push(performance.now() - begin)
    await result
  }
  await fc.assert(fc.asyncProperty(inputs, timed), { numRuns: count * MORE })
  expect(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]).toBeLessThan(P99_MOST_MS)
  tried({ inputs: times.length })
}
