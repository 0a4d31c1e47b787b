/** What the audit of packets finds when somebody has been at the database, past every guard. */
import { beforeEach, expect, it } from 'vitest'
import { createAuditor } from '../../../src/auditor.js'
import { runCheck } from '../../../src/core/ledger/ledger.js'
import { packetChecks } from '../../../src/core/packets/audit.js'
import { Kept } from '../../../src/kit/kept.js'
import { silentLog } from '../../../src/kit/log.js'
import { must } from '../../../src/kit/refusal.js'
import { tamperWith } from '../../kit/execute.js'
import { type House, openHouse, steeredWorld } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, crowd, drop } from './kit.js'

describeStorage('the audit of packets', (engine) => {
  let url: string
  let house: House
  /** `closed`: five shares taken; `drawn`: a window of three; `live`: two of five taken, topped up by two. */
  let ids: Record<'closed' | 'drawn' | 'live', string>

  beforeEach(async () => {
    url = await engine.emptyDatabase()
    const world = steeredWorld()
    house = await openHouse(engine, {
      world,
      storage: await engine.open({ url, world }),
      packets: { approvalAbove: {} },
    })
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 5)
    const closed = await drop(pavel, '50 5 equal')
    house.world.passes(60_000)
    const drawn = await drop(pavel, '9 3 window=60s')
    for (const one of people) {
      await one.presses(claim(closed))
      await one.presses(claim(drawn))
    }
    house.world.passes(60_000)
    await house.beats()
    const live = await drop(pavel, '50 5 equal')
    for (const one of people.slice(0, 2)) await one.presses(claim(live))
    await pavel.presses(act('topup', live, { amount: '20', shares: '2' }))
    ids = { closed, drawn, live }
  })

  const findings = () =>
    house.look(async (work) => {
      const found = []
      for (const check of packetChecks) found.push(...(await check.run(work)))
      return found.map(({ check, subject, detail }) => ({ check, subject, detail }))
    })

  it('finds nothing where nobody has been', async () => {
    expect(await findings()).toEqual([])
    expect(await house.audit()).toEqual([])
  })

  it.each([
    [
      'closed',
      'a claim that was made larger',
      'update packet_claims set amount = amount + 1 where slot = 2 and packet = $',
      'packet-claims',
      'claims of 50000001 units, 50000000 counted',
    ],
    [
      'closed',
      'two claims swapped',
      'update packet_claims set member = case slot when 0 then 9999 when 1 then 0 else member end where packet = $; update packet_claims set member = 1 where member = 9999',
      'packet-claims',
      'was not paid so to member',
    ],
    [
      'closed',
      'a claim that is gone',
      'delete from packet_claims where slot = 3 and packet = $',
      'packet-claims',
      '4 claims, 5 counted, 5 shares',
    ],
    [
      'closed',
      'figures that were made smaller',
      'update packets set paid = paid - 1 where id = $',
      'packet-claims',
      'claims of 50000000 units, 49999999 counted',
    ],
    [
      'closed',
      'a seed of somebody else',
      "update packets set seed = (select seed from packets where id = '@live') where id = $",
      'packet-proof',
      'commitment at tranches[0].commitment',
    ],
    [
      'closed',
      'another promise',
      "update packet_tranches set commitment = 'ab' where packet = $",
      'packet-proof',
      'malformed at tranches[0].commitment',
    ],
    [
      'closed',
      'another split',
      "update packets set split = 'lucky' where id = $",
      'packet-proof',
      'commitment at tranches[0].commitment',
    ],
    [
      'closed',
      'an end that was undone',
      "update packets set state = 'live', ended_at = null where id = $",
      'packet-claims',
      'every share is taken and it has not ended',
    ],
    [
      'drawn',
      'a winner who was not drawn',
      'update packet_entries set member = 9999 where member = (select min(member) from packet_claims where packet = $) and packet = $',
      'packet-proof',
      'holder at claims',
    ],
    [
      'live',
      'a packet that says it is over',
      "update packets set state = 'cancelled', ended_at = created_at where id = $",
      'packet-escrow',
      'holds 50000000 units instead of 0',
    ],
    [
      'live',
      'more left than there is',
      'update packets set total = total + 7 where id = $',
      'packet-escrow',
      'holds 50000000 units instead of 50000007',
    ],
    [
      'live',
      'a claim that went past the next free slot',
      'update packet_claims set slot = 3 where slot = 1 and packet = $',
      'packet-proof',
      'slot-skipped at claims[1].slot',
    ],
    [
      'live',
      'a share still to come, made larger',
      'update packet_shares set amount = amount * 2 where slot = 4 and packet = $',
      'packet-proof',
      'slot 4 holds another amount than was drawn',
    ],
    [
      'live',
      'a share still to come, gone',
      'delete from packet_shares where slot = 6 and packet = $',
      'packet-proof',
      '6 slots for 7 shares',
    ],
    [
      'live',
      'a top-up that nobody promised',
      'update packets set shares = shares + 1 where id = $',
      'packet-proof',
      '7 shares of 70000000 units were promised, 8 of 70000000 are there',
    ],
    [
      'live',
      'a top-up that vanished',
      'delete from packet_tranches where number = 1 and packet = $',
      'packet-proof',
      '5 shares of 50000000 units were promised',
    ],
  ] as const)('of a %s packet: %s', async (which, _, statement, check, detail) => {
    const written = statement.replaceAll('$', `'${ids[which]}'`).replaceAll('@live', ids.live)
    await tamperWith(url, written)
    const found = await findings()
    expect(found).toContainEqual({
      check,
      subject: `packet:${ids[which]}`,
      detail: expect.stringContaining(detail),
    })
  })

  it('of what has not changed since may be left out, but never of what lives', async () => {
    const since = house.world.now() + 1
    await tamperWith(url, 'update packets set paid = paid - 1')
    const checks = packetChecks.filter(({ name }) => name === 'packet-claims')
    const found = await house.look(async (work) => (await checks[0]?.run(work, since)) ?? [])
    expect(found.map(({ subject }) => subject)).toEqual([`packet:${ids.live}`])
  })

  it('looks at what lives every time, and at what is over and was right once, where that is remembered', async () => {
    const settled = new Kept<true>(100)
    const names = async (remembered = settled) => {
      const found = []
      for (const check of packetChecks)
        found.push(...(await runCheck(house.storage, house.world, check, { settled: remembered })))
      return found.map(({ check, subject }) => `${check} ${subject}`)
    }
    expect(await names()).toEqual([])
    await tamperWith(url, 'update packets set paid = paid - 1')
    const live = [`packet-escrow packet:${ids.live}`, `packet-claims packet:${ids.live}`]
    expect(await names()).toEqual(live)
    const [first] = Object.values(ids).sort()
    expect(await names(new Kept(100))).toContain(`packet-claims packet:${first}`)
  })

  it('goes on in looks of a few shares, and lets others take their turns in between', async () => {
    // One each: what one person sends out in a day needs a second one above a thousand.
    for (let i = 0; i < 3; i++) await drop(await house.rich(`Rich ${i}`, '1000'), '1000 1000 equal most=9')
    const proof = must(
      packetChecks.find(({ name }) => name === 'packet-proof')?.page,
      'the proof comes in pages',
    )
    let breaths = 0
    const aside = {
      breathe: async () => {
        breaths += 1
      },
    }
    const looks: number[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after
      const before = breaths
      const { findings, next } = await house.look((work) => proof(work, from, 0, aside))
      expect(findings).toEqual([])
      looks.push(breaths - before)
      after = next
    }
    // Two thousand shares a look: three packets of a thousand are never in one, whatever is between them.
    expect(looks.length).toBeGreaterThanOrEqual(2)
    for (const breathed of looks) expect(breathed).toBeGreaterThanOrEqual(2)
  })

  it('by a running bot: packets that ended long ago are proven by and by, and again a day later', async () => {
    house.world.passes(48 * 3_600_000)
    await house.beats()
    const { auditor, beat } = auditorOf(house)
    // Whoever tampers drops guards, which is found as well, and clocks are none of our business here.
    const found = () => auditor.latest().filter(({ check }) => check.startsWith('packet-'))
    await auditor.run()
    expect(found()).toEqual([])
    await tamperWith(url, `update packets set paid = paid - 1 where id = '${ids.drawn}'`)
    auditor.start()
    await beat()
    expect(found()).toEqual([
      expect.objectContaining({ check: 'packet-claims', subject: `packet:${ids.drawn}` }),
    ])
    await tamperWith(url, `update packets set paid = paid + 1 where id = '${ids.drawn}'`)
    await beat()
    expect(found()).toEqual([])
    await tamperWith(url, `update packets set paid = paid - 1 where id = '${ids.drawn}'`)
    await beat()
    expect(found()).toEqual([])
    house.world.passes(23 * 3_600_000)
    await beat()
    expect(found()).toEqual([])
    house.world.passes(3_600_000)
    await beat()
    expect(found()).toEqual([
      expect.objectContaining({ check: 'packet-claims', subject: `packet:${ids.drawn}` }),
    ])
    await auditor.stop()
    expect((await findings()).map(({ check }) => check)).toEqual(['packet-claims'])
  })
})

/** An auditor whose beat is ours. */
function auditorOf({ storage, world }: House) {
  let task: (() => void) | undefined
  let planned = () => {}
  const after = (_: number, next: () => void) => {
    task = next
    planned()
    return () => {}
  }
  const around = { now: world.now, breathe: world.breathe, after }
  const auditor = createAuditor(storage, around, silentLog, new Uint8Array(32))
  const beat = () =>
    new Promise<void>((resolve) => {
      planned = resolve
      task?.()
    })
  return { auditor, beat }
}
