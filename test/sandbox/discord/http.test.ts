import { createPublicKey, verify } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { strangeCalls } from '../../kit/strange.js'
import { LOUNGE, refusalOf, startSandbox } from './client.js'
import { api, identify, isEvent, openWire } from './wire.js'

let sandbox: DiscordSandbox
let server: Server
let url: string
/** What the endpoint answers to an interaction that is no ping. */
let handle: (interaction: Interaction) => { status: number; body?: unknown }
let careless: boolean
let heard: Interaction[]

interface Interaction {
  id: string
  token: string
  type: number
  data: { name: string }
}

/** SubjectPublicKeyInfo of Ed25519 is this prefix and the 32 bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function signedWell(timestamp: string, body: string, signature: string): boolean {
  const der = Buffer.concat([SPKI_PREFIX, Buffer.from(sandbox.publicKey, 'hex')])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'))
}

beforeEach(async () => {
  sandbox = await startSandbox()
  careless = false
  heard = []
  handle = () => ({ status: 200, body: { type: 4, data: { content: 'by http', flags: 64 } } })
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const time = String(request.headers['x-signature-timestamp'])
      const good = signedWell(time, body, String(request.headers['x-signature-ed25519']))
      const interaction = JSON.parse(body) as Interaction
      const pong = { status: 200, body: { type: 1 } }
      const answer =
        !good && !careless ? { status: 401 } : interaction.type === 1 ? pong : handle(interaction)
      if (interaction.type !== 1) heard.push(interaction)
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end('body' in answer ? JSON.stringify(answer.body) : '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`
  const command = { name: 'wallet', description: 'Your balance' }
  await api(sandbox, 'POST', `/applications/${sandbox.applicationId}/commands`, command)
})
afterEach(async () => {
  await sandbox.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const wallet = () => sandbox.act('ana', { do: 'command', room: LOUNGE, name: 'wallet', options: {} })

test('the endpoint is verified, gets signed interactions, and answers in the body', async () => {
  await sandbox.setInteractionsEndpoint(url)
  const application = await api(sandbox, 'GET', '/applications/@me')
  expect(application.body).toMatchObject({ interactions_endpoint_url: url, verify_key: sandbox.publicKey })
  expect(await wallet()).toMatchObject({ kind: 'message', ephemeral: true, message: { content: 'by http' } })
  expect(heard).toMatchObject([{ type: 2, data: { name: 'wallet' } }])
})

test('a field that no rule knows is told of an answer in the body, too', async () => {
  await sandbox.setInteractionsEndpoint(url)
  const strange = strangeCalls(sandbox)
  handle = () => ({ status: 200, body: { type: 4, data: { content: 'by http', flag: 64 } } })
  expect(await wallet()).toMatchObject({ kind: 'message', ephemeral: false })
  expect(strange).toEqual(['POST interactions endpoint: unknown field data.flag'])
})

test('an endpoint that checks no signature is refused, and removed when it stops checking', async () => {
  careless = true
  const refused = await refusalOf(sandbox.setInteractionsEndpoint(url))
  expect(refused).toMatchObject({ code: 50035, errors: { interactions_endpoint_url: { _errors: [{}] } } })
  careless = false
  await sandbox.setInteractionsEndpoint(url)
  expect(await sandbox.probeEndpoint()).toBe(401)
  careless = true
  expect(await sandbox.probeEndpoint()).toBe(200)
  expect((await api(sandbox, 'GET', '/applications/@me')).body).toMatchObject({
    interactions_endpoint_url: null,
  })
})

test('PATCH /applications/@me sets it too, and an address nobody listens at is refused', async () => {
  const set = (to: string) => api(sandbox, 'PATCH', '/applications/@me', { interactions_endpoint_url: to })
  expect((await set('http://127.0.0.1:9/nobody')).body).toMatchObject({ code: 50035 })
  expect((await set(url)).body).toMatchObject({ interactions_endpoint_url: url })
})

test('202 leaves the answer to the callback', async () => {
  await sandbox.setInteractionsEndpoint(url)
  handle = ({ id, token }) => {
    const later = { type: 4, data: { content: 'later' } }
    void api(sandbox, 'POST', `/interactions/${id}/${token}/callback`, later, null)
    return { status: 202 }
  }
  expect(await wallet()).toMatchObject({ kind: 'message', message: { content: 'later' } })
})

test('an error status and a body against the rules fail at once, and say why', async () => {
  await sandbox.setInteractionsEndpoint(url)
  const notes: string[] = []
  sandbox.onEvent((event) => {
    if (event.kind === 'call') notes.push(event.note)
  })
  handle = () => ({ status: 500 })
  expect(await wallet()).toEqual({ kind: 'timeout' })
  handle = () => ({ status: 200, body: { type: 4, data: { content: 'x'.repeat(2001) } } })
  expect(await wallet()).toEqual({ kind: 'timeout' })
  expect(notes).toEqual(['500', 'Invalid Form Body'])
})

test('while an endpoint is set, the gateway hears of no interaction', async () => {
  const wire = await openWire(sandbox)
  wire.send(identify(sandbox.token))
  await wire.next(isEvent('GUILD_CREATE'))
  await sandbox.setInteractionsEndpoint(url)
  await wallet()
  await sandbox.setInteractionsEndpoint(undefined)
  const outcome = wallet()
  const { d } = await wire.next(isEvent('INTERACTION_CREATE'))
  const { id, token } = d as unknown as Interaction
  await api(
    sandbox,
    'POST',
    `/interactions/${id}/${token}/callback`,
    { type: 4, data: { content: 'gateway' } },
    null,
  )
  expect(await outcome).toMatchObject({ message: { content: 'gateway' } })
  expect(wire.received.filter(({ t }) => t === 'INTERACTION_CREATE')).toHaveLength(1)
  wire.socket.close()
})
