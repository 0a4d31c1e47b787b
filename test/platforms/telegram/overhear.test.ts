import { GrammyError, type RawApi } from 'grammy'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/interaction/call.js'
import { overhear } from '../../../src/platforms/telegram/overhear.js'
import { survey } from '../../../src/platforms/telegram/survey.js'
import { quickWorld, recordingLog, SELF } from './setup.js'

const message = {
  message_id: 9,
  date: 1_700_000_000,
  chat: { id: -100, type: 'supergroup' },
  from: { id: 5, is_bot: false },
  text: 'the words',
}
const heard = (change: object) => overhear({ update_id: 1, message: { ...message, ...change } })

describe('what somebody wrote in a group', () => {
  test('is who and when, and no words', () => {
    expect(heard({})).toEqual({
      ...{ platform: 'telegram', home: '-100', message: '9', writer: '5', at: 1_700_000_000_000 },
    })
    expect(heard({ text: undefined, sticker: {} })).toBeDefined()
  })

  test.each([
    ['a private chat', { chat: { id: 5, type: 'private' } }],
    ['a channel', { chat: { id: -5, type: 'channel' } }],
    ['a bot', { from: { id: 6, is_bot: true } }],
    ['an anonymous admin', { sender_chat: { id: -100 } }],
    ['a forward from the channel', { is_automatic_forward: true }],
    ['somebody who joined', { text: undefined, new_chat_members: [] }],
    ['an ephemeral message', { message_id: 0 }],
    ['nobody', { from: undefined }],
    ['nonsense', { date: 'yesterday' }],
  ])('is nothing from %s', (_, change) => {
    expect(heard(change)).toBeUndefined()
  })

  test.each([[undefined], [null], ['text'], [{}], [{ edited_message: message }], [{ message: [] }]])(
    'is nothing in %j',
    (update) => expect(overhear(update)).toBeUndefined(),
  )
})

const GROUP: Place = { platform: 'telegram', chat: '-100', kind: 'group' }

function asked(answer: () => unknown, { isAdmin = false, readsAll = false } = {}) {
  const getChatMemberCount = async () => answer()
  const api = { getChatMemberCount } as unknown as Pick<RawApi, 'getChatMemberCount'>
  const standings = { isAdmin: async () => isAdmin }
  const surveying = { api, standings, world: quickWorld(), log: recordingLog() }
  return survey(surveying, { ...SELF, readsAll }, GROUP)
}

describe('a group', () => {
  test('is as large as Telegram says; it is heard by an admin, and without privacy mode', async () => {
    expect(await asked(() => 850)).toEqual({ size: 850, hears: false })
    expect(await asked(() => 850, { isAdmin: true })).toEqual({ size: 850, hears: true })
    expect(await asked(() => 850, { readsAll: true })).toEqual({ size: 850, hears: true })
  })

  test('of which Telegram cannot tell has no size, never a wrong one', async () => {
    expect(await asked(() => '850')).toBeUndefined()
    expect(await asked(() => -1)).toBeUndefined()
    const description = 'Forbidden: bot was kicked from the supergroup chat'
    const kicked = () => {
      throw new GrammyError('x', { ok: false, error_code: 403, description }, 'getChatMemberCount', {})
    }
    expect(await asked(kicked)).toBeUndefined()
  })
})
