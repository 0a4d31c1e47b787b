import { afterEach, beforeEach, expect, test } from 'vitest'
import { FORUM, GROUP, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const bring = (person: string, payload = 'measure_1', room: string | number = GROUP) =>
  s.sandbox.act(person, { do: 'bring', room: String(room), payload })
const showOut = (person: string) => s.sandbox.act(person, { do: 'show-out', room: String(GROUP) })
const updates = () => s.api.getUpdates({ offset: 1 })
const done = { kind: 'none' }

test('an administrator shows the bot out, brings it back by a link, and it hears the payload there', async () => {
  expect(await showOut('mei')).toEqual(done)
  await expect(s.api.getChatMemberCount(GROUP)).rejects.toThrow('bot was kicked')
  expect(await bring('mei')).toEqual(done)
  const news = (await updates()).map(({ message, my_chat_member }) => {
    return message?.text ?? my_chat_member?.new_chat_member.status ?? Object.keys(message ?? {}).at(-2)
  })
  expect(news).toEqual([
    ...['kicked', 'left_chat_member', 'member', 'new_chat_members'],
    '/start@community_partner_demo_bot measure_1',
  ])
  expect(await s.api.getChatMemberCount(GROUP)).toBe(850)
})

test('where it is already only the words are said, by any member', async () => {
  expect(await bring('ana')).toEqual(done)
  expect((await updates()).map(({ message }) => message?.text)).toEqual([
    '/start@community_partner_demo_bot measure_1',
  ])
})

test.each([
  ['who is no administrator', () => showOut('ana'), { code: 'admins-only' }],
  ['an outsider', () => bring('yuki', 'measure_1', FORUM), { code: 'not-in-group', name: 'Yuki' }],
  ['a payload that no link carries', () => bring('mei', 'measure 1'), { code: 'link-invalid' }],
  ['a group that is not there', () => bring('mei', '', '-5'), { code: 'no-group' }],
])('%s is refused', async (_, act, reason) => {
  expect(await act()).toEqual({ kind: 'impossible', reason })
})

test('nobody but an administrator adds it, and nobody shows out what is not there', async () => {
  await showOut('mei')
  expect(await bring('ana')).toEqual({
    ...{ kind: 'impossible', reason: { code: 'admins-add-bot' } },
  })
  expect(await showOut('mei')).toEqual({ kind: 'impossible', reason: { code: 'bot-not-in-group' } })
})
