/** /audit, the daily seal, and what the operator can say of a seal later. */
import { expect, it } from 'vitest'
import { sealJob } from '../../../src/core/facts/cards.js'
import { FACT_KINDS, record, sealFrom, sealHolds } from '../../../src/core/facts/facts.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

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
