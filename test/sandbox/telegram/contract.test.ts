/**
 * Holds every object the pretend Telegram sends to the Bot API's own description: unknown, missing and
 * wrongly typed fields fail. The description lies beside the project and is not part of it; without it this
 * is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Community } from '../../../src/sandbox/contract.js'
import { REACTIONS } from '../../../src/sandbox/telegram/reactions.js'
import { type FieldType, RULES } from '../../../src/sandbox/telegram/rules.js'
import { ABSENT_METHODS } from '../../../src/sandbox/telegram/rules-absent.js'
import { ARGUMENTS, OBJECTS } from '../../../src/sandbox/telegram/rules-objects.js'
import { tinyPng } from '../../kit/files.js'
import { forbidStrangeCalls } from '../../kit/strange.js'
import { FORUM, GROUP, type Stage, stage } from './setup.js'

interface Field {
  name: string
  description: string
  types: string[]
  required: boolean
}
interface Described {
  fields?: Field[]
  subtypes?: string[]
}
interface Description {
  methods: Record<string, { returns: string[]; fields?: Field[] }>
  types: Record<string, Described>
}

const PATH = '../shared/specs/telegram-bot-api.json'
const isHere = existsSync(PATH)
if (!isHere) process.stderr.write(`skipped: ${PATH} is not here, the Telegram contract cannot be checked\n`)
const described: Description = isHere
  ? (JSON.parse(readFileSync(PATH, 'utf8')) as Description)
  : { methods: {}, types: {} }

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
}

/** What is wrong with a value of one of these types; empty when nothing is. */
function faults(value: unknown, types: string[], path: string): string[] {
  const tries = types.map((type) => faultsOf(value, type, path))
  return tries.find((found) => found.length === 0) ?? tries.sort((a, b) => a.length - b.length)[0] ?? [path]
}

function faultsOf(value: unknown, type: string, path: string): string[] {
  const primitive = PRIMITIVES[type]
  if (primitive) return primitive(value) ? [] : [`${path} is no ${type}: ${JSON.stringify(value)}`]
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${path} is no array`]
    return value.flatMap((item, index) => faults(item, [type.slice('Array of '.length)], `${path}[${index}]`))
  }
  const description = described.types[type]
  if (!description) return [`${path}: the description has no type ${type}`]
  if (description.subtypes) return faults(value, description.subtypes, path)
  return objectFaults(value, description.fields ?? [], path)
}

function objectFaults(value: unknown, fields: Field[], path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`]
  const known = new Map(fields.map((field) => [field.name, field]))
  const present = Object.entries(value).flatMap(([name, inner]) => {
    const field = known.get(name)
    return field ? faults(inner, field.types, `${path}.${name}`) : [`${path}.${name} is unknown`]
  })
  const missing = fields.filter((field) => field.required && !(field.name in value))
  return [...present, ...missing.map((field) => `${path}.${field.name} is missing`)]
}

/** The demo community with one basic group, which can be migrated. */
function community(): Community {
  const demo = demoCommunity()
  const old = {
    key: 'old',
    platform: 'telegram' as const,
    title: 'Old',
    room: '-777',
    admins: ['olivia'],
    language: 'en',
  }
  return { ...demo, groups: [...demo.groups, old] }
}

let s: Stage
let found: string[]
let called: Set<string>
/** One call of each method that was answered, over all tests. */
const sent = new Map<string, Record<string, unknown>>()
beforeEach(async () => {
  s = await stage({ community: community() })
  found = []
  forbidStrangeCalls(s.sandbox)
  called = new Set()
  s.api.config.use(async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal)
    called.add(method)
    if (response.ok) sent.set(method, payload as Record<string, unknown>)
    if (response.ok) found.push(...faults(response.result, described.methods[method]?.returns ?? [], method))
    return response
  })
})
afterEach(() => s.close())

const KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'chat_member'] as const
const fetchAll = async () => {
  s.clock.advance(5_000)
  const updates = await s.api.getUpdates({ offset: 1, allowed_updates: KINDS })
  return new Set(updates.flatMap((update) => Object.keys(update)))
}

describe.skipIf(!isHere)('every object is as the Bot API describes it', () => {
  test('the check itself notices what is wrong', () => {
    expect(
      faults({ message_id: 1.5, date: 1, chat: { id: 1, type: 'x' }, odd: 1 }, ['Message'], 'm'),
    ).toEqual(['m.message_id is no Integer: 1.5', 'm.odd is unknown'])
    expect(faults({ id: 1, is_bot: true }, ['User'], 'u')).toEqual(['u.first_name is missing'])
  })

  test('what people do', async () => {
    await s.api.getUpdates({ allowed_updates: KINDS })
    const { act } = s.sandbox
    await act('ana', { do: 'open', payload: 'abc' })
    await act('mei', {
      do: 'say',
      room: GROUP,
      text: '/help@community_partner_demo_bot #tag @ana_demo $USD a@b.com t.me/x',
    })
    await act('ana', { do: 'say', room: FORUM, thread: '7', text: 'hola' })
    await act('ana', { do: 'say', room: GROUP, text: 'an answer', replyTo: 1 })
    s.sandbox.sayAnonymously('olivia', { do: 'say', room: GROUP, text: 'anonymous' })
    s.sandbox.editMessage('ana', GROUP, 2, 'an edited answer')
    await act('yuki', { do: 'join', room: FORUM })
    await act('yuki', { do: 'leave', room: FORUM })
    s.sandbox.promote('ana', GROUP, { by: 'olivia', standing: 'administrator' })
    s.sandbox.setBlocked('ana', true)
    s.sandbox.setBotStanding('olivia', FORUM, 'member')
    s.sandbox.setBotStanding('olivia', FORUM, 'kicked')
    s.sandbox.migrate('-777')
    void s.sandbox.pressRaw('ana', { room: GROUP, message: 999, data: 'x' })
    const kinds = await fetchAll()
    expect([...kinds].sort()).toEqual([...KINDS, 'update_id'].sort())
    expect(found).toEqual([])
  })

  test('what the bot sends and asks', async () => {
    const reply_markup = {
      inline_keyboard: [
        [{ text: 'a', callback_data: 'a', style: 'primary' as const }],
        [{ text: 'b', url: 'https://example.com/' }],
        [{ text: 'c', copy_text: { text: 'x' } }],
        [{ text: 'd', disabled: {} }],
      ],
    }
    const html =
      '<b>a</b><i>b</i><u>c</u><s>d</s><tg-spoiler>e</tg-spoiler><code>f</code><pre><code class="language-ts">g</code></pre>' +
      '<a href="https://example.com">h</a><a href="tg://user?id=5000000005">i</a><blockquote>j</blockquote>' +
      '<tg-emoji emoji-id="5">k</tg-emoji><tg-time unix="5" format="r">l</tg-time>'
    const card = await s.api.sendMessage(GROUP, html, {
      parse_mode: 'HTML',
      reply_markup,
      link_preview_options: { is_disabled: true },
      protect_content: true,
    })
    await s.api.sendMessage(GROUP, 'b', { reply_parameters: { message_id: card.message_id, quote: 'a' } })
    await s.api.sendMessage(FORUM, 'c', { message_thread_id: 7 })
    await s.api.sendMessage(FORUM, 'd', { reply_parameters: { message_id: card.message_id, chat_id: GROUP } })
    const receiver_user_id = s.id('ana')
    const secret = await s.api.sendMessage(GROUP, 'e', {
      ephemeral_message_parameters: { receiver_user_id },
      reply_markup,
    })
    const own = { chat_id: GROUP, receiver_user_id, ephemeral_message_id: secret.ephemeral_message_id ?? 0 }
    await s.api.raw.editEphemeralMessageText({ ...own, text: 'f', reply_markup })
    const bytes = tinyPng(10, 10)
    const photo = await s.api.sendPhoto(GROUP, new InputFile(bytes, 'a.png'), {
      caption: 'g',
      has_spoiler: true,
    })
    await s.api.editMessageCaption(GROUP, photo.message_id, { caption: 'h', show_caption_above_media: true })
    await s.api.editMessageText(GROUP, card.message_id, 'i', { reply_markup })
    await s.api.editMessageReplyMarkup(GROUP, card.message_id)
    await s.api.editMessageReplyMarkup(GROUP, card.message_id, { reply_markup })
    await s.api.getFile(photo.photo?.[0]?.file_id ?? '')
    const paper = await s.api.sendDocument(GROUP, new InputFile(Buffer.from('x'), 'a.json'), { caption: 'k' })
    await s.api.sendDocument(GROUP, paper.document?.file_id ?? '', { reply_markup })
    await s.api.editMessageCaption(GROUP, paper.message_id, { caption: 'l' })
    await s.api.getFile(paper.document?.file_id ?? '')
    const file = { name: 'b.pdf', type: 'application/pdf', base64: 'JVBERg==' }
    await s.sandbox.act('ana', { do: 'say', room: String(s.id('ana')), text: 'look', file })
    const shot = { name: 'b.png', type: 'image/png', base64: bytes.toString('base64') }
    await s.sandbox.act('ana', { do: 'say', room: String(s.id('ana')), text: '', file: shot })
    await s.api.pinChatMessage(GROUP, card.message_id)
    void s.sandbox.act('ana', { do: 'press', room: GROUP, message: card.message_id, data: 'a' })
    void s.sandbox.act('ana', { do: 'press', room: GROUP, message: `e${receiver_user_id}.1`, data: 'a' })
    await s.api.setMyCommands([{ command: 'wallet', description: 'x', is_ephemeral: true }])
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/wallet' })
    await s.sandbox.act('ana', { do: 'open', payload: '' })
    await s.api.sendMessage(s.id('ana'), 'j')
    await fetchAll()
    await questions()
    expect(found).toEqual([])
    expect(Object.keys(RULES).filter((method) => answersObjects(method) && !called.has(method))).toEqual([])
  })

  /** Methods that answer more than a word. */
  const answersObjects = (method: string): boolean =>
    (described.methods[method]?.returns ?? []).some((type) => !(type in PRIMITIVES))

  async function questions(): Promise<void> {
    await s.api.getMe()
    for (const chat of [GROUP, FORUM, '-777', s.id('ana')]) await s.api.getChat(chat)
    for (const person of ['olivia', 'mei', 'ana', 'yuki']) await s.api.getChatMember(FORUM, s.id(person))
    await s.api.getChatAdministrators(GROUP)
    await s.api.getChatMemberCount(GROUP)
    const wish = { name: 'x', member_limit: 5, expire_date: 1_900_000_000 }
    const { invite_link } = await s.api.createChatInviteLink(GROUP, wish)
    await s.api.revokeChatInviteLink(GROUP, invite_link)
    await s.api.getMyCommands()
    await s.api.getMyName()
    await s.api.getMyDescription()
    await s.api.getMyShortDescription()
    await s.api.raw.setChatMemberTag({ chat_id: GROUP, user_id: s.id('kofi'), tag: 'Gold' })
    await s.api.getChatMember(GROUP, s.id('kofi'))
    await s.api.getWebhookInfo()
    await s.api.setWebhook('http://127.0.0.1:9/')
    await s.api.getWebhookInfo()
    await s.api.deleteWebhook()
  }

  test('the rules know the fields of the Bot API and no others', () => {
    const odd = Object.entries(RULES).flatMap(([method, rule]) => {
      const real = new Set((described.methods[method]?.fields ?? []).map((field) => field.name))
      const own = new Set(Object.keys(rule.fields))
      return [...real]
        .filter((name) => !own.has(name))
        .concat([...own].filter((name) => !real.has(name)))
        .map((name) => `${method}.${name}`)
    })
    expect(odd).toEqual([])
  })

  /** What the description's types are to the rules: one of these, or an object, or a list. */
  const KINDS_OF: Record<string, FieldType[]> = {
    Integer: ['Integer'],
    String: ['String'],
    Boolean: ['Boolean'],
    'Integer or String': ['Chat'],
    InputFile: ['File'],
    'InputFile or String': ['File'],
  }
  const isOfKind = ({ types }: Field, kind: FieldType): boolean => {
    const known = KINDS_OF[[...types].sort().join(' or ')]
    if (known) return known.includes(kind)
    return types.every((type) => (type.startsWith('Array of') ? kind === 'Array' : kind === 'Object'))
  }

  test('the rules know the type of every field', () => {
    const wrong = Object.entries(RULES).flatMap(([method, { fields }]) =>
      (described.methods[method]?.fields ?? [])
        .filter((field) => !isOfKind(field, fields[field.name]?.type ?? 'File'))
        .map((field) => `${method}.${field.name}: ${fields[field.name]?.type}, not ${field.types}`),
    )
    expect(wrong).toEqual([])
  })

  test('the rules know the objects inside arguments, their fields and what is in those', () => {
    const innermost = (type: string): string => type.replace(/^(?:Array of )+/, '')
    const listed = (types: string[]): string[] =>
      types
        .map(innermost)
        .flatMap((type) => described.types[type]?.subtypes ?? [type])
        .filter((type) => type in OBJECTS)
    const real = Object.fromEntries(
      Object.keys(OBJECTS).map((type) => [
        type,
        Object.fromEntries(
          (described.types[type]?.fields ?? []).map(({ name, types }) => [name, listed(types)]),
        ),
      ]),
    )
    expect(OBJECTS).toEqual(real)
    const wrong = Object.keys(RULES).flatMap((method) =>
      (described.methods[method]?.fields ?? []).flatMap(({ name, types }) => {
        const own = [...(ARGUMENTS[name] ?? [])]
        const missing = listed(types).filter((type) => !own.includes(type))
        return missing.map((type) => `${method}.${name}: ${type}`)
      }),
    )
    expect(wrong).toEqual([])
  })

  test('every required field is required', async () => {
    const tried: string[] = []
    const taken: string[] = []
    for (const [method, payload] of sent) {
      for (const { name } of (described.methods[method]?.fields ?? []).filter(({ required }) => required)) {
        const { [name]: _missing, ...rest } = payload
        const response = await fetch(`${s.sandbox.root}/bot${s.sandbox.token}/${method}`, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) },
        })
        const { description } = (await response.json()) as { description?: string }
        tried.push(`${method}.${name}`)
        if (response.status !== 400 || !/^Bad Request: \S/.test(description ?? ''))
          taken.push(`${method}.${name}: ${response.status} ${description}`)
      }
    }
    // The open-source server takes their absence for an empty value: no commands, no webhook
    // [Client.cpp get_bot_commands, process_set_webhook_query].
    expect(taken.sort()).toEqual(['setMyCommands.commands: 200 undefined', 'setWebhook.url: 200 undefined'])
    expect(new Set(tried).size).toBeGreaterThan(15)
  })

  test('reactions are those of the Bot API', () => {
    const { fields = [] } = described.types.ReactionTypeEmoji ?? {}
    const listed = fields.find(({ name }) => name === 'emoji')?.description ?? ''
    const real = [...listed.matchAll(/"([^"]+)"/g)].map(([, emoji]) => emoji)
    expect([...REACTIONS].sort()).toEqual(real.sort())
  })

  test('every method of the Bot API is either here or known to be absent', () => {
    const lost = Object.keys(described.methods).filter(
      (name) => !(name in RULES) && !ABSENT_METHODS.has(name.toLowerCase()),
    )
    expect(lost).toEqual([])
  })
})
