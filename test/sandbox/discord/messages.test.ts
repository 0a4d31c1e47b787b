import { AttachmentBuilder, type Client, Routes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { strangeCalls } from '../../kit/strange.js'
import { DROPS, LOUNGE, login, restOf, startSandbox } from './client.js'
import { virtualClock } from './virtual-clock.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const send = (body: unknown, room = LOUNGE) => api(sandbox, 'POST', `/channels/${room}/messages`, body)
const idOf = (reply: { body: unknown }): string => (reply.body as { id: string }).id
const x = (length: number): string => 'x'.repeat(length)
const button = (more: Record<string, unknown> = {}) => ({
  type: 2,
  style: 1,
  label: 'a',
  custom_id: 'a',
  ...more,
})
const rows = (...components: unknown[]) => ({ components: [{ type: 1, components }] })
const V2 = 1 << 15
const layout = (...components: unknown[]) => ({ flags: V2, components })
const text = (content: string) => ({ type: 10, content })

type Case = [what: string, body: unknown, at: (string | number)[], code: string, message?: string]

const wrong: Case[] = [
  [
    'content of 2001',
    { content: x(2001) },
    ['content'],
    'BASE_TYPE_MAX_LENGTH',
    'Must be 2000 or fewer in length.',
  ],
  [
    'content that is a number',
    { content: 5 },
    ['content'],
    'STRING_TYPE_CONVERT',
    'Could not interpret "5" as string.',
  ],
  [
    'eleven embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) },
    ['embeds'],
    'BASE_TYPE_MAX_LENGTH',
    'Must be 10 or fewer in length.',
  ],
  ['an embed title of 257', { embeds: [{ title: x(257) }] }, ['embeds', 0, 'title'], 'BASE_TYPE_MAX_LENGTH'],
  [
    'embeds of 6001 together',
    { embeds: [{ description: x(4000) }, { description: x(2001) }] },
    ['embeds'],
    'MAX_EMBED_SIZE_EXCEEDED',
    'Embed size exceeds maximum size of 6000',
  ],
  [
    'a field without value',
    { embeds: [{ fields: [{ name: 'a' }] }] },
    ['embeds', 0, 'fields', 0, 'value'],
    'BASE_TYPE_REQUIRED',
    'This field is required',
  ],
  [
    'a picture that is no link',
    { embeds: [{ image: { url: 'nothing' } }] },
    ['embeds', 0, 'image', 'url'],
    'URL_TYPE_INVALID_URL',
    'Not a well formed URL.',
  ],
  [
    'a nonce of 26',
    { content: 'a', nonce: x(26) },
    ['nonce'],
    'NONCE_TYPE_TOO_LONG',
    'Must be 25 or fewer characters long.',
  ],
  [
    'mentions both ways',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions'],
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    'parse:["users"] and users: [ids...] are mutually exclusive.',
  ],
  [
    'six rows',
    {
      content: 'a',
      components: Array.from({ length: 6 }, (_, n) => ({
        type: 1,
        components: [button({ custom_id: `${n}` })],
      })),
    },
    ['components'],
    'BASE_TYPE_MAX_LENGTH',
    'Must be 5 or fewer in length.',
  ],
  [
    'six buttons in a row',
    rows(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `${n}` }))),
    ['components', 0, 'components'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 5 in length.',
  ],
  ['an empty row', rows(), ['components', 0, 'components'], 'BASE_TYPE_BAD_LENGTH'],
  [
    'a menu beside a button',
    rows({ type: 5, custom_id: 'm' }, button()),
    ['components', 0, 'components', 1],
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    'The specified component exceeds the maximum width',
  ],
  [
    'one custom_id twice',
    rows(button(), button()),
    ['components', 0, 'components', 1, 'custom_id'],
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  ],
  [
    'a custom_id of 101',
    rows(button({ custom_id: x(101) })),
    ['components', 0, 'components', 0, 'custom_id'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 100 in length.',
  ],
  [
    'a label of 81',
    rows(button({ label: x(81) })),
    ['components', 0, 'components', 0, 'label'],
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without custom_id',
    rows(button({ custom_id: undefined })),
    ['components', 0, 'components', 0, 'custom_id'],
    'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'a link with custom_id',
    rows(button({ style: 5, url: 'https://a.b' })),
    ['components', 0, 'components', 0, 'custom_id'],
    'BUTTON_COMPONENT_EXCLUSIVE_FIELDS',
  ],
  [
    'a link to a file',
    rows({ type: 2, style: 5, label: 'a', url: 'ftp://a.b' }),
    ['components', 0, 'components', 0, 'url'],
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a button of style 7',
    rows(button({ style: 7 })),
    ['components', 0, 'components', 0, 'style'],
    'BASE_TYPE_CHOICES',
  ],
  [
    '26 options',
    rows({
      type: 3,
      custom_id: 'm',
      options: Array.from({ length: 26 }, (_, n) => ({ label: 'a', value: `${n}` })),
    }),
    ['components', 0, 'components', 0, 'options'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 25 in length.',
  ],
  [
    'one value twice',
    rows({
      type: 3,
      custom_id: 'm',
      options: [
        { label: 'a', value: 'a' },
        { label: 'b', value: 'a' },
      ],
    }),
    ['components', 0, 'components', 0, 'options', 1, 'value'],
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    'The specified option value is already used',
  ],
  [
    'a text input',
    rows({ type: 4, custom_id: 't', style: 1 }),
    ['components', 0, 'components', 0, 'type'],
    'UNION_TYPE_CHOICES',
  ],
  [
    'a container without the flag',
    { content: 'a', components: [{ type: 17, components: [text('a')] }] },
    ['components', 0, 'type'],
    'UNION_TYPE_CHOICES',
    'Value of field "type" must be one of (1).',
  ],
  [
    'content with the flag',
    { ...layout(text('a')), content: 'b' },
    ['content'],
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
  ],
  [
    '41 components',
    layout(
      ...Array.from({ length: 20 }, () => ({
        type: 9,
        components: [text('a')],
        accessory: { type: 11, media: { url: 'https://a.b/c.png' } },
      })),
    ),
    ['components'],
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters of text',
    layout(text(x(2000)), { type: 17, components: [text(x(2001))] }),
    ['components'],
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a section of four texts',
    layout({ type: 9, components: [1, 2, 3, 4].map((n) => text(`${n}`)), accessory: button() }),
    ['components', 0, 'components'],
    'BASE_TYPE_BAD_LENGTH',
    'Must be between 1 and 3 in length.',
  ],
  [
    'a section without accessory',
    layout({ type: 9, components: [text('a')] }),
    ['components', 0, 'accessory'],
    'BASE_TYPE_REQUIRED',
  ],
  ['a bare button', layout(button()), ['components', 0, 'type'], 'UNION_TYPE_CHOICES'],
  [
    'a container in a container',
    layout({ type: 17, components: [{ type: 17, components: [text('a')] }] }),
    ['components', 0, 'components', 0, 'type'],
    'UNION_TYPE_CHOICES',
  ],
  [
    'a file that was not sent',
    layout({ type: 13, file: { url: 'attachment://a.txt' } }),
    ['components', 0, 'file', 'url'],
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a reply to nothing',
    { content: 'a', message_reference: { message_id: '1' } },
    ['message_reference'],
    'REPLIES_UNKNOWN_MESSAGE',
    'Unknown message',
  ],
]

describe.each(wrong)('%s', (_what, body, at, code, message) => {
  test('is refused at its place', async () => {
    const reply = await send(body)
    expect(reply.status).toBe(400)
    const leaf = { _errors: [message === undefined ? { code } : { code, message }] }
    const errors = at.reduceRight<unknown>((below, step) => ({ [String(step)]: below }), leaf)
    expect(reply.body).toMatchObject({ message: 'Invalid Form Body', code: 50035, errors })
  })
})

test.each([
  [{}, 50006, 400],
  [{ content: '   ' }, 50006, 400],
  [{ embeds: [{}] }, 50006, 400],
])('%j is an empty message', async (body, code, status) => {
  expect(await send(body)).toMatchObject({ status, body: { code, message: 'Cannot send an empty message' } })
})

test('errors by exact code', async () => {
  const { token } = sandbox
  const by = (method: string, path: string, body?: unknown, as: string | null = token) =>
    api(sandbox, method, path, body, as)
  const id = idOf(await send({ content: 'mine' }))
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'hers' })
  const hers = (sandbox.history(LOUNGE, 'ana') as { id: string }[]).at(-1)?.id
  const messages = `/channels/${LOUNGE}/messages`
  const guild = '/guilds/800000000000001000'
  expect(await by('GET', '/users/@me', undefined, 'nonsense')).toMatchObject({
    status: 401,
    body: { message: '401: Unauthorized', code: 0 },
  })
  expect(await by('GET', '/nowhere')).toMatchObject({
    status: 404,
    body: { message: '404: Not Found', code: 0 },
  })
  expect(await by('PUT', '/gateway')).toMatchObject({
    status: 405,
    body: { message: '405: Method Not Allowed' },
  })
  expect(await by('GET', '/channels/1')).toMatchObject({ status: 404, body: { code: 10003 } })
  expect(await by('GET', '/guilds/1')).toMatchObject({ status: 404, body: { code: 10004 } })
  expect(await by('GET', `${messages}/1`)).toMatchObject({ status: 404, body: { code: 10008 } })
  expect(await by('PATCH', `${messages}/${hers}`, { content: 'x' })).toMatchObject({
    status: 403,
    body: { code: 50005 },
  })
  expect(await by('GET', `${guild}/members/1`)).toMatchObject({ status: 404, body: { code: 10013 } })
  expect(await by('POST', messages, '{"content":')).toMatchObject({ status: 400, body: { code: 50109 } })
  expect(await by('DELETE', `${messages}/${hers}`)).toMatchObject({ status: 204 })
  expect(await by('DELETE', `${messages}/${id}`)).toMatchObject({ status: 204 })
  const role = '800000000000001102'
  const bots = '800000000000001109'
  expect((await by('PUT', `${guild}/members/800000000000000005/roles/${role}`)).status).toBe(204)
  expect(await by('PUT', `${guild}/members/800000000000000005/roles/1`)).toMatchObject({
    body: { code: 10011 },
  })
  expect(await by('PUT', `${guild}/members/800000000000000005/roles/${bots}`)).toMatchObject({
    body: { code: 50028 },
  })
  const unversioned = await fetch(`${sandbox.root}/v6/gateway`)
  expect(await unversioned.json()).toMatchObject({ code: 50041 })
})

test('no access is 50001, no permission 50013', async () => {
  const community = (await import('../../../src/sandbox/community.js')).demoCommunity()
  const botIsOut = {
    ...community,
    groups: community.groups.map((group) => ({ ...group, outsiders: ['ana'] })),
  }
  await sandbox.close()
  sandbox = await startSandbox({ community: botIsOut })
  expect(await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'hi' })).toMatchObject({
    kind: 'impossible',
  })
  expect(sandbox.rooms('ana').map(({ kind }) => kind)).toEqual(['private'])
  sandbox.setBotAccess(LOUNGE, { view: true, send: false })
  expect(await send({ content: 'x' })).toMatchObject({
    status: 403,
    body: { message: 'Missing Permissions', code: 50013 },
  })
  sandbox.setBotAccess(LOUNGE, { view: false, send: false })
  expect(await send({ content: 'x' })).toMatchObject({
    status: 403,
    body: { message: 'Missing Access', code: 50001 },
  })
})

test('an enforced nonce gives the former message back, for a few minutes', async () => {
  await sandbox.close()
  const clock = virtualClock()
  sandbox = await startSandbox({ ...clock })
  const body = { content: 'once', nonce: 'packet-7', enforce_nonce: true }
  const first = await send(body)
  expect(first.body).toMatchObject({ content: 'once', nonce: 'packet-7' })
  const second = await send({ ...body, content: 'twice' })
  expect(second.body).toEqual(first.body)
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
  expect(idOf(await send({ ...body, enforce_nonce: false }))).not.toBe(idOf(first))
  clock.advance(6 * 60_000)
  expect(idOf(await send(body))).not.toBe(idOf(first))
})

test('what allowed_mentions holds back shows and does not ping', async () => {
  const content = '<@800000000000000005> <@&800000000000001102> @everyone'
  const open = await send({ content })
  expect(sandbox.pings(idOf(open))).toEqual({ users: ['800000000000000005'], roles: [], everyone: false })
  expect(open.body).toMatchObject({ mentions: [{ username: 'ana' }] })
  const closed = await send({ content, allowed_mentions: { parse: [] } })
  expect(sandbox.pings(idOf(closed))).toEqual({ users: [], roles: [], everyone: false })
  expect(closed.body).toMatchObject({ content, mentions: [] })
  const layoutReply = await send({
    ...layout(text(content)),
    allowed_mentions: { users: ['800000000000000005'] },
  })
  expect(sandbox.pings(idOf(layoutReply))?.users).toEqual(['800000000000000005'])
})

test('a reply names the message it answers and pings its author unless told not to', async () => {
  await sandbox.act('ana', { do: 'say', room: LOUNGE, text: 'question' })
  const [question] = sandbox.history(LOUNGE, 'ana') as { id: string }[]
  const message_reference = { message_id: question?.id }
  const loud = await send({ content: 'answer', message_reference })
  expect(loud.body).toMatchObject({
    type: 19,
    message_reference,
    referenced_message: { content: 'question' },
  })
  expect(sandbox.pings(idOf(loud))?.users).toEqual(['800000000000000005'])
  const quiet = await send({
    content: 'answer',
    message_reference,
    allowed_mentions: { parse: [], replied_user: false },
  })
  expect(sandbox.pings(idOf(quiet))?.users).toEqual([])
})

test('Components V2 come back with ids and defaults, and cannot be taken off', async () => {
  const made = await send(
    layout({
      type: 17,
      accent_color: 0xff0000,
      components: [text('# Packet'), { type: 14 }, { type: 1, components: [button({ id: 2 })] }],
    }),
  )
  expect(made.body).toMatchObject({
    flags: V2,
    content: '',
    components: [
      {
        ...{ type: 17, id: 1, accent_color: 0xff0000, spoiler: false },
        components: [
          { type: 10, id: 3, content: '# Packet' },
          { type: 14, id: 4, divider: true, spacing: 1 },
          { type: 1, id: 5, components: [{ type: 2, id: 2, custom_id: 'a' }] },
        ],
      },
    ],
  })
  const path = `/channels/${LOUNGE}/messages/${idOf(made)}`
  const legacy = await api(sandbox, 'PATCH', path, { flags: 0, content: 'plain' })
  expect(legacy.body).toMatchObject({ code: 50035, errors: { content: { _errors: [{}] } } })
  const changed = await api(sandbox, 'PATCH', path, layout(text('over')))
  expect(changed.body).toMatchObject({ flags: V2, components: [{ type: 10, content: 'over' }] })
})

test('an old message becomes V2 only when its content goes', async () => {
  const path = `/channels/${LOUNGE}/messages/${idOf(await send({ content: 'old' }))}`
  const kept = await api(sandbox, 'PATCH', path, layout(text('new')))
  expect(kept.body).toMatchObject({ errors: { content: { _errors: [{}] } } })
  const gone = await api(sandbox, 'PATCH', path, { ...layout(text('new')), content: null })
  expect(gone.body).toMatchObject({ content: '', components: [{ type: 10 }] })
})

test('an edit that would leave nothing is refused, one that says nothing changes nothing', async () => {
  const path = `/channels/${LOUNGE}/messages/${idOf(await send({ content: 'here' }))}`
  expect((await api(sandbox, 'PATCH', path, { content: '' })).body).toMatchObject({ code: 50006 })
  expect((await api(sandbox, 'PATCH', path, {})).body).toMatchObject({ content: 'here' })
})

test('suppressed embeds are hidden and come back', async () => {
  const made = await send({ embeds: [{ title: 'Card', fields: [{ name: 'a', value: 'b' }] }] })
  expect(made.body).toMatchObject({ embeds: [{ type: 'rich', fields: [{ inline: false }] }] })
  const path = `/channels/${LOUNGE}/messages/${idOf(made)}`
  expect((await api(sandbox, 'PATCH', path, { flags: 4 })).body).toMatchObject({ embeds: [], flags: 4 })
  expect((await api(sandbox, 'PATCH', path, { flags: 0 })).body).toMatchObject({
    embeds: [{ title: 'Card' }],
  })
})

test('private messages go to who takes them', async () => {
  const open = await api(sandbox, 'POST', '/users/@me/channels', { recipient_id: '800000000000000005' })
  const { id } = open.body as { id: string }
  expect(open.body).toMatchObject({ type: 1, recipients: [{ username: 'ana' }] })
  expect((await send({ content: 'psst' }, id)).status).toBe(200)
  expect(sandbox.history(id, 'ana')).toMatchObject([{ content: 'psst' }])
  expect(sandbox.history(id, 'mei')).toEqual([])
  sandbox.setDirectMessages('ana', false)
  expect(await send({ content: 'psst' }, id)).toMatchObject({
    status: 403,
    body: { message: 'Cannot send messages to this user', code: 50007 },
  })
  sandbox.setDirectMessages('ana', true)
  await sandbox.act('ana', { do: 'leave', room: LOUNGE })
  expect(await send({ content: 'psst' }, id)).toMatchObject({ body: { code: 50007 } })
  expect((await api(sandbox, 'POST', '/users/@me/channels', { recipient_id: '1' })).body).toMatchObject({
    code: 50033,
  })
})

test('pages of messages, newest first', async () => {
  const ids: string[] = []
  for (const content of ['a', 'b', 'c', 'd']) ids.push(idOf(await send({ content })))
  const list = async (query: string) =>
    ((await api(sandbox, 'GET', `/channels/${LOUNGE}/messages${query}`)).body as { content: string }[]).map(
      ({ content }) => content,
    )
  expect(await list('')).toEqual(['d', 'c', 'b', 'a'])
  expect(await list('?limit=2')).toEqual(['d', 'c'])
  expect(await list(`?before=${ids[2]}&limit=1`)).toEqual(['b'])
  expect(await list(`?after=${ids[0]}&limit=2`)).toEqual(['c', 'b'])
  expect(await list(`?around=${ids[1]}&limit=3`)).toEqual(['c', 'b', 'a'])
  expect((await api(sandbox, 'GET', `/channels/${LOUNGE}/messages?limit=101`)).body).toMatchObject({
    code: 50035,
  })
})

test('pins, by the new route and the old', async () => {
  const id = idOf(await send({ content: 'rules' }))
  expect((await api(sandbox, 'PUT', `/channels/${LOUNGE}/messages/pins/${id}`)).status).toBe(204)
  expect((await api(sandbox, 'GET', `/channels/${LOUNGE}/messages/pins`)).body).toMatchObject({
    items: [{ message: { id, pinned: true } }],
    has_more: false,
  })
  expect((await api(sandbox, 'GET', `/channels/${LOUNGE}/pins`)).body).toMatchObject([{ id }])
  expect(sandbox.history(LOUNGE, 'ana')).toMatchObject([
    { id },
    { type: 6, message_reference: { message_id: id } },
  ])
  expect((await api(sandbox, 'DELETE', `/channels/${LOUNGE}/pins/${id}`)).status).toBe(204)
  expect((await api(sandbox, 'GET', `/channels/${LOUNGE}/messages/pins`)).body).toMatchObject({ items: [] })
})

test('reactions', async () => {
  const id = idOf(await send({ content: 'nice' }))
  const path = `/channels/${LOUNGE}/messages/${id}/reactions`
  expect((await api(sandbox, 'PUT', `${path}/${encodeURIComponent('🧧')}/@me`)).status).toBe(204)
  expect((await api(sandbox, 'PUT', `${path}/nonsense/@me`)).body).toMatchObject({ code: 10014 })
  expect(sandbox.history(LOUNGE, 'ana')).toMatchObject([
    { reactions: [{ emoji: { name: '🧧' }, count: 1, me: true }] },
  ])
  expect((await api(sandbox, 'GET', `${path}/${encodeURIComponent('🧧')}`)).body).toMatchObject([
    { bot: true },
  ])
  await api(sandbox, 'DELETE', `${path}/${encodeURIComponent('🧧')}/@me`)
  expect(sandbox.history(LOUNGE, 'ana')).toMatchObject([{ reactions: [] }])
})

describe('with discord.js', () => {
  let client: Client<true>
  beforeEach(async () => {
    client = await login(sandbox)
  })
  afterEach(() => client.destroy())

  test('files are uploaded, described, served, and kept or dropped by an edit', async () => {
    const channel = await client.channels.fetch(LOUNGE)
    if (!channel?.isSendable()) throw new Error('no lounge')
    const file = new AttachmentBuilder(Buffer.from('hello'), { name: 'note.txt', description: 'a note' })
    const message = await channel.send({ content: 'see', files: [file] })
    const [attachment] = message.attachments.values()
    expect(attachment).toMatchObject({ name: 'note.txt', size: 5, description: 'a note' })
    const served = await fetch(attachment?.url ?? '')
    expect(await served.text()).toBe('hello')
    const kept = await message.edit('still')
    expect(kept.attachments.size).toBe(1)
    const dropped = await message.edit({ attachments: [] })
    expect(dropped.attachments.size).toBe(0)
  })

  test('a picture is found by attachment:// in an embed', async () => {
    const channel = await client.channels.fetch(DROPS)
    if (!channel?.isSendable()) throw new Error('no channel')
    const message = await channel.send({
      embeds: [{ title: 'Card', image: { url: 'attachment://card.png' } }],
      files: [{ attachment: Buffer.from('not really'), name: 'card.png' }],
    })
    expect(message.embeds[0]?.image?.url).toMatch(/\/cdn\/attachments\/.*\/card\.png$/)
  })

  test('discord.js sees pinned messages, roles, members and invites', async () => {
    const guild = await client.guilds.fetch('800000000000001000')
    expect((await guild.roles.fetch()).map(({ name }) => name)).toContain('Moderators')
    const member = await guild.members.fetch('800000000000000004')
    expect(member.displayName).toBe('Pavel Orlov')
    await member.roles.add('800000000000001101')
    expect(sandbox.commands(LOUNGE, 'pavel')).toEqual([])
    expect((await guild.members.search({ query: 'me', limit: 5 })).map(({ user }) => user.username)).toEqual([
      'mei',
    ])
    const channel = await guild.channels.fetch(LOUNGE)
    const invite = await guild.invites.create(LOUNGE, { maxAge: 0, unique: true })
    expect(channel?.name).toBe('lounge')
    await sandbox.act('ana', { do: 'leave', room: LOUNGE })
    expect(sandbox.acceptInvite('ana', invite.code)).toBe(true)
    const found = (await restOf(sandbox).get(Routes.invite(invite.code))) as { uses: number }
    expect(found.uses).toBe(1)
  })
})

test('fields that no rule knows are ignored and told, at any depth', async () => {
  const strange = strangeCalls(sandbox)
  const body = {
    content: 'a',
    colour: 'red',
    ...rows(button({ lable: 'b' })),
    embeds: [{ title: 't', fields: [{ name: 'n', value: 'v', wide: true }] }],
    allowed_mentions: { parse: [], everyone: false },
  }
  const sent = await send(body)
  expect(sent.status).toBe(200)
  const POST = 'POST /channels/:channel/messages: unknown field'
  expect(strange).toEqual(
    ['colour', 'components.components.lable', 'embeds.fields.wide', 'allowed_mentions.everyone'].map(
      (path) => `${POST} ${path}`,
    ),
  )
})
