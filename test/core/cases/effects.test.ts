/** What is listed before a decision is what changes, and nothing else: every ruling from every standing. */
import { expect, it } from 'vitest'
import type { House, Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { agrees, caseToDecide, does, type Partner, rules, scene, standing } from './kit.js'

const RULINGS = ['dismiss', 'warn', 'suspend', 'terminate'] as const
const STANDINGS = ['active', 'paused', 'held', 'held while paused'] as const
const PAIRS = RULINGS.flatMap((ruling) => STANDINGS.map((from) => ({ ruling, from })))

interface Standing {
  standing: { state: string }
  roles: string[]
  stops: unknown[]
}

async function brought(house: House, risk: Person, { person, id }: Partner, from: string): Promise<void> {
  if (from.includes('paused')) await person.inPrivate.presses({ command: 'membership-pause', values: {} })
  if (!from.startsWith('held')) return
  await does(house, risk, await risk.types(`/partner ${id}`), 'partner-hold', { reason: 'bots' })
}

/** Which parts of a standing differ. */
function changedBetween(before: Standing, after: Standing): string[] {
  const changed: string[] = []
  if (before.standing.state !== after.standing.state) changed.push('state')
  if (before.stops.length !== after.stops.length) changed.push('stop')
  if (before.roles.length !== after.roles.length) changed.push('role')
  return changed
}

/** The same as the lines say it. */
function changedBy(keys: readonly string[]): string[] {
  const lines = keys.filter((key) => key.startsWith('effect-'))
  const isMoved = lines.some((key) => /^effect-(state|until-)/.test(key))
  const isStopped = lines.some((key) => /^effect-(un)?stop$/.test(key))
  const isTaken = lines.some((key) => /^effect-(un)?role$/.test(key))
  return [...(isMoved ? ['state'] : []), ...(isStopped ? ['stop'] : []), ...(isTaken ? ['role'] : [])]
}

describeStorage('the effects of a decision', (engine) => {
  it.each(PAIRS)('$ruling, of a partner who is $from', async ({ ruling, from }) => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    await brought(house, risk, ana, from)
    house.world.passes(10_000)
    const number = await caseToDecide(house, risk, ana, 'bots')
    const before = JSON.parse(await standing(house, ana)) as Standing
    const proposed = await rules(house, risk, number, ruling)
    const isTwo = ruling === 'suspend' || ruling === 'terminate'
    const done = isTwo ? await agrees(house, root, number) : proposed
    expect(done.keys[0]).toBe('case-is-decided')
    const after = JSON.parse(await standing(house, ana)) as Standing
    // A longer suspension is one, too: the state stays, its end does not.
    const isLonger = ruling === 'suspend' && from.startsWith('held')
    expect(changedBy(done.keys)).toEqual(isLonger ? ['state'] : changedBetween(before, after))
    expect(await house.audit()).toEqual([])
  })
})
