/**
 * Random histories against a small reference of the ledger: same answers, same balances, and a clean audit.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ensureAssets } from '../../../src/core/assets/assets.js'
import { auditLedger } from '../../../src/core/ledger/audit.js'
import {
  balance,
  freeze,
  hold,
  move,
  type Owner,
  ownerText,
  post,
  refuseForGood,
  voidHold,
} from '../../../src/core/ledger/ledger.js'
import { Refusal } from '../../../src/kit/refusal.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import { describeStorage } from '../../kit/storage.js'
import { movement, TREASURY } from './kit.js'

/** Small numbers, so that accounts meet, keys repeat and money runs out. */
const person = fc.integer({ min: 0, max: 3 })
const key = fc.integer({ min: 0, max: 12 })
const amount = fc.bigInt({ min: 1n, max: 9n })

type Step =
  | { kind: 'fund'; key: number; to: number; amount: bigint }
  | { kind: 'move' | 'hold'; key: number; from: number; to: number; amount: bigint }
  | { kind: 'post' | 'void'; key: number; hold: number }
  | { kind: 'freeze'; who: number; frozen: boolean }
  | { kind: 'refuse'; key: number; from: number; to: number; amount: bigint }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('fund' as const), key, to: person, amount }),
  fc.record({
    kind: fc.constantFrom('move' as const, 'hold' as const),
    key,
    from: person,
    to: person,
    amount,
  }),
  fc.record({ kind: fc.constantFrom('post' as const, 'void' as const), key, hold: key }),
  fc.record({ kind: fc.constant('freeze' as const), who: person, frozen: fc.boolean() }),
  fc.record({ kind: fc.constant('refuse' as const), key, from: person, to: person, amount }),
)

/** What a step comes to: `done`, `replayed`, the key of a refusal, or `mistake`. */
type Result = string

interface Entry {
  what: string
  from: number
  to: number
  amount: bigint
  phase: string
  resolvedAs?: 'post' | 'void'
}

/** The whole ledger in a page. Person -1 is the treasury. */
function reference() {
  const entries = new Map<number, Entry>()
  const refused = new Map<number, string>()
  const frozen = new Set<number>()
  const total = (who: number, side: 'from' | 'to', pending: boolean) =>
    [...entries.values()]
      .filter((entry) => entry[side] === who)
      .filter(({ phase, resolvedAs }) =>
        pending ? phase === 'hold' && !resolvedAs : moved(phase, resolvedAs),
      )
      .reduce((sum, entry) => sum + entry.amount, 0n)
  const moved = (phase: string, resolvedAs?: string) =>
    phase === 'move' || (phase === 'hold' && resolvedAs === 'post')
  const available = (who: number) =>
    total(who, 'to', false) - total(who, 'from', false) - total(who, 'from', true)

  function known(number: number, what: string): Result | undefined {
    const entry = entries.get(number)
    if (entry) return entry.what === what ? 'replayed' : 'mistake'
    const refusal = refused.get(number)
    if (refusal) return refusal === what ? 'gone' : 'mistake'
    return undefined
  }

  function take(
    step: { key: number; from: number; to: number; amount: bigint },
    phase: 'move' | 'hold',
  ): Result {
    const what = `${phase} ${step.from} ${step.to} ${step.amount}`
    const before = known(step.key, what)
    if (before) return before
    if (step.from === step.to) return 'mistake'
    if (frozen.has(step.from)) return 'ledger-frozen'
    if (step.from >= 0 && available(step.from) < step.amount) return 'ledger-insufficient'
    entries.set(step.key, { what, from: step.from, to: step.to, amount: step.amount, phase })
    return 'done'
  }

  function resolve(step: { key: number; hold: number }, as: 'post' | 'void'): Result {
    const before = known(step.key, `${as} ${step.hold}`)
    if (before) return before
    const held = entries.get(step.hold)
    if (held?.phase !== 'hold') return 'mistake'
    if (held.resolvedAs) return 'ledger-hold-resolved'
    held.resolvedAs = as
    entries.set(step.key, { what: `${as} ${step.hold}`, from: -2, to: -2, amount: 0n, phase: as })
    return 'done'
  }

  function apply(step: Step): Result {
    switch (step.kind) {
      case 'fund':
        return take({ ...step, from: -1 }, 'move')
      case 'move':
      case 'hold':
        return take(step, step.kind)
      case 'post':
      case 'void':
        return resolve(step, step.kind)
      case 'freeze':
        // Freezing is about accounts, and a person has none before their first movement.
        if (opened.has(step.who)) step.frozen ? frozen.add(step.who) : frozen.delete(step.who)
        return 'done'
      case 'refuse': {
        const what = `move ${step.from} ${step.to} ${step.amount}`
        const before = known(step.key, what)
        if (before === 'gone') return 'done'
        if (before) return 'mistake'
        refused.set(step.key, what)
        return 'done'
      }
    }
  }

  const opened = new Set<number>()
  return {
    apply(step: Step): Result {
      const result = apply(step)
      // A unit that is refused or fails opens nothing.
      if ('to' in step && step.kind !== 'refuse' && (result === 'done' || result === 'replayed')) {
        opened.add(step.to)
        if ('from' in step) opened.add(step.from)
      }
      return result
    },
    available,
    onHold: (who: number) => total(who, 'from', true),
    incoming: (who: number) => total(who, 'to', true),
  }
}

describeStorage('the ledger against its reference', (engine) => {
  let runs = 0

  it('agrees on every history', async () => {
    const storage = await engine.open()
    await storage.write((work) => ensureAssets(work, [{ code: 'USDT', scale: 6 }]))
    const numRuns = engine.dialect === 'sqlite' ? 200 : 20
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
        runs += 1
        await agree(storage, steps, runs)
      }),
      { numRuns },
    )
    expect(await storage.read(auditLedger)).toEqual([])
  })

  async function agree(storage: Storage, steps: Step[], run: number): Promise<void> {
    const model = reference()
    const owner = (who: number): Owner => (who < 0 ? TREASURY : { kind: 'member', id: run * 10 + who })
    for (const step of steps) {
      const expected = model.apply(step)
      expect({ step, result: await attempt(storage, (work) => perform(work, step, owner, run)) }).toEqual({
        step,
        result: expected,
      })
    }
    for (const who of [0, 1, 2, 3]) {
      const held = await storage.read((work) => balance(work, owner(who), 'USDT'))
      expect({ who, owner: ownerText(owner(who)), ...held }).toMatchObject({
        available: model.available(who),
        onHold: model.onHold(who),
        incoming: model.incoming(who),
      })
    }
  }

  async function attempt(storage: Storage, unit: (work: Work) => Promise<Result>): Promise<Result> {
    try {
      return await storage.write(unit)
    } catch (error) {
      return error instanceof Refusal ? error.key : 'mistake'
    }
  }

  async function perform(
    work: Work,
    step: Step,
    owner: (who: number) => Owner,
    run: number,
  ): Promise<Result> {
    const name = (number: number) => `run:${run}:${number}`
    if (step.kind === 'freeze') {
      await freeze(work, owner(step.who), step.frozen)
      return 'done'
    }
    if ('hold' in step) {
      const resolution = { key: name(step.key), hold: name(step.hold), actor: 'system' }
      const [transfer] = await (step.kind === 'post' ? post : voidHold)(work, [resolution])
      return transfer?.replayed ? 'replayed' : 'done'
    }
    const from = step.kind === 'fund' ? TREASURY : owner(step.from)
    const request = movement(name(step.key), from, owner(step.to), step.amount)
    if (step.kind === 'refuse') {
      await refuseForGood(work, request, 'gone')
      return 'done'
    }
    const [transfer] = await (step.kind === 'hold' ? hold : move)(work, [request])
    return transfer?.replayed ? 'replayed' : 'done'
  }
})
