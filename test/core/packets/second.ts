/**
 * A second implementation of docs/fairness.md, written from that page alone and on purpose in another manner
 * than the house's (generators, arrays of digits, no shared code), so that both can only agree by being
 * right.
 */
import { createHash } from 'node:crypto'

export interface Params {
  total: bigint
  shares: number
  split: string
  spread: string
  floor: bigint
  cap: bigint | null
}

function sha(text: string): string {
  return createHash('sha256').update(text, 'ascii').digest('hex')
}

function* numbers(label: string, seed: string): Generator<bigint, never> {
  for (let i = 0; ; i++) {
    const block = sha([label, seed, String(i)].join(' '))
    for (let at = 0; at < 64; at += 16) yield BigInt(`0x${block.slice(at, at + 16)}`)
  }
}

function below(stream: Generator<bigint, never>, m: bigint): bigint {
  const number = stream.next().value
  return number < (2n ** 64n / m) * m ? number % m : below(stream, m)
}

function normal(stream: Generator<bigint, never>, left: bigint, k: number): bigint[] {
  if (k === 1) return [left]
  const people = BigInt(k)
  const most = (2n * left + below(stream, people)) / people
  const part = below(stream, most + 1n)
  return [part, ...normal(stream, left - part, k - 1)]
}

/**
 * The row of the page, laid out cut by cut: the units between cuts are counted as the gaps between places.
 */
function cuts(stream: Generator<bigint, never>, excess: bigint, shares: number, g: number): bigint[] {
  const c = BigInt(g * shares - 1)
  const chosen: bigint[] = []
  for (let newest = excess; newest <= excess + c - 1n; newest++) {
    const place = below(stream, newest + 1n)
    chosen.push(chosen.includes(place) ? newest : place)
  }
  const p = [-1n, ...chosen.sort((a, b) => Number(a - b)), excess + c]
  const gaps = p.slice(1).map((place, i) => place - (p[i] ?? 0n) - 1n)
  return Array.from({ length: shares }, (_, i) => add(gaps.slice(g * i, g * (i + 1))))
}

function add(list: bigint[]): bigint {
  let all = 0n
  for (const item of list) all += item
  return all
}

function levelled(part: bigint[], room: bigint): bigint[] {
  const kept = part.map((units) => (units > room ? room : units))
  const surplus = add(part) - add(kept)
  const free = BigInt(part.length) * room - add(kept)
  const level = kept.map((units) => (free === 0n ? units : units + (surplus * (room - units)) / free))
  for (const [i, units] of level.entries()) {
    if (units < room && add(level) < add(part)) level[i] = units + 1n
  }
  return level
}

function vector(stream: Generator<bigint, never>, params: Params): bigint[] {
  const excess = params.total - BigInt(params.shares) * params.floor
  if (params.spread === 'normal') return normal(stream, excess, params.shares)
  return cuts(stream, excess, params.shares, params.spread === 'wild' ? 1 : 4)
}

/** The shares for a tranche's own seed; `drawn` is how many vectors it took. */
export function lucky(seed: string, params: Params): { shares: bigint[]; drawn: number } {
  const stream = numbers('split/1', seed)
  const tries = Math.min(16, Math.max(2, Math.trunc(2000 / params.shares)))
  let drawn = 1
  let parts = vector(stream, params)
  const { floor, cap } = params
  if (cap !== null) {
    for (; drawn < tries && parts.some((part) => part > cap - floor); drawn++) parts = vector(stream, params)
    parts = levelled(parts, cap - floor)
  }
  for (let i = params.shares - 1; i >= 1; i--) {
    const j = Number(below(stream, BigInt(i + 1)))
    const [here, there] = [parts[i] ?? 0n, parts[j] ?? 0n]
    parts[i] = there
    parts[j] = here
  }
  return { shares: parts.map((part) => part + floor), drawn }
}

/** The shares of tranche `t` of a packet with this master seed. */
export function trancheOf(master: string, t: number, params: Params): bigint[] {
  if (params.split === 'lucky') return lucky(sha(`tranche/1 ${master} ${t}`), params).shares
  const each = params.total / BigInt(params.shares)
  const over = Number(params.total % BigInt(params.shares))
  return [...Array(over).fill(each + 1n), ...Array(params.shares - over).fill(each)]
}

/** The hash on the card. */
export function promise(seed: string, packet: string, kind: string, tranche: number, p: Params): string {
  const { total, shares, split, spread, floor, cap } = p
  return sha(`red packet/1
packet=${packet}
asset=USDT
kind=${kind}
tranche=${tranche}
total=${total}
shares=${shares}
split=${split}
spread=${spread}
floor=${floor}
cap=${cap ?? 'none'}
seed=${seed}
`)
}

/** Who holds slot 0, 1, …, by taking people out of the list one after the other. */
export function holders(master: string, eligible: string[], slots: number): string[] {
  const people = eligible.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const stream = numbers('holders/1', sha(`draw/1 ${master}\n${people.map((who) => `${who}\n`).join('')}`))
  for (let i = 0; i < Math.min(slots, people.length); i++) {
    const j = i + Number(below(stream, BigInt(people.length - i)))
    const [here, there] = [people[i] ?? '', people[j] ?? '']
    people[i] = there
    people[j] = here
  }
  return people.slice(0, slots)
}
