/** News from the gateway, which says it once, while the house cannot keep it. */

import { REST } from 'discord.js'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { PlatformEvent } from '../../../src/interaction/call.js'
import { Outage } from '../../../src/kit/outage.js'
import { createReceiving } from '../../../src/platforms/discord/receiving.js'
import { noFiles } from '../../kit/files.js'
import { fakeHouse, recordingLog, recordingRendering } from './house.js'
import { steeredWorld } from './steered-world.js'

const LEFT: PlatformEvent = {
  id: 'guild:1:left',
  kind: 'bot-left',
  place: { platform: 'discord', chat: '2', kind: 'group' },
}

function receivingFrom(failures: unknown[]) {
  const world = steeredWorld()
  const log = recordingLog()
  const house = fakeHouse()
  const kept = house.event
  const told: string[] = []
  house.event = async (event) => {
    told.push(event.kind)
    const failure = failures.shift()
    if (failure) throw failure
    await kept(event)
  }
  const receiving = createReceiving({
    rest: new REST(),
    uploads: new REST(),
    load: noFiles,
    world,
    log,
    rendering: recordingRendering(),
  })
  receiving.begin(house)
  return { world, log, house, told, receiving, rejections: rejections() }
}

/** Rejections that nobody caught: one of them ends the program. */
function rejections(): unknown[] {
  const seen: unknown[] = []
  const note = (reason: unknown) => void seen.push(reason)
  process.on('unhandledRejection', note)
  onTestFinished(() => void process.off('unhandledRejection', note))
  return seen
}

test('while the database is away, news is told again, later each time, until it is kept', async () => {
  const away = () => new Outage('the database is away: SQLITE_FULL')
  const { world, log, house, told, receiving, rejections } = receivingFrom([away(), away()])
  receiving.event(LEFT)
  await vi.waitFor(() => expect(world.waiting()).toBe(1))
  world.pass(1_000)
  await vi.waitFor(() => expect([told.length, world.waiting()]).toEqual([2, 1]))
  world.pass(1_999)
  expect(told).toHaveLength(2)
  world.pass(1)
  await receiving.empty()
  expect(house.events).toEqual([LEFT])
  expect(log.lines.filter((line) => line.includes('news could not be kept yet'))).toHaveLength(2)
  expect(rejections).toEqual([])
})

test('a mistake of the house is logged and passed over', async () => {
  const { log, told, receiving, rejections } = receivingFrom([new TypeError('x')])
  receiving.event(LEFT)
  await receiving.empty()
  await new Promise(setImmediate)
  expect(told).toHaveLength(1)
  expect(log.lines.join()).toMatch(/error discord: news was passed over .*bot-left/s)
  expect(rejections).toEqual([])
})

test('closing the door does not wait for a database that stays away', async () => {
  const { world, log, receiving, told } = receivingFrom([new Outage('away')])
  receiving.event(LEFT)
  await vi.waitFor(() => expect(world.waiting()).toBe(1))
  receiving.end()
  await receiving.empty()
  expect(told).toHaveLength(1)
  expect(log.lines.at(-1)).toContain('news was passed over')
})
