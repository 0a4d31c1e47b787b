/** The demo community: who may do what, and who is where. */
import { describe, expect, it } from 'vitest'
import { ROLES } from '../../src/core/roles/roles.js'
import { demoCommunity } from '../../src/sandbox/community.js'
import { demoPlan } from '../../src/sandbox/demo-plan.js'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord.js'
import { createTelegramSandbox } from '../../src/sandbox/telegram/server.js'

const community = demoCommunity()
const platforms = [createTelegramSandbox({ community }), createDiscordSandbox({ community })]

describe('the demo community', () => {
  it('gives each role to somebody, and nobody two of them: whatever takes two can be tried', () => {
    const { people } = demoPlan(community, 'USDT')
    // What an auditor may, the admin may try: it takes nobody else.
    const tried = ROLES.filter((role) => role !== 'auditor')
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(tried))
    expect(people.filter(({ roles }) => roles.length > 1)).toEqual([])
  })

  it.each(platforms)('has a chat of the staff alone on $name', async (platform) => {
    const [closed] = community.groups.filter(({ only, platform: name }) => only && name === platform.name)
    const sees = (person: string) => platform.rooms(person).find(({ id }) => id === closed?.room)
    for (const staff of ['olivia', 'farid', 'greta', 'mei', 'carmen', 'wei']) {
      expect(sees(staff)?.members).toBe(7)
    }
    for (const other of ['pavel', 'diego', 'ana', 'kofi', 'yuki', 'lena', 'crowd-1']) {
      expect(sees(other)).toBeUndefined()
    }
    const [plan] = demoPlan(community, 'USDT').groups.filter(({ place }) => place.chat === closed?.room)
    expect(plan).toMatchObject({ seen: [0, 1, 2, 9, 10, 11] })
    expect(plan).not.toHaveProperty('budget')
  })
})
