/**
 * Interactions by HTTP: signed, verified when the address is set, probed with bad signatures.
 * Source: developers/interactions/overview "Setting Up an Endpoint".
 */
import { request } from 'undici'
import { apiError, invalidForm } from '../api-error.js'
import type { Upload } from '../files.js'
import { INTERACTION } from '../protocol.js'
import type { Realm } from '../realm.js'
import { parseBody } from '../rest/body.js'
import { check } from '../rules/check.js'
import { treeOf } from '../rules/rule.js'
import { unknownFields } from '../rules/strange.js'
import { answer, type Callback, callbackBody } from './callback.js'
import { ANSWER_WITHIN_MS, type Interaction } from './interaction.js'
import { fail } from './launch.js'

interface Reply {
  status: number
  type: string
  bytes: Buffer
}

/**
 * Sends signed JSON; `forged` turns one bit of the signature, as Discord does to see whether it is checked.
 */
async function send(realm: Realm, url: string, json: string, forged = false): Promise<Reply> {
  const time = String(Math.floor(realm.clock.now() / 1000))
  const signature = realm.app.sign(time + json)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    'x-signature-timestamp': time,
    'x-signature-ed25519': forged ? turned(signature) : signature,
  }
  const options = { method: 'POST' as const, headers, body: json, dispatcher: realm.http }
  const {
    statusCode,
    headers: got,
    body,
  } = await request(url, {
    ...options,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
  })
  const bytes = Buffer.from(await body.arrayBuffer())
  return { status: statusCode, type: String(got['content-type'] ?? ''), bytes }
}

function turned(signature: string): string {
  const first = Number.parseInt(signature[0] ?? '0', 16) ^ 1
  return first.toString(16) + signature.slice(1)
}

/**
 * Points interactions at `url`, after the endpoint has answered a PING and refused a bad signature;
 * `undefined` points them back at the gateway. 400 50035 when the endpoint fails.
 */
export async function setEndpoint(realm: Realm, url: string | undefined): Promise<void> {
  if (url !== undefined && !(await verifies(realm, url))) throw NOT_VERIFIED
  realm.app.endpoint = url
}

const NOT_VERIFIED = invalidForm({
  interactions_endpoint_url: {
    _errors: [
      {
        code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
        message: 'The specified interactions endpoint url could not be verified.',
      },
    ],
  },
})

async function verifies(realm: Realm, url: string): Promise<boolean> {
  if (!URL.canParse(url)) return false
  const json = pingJson(realm)
  try {
    const good = await send(realm, url, json)
    const pong: unknown = JSON.parse(good.bytes.toString('utf8') || 'null')
    const answered = good.status === 200 && (pong as { type?: number } | null)?.type === INTERACTION.ping
    const bad = await send(realm, url, json, true)
    return answered && good.type.startsWith('application/json') && bad.status === 401
  } catch {
    return false
  }
}

function pingJson(realm: Realm): string {
  const { app, ids } = realm
  const base = { version: 1, type: INTERACTION.ping, token: 'ping', id: ids.next(), entitlements: [] }
  return JSON.stringify({ ...base, application_id: app.id, user: app.user, app_permissions: '0' })
}

/**
 * One of Discord's occasional bad signatures. An endpoint that lets it pass is removed. Answers its status.
 */
export async function probe(realm: Realm): Promise<number> {
  const url = realm.app.endpoint
  if (url === undefined) throw new Error('no interactions endpoint is set')
  const { status } = await send(realm, url, pingJson(realm), true)
  if (status !== 401) realm.app.endpoint = undefined
  return status
}

/**
 * Sends one interaction and takes the body of the answer as its callback; 202 leaves that to the REST route.
 */
export async function deliverByHttp(
  realm: Realm,
  url: string,
  interaction: Interaction | undefined,
  json: string,
): Promise<void> {
  try {
    const reply = await send(realm, url, json)
    if (!interaction || reply.status === 202) return
    if (reply.status !== 200) throw new Error(String(reply.status))
    await applyInline(realm, interaction, reply)
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error)
    realm.tell({ kind: 'call', method: 'POST interactions endpoint', ok: false, note })
    if (interaction) fail(interaction)
  }
}

async function applyInline(realm: Realm, interaction: Interaction, reply: Reply): Promise<void> {
  const { json, files }: { json: unknown; files: Upload[] } = await parseBody(reply.bytes, reply.type)
  if (json === undefined) throw apiError(50109)
  const tree = treeOf(check(callbackBody, json))
  if (tree) throw invalidForm(tree)
  const strange = unknownFields(callbackBody, json).map((field) => ({ field }))
  if (strange.length > 0) {
    const about = { answers: interaction.id, room: interaction.channel.id }
    realm.tell({ kind: 'call', method: 'POST interactions endpoint', ok: true, note: '', strange, ...about })
  }
  answer(realm, interaction, json as Callback, files)
}
