/**
 * Whatever arrives, at every door: a parser gives a value or says no in its own words, and throws nothing
 * else. Some 150,000 inputs; `PROOF_INPUTS=50` tries fifty times as many.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTING_NAMES, SettingsError, secretsOf } from '../../src/config.js'
import { parseAmount } from '../../src/core/assets/assets.js'
import { allCommands } from '../../src/core/catalogue.js'
import { numberOf, parseValues, span } from '../../src/interaction/arguments.js'
import type { Call, Request } from '../../src/interaction/call.js'
import { createCatalogue } from '../../src/interaction/catalogue.js'
import { decode } from '../../src/interaction/decode.js'
import { packPress, unpackPress } from '../../src/interaction/press.js'
import { silentLog } from '../../src/kit/log.js'
import { Refusal } from '../../src/kit/refusal.js'
import { StartError } from '../../src/kit/start-error.js'
import { readCustomId } from '../../src/platforms/discord/custom-id.js'
import {
  receiveGuildJoined,
  receiveGuildLeft,
  receiveInteraction,
} from '../../src/platforms/discord/receive.js'
import { receive, updateId } from '../../src/platforms/telegram/receive.js'
import { createHook } from '../../src/platforms/telegram/webhook.js'
import { bitmart } from '../../src/programme/bitmart.js'
import { loadProgramme, programmeSchema } from '../../src/programme/programme.js'
import { temporaryFolder } from '../kit/storage.js'
import * as discord from '../platforms/discord/interactions.js'
import { ATTACKS, attack, fuzz, grafted, leaf, mangled, text } from './hostile.js'
import { COMMAND, SELF, UPDATES } from './updates.js'

const NOW = 1_790_000_000_000
const programme = programmeSchema.parse(bitmart)
const catalogue = createCatalogue(
  allCommands({ programme, choose: () => 'en', recordUrl: () => undefined, digestKey: new Uint8Array() }),
)

/** The value, or the Refusal; anything else is thrown on. */
function orRefusal<T>(attempt: () => T): T | Refusal {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function callOf(request: Request, kind: 'group' | 'private' = 'private'): Call {
  const actor = { platform: 'telegram' as const, id: '7', name: 'Ana', isBot: false, isAnonymous: false }
  const place = { platform: 'telegram' as const, chat: '7', kind }
  return {
    platform: 'telegram',
    id: '1',
    at: NOW,
    actor,
    place,
    request,
    awaitsAnswer: true,
    handle: undefined,
  }
}

/** What is meant, and for a command what its arguments are: values or a refusal. */
function understand(request: Request): void {
  const intent = orRefusal(() => decode(callOf(request), catalogue))
  if (!intent || intent instanceof Refusal || intent.kind !== 'run') return
  const parsed = parseValues(intent.command.args.shape, intent.values)
  if (!parsed.ok && 'refusal' in parsed) expect(parsed.refusal).toBeInstanceOf(Refusal)
}

function wellFormed(call: Call): void {
  expect(call.actor.id).toMatch(/^\d{1,20}$/)
  expect(call.place.chat).toMatch(/^-?\d{1,20}$/)
  expect(Number.isFinite(call.at)).toBe(true)
  understand(call.request)
}

describe('Telegram', () => {
  const read = (update: unknown) => {
    const received = receive(update, SELF, NOW)
    updateId(update)
    if (received?.kind === 'call') wellFormed(received.call)
  }

  it('updates with anything in some places', () => fuzz(grafted(UPDATES), 20_000, read))

  it('bodies with some bytes wrong, through the webhook', async () => {
    const hook = createHook({
      secret: 's'.repeat(32),
      isOpen: () => true,
      take: async (update) => void read(update),
      log: silentLog,
    })
    await fuzz(mangled(UPDATES), 10_000, async (body) =>
      expect(await hook.handle({}, body)).toEqual({ status: 200 }),
    )
  })

  it('secrets: none but the one opens', async () => {
    const secret = 'aA0_-'.repeat(8)
    const hook = createHook({ secret, isOpen: () => true, take: async () => undefined, log: silentLog })
    const near = fc.nat(secret.length - 1).map((at) => secret.slice(0, at) + secret.slice(at + 1))
    await fuzz(fc.oneof(text, near, leaf), 5_000, (given) => {
      const headers = { 'x-telegram-bot-api-secret-token': given as string }
      expect(hook.admits(headers)).toBe(given === secret)
    })
  })

  it('start payloads', () =>
    fuzz(text, 10_000, (payload) => {
      const update = COMMAND
      const received = receive(
        { ...update, message: { ...update.message, text: `/start ${payload}` } },
        SELF,
        NOW,
      )
      const request = received?.kind === 'call' ? received.call.request : undefined
      if (request?.kind !== 'opened') return
      expect(request.payload).toMatch(/^[A-Za-z0-9_-]{0,64}$/)
      understand(request)
    }))
})

describe('Discord', () => {
  const GOOD = [discord.slash(), discord.press(), discord.modalSubmit(), discord.dm(discord.press())]
  const read = (raw: unknown) => {
    const call = receiveInteraction(raw)
    if (call) wellFormed(call)
    receiveGuildJoined(raw)
    receiveGuildLeft(raw, [discord.CHANNEL])
  }

  it('interactions with anything in some places', () => fuzz(grafted(GOOD), 15_000, read))

  it('interactions with some bytes wrong', () =>
    fuzz(mangled(GOOD), 10_000, (body) => {
      let parsed: unknown
      try {
        parsed = JSON.parse(body.toString('utf8'))
      } catch {
        parsed = body.toString('latin1')
      }
      read(parsed)
    }))

  it('custom_ids', () =>
    fuzz(fc.tuple(text, fc.option(fc.array(text, { maxLength: 3 }))), 10_000, ([id, values]) =>
      understand(readCustomId(id, values ?? undefined)),
    ))
})

describe('words', () => {
  const names = catalogue.commands.map(({ name }) => name)
  const name = fc.constantFrom(...names)

  it('of every command, typed', () =>
    fuzz(fc.tuple(name, fc.array(text, { maxLength: 6 })), 15_000, ([command, parts]) =>
      understand({ kind: 'typed', command, words: parts.join(' ') }),
    ))

  it('of every command, by name', () =>
    fuzz(fc.tuple(name, fc.nat(), text), 10_000, ([command, which, value]) => {
      const arguments_ = catalogue.find(command)?.argumentNames ?? []
      const one = arguments_[which % Math.max(1, arguments_.length)] ?? '__proto__'
      understand({ kind: 'filled', command, values: { [one]: value } })
    }))

  it('in presses of every command; what is read is packed as it was', () =>
    fuzz(fc.tuple(name, fc.array(text, { maxLength: 5 })), 10_000, ([command, values]) => {
      const data = `1${[command, ...values].join(':')}`
      understand({ kind: 'pressed', data })
      const press = unpackPress(data, catalogue.order)
      if (press) expect(unpackPress(packPress(press, catalogue.order), catalogue.order)).toEqual(press)
    }))
})

describe('amounts', () => {
  /** The first digits of scripts that have ten of their own. */
  const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce]
  const digit = fc
    .tuple(fc.constantFrom(...ZEROS), fc.nat(9))
    .map(([zero, n]) => String.fromCodePoint(zero + n))
  const ascii = fc.nat(9).map(String)
  const sign = fc.constantFrom('.', '.', ',', '-', '+', 'e', ' ', "'", '_', '٫', '\u200b', '\u00a0', '')
  const written = fc.oneof(
    fc
      .array(fc.oneof({ weight: 12, arbitrary: ascii }, digit, sign), { maxLength: 16 })
      .map((all) => all.join('')),
    fc
      .tuple(fc.array(ascii, { maxLength: 13 }), fc.array(ascii, { maxLength: 9 }))
      .map(([whole, rest]) => `${whole.join('')}.${rest.join('')}`),
    attack,
  )

  it('in every script and form are what a person means, to the unit, or refused', () =>
    fuzz(fc.tuple(written, fc.nat(8)), 25_000, ([typed, scale]) => {
      const read = orRefusal(() => parseAmount(typed, { code: 'USDT', scale }))
      expect(read instanceof Refusal ? undefined : read).toBe(expected(typed, scale))
      if (read instanceof Refusal) expect(read.key).toMatch(/^amount-/)
    }))

  /** By hand, digit by digit. */
  function expected(typed: string, scale: number): bigint | undefined {
    const [whole = '', decimals, ...more] = typed.split('.')
    const isDigits = (part: string) => part !== '' && [...part].every((one) => one >= '0' && one <= '9')
    if (more.length > 0 || !isDigits(whole) || whole.length > 12) return undefined
    if (whole.length > 1 && whole.startsWith('0')) return undefined
    if (decimals !== undefined && (!isDigits(decimals) || decimals.length > scale)) return undefined
    const units = BigInt(whole + (decimals ?? '').padEnd(scale, '0'))
    return units > 0n && units < 2n ** 63n ? units : undefined
  }
})

describe('durations', () => {
  const shape = { life: span(1, 99_999 * 86_400_000) }
  const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

  it('written in the one form are read back; every other is refused', () =>
    fuzz(
      fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...'smhd')),
      5_000,
      ([count, unit]) => {
        const parsed = parseValues(shape, { life: `${count}${unit}` })
        expect(parsed).toEqual({ ok: true, args: { life: count * MS[unit as keyof typeof MS] } })
      },
    ))

  it('of any text', () =>
    fuzz(text, 5_000, (typed) => {
      const parsed = parseValues(shape, { life: typed })
      expect(parsed.ok).toBe(/^[1-9][0-9]{0,4}[smhd]$/.test(typed.trim().toLowerCase()))
      expect(numberOf(typed) ?? 0).toBeLessThan(1e12)
    }))
})

describe('settings', () => {
  const SECRET = '7000000001:AAH-canary_token_that_must_stay_secret0'
  const good: Record<string, string> = {
    TELEGRAM_TOKEN: SECRET,
    DISCORD_TOKEN: 'MTk4NjIyNDgz.Cl2FMQ.ZnCjm1XVW7v',
    DATABASE_URL: 'postgres://user:canary-password@host:5432/bot',
    OWNERS: 'telegram:1+discord:22222',
    PUBLIC_URL: 'https://bot.example.org',
    TELEGRAM_WEBHOOK_SECRET: 'canary-webhook-secret-canary-webhook',
  }
  const purpose = fc.constantFrom('run' as const, 'administer' as const)
  const changes = fc.array(fc.tuple(fc.constantFrom(...SETTING_NAMES), text), { minLength: 1, maxLength: 3 })

  it('are taken, or refused by name without a word of a secret', () =>
    fuzz(fc.tuple(changes, purpose), 10_000, ([list, purpose]) => {
      try {
        secretsOf(readConfig({ ...good, ...Object.fromEntries(list) }, { purpose }))
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error
        expect(error.message).not.toContain('canary')
        expect(error.exitCode).toBeGreaterThan(0)
      }
    }))
})

describe('the programme file', () => {
  it('of any shape is read or refused in one line', async () => {
    const file = join(temporaryFolder(), 'programme.json')
    const anything = fc.oneof(
      mangled([bitmart]),
      grafted([bitmart]).map((tree) => Buffer.from(JSON.stringify(tree) ?? '')),
    )
    await fuzz(anything, 2_000, (bytes) => {
      writeFileSync(file, bytes)
      try {
        const { assets, mainAsset } = loadProgramme(file)
        expect(assets.map(({ code }) => code)).toContain(mainAsset)
      } catch (error) {
        if (!(error instanceof StartError)) throw error
        expect(error.message).toMatch(/^PROGRAMME_FILE /)
      }
    })
  })

  it('the attacks are no two the same', () => expect(new Set(ATTACKS).size).toBe(ATTACKS.length))
})
