import { afterEach, beforeEach, expect, test } from 'vitest'
import { demoCommunity, GUILD, GUILD_ROLES } from '../../../src/sandbox/community.js'
import type { SandboxEvent } from '../../../src/sandbox/contract.js'
import { createDiscordSandbox, type DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { DROPS, LOUNGE, startSandbox } from './client.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const say = (person: string, text: string, room = LOUNGE) => sandbox.act(person, { do: 'say', room, text })
const texts = (person: string, room = LOUNGE): string[] =>
  (sandbox.history(room, person) as { content: string }[]).map(({ content }) => content)

test('rooms: the channels in order, the private chat last', () => {
  expect(sandbox.rooms('ana')).toEqual([
    { id: LOUNGE, title: 'lounge', kind: 'group', members: 13 },
    { id: DROPS, title: 'drops', kind: 'group', members: 13 },
    { id: '800000000001000005', title: 'Community Partner (demo)', kind: 'private', members: 2 },
  ])
})

test('a room does not seem to grow by the crowd that presses in it', async () => {
  await say('crowd-7', 'hello')
  expect(texts('ana')).toEqual(['hello'])
  expect(sandbox.rooms('ana')[0]?.members).toBe(13)
})

test('what is said is seen in the room and told to the page', async () => {
  const events: SandboxEvent[] = []
  const stop = sandbox.onEvent((event) => events.push(event))
  expect(await say('ana', 'hello')).toEqual({ kind: 'none' })
  stop()
  await say('ana', 'again')
  expect(texts('mei')).toEqual(['hello', 'again'])
  expect(events).toMatchObject([
    {
      platform: 'discord',
      kind: 'message',
      room: LOUNGE,
      message: { content: 'hello', author: { username: 'ana' } },
    },
  ])
})

test('private words are told to one person only', async () => {
  const events: SandboxEvent[] = []
  sandbox.onEvent((event) => events.push(event))
  const room = sandbox.rooms('ana').at(-1)?.id ?? ''
  await say('ana', 'psst', room)
  expect(events).toMatchObject([{ kind: 'message', room, onlyFor: 'ana' }])
  expect(await say('mei', 'spy', room)).toEqual({
    kind: 'impossible',
    reason: { code: 'not-in-chat', name: 'Mei Lin 林梅' },
  })
})

test.each([
  [
    { do: 'say', room: '1', text: 'x' },
    { code: 'not-in-chat', name: 'Ana Torres' },
  ],
  [{ do: 'say', room: LOUNGE, text: '  ' }, { code: 'empty' }],
  [
    { do: 'say', room: LOUNGE, text: 'x'.repeat(2001) },
    { code: 'too-long', most: 2000 },
  ],
  [{ do: 'say', room: LOUNGE, text: 'x', replyTo: '1' }, { code: 'reply-gone' }],
  [{ do: 'open', payload: 'x' }, { code: 'not-on-discord' }],
  [{ do: 'join', room: '1' }, { code: 'no-place' }],
  [{ do: 'submit', room: LOUNGE, modal: 'x', values: {} }, { code: 'form-closed' }],
] as const)('%j is impossible', async (action, reason) => {
  expect(await sandbox.act('ana', action)).toEqual({ kind: 'impossible', reason })
})

test('the owner makes somebody a moderator, and takes it back', async () => {
  const who = demoCommunity().person('ana').discord.id
  const roles = async () => (await api(sandbox, 'GET', `/guilds/${GUILD}/members/${who}`)).body
  const flags = (person: string) => sandbox.rooms(person)[0]?.flags
  const act = (what: 'become-admin' | 'cease-admin', room = LOUNGE) => sandbox.act('ana', { do: what, room })
  expect([flags('ana'), flags('mei'), flags('olivia')]).toEqual([undefined, ['admin'], ['owner']])
  expect(await act('become-admin')).toEqual({ kind: 'none' })
  expect(await act('become-admin')).toEqual({ kind: 'none' })
  expect(flags('ana')).toEqual(['admin'])
  expect(await roles()).toMatchObject({ roles: [GUILD_ROLES.moderators] })
  expect(await act('cease-admin')).toEqual({ kind: 'none' })
  expect(flags('ana')).toBeUndefined()
  expect(await roles()).toMatchObject({ roles: [] })
  const home = sandbox.rooms('ana').at(-1)?.id
  expect(await act('become-admin', home)).toEqual({ kind: 'impossible', reason: { code: 'no-place' } })
})

test('who leaves sees nothing more, and may come back', async () => {
  await sandbox.act('ana', { do: 'leave', room: LOUNGE })
  expect(await say('ana', 'x')).toMatchObject({ kind: 'impossible' })
  expect(sandbox.rooms('ana').map(({ kind }) => kind)).toEqual(['private'])
  const member = `/guilds/800000000000001000/members/800000000000000005`
  expect((await api(sandbox, 'GET', member)).body).toMatchObject({ message: 'Unknown Member', code: 10007 })
  await sandbox.act('ana', { do: 'join', room: LOUNGE })
  expect((await api(sandbox, 'GET', member)).body).toMatchObject({ user: { username: 'ana' }, roles: [] })
  expect(await say('ana', 'x')).toEqual({ kind: 'none' })
})

test('the crowd are members at first sight', async () => {
  expect(await say('crowd-42', 'hi')).toEqual({ kind: 'none' })
  expect(sandbox.history(LOUNGE, 'crowd-7')).toMatchObject([{ author: { username: 'member42' } }])
})

test('the newest 500 messages of a channel are kept', async () => {
  for (let n = 1; n <= 501; n += 1) await say('ana', `${n}`)
  expect(sandbox.history(LOUNGE, 'mei', 1000)).toHaveLength(500)
  expect(texts('mei')[0]).toBe('452')
})

test('a snapshot carries everything into another life', async () => {
  const commands = `/applications/${sandbox.applicationId}/commands`
  await api(sandbox, 'POST', commands, { name: 'wallet', description: 'Balance' })
  const nonce = { nonce: 'n1', enforce_nonce: true }
  const sent = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, { content: 'kept', ...nonce })
  await say('crowd-3', 'from the crowd')
  await sandbox.act('ana', { do: 'leave', room: LOUNGE })
  sandbox.setRoles('kofi', ['800000000000001102'])
  const saved = JSON.parse(JSON.stringify(sandbox.snapshot())) as unknown
  await sandbox.close()
  sandbox = createDiscordSandbox({ community: demoCommunity() })
  sandbox.restore(saved)
  await sandbox.listen()
  expect(texts('mei')).toEqual(['kept', 'from the crowd'])
  expect(sandbox.commands(LOUNGE, 'mei')).toMatchObject([{ name: 'wallet' }])
  expect(await say('ana', 'x')).toMatchObject({ kind: 'impossible' })
  const kofi = await api(sandbox, 'GET', '/guilds/800000000000001000/members/800000000000000006')
  expect(kofi.body).toMatchObject({ roles: ['800000000000001102'] })
  const again = await api(sandbox, 'POST', `/channels/${LOUNGE}/messages`, { content: 'kept', ...nonce })
  expect(again.body).toMatchObject({ id: (sent.body as { id: string }).id })
  await say('mei', 'new')
  const ids = (sandbox.history(LOUNGE, 'mei') as { id: string }[]).map(({ id }) => BigInt(id))
  expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)))
})

test('a snapshot of another form is refused', () => {
  expect(() => sandbox.restore({ version: 0 })).toThrow('this snapshot is not of version 2')
})
