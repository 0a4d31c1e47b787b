/** The same bot behind its two HTTP doors: Telegram's webhook and Discord's interactions endpoint. */
import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import {
  assertBooks,
  atOnce,
  createTally,
  crowd,
  dropOnBoth,
  finalCard,
  pressUntilAnswered,
  reader,
} from './crowd.js'
import { ROOM, useRig } from './rig.js'
import { seatOf } from './seat.js'

const SECRET = 'a-secret-of-these-tests-and-no-other-0123456789'
/** People on each platform. */
const HALF = 100
/** Bytes of the body that is much too large. */
const HUGE = 200 * 1024 * 1024

interface Reply {
  status: number
}

describeStorage('behind HTTP', (engine) => {
  const make = useRig(engine)

  it('takes a storm by both doors and turns away what is wrong', { timeout: 90_000 }, async () => {
    const rig = await make()
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const settings = {
      PUBLIC_URL: address,
      HTTP_PORT: String(port),
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      DISCORD_PUBLIC_KEY: rig.discord.publicKey,
    }
    await rig.start(settings)
    expect(rig.bot.said()).toContain('Telegram by webhook, Discord by gateway and HTTP')
    await rig.discord.setInteractionsEndpoint(`${address}/hooks/discord`)
    const dropped = await dropOnBoth(rig)
    const before = await wallet(rig)

    const good = { 'x-telegram-bot-api-secret-token': SECRET }
    const update = JSON.stringify({ update_id: 1, message: { text: '/redpacket 50 10' } })
    const telegram = `${address}/hooks/telegram`
    const discord = `${address}/hooks/discord`
    expect(await post(telegram, {}, update)).toEqual({ status: 401 })
    expect(await post(telegram, { 'x-telegram-bot-api-secret-token': `${SECRET}x` }, update)).toEqual({
      status: 401,
    })
    // What cannot be read would come again for ever if it were refused.
    expect(await post(telegram, good, '{"update_id":')).toEqual({ status: 200 })
    expect(await post(telegram, good, '[]')).toEqual({ status: 200 })
    expect(await post(telegram, good, HUGE)).toEqual({ status: 413 })
    expect(await post(discord, {}, '{"type":1}')).toEqual({ status: 401 })
    expect(await post(discord, forged(), '{"type":1}')).toEqual({ status: 401 })
    expect(await post(discord, forged(), '{"type":')).toEqual({ status: 401 })
    expect(await post(discord, forged(), HUGE)).toEqual({ status: 413 })
    expect(await rig.discord.probeEndpoint()).toBe(401)
    expect(await fetch(telegram)).toMatchObject({ status: 405 })
    expect(rig.bot.isRunning()).toBe(true)
    expect(rig.bot.said()).not.toContain(SECRET)
    expect(await wallet(rig)).toBe(before)

    const tally = createTally(reader(rig.community))
    const begin = performance.now()
    const taps = [
      ...crowd(1, HALF).map((person) => ({ person, target: dropped.telegram })),
      ...crowd(501, HALF).map((person) => ({ person, target: dropped.discord })),
    ]
    await atOnce(taps, async ({ person, target }) => pressUntilAnswered(rig, person, target, tally))
    const seconds = (performance.now() - begin) / 1000
    expect(tally.others()).toEqual([])
    expect(tally.count('paid') + tally.count('already') + tally.count('empty')).toBe(2 * HALF)
    await Promise.all([finalCard(dropped.telegram), finalCard(dropped.discord)])
    await assertBooks(rig, dropped.packet, tally.winners())
    tried({ presses: tally.answers() })
    process.stdout.write(
      `webhooks on ${engine.dialect}: ${2 * HALF} people, ${tally.answers()} presses in ${seconds.toFixed(1)} s\n`,
    )
  })
})

/** What olivia has, as she reads it. */
async function wallet(rig: Parameters<typeof dropOnBoth>[0]): Promise<string> {
  const olivia = seatOf(rig.discord, 'olivia', ROOM.drops)
  await olivia.slash('wallet')
  const { text } = await olivia.sees('USDT')
  return text.split('\n')[1] ?? ''
}

/** Well formed, fresh, and of nobody's hand. */
function forged(): Record<string, string> {
  return {
    'x-signature-timestamp': String(Math.floor(Date.now() / 1000)),
    'x-signature-ed25519': 'ab'.repeat(64),
  }
}

/** Sends a text, or as many bytes, without saying before how many they will be. */
function post(url: string, headers: Record<string, string>, body: string | number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    })
    let isAnswered = false
    sending.on('response', (response) => {
      isAnswered = true
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
      sending.destroy()
    })
    // Whoever turns a body away does not read it to its end.
    sending.on('error', (error) => isAnswered || reject(error))
    if (typeof body === 'string') sending.end(body)
    else void pour(sending, body, () => isAnswered)
  })
}

async function pour(
  sending: ReturnType<typeof request>,
  bytes: number,
  isOver: () => boolean,
): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024, '[')
  const closed = once(sending, 'close')
  for (let sent = 0; sent < bytes && !isOver() && !sending.destroyed; sent += chunk.length) {
    if (!sending.write(chunk)) await Promise.race([drained(sending), closed])
  }
  sending.end()
}

function drained(sending: ReturnType<typeof request>): Promise<void> {
  return new Promise((resolve) => sending.once('drain', resolve))
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
