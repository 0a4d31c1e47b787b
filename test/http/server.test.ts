import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { request as ask } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { EXIT, type StartError } from '../../src/kit/start-error.js'
import { echoHook, PATIENCE, raw, serverWith, statusOf } from './client.js'

const MEGABYTE = 1024 * 1024
const OPEN = { 'x-secret': 'open' }

describe('a hook', () => {
  it('gets the raw body and gives the answer', async () => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook] })
    const body = Buffer.from([0, 255, 13, 10, 0xc3, 0x28])
    const response = await fetch(`${server.address}/hooks/echo`, { method: 'POST', headers: OPEN, body })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({ bytes: 6 })
    expect(hook.heard).toEqual([body])
  })

  it('answers with its own status and headers', async () => {
    const hook = echoHook({ handle: async () => ({ status: 503, headers: { 'retry-after': '5' } }) })
    const server = await serverWith({ hooks: [hook] })
    const response = await fetch(`${server.address}/hooks/echo`, {
      method: 'POST',
      headers: OPEN,
      body: '{}',
    })
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      503,
      '5',
      '',
    ])
  })

  it('turns the wrong secret away before the body has come', async () => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook], patience: 20_000 })
    const { hostname, port } = new URL(server.address)
    const headers = { 'content-length': 200 * MEGABYTE, 'x-secret': 'wrong' }
    const asking = request({ hostname, port, path: '/hooks/echo', method: 'POST', headers })
    asking.on('error', () => {})
    asking.flushHeaders()
    const [response] = (await once(asking, 'response')) as [{ statusCode: number }]
    expect(response.statusCode).toBe(401)
    expect(hook.heard).toEqual([])
    asking.destroy()
  })

  it('turns a body of 200 MB away, and does not keep it', async () => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook], patience: 20_000 })
    const chunk = Buffer.alloc(MEGABYTE, 'x')
    const before = process.memoryUsage().rss
    let highest = before
    const body = async function* () {
      for (let sent = 0; sent < 200; sent++) {
        yield chunk
        highest = Math.max(highest, process.memoryUsage().rss)
      }
    }
    const options = { method: 'POST', headers: OPEN, body: Readable.from(body()) } as const
    const { statusCode } = await ask(`${server.address}/hooks/echo`, options)
    expect(statusCode).toBe(413)
    expect(hook.heard).toEqual([])
    expect(highest - before).toBeLessThan(64 * MEGABYTE)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  })

  it('believes the length that the headers announce', async () => {
    const server = await serverWith({ hooks: [echoHook()] })
    const headers = `POST /hooks/echo HTTP/1.1\r\nhost: x\r\nx-secret: open\r\nconnection: close\r\n`
    const answer = await raw(server, `${headers}content-length: ${MEGABYTE + 1}\r\n\r\n`)
    expect(statusOf(answer)).toBe(413)
  })

  it('lets a client that asks first send its body, or not', async () => {
    const server = await serverWith({ hooks: [echoHook()] })
    const headers = `POST /hooks/echo HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\nconnection: close\r\n`
    const admitted = await raw(server, `${headers}x-secret: open\r\ncontent-length: 2\r\n\r\n`, '{}')
    expect(admitted).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
    const refused = await raw(server, `${headers}x-secret: no\r\ncontent-length: 2\r\n\r\n`)
    expect(refused).toMatch(/^HTTP\/1\.1 401 /)
    const elsewhere = await raw(
      server,
      `${headers.replace('/hooks/echo', '/nowhere')}content-length: 2\r\n\r\n`,
      '{}',
    )
    expect(elsewhere).toContain('HTTP/1.1 404 ')
  })

  it('takes POST at exactly its path', async () => {
    const server = await serverWith({ hooks: [echoHook()] })
    const status = async (path: string, method: string) =>
      (await fetch(server.address + path, { method, headers: OPEN })).status
    expect(await status('/hooks/echo', 'GET')).toBe(405)
    expect(await status('/hooks/echo', 'HEAD')).toBe(405)
    expect(await status('/hooks/echo/', 'POST')).toBe(404)
    expect(await status('/hooks/echo?x=1', 'POST')).toBe(404)
    expect(await status('/hooks/../hooks/other', 'POST')).toBe(404)
  })

  it('that breaks its promise costs one request and not the process', async () => {
    const logged: unknown[] = []
    const log = {
      ...silentLog,
      error: (...entry: unknown[]) => void logged.push(entry),
    }
    const hook = echoHook({ handle: () => Promise.reject(new Error('poison')) })
    const server = await serverWith({ hooks: [hook], log })
    const knock = () => fetch(`${server.address}/hooks/echo`, { method: 'POST', headers: OPEN, body: '{}' })
    expect((await knock()).status).toBe(500)
    expect(logged).toEqual([
      ['a request could not be answered', { path: '/hooks/echo', error: new Error('poison') }],
    ])
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  })

  it('is not told of a body that broke off', async () => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook] })
    const { hostname, port } = new URL(server.address)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.write(
      `POST /hooks/echo HTTP/1.1\r\nhost: x\r\nx-secret: open\r\ncontent-length: 100\r\n\r\n{"half":`,
    )
    await once(socket, 'connect')
    await new Promise<void>((resolve) => socket.end(resolve))
    await once(socket.resume(), 'close')
    expect(hook.heard).toEqual([])
  })
})

describe('patience', () => {
  it('ends with a connection that says nothing, or never ends its headers or its body', async () => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook] })
    const began = performance.now()
    const answers = await Promise.all([
      raw(server, ''),
      raw(server, 'POST /hooks/echo HTTP/1.1\r\nhost: x\r\nx-secret: op'),
      raw(server, 'POST /hooks/echo HTTP/1.1\r\nhost: x\r\nx-secret: open\r\ncontent-length: 9\r\n\r\n{'),
    ])
    expect(answers.map(statusOf)).toEqual([408, 408, 408])
    expect(performance.now() - began).toBeLessThan(PATIENCE * 10)
    expect(hook.heard).toEqual([])
  })

  it('is not bought by a byte now and then', async () => {
    const server = await serverWith({ hooks: [echoHook()] })
    const { hostname, port } = new URL(server.address)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => {}).resume()
    const dripping = setInterval(() => socket.write('x'), PATIENCE / 10)
    onTestFinished(() => clearInterval(dripping))
    socket.write('POST /hooks/echo HTTP/1.1\r\nx-drip: ')
    await once(socket, 'close')
  })
})

describe('malformed requests', () => {
  it.each([
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    [
      'two lengths',
      'POST /hooks/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and chunks',
      'POST /hooks/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'bad chunks',
      'POST /hooks/echo HTTP/1.1\r\nhost: x\r\nx-secret: open\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['endless headers', `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(20_000)}`, 431],
    ['a strange host', 'GET /healthz HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n', 400],
    ['no host', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['a method of its own', 'BREW / HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ])('%s', async (_name, bytes, status) => {
    const hook = echoHook()
    const server = await serverWith({ hooks: [hook] })
    expect(statusOf(await raw(server, Buffer.from(bytes, 'latin1')))).toBe(status)
    expect(hook.heard).toEqual([])
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  })
})

describe('listening and closing', () => {
  it('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const error = await serverWith({ port }).then(
      () => expect.unreachable(),
      (rejected: StartError) => rejected,
    )
    expect(error.message).toBe(
      `HTTP_PORT ${port} is taken by another program: stop that one, or choose another port. Example: HTTP_PORT=${port + 1}`,
    )
    expect(error.exitCode).toBe(EXIT.unavailable)
  })

  it('says in one line that the address is not ours', async () => {
    await expect(serverWith({ host: '192.0.2.1' })).rejects.toThrow(
      'HTTP_HOST 192.0.2.1 is no address of this machine (EADDRNOTAVAIL). Example: HTTP_HOST=0.0.0.0',
    )
  })

  it('answers the request in hand before it closes', async () => {
    let begun = () => {}
    let go = () => {}
    const inHand = new Promise<void>((resolve) => {
      begun = resolve
    })
    const hook = echoHook({
      handle: () =>
        new Promise((resolve) => {
          go = () => resolve({ status: 200, body: '"done"' })
          begun()
        }),
    })
    const server = await serverWith({ hooks: [hook] })
    const asking = fetch(`${server.address}/hooks/echo`, { method: 'POST', headers: OPEN, body: '{}' })
    await inHand
    const closed = server.close()
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed')
    go()
    expect(await (await asking).json()).toBe('done')
    await closed
    await server.close()
  })

  it('gives up waiting for a request that never ends', async () => {
    let begun = () => {}
    const inHand = new Promise<void>((resolve) => {
      begun = resolve
    })
    const handle = () => {
      begun()
      return new Promise<never>(() => {})
    }
    const server = await serverWith({ hooks: [echoHook({ handle })], world: { sleep: async () => {} } })
    const asking = fetch(`${server.address}/hooks/echo`, { method: 'POST', headers: OPEN, body: '{}' })
    await inHand
    await server.close()
    await expect(asking).rejects.toThrow('fetch failed')
  })
})
