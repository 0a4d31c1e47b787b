/**
 * The requests of a crowd, as both platforms send them: a press of a button under a packet's card, in about
 * the size of real ones (1 kB from Telegram, 2 kB from Discord).
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Request } from './load.js'

/** A card's place on a platform, and the people who press. */
export interface Target {
  /** Chat or channel, native. */
  chat: string
  message: string
  /** callback_data or custom_id of the button. */
  data: string
}

/** The first account number of a crowd; each storm takes its own people or the same again. */
const TELEGRAM_FIRST = 7_000_000_000
const DISCORD_FIRST = 1_200_000_000_000_000_000n
const CARD_TEXT =
  '🧧 Olivia Owens dropped a red packet: 1,000 USDT for 1,000 people\n▱▱▱▱▱▱▱▱▱▱ 0 of 1,000 claimed\n⏳ ends in 24 hours\n🔏 a8df92563e727e55f262724cdc88f0258676bcaf88fb09b82a9dbee70ee7c50b'

let serial = 1

/** `count` people from number `from` on press the targets in turn. */
export function telegramPresses(
  targets: readonly Target[],
  from: number,
  count: number,
  headers: Record<string, string>,
): Request[] {
  return Array.from({ length: count }, (_, at) => ({
    path: '/hooks/telegram',
    headers,
    body: JSON.stringify(callbackQuery(targets[at % targets.length] as Target, from + at)),
  }))
}

function callbackQuery({ chat, message, data }: Target, person: number) {
  const number = serial++
  return {
    update_id: 500_000_000 + number,
    callback_query: {
      id: String(4_000_000_000_000_000_000n + BigInt(number)),
      from: {
        id: TELEGRAM_FIRST + person,
        is_bot: false,
        first_name: `Person ${person}`,
        last_name: 'of the crowd',
        username: `person_${person}`,
        language_code: 'en',
      },
      message: {
        message_id: Number(message),
        from: { id: 7_000_000_001, is_bot: true, first_name: 'Community Partner', username: 'partner_bot' },
        chat: { id: Number(chat), title: 'Moon Traders', type: 'supergroup' },
        date: 1_760_000_000,
        text: CARD_TEXT,
        reply_markup: {
          inline_keyboard: [
            [
              { text: '🧧 Claim', callback_data: data },
              { text: 'ℹ️ Conditions', callback_data: data.replace('claim', 'why') },
            ],
          ],
        },
      },
      chat_instance: '-3141592653589793238',
      data,
    },
  }
}

/** An application's key pair, as Discord has one for each: it signs every interaction. */
export interface SigningKey {
  /** DISCORD_PUBLIC_KEY, hexadecimal. */
  publicKey: string
  sign(text: string): string
}

/** Ed25519 private key of 32 bytes in DER: this prefix, then the seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signingKey(name: string): SigningKey {
  const seed = createHash('sha256').update(name).digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: spki.subarray(-32).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('hex'),
  }
}

/** Signed now: they are good for five minutes. */
export function discordPresses(
  targets: readonly Target[],
  from: number,
  count: number,
  application: { id: string; guild: string; sign(text: string): string },
): Request[] {
  const timestamp = String(Math.floor(Date.now() / 1000))
  return Array.from({ length: count }, (_, at) => {
    const body = JSON.stringify(interaction(targets[at % targets.length] as Target, from + at, application))
    const signature = application.sign(timestamp + body)
    const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp }
    return { path: '/hooks/discord', headers, body }
  })
}

function interaction({ chat, message, data }: Target, person: number, app: { id: string; guild: string }) {
  const id = (BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(serial++)
  return {
    application_id: app.id,
    id: String(id),
    token: `aW50ZXJhY3Rpb246${id}`.padEnd(220, 'x'),
    type: 3,
    version: 1,
    app_permissions: '2251799813685247',
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { '0': app.guild },
    context: 0,
    entitlements: [],
    guild_id: app.guild,
    guild: { id: app.guild, features: [], locale: 'en-US' },
    guild_locale: 'en-US',
    locale: 'en-US',
    channel_id: chat,
    channel: {
      id: chat,
      guild_id: app.guild,
      name: 'lounge',
      type: 0,
      flags: 0,
      permissions: '2251799813685247',
    },
    member: {
      user: {
        id: String(DISCORD_FIRST + BigInt(person)),
        username: `person_${person}`,
        global_name: `Person ${person}`,
        discriminator: '0',
        avatar: null,
        public_flags: 0,
      },
      roles: [],
      joined_at: '2024-01-01T00:00:00.000000+00:00',
      permissions: '2251799813685247',
      deaf: false,
      mute: false,
      flags: 0,
      pending: false,
    },
    message: {
      id: message,
      channel_id: chat,
      flags: 32_768,
      content: '',
      components: [{ type: 17, components: [{ type: 10, content: CARD_TEXT }] }],
    },
    data: { id: 5, custom_id: data, component_type: 2 },
  }
}
