/**
 * Our bot as it is shipped: a seeded database with packets that hang in a Telegram group and a Discord
 * channel, both pretend platforms (in the bench's own process), and `dist/main.js` taking webhooks.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureAssets } from '../src/core/assets/assets.js'
import { seedDemo } from '../src/core/demo/demo.js'
import { chatAt, memberOf } from '../src/core/members/members.js'
import { dropPacket, type PacketOrder, postHere } from '../src/core/packets/packets.js'
import { silentLog } from '../src/kit/log.js'
import { must } from '../src/kit/refusal.js'
import { realWorld } from '../src/kit/world.js'
import { programmeSchema } from '../src/programme/programme.js'
import { demoCommunity, GROUPS } from '../src/sandbox/community.js'
import { demoPlan } from '../src/sandbox/demo-plan.js'
import { createDiscordSandbox } from '../src/sandbox/discord/discord.js'
import { createTelegramSandbox } from '../src/sandbox/telegram/server.js'
import { openStorage } from '../src/storage/open.js'
import type { Storage } from '../src/storage/storage.js'
import { type BotProcess, startBot } from '../test/e2e/bot-process.js'
import { pin, SERVER_CORE } from './pin.js'
import { discordPresses, signingKey, type Target, telegramPresses } from './presses.js'

export const SHARES = 1_000
/** USDT of one packet, in smallest units: one for each share. */
const TOTAL = BigInt(SHARES) * 1_000_000n
const SECRET = 'b'.repeat(40)
const ASSET = { code: 'USDT', scale: 6 }
const PROGRAMME = programmeSchema.parse({ name: 'Bench', mainAsset: 'USDT', assets: [ASSET] })
const DAY_MS = 86_400_000

export interface Scene {
  readonly bot: BotProcess
  readonly port: number
  /** ms from the start of the process until it took updates on both platforms. */
  readonly readyMs: number
  /** Packets nobody has claimed from yet, taken off the pile. */
  packets(count: number): string[]
  telegram(packets: readonly string[], from: number, count: number): ReturnType<typeof telegramPresses>
  discord(packets: readonly string[], from: number, count: number): ReturnType<typeof discordPresses>
  /** Resident memory of the bot, MB. */
  memory(): number
  /** Ends the bot and looks at the books: claims, and whether each of these packets is paid in full. */
  close(emptied: readonly string[]): Promise<void>
}

/** `url` is an empty database, `packets` how many are dropped in it, `nodeOptions` Node's own for the bot. */
export async function openScene(
  url: string | undefined,
  packets: number,
  nodeOptions: readonly string[] = [],
): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bot-'))
  const database = url ?? `file:${join(folder, 'bot.sqlite')}`
  const community = demoCommunity()
  const telegram = createTelegramSandbox({ community })
  const discord = createDiscordSandbox({ community })
  for (const platform of [telegram, discord]) await platform.listen()
  const pile = await furnish(database, community, packets)
  const programme = join(folder, 'programme.json')
  writeFileSync(programme, JSON.stringify(PROGRAMME))
  const begin = performance.now()
  const settings = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    DISCORD_PUBLIC_KEY: discord.publicKey,
    // Only its being set matters: the pretend Telegram is not asked to deliver anything.
    PUBLIC_URL: 'http://127.0.0.1:9',
    DATABASE_URL: database,
    PROGRAMME_FILE: programme,
    HTTP_PORT: '0',
    LOG_LEVEL: 'info',
    LOG_FORMAT: 'json',
  }
  const bot = await startBot(folder, settings, nodeOptions)
  const readyMs = performance.now() - begin
  pin(bot.pid, SERVER_CORE)
  const key = signingKey(`key of ${discord.token}`)
  const app = { id: discord.applicationId, guild: groupOf('lounge').guild ?? '', sign: key.sign }
  const target =
    (chat: string) =>
    (id: string): Target => ({ chat, message: '1000', data: `1packet-claim:${id}` })
  return {
    bot,
    port: Number(new URL(bot.address).port),
    readyMs,
    packets: (count) => pile.splice(0, count),
    telegram: (ids, from, count) =>
      telegramPresses(ids.map(target(groupOf('traders').room)), from, count, {
        'x-telegram-bot-api-secret-token': SECRET,
      }),
    discord: (ids, from, count) => discordPresses(ids.map(target(groupOf('lounge').room)), from, count, app),
    memory: () => memoryOf(bot.pid),
    async close(emptied) {
      await bot.stop()
      for (const platform of [telegram, discord]) await platform.close()
      await assertPaid(database, emptied)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function groupOf(key: string) {
  return must(
    GROUPS.find((group) => group.key === key),
    `the group ${key}`,
  )
}

/** People, groups, money, packets: everything but the claims. */
async function furnish(
  url: string,
  community: ReturnType<typeof demoCommunity>,
  packets: number,
): Promise<string[]> {
  const storage = await openStorage({ url, world: realWorld(), log: silentLog })
  await storage.write(async (work) => {
    await ensureAssets(work, PROGRAMME.assets)
    const plan = demoPlan(community, 'USDT')
    const owner = must(plan.people[0], 'an owner')
    owner.wallet = { USDT: String((SHARES + 1) * packets) }
    await seedDemo(work, plan, PROGRAMME.assets)
  })
  const dropped: string[] = []
  for (let at = 0; at < packets; at++) dropped.push(await drop(storage, community))
  await storage.close()
  return dropped
}

function drop(storage: Storage, community: ReturnType<typeof demoCommunity>): Promise<string> {
  return storage.write(async (work) => {
    const account = { platform: 'telegram' as const, id: String(community.people[0]?.telegram.id) }
    const sender = must(await memberOf(work, account), 'the owner')
    const places = await Promise.all(
      ['traders', 'lounge'].map((key) => {
        const { platform, room, title } = groupOf(key)
        return chatAt(work, { platform, chat: room, kind: 'group', title })
      }),
    )
    const [here, there] = places.map(({ id }) => id)
    const order: PacketOrder = {
      sender,
      chat: must(here, 'a group'),
      asset: ASSET,
      total: TOTAL,
      shares: SHARES,
      split: 'lucky',
      spread: 'normal',
      cap: null,
      lifeMs: DAY_MS,
      conditions: [{ kind: 'not-sender' }],
      source: { kind: 'member', id: sender },
    }
    const { id } = await dropPacket(work, order, PROGRAMME.packets)
    await postHere(work, id, { chat: must(there, 'a channel') }, PROGRAMME.packets, `member:${sender}`)
    return id
  })
}

/** MB that the process keeps in memory. */
function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

/** Every share of these is claimed once, by as many people, and the sum is what was put in. */
async function assertPaid(url: string, packets: readonly string[]): Promise<void> {
  const storage = await openStorage({ url, world: realWorld(), log: silentLog })
  const claims = await storage.read((work) => work.db.select().from(work.t.packetClaims))
  await storage.close()
  for (const id of packets) {
    const own = claims.filter(({ packet }) => packet === id)
    const sum = own.reduce((all, { amount }) => all + amount, 0n)
    const people = new Set(own.map(({ member }) => member)).size
    if (own.length !== SHARES || people !== SHARES || sum !== TOTAL) {
      throw new Error(`packet ${id}: ${own.length} claims of ${people} people, ${sum} of ${TOTAL} units`)
    }
  }
}
