/** One HTTP call to the API, and the routes it may go to. */
import type { Upload } from '../files.js'
import type { Gateway } from '../gateway/gateway.js'
import type { Realm } from '../realm.js'
import type { Rule } from '../rules/rule.js'

export interface Call {
  realm: Realm
  gateway: Gateway
  /** Path parameters by the names in the route, decoded. */
  params: Record<string, string>
  query: URLSearchParams
  /** The JSON body, checked against the route's rule. */
  body: unknown
  files: Upload[]
}

export interface Answer {
  status: number
  body?: unknown
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  /** Rate-limit bucket; routes of the same name and major parameter share one. Absent: not limited. */
  bucket?: BucketName
  /**
   * `token`: the path carries an interaction token, which is the only credential and counts against no bot.
   */
  auth: 'bot' | 'token' | 'none'
  /** What the body must look like. */
  rule?: Rule | ((body: unknown) => Rule)
  run(call: Call): Answer | Promise<Answer>
}

export type BucketName =
  | 'read'
  | 'message'
  | 'messageEdit'
  | 'messageDelete'
  | 'reaction'
  | 'pin'
  | 'webhook'
  | 'member'
  | 'command'
  | 'invite'
  | 'dm'

/** Booleans of query strings: `true`, `True` or `1` (developers/reference "Boolean Query Strings"). */
export const saysYes = (value: string | null): boolean => ['true', 'True', '1'].includes(value ?? '')

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204 }
