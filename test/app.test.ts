/** The app while one of its platforms is away. */
import { expect, it, onTestFinished, vi } from 'vitest'
import { createApp } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { chatAt } from '../src/core/members/members.js'
import { silentLog } from '../src/kit/log.js'
import { realWorld } from '../src/kit/world.js'
import { demoCommunity, GROUPS } from '../src/sandbox/community.js'
import { createTelegramSandbox } from '../src/sandbox/telegram/server.js'
import { enqueue } from '../src/storage/outbox.js'
import { engineForTests } from './kit/storage.js'
import { forbidStrangeCalls } from './kit/strange.js'

const engine = engineForTests('sqlite')
const NOWHERE = 'http://127.0.0.1:1/api'
const VIEW = { text: [{ key: 'group-hello' }], audience: 'everyone' }
const content = { kind: 'view', view: VIEW, locale: 'en' }

it('Telegram is served while Discord is away, and nothing for Discord is tried or given up', async () => {
  const telegram = createTelegramSandbox({ community: demoCommunity() })
  forbidStrangeCalls(telegram)
  await telegram.listen()
  onTestFinished(() => telegram.close())
  const env = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: `${'M'.repeat(24)}.${'x'.repeat(6)}.${'y'.repeat(38)}`,
    DISCORD_API_ROOT: NOWHERE,
    DATABASE_URL: await engine.emptyDatabase(),
  }
  const config = readConfig(env, { isTerminal: false })
  const fatal = vi.fn()
  const app = await createApp({ config, world: realWorld(), log: silentLog, fatal })
  const started = app.start().catch(() => {})
  await app.storage.write(async (work) => {
    for (const platform of ['telegram', 'discord'] as const) {
      const native = platform === 'telegram' ? (GROUPS[0]?.room ?? '') : '800000000000005001'
      const { id } = await chatAt(work, { platform, chat: native, kind: 'group' })
      await enqueue(work, { key: `hello:${platform}`, class: 'receipt', to: { platform, chat: id }, content })
    }
  })
  const outbox = () =>
    app.storage.read((work) => work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id))
  await vi.waitFor(async () => expect((await outbox())[0]).toMatchObject({ state: 'sent' }), 10_000)
  expect((await outbox())[1]).toMatchObject({ key: 'hello:discord', state: 'queued', attempts: 0 })
  expect(await app.readiness()).toMatchObject({ ready: false, database: true, platforms: ['telegram'] })
  await app.stop()
  await started
  expect(fatal).not.toHaveBeenCalled()
})
