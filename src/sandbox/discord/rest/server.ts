/**
 * The HTTP API: one way in for every request. In this order: the door (web pages, ban), the route, the
 * credential, the rate limit, the body against its rule, the fault that may be switched on, the effect, the
 * answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiCall, Strange } from '../../contract.js'
import { hostRefusal, pageRefusal } from '../../local-only.js'
import { ApiError, apiError, invalidForm } from '../api-error.js'
import type { Gateway } from '../gateway/gateway.js'
import { API_VERSION } from '../gateway/ready.js'
import type { Realm } from '../realm.js'
import { check } from '../rules/check.js'
import { treeOf } from '../rules/rule.js'
import { unknownFields } from '../rules/strange.js'
import { parseBody, readBytes } from './body.js'
import type { Answer, Route } from './call.js'
import { type Fault, type FaultPlan, strike } from './faults.js'
import { refuseStrangeIds } from './ids.js'
import { type RateOptions, rateLimits } from './rate-limits.js'
import { createRouter, type Match } from './router.js'

export interface ApiServer {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Decides about faults from now on; `undefined` ends them. */
  setFaults(plan: FaultPlan | undefined): void
}

export function createApi(
  realm: Realm,
  gateway: Gateway,
  routes: readonly Route[],
  options: RateOptions,
): ApiServer {
  const find = createRouter(routes)
  const limits = rateLimits(realm.clock, options)
  let faults: FaultPlan | undefined

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://discord')
    if (isDoneAtTheDoor(realm, request, response, url.pathname)) return
    if (limits.banned()) return reply(response, { status: 429, body: BANNED }, {})
    const headers: Record<string, string> = {}
    const name: Name = { route: url.pathname }
    try {
      const answer = await serve(request, response, url, headers, name)
      if (answer) reply(response, answer, headers)
      name.made = (answer?.body as { id?: unknown } | undefined)?.id
      tellCall(realm, request, name, answer?.status ?? response.statusCode, '')
    } catch (error) {
      const refusal = error instanceof ApiError ? error : serverError(error)
      if ([401, 403, 429].includes(refusal.status)) limits.noteInvalid()
      const body = refusal instanceof TooFast ? refusal.limitBody() : refusal.body()
      reply(response, { status: refusal.status, body }, headers)
      tellCall(realm, request, name, refusal.status, `${refusal.code} ${refusal.message}`)
    }
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    headers: Record<string, string>,
    name: Name,
  ): Promise<Answer | undefined> {
    const bytes = await readBytes(request)
    const match = find(request.method ?? 'GET', apiPath(url.pathname))
    name.route = match.route.path
    name.params = match.params
    authorize(realm, match.route, request)
    const permit = limits.take(match.route, majorOf(match))
    Object.assign(headers, permit.headers)
    if (!permit.granted) throw new TooFast(permit.retryAfter, permit.global)
    refuseStrangeIds(match)
    const body = await parseBody(bytes, request.headers['content-type'])
    name.strange = checkBody(match.route, body.json)
    const { method = 'GET' } = request
    const { path: route, auth } = match.route
    const fault = faults?.({ method, path: url.pathname, route, auth })
    name.fault = fault
    if (isInvalid(fault)) limits.noteInvalid()
    const blow = { clock: realm.clock, response, headers }
    if (await strike(fault, 'before', blow)) return undefined
    const answer = await match.route.run({
      ...{ realm, gateway, params: match.params, files: body.files },
      query: url.searchParams,
      body: body.json,
    })
    return (await strike(fault, 'after', blow)) ? undefined : answer
  }

  return {
    handle,
    setFaults: (plan) => {
      faults = plan
    },
  }
}

/** The chat page, which comes from another port, is shown files; calls are for programs alone. */
function isDoneAtTheDoor(
  realm: Realm,
  { headers }: IncomingMessage,
  response: ServerResponse,
  path: string,
): boolean {
  const isFile = path.startsWith('/cdn/')
  const refusal = isFile ? hostRefusal(headers.host) : pageRefusal(headers)
  if (refusal !== undefined) reply(response, { status: 403, body: { message: refusal, code: 0 } }, {})
  else if (isFile) serveFile(realm, path, response)
  return isFile || refusal !== undefined
}

/** A call as the page is told of it. */
interface Name {
  route: string
  params?: Record<string, string>
  fault?: Fault
  /** Fields of the body that no rule knows. */
  strange?: Strange[]
  /** Id of what the call made or changed. */
  made?: unknown
}

function tellCall(realm: Realm, request: IncomingMessage, name: Name, status: number, note: string): void {
  const { route, fault, strange = [] } = name
  const isCut = fault?.what === 'reset' || fault?.what === 'half'
  const ok = status >= 200 && status < 300 && !isCut
  // What broke off has no status that anybody saw.
  const text = note || (isCut ? '' : String(status))
  const named = { ...(fault?.id ? { fault: fault.id } : {}), ...(strange.length > 0 ? { strange } : {}) }
  const method = `${request.method} ${route}`
  realm.tell({ kind: 'call', method, ok, note: text, ...named, ...aboutOf(realm, name) })
}

/** The interaction that a call answers, and the message that it is about. */
function aboutOf(realm: Realm, { params = {}, made }: Name): Pick<ApiCall, 'answers' | 'room' | 'message'> {
  const answers = params.interaction ?? realm.interactions.get(params.token ?? '')?.id
  const room = params.channel
  const message = params.message ?? (typeof made === 'string' && room ? made : undefined)
  return { ...(answers ? { answers } : {}), ...(room ? { room } : {}), ...(message ? { message } : {}) }
}

/** A refusal that Cloudflare counts. */
function isInvalid(fault: Fault | undefined): boolean {
  return (
    typeof fault?.what === 'object' && 'status' in fault.what && [401, 403, 429].includes(fault.what.status)
  )
}

/** 429 with the body of developers/topics/rate-limits. */
class TooFast extends ApiError {
  readonly retryAfter: number
  readonly global: boolean

  constructor(retryAfter: number, global: boolean) {
    super(429, 0, 'You are being rate limited.')
    this.retryAfter = retryAfter
    this.global = global
  }

  limitBody() {
    return { message: this.message, retry_after: this.retryAfter, global: this.global, code: 0 }
  }
}

/** What Cloudflare says to an address that sent too many invalid requests. */
const BANNED = { message: 'error code: 1015', retry_after: 600, global: true, code: 0 }

function serverError(error: unknown): ApiError {
  // A mistake of the sandbox itself; the client sees what it would see when Discord has one.
  process.emitWarning(error instanceof Error ? error : String(error))
  return new ApiError(500, 0, '500: Internal Server Error')
}

/** `/api/v10/…` → `/…`. 400 50041 for another version. */
function apiPath(path: string): string {
  const [, version, rest] = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(path) ?? []
  if (rest === undefined) return '/-'
  if (version !== undefined && Number(version) !== API_VERSION) throw apiError(50041)
  return rest.length > 1 && rest.endsWith('/') ? rest.slice(0, -1) : rest
}

function authorize(realm: Realm, route: Route, request: IncomingMessage): void {
  if (route.auth !== 'bot') return
  if (request.headers.authorization !== `Bot ${realm.app.token}`) throw apiError(0)
}

/** Channel, guild or webhook and token: what a bucket is counted by. */
function majorOf({ params }: Match): string {
  return params.channel ?? params.guild ?? (params.token ? `${params.application}/${params.token}` : '')
}

/** Throws 400 50035; answers which fields no rule knows. */
function checkBody(route: Route, body: unknown): Strange[] {
  if (!route.rule) return []
  const rule = typeof route.rule === 'function' ? route.rule(body) : route.rule
  const tree = treeOf(check(rule, body ?? {}))
  if (tree) throw invalidForm(tree)
  return unknownFields(rule, body).map((field) => ({ field }))
}

function reply(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  if (response.destroyed || response.headersSent) return
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
  const type = text === '' ? {} : { 'Content-Type': 'application/json' }
  response.writeHead(answer.status, { ...type, ...headers, Via: '1.1 google' })
  response.end(text)
}

function serveFile(realm: Realm, path: string, response: ServerResponse): void {
  const file = realm.files.get(path)
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'Content-Type': file.type,
    'Cache-Control': 'public, max-age=31536000',
    'Access-Control-Allow-Origin': '*',
    ...(file.type.startsWith('image/') ? {} : { 'Content-Disposition': 'attachment' }),
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(file.data)
}
