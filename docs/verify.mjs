#!/usr/bin/env node
/**
 * Recomputes a published red packet. Needs Node 20 and nothing else: this file uses none of the bot's code and is
 * written after docs/fairness.md, so that you can check the bot with something you can read in ten minutes.
 *
 *   node verify.mjs packet.json [hash from the card, one for each tranche …]
 *   node verify.mjs - [hash …] < packet.json
 *
 * Ends with 0: everything is as promised · 1: it is not, the first difference is named · 2: could not look.
 *
 * A browser, which has no process, imports `recompute` and nothing else happens (see verify-page.mjs).
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const VERSION = 1
const SHARES_MOST = 1000
const TRANCHES_MOST = 20
const UNITS_MOST = 2n ** 63n - 1n
const NAME = /^[0-9A-Za-z._:-]{1,64}$/
const REFERENCE = /^[!-~]{1,64}$/
const UNITS = /^(0|[1-9][0-9]{0,18})$/
const HASH = /^[0-9a-f]{64}$/
/** A card may show the beginning of its hash; fewer digits than this could be met by trying. */
const HASH_BEGINNING = /^[0-9a-f]{16,64}$/

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0n)

/** What the record says and what follows from it; `words` where that is no value alone. */
class Difference extends Error {
  constructor(what, at, published, recomputed, words = recomputed) {
    super(`${at} (${what}): published ${published}, recomputed ${words}`)
    this.found = { what, at, published: String(published) }
    if (recomputed !== undefined) this.found.recomputed = String(recomputed)
  }
}

/** fairness.md, "Numbers from a seed". */
function numbersFrom(label, seed) {
  let queue = []
  let block = 0
  const next = () => {
    if (queue.length === 0) {
      const hex = sha256(`${label} ${seed} ${block++}`)
      queue = hex.match(/.{16}/g).map((digits) => BigInt(`0x${digits}`))
    }
    return queue.shift()
  }
  return (limit) => {
    const usable = (2n ** 64n / limit) * limit
    for (;;) {
      const number = next()
      if (number < usable) return number % limit
    }
  }
}

/** fairness.md, "Lucky: normal". */
function normal(below, excess, shares) {
  const parts = []
  let left = excess
  for (let k = BigInt(shares); k >= 2n; k--) {
    const most = (2n * left + below(k)) / k
    const part = below(most + 1n)
    parts.push(part)
    left -= part
  }
  return [...parts, left]
}

/** fairness.md, "Lucky: wild and calm". */
function cuts(below, excess, shares, gaps) {
  const count = BigInt(gaps * shares - 1)
  const places = excess + count
  const chosen = new Set()
  for (let newest = excess; newest < places; newest++) {
    const place = below(newest + 1n)
    chosen.add(chosen.has(place) ? newest : place)
  }
  const ends = [-1n, ...[...chosen].sort((a, b) => (a < b ? -1 : 1)), places]
  return Array.from({ length: shares }, (_, i) => ends[gaps * (i + 1)] - ends[gaps * i] - BigInt(gaps))
}

/** fairness.md, "The cap". */
function levelled(parts, room) {
  // Math.min does not take big integers.
  const kept = parts.map((part) => (part > room ? room : part))
  const surplus = sum(parts) - sum(kept)
  if (surplus === 0n) return kept
  const free = BigInt(parts.length) * room - sum(kept)
  const given = kept.map((part) => part + (surplus * (room - part)) / free)
  let rest = sum(parts) - sum(given)
  for (let i = 0; rest > 0n; i++) {
    if (given[i] === room) continue
    given[i]++
    rest--
  }
  return given
}

/** fairness.md, "Lucky". */
function lucky(seed, { total, shares, spread, floor, cap }) {
  const below = numbersFrom('split/1', seed)
  const excess = total - floor * BigInt(shares)
  const room = cap === null ? excess : cap - floor
  const once = () =>
    spread === 'normal'
      ? normal(below, excess, shares)
      : cuts(below, excess, shares, spread === 'wild' ? 1 : 4)
  const tries = Math.max(2, Math.min(16, Math.floor(2000 / shares)))
  let parts = once()
  for (let i = 1; i < tries && parts.some((part) => part > room); i++) parts = once()
  parts = levelled(parts, room)
  for (let i = shares - 1; i >= 1; i--) {
    const j = Number(below(BigInt(i + 1)))
    ;[parts[i], parts[j]] = [parts[j], parts[i]]
  }
  return parts.map((part) => floor + part)
}

/** fairness.md, "Equal and fixed". */
function level({ total, shares }) {
  const people = BigInt(shares)
  return Array.from({ length: shares }, (_, i) => total / people + (BigInt(i) < total % people ? 1n : 0n))
}

/** fairness.md, "The commitment". */
function commitment(record, params, tranche) {
  const lines = [
    `red packet/${VERSION}`,
    `packet=${record.packet}`,
    `asset=${record.asset}`,
    `kind=${record.kind}`,
    `tranche=${tranche}`,
    `total=${params.total}`,
    `shares=${params.shares}`,
    `split=${params.split}`,
    `spread=${params.spread}`,
    `floor=${params.floor}`,
    `cap=${params.cap === null ? 'none' : params.cap}`,
    `seed=${record.seed}`,
  ]
  return sha256(lines.map((line) => `${line}\n`).join(''))
}

/** fairness.md, "The window draw". */
function drawn(record, slots) {
  const people = [...record.eligible].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const seed = sha256([`draw/1 ${record.seed}`, ...people].map((line) => `${line}\n`).join(''))
  const below = numbersFrom('holders/1', seed)
  const count = Math.min(slots, people.length)
  for (let i = 0; i < count; i++) {
    const j = i + Number(below(BigInt(people.length - i)))
    ;[people[i], people[j]] = [people[j], people[i]]
  }
  return people.slice(0, count)
}

function expect(holds, at, value) {
  if (!holds) throw new Difference('malformed', at, JSON.stringify(value), undefined, 'something else')
}

const isText = (pattern) => (value) => typeof value === 'string' && pattern.test(value)
const isOneOf = (values) => (value) => values.includes(value)
const isCount = (least, most) => (value) => Number.isSafeInteger(value) && value >= least && value <= most
const isList = (least, most) => (value) =>
  Array.isArray(value) && value.length >= least && value.length <= most
const orNull = (check) => (value) => value === null || check(value)

const RECORD = {
  version: isOneOf([VERSION]),
  packet: isText(NAME),
  asset: isText(NAME),
  seed: isText(HASH),
  tranches: isList(1, TRANCHES_MOST),
  claims: isList(0, Number.POSITIVE_INFINITY),
  kind: isOneOf(['first-come', 'window-draw']),
}
const TRANCHE = {
  commitment: isText(HASH),
  total: isText(UNITS),
  shares: isCount(1, SHARES_MOST),
  split: isOneOf(['lucky', 'equal', 'fixed']),
  spread: isOneOf(['calm', 'normal', 'wild']),
  floor: isText(UNITS),
  cap: orNull(isText(UNITS)),
}
const CLAIM = {
  slot: isCount(0, Number.MAX_SAFE_INTEGER),
  amount: isText(UNITS),
  holder: orNull(isText(REFERENCE)),
}

function checkFields(value, shape, at) {
  expect(value !== null && typeof value === 'object' && !Array.isArray(value), at || 'record', value)
  for (const [field, check] of Object.entries(shape)) {
    expect(check(value[field]), at ? `${at}.${field}` : field, value[field])
  }
}

function checkShape(record) {
  checkFields(record, RECORD, '')
  record.tranches.forEach((tranche, i) => {
    checkFields(tranche, TRANCHE, `tranches[${i}]`)
  })
  record.claims.forEach((claim, i) => {
    checkFields(claim, CLAIM, `claims[${i}]`)
  })
  if (record.kind !== 'window-draw') return
  expect(isList(0, Number.POSITIVE_INFINITY)(record.eligible), 'eligible', record.eligible)
  expect(isList(0, Number.POSITIVE_INFINITY)(excludedOf(record)), 'excluded', record.excluded)
  for (const [list, people] of Object.entries({ eligible: record.eligible, excluded: excludedOf(record) })) {
    people.forEach((person, i) => {
      expect(isText(REFERENCE)(person), `${list}[${i}]`, person)
    })
  }
}

/** Who had entered and was left out of the draw; records of before have no such list. */
function excludedOf({ excluded = [] }) {
  return excluded
}

function checkSplit({ total, shares, split, floor, cap }, at) {
  const people = BigInt(shares)
  const possible =
    total >= people &&
    total <= UNITS_MOST &&
    floor >= 1n &&
    floor * people <= total &&
    (cap === null || cap * people >= total) &&
    (split !== 'fixed' || total % people === 0n)
  if (!possible) throw new Difference('split', at, `${total} / ${shares}`, undefined, 'not possible')
}

/** The shares of all tranches, after their parameters and their commitments have been checked. */
function sharesOf(record) {
  return record.tranches.flatMap((published, i) => {
    const at = `tranches[${i}]`
    const { total, floor, cap } = published
    const params = {
      ...published,
      total: BigInt(total),
      floor: BigInt(floor),
      cap: cap === null ? null : BigInt(cap),
    }
    checkSplit(params, at)
    const hash = commitment(record, params, i)
    if (hash !== published.commitment) {
      throw new Difference('commitment', `${at}.commitment`, published.commitment, hash)
    }
    const seed = sha256(`tranche/1 ${record.seed} ${i}`)
    return params.split === 'lucky' ? lucky(seed, params) : level(params)
  })
}

/** The hashes that people saw on the card, when they have kept them. */
function checkCard(record, hashes) {
  hashes.forEach((hash, i) => {
    const shown = record.tranches[i]?.commitment ?? 'no such tranche'
    if (!shown.startsWith(hash)) {
      throw new Difference('card', `tranches[${i}].commitment`, shown, hash, `${hash} on the card`)
    }
  })
}

function checkClaims(claims, amounts) {
  const slots = new Set()
  const holders = new Set()
  for (const [i, { slot, amount, holder }] of claims.entries()) {
    const at = `claims[${i}]`
    if (slot >= amounts.length) throw new Difference('slot', `${at}.slot`, slot, `0 … ${amounts.length - 1}`)
    if (slots.has(slot))
      throw new Difference('slot-twice', `${at}.slot`, slot, undefined, 'one claim for a slot')
    if (holders.has(holder))
      throw new Difference('holder-twice', `${at}.holder`, holder, undefined, 'one claim for a person')
    if (BigInt(amount) !== amounts[slot])
      throw new Difference('amount', `${at}.amount`, amount, amounts[slot])
    slots.add(slot)
    if (holder !== null) holders.add(holder)
  }
}

/** First come takes the next free slot: k claims are the slots 0 … k − 1, since each has a slot of its own. */
function checkTurns(claims) {
  for (const [i, { slot }] of claims.entries()) {
    if (slot >= claims.length)
      throw new Difference('slot-skipped', `claims[${i}].slot`, slot, `0 … ${claims.length - 1}`)
  }
}

function checkDraw(record, slots) {
  const seen = new Set()
  for (const [list, people] of Object.entries({ eligible: record.eligible, excluded: excludedOf(record) })) {
    for (const [i, person] of people.entries()) {
      if (seen.has(person))
        throw new Difference('eligible-twice', `${list}[${i}]`, person, undefined, 'everyone once')
      seen.add(person)
    }
  }
  const holders = drawn(record, slots)
  for (const [i, { slot, holder }] of record.claims.entries()) {
    if (holder !== holders[slot]) {
      throw new Difference('holder', `claims[${i}].holder`, holder ?? 'nobody', holders[slot] ?? 'nobody')
    }
  }
  const listed = new Set(record.claims.map(({ slot }) => slot))
  const missing = holders.findIndex((_, slot) => !listed.has(slot))
  if (missing !== -1) throw new Difference('unlisted', 'claims', `no slot ${missing}`, holders[missing])
}

/** The figures when all is well; throws a Difference when it is not. */
function verify(record, hashes) {
  checkShape(record)
  checkCard(record, hashes)
  const amounts = sharesOf(record)
  checkClaims(record.claims, amounts)
  if (record.kind === 'window-draw') checkDraw(record, amounts.length)
  else checkTurns(record.claims)
  const claimed = sum(record.claims.map(({ amount }) => BigInt(amount)))
  return {
    ...{ packet: record.packet, asset: record.asset, amounts, claimed, left: sum(amounts) - claimed },
    claims: record.claims.length,
    commitments: record.tranches.map(({ commitment }, i) => ({ commitment, isCompared: i < hashes.length })),
    ...(record.kind === 'window-draw' ? { eligible: record.eligible, excluded: excludedOf(record) } : {}),
  }
}

/**
 * What comes of a record, given as JSON, and of the hashes from the card. `verdict` is one of
 * - `valid`, with the figures; `different`, with what, where, published and, where it is a value, recomputed;
 * - `not-a-hash`, with the hash; `unreadable` (no JSON), `broken` (this program failed), with the error.
 */
export function recompute(json, hashes) {
  const wrong = hashes.find((hash) => !HASH_BEGINNING.test(hash))
  if (wrong !== undefined) return { verdict: 'not-a-hash', hash: wrong }
  let record
  try {
    record = JSON.parse(json)
  } catch (error) {
    return { verdict: 'unreadable', error }
  }
  try {
    return { verdict: 'valid', ...verify(record, hashes) }
  } catch (error) {
    return error instanceof Difference
      ? { verdict: 'different', ...error.found, error }
      : { verdict: 'broken', error }
  }
}

function linesOf({ packet, asset, amounts, claimed, left, claims, commitments, eligible, excluded }) {
  return [
    `valid: ${amounts.length} shares of packet ${packet}, in units of ${asset}`,
    `claimed ${claimed} in ${claims} shares, left ${left}`,
    ...enteredLines(eligible, excluded),
    ...commitments.map(({ commitment, isCompared }, i) => {
      return `${commitment}  ${isCompared ? 'as on the card' : `compare this with the card (tranche ${i})`}`
    }),
    `shares: ${amounts.join(' ')}`,
  ]
}

function enteredLines(eligible, excluded) {
  if (!eligible) return []
  const out = excluded.length === 0 ? 'nobody' : `${excluded.length}: ${excluded.join(' ')}`
  return [`in the draw ${eligible.length}, left out although they had entered ${out}`]
}

function end(code, ...lines) {
  process.exitCode = code
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${lines.join('\n')}\n`)
}

function main([file = '-', ...hashes]) {
  let json
  try {
    json = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    return end(2, `cannot read the record: ${error.message}`)
  }
  const came = recompute(json, hashes)
  if (came.verdict === 'valid') return end(0, ...linesOf(came))
  if (came.verdict === 'different') return end(1, `different: ${came.error.message}`)
  if (came.verdict === 'broken') return end(2, `cannot recompute this record: ${came.error.stack}`)
  if (came.verdict === 'unreadable') return end(2, `cannot read the record: ${came.error.message}`)
  end(2, `${came.hash} is not a hash: expected 16 to 64 digits 0-9 a-f`)
}

if (globalThis.process?.argv) main(process.argv.slice(2))
