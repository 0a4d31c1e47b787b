/**
 * Raw interactions and guild events → calls and events. Pure; takes anything at all, and whatever is not
 * exactly what Discord sends yields nothing. The same for interactions from the gateway and over HTTP.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
} from 'discord.js'
import type { Account, Call, Place, PlatformEvent, Request, Standing } from '../../interaction/call.js'
import { attachmentsOf, filesOf } from './attachments.js'
import { readCustomId } from './custom-id.js'
import {
  CUSTOM_ID_LIMIT,
  INPUT_LIMIT,
  OPTION_TEXT_LIMIT,
  OPTION_VALUE_LIMIT,
  OPTIONS_PER_COMMAND,
  OPTIONS_PER_SELECT,
} from './limits.js'
import type { Raw } from './raw.js'
import { createdAt, list, record, snowflake, string } from './raw.js'

/**
 * How to answer an interaction. Lives as long as the call, is never stored: the token is a secret for 15
 * minutes.
 */
export interface InteractionHandle {
  id: string
  token: string
  application: string
  asked: 'command' | 'component' | 'modal'
  /** Who sees the message under which this was pressed, if there is one. */
  message?: 'everyone' | 'actor'
}

export type DiscordCall = Call & { handle: InteractionHandle }

/** Characters of an interaction token; real ones have about 230. */
const TOKEN_LIMIT = 2048
/** Characters of a name of a person, channel or guild, with room for what Discord may allow one day. */
const NAME_LIMIT = 512
const LOCALE_LIMIT = 32
/** Roles of a member; a guild has at most 250. Source: Discord documentation, guild limits. */
const ROLES_LIMIT = 250
/** Channels of a guild. Source: Discord documentation, guild limits. */
const CHANNELS_LIMIT = 500
/** Components of a modal. [OAS ModalInteractionCallbackRequestData] */
const MODAL_COMPONENTS_LIMIT = 40
/** BOT_DM of the interaction contexts; 2 is a private channel between people, where we are not. */
const CONTEXT_BOT_DM = 1
/** ADMINISTRATOR and MANAGE_GUILD. Source: Discord documentation, topics/permissions. */
const ADMIN_PERMISSIONS = (1n << 3n) | (1n << 5n)
const SUBCOMMAND_TYPES: readonly unknown[] = [1, 2]

export function receiveInteraction(raw: unknown): DiscordCall | undefined {
  const interaction = record(raw)
  const handle = interaction && readHandle(interaction)
  const actor = interaction && readActor(interaction)
  const place = interaction && readPlace(interaction)
  const request = interaction && readRequest(interaction)
  if (!handle || !actor || !place || !request) return undefined
  const standing = readStanding(interaction, place)
  const message = snowflake(record(interaction.message)?.id)
  return {
    platform: 'discord',
    id: handle.id,
    at: createdAt(handle.id),
    actor,
    place,
    ...(standing ? { standing } : {}),
    request,
    ...(message ? { message } : {}),
    awaitsAnswer: true,
    handle,
  }
}

function readHandle(interaction: Raw): InteractionHandle | undefined {
  const id = snowflake(interaction.id)
  const application = snowflake(interaction.application_id)
  const token = string(interaction.token, TOKEN_LIMIT)
  const asked = ASKED.get(interaction.type)
  if (!id || !application || !token || !asked) return undefined
  const message = readMessage(interaction)
  return { id, token, application, asked, ...(message ? { message } : {}) }
}

function readMessage(interaction: Raw): InteractionHandle['message'] {
  const message = record(interaction.message)
  if (!message || !snowflake(message.id)) return undefined
  const isEphemeral = typeof message.flags === 'number' && (message.flags & MessageFlags.Ephemeral) !== 0
  return isEphemeral || !snowflake(interaction.guild_id) ? 'actor' : 'everyone'
}

const ASKED = new Map<unknown, InteractionHandle['asked']>([
  [InteractionType.ApplicationCommand, 'command'],
  [InteractionType.MessageComponent, 'component'],
  [InteractionType.ModalSubmit, 'modal'],
])

function readActor(interaction: Raw): Account | undefined {
  const member = record(interaction.member)
  const user = record(member?.user) ?? record(interaction.user)
  if (!user) return undefined
  const language = string(interaction.locale, LOCALE_LIMIT)
  return readAccount(user, string(member?.nick, NAME_LIMIT), language)
}

function readAccount(user: Raw, nick?: string, language?: string): Account | undefined {
  const id = snowflake(user.id)
  if (!id) return undefined
  const username = string(user.username, NAME_LIMIT)
  return {
    platform: 'discord',
    id,
    name: nick || string(user.global_name, NAME_LIMIT) || username || '',
    ...(username ? { username } : {}),
    ...(language ? { language } : {}),
    isBot: user.bot === true || user.system === true,
    isAnonymous: false,
    createdAt: createdAt(id),
  }
}

function readPlace(interaction: Raw): Place | undefined {
  const channel = record(interaction.channel)
  const id = snowflake(interaction.channel_id) ?? snowflake(channel?.id)
  if (!id) return undefined
  const guild = snowflake(interaction.guild_id)
  if (guild) return guildPlace(guild, id, channel, string(interaction.guild_locale, LOCALE_LIMIT))
  return isBotDm(interaction, channel) ? { platform: 'discord', chat: id, kind: 'private' } : undefined
}

function guildPlace(guild: string, id: string, channel: Raw | undefined, language?: string): Place {
  const parent = THREADS.has(channel?.type) ? snowflake(channel?.parent_id) : undefined
  const title = string(channel?.name, NAME_LIMIT)
  return {
    platform: 'discord',
    chat: parent ?? id,
    ...(parent ? { thread: id } : {}),
    kind: 'group',
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    guild,
  }
}

const THREADS = new Set<unknown>([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

function isBotDm(interaction: Raw, channel: Raw | undefined): boolean {
  return interaction.context === undefined || interaction.context === null
    ? channel?.type === ChannelType.DM
    : interaction.context === CONTEXT_BOT_DM
}

function readStanding(interaction: Raw, place: Place): Standing | undefined {
  const member = record(interaction.member)
  if (!member || !place.guild) return undefined
  const roles = list(member.roles, ROLES_LIMIT).filter((role) => snowflake(role) !== undefined)
  return { membership: 'member', isAdmin: isAdmin(member.permissions), roles: roles as string[] }
}

/** Whether a permission bit set, as Discord writes it (a decimal string), makes an administrator. */
export function isAdmin(permissions: unknown): boolean {
  const digits = string(permissions, NAME_LIMIT)
  return digits !== undefined && /^\d{1,40}$/.test(digits) && (BigInt(digits) & ADMIN_PERMISSIONS) !== 0n
}

function readRequest(interaction: Raw): Request | undefined {
  const data = record(interaction.data)
  if (!data) return undefined
  if (interaction.type === InteractionType.ApplicationCommand) return readCommand(data)
  return interaction.type === InteractionType.MessageComponent ? readComponent(data) : readModal(data)
}

function readCommand(data: Raw): Request | undefined {
  const command = string(data.name, CUSTOM_ID_LIMIT)
  if (!command || (data.type ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput) {
    return undefined
  }
  const options = list(data.options, OPTIONS_PER_COMMAND).map(record)
  if (options.some((option) => SUBCOMMAND_TYPES.includes(option?.type))) return undefined
  const plain = options.filter((option) => option?.type !== ApplicationCommandOptionType.Attachment)
  const values = plain.flatMap((option) => entry(option?.name, optionText(option?.value)))
  const sent = options.filter((option) => !plain.includes(option))
  const files = filesOf(
    sent.map((option) => ({ name: option?.name, id: option?.value })),
    attachmentsOf(data),
  )
  return { kind: 'filled', command, values: Object.fromEntries(values), ...files }
}

/** Discord sends texts, whole and broken numbers, and flags; the house reads them all as text. */
function optionText(value: unknown): string | undefined {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value)
  return string(value, OPTION_VALUE_LIMIT)
}

function readComponent(data: Raw): Request | undefined {
  const customId = string(data.custom_id, CUSTOM_ID_LIMIT)
  if (!customId) return undefined
  return readCustomId(customId, Array.isArray(data.values) ? texts(data.values) : undefined)
}

function texts(values: unknown): string[] {
  return list(values, OPTIONS_PER_SELECT).filter(
    (value): value is string => string(value, OPTION_TEXT_LIMIT) !== undefined,
  )
}

function readModal(data: Raw): Request | undefined {
  const form = string(data.custom_id, CUSTOM_ID_LIMIT)
  if (!form) return undefined
  const inputs = list(data.components, MODAL_COMPONENTS_LIMIT).flatMap(inputsOf)
  const uploads = inputs.map(record).filter((input) => input?.type === ComponentType.FileUpload)
  const files = filesOf(
    uploads.map((input) => ({ name: input?.custom_id, id: list(input?.values, 1)[0] })),
    attachmentsOf(data),
  )
  const typed = inputs.filter((input) => record(input)?.type !== ComponentType.FileUpload)
  return { kind: 'submitted', form, values: Object.fromEntries(typed.flatMap(readInput)), ...files }
}

/** A Label holds one component, an action row of old holds several. */
function inputsOf(component: unknown): unknown[] {
  const holder = record(component)
  return [holder?.component, ...list(holder?.components, MODAL_COMPONENTS_LIMIT)]
}

function readInput(component: unknown): [string, string][] {
  const input = record(component)
  const chosen = texts(input?.values).join(',')
  return entry(input?.custom_id, string(input?.value, INPUT_LIMIT) ?? (chosen || undefined))
}

function entry(name: unknown, value: string | undefined): [string, string][] {
  const key = string(name, CUSTOM_ID_LIMIT)
  return key && value !== undefined ? [[key, value]] : []
}

/** Characters of `joined_at`, an ISO 8601 timestamp; a little more than it has. */
const TIMESTAMP_LIMIT = 40

/**
 * GUILD_CREATE of a guild that is new to us, told apart by when we joined. A guild has no channel of its own:
 * `guild` names it, and `chat` is where it wants its system messages, or else its first text channel.
 */
export function receiveGuildJoined(raw: unknown): PlatformEvent | undefined {
  const guild = record(raw)
  const id = snowflake(guild?.id)
  const chat = guild && (snowflake(guild.system_channel_id) ?? firstTextChannel(guild))
  if (!id || !chat || guild.unavailable === true) return undefined
  const title = string(guild.name, NAME_LIMIT)
  const language = string(guild.preferred_locale, LOCALE_LIMIT)
  const joined = string(guild.joined_at, TIMESTAMP_LIMIT) ?? ''
  return {
    id: `guild:${id}:${joined}`,
    kind: 'bot-joined',
    place: {
      platform: 'discord',
      chat,
      kind: 'group',
      ...(title ? { title } : {}),
      ...(language ? { language } : {}),
      guild: id,
    },
  }
}

function firstTextChannel(guild: Raw): string | undefined {
  const texts = list(guild.channels, CHANNELS_LIMIT)
    .map(record)
    .filter((channel) => channel?.type === ChannelType.GuildText)
  const first = texts.sort((a, b) => Number(a?.position) - Number(b?.position))[0]
  return snowflake(first?.id)
}

/**
 * GUILD_DELETE, one farewell for each of the `channels` that we knew there, because the house knows chats and
 * not guilds. An unavailable guild is an outage of Discord's and no farewell.
 */
export function receiveGuildLeft(raw: unknown, channels: readonly string[]): PlatformEvent[] {
  const guild = record(raw)
  const id = snowflake(guild?.id)
  if (!guild || !id || guild.unavailable === true) return []
  return channels.slice(0, CHANNELS_LIMIT).map((chat) => ({
    id: `guild:${id}:left:${chat}`,
    kind: 'bot-left',
    place: { platform: 'discord', chat, kind: 'group', guild: id },
  }))
}
