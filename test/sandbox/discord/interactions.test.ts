import {
  ActionRowBuilder,
  type APIMessage,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outcome } from '../../../src/sandbox/contract.js'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, login, refusalOf, startSandbox } from './client.js'
import { api } from './wire.js'

let sandbox: DiscordSandbox
let client: Client<true>
let failures: unknown[]

beforeEach(async () => {
  sandbox = await startSandbox()
  client = await login(sandbox)
  failures = []
})
afterEach(async () => {
  await client.destroy()
  await sandbox.close()
  expect(failures).toEqual([])
})

/** Runs at each interaction; what it throws fails the test. */
function onInteraction(handle: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => failures.push(error))
  })
}

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons)
const claim = () => new ButtonBuilder().setCustomId('claim').setLabel('Claim').setStyle(ButtonStyle.Success)

async function card(): Promise<string> {
  const channel = await client.channels.fetch(LOUNGE)
  if (!channel?.isSendable()) throw new Error('no lounge')
  const done = new ButtonBuilder().setCustomId('done').setLabel('Done').setStyle(ButtonStyle.Secondary)
  const link = new ButtonBuilder().setURL('https://example.com').setLabel('Look').setStyle(ButtonStyle.Link)
  const { id } = await channel.send({
    content: 'Packet',
    components: [row(claim(), done.setDisabled(true), link)],
  })
  return id
}

const press = (person: string, message: string, data = 'claim'): Promise<Outcome> =>
  sandbox.act(person, { do: 'press', room: LOUNGE, message, data })

async function register(...options: unknown[]): Promise<void> {
  const body = { name: 'redpacket', description: 'Send a packet', options }
  const { status } = await api(sandbox, 'POST', `/applications/${sandbox.applicationId}/commands`, body)
  expect(status).toBe(201)
}

const command = (options: Record<string, string | number | boolean> = {}, person = 'mei'): Promise<Outcome> =>
  sandbox.act(person, { do: 'command', room: LOUNGE, name: 'redpacket', options })

test('typed options arrive as the person gave them, with the whole context', async () => {
  const base = { description: 'd' }
  await register(
    { ...base, type: 3, name: 'amount', required: true },
    { ...base, type: 4, name: 'shares', min_value: 1 },
    { ...base, type: 5, name: 'equal' },
    { ...base, type: 6, name: 'friend' },
  )
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
    const { options, member } = interaction
    expect(options.getString('amount')).toBe('50')
    expect(options.getInteger('shares')).toBe(20)
    expect(options.getBoolean('equal')).toBe(true)
    expect(options.getUser('friend')?.username).toBe('ana')
    expect(interaction.locale).toBe('zh-CN')
    expect(interaction.guildLocale).toBe('en-US')
    expect(interaction.context).toBe(0)
    expect(member.permissions.has('ManageGuild')).toBe(true)
    expect(interaction.memberPermissions.has('ManageGuild')).toBe(true)
    expect(interaction.appPermissions.has('SendMessages')).toBe(true)
    expect(interaction.attachmentSizeLimit).toBe(10 * 1024 * 1024)
    expect(interaction.authorizingIntegrationOwners[0]).toBe('800000000000001000')
    await interaction.reply('sent')
  })
  const friend = '800000000000000005'
  const outcome = await command({ amount: '50', shares: 20, equal: true, friend })
  expect(outcome).toMatchObject({
    kind: 'message',
    ephemeral: false,
    update: false,
    message: { content: 'sent' },
  })
})

test('a button updates its message', async () => {
  const id = await card()
  onInteraction(async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: `taken by ${interaction.user.username}` })
  })
  const outcome = await press('ana', id)
  expect(outcome).toMatchObject({ kind: 'message', update: true, ephemeral: false, message: { id } })
  expect(sandbox.history(LOUNGE, 'mei')).toMatchObject([{ id, content: 'taken by ana' }])
})

test('an ephemeral answer to a button, a follow-up, and both edited', async () => {
  const id = await card()
  onInteraction(async (interaction) => {
    if (!interaction.isButton()) return
    await interaction.reply({ content: 'you got 5', flags: MessageFlags.Ephemeral })
    const more = await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral })
    await interaction.editReply('you got 6')
    await interaction.webhook.editMessage(more, 'and even more')
    await interaction.followUp('for everyone')
  })
  expect(await press('ana', id)).toMatchObject({ kind: 'message', ephemeral: true, message: { flags: 64 } })
  await expect.poll(() => sandbox.history(LOUNGE, 'ana')).toHaveLength(4)
  const contents = (person: string) =>
    (sandbox.history(LOUNGE, person) as { content: string }[]).map(({ content }) => content)
  expect(contents('ana')).toEqual(['Packet', 'you got 6', 'and even more', 'for everyone'])
  expect(contents('mei')).toEqual(['Packet', 'for everyone'])
})

test('a deferred reply is what its edit makes of it, ephemeral as it began', async () => {
  await register()
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply('here you are')
  })
  const outcome = await command()
  expect(outcome).toMatchObject({
    kind: 'message',
    ephemeral: true,
    message: { content: 'here you are', flags: 64 },
  })
  expect(outcome).toMatchObject({ update: false, message: { edited_timestamp: null } })
})

test('a follow-up after a defer fills the deferred message', async () => {
  await register()
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await interaction.followUp({ content: 'late', flags: MessageFlags.Ephemeral })
  })
  expect(await command()).toMatchObject({
    kind: 'message',
    ephemeral: false,
    message: { content: 'late', flags: 0 },
  })
  expect(sandbox.history(LOUNGE, 'ana')).toHaveLength(1)
})

test('a deferred update followed by an edit is an update', async () => {
  const id = await card()
  onInteraction(async (interaction) => {
    if (!interaction.isButton()) return
    await interaction.deferUpdate()
    await interaction.editReply({ content: 'gone', components: [] })
  })
  expect(await press('ana', id)).toMatchObject({
    kind: 'message',
    update: true,
    message: { content: 'gone' },
  })
})

test('a modal is opened, filled in with its labels, and answered', async () => {
  const id = await card()
  onInteraction(async (interaction) => {
    if (interaction.isButton()) {
      const word = new TextInputBuilder().setCustomId('word').setStyle(TextInputStyle.Short).setMaxLength(5)
      const kind = new StringSelectMenuBuilder()
        .setCustomId('kind')
        .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' })
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId('pass')
          .setTitle('Say the word')
          .addLabelComponents(
            new LabelBuilder().setLabel('Word').setTextInputComponent(word),
            new LabelBuilder().setLabel('Kind').setStringSelectMenuComponent(kind),
          ),
      )
    }
    if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      const word = interaction.fields.getTextInputValue('word')
      const kind = interaction.fields.getStringSelectValues('kind')
      await interaction.update(`${interaction.customId} ${word} ${kind.join()}`)
    }
  })
  const opened = await press('ana', id)
  expect(opened).toMatchObject({ kind: 'modal', data: { custom_id: 'pass', title: 'Say the word' } })
  const modal = opened.kind === 'modal' ? opened.modal : ''
  const submit = (values: Record<string, string | string[]>) =>
    sandbox.act('ana', { do: 'submit', room: LOUNGE, modal, values })
  expect(await submit({ kind: ['1'] })).toEqual({
    kind: 'impossible',
    reason: { code: 'required', name: 'word' },
  })
  expect(await submit({ word: 'too long', kind: ['1'] })).toMatchObject({ kind: 'impossible' })
  expect(await submit({ word: 'moon', kind: ['3'] })).toEqual({
    kind: 'impossible',
    reason: { code: 'not-on-menu', value: '3' },
  })
  expect(await submit({ word: 'moon', kind: ['2'] })).toMatchObject({
    kind: 'message',
    update: true,
    message: { id, content: 'pass moon 2' },
  })
  expect(await submit({ word: 'moon', kind: ['2'] })).toMatchObject({ reason: { code: 'form-closed' } })
})

test('a legacy modal row works, and a modal is no answer to a modal', async () => {
  await register()
  const refused: unknown[] = []
  const modal = {
    custom_id: 'form',
    title: 'Form',
    components: [
      { type: 1, components: [{ type: 4, custom_id: 'note', label: 'Note', style: 2, required: false }] },
    ],
  }
  onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal)
    if (!interaction.isModalSubmit()) return
    const again = await api(
      sandbox,
      'POST',
      `/interactions/${interaction.id}/${interaction.token}/callback`,
      {
        type: 9,
        data: modal,
      },
    )
    refused.push(again.body)
    await interaction.reply(`note: ${interaction.fields.getTextInputValue('note')}`)
  })
  const opened = await command()
  const id = opened.kind === 'modal' ? opened.modal : ''
  const outcome = await sandbox.act('mei', { do: 'submit', room: LOUNGE, modal: id, values: {} })
  expect(outcome).toMatchObject({ kind: 'message', update: false, message: { content: 'note:' } })
  expect(refused).toMatchObject([{ code: 50035, errors: { type: { _errors: [{}] } } }])
})

test('a select menu sends its values', async () => {
  const channel = await client.channels.fetch(LOUNGE)
  if (!channel?.isSendable()) throw new Error('no lounge')
  const menu = new StringSelectMenuBuilder()
    .setCustomId('pick')
    .setMaxValues(2)
    .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }, { label: 'C', value: 'c' })
  const rows = [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)]
  const { id } = await channel.send({ content: 'pick', components: rows })
  onInteraction(async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join('+'))
  })
  const pick = (values: string[]) =>
    sandbox.act('ana', { do: 'press', room: LOUNGE, message: id, data: 'pick', values })
  expect(await pick(['a', 'c'])).toMatchObject({ kind: 'message', message: { content: 'a+c' } })
  expect(await pick([])).toEqual({
    kind: 'impossible',
    reason: { code: 'choose-between', least: 1, most: 2 },
  })
  expect(await pick(['a', 'b', 'c'])).toMatchObject({ kind: 'impossible' })
  expect(await pick(['x'])).toEqual({ kind: 'impossible', reason: { code: 'not-on-menu', value: 'x' } })
})

test('an answer carries a file, and a new-style message shows it', async () => {
  await register()
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral
    const gallery = { type: 12, items: [{ media: { url: 'attachment://card.png' } }] }
    const file = { attachment: Buffer.from('picture'), name: 'card.png' }
    await interaction.reply({ flags, components: [gallery], files: [file] })
  })
  const outcome = await command()
  const message = outcome.kind === 'message' ? (outcome.message as APIMessage) : undefined
  const [url] = message?.attachments.map((each) => each.url) ?? []
  expect(message).toMatchObject({
    flags: (1 << 15) | 64,
    attachments: [{ filename: 'card.png', size: 7, ephemeral: true }],
    components: [{ type: 12, items: [{ media: { url } }] }],
  })
  expect(await (await fetch(url ?? '')).text()).toBe('picture')
})

test('autocomplete suggests while the person types', async () => {
  await register({ type: 3, name: 'packet', description: 'd', autocomplete: true, required: true })
  onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return
    const typed = interaction.options.getFocused()
    await interaction.respond([{ name: `packet ${typed}`, value: typed }])
  })
  const asked = { room: LOUNGE, name: 'redpacket', options: { packet: '7' }, focused: 'packet' }
  expect(await sandbox.autocomplete('ana', asked)).toEqual([{ name: 'packet 7', value: '7' }])
})

test('a command in the private chat has a user and no member', async () => {
  await register()
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    expect(interaction.context).toBe(1)
    expect(interaction.inGuild()).toBe(false)
    expect(interaction.authorizingIntegrationOwners[0]).toBe('0')
    await interaction.reply(`hello ${interaction.user.username}`)
  })
  const room = sandbox.rooms('ana').at(-1)?.id ?? ''
  const outcome = await sandbox.act('ana', { do: 'command', room, name: 'redpacket', options: {} })
  expect(outcome).toMatchObject({
    kind: 'message',
    message: { content: 'hello ana', channel_id: room, interaction: { name: 'redpacket', type: 2 } },
  })
})

test('the app sends nothing that is not there', async () => {
  const id = await card()
  expect(await press('ana', id, 'forged')).toEqual({
    kind: 'impossible',
    reason: { code: 'no-button' },
  })
  expect(await press('ana', id, 'done')).toEqual({ kind: 'impossible', reason: { code: 'button-disabled' } })
  expect(await press('ana', '123')).toEqual({ kind: 'impossible', reason: { code: 'message-gone' } })
  expect(await command()).toEqual({ kind: 'impossible', reason: { code: 'no-command', name: 'redpacket' } })
})

test('forged presses, old messages and replays reach the bot', async () => {
  const id = await card()
  const seen: { customId: string; id: string }[] = []
  onInteraction(async (interaction) => {
    if (!interaction.isButton()) return
    seen.push({ customId: interaction.customId, id: interaction.message.id })
    await interaction.reply('ok').catch((error: { code: number }) => expect(error.code).toBe(40060))
  })
  const forged = sandbox.pressRaw('ana', { room: LOUNGE, message: id, data: 'forged' })
  await forged.outcome
  await sandbox.pressRaw('ana', { room: LOUNGE, message: '700000000000000000', data: 'old' }).outcome
  sandbox.replay(forged.interaction)
  await expect.poll(() => seen).toHaveLength(3)
  expect(seen.map(({ customId }) => customId)).toEqual(['forged', 'old', 'forged'])
  expect(seen[1]?.id).toBe('700000000000000000')
})

test('with_response gives the message back', async () => {
  await register()
  onInteraction(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const { resource, interaction: about } = await interaction.reply({ content: 'hi', withResponse: true })
    expect(resource?.message?.content).toBe('hi')
    expect(about.responseMessageId).toBe(resource?.message?.id)
    expect(about.responseMessageEphemeral).toBe(false)
    const fetched = await interaction.fetchReply()
    expect(fetched.interactionMetadata?.user.username).toBe('mei')
    await interaction.deleteReply()
    expect(await refusalOf(interaction.fetchReply())).toMatchObject({ code: 10008 })
  })
  await command()
  await expect.poll(() => sandbox.history(LOUNGE, 'mei')).toHaveLength(0)
})
