/** Registered application commands. Source: developers/interactions/application-commands. */
import type { APIApplicationCommand } from 'discord.js'
import { apiError, invalidForm } from './api-error.js'
import { COMMAND } from './protocol.js'
import type { Realm, StoredCommand } from './realm.js'
import { check } from './rules/check.js'
import { commandRule } from './rules/command.js'
import { type Finding, treeOf } from './rules/rule.js'

/** Commands of one type in one scope (global, or one guild). */
const MOST: Record<number, number> = { [COMMAND.chatInput]: 100, [COMMAND.user]: 15, [COMMAND.message]: 15 }
/** New commands per scope and day. */
const CREATES_A_DAY = 200
const DAY_MS = 24 * 60 * 60_000

export type Given = Record<string, unknown>

export const inScope = (realm: Realm, guild?: string): APIApplicationCommand[] =>
  [...realm.commands.values()].filter((each) => each.guild === guild).map(({ command }) => command)

/** PUT: the scope has these commands and no others; who keeps name and type keeps the id. */
export function replaceAll(realm: Realm, given: readonly Given[], guild?: string): APIApplicationCommand[] {
  refuseTwins(given)
  for (const type of [COMMAND.chatInput, COMMAND.user, COMMAND.message]) {
    const count = given.filter((each) => typeOf(each) === type).length
    if (count > (MOST[type] ?? 0)) throw apiError(30032)
  }
  const before = inScope(realm, guild)
  const twin = (each: Given) => before.find((old) => old.name === each.name && old.type === typeOf(each))
  countCreates(realm, given.filter((each) => !twin(each)).length, guild)
  for (const { id } of before) realm.commands.delete(id)
  return given.map((each) => put(realm, each, guild, twin(each)?.id).command)
}

/** POST: creates, or overwrites the one of the same name and type. */
export function upsert(
  realm: Realm,
  given: Given,
  guild?: string,
): { command: APIApplicationCommand; fresh: boolean } {
  const old = inScope(realm, guild).find((each) => each.name === given.name && each.type === typeOf(given))
  if (!old) {
    const count = inScope(realm, guild).filter(({ type }) => type === typeOf(given)).length
    if (count >= (MOST[typeOf(given)] ?? 0)) throw apiError(30032)
    countCreates(realm, 1, guild)
  }
  return { command: put(realm, given, guild, old?.id).command, fresh: !old }
}

/** PATCH: what is given replaces what was. */
export function change(realm: Realm, id: string, given: Given, guild?: string): APIApplicationCommand {
  const { command } = oneCommand(realm, id, guild)
  const merged = { ...(command as unknown as Given), ...given }
  const tree = treeOf(check(commandRule, merged))
  if (tree) throw invalidForm(tree)
  return put(realm, merged, guild, id).command
}

export function oneCommand(realm: Realm, id: string, guild?: string): StoredCommand {
  const found = realm.commands.get(id)
  if (!found || found.guild !== guild) throw apiError(10063)
  return found
}

const typeOf = (given: Given): number => Number(given.type ?? COMMAND.chatInput)

function refuseTwins(given: readonly Given[]): void {
  const seen = new Set<string>()
  const findings: Finding[] = []
  given.forEach((each, index) => {
    const key = `${typeOf(each)}:${String(each.name)}`
    const error = {
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    }
    if (seen.has(key)) findings.push({ at: [index], error })
    seen.add(key)
  })
  const tree = treeOf(findings)
  if (tree) throw invalidForm(tree)
}

function countCreates(realm: Realm, creates: number, guild = 'global'): void {
  const day = Math.floor(realm.clock.now() / DAY_MS)
  const known = realm.commandCreates.get(guild)
  const count = (known?.day === day ? known.count : 0) + creates
  if (count > CREATES_A_DAY) throw apiError(30034)
  realm.commandCreates.set(guild, { day, count })
}

function put(realm: Realm, given: Given, guild: string | undefined, id = realm.ids.next()): StoredCommand {
  const stored: StoredCommand = { command: native(realm, given, id, guild) }
  if (guild) stored.guild = guild
  realm.commands.set(id, stored)
  return stored
}

function native(realm: Realm, given: Given, id: string, guild?: string): APIApplicationCommand {
  const type = typeOf(given)
  const permissions = given.default_member_permissions ?? null
  const options = type === COMMAND.chatInput && given.options ? { options: given.options } : {}
  const scope = guild
    ? { guild_id: guild }
    : { dm_permission: given.dm_permission ?? true, contexts: given.contexts ?? null }
  return {
    id,
    application_id: realm.app.id,
    version: realm.ids.next(),
    type,
    name: given.name,
    name_localizations: given.name_localizations ?? null,
    description: given.description ?? '',
    description_localizations: given.description_localizations ?? null,
    default_member_permissions: permissions === null ? null : String(permissions),
    nsfw: given.nsfw === true,
    integration_types: given.integration_types ?? [0],
    ...scope,
    ...options,
  } as unknown as APIApplicationCommand
}
