/**
 * What befalls a connection to Discord's gateway and the presses that come through it, one fault after the
 * other, each while people press one packet. A fault that was switched on and did not happen fails the test,
 * as does one that did not do to the session what Discord says it does; and nobody loses or gains by any.
 */
import { expect, it } from 'vitest'
import type { FaultId, GatewayFaultId } from '../../src/sandbox/contract.js'
import { createFaults, FAULT_IDS, type Faults } from '../../src/sandbox/faults.js'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import { chanceOf } from '../sandbox/chance.js'
import {
  assertBooks,
  atOnce,
  createTally,
  crowd,
  type Dropped,
  dropOnBoth,
  finalCard,
  PEOPLE,
  pressUntilAnswered,
  reader,
  SHARES,
} from './crowd.js'
import { type Rig, useRig } from './rig.js'
import { untilTrue } from './until.js'

/** People who press while one fault strikes. All of them together are more than there are shares. */
const WAVE = 15
/** ms: on Discord 41 s, so long that a bot that gets no answer to its heartbeats would take minutes. */
const HEARTBEAT_MS = 2_000
/** Seconds: a late press still has a moment, and a stalled answer none. */
const TIMES = { retryAfter: 1, stall: 4, discordLate: 1 }
/** ms in which a fault strikes and a session is there again: who lost one logs in after up to 5 s. */
const STRIKE_MS = 30_000

/** What has become of sessions: `identified` is a new one, `resumed` the old one again. */
interface Sessions {
  resumed: number
  identified: number
}

const RESUMED: Sessions = { resumed: 1, identified: 0 }
const ANEW: Sessions = { resumed: 0, identified: 1 }
const UNTOUCHED: Sessions = { resumed: 0, identified: 0 }

const GATEWAY: Record<GatewayFaultId, Sessions> = {
  'discord-reconnect': RESUMED,
  'discord-drop': RESUMED,
  'discord-deaf': RESUMED,
  'discord-invalid-session': ANEW,
}

/** Faults by what the session must go through: all that befall the gateway, and what comes or goes by it. */
const EXPECTED = new Map<FaultId, Sessions>([
  ...(Object.entries(GATEWAY) as [GatewayFaultId, Sessions][]),
  ...(['discord-duplicate', 'discord-late', 'discord-reorder', 'discord-stall'] as const).map(
    (id): [FaultId, Sessions] => [id, UNTOUCHED],
  ),
])

function sessionsOf({ discord: { gateway } }: Rig): Sessions {
  const { total, remaining } = gateway.budget.limit()
  return { resumed: gateway.resumed(), identified: total - remaining }
}

const strikesOf = (faults: Faults, id: FaultId): number =>
  faults.answer().faults.find((one) => one.id === id)?.struck ?? 0

describeStorage('a gateway that falls away', (engine) => {
  const make = useRig(engine)

  it('costs nobody anything, whatever befalls it', { timeout: 400_000 }, async () => {
    const faults = createFaults({ chance: chanceOf(1), now: Date.now, times: TIMES })
    const rig = await make({ faults, gateway: { heartbeatMs: HEARTBEAT_MS } })
    await rig.start()
    const dropped = await dropOnBoth(rig)
    const tally = createTally(reader(rig.community))
    const begin = performance.now()
    const sessions: Partial<Record<FaultId, Sessions>> = {}
    const lost: FaultId[] = []
    let from = PEOPLE / 2 + 1
    for (const id of EXPECTED.keys()) {
      const unanswered = tally.count('unanswered')
      sessions[id] = await under(id, { rig, faults, dropped, tally }, crowd(from, WAVE))
      if (tally.count('unanswered') > unanswered) lost.push(id)
      from += WAVE
    }
    const seconds = (performance.now() - begin) / 1000

    // It happened, once each, and to the session what had to.
    const everyGatewayFault = FAULT_IDS.filter((id) => isGateway(faults, id))
    expect([...EXPECTED.keys()]).toEqual(expect.arrayContaining(everyGatewayFault))
    expect(Object.fromEntries([...EXPECTED.keys()].map((id) => [id, strikesOf(faults, id)]))).toEqual(
      Object.fromEntries([...EXPECTED.keys()].map((id) => [id, 1])),
    )
    expect(sessions).toEqual(Object.fromEntries(EXPECTED))
    // What was pressed while there was no session at all is lost, and was pressed again.
    expect(lost).toContain('discord-invalid-session')
    // Nobody loses, and nobody gains.
    expect(tally.others()).toEqual([])
    expect(new Set(tally.paid()).size).toBe(tally.paid().length)
    await Promise.all([finalCard(dropped.telegram), finalCard(dropped.discord)])
    await assertBooks(rig, dropped.packet, tally.winners())
    tried({ presses: tally.answers() })
    process.stdout.write(
      `gateway faults on ${engine.dialect}: ${EXPECTED.size} struck, ${tally.answers()} presses in ` +
        `${seconds.toFixed(1)} s, ${tally.count('unanswered')} pressed again, paid ${SHARES}\n`,
    )
  })
})

const isGateway = (faults: Faults, id: FaultId): boolean =>
  faults.answer().faults.some((one) => one.id === id && one.what === 'gateway')

interface Scene {
  rig: Rig
  faults: Faults
  dropped: Dropped
  tally: ReturnType<typeof createTally>
}

/**
 * Switches one fault on and has people press until it has struck and all of them are answered. Resolves with
 * what has become of the session meanwhile.
 */
async function under(id: FaultId, scene: Scene, people: readonly string[]): Promise<Sessions> {
  const { rig, faults, dropped, tally } = scene
  const before = sessionsOf(rig)
  const half = Math.ceil(people.length / 2)
  const press = (some: readonly string[]) =>
    atOnce(some, (person) => pressUntilAnswered(rig, person, dropped.discord, tally))
  faults.set({ [id]: 'next' })
  const first = press(people.slice(0, half))
  await untilTrue(`${id} strikes`, () => strikesOf(faults, id) > 0, STRIKE_MS)
  // These press while the connection is away, where it goes.
  await Promise.all([first, press(people.slice(half))])
  const expected = EXPECTED.get(id) ?? UNTOUCHED
  const arrived = () => {
    const now = sessionsOf(rig)
    const isThere = rig.discord.gateway.connections() === 1
    return isThere && now.resumed + now.identified - before.resumed - before.identified >= stepsOf(expected)
  }
  await untilTrue(`a session after ${id}`, arrived, STRIKE_MS)
  const after = sessionsOf(rig)
  return {
    resumed: after.resumed - before.resumed,
    identified: after.identified - before.identified,
  }
}

const stepsOf = ({ resumed, identified }: Sessions): number => resumed + identified
