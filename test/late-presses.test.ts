/**
 * Presses that reach us, or are answered, when the platform listens no more: they are carried out, paid once,
 * and told in the private chat.
 */

import { DiscordAPIError, type REST } from 'discord.js'
import { expect, it, onTestFinished } from 'vitest'
import { loadSpeech } from '../src/i18n/fluent.js'
import type { PlatformName } from '../src/interaction/call.js'
import type { Intake } from '../src/interaction/platform.js'
import { createSettling } from '../src/interaction/untold.js'
import { silentLog } from '../src/kit/log.js'
import { realWorld } from '../src/kit/world.js'
import { createReceiving } from '../src/platforms/discord/receiving.js'
import { createTelegram } from '../src/platforms/telegram/telegram.js'
import { roster } from '../src/reception.js'
import { demoCommunity, GROUPS } from '../src/sandbox/community.js'
import { NO_PACE } from '../src/sandbox/telegram/pace.js'
import { createTelegramSandbox } from '../src/sandbox/telegram/server.js'
import { noFiles } from './kit/files.js'
import { type House, openHouse } from './kit/house.js'
import { describeStorage, type EngineForTests } from './kit/storage.js'
import { forbidStrangeCalls } from './kit/strange.js'
import { recordingRendering } from './platforms/discord/house.js'
import * as sent from './platforms/discord/interactions.js'
import { steeredWorld } from './platforms/discord/steered-world.js'

const ROOM = GROUPS[0]?.room ?? ''
const PRESSES = 20

async function withPacket(engine: EngineForTests, platform: PlatformName, chat: string) {
  const house = await openHouse(engine)
  const pavel = await house.rich('Pavel', '500', { at: { platform, chat, kind: 'group' } })
  const dropped = await pavel.types('/redpacket 50 25 equal')
  const packet = String(dropped.params('redpacket-dropped').packet)
  let woken = 0
  const settle = createSettling({
    storage: house.storage,
    roster,
    log: silentLog,
    wake: () => {
      woken += 1
    },
  })
  const intake: Intake = { call: house.dispatch, event: async () => {}, settle }
  return { house, packet, intake, woken: () => woken }
}

/** Accounts to whose private chats an answer waits, with its first words. */
async function kept(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  const private_ = rows.filter(
    ({ key, lane, platform, account }) => key.startsWith('answer:') && lane === `${platform}:${account}`,
  )
  return private_.map(({ account, content, platform }) => {
    const { view } = JSON.parse(content) as { view: { text: { key: string }[] } }
    return `${platform} ${account} ${view.text[0]?.key}`
  })
}

async function expectPaid(house: House, packet: string, count: number): Promise<void> {
  const rows = await house.look((work) => work.db.select().from(work.t.packets))
  expect(rows.find(({ id }) => id === packet)).toMatchObject({
    taken: count,
    paid: BigInt(count) * 2_000_000n,
  })
  expect(await house.audit()).toEqual([])
}

describeStorage('a press that is answered too late', (engine) => {
  it('on Telegram: every one is paid once, and told by a message', async () => {
    const { house, packet, intake } = await withPacket(engine, 'telegram', ROOM)
    const sandbox = createTelegramSandbox({
      community: demoCommunity(),
      limits: NO_PACE,
      // Every press is older than Telegram takes an answer to.
      answerableMs: -1,
    })
    forbidStrangeCalls(sandbox)
    await sandbox.listen()
    onTestFinished(() => sandbox.close())
    const world = realWorld()
    const folder = new URL('../locales', import.meta.url).pathname
    const telegram = createTelegram({
      token: sandbox.token,
      apiRoot: sandbox.root,
      mode: { polling: true },
      speech: loadSpeech(folder, { scaleOf: () => 6, now: () => world.now(), strict: true }),
      world,
      load: noFiles,
      log: silentLog,
      order: house.catalogue.order,
    })
    await telegram.start(intake, () => {})
    onTestFinished(async () => {
      await telegram.stop()
      await telegram.close()
    })
    const { message } = await telegram.deliver({
      key: 'card',
      place: { platform: 'telegram', chat: ROOM, kind: 'group' },
      view: (await house.card(packet)).view,
      locale: 'en',
    })
    const press = { room: ROOM, message: Number(message), data: `1packet-claim:${packet}` }
    for (let n = 0; n < PRESSES; n++) void sandbox.pressRaw(`crowd-${n}`, press)
    await expect.poll(() => kept(house), { timeout: 10_000 }).toHaveLength(PRESSES)
    expect(new Set(await kept(house)).size).toBe(PRESSES)
    for (const line of await kept(house)) expect(line).toMatch(/^telegram \d+ claim-paid$/)
    // Pressed again by somebody who saw nothing: no second share, and no message for a no.
    void sandbox.pressRaw('crowd-0', press)
    await telegram.stop()
    expect(await kept(house)).toHaveLength(PRESSES)
    await expectPaid(house, packet, PRESSES)
  })

  it('on Discord, after its three seconds: the same', async () => {
    const { house, packet, intake, woken } = await withPacket(engine, 'discord', sent.CHANNEL)
    const world = steeredWorld()
    let release = () => {}
    const isStuck = new Promise<void>((resolve) => {
      release = resolve
    })
    const unknown = new DiscordAPIError(
      { code: 10_062, message: 'Unknown interaction' },
      10_062,
      404,
      'POST',
      'https://discord.com',
      {},
    )
    const asked: string[] = []
    const refuses = async (path: string) => {
      asked.push(path)
      throw unknown
    }
    const receiving = createReceiving({
      rest: { post: refuses, patch: refuses, delete: refuses } as unknown as REST,
      uploads: {} as REST,
      load: noFiles,
      world,
      log: silentLog,
      rendering: recordingRendering(),
    })
    receiving.begin({ ...intake, call: (call) => isStuck.then(() => intake.call(call)) })
    receiving.interaction(sent.press({}, { custom_id: `1packet-claim:${packet}` }))
    world.pass(4_000)
    release()
    await receiving.empty()
    // Deferred too late, and not tried again.
    expect(asked).toHaveLength(1)
    expect(await kept(house)).toEqual([`discord ${sent.USER} claim-paid`])
    expect(woken()).toBe(1)
    await expectPaid(house, packet, 1)
  })
})
