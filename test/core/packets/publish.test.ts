/**
 * What anybody may see of a packet: /verify, its record, its statement; and the program that checks the
 * record.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { publishedPacket } from '../../../src/core/packets/packets.js'
import { tamperWith } from '../../kit/execute.js'
import { type House, openHouse, steeredWorld } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, crowd, drop, statement, USDT } from './kit.js'

const verifier = fileURLToPath(new URL('../../../docs/verify.mjs', import.meta.url))

async function verified(house: House, packet: string) {
  const { record, commitments } = await house.look(async (work) => ({
    record: await publishedPacket(work, packet),
    commitments: await work.db.select().from(work.t.packetTranches),
  }))
  const hashes = commitments
    .filter((one) => one.packet === packet)
    .sort((a, b) => a.number - b.number)
    .map(({ commitment }) => commitment)
  const input = JSON.stringify(record)
  return spawnSync(process.execPath, [verifier, '-', ...hashes], { input, encoding: 'utf8' })
}

describeStorage('/verify', (engine) => {
  it('of a living packet shows the promise and keeps the seed', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const packet = await drop(pavel, '50 20')
    await mia?.presses(claim(packet))
    const heard = await pavel.types(`/verify ${packet}`)
    expect(heard.keys).toEqual(['verify-title', 'verify-statement', 'verify-commitment', 'verify-living'])
    const [row] = await house.look((work) => work.db.select().from(work.t.packets))
    expect(heard.words).not.toContain(Buffer.from(row?.seed ?? []).toString('hex'))
    expect(await house.look((work) => publishedPacket(work, packet))).toBeUndefined()
  })

  it.each([
    ['lucky', '50 7 calm', 7],
    ['wild, half claimed', '50 8 wild', 4],
    ['equal with a rest', '50.000003 7 equal', 7],
    ['fixed', '49 7 fixed', 3],
    ['with a cap', '50 7 most=9', 7],
    ['nobody came', '50 7', 0],
    ['of one share', '50 1', 1],
    ['of another asset', '5 5 BMX', 5],
    ['a window', '50 3 window=60s', 8],
  ])('of one that is over says valid, and so does the program of the page: %s', async (_, words, claims) => {
    const house = await openHouse(engine, { recordUrl: (id) => `https://x.y/packets/${id}` })
    const pavel = await house.rich('Pavel', '500')
    await house.pays(pavel.owner, '50', 'BMX')
    const packet = await drop(pavel, words)
    for (const one of await crowd(house, claims)) await one.presses(claim(packet))
    house.world.passes(25 * 3_600_000)
    await house.beats()
    const heard = await pavel.types(`/verify #${packet.toUpperCase()}`)
    expect(heard.keys).toEqual([
      'verify-title',
      'verify-statement',
      'verify-commitment',
      'verify-seed',
      'verify-valid',
      'verify-yourself',
    ])
    expect(heard.view.rows).toEqual([
      [
        expect.objectContaining({ kind: 'link', url: `https://x.y/packets/${packet}` }),
        expect.objectContaining({ kind: 'link', url: `https://x.y/packets/${packet}.json` }),
      ],
      [expect.objectContaining({ press: { command: 'packet-record', values: { packet } } })],
    ])
    const run = await verified(house, packet)
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('as on the card')
    const { funded, paid, returned, left, held } = await statement(house, packet)
    expect({ rest: funded - paid - returned - left, left, held }).toEqual({ rest: 0n, left: 0n, held: 0n })
  })

  it('tells everybody in the record who they are in it, and whoever is not in it nothing', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [first, second, fraud] = await crowd(house, 3)
    const packet = await drop(pavel, '50 1 window=60s')
    for (const one of [first, second, fraud]) await one?.presses(claim(packet))
    const told = async (one: typeof first) => one?.types(`/verify ${packet}`)
    expect((await told(first))?.params('verify-you-living')).toEqual({ reference: `member-${first?.member}` })
    expect((await told(pavel))?.keys).not.toContain('verify-you-living')
    const stopped = fraud?.member ?? 0
    await house.storage.write((work) => freeze(work, `member:${stopped}`, 'fraud', 'operator'))
    house.world.passes(60_000)
    await house.beats()
    const record = await house.look((work) => publishedPacket(work, packet))
    const [held] = record?.claims ?? []
    for (const one of [first, second]) {
      const reference = `member-${one?.member}`
      const as = held?.holder === reference ? 'share' : 'entered'
      expect((await told(one))?.params('verify-you')).toEqual({ reference, as })
    }
    const out = await told(fraud)
    expect(out?.params('verify-you')).toEqual({ reference: `member-${fraud?.member}`, as: 'excluded' })
    expect(out?.words).toContain(`You are member-${fraud?.member} in this record`)
    expect((await told(pavel))?.keys).not.toContain('verify-you')
  })

  it('of a draw that was not held tells nobody that they are in the record', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia] = await crowd(house, 1)
    const packet = await drop(pavel, '50 5 window=60s')
    await mia?.presses(claim(packet))
    await pavel.presses((await pavel.presses(act('cancel', packet))).press({ act: 'confirm' }))
    expect((await mia?.types(`/verify ${packet}`))?.keys).not.toContain('verify-you')
  })

  it('of one that was topped up shows every promise, and all are kept', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '10 2 wild')
    await pavel.presses(act('topup', packet, { amount: '20', shares: '3' }))
    await pavel.presses(act('topup', packet, { amount: '5', shares: '5' }))
    for (const one of await crowd(house, 10)) await one.presses(claim(packet))
    const heard = await pavel.types(`/verify ${packet}`)
    expect(heard.keys.filter((key) => key === 'verify-commitment')).toHaveLength(3)
    expect(heard.keys).toContain('verify-valid')
    // Without a public address there is no page, and nobody is sent to files that they do not have.
    expect(heard.keys).toContain('verify-ask')
    expect(heard.words).not.toContain('docs/')
    expect(heard.view.rows).toEqual([
      [expect.objectContaining({ press: { command: 'packet-record', values: { packet } } })],
    ])
    expect((await verified(house, packet)).status).toBe(0)
  })

  it('adds up at every moment: funded = paid + returned + left', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const people = await crowd(house, 3)
    const packet = await drop(pavel, '50 5 equal')
    const seen = []
    for (const one of people) {
      seen.push(await statement(house, packet))
      await one.presses(claim(packet))
    }
    seen.push(await statement(house, packet))
    await pavel.presses((await pavel.presses(act('cancel', packet))).press({ act: 'confirm' }))
    seen.push(await statement(house, packet))
    expect(
      seen.map(({ paid, returned, left, held }) => [paid, returned, left, held].map((one) => one / USDT)),
    ).toEqual([
      [0n, 0n, 50n, 50n],
      [10n, 0n, 40n, 40n],
      [20n, 0n, 30n, 30n],
      [30n, 0n, 20n, 20n],
      [30n, 20n, 0n, 0n],
    ])
    for (const { funded, paid, returned, left } of seen) expect(paid + returned + left).toBe(funded)
  })

  it('asks which, offers the newest of this chat, and can be opened by a link', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 5')
    const asked = await mia.types('/verify')
    expect(asked.offers({ act: 'set', value: packet })).toBe(true)
    expect((await mia.presses(asked.press({ act: 'set', value: packet }))).keys[0]).toBe('verify-title')
    expect((await mia.inPrivate.opens(`verify_${packet}`)).keys[0]).toBe('verify-title')
    house.world.passes(3000)
    expect((await mia.types('/verify nothere')).refusal).toBe('packet-unknown')
    house.world.passes(3000)
    expect((await mia.types('/verify ../etc')).refusal).toBe('code-malformed')
  })

  it('does a record again once, for all who ask at once and later, with breaths and outside of units', async () => {
    const counts = { looks: 0, breaths: 0 }
    const world = steeredWorld()
    const house = await openHouse(engine, {
      world: {
        ...world,
        async breathe() {
          counts.breaths += 1
          await world.breathe()
        },
      },
      storage: await engine.open({ world }),
      through: (storage) => ({
        ...storage,
        dialect: storage.dialect,
        read(look, pace) {
          counts.looks += 1
          return storage.read(look, pace)
        },
      }),
    })
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5')
    await pavel.presses(act('topup', packet, { amount: '20', shares: '2' }))
    const people = await crowd(house, 40)
    for (const one of people.slice(0, 7)) await one.presses(claim(packet))
    Object.assign(counts, { looks: 0, breaths: 0 })
    const verify = { command: 'verify', values: { packet } }
    const heard = await Promise.all(people.map((one) => one.presses(verify)))
    expect(heard.map(({ keys }) => keys.at(-2))).toEqual(people.map(() => 'verify-valid'))
    // A breath after reading it, and one for each of two tranches.
    expect(counts).toEqual({ looks: 1, breaths: 3 })
    world.passes(60_000)
    await people[0]?.presses(verify)
    expect(counts).toEqual({ looks: 1, breaths: 3 })
  })

  it('says what differs when the database was changed by hand', async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const house = await openHouse(engine, { world, storage: await engine.open({ url, world }) })
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5 equal')
    for (const one of await crowd(house, 5)) await one.presses(claim(packet))
    const more = 'set amount = amount + 1 where slot = 2'
    await tamperWith(url, `update packet_claims ${more}; update packet_shares ${more}`)
    const heard = await pavel.types(`/verify ${packet}`)
    expect(heard.keys).toContain('verify-invalid')
    expect(heard.params('verify-invalid')).toEqual({
      at: expect.stringMatching(/^claims\[\d\]\.amount$/),
      published: '10000001',
      recomputed: '10000000',
    })
    expect(heard.keys).toContain('verify-page-different-amount')
  })

  it('says that a share went out of turn, and what is no record without words of the program', async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const house = await openHouse(engine, { world, storage: await engine.open({ url, world }) })
    const pavel = await house.rich('Pavel', '500')
    const skipped = await drop(pavel, '50 5 equal')
    world.passes(60_000)
    const broken = await drop(pavel, '50 5 equal')
    for (const one of await crowd(house, 2))
      for (const packet of [skipped, broken]) await one.presses(claim(packet))
    for (const packet of [skipped, broken]) {
      world.passes(60_000)
      const preview = await pavel.presses(act('cancel', packet))
      await pavel.presses(preview.press({ act: 'confirm' }))
    }
    await tamperWith(
      url,
      `update packet_claims set slot = 4 where slot = 1 and packet = '${skipped}';
       update packet_tranches set commitment = 'ab' where packet = '${broken}'`,
    )
    world.passes(60_000)
    const heard = await pavel.types(`/verify ${skipped}`)
    expect(heard.keys).toContain('verify-page-different-slot-skipped')
    expect(heard.params('verify-invalid')).toEqual({
      ...{ at: 'claims[1].slot', published: '4', recomputed: '0 … 1' },
    })
    world.passes(60_000)
    const other = await pavel.types(`/verify ${broken}`)
    expect(other.keys).toContain('verify-page-different-malformed')
    expect(other.params('verify-invalid-at')).toEqual({
      ...{ at: 'tranches[0].commitment', published: 'ab' },
    })
  })
})
