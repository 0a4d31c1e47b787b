import type { REST } from 'discord.js'
import { DiscordAPIError, RateLimitError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/interaction/view.js'
import { createReceiving } from '../../../src/platforms/discord/receiving.js'
import { noFiles } from '../../kit/files.js'
import type { House } from './house.js'
import { fakeHouse, recordingLog, recordingRendering, saying, spans } from './house.js'
import * as sent from './interactions.js'
import { steeredWorld } from './steered-world.js'

const CALLBACK = `POST /interactions/${sent.INTERACTION}/${sent.TOKEN}/callback`
const HOOK = `/webhooks/${sent.APPLICATION}/${sent.TOKEN}`

/** A REST that writes down what it is asked and does what `act` says. */
function recordingRest(act: (line: string, times: number) => void | Promise<void> = () => {}) {
  const asked: { line: string; body: unknown; auth: unknown }[] = []
  const verb =
    (method: string) =>
    async (path: string, options: { body?: unknown; auth?: unknown } = {}) => {
      asked.push({ line: `${method} ${path}`, body: options.body, auth: options.auth })
      await act(`${method} ${path}`, asked.length)
    }
  const rest = { post: verb('POST'), patch: verb('PATCH'), delete: verb('DELETE') } as unknown as REST
  return { rest, asked, lines: () => asked.map(({ line }) => line) }
}

function openHouse(house: House, recorded = recordingRest()) {
  const world = steeredWorld()
  const log = recordingLog()
  const receiving = createReceiving({
    rest: recorded.rest,
    uploads: recorded.rest,
    load: noFiles,
    world,
    log,
    rendering: recordingRendering(),
  })
  receiving.begin(house)
  return { world, log, receiving, recorded }
}

function held() {
  let release: (answer: Answer | undefined) => void = () => {}
  const answer = new Promise<Answer | undefined>((resolve) => {
    release = resolve
  })
  return { answer, release: (one: Answer | undefined) => release(one) }
}

const apiError = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', `https://x/${sent.TOKEN}`, {})
const rateLimit = (retryAfter: number) =>
  new RateLimitError({
    global: false,
    hash: 'b',
    limit: 5,
    majorParameter: 'x',
    method: 'POST',
    retryAfter,
    route: '/webhooks',
    scope: 'user',
    sublimitTimeout: 0,
    timeToReset: retryAfter,
    url: `https://x/${sent.TOKEN}`,
  })

const receipt = saying({ text: [spans('1.25 USDT')] })
const card = saying({ text: [spans('3 of 10 left')], replace: true, audience: 'everyone' })

describe('in time', () => {
  test('the answer is the first response, without our token', async () => {
    const { receiving, recorded, world } = openHouse(fakeHouse(() => receipt))
    receiving.interaction(sent.press())
    await receiving.empty()
    expect(recorded.lines()).toEqual([CALLBACK])
    expect(recorded.asked[0]).toMatchObject({ auth: false, body: { type: 4, data: { flags: 32_832 } } })
    expect(world.waiting()).toBe(0)
  })

  test('at 1,499 ms nothing is deferred', async () => {
    const late = held()
    const { receiving, recorded, world } = openHouse(fakeHouse(() => late.answer))
    receiving.interaction(sent.press())
    world.pass(1499)
    expect(recorded.lines()).toEqual([])
    late.release(card)
    await receiving.empty()
    expect(recorded.asked).toMatchObject([{ line: CALLBACK, body: { type: 7 } }])
  })

  test('nothing to say to a command comes and goes', async () => {
    const { receiving, recorded } = openHouse(fakeHouse(() => undefined))
    receiving.interaction(sent.slash())
    await receiving.empty()
    expect(recorded.lines()).toEqual([CALLBACK, `DELETE ${HOOK}/messages/%40original`])
  })
})

describe('late', () => {
  test.each([
    ['a command', sent.slash(), 5, receipt, `PATCH ${HOOK}/messages/%40original`],
    ['a press with a receipt', sent.press(), 6, receipt, `POST ${HOOK}`],
    ['a press with a new card', sent.press(), 6, card, `PATCH ${HOOK}/messages/%40original`],
  ])('%s is deferred at 1,500 ms and answered when the answer comes', async (_, raw, type, answer, then) => {
    const late = held()
    const { receiving, recorded, world } = openHouse(fakeHouse(() => late.answer))
    receiving.interaction(raw)
    world.pass(1500)
    expect(recorded.asked).toMatchObject([{ line: CALLBACK, body: { type } }])
    late.release(answer)
    await receiving.empty()
    expect(recorded.lines()).toEqual([CALLBACK, then])
    expect(recorded.asked[1]).toMatchObject({ auth: false, body: { allowed_mentions: { parse: [] } } })
  })

  test('a form is shown as words and a button', async () => {
    const late = held()
    const { receiving, recorded, world } = openHouse(fakeHouse(() => late.answer))
    receiving.interaction(sent.slash())
    world.pass(1500)
    const form = {
      press: { command: 'redpacket', values: {} },
      title: spans('New packet'),
      fields: [{ name: 'amount', label: spans('How much?'), required: true }],
    }
    late.release(saying({ form }))
    await receiving.empty()
    expect(JSON.stringify(recorded.asked[1]?.body)).toContain('"custom_id":"1redpacket"')
  })

  test('an answer that comes while the deferral is under way waits for it', async () => {
    const late = held()
    const deferral = held()
    const recorded = recordingRest(async (line) => {
      if (line === CALLBACK) await deferral.answer
    })
    const { receiving, world } = openHouse(
      fakeHouse(() => late.answer),
      recorded,
    )
    receiving.interaction(sent.press())
    world.pass(1500)
    late.release(card)
    await Promise.resolve()
    expect(recorded.lines()).toEqual([CALLBACK])
    deferral.release(undefined)
    await receiving.empty()
    expect(recorded.lines()).toEqual([CALLBACK, `PATCH ${HOOK}/messages/%40original`])
  })

  test.each([
    ['has given up (10062): the call is done, and its answer goes another way', 10_062, 'warn', ['lost']],
    ['was answered by another (40060): nothing else is tried', 40_060, 'debug', []],
  ])('Discord %s', async (_, code, level, fates) => {
    const late = held()
    const recorded = recordingRest(() => {
      throw apiError(code, code === 10_062 ? 404 : 400)
    })
    const house = fakeHouse(() => late.answer)
    const { receiving, world, log } = openHouse(house, recorded)
    receiving.interaction(sent.press())
    world.pass(1500)
    late.release(card)
    await receiving.empty()
    expect(house.calls).toHaveLength(1)
    expect(recorded.lines()).toEqual([CALLBACK])
    expect(log.lines).toHaveLength(1)
    expect(log.lines[0]).toContain(level)
    expect(house.fates).toEqual(fates)
  })

  test('a deferral that failed leaves the first answer free', async () => {
    const late = held()
    const recorded = recordingRest((_, times) => {
      if (times === 1) throw new Error('socket hang up')
    })
    const { receiving, world, log } = openHouse(
      fakeHouse(() => late.answer),
      recorded,
    )
    receiving.interaction(sent.press())
    world.pass(1500)
    late.release(card)
    await receiving.empty()
    expect(recorded.asked).toMatchObject([{ body: { type: 6 } }, { line: CALLBACK, body: { type: 7 } }])
    expect(log.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1)
  })
})

describe('trouble', () => {
  test("a limit of the interaction's own is sat out", async () => {
    const late = held()
    const recorded = recordingRest((line, times) => {
      if (line.startsWith('PATCH') && times < 4) throw rateLimit(700)
    })
    const { receiving, world } = openHouse(
      fakeHouse(() => late.answer),
      recorded,
    )
    receiving.interaction(sent.press())
    world.pass(1500)
    late.release(card)
    for (let waits = 0; waits < 2; waits++) {
      await expect.poll(() => world.waiting()).toBe(1)
      world.pass(700)
    }
    await receiving.empty()
    expect(recorded.lines().filter((line) => line.startsWith('PATCH'))).toHaveLength(3)
  })

  test('a limit of minutes is not, and no line holds the interaction token', async () => {
    const recorded = recordingRest(() => {
      throw rateLimit(120_000)
    })
    const { receiving, log } = openHouse(
      fakeHouse(() => undefined),
      recorded,
    )
    receiving.interaction(sent.slash())
    await receiving.empty()
    expect(log.lines).toHaveLength(1)
    expect(log.lines[0]).toContain('RateLimitError')
    expect(log.lines[0]).not.toContain(sent.TOKEN)
  })

  test('words that are missing cost the answer and nothing else', async () => {
    const recorded = recordingRest()
    const world = steeredWorld()
    const log = recordingLog()
    const rendering = recordingRendering()
    const speech = {
      ...rendering.speech,
      say: () => {
        throw new Error('no such key')
      },
    }
    const receiving = createReceiving({
      rest: recorded.rest,
      uploads: recorded.rest,
      load: noFiles,
      world,
      log,
      rendering: { ...rendering, speech },
    })
    receiving.begin(fakeHouse(() => receipt))
    receiving.interaction(sent.press())
    await receiving.empty()
    expect(recorded.lines()).toEqual([])
    expect(log.lines[0]).toMatch(/^warn discord: an interaction could not be answered/)
  })

  test('after the end nothing is taken, and what is in hand is finished', async () => {
    const late = held()
    const house = fakeHouse(() => late.answer)
    const { receiving, recorded } = openHouse(house)
    receiving.interaction(sent.press())
    receiving.end()
    receiving.interaction(sent.press())
    receiving.event({
      id: 'guild:left',
      kind: 'bot-left',
      place: { platform: 'discord', chat: sent.GUILD, kind: 'group' },
    })
    expect(house.calls).toHaveLength(1)
    expect(house.events).toHaveLength(0)
    let isEmpty = false
    const empty = receiving.empty().then(() => {
      isEmpty = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isEmpty).toBe(false)
    late.release(card)
    await empty
    expect(recorded.lines()).toEqual([CALLBACK])
  })

  test('what cannot be read is ignored', async () => {
    const house = fakeHouse()
    const { receiving, recorded } = openHouse(house)
    for (const raw of [null, 'x', [], { type: 2 }, sent.slash({ token: 5 })]) receiving.interaction(raw)
    await receiving.empty()
    expect(house.calls).toHaveLength(0)
    expect(recorded.asked).toHaveLength(0)
  })
})
