/** setMyCommands and its kin [td BotCommand.cpp set_commands]. */
import { resolveChat } from '../access.js'
import {
  type Args,
  booleanField,
  complaining,
  type Fields,
  isObject,
  json,
  requiredInteger,
  requiredString,
  text,
} from '../args.js'
import type { Call } from '../calls.js'
import { type ListedCommand, listKey, type Scope } from '../commands.js'
import { badRequest } from '../refusal.js'
import { knows, type World } from '../world.js'

/**
 * Characters of a command and of its description, commands of a list [td BotCommand.cpp; Bot API
 * setMyCommands].
 */
const NAME_LENGTH = 32
const DESCRIPTION_LENGTH = 256
const LIST_LENGTH = 100

export function setMyCommands({ world, args }: Call): true {
  const commands = readCommands(args, knows(world, '10.2'))
  const key = keyOf(world, args)
  const checked = commands.map(checkCommand)
  if (checked.length > LIST_LENGTH) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  if (checked.length === 0) world.profile.commands.delete(key)
  else world.profile.commands.set(key, checked)
  return true
}

export const getMyCommands = ({ world, args }: Call): ListedCommand[] =>
  world.profile.commands.get(keyOf(world, args)) ?? []

export function deleteMyCommands({ world, args }: Call): true {
  world.profile.commands.delete(keyOf(world, args))
  return true
}

function readCommands(args: Args, hasEphemeral: boolean): ListedCommand[] {
  const value = json(args, 'commands', "Can't parse commands JSON object")
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('Expected an Array of BotCommand')
  return complaining("Can't parse BotCommand: ", () =>
    value.map((command) => readCommand(command, hasEphemeral)),
  )
}

function readCommand(value: unknown, hasEphemeral: boolean): ListedCommand {
  if (!isObject(value)) throw new Error('expected an Object')
  return {
    command: requiredString(value, 'command'),
    description: requiredString(value, 'description'),
    ...(hasEphemeral && booleanField(value, 'is_ephemeral') ? { is_ephemeral: true } : {}),
  }
}

function checkCommand({ command, description, ...rest }: ListedCommand): ListedCommand {
  const name = command.trim().replace(/^\//, '')
  const about = description.trim()
  if (name === '') throw badRequest('Command must be non-empty')
  if ([...name].length > NAME_LENGTH) throw badRequest(`Command length must not exceed ${NAME_LENGTH}`)
  if (about === '') throw badRequest('Command description must be non-empty')
  if ([...about].length > DESCRIPTION_LENGTH) {
    throw badRequest(`Command description length must not exceed ${DESCRIPTION_LENGTH}`)
  }
  if (!/^[a-z\d_]+$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  return { command: name, description: about, ...rest }
}

function keyOf(world: World, args: Args): string {
  const value = json(args, 'scope', "Can't parse BotCommandScope JSON object")
  const scope = complaining("Can't parse BotCommandScope: ", () => readScope(world, value))
  return listKey(scope, readLanguage(args))
}

const WIDE = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const

function readScope(world: World, value: unknown): Scope {
  if (value === undefined) return { type: 'default' }
  if (!isObject(value)) throw new Error('BotCommandScope must be an Object')
  const type = requiredString(value, 'type')
  const wide = WIDE.find((name) => name === type)
  if (wide) return { type: wide }
  if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member') {
    throw new Error('Unsupported type specified')
  }
  return narrowScope(world, type, value)
}

function narrowScope(
  world: World,
  type: 'chat' | 'chat_administrators' | 'chat_member',
  value: Fields,
): Scope {
  const name = requiredString(value, 'chat_id')
  if (name === '') throw new Error('Empty chat_id specified')
  const user = type === 'chat_member' ? requiredInteger(value, 'user_id') : 1
  if (user <= 0) throw new Error('Invalid user_id specified')
  const chat = resolveChat(world, { values: new Map([['chat_id', name]]), files: new Map() }, 'members')
  if (type === 'chat') return { type, chat: chat.id }
  if (chat.type === 'private') throw badRequest("can't use specified scope in private chats")
  return type === 'chat_member' ? { type, chat: chat.id, user } : { type, chat: chat.id }
}

/** Two small letters or nothing [td misc.cpp validate_bot_language_code]. */
export function readLanguage(args: Args): string {
  const language = text(args, 'language_code')
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('Invalid language code specified')
  return language
}
