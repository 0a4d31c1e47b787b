import { type Client, Events, MessageFlags, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, login, restOf, startSandbox } from './client.js'

let sandbox: DiscordSandbox
let client: Client<true>

beforeEach(async () => {
  sandbox = await startSandbox()
  client = await login(sandbox)
})
afterEach(async () => {
  await client.destroy()
  await sandbox.close()
})

test('an unchanged discord.js logs in and knows itself, the guild and the channels', () => {
  expect(client.user.username).toBe('Community Partner (demo)')
  expect(client.user.bot).toBe(true)
  expect(client.application.id).toBe('800000000000009000')
  const guild = client.guilds.cache.get('800000000000001000')
  expect(guild?.name).toBe('Moon Traders')
  expect(guild?.channels.cache.map(({ name }) => name).sort()).toEqual(['drops', 'lounge', 'staff'])
  expect(guild?.members.me?.permissions.has('ManageRoles')).toBe(true)
})

test('a slash command reaches the bot and its ephemeral reply reaches the person alone', async () => {
  const command = { name: 'wallet', description: 'Your balance' }
  await restOf(sandbox).put(Routes.applicationCommands(client.application.id), { body: [command] })
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.reply({ content: `hello ${interaction.locale}`, flags: MessageFlags.Ephemeral })
  })
  const outcome = await sandbox.act('mei', { do: 'command', room: LOUNGE, name: 'wallet', options: {} })
  expect(outcome).toMatchObject({ kind: 'message', ephemeral: true, update: false })
  expect(outcome.kind === 'message' && outcome.message).toMatchObject({ content: 'hello zh-CN', flags: 64 })
  expect(sandbox.history(LOUNGE, 'mei')).toHaveLength(1)
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(0)
})

test('a message is sent and edited', async () => {
  const channel = await client.channels.fetch(LOUNGE)
  if (!channel?.isSendable()) throw new Error('no lounge')
  const message = await channel.send('first')
  await message.edit('second')
  expect(sandbox.history(LOUNGE, 'ana')).toMatchObject([{ id: message.id, content: 'second' }])
})
