/** Answers to presses that did not get through: what the outbox makes of them. */
import { expect, it } from 'vitest'
import type { Fate } from '../../src/interaction/platform.js'
import { packPress } from '../../src/interaction/press.js'
import { createSettling } from '../../src/interaction/untold.js'
import { roster } from '../../src/reception.js'
import { createCourier } from '../../src/scheduler/courier.js'
import { openHouse } from '../kit/house.js'
import { recordingLog } from '../kit/lines.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { carrierOf } from '../scheduler/carrier.js'

/** A house in which Mia has pressed for a share; her answer is committed. */
async function withClaim(engine: EngineForTests) {
  const house = await openHouse(engine)
  const pavel = await house.rich('Pavel', '500')
  const dropped = await pavel.types('/redpacket 50 20 equal')
  const packet = String(dropped.params('redpacket-dropped').packet)
  const mia = await house.person('Mia')
  const call = mia.call({ kind: 'pressed', data: `1packet-claim:${packet}` })
  await house.dispatch(call)
  const { log } = recordingLog()
  let woken = 0
  const settle = createSettling({
    storage: house.storage,
    roster,
    log,
    wake: () => {
      woken += 1
    },
  })
  /** What a courier would send to Mia at this moment. */
  async function sent(): Promise<string[]> {
    const words: string[] = []
    const telegram = {
      name: 'telegram' as const,
      start: async () => {},
      stop: async () => {},
      close: async () => {},
      standing: async () => ({ membership: 'unknown' as const, isAdmin: false, roles: [] }),
      publish: async () => {},
      privateLink: () => undefined,
      download: async () => undefined,
      deliver: async () => ({ message: '1' }),
    }
    const courier = createCourier({
      storage: house.storage,
      world: house.world,
      log,
      platforms: new Map([['telegram', telegram]]),
      async resolve(_work, row) {
        if (row.account !== mia.account.id) return 'gone'
        const place = { platform: 'telegram' as const, chat: row.account, kind: 'private' as const }
        const content = JSON.parse(row.content) as { view: { text: { key: string }[] } }
        words.push(content.view.text[0]?.key ?? '')
        return { key: row.key, place, view: { text: [] }, locale: 'en' }
      },
      isStillFor: async () => true,
      awaitedBy: () => undefined,
      onSent: async () => {},
      onDead: async () => {},
      onMoved: async () => {},
      fatal() {},
    })
    await courier.start()
    await courier.drain()
    await courier.stop()
    return words
  }
  return { house, pavel, mia, packet, call, settle, sent, woken: () => woken }
}

describeStorage('an answer to a press', (engine) => {
  it('that was lost is sent to the private chat, once, however often it is said', async () => {
    const { house, mia, call, settle, sent, woken } = await withClaim(engine)
    await settle(call, 'lost')
    await settle(call, 'lost')
    expect((await house.told(mia)).flatMap(({ keys }) => keys).slice(0, 1)).toEqual(['claim-paid'])
    expect(woken()).toBe(2)
    expect(await sent()).toEqual(['claim-paid'])
    await settle(call, 'lost')
    expect(await sent()).toEqual([])
  })

  it('that erased everything makes nobody known again', async () => {
    const { house, settle, woken } = await withClaim(engine)
    const nina = await house.person('Nina')
    const shown = await nina.inPrivate.types('/privacy erase')
    const data = packPress(shown.press({ act: 'confirm' }), house.catalogue.order)
    const call = nina.inPrivate.call({ kind: 'pressed', data })
    await house.dispatch(call)
    await settle(call, 'lost')
    const accounts = await house.look(({ db, t }) => db.select().from(t.identities))
    expect(accounts.map(({ account }) => account)).not.toContain(nina.account.id)
    expect(await house.told(nina)).toEqual([])
    expect(woken()).toBe(0)
  })

  it('that is slow is kept over a kill, and sent when its request cannot arrive any more', async () => {
    const { house, call, settle, sent } = await withClaim(engine)
    await settle(call, 'slow')
    expect(await sent()).toEqual([])
    house.world.passes(44_999)
    expect(await sent()).toEqual([])
    house.world.passes(1)
    expect(await sent()).toEqual(['claim-paid'])
  })

  it.each([
    ['told', []],
    ['lost', ['claim-paid']],
  ] as [Fate, string[]][])('that was slow and is %s after all is sent accordingly', async (fate, then) => {
    const { house, call, settle, sent } = await withClaim(engine)
    await settle(call, 'slow')
    await settle(call, fate)
    expect(await sent()).toEqual(then)
    house.world.passes(60_000)
    expect(await sent()).toEqual([])
  })

  it('reaches whoever has no private chat in the group, for them alone, or waits for that chat', async () => {
    const { house, mia, call, settle } = await withClaim(engine)
    await settle(call, 'lost')
    const { carries, row } = carrierOf(house)
    const key = `answer:telegram:${call.id}`
    const shut = { kind: 'unreachable', detail: "403 Forbidden: bot can't initiate conversation" } as const
    const first = await carries(key, { ends: shut })
    expect(first?.place).toMatchObject({ kind: 'private', chat: mia.account.id })
    expect(first?.view.text.map((one) => one.key)).toContain('answer-aside')
    const second = await carries(key, { ends: shut })
    expect(second).toMatchObject({
      place: { kind: 'group', chat: house.group.chat },
      recipient: { id: mia.account.id },
    })
    expect(await row(key)).toMatchObject({ state: 'dead' })
    // Money was paid: it is told in the end.
    await mia.inPrivate.opens('private')
    expect((await carries(key, { ends: '5' }))?.view.text[0]?.key).toBe('claim-paid')
    expect(await row(key)).toMatchObject({ state: 'sent' })
  })

  it('that was a no is not worth a message', async () => {
    const { house, mia, packet, settle, sent } = await withClaim(engine)
    const again = mia.call({ kind: 'pressed', data: `1packet-claim:${packet}` })
    const unknown = mia.call({ kind: 'pressed', data: 'forged' })
    const refused = [await house.dispatch(again), await house.dispatch(unknown)]
    expect(refused.map((one) => one?.refused)).toEqual([true, true])
    for (const call of [again, unknown]) await settle(call, 'lost')
    expect(await sent()).toEqual([])
  })

  it('that was typed travels in the outbox already', async () => {
    const { house, mia, settle } = await withClaim(engine)
    const typed = mia.call({ kind: 'typed', command: 'wallet', words: '' })
    await house.dispatch(typed)
    const before = await house.dump()
    await settle(typed, 'lost')
    expect(await house.dump()).toEqual(before)
  })
})
