import { expect, it } from 'vitest'
import { demoCommunity } from '../../src/sandbox/community.js'
import type { Room } from '../../src/sandbox/contract.js'
import { createTitles } from '../../src/sandbox/rail-titles.js'
import { fakePlatform } from './page/fake-platform.js'

const room = (title: string, more: Partial<Room> = {}): Room => ({
  ...{ id: '-1', title, kind: 'group', members: 3, ...more },
})

it('tells each person their own title, and looks again where there was none', () => {
  const rooms: Record<string, Room[]> = { ana: [room('Ana and the bot')], kofi: [] }
  const platform = { ...fakePlatform('telegram', demoCommunity()), rooms: (id: string) => rooms[id] ?? [] }
  const titleOf = createTitles()
  expect(titleOf(platform, 'ana', { room: '-1' })).toBe('Ana and the bot')
  expect(titleOf(platform, 'kofi', { room: '-1' })).toBeUndefined()
  rooms.kofi = [room('Kofi and the bot')]
  expect(titleOf(platform, 'kofi', { room: '-1' })).toBe('Kofi and the bot')
  rooms.ana = []
  expect(titleOf(platform, 'ana', { room: '-1' })).toBe('Ana and the bot')
})
