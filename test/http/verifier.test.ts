/** The page that recomputes a packet: what it may load, what it says, and in a real browser, that it does. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Outage } from '../../src/kit/outage.js'
import { isChromiumThere, launchChromium, PATIENCE_MS } from '../sandbox/page/chromium.js'
import { pagesWith, serverWith } from './client.js'

const SEED = 'a'.repeat(64)
const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

/** fairness.md, "The commitment", of one tranche of 10 units for two. */
const COMMITMENT = sha256(
  `red packet/1\npacket=6f3k\nasset=USDT\nkind=first-come\ntranche=0\ntotal=10\nshares=2\nsplit=equal
spread=normal\nfloor=1\ncap=none\nseed=${SEED}\n`,
)

const record = (amount = '5') => ({
  version: 1,
  packet: '6f3k',
  asset: 'USDT',
  kind: 'first-come',
  seed: SEED,
  tranches: [
    {
      commitment: COMMITMENT,
      total: '10',
      shares: 2,
      split: 'equal',
      spread: 'normal',
      floor: '1',
      cap: null,
    },
  ],
  claims: [{ slot: 0, amount, holder: 'a' }],
})

const RECORDS: Record<string, unknown> = { '6f3k': record(), '7g4m': record('6'), '0pen': 'open' }

const published = () =>
  pagesWith({
    record: async (packet) => {
      if (packet === 'away') throw new Outage('away')
      return RECORDS[packet]
    },
  })

describe('the page that recomputes a packet', () => {
  it('loads nothing from anywhere else, and runs nothing that is not in it', async () => {
    const { pages } = published()
    const answer = await pages.request('/packets/6f3k')
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    for (const [, , inline = ''] of html.matchAll(
      /<(style|script|script type="importmap")>(.*?)<\/(?:style|script)/gs,
    )) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`)
    }
    expect(html.match(/(?:src|href|action)="[^"]*"/g)).toEqual([
      'href="6f3k.json"',
      'href="../verify.mjs"',
      'src="../verify-page.mjs"',
    ])
    expect(html).not.toContain('//')
  })

  it('runs the very program that docs name', async () => {
    const { pages } = published()
    const served = await pages.request('/verify.mjs')
    expect(served.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const file = fileURLToPath(new URL('../../docs/verify.mjs', import.meta.url))
    expect(await served.text()).toBe(readFileSync(file, 'utf8'))
  })

  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru', 'пересчёт'],
    ['en;q=0.1, zh-CN', 'zh-CN', '重算'],
    ['es-MX', 'es', 'recalculado'],
    ['xx, ;q=, ,,,', 'en', 'recomputed'],
  ])('speaks the reader’s language: %s', async (header, locale, word) => {
    const { pages } = published()
    const answer = await pages.request('/packets/6f3k', { headers: { 'accept-language': header } })
    const html = await answer.text()
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).toContain(word)
    expect(answer.headers.get('vary')).toBe('accept-language')
  })

  it('speaks the language that its address names before all others, and goes on in it', async () => {
    const { pages } = published()
    const headers = { 'accept-language': 'es' }
    const html = await (await pages.request('/packets/6f3k?language=ru', { headers })).text()
    expect(html).toContain('<html lang="ru">')
    expect(html).toContain('<input type="hidden" name="language" value="ru">')
    const forged = await pages.request('/packets/6f3k?language=%22%3E%3Cscript%3E', { headers })
    const inert = await forged.text()
    expect(inert).toContain('<html lang="es">')
    expect(inert).not.toContain('"><script>')
  })

  it('has a sentence for all that verify.mjs can find', async () => {
    const program = readFileSync(new URL('../../docs/verify.mjs', import.meta.url), 'utf8')
    const found = [...program.matchAll(/new Difference\(\s*'([^']+)'/g)].map(([, what]) => what)
    const html = await (await published().pages.request('/packets/6f3k')).text()
    expect(new Set(found).size).toBe(12)
    for (const what of found) expect(html).toContain(`data-verdict="different-${what}"`)
    const sentences = [...html.matchAll(/<p data-verdict="[^"]+"(?: hidden)?>([^<]+)</g)].map(([, it]) => it)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('is there for ids alone, and says 404 where there is no such packet', async () => {
    const { pages } = published()
    const statusOf = async (id: string) => (await pages.request(`/packets/${id}`)).status
    expect(await Promise.all(['6f3k', '0pen', 'away', 'none'].map(statusOf))).toEqual([200, 200, 200, 404])
    expect(await (await pages.request('/packets/none')).text()).toContain('data-verdict="no-packet"')
    for (const id of ['A', '%22%3E', `${'a'.repeat(33)}`, 'a.html'])
      expect((await pages.request(`/packets/${id}`)).status).toBe(404)
  })
})

describe.runIf(isChromiumThere())('in a browser, the page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  }, 60_000)
  afterAll(() => browser.close())

  /** One for each language: making one takes longer than looking at a page. */
  const contexts = new Map<string, Promise<BrowserContext>>()
  const contextIn = (locale: string): Promise<BrowserContext> => {
    const context = contexts.get(locale) ?? browser.newContext({ locale })
    contexts.set(locale, context)
    return context
  }

  /** Shows the page in the language, its programs changed by `meddle`, and waits for the verdict. */
  const verdict = async (
    path: string,
    { locale = 'en', meddle = async (_page: Page): Promise<unknown> => undefined } = {},
  ) => {
    const server = await serverWith({ pages: published().pages })
    const page = await (await contextIn(locale)).newPage()
    await meddle(page)
    await page.goto(server.address + path)
    const shown = page.locator('[data-verdict]:not([hidden]):not([data-verdict="running"])')
    await shown.waitFor({ timeout: PATIENCE_MS * 3 })
    const seen = {
      count: await shown.count(),
      verdict: await shown.getAttribute('data-verdict'),
      sentence: await shown.textContent(),
      facts: await page.locator('dl').innerText(),
    }
    await page.close()
    return seen
  }
  const english = new Map<string, ReturnType<typeof verdict>>()
  const inEnglish = (path: string): ReturnType<typeof verdict> => {
    const seen = english.get(path) ?? verdict(path)
    english.set(path, seen)
    return seen
  }
  /** Lets one address of the server be answered otherwise. */
  const answering = (address: string, answer: Parameters<Route['fulfill']>[0] | 'nothing') => ({
    meddle: (page: Page) =>
      page.route(`**${address}`, (route) => (answer === 'nothing' ? route.abort() : route.fulfill(answer))),
  })

  it('says valid, with the hash of the card or without', async () => {
    const plain = await verdict('/packets/6f3k')
    expect(plain).toMatchObject({ verdict: 'valid', count: 1 })
    expect(plain.facts.split('\n')).toEqual([
      ...['Shares', '2', 'Shares claimed', '1'],
      ...['Claimed (in brackets: in the smallest unit)', '0.000005 USDT (5)'],
      ...['Left (in brackets: in the smallest unit)', '0.000005 USDT (5)', 'Asset', 'USDT'],
      ...['Fingerprint, to be compared with the card', COMMITMENT],
      ...['All shares (in brackets: in the smallest unit)', '0.000005 USDT (5) · 0.000005 USDT (5)'],
    ])
    const card = await verdict(`/packets/6f3k?card=${COMMITMENT.slice(0, 20).toUpperCase()}`)
    expect(card.verdict).toBe('valid-card')
    expect(card.facts).toContain('Fingerprint, as on your card')
  }, 60_000)

  it.each([
    ['/packets/7g4m', 'different-amount', ['claims[0].amount', '6', '5']],
    [`/packets/6f3k?card=${'0'.repeat(16)}`, 'different-card', [COMMITMENT, '0'.repeat(16)]],
    ['/packets/6f3k?card=<b>', 'not-a-hash', ['<b>']],
    ['/packets/none', 'no-packet', []],
    ['/packets/0pen', 'open', []],
    ['/packets/away', 'unanswered', ['503']],
  ])(
    'tells %s from everything else: %s',
    async (path, what, facts) => {
      const shown = await verdict(path)
      expect([shown.count, shown.verdict]).toEqual([1, what])
      for (const fact of facts) expect(shown.facts.split('\n')).toContain(fact)
    },
    60_000,
  )

  it.each([
    ['the record does not come', '/6f3k.json', 'nothing', 'unreachable'],
    ['the record is none', '/6f3k.json', { body: '<html>' }, 'unreadable'],
    ['the program does not come', '/verify-page.mjs', 'nothing', 'broken'],
    ['a part of the program does not come', '/verify.mjs', { status: 502, body: 'bad' }, 'broken'],
    ['the program is none', '/verify.mjs', { contentType: 'text/javascript', body: 'export {' }, 'broken'],
    [
      'the program fails at once',
      '/verify-page.mjs',
      { contentType: 'text/javascript', body: 'throw 1' },
      'broken',
    ],
    [
      'the program fails at the record',
      '/verify-browser.mjs',
      { contentType: 'text/javascript', body: 'export const readFileSync = 0, createHash = 0' },
      'broken',
    ],
  ] as const)(
    'has a verdict when %s',
    async (_, address, answer, what) => {
      expect(await verdict('/packets/6f3k', answering(address, answer))).toMatchObject({
        ...{ count: 1, verdict: what },
      })
    },
    60_000,
  )

  it.each(['ru', 'zh-CN', 'es'])(
    'says nothing in English to those who read %s',
    async (locale) => {
      for (const path of ['/packets/6f3k', '/packets/7g4m', '/packets/none', '/packets/6f3k?card=0xyz']) {
        const { sentence, facts } = await verdict(path, { locale })
        const known = await inEnglish(path)
        expect(sentence).not.toBe(known.sentence)
        // Labels and values take turns.
        const labels = facts.split('\n').filter((_, at) => at % 2 === 0)
        const before = known.facts.split('\n')
        for (const label of labels.filter(Boolean)) expect(before).not.toContain(label)
      }
    },
    120_000,
  )
})
