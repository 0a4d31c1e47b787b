/** A slash command as the app sends it: the options checked against what the bot registered. */
import type { APIApplicationCommand } from 'discord.js'
import type { GivenFile, Person } from '../../contract.js'
import { deny } from '../../reasons.js'
import type { Doing } from '../interactions/launch.js'
import { INTERACTION, OPTION } from '../protocol.js'
import type { Channel, Realm } from '../realm.js'
import { commandsIn } from './look.js'
import { type Resolved, resolveFiles, resolveInto, type Wanted } from './resolved.js'

export type Values = Record<string, string | number | boolean>

/** The part of a registered option that the app looks at. */
interface Parameter {
  type: number
  name: string
  required?: boolean
  choices?: { name: string; value: string | number }[]
  autocomplete?: boolean
  min_value?: number
  max_value?: number
  min_length?: number
  max_length?: number
  options?: Parameter[]
}

interface Sent {
  name: string
  type: number
  value?: string | number | boolean
  options?: Sent[]
  focused?: boolean
}

/** Longest text the app lets anyone type into an option. */
const TYPED_MAX = 6000

/**
 * `name` may name a subcommand: `treasury fund`. With `focused` it is an autocomplete request for that
 * option,
 * and the other options need not be complete.
 */
export function commandDoing(
  realm: Realm,
  person: Person,
  channel: Channel,
  name: string,
  { options: values, files = {} }: { options: Values; files?: Record<string, GivenFile> },
  focused?: string,
): Doing {
  const [first = '', ...path] = name.trim().replace(/^\//, '').split(/\s+/)
  const command = commandsIn(realm, channel, person).find((each) => each.name === first)
  if (!command) deny({ code: 'no-command', name: first })
  const resolved: Resolved = {}
  const put: Putting = { realm, channel, resolved, values, files, focused }
  const options = sentOptions(put, (command.options ?? []) as Parameter[], path)
  return {
    person,
    channel,
    type: focused === undefined ? INTERACTION.command : INTERACTION.autocomplete,
    data: dataOf(command, options, resolved),
  }
}

function dataOf(command: APIApplicationCommand, options: Sent[], resolved: Resolved) {
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id ? { guild_id: command.guild_id } : {}),
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  }
}

interface Putting {
  realm: Realm
  channel: Channel
  resolved: Resolved
  values: Values
  files: Record<string, GivenFile>
  focused: string | undefined
}

function sentOptions(put: Putting, parameters: readonly Parameter[], path: readonly string[]): Sent[] {
  const nested = parameters.filter(
    ({ type }) => type === OPTION.subcommand || type === OPTION.subcommandGroup,
  )
  if (nested.length === 0) {
    if (path.length > 0) deny({ code: 'no-subcommand', name: String(path[0]) })
    return plainOptions(put, parameters)
  }
  const chosen = nested.find(({ name }) => name === path[0])
  if (!chosen) deny({ code: 'choose-subcommand', names: nested.map(({ name }) => name).join(', ') })
  const options = sentOptions(put, chosen.options ?? [], path.slice(1))
  return [{ name: chosen.name, type: chosen.type, options }]
}

function plainOptions(put: Putting, parameters: readonly Parameter[]): Sent[] {
  const { values, files, focused } = put
  const stranger = Object.keys({ ...values, ...files }).find(
    (name) => !parameters.some((each) => each.name === name),
  )
  if (stranger !== undefined) deny({ code: 'no-option', name: stranger })
  return parameters.flatMap((parameter) => {
    const value = files[parameter.name] ? parameter.name : values[parameter.name]
    if (value === undefined || value === '') {
      if (parameter.required && focused === undefined) deny({ code: 'required', name: parameter.name })
      return []
    }
    const { name, type } = parameter
    if (name === focused) return [{ name, type, value, focused: true }]
    return [{ name, type, value: checked(put, parameter, value) }]
  })
}

function checked(
  put: Putting,
  parameter: Parameter,
  value: string | number | boolean,
): string | number | boolean {
  const { choices = [], name } = parameter
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    deny({ code: 'choices-only', name })
  }
  switch (parameter.type) {
    case OPTION.string:
      return checkedText(parameter, value)
    case OPTION.integer:
    case OPTION.number:
      return checkedNumber(parameter, value)
    case OPTION.boolean:
      return typeof value === 'boolean' ? value : deny({ code: 'yes-or-no', name })
    default:
      return checkedId(put, parameter, value)
  }
}

function checkedText({ name, min_length = 0, max_length = TYPED_MAX }: Parameter, value: unknown): string {
  if (typeof value !== 'string') return deny({ code: 'text-only', name })
  const { length } = value
  if (length < min_length || length > max_length) {
    return deny({ code: 'length-between', name, least: min_length, most: max_length })
  }
  return value
}

function checkedNumber(parameter: Parameter, value: unknown): number {
  const { name, min_value: least, max_value: most } = parameter
  if (typeof value !== 'number' || !Number.isFinite(value)) return deny({ code: 'number-only', name })
  if (parameter.type === OPTION.integer && !Number.isSafeInteger(value)) {
    return deny({ code: 'whole-only', name })
  }
  if (least !== undefined && value < least) return deny({ code: 'at-least', name, least })
  if (most !== undefined && value > most) return deny({ code: 'at-most', name, most })
  return value
}

const WANTED: Record<number, Wanted> = {
  [OPTION.user]: 'user',
  [OPTION.channel]: 'channel',
  [OPTION.role]: 'role',
  [OPTION.mentionable]: 'mentionable',
}

function checkedId(put: Putting, { name, type }: Parameter, value: unknown): string {
  const { realm, channel, resolved, files } = put
  const wanted = WANTED[type]
  if (!wanted) {
    const file = files[name]
    if (!file) return deny({ code: 'file-only', name })
    return resolveFiles(realm, channel, [file], resolved)[0] ?? deny({ code: 'file-only', name })
  }
  const id = String(value)
  return resolveInto(realm, channel, wanted, id, resolved) ? id : deny({ code: 'unknown-id', name })
}
