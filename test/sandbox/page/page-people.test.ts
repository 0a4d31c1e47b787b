/** What the page is told of the people one may act as. */
import { describe, expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { SandboxEvent } from '../../../src/sandbox/contract.js'
import { createPeopleNews, peopleNews } from '../../../src/sandbox/page-people.js'
import type { Rows } from '../../../src/sandbox/rail-book.js'

const community = demoCommunity()
const kofi = community.person('kofi')
const bot = { from: { is_bot: true }, author: { bot: true } }
interface Told {
  platform?: 'discord'
  kind?: 'edit'
  room?: string
  onlyFor?: string
  message?: unknown
}
const told = (part: Told): SandboxEvent => ({
  ...{ platform: 'telegram', at: 0, kind: 'message', room: '-1', message: bot },
  ...part,
})

/** News over a clock that the test moves, and a database that says what the test says. */
function setUp(all: Rows['all']) {
  const clock = { ms: 0 }
  const openRows = (): Rows => ({ all, close: () => {} })
  const people = createPeopleNews({ community, openRows, now: () => clock.ms })
  return { people, clock }
}

describe('what a tab is told of people', () => {
  it('counts what the bot tells one of them alone, on each platform', () => {
    const { people } = setUp(() => [])
    people.hear(told({ room: String(kofi.telegram.id) }))
    people.hear(told({ onlyFor: 'kofi' }))
    people.hear(told({ platform: 'discord', onlyFor: 'kofi' }))
    for (const nobody of [
      told({}),
      told({ kind: 'edit', onlyFor: 'kofi' }),
      told({ onlyFor: 'crowd-7' }),
      told({ room: String(kofi.telegram.id), message: { from: { is_bot: false } } }),
    ])
      people.hear(nobody)
    expect(people.answer().told).toEqual({ telegram: { kofi: 2 }, discord: { kofi: 1 } })
  })

  it('has the roles of now, by either account, looked at once a second', () => {
    const row = (platform: string, account: string, role: string) => ({ platform, account, role })
    let rows = [row('telegram', String(kofi.telegram.id), 'partner'), row('telegram', '1', 'admin')]
    const { people, clock } = setUp(() => rows)
    const tab = peopleNews(people).open()
    expect(people.answer().roles).toEqual({ kofi: ['partner'] })
    rows = [row('telegram', String(kofi.telegram.id), 'partner'), row('discord', kofi.discord.id, 'partner')]
    rows.push(row('discord', kofi.discord.id, 'reviewer'))
    clock.ms = 999
    expect(tab.take()).toBeUndefined()
    clock.ms = 1000
    expect(tab.take()).toMatchObject({ roles: { kofi: ['partner', 'reviewer'] } })
    expect(tab.take()).toBeUndefined()
  })

  it('says nothing of roles while there is no database, and looks again', () => {
    let isThere = false
    const { people, clock } = setUp(() => {
      if (!isThere) throw new Error('no such table')
      return []
    })
    expect(people.answer().roles).toBeUndefined()
    isThere = true
    clock.ms = 1000
    expect(people.answer().roles).toEqual({})
  })
})
