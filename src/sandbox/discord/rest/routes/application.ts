/** The gateway's address, the application itself, and its commands. */
import { apiError } from '../../api-error.js'
import { change, type Given, inScope, oneCommand, replaceAll, upsert } from '../../commands.js'
import { gatewayUrl } from '../../gateway/desk.js'
import { setEndpoint } from '../../interactions/endpoint.js'
import { applicationObject } from '../../objects.js'
import { commandRule, commandsRule } from '../../rules/command.js'
import { shape, text } from '../../rules/rule.js'
import { type Call, created, noContent, ok, type Route, saysYes } from '../call.js'

/** Refuses for another application, and for guilds the bot is not in. */
function scopeOf({ realm, params }: Call): string | undefined {
  if (params.application !== realm.app.id) throw apiError(20012)
  if (params.guild !== undefined && !realm.guilds.has(params.guild)) throw apiError(50001)
  return params.guild
}

function listed(call: Call): unknown[] {
  const commands = inScope(call.realm, scopeOf(call))
  if (saysYes(call.query.get('with_localizations'))) return commands
  return commands.map(({ name_localizations: _n, description_localizations: _d, ...rest }) => rest)
}

/** The six routes of one scope. */
function commandRoutes(path: string): Route[] {
  const common = { auth: 'bot', bucket: 'command' } as const
  return [
    { ...common, method: 'GET', path, bucket: 'read', run: (call) => ok(listed(call)) },
    {
      ...common,
      method: 'PUT',
      path,
      rule: commandsRule,
      run: (call) => ok(replaceAll(call.realm, call.body as Given[], scopeOf(call))),
    },
    {
      ...common,
      method: 'POST',
      path,
      rule: commandRule,
      run(call) {
        const { command, fresh } = upsert(call.realm, call.body as Given, scopeOf(call))
        return fresh ? created(command) : ok(command)
      },
    },
    {
      ...common,
      method: 'GET',
      bucket: 'read',
      path: `${path}/:command`,
      run: (call) => ok(oneCommand(call.realm, call.params.command ?? '', scopeOf(call)).command),
    },
    {
      ...common,
      method: 'PATCH',
      path: `${path}/:command`,
      run: (call) =>
        ok(change(call.realm, call.params.command ?? '', (call.body ?? {}) as Given, scopeOf(call))),
    },
    {
      ...common,
      method: 'DELETE',
      path: `${path}/:command`,
      run(call) {
        const { command } = oneCommand(call.realm, call.params.command ?? '', scopeOf(call))
        call.realm.commands.delete(command.id)
        return noContent
      },
    },
  ]
}

const application: Route = {
  method: 'GET',
  path: '/applications/@me',
  auth: 'bot',
  bucket: 'read',
  run: ({ realm }) => ok(applicationObject(realm)),
}

export const applicationRoutes: Route[] = [
  { method: 'GET', path: '/gateway', auth: 'none', run: (call) => ok({ url: gatewayUrl(call.realm) }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    auth: 'bot',
    bucket: 'read',
    run: (call) =>
      ok({ url: gatewayUrl(call.realm), shards: 1, session_start_limit: call.gateway.budget.limit() }),
  },
  application,
  { ...application, path: '/oauth2/applications/@me' },
  {
    method: 'PATCH',
    path: '/applications/@me',
    auth: 'bot',
    bucket: 'command',
    rule: shape({ description: text(400), interactions_endpoint_url: { kind: 'text' } }),
    async run({ realm, body }) {
      const { description, interactions_endpoint_url: url } = (body ?? {}) as Record<string, string | null>
      if (url !== undefined) await setEndpoint(realm, url || undefined)
      if (typeof description === 'string') realm.app.description = description
      return ok(applicationObject(realm))
    },
  },
  ...commandRoutes('/applications/:application/commands'),
  ...commandRoutes('/applications/:application/guilds/:guild/commands'),
]
