/** People and chats: who is behind an account, which chat is meant. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { installOwners, introduce } from '../../../src/core/linking/linking.js'
import {
  accountsOf,
  chatAt,
  chatOf,
  chooseChatState,
  groupsOf,
  leaveChat,
  memberOf,
  moveChat,
  nameOf,
  namesOf,
  personMeant,
  recognise,
  sighted,
} from '../../../src/core/members/members.js'
import { grantRole, holdersOf, revokeRole } from '../../../src/core/roles/roles.js'
import { bindUid } from '../../../src/core/uids/uids.js'
import { must } from '../../../src/kit/refusal.js'
import { EXIT } from '../../../src/kit/start-error.js'
import type { Storage } from '../../../src/storage/storage.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, drop, factKinds, has, USDT } from '../packets/kit.js'

const place = { platform: 'telegram' as const, chat: '-1', kind: 'group' as const, title: 'Traders' }

const account = (id: string, name = `Person ${id}`, platform: 'telegram' | 'discord' = 'telegram') => ({
  platform,
  id,
  name,
})

async function meet(storage: Storage, ...accounts: ReturnType<typeof account>[]) {
  return storage.write((work) =>
    recognise(
      work,
      accounts.map((one) => ({ account: one, place })),
    ),
  )
}

describeStorage('people', (engine) => {
  it('are recognised in the order asked, newcomers and acquaintances together, each once', async () => {
    const storage = await engine.open()
    const [b] = await meet(storage, account('2'))
    const [one, two, again] = await meet(storage, account('1'), account('2'), account('1'))
    expect(two?.member).toBe(b?.member)
    expect(again?.member).toBe(one?.member)
    expect(one?.member).not.toBe(two?.member)
    expect(await storage.read((work) => work.db.select().from(work.t.members))).toHaveLength(2)
  })

  it('of the same number on two platforms are two', async () => {
    const storage = await engine.open()
    const [one, other] = await meet(storage, account('1'), account('1', 'X', 'discord'))
    expect(one?.member).not.toBe(other?.member)
  })

  it.each([
    ['\u202eevil\u202c', 'evil'],
    ['a\u200bb\u200c\ufeff', 'ab'],
    ['  Mia \t\n Li  ', 'Mia Li'],
    ['\ud800', ''],
    ['<b>Admin</b> & [x](y)', '<b>Admin</b> & [x](y)'],
    ['x'.repeat(500), 'x'.repeat(64)],
    ['👩‍👩‍👧 Fam', '👩‍👩‍👧 Fam'],
  ])('named %j are kept as %j', async (raw, kept) => {
    const storage = await engine.open()
    const [met] = await meet(storage, account('1', raw))
    const [row] = await storage.read((work) => work.db.select().from(work.t.identities))
    expect(row?.name).toBe(kept)
    const member = met?.member ?? 0
    expect(await storage.read((work) => nameOf(work, member))).toBe(kept || `#${member}`)
  })

  it.each([
    ['en', 'en'],
    ['zh-hans', 'zh-hans'],
    ['pt_BR', 'pt_BR'],
    ['e\u0000n', null],
    ['x'.repeat(5000), null],
    ['', null],
  ])('whose app says %j for a language are kept with %j', async (language, kept) => {
    const storage = await engine.open()
    const seen = { account: { ...account('1'), language }, place: { ...place, language } }
    for (const _ of [1, 2]) await storage.write((work) => recognise(work, [seen]))
    const { identities, chats } = await storage.read(async (work) => ({
      identities: await work.db.select().from(work.t.identities),
      chats: await work.db.select().from(work.t.chats),
    }))
    expect([identities[0]?.language, chats[0]?.appLanguage]).toEqual([kept, kept])
  })

  it('who change their name or app language are known by the new one; nothing else is written', async () => {
    const storage = await engine.open()
    const before = await storage.write((work) =>
      recognise(work, [{ account: { ...account('1', 'Old'), language: 'ru' }, place }]),
    )
    const [met] = await meet(storage, account('1', 'New'))
    expect(met?.member).toBe(before[0]?.member)
    const [row] = await storage.read((work) => work.db.select().from(work.t.identities))
    expect(row).toMatchObject({ name: 'New', language: 'ru' })
  })

  it('of two accounts are called by the one of the platform that asks', async () => {
    const storage = await engine.open()
    const member = await storage.write((work) =>
      introduce(work, [account('1', 'Tele'), account('2', 'Disco', 'discord')]),
    )
    const name = (platform?: 'telegram' | 'discord') => storage.read((work) => nameOf(work, member, platform))
    expect([await name('telegram'), await name('discord')]).toEqual(['Tele', 'Disco'])
    expect(await storage.read((work) => namesOf(work, [member, 999]))).toEqual(
      new Map([
        [member, expect.stringMatching(/Tele|Disco/)],
        [999, '#999'],
      ]),
    )
    expect(await storage.read((work) => accountsOf(work, member))).toHaveLength(2)
    expect(await storage.read((work) => memberOf(work, { platform: 'telegram', id: '9' }))).toBeUndefined()
  })

  it('are found by a name in any case, in every alphabet', async () => {
    const storage = await engine.open()
    const names = ['Анна Ёлкина', 'ŁUKASZ', 'Zoë', '小月']
    const people = await meet(storage, ...names.map((name, at) => account(String(at + 1), name)))
    const typed = ['анна ёлкина', 'łukasz', 'ZOË', '小月']
    const found = await storage.read(async (work) => {
      const members: number[] = []
      for (const name of typed) members.push(await personMeant(work, name, 'telegram'))
      return members
    })
    expect(found).toEqual(people.map(({ member }) => member))
  })

  it('are called by the account that was met first, of two at once by that of Telegram', async () => {
    const storage = await engine.open()
    const both = [account('2', 'disco', 'discord'), account('1', 'Tele')]
    const member = await storage.write((work) => introduce(work, both))
    const told = () =>
      storage.read(async (work) => [
        await nameOf(work, member),
        ...(await accountsOf(work, member)).map(({ platform }) => platform),
      ])
    expect(await told()).toEqual(['Tele', 'telegram', 'discord'])
    await storage.write(({ db, t, now }) =>
      db
        .update(t.identities)
        .set({ createdAt: now - 1_000 })
        .where(eq(t.identities.account, '2')),
    )
    expect(await told()).toEqual(['disco', 'discord', 'telegram'])
  })

  it('known already as two become one when they are introduced: the one who was met first', async () => {
    const house = await openHouse(engine)
    const { storage } = house
    const [first] = await meet(storage, account('1'))
    const disco = await house.rich('D', '500', { id: '2', platform: 'discord' })
    const member = await storage.write((work) =>
      introduce(work, [account('1'), account('2', 'D', 'discord'), account('3')]),
    )
    expect(member).toBe(first?.member)
    expect(await has(house, { kind: 'member', id: member })).toBe(500n * USDT)
    expect(await has(house, disco.owner)).toBe(0n)
    for (const id of ['1', '3'])
      expect(await storage.read((work) => memberOf(work, { platform: 'telegram', id }))).toBe(member)
  })

  it('known already as two with a history each become one, with all of it', async () => {
    const house = await openHouse(engine)
    const tele = await house.rich('T', '500', { id: '1' })
    const disco = await house.rich('D', '500', { id: '2', platform: 'discord' })
    const owners = [[account('1'), account('2', '', 'discord')]]
    for (const _ of [1, 2]) await house.storage.write((work) => installOwners(work, owners))
    expect(await house.look((work) => holdersOf(work, 'admin'))).toEqual([tele.member])
    expect(await has(house, tele.owner)).toBe(1_000n * USDT)
    expect(await house.look((work) => memberOf(work, disco.account))).toBe(tele.member)
    expect(await house.audit()).toEqual([])
  })

  it('of whom staff must say how they are one stop the start, which says so', async () => {
    const house = await openHouse(engine)
    const tele = await house.person('T', { id: '1' })
    const disco = await house.person('D', { id: '2', platform: 'discord' })
    await house.storage.write((work) => bindUid(work, tele.member, '11111'))
    await house.storage.write((work) => bindUid(work, disco.member, '22222'))
    const asked = house.storage.write((work) =>
      installOwners(work, [[account('1'), account('2', '', 'discord')]]),
    )
    await expect(asked).rejects.toThrow(
      /^telegram:1 and discord:2 are two people here and cannot be made one \(link-two-uids\)/,
    )
    await expect(asked).rejects.toMatchObject({ exitCode: EXIT.configuration })
    expect(await house.look((work) => holdersOf(work, 'admin'))).toEqual([])
  })
})

describeStorage('chats', (engine) => {
  it('keep their number when the platform gives them another, with all that hangs on it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20')
    const before = await house.chatId(house.group)
    const moved = { ...house.group, chat: '-100500' }
    // Somebody pressed in the new chat before the news of the move came.
    expect((await mia.in(moved).presses(claim(packet))).refusal).toBe('packet-elsewhere')
    await house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, moved.chat))
    await house.storage.write((work) => moveChat(work, 'telegram', house.group.chat, moved.chat))
    expect(await house.chatId(moved)).toBe(before)
    expect((await mia.in(moved).presses(claim(packet))).keys).toEqual(['claim-paid'])
    const chats = await house.look((work) => work.db.select().from(work.t.chats))
    expect(chats.filter(({ state, kind }) => kind === 'group' && state === 'active')).toHaveLength(1)
  })

  it('that were left are not offered, and are back when somebody is met there', async () => {
    const storage = await engine.open()
    const [met] = await meet(storage, account('1'))
    const member = met?.member ?? 0
    await storage.write((work) => sighted(work, member, met?.chat.id ?? 0))
    const offered = () =>
      storage.read((work) => groupsOf(work, member)).then((all) => all.map(({ title }) => title))
    expect(await offered()).toEqual(['Traders'])
    await storage.write((work) => leaveChat(work, place))
    expect(await offered()).toEqual([])
    await storage.write((work) =>
      recognise(work, [{ account: account('1'), place: { ...place, title: undefined } }]),
    )
    expect(await offered()).toEqual(['Traders'])
    await storage.write((work) => chooseChatState(work, met?.chat.id ?? 0, 'left'))
    expect(await offered()).toEqual([])
  })

  it('are offered by when the person was met there last, private ones never', async () => {
    const house = await openHouse(engine)
    const [a, b] = [house.groupNamed('A'), house.groupNamed('B')]
    const mia = await house.person('Mia', { at: a })
    for (const at of [b, a]) {
      house.world.passes(60_000)
      await mia.in(at).types('/claims')
    }
    await mia.inPrivate.types('/claims')
    const titles = await house
      .look((work) => groupsOf(work, mia.member))
      .then((all) => all.map(({ title }) => title))
    expect(titles).toEqual(['A', 'B'])
  })

  it('a press alone is no sighting: a storm writes nothing about who is where', async () => {
    const house = await openHouse(engine)
    const other = house.groupNamed('Other')
    const mia = await house.person('Mia')
    await mia.in(other).presses('1claims')
    expect((await house.look((work) => groupsOf(work, mia.member))).map(({ title }) => title)).toEqual([
      'Traders',
    ])
  })

  it('take the newest title, cleaned', async () => {
    const storage = await engine.open()
    await storage.write((work) => chatAt(work, place))
    const chat = await storage.write((work) => chatAt(work, { ...place, title: ' \u202eNew\u200b name ' }))
    expect(chat.title).toBe('New name')
    expect(await storage.read((work) => chatOf(work, chat.id))).toMatchObject({
      title: 'New name',
      native: '-1',
    })
  })
})

describeStorage('roles', (engine) => {
  it('are granted once and taken away once, with a record of each', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const holders = () => house.look((work) => holdersOf(work, 'admin'))
    for (const _ of [1, 2])
      await house.storage.write((work) => grantRole(work, mia.member, 'admin', 'operator'))
    expect(await holders()).toEqual([mia.member])
    for (const _ of [1, 2])
      await house.storage.write((work) => revokeRole(work, mia.member, 'admin', 'operator'))
    expect(await holders()).toEqual([])
    await house.storage.write((work) => grantRole(work, mia.member, 'admin', 'operator'))
    expect(await factKinds(house, `member:${mia.member}`)).toEqual([
      'role-granted',
      'role-revoked',
      'role-granted',
    ])
    await expect(
      house.storage.write((work) => grantRole(work, mia.member, 'king', 'operator')),
    ).rejects.toMatchObject({
      key: 'role-unknown',
      params: { role: 'king' },
    })
  })

  it('of the owners are there from the start, and starting again grants nothing', async () => {
    const house = await openHouse(engine)
    const owners = [[account('11', ''), account('12', '', 'discord')], [account('22', '', 'discord')]]
    for (const _ of [1, 2]) await house.storage.write((work) => installOwners(work, owners))
    // Two people: the accounts of one are one person, who cannot be maker and checker at once.
    expect(await house.look((work) => holdersOf(work, 'admin'))).toHaveLength(2)
    const owner = await house.person('Ada', { id: '11' })
    expect((await owner.inPrivate.types('/freeze everything')).keys[0]).toBe('argument-freeze-reason.ask')
  })

  it('of owners by mistake two people are one person’s after the setting is right', async () => {
    const house = await openHouse(engine)
    const here = account('11', '')
    const there = account('12', '', 'discord')
    const start = (owners: (typeof here)[][]) => house.storage.write((work) => installOwners(work, owners))
    await start([[here], [there]])
    const [first = 0, second = 0] = await house.look((work) => holdersOf(work, 'admin'))
    await house.storage.write((work) => grantRole(work, second, 'risk_officer', 'operator'))
    await start([[here, there]])
    expect(await house.look((work) => holdersOf(work, 'admin'))).toEqual([first])
    expect(await house.look((work) => holdersOf(work, 'risk_officer'))).toEqual([first])
    expect(await factKinds(house, `member:${second}`)).toEqual([
      'role-granted',
      'role-granted',
      'role-revoked',
      'role-revoked',
    ])
  })

  it('of the setting go with it, and those granted in another way stay', async () => {
    const house = await openHouse(engine)
    const [ada, ben, cleo] = [account('11', ''), account('22', ''), account('33', '')]
    const start = (...owners: (typeof ada)[]) =>
      house.storage.write((work) =>
        installOwners(
          work,
          owners.map((one) => [one]),
        ),
      )
    const memberBehind = async ({ id }: typeof ada) =>
      must(await house.look((work) => memberOf(work, { platform: 'telegram', id })), 'a member')
    await start(ada, ben, cleo)
    const granted = await memberBehind(cleo)
    await house.storage.write((work) => grantRole(work, granted, 'admin', 'operator'))
    await start(ada)
    const admins = await house.look((work) => holdersOf(work, 'admin'))
    expect([...admins].sort()).toEqual([await memberBehind(ada), granted].sort())
    const kinds = ['role-granted', 'role-revoked']
    expect(await factKinds(house, `member:${await memberBehind(ben)}`)).toEqual(kinds)
    await start(ben)
    expect(await house.look((work) => holdersOf(work, 'admin'))).toContain(await memberBehind(ben))
  })
})
