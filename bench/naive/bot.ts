/**
 * A bot of the same stack as tutorials write it: grammY behind a webhook, one drizzle transaction a claim,
 * an answer and an edit of the card for each, sent by grammY as it comes.
 * Arguments: the Bot API's address, `sqlite:<file>` or `postgres://…`.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Bot, InlineKeyboard, webhookCallback } from 'grammy'
import { openPostgres, openSqlite } from './claims.js'

const [, , apiRoot = '', database = ''] = process.argv
const store = database.startsWith('sqlite:')
  ? openSqlite(database.slice('sqlite:'.length))
  : await openPostgres(database)
const SECRET = 'b'.repeat(40)
const bot = new Bot('1:naive', {
  client: { apiRoot },
  botInfo: {
    id: 1,
    is_bot: true,
    first_name: 'Naive',
    username: 'naive_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
  } as never,
})
const taken = new Map<string, number>()

bot.callbackQuery(/^1packet-claim:(.+)$/, async (ctx) => {
  const packet = ctx.match[1] ?? ''
  const result = await store.claim(packet, { id: String(ctx.from.id), name: ctx.from.first_name })
  if (typeof result === 'string') {
    await ctx.answerCallbackQuery({
      text: result === 'already' ? 'You already have your share.' : 'All shares are taken.',
    })
    return
  }
  await ctx.answerCallbackQuery({ text: `🎉 You got ${result / 1e6} USDT!` })
  const count = (taken.get(packet) ?? 0) + 1
  taken.set(packet, count)
  const keyboard = new InlineKeyboard().text('🧧 Claim', ctx.callbackQuery.data)
  await ctx.editMessageText(`🧧 A red packet: ${count} claimed`, { reply_markup: keyboard })
})

process.on('message', (message: { add: string; shares: number } | 'counts') => {
  if (message === 'counts') void store.counts().then((counts) => process.send?.(counts))
  else void store.addPacket(message.add, message.shares).then(() => process.send?.('added'))
})

const server = createServer(webhookCallback(bot, 'http', { secretToken: SECRET }))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
