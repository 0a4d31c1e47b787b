/** Which language an answer and a card take, and who chooses it. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { greetGroup } from '../../../src/core/help/commands.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { resolveRow } from '../../../src/outgoing.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { drop, factKinds } from '../packets/kit.js'

/** Chooses the first tag there is, so that what was offered can be seen. */
const choose = (...tags: (string | null | undefined)[]) =>
  tags.find((tag) => typeof tag === 'string') ?? 'none'

async function cardLocale(house: House): Promise<string> {
  const delivery = await house.look(async (work) => {
    const [row] = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.key, 'card:1'))
    return resolveRow(work, must(row, 'the card'), choose)
  })
  return typeof delivery === 'string' ? delivery : delivery.locale
}

describeStorage('/language', (engine) => {
  it('of a person holds everywhere, and goes back to the app’s', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia', { language: 'ru' })
    expect((await mia.types('/claims')).locale).toBe('ru')
    const chosen = await mia.types('/language zh-cn')
    expect(chosen).toMatchObject({ keys: ['language-mine'], locale: 'zh-CN' })
    expect((await mia.inPrivate.types('/claims')).locale).toBe('zh-CN')
    await mia.types('/language es')
    expect(await mia.types('/language zh')).toMatchObject({ keys: ['language-mine'], locale: 'zh-CN' })
    await mia.types('/language auto')
    expect((await mia.types('/claims')).locale).toBe('ru')
    expect((await mia.types('/language klingon')).refusal).toBe('choice-unknown')
  })

  it('is chosen with buttons', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const asked = await mia.types('/language')
    const values = asked.presses.flatMap(({ values: { act, value } }) => (act === 'set' ? [value] : []))
    expect(values).toEqual(['en', 'zh-CN', 'ru', 'es', 'auto'])
    const done = await mia.presses(asked.press({ act: 'set', value: 'es' }))
    expect(done).toMatchObject({ keys: ['language-mine'], locale: 'es' })
  })

  it('of a group is for its moderators, is recorded, and is the cards’, not the receipts’', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500', { language: 'ru' })
    expect((await pavel.types('/language es group')).refusal).toBe('only-moderators')
    expect((await pavel.inPrivate.types('/language es group')).refusal).toBe('only-in-group')
    pavel.stands({ isAdmin: true })
    expect((await pavel.types('/language es group')).keys).toEqual(['language-group'])
    expect(await factKinds(house, `chat:${await house.chatId(house.group)}`)).toEqual(['chat-language'])
    const dropped = await pavel.types('/redpacket 5 5')
    expect(dropped.locale).toBe('ru')
    expect(await cardLocale(house)).toBe('es')
  })

  it('of a card is the platform’s for the group where nobody chose one', async () => {
    const house = await openHouse(engine)
    const moon = { ...house.groupNamed('Moon', 'discord'), language: 'zh-CN' }
    const pavel = await house.rich('Pavel', '500', { at: moon })
    await drop(pavel, '5 5')
    expect(await cardLocale(house)).toBe('zh-CN')
  })

  it('of news is that of each reader', async () => {
    const house = await openHouse(engine, { packets: { approvalAbove: { USDT: '1' } } })
    const pavel = await house.rich('Pavel', '500')
    const chosen = await house.person('Chosen', { language: 'ru' })
    const plain = await house.person('Plain', { language: 'es-AR' })
    for (const one of [chosen, plain]) await one.becomes('finance_checker')
    await chosen.types('/language zh-CN')
    await plain.types('/claims')
    await pavel.types('/redpacket 5 5')
    expect((await house.told(chosen)).map(({ locale }) => locale)).toEqual(['zh-CN'])
    expect((await house.told(plain)).map(({ locale }) => locale)).toEqual(['es'])
  })
})

describeStorage('/start and the greeting of a group', (engine) => {
  it('say hello by name, with the ways to go on', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia \u202e*bold*')
    const heard = await mia.inPrivate.types('/start')
    expect(heard.params('start-hello')).toEqual({ name: 'Mia *bold*' })
    for (const { command } of heard.presses) {
      house.world.passes(2000)
      expect((await mia.inPrivate.presses({ command, values: {} })).refusal).toBeUndefined()
    }
  })

  it('comes once when the bot is brought in, for everybody', async () => {
    const house = await openHouse(engine)
    await house.storage.write((work) => greetGroup(work, { id: 'update:1', place: house.group }, choose))
    const rows = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ account: null, chat: await house.chatId(house.group) })
    expect(fromJson<{ view: { audience: string } }>(rows[0]?.content ?? '').view.audience).toBe('everyone')
  })
})
