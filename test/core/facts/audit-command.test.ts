/** /audit, the daily seal, and what the operator can say of a seal later. */
import { expect, it } from 'vitest'
import { sealJob } from '../../../src/core/facts/cards.js'
import { FACT_KINDS, record, sealFrom, sealHolds } from '../../../src/core/facts/facts.js'
import { must } from '../../../src/kit/refusal.js'
import { openHouse, type Person } from '../../kit/house.js'
import { madeOf } from '../../kit/made-file.js'
import { describeStorage } from '../../kit/storage.js'
import { seedPartner } from '../cases/kit.js'

describeStorage('/audit', (engine) => {
  it('pages through the record, the newest first, by person, thing, kind and time', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    const rita = await house.person('Rita')
    for (let at = 0; at < 12; at += 1) {
      await rita.becomes('auditor')
      await rita.loses('auditor')
    }
    const first = await rita.types('/audit')
    expect(first.refusal).toBe('only-roles')
    const page = await olivia.types(`/audit #${rita.member}`)
    expect(page.words).toContain('operator revoked a role · Rita (#')
    const numbers = (words: string) => [...words.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
    const shown = numbers(page.words)
    expect(shown).toHaveLength(10)
    const older = await olivia.presses(page.press({ command: 'audit' }))
    const all = [...shown, ...numbers(older.words)]
    expect(all).toEqual([...all].sort((a, b) => b - a))
    expect(new Set(all).size).toBe(20)
    house.world.passes(3_600_000)
    expect((await olivia.types('/audit within=30m')).keys).toEqual(['audit-none'])
    await rita.becomes('auditor')
    for (let at = 0; at < 12; at += 1) await rita.loses('auditor').then(() => rita.becomes('auditor'))
    const recent = await olivia.types('/audit within=30m')
    const further = await olivia.presses(recent.press({ command: 'audit' }))
    const last = await olivia.presses(further.press({ command: 'audit' }))
    // As far back as was asked for on the first page, and no further.
    expect(numbers(last.words).at(-1)).toBe(26)
    expect((await olivia.types('/audit topic=packet')).keys).toEqual(['audit-none'])
    expect((await olivia.types(`/audit member:${rita.member}`)).keys).toContain('audit-line')
    expect((await olivia.types('/audit about="; drop table facts"')).refusal).toBe('audit-about')
  })

  it('says the details in words: states, days, regions, and nothing that is empty', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    await house.storage.write(async (work) => {
      const told = {
        transition: 'P13.1',
        change: 2,
        kind: 'region',
        from: 'proposed',
        to: 'done',
        dueAt: null,
      }
      const details = { ...told, was: 'latam', becomes: 'europe' }
      await record(work, { kind: 'partner-change-moved', actor: 'system', subject: 'partner:1', details })
    })
    const { words } = await olivia.types('/audit partner:1')
    expect(words).toContain('becomes: Europe · change: 2 · from: proposed · to: changed · was: Latin America')
    expect(words).not.toMatch(/P13|null|latam/)
  })

  it('says amounts with their asset, owners by name and number, and no name twice', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    const mia = await house.rich('Mia', '50')
    const preview = await mia.types('/redpacket 5 5 hello')
    const dropped = preview.offers({ act: 'confirm' })
      ? await mia.presses(preview.press({ act: 'confirm' }))
      : preview
    expect(dropped.keys).toEqual(['redpacket-dropped'])
    const group = await house.chatId(house.group)
    const [packet] = await house.look((work) => work.db.select().from(work.t.packets))
    await house.storage.write(async (work) => {
      const subject = `packet:${packet?.id}`
      await record(work, {
        kind: 'packet-expired',
        actor: 'system',
        subject,
        details: { returned: 1_500_000n },
      })
      const scope = `spender:${mia.member}`
      await record(work, { kind: 'frozen', actor: 'system', subject: scope, details: { reason: '1' } })
      await record(work, { kind: 'chat-language', actor: 'member:999', subject: `chat:${group}` })
      await record(work, { kind: 'person-erased', actor: 'member:999', subject: 'member:999' })
    })
    const { words } = await olivia.types('/audit')
    const called = `Mia (#${mia.member})`
    expect(words).toMatch(/amount: 5[.0]*\sUSDT/)
    expect(words).toContain(`from: ${called}`)
    expect(words).toMatch(/given back: 1\.50*\sUSDT/)
    expect(words).toContain(`spending of ${called} as a partner\ncase: 1`)
    expect(words).toContain('#999 was erased · #999\n')
    expect(words).toMatch(/· .+ \(chat:[0-9]+\)/)
    expect(words).not.toMatch(/5000000|:available|spender:|#999 \(#999\)/)
  })

  it('finds all that is a person’s by the person: what they spend, their partnership and its cases', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    const kofi = await house.person('Kofi')
    const ana = await house.person('Ana')
    const seed = ({ member }: Person) => house.storage.write((work) => seedPartner(work, member))
    const partner = await seed(kofi)
    const others = await seed(ana)
    await house.storage.write(async (work) => {
      const actor = 'system'
      await record(work, {
        kind: 'frozen',
        actor,
        subject: `spender:${kofi.member}`,
        details: { reason: 'x' },
      })
      await record(work, { kind: 'partner-moved', actor, subject: `partner:${partner}` })
      await record(work, { kind: 'partner-moved', actor, subject: `partner:${others}` })
    })
    const { words } = await olivia.types(`/audit #${kofi.member}`)
    expect(words).toContain('stopped · spending of Kofi')
    expect(words).toContain(`moved a partner · partner:${partner}`)
    expect(words).not.toContain(`partner:${others}`)
  })

  it('gives what was asked for as a file: in private, with the hashes, and to none who may not read', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    const rita = await house.person('Rita')
    await rita.becomes('auditor')
    expect((await rita.types('/audit')).offers({ command: 'audit-file' })).toBe(false)
    const page = await rita.inPrivate.types(`/audit #${olivia.member}`)
    const sent = await rita.inPrivate.presses(page.press({ command: 'audit-file' }))
    await olivia.becomes('reviewer')
    const [whole] = await house.look((work) => work.db.select().from(work.t.facts))
    const facts = JSON.parse(String(await madeOf(house, sent)))
    expect(facts).toEqual([
      {
        ...{ number: 1, at: new Date(house.world.now()).toISOString(), kind: 'role-granted' },
        ...{ actor: 'operator', subject: `member:${olivia.member}` },
        details: expect.objectContaining({ role: 'admin' }),
        previousHash: '0'.repeat(64),
        hash: Buffer.from(must(whole, 'the first fact').hash).toString('hex'),
      },
    ])
    await rita.loses('auditor')
    expect(await madeOf(house, sent)).toBeUndefined()
    expect((await rita.inPrivate.presses(page.press({ command: 'audit-file' }))).refusal).toBe('only-roles')
  })

  it('has words for every kind of fact', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    await house.storage.write(async (work) => {
      for (const kind of FACT_KINDS) await record(work, { kind, actor: 'system', subject: 'thing:1' })
    })
    let page = await olivia.types('/audit thing:1')
    const words = [page.words]
    while (page.presses.length > 0) {
      page = await olivia.presses(page.press({ command: 'audit' }))
      words.push(page.words)
    }
    expect(words.join('\n').match(/thing:1/g)).toHaveLength(FACT_KINDS.length)
    expect(words.join('\n')).not.toContain('fact-')
  })
})

describeStorage('the daily seal', (engine) => {
  it('is posted at its desk, once a period, and holds until something sealed is changed', async () => {
    const house = await openHouse(engine)
    const olivia = await house.person('Olivia')
    await olivia.becomes('admin')
    const job = sealJob(() => 'en')
    const run = (name: string) =>
      house.storage.write((work) => job.run(work, { name, dueAt: house.world.now() }))
    const posts = () =>
      house.look(async (work) => {
        const rows = await work.db.select().from(work.t.outbox)
        return rows.filter(({ key }) => key.startsWith('seal:'))
      })
    expect(await run('2026-11-28T00:05')).toBe('done')
    expect(await posts()).toEqual([])
    expect((await olivia.types('/desk here audit')).keys).toContain('desk-named-audit')
    await run('2026-11-29T00:05')
    await run('2026-11-29T00:05')
    const [post, ...others] = await posts()
    expect(others).toEqual([])
    const seals = [...(JSON.stringify(post?.content).match(/(?:fact|transfer):[0-9]+:[0-9a-f]{64}/g) ?? [])]
    expect(seals).toHaveLength(2)
    const holds = (typed: string) =>
      house.look(async (work) => {
        const seal = sealFrom(typed)
        return seal !== undefined && sealHolds(work, seal)
      })
    expect(await Promise.all(seals.map(holds))).toEqual([true, true])
    const [fact = ''] = seals
    const wrong = fact.replace(/[0-9a-f]$/, (last) => (last === '0' ? '1' : '0'))
    expect(await holds(wrong)).toBe(false)
    expect(await holds(fact.replace(/:[0-9]+:/, ':999999:'))).toBe(false)
    expect(await holds(`fact:0:${'0'.repeat(64)}`)).toBe(true)
    expect(sealFrom('fact:1:abc')).toBeUndefined()
  })
})
