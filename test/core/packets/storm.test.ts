/** A thousand people press twice on a hundred shares, all at once. */
import { expect, it } from 'vitest'
import { publishedPacket } from '../../../src/core/packets/packets.js'
import { recompute } from '../../../src/core/packets/recompute.js'
import type { Call, PlatformName } from '../../../src/interaction/call.js'
import type { Answer } from '../../../src/interaction/view.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claimsOf, drop, packetRow, statement, USDT } from './kit.js'

const PEOPLE = 1000
const SHARES = 100

/**
 * Presses of a thousand strangers, twice each, in no order of theirs: half of them from each of two chats.
 */
function presses(house: House, packet: string, places: Call['place'][]): Call[] {
  return Array.from({ length: 2 * PEOPLE }, (_, at) => {
    const who = (at * 7919) % PEOPLE
    const place = places[who % places.length] ?? house.group
    const { platform } = place
    return {
      platform,
      id: `press:${at}`,
      at: house.world.now(),
      actor: { platform, id: `7${who}`, name: `Stranger ${who}`, isBot: false, isAnonymous: false },
      place,
      request: { kind: 'pressed', data: `1packet-claim:${packet}` },
      awaitsAnswer: true,
      handle: undefined,
    }
  })
}

function tally(answers: (Answer | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const key = answer?.view.text[0]?.key ?? 'nothing'
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

describeStorage('a storm', (engine) => {
  it('of 2,000 presses by 1,000 people on 100 shares pays exactly 100, and answers everybody', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, `50 ${SHARES} wild`)
    const moon = house.groupNamed('Moon', 'discord' satisfies PlatformName)
    const chat = await house.chatId(moon)
    await house.storage.write((work) =>
      work.db.insert(work.t.packetChats).values({ packet, chat, thread: null }),
    )
    const calls = presses(house, packet, [house.group, moon])
    const answers = await Promise.all(calls.map((call) => house.dispatch(call)))

    const counts = tally(answers)
    expect(counts['claim-paid']).toBe(SHARES)
    const refused = (counts['refusal-packet-empty'] ?? 0) + (counts['refusal-claimed-already'] ?? 0)
    expect(refused).toBe(2 * PEOPLE - SHARES)
    const claims = await claimsOf(house, packet)
    expect(new Set(claims.map(({ member }) => member)).size).toBe(SHARES)
    expect(new Set(claims.map(({ slot }) => slot)).size).toBe(SHARES)
    expect(claims.reduce((sum, { amount }) => sum + amount, 0n)).toBe(50n * USDT)
    expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: SHARES, paid: 50n * USDT })
    expect(await statement(house, packet)).toMatchObject({ left: 0n, held: 0n, returned: 0n })

    const people = await house.look((work) => work.db.select().from(work.t.members))
    expect(people).toHaveLength(PEOPLE + 1)
    const edits = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(edits.filter(({ class: kind }) => kind === 'edit').length).toBeLessThanOrEqual(1)
    expect(recompute(await house.look((work) => publishedPacket(work, packet)))).toMatchObject({
      valid: true,
    })
    expect(house.lines).toEqual([])
    expect(await house.audit()).toEqual([])

    const again = await Promise.all(calls.slice(0, 200).map((call) => house.dispatch(call)))
    expect(tally(again)).toEqual(tally(answers.slice(0, 200)))
  }, 60_000)

  it('on a window takes every one of the 1,000 in, once', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, `50 ${SHARES} window=60s`)
    const answers = await Promise.all(
      presses(house, packet, [house.group]).map((call) => house.dispatch(call)),
    )
    expect(tally(answers)).toEqual({ 'claim-entered': PEOPLE, 'refusal-entered-already': PEOPLE })
    house.world.passes(60_000)
    await house.beats()
    expect(await packetRow(house, packet)).toMatchObject({ state: 'closed', taken: SHARES, paid: 50n * USDT })
    expect(await house.audit()).toEqual([])
  }, 60_000)
})
