/** The record of what happened: a chain that shows where it was cut. */
import { beforeEach, expect, it } from 'vitest'
import { factsCheck, record } from '../../../src/core/facts/facts.js'
import type { Storage } from '../../../src/storage/storage.js'
import { executeOn, tamperWith } from '../../kit/execute.js'
import { steeredWorld } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

describeStorage('facts', (engine) => {
  let url: string
  let storage: Storage
  const world = steeredWorld()

  beforeEach(async () => {
    url = await engine.emptyDatabase()
    storage = await engine.open({ url, world })
    for (let at = 1; at <= 5; at++) {
      world.passes(1000)
      const details = { at, amount: 5n, nested: { b: 1, a: [true, null] } }
      await storage.write((work) =>
        record(work, { kind: 'frozen', actor: `member:${at}`, subject: 'programme', details }),
      )
    }
  })

  const findings = (since?: number) => storage.read((work) => factsCheck.run(work, since))
  const broken = (id: number) => [
    { check: 'facts-chain', detail: `fact ${id} is missing or was changed`, subject: `fact:${id}` },
  ]

  it('are numbered without a gap and chained from the first to the head', async () => {
    expect(await findings()).toEqual([])
    const rows = await storage.read((work) => work.db.select().from(work.t.facts))
    expect(rows.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5])
    expect(JSON.parse(rows[0]?.details ?? '')).toEqual({
      amount: '5',
      at: 1,
      nested: { a: [true, null], b: 1 },
    })
    const empty = await engine.open()
    expect(await empty.read((work) => factsCheck.run(work))).toEqual([])
  })

  it('written at once keep one chain', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      storage.write((work) => record(work, { kind: 'lifted', actor: `member:${at}`, subject: 'programme' })),
    )
    await Promise.all(many)
    expect(await findings()).toEqual([])
    expect(await storage.read((work) => work.db.select().from(work.t.facts))).toHaveLength(35)
  })

  it.each([
    ['another actor', "update facts set actor = 'member:9' where id = 3", 3],
    ['another subject', "update facts set subject = 'chat:1' where id = 3", 3],
    ['another kind', "update facts set kind = 'lifted' where id = 3", 3],
    ['another moment', 'update facts set at = at + 1 where id = 3', 3],
    ['other details', "update facts set details = '{}' where id = 5", 5],
    ['a fact that is gone', 'delete from facts where id = 2', 2],
    ['the newest gone', 'delete from facts where id = 5', 5],
    [
      'the newest gone with the head',
      'delete from facts where id = 5; update fact_head set last_fact = 4',
      5,
    ],
    ['all gone', 'delete from facts', 1],
    ['a number changed', 'update facts set id = 17 where id = 5', 5],
  ])('show %s', async (_, statement, id) => {
    await tamperWith(url, statement)
    expect(await findings()).toEqual(broken(id))
  })

  it('looked at from a moment on begin at the link before it', async () => {
    const rows = await storage.read((work) => work.db.select().from(work.t.facts))
    const third = rows.find(({ id }) => id === 3)?.at ?? 0
    await tamperWith(url, "update facts set actor = 'member:9' where id = 1")
    expect(await findings(third)).toEqual([])
    await tamperWith(url, "update facts set actor = 'member:9' where id = 4")
    expect(await findings(third)).toEqual(broken(4))
    expect(await findings()).toEqual(broken(1))
  })

  it.each([
    ["update facts set actor = 'member:9' where id = 3", 'facts_no_update'],
    ['delete from facts where id = 5', 'facts_no_delete'],
    ['update fact_head set last_fact = 4', 'fact_head_by_fact'],
  ])('are kept by the database itself: %s', async (statement, guard) => {
    await expect(executeOn(url, statement)).rejects.toThrow(guard)
    expect(await findings()).toEqual([])
  })
})
