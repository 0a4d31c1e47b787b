import { describe, expect, it } from 'vitest'
import { measuredIntake } from '../../src/http/measured-intake.js'
import { createMetrics } from '../../src/http/metrics.js'
import { createFigurePages } from '../../src/http/pages.js'
import type { Call, Request } from '../../src/interaction/call.js'
import { silentLog } from '../../src/kit/log.js'
import { Outage } from '../../src/kit/outage.js'
import { realWorld } from '../../src/kit/world.js'
import { pagesWith, serverWith, WELL } from './client.js'

const world = realWorld()

describe('the pages', () => {
  it('say that the process lives, to GET and HEAD alike', async () => {
    const server = await serverWith()
    const response = await fetch(`${server.address}/healthz`)
    expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
    const head = await fetch(`${server.address}/healthz`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('cache-control')).toBe('no-store')
  })

  it('know nothing else', async () => {
    const server = await serverWith()
    for (const path of [
      '/',
      '/nowhere',
      '/metrics/',
      '/%00',
      '/..%2f..%2fetc/passwd',
      '//healthz',
      '/a'.repeat(4000),
    ]) {
      expect((await fetch(server.address + path)).status, path).toBe(404)
    }
    expect((await fetch(`${server.address}/healthz`, { method: 'DELETE' })).status).toBe(404)
  })

  it('say whether the work can be done, and what stands in its way', async () => {
    const good = await pagesWith().pages.request('/readyz')
    expect([good.status, await good.json()]).toEqual([200, WELL])
    const finding = { check: 'ledger-sum', detail: '1 unit is off' }
    const broken = { ...WELL, ready: false, findings: [finding] }
    const ill = await pagesWith({ readiness: async () => broken }).pages.request('/readyz')
    expect([ill.status, await ill.json()]).toEqual([503, broken])
  })

  it('tell the world that we are ready or not, and no figures', async () => {
    const finding = { check: 'ledger-sum', detail: 'packet 6f3k is off' }
    const broken = { ...WELL, ready: false, findings: [finding] }
    for (const [readiness, status] of [
      [WELL, 200],
      [broken, 503],
    ] as const) {
      const { pages } = pagesWith({ readiness: async () => readiness }, { figures: false })
      const told = await pages.request('/readyz')
      expect([told.status, await told.json()]).toEqual([status, { ready: readiness.ready }])
      expect((await pages.request('/metrics')).status).toBe(404)
      expect((await pages.request('/healthz')).status).toBe(200)
      expect((await pages.request('/packets/6f3k.json')).status).toBe(200)
    }
  })

  it('show figures aside, and nothing that is for everybody', async () => {
    const { aside } = pagesWith()
    expect(await (await aside.request('/readyz')).json()).toEqual(WELL)
    expect(await (await aside.request('/metrics')).text()).toContain('partner_bot_ready 1')
    expect((await aside.request('/healthz')).status).toBe(200)
    for (const path of ['/packets/6f3k.json', '/verify'])
      expect((await aside.request(path)).status, path).toBe(404)
  })

  it('show figures aside under a name of this machine, and under none that was pointed at it', async () => {
    const { aside } = pagesWith()
    for (const path of ['/metrics', '/readyz']) {
      for (const host of ['127.0.0.1:9090', 'localhost', '[::1]:9090'])
        expect((await aside.request(path, { headers: { host } })).status).toBe(200)
      for (const host of ['evil.example:9090', '127.0.0.1.evil.example', '192.0.2.1'])
        expect((await aside.request(path, { headers: { host } })).status).toBe(403)
    }
    const given = { readiness: async () => WELL, world: { sleep: async () => {} }, log: silentLog }
    const { metrics } = pagesWith()
    const anywhere = createFigurePages({ ...given, metrics }, { local: false })
    const headers = { host: 'partner-bot:9090' }
    expect((await anywhere.request('/metrics', { headers })).status).toBe(200)
  })

  it('do not wait for checks that never answer, and survive those that throw', async () => {
    const never = { readiness: () => new Promise<never>(() => {}), world: { sleep: async () => {} } }
    const silent = await pagesWith(never).pages.request('/readyz')
    expect([silent.status, await silent.json()]).toMatchObject([503, { ready: false, database: false }])
    const broken = await pagesWith({ readiness: () => Promise.reject(new Error('x')) }).pages.request(
      '/readyz',
    )
    expect([broken.status, await broken.json()]).toMatchObject([503, { ready: false, database: false }])
  })

  it('show the record of a packet that is over to any page of the web', async () => {
    const { pages } = pagesWith()
    const found = await pages.request('/packets/6f3k.json')
    expect([found.status, await found.json()]).toEqual([200, { packet: '6f3k' }])
    expect(found.headers.get('access-control-allow-origin')).toBe('*')
    for (const path of [
      '/packets/other.json',
      '/packets/6F3K.json',
      '/packets/..%2f.json',
      '/packets/.json',
    ]) {
      expect((await pages.request(path)).status, path).toBe(404)
    }
  })

  it('are kept as long as they fit in memory, and one that does not is read again', async () => {
    const read: string[] = []
    const record = async (packet: string) => {
      read.push(packet)
      return { claims: 'x'.repeat(packet === 'huge' ? 17_000_000 : 6_000_000) }
    }
    const { pages } = pagesWith({ record })
    for (const packet of ['a', 'b', 'a', 'huge', 'huge', 'a', 'c', 'b', 'a']) {
      expect((await pages.request(`/packets/${packet}.json`)).status).toBe(200)
    }
    // The third pushes the first out; the huge one pushes nobody.
    expect(read).toEqual(['a', 'b', 'huge', 'huge', 'c', 'a'])
    await Promise.all(['d', 'd', 'd'].map((packet) => pages.request(`/packets/${packet}.json`)))
    expect(read.slice(6)).toEqual(['d'])
  })

  it('let everybody keep the record of a packet that is over, and ask for it once', async () => {
    let asked = 0
    const record = async (packet: string) => {
      asked += 1
      return packet === 'over' ? { packet } : undefined
    }
    const { pages } = pagesWith({ record })
    for (let times = 0; times < 2; times++) {
      const found = await pages.request('/packets/over.json')
      expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(await found.json()).toEqual({ packet: 'over' })
    }
    expect(asked).toBe(1)
    for (let times = 0; times < 2; times++) {
      const living = await pages.request('/packets/living.json')
      expect([living.status, living.headers.get('cache-control')]).toEqual([404, 'no-store'])
    }
    expect(asked).toBe(3)
  })

  it('tell a packet that is open from one that there is not, and ask again the next time', async () => {
    let asked = 0
    const record = async () => (++asked === 1 ? 'open' : { packet: 'a' })
    const { pages } = pagesWith({ record })
    const living = await pages.request('/packets/a.json')
    expect([living.status, living.headers.get('cache-control')]).toEqual([425, 'no-store'])
    expect(await living.text()).toBe('This packet is open: its record follows when it is over.\n')
    expect((await pages.request('/packets/a.json')).status).toBe(200)
  })

  it('do not call a packet unknown while the database is away', async () => {
    const { pages } = pagesWith({ record: () => Promise.reject(new Outage('away')) })
    const response = await pages.request('/packets/6f3k.json')
    expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(await response.text()).toBe('The database is away; try again later.\n')
  })

  it('do not show what went wrong inside', async () => {
    const { pages } = pagesWith({ record: () => Promise.reject(new Error('hunter2')) })
    const response = await pages.request('/packets/6f3k.json')
    expect([response.status, await response.text()]).toEqual([500, 'This went wrong.\n'])
  })
})

const call = (request: Request): Call => ({
  platform: 'telegram',
  id: 'update:1',
  at: 0,
  actor: { platform: 'telegram', id: '1', name: 'Ana', isBot: false, isAnonymous: false },
  place: { platform: 'telegram', chat: '1', kind: 'private' },
  request,
  awaitsAnswer: true,
  handle: undefined,
})

const catalogue = {
  find: (name: string) => (name === 'wallet' ? ({ name } as never) : undefined),
  order: (name: string) => (name === 'wallet' ? [] : undefined),
}

describe('the figures', () => {
  it('are text for Prometheus, with the house as it is now and the process itself', async () => {
    const findings = [{ check: 'a', detail: 'b' }]
    const response = await pagesWith({ readiness: async () => ({ ...WELL, findings }) }).pages.request(
      '/metrics',
    )
    const text = await response.text()
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toContain('partner_bot_ready 1')
    expect(text).toContain('partner_bot_outbox_messages{state="queued"} 3')
    expect(text).toContain('partner_bot_outbox_messages{state="leased"} 0')
    expect(text).toContain('partner_bot_outbox_messages{state="dead"} 1')
    expect(text).toContain('partner_bot_audit_findings 1')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('stay readable while the database is away, and say so', async () => {
    const metrics = createMetrics(() => Promise.reject(new Error('away')), world)
    expect(await metrics.text()).toContain('partner_bot_ready 0')
  })

  it('do not wait for a database that never answers', async () => {
    const waited: number[] = []
    const sleep = async (ms: number) => void waited.push(ms)
    const metrics = createMetrics(() => new Promise<never>(() => {}), { sleep })
    expect(await metrics.text()).toContain('partner_bot_ready 0')
    expect(waited).toEqual([3000])
  })

  it('count calls by command and outcome, and never by what people type', async () => {
    const { metrics } = pagesWith()
    let next: 'answer' | 'refusal' | 'nothing' | 'outage' = 'answer'
    const intake = measuredIntake(
      {
        event: async () => {},
        settle: async () => {},
        async call() {
          if (next === 'outage') throw new Error('away')
          if (next === 'nothing') return undefined
          return { view: { text: [] }, locale: 'en', refused: next === 'refusal' }
        },
      },
      metrics,
      { world, catalogue },
    )
    await intake.call(call({ kind: 'typed', command: 'wallet', words: '' }))
    next = 'refusal'
    await intake.call(call({ kind: 'pressed', data: '1wallet' }))
    await intake.call(call({ kind: 'pressed', data: 'forged-by-mallory' }))
    next = 'nothing'
    await intake.call(call({ kind: 'answered', text: 'mallory was here' }))
    await intake.call(call({ kind: 'typed', command: 'mallory', words: '' }))
    next = 'outage'
    await expect(intake.call(call({ kind: 'opened', payload: 'mallory' }))).rejects.toThrow('away')
    const text = await metrics.text()
    const counted = (command: string, outcome: string) =>
      text.includes(
        `partner_bot_calls_total{platform="telegram",command="${command}",outcome="${outcome}"} 1`,
      )
    expect(counted('wallet', 'answered')).toBe(true)
    expect(counted('wallet', 'refused')).toBe(true)
    expect(counted('unknown', 'refused')).toBe(true)
    expect(counted('text', 'silent')).toBe(true)
    expect(counted('unknown', 'silent')).toBe(true)
    expect(counted('link', 'failed')).toBe(true)
    expect(text).toContain('partner_bot_answer_seconds_count{platform="telegram"} 6')
    expect(text).not.toContain('mallory')
  })
})
