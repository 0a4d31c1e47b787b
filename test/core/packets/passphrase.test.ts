import { expect, it } from 'vitest'
import { opensWith, sealAhead } from '../../../src/core/packets/passphrase.js'
import type { House, Person } from '../../kit/house.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, claimsOf, drop, packetRow } from './kit.js'

/** What a world whose every chance is `byte` keeps of a passphrase, and the seed it is kept under. */
function sealed(passphrase: string, byte = 7) {
  const { seed, hash } = sealAhead({ random: (count) => new Uint8Array(count).fill(byte) }, passphrase)
  return { seed: Buffer.from(seed, 'hex'), hash }
}

it.each([
  ['open sesame', true],
  ['Open  SESAME ', true],
  ['ｏｐｅｎ\u00a0sesame', true],
  ['open-sesame', false],
  ['opensesame', false],
  ['', false],
])('"open sesame" opens with %j: %s', (typed, opens) => {
  const { seed, hash } = sealed('open sesame')
  expect(opensWith(hash, seed, typed)).toBe(opens)
})

it('the same passphrase of another packet looks different', () => {
  expect(sealed('x').hash).not.toBe(sealed('x', 8).hash)
})

async function withPassphrase(house: House) {
  const pavel = await house.rich('Pavel', '500')
  const mia = await house.person('Mia')
  const packet = await drop(pavel, '50 20 passphrase="open sesame"')
  return { pavel, mia, packet }
}

/** Presses claim and answers the question. */
async function tries(person: Person, packet: string, typed: string) {
  await person.presses(claim(packet))
  return person.inPrivate.types(typed)
}

describeStorage('a passphrase', (engine) => {
  it('is asked for in private, opens, and is written down nowhere', async () => {
    const house = await openHouse(engine)
    const { mia, packet } = await withPassphrase(house)
    const asked = await mia.presses(claim(packet))
    expect(asked.keys[0]).toBe('argument-packet-claim-passphrase.ask')
    expect(asked.view.rows?.flat().some(({ kind }) => kind === 'private')).toBe(true)
    expect(asked.awaits).toBeUndefined()
    const paid = await mia.inPrivate.types('Open  Sesame')
    expect(paid.keys).toEqual(['claim-paid'])
    expect(await claimsOf(house, packet)).toMatchObject([{ chat: await house.chatId(house.group) }])
    expect((await packetRow(house, packet)).passphrase).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(await house.dump()).toLowerCase()).not.toContain('sesame')
  })

  it('in a modal is answered where the button was', async () => {
    const house = await openHouse(engine)
    const { mia, packet } = await withPassphrase(house)
    const asked = await mia.presses(claim(packet))
    expect(asked.form.fields).toMatchObject([{ name: 'passphrase' }])
    expect((await mia.submits(asked.form.press, { passphrase: 'open sesame' })).keys).toEqual(['claim-paid'])
  })

  it('may be got wrong five times: each is told, each is counted, then the door is shut', async () => {
    const house = await openHouse(engine)
    const { mia, packet } = await withPassphrase(house)
    for (const left of [4, 3, 2, 1, 0]) {
      house.world.passes(60_000)
      const heard = await tries(mia, packet, 'wrong')
      expect(heard.refusal).toBe('passphrase-wrong')
      expect(heard.params('refusal-passphrase-wrong.next').left).toBe(left)
      const [row] = await house.look((work) => work.db.select().from(work.t.packetTries))
      expect(row).toMatchObject({ packet, member: mia.member, tries: 5 - left })
    }
    house.world.passes(60_000)
    const shut = await mia.presses(claim(packet))
    const heard = shut.refusal ? shut : await mia.inPrivate.types('open sesame')
    expect(heard.refusal).toBe('passphrase-tries')
    expect(await claimsOf(house, packet)).toEqual([])
    const noa = await house.person('Noa')
    expect((await tries(noa, packet, 'open sesame')).keys).toEqual(['claim-paid'])
  })

  it('wrong once, may be tried again in the same form', async () => {
    const house = await openHouse(engine)
    const { mia, packet } = await withPassphrase(house)
    await mia.presses(claim(packet))
    expect((await mia.inPrivate.types('wrong')).refusal).toBe('passphrase-wrong')
    expect((await mia.inPrivate.types('open sesame')).keys).toEqual(['claim-paid'])
  })

  it('is not guessed by forged presses either', async () => {
    const house = await openHouse(engine)
    const { mia, packet } = await withPassphrase(house)
    const guesses = Array.from({ length: 12 }, (_, at) => mia.presses(`1packet-claim:${packet}:guess${at}`))
    const heard = await Promise.all(guesses)
    expect(heard.filter(({ refusal }) => refusal === 'passphrase-wrong')).toHaveLength(5)
    expect(heard.filter(({ refusal }) => refusal === 'passphrase-tries')).toHaveLength(7)
    house.world.passes(60_000)
    expect((await mia.presses(`1packet-claim:${packet}:open sesame`)).refusal).toBe('passphrase-tries')
    expect(JSON.stringify(await house.dump())).not.toContain('guess')
  })

  it('of the last share: the one who knows it too late hears that all is gone, and the form is over', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia, noa] = [await house.person('Mia'), await house.person('Noa')]
    const packet = await drop(pavel, '5 1 passphrase=sesame')
    await mia.presses(claim(packet))
    await noa.presses(claim(packet))
    expect((await mia.inPrivate.types('sesame')).keys).toEqual(['claim-paid'])
    expect((await noa.inPrivate.types('sesame')).refusal).toBe('packet-empty')
    expect(await house.look((work) => work.db.select().from(work.t.forms))).toEqual([])
  })
})
