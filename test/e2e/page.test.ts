/**
 * The whole product as somebody sees it who has just typed `npm start`: the sandbox's page in Chromium, on
 * the real bot. A packet is dropped and claimed on both platforms, a crowd storms it while the bot is killed,
 * its draw is verified, and the page tells what came of each; on a desk and on a phone.
 */
import { rmSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tried } from '../kit/proof.js'
import { temporaryFolder } from '../kit/storage.js'
import { isChromiumThere, launchChromium } from '../sandbox/page/chromium.js'
import { assertBuilt, type BotProcess, startBot } from './bot-process.js'

/** ms for a step. Generous: the machine has other work, and a platform gives a press 15 s by itself. */
const PATIENCE_MS = 60_000
const CASE_MS = 240_000
const CROWD = 60

type PlatformName = 'telegram' | 'discord'
const REGIONS = { telegram: 'Telegram', discord: 'Discord' }

let browser: Browser
let folder: string
let sandbox: BotProcess
let page: Page
let isPhone: boolean

const pane = (platform: PlatformName): Locator => page.getByRole('region', { name: REGIONS[platform] })

/** Brings something to the front where there is room for one thing only. */
async function toFront(name: string): Promise<void> {
  if (!isPhone) return
  const front = page.getByRole('navigation', { name: 'Parts of the page' })
  await front.getByRole('button', { name, exact: true }).click()
}

async function become(platform: PlatformName, name: string): Promise<void> {
  await toFront(REGIONS[platform])
  await pane(platform)
    .getByRole('button', { name: /^Acting as / })
    .click()
  await page.getByRole('menuitemradio', { name }).click()
  await pane(platform)
    .getByRole('button', { name: `Acting as ${name}` })
    .waitFor()
}

async function type(platform: PlatformName, words: string): Promise<void> {
  await toFront(REGIONS[platform])
  const field = pane(platform).getByRole('textbox', { name: /^Message/ })
  await field.fill(words)
  await field.press('Enter')
}

const claimButton = (platform: PlatformName): Locator =>
  pane(platform).getByRole('button', { name: '🧧 Claim' }).last()

async function storm(platform: PlatformName): Promise<void> {
  await toFront(REGIONS[platform])
  await pane(platform).getByRole('button', { name: 'Let a crowd press' }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Storm' })
  await dialog.getByRole('spinbutton', { name: 'How many people' }).fill(String(CROWD))
  await dialog.getByRole('checkbox', { name: 'Kill the bot in the middle' }).check()
  await dialog.getByRole('button', { name: `Let ${CROWD} people press` }).click()
  await page.getByText(`${CROWD} people have pressed`).waitFor()
}

/** Opens the page that recomputes the packet, in another tab, and reads what it says in another language. */
async function recomputed(address: string | null): Promise<void> {
  const tab = await page.context().newPage()
  await tab.goto(new URL((address ?? '').replace('language=en', 'language=ru'), page.url()).href)
  const verdict = tab.locator('[data-verdict=valid]')
  await verdict.waitFor()
  expect(await verdict.textContent()).toContain('Каждая доля следует из опубликованного зерна')
  expect(await tab.locator('dl').innerText()).toContain('Долей забрали\n20')
  await tab.close()
}

/** Where the bot has told Discord its commands: before, what is typed is an ordinary message. */
async function dropOnDiscord(command: string): Promise<void> {
  await toFront(REGIONS.discord)
  await pane('discord')
    .getByRole('textbox', { name: /^Message/ })
    .fill('/red')
  await pane('discord')
    .getByRole('option', { name: /redpacket/ })
    .waitFor()
  await type('discord', command)
  await pane('discord').getByRole('button', { name: 'Send' }).click()
}

describe.skipIf(!isChromiumThere())('the page on the real bot', () => {
  beforeAll(async () => {
    assertBuilt()
    browser = await launchChromium()
  })

  afterAll(() => browser.close())

  beforeEach(async () => {
    folder = temporaryFolder()
    sandbox = await startBot(folder, { HTTP_PORT: '0' })
  })

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await sandbox.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(width: number, height: number, tour = -1): Promise<void> {
    isPhone = width < 860
    const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' })
    context.setDefaultTimeout(PATIENCE_MS)
    page = await context.newPage()
    const address = /Sandbox: (\S+)/.exec(sandbox.said())?.[1] ?? ''
    await page.goto(`${address}/?language=en&tour=${tour}&telegram=olivia&discord=olivia`)
    await claimNobody()
  }

  /** A fresh sandbox has no packet yet. */
  async function claimNobody(): Promise<void> {
    await page.getByText('No messages here yet').first().waitFor()
    expect(await page.getByRole('button', { name: '🧧 Claim' }).count()).toBe(0)
  }

  it.each([
    [1440, 900],
    [390, 844],
  ])(
    'drops, claims, storms, kills and verifies at %d by %d',
    async (width, height) => {
      await open(width, height)

      await type('telegram', '/redpacket 40 20')
      await claimButton('telegram').waitFor()
      await become('telegram', 'Ana Torres')
      await claimButton('telegram').click()
      await pane('telegram').getByText('¡Te tocó').first().waitFor()

      await type('discord', '/redpacket amount:40 shares:20 greeting:Happy day to all')
      await pane('discord').getByRole('button', { name: 'Send' }).click()
      await claimButton('discord').waitFor()
      await pane('discord').getByText('Happy day to all').first().waitFor()
      await become('discord', 'Lena Sorokina')
      await claimButton('discord').click()
      await pane('discord').getByText('Вам досталось').first().waitFor()

      await storm('telegram')
      await page.getByText('The bot was killed after').waitFor()
      const panel = page.getByRole('region', { name: 'The storm' })
      await panel.getByRole('button', { name: 'Details' }).click()
      await panel
        .getByRole('table', { name: 'How the presses ended over time' })
        .waitFor({ state: 'attached' })
      await panel.getByRole('button', { name: 'Less' }).click()
      await panel.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Bot running' }).click()
      await page.getByText('It has been restarted once.').first().waitFor()
      await page.keyboard.press('Escape')

      await toFront('Telegram')
      await pane('telegram').getByText('20 of 20 claimed').waitFor()
      await become('telegram', 'Kofi Mensah')
      await pane('telegram').getByRole('button', { name: '🔍 Verify' }).click()
      await pane('telegram').getByText('Recomputed from the seed').waitFor()
      const record = pane('telegram').getByRole('link', { name: 'Public record' })
      const answer = await page.request.get(
        new URL((await record.getAttribute('href')) ?? '', page.url()).href,
      )
      expect([answer.status(), await answer.json()]).toMatchObject([200, { version: 1 }])
      await recomputed(
        await pane('telegram').getByRole('link', { name: 'Recompute it here' }).getAttribute('href'),
      )

      await toFront('Happened')
      const rail = page.getByRole('list', { name: 'What just happened' })
      const dropped = rail.getByRole('listitem').filter({ hasText: '/redpacket 40 20' })
      await dropped.getByText('put into the packet').waitFor()
      const claimed = rail.getByRole('listitem').filter({ hasText: 'Ana Torres pressed' })
      await claimed.getByText('share paid').waitFor()
      const stormed = rail.getByRole('listitem').filter({ hasText: `${CROWD} people pressed` })
      await stormed.getByText('Paid 19', { exact: true }).waitFor()
      await stormed.getByText(`Refused ${CROWD - 19}`, { exact: true }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      tried({ kills: 1, presses: CROWD })
    },
    CASE_MS,
  )

  it(
    'guides through the first minute in any order, over a reload, and is put away and taken out again',
    async () => {
      await open(1440, 900, 0)
      const tour = page.getByRole('region', { name: 'Your first minute' })
      await tour.getByText('Olivia owns the programme.').waitFor()
      await dropOnDiscord('/redpacket amount:5 shares:5')
      await claimButton('discord').waitFor()
      await become('discord', 'Kofi Mensah')
      await claimButton('discord').click()
      const third = tour.getByRole('button', { name: 'The same on Discord (done)' })
      await third.waitFor()
      await tour.getByText('Olivia owns the programme.').waitFor()

      await page.reload()
      await third.waitFor()
      await type('telegram', '/redpacket 4 4')
      await tour.getByText('Become Kofi and press the green button').waitFor()
      await page.reload()
      await tour.getByText('Become Kofi and press the green button').waitFor()
      await become('telegram', 'Kofi Mensah')
      await claimButton('telegram').click()
      // The third is done already.
      await tour.getByText('Press “Let a crowd press” under a packet').waitFor()

      await tour.getByRole('button', { name: 'Put the guide away' }).click()
      await page.reload()
      await claimButton('telegram').waitFor()
      expect(await tour.count()).toBe(0)
      await page.getByRole('button', { name: 'Language and colours' }).click()
      await page.getByRole('menuitem', { name: 'First minute' }).click()
      await tour.getByText('Press “Let a crowd press” under a packet').waitFor()
    },
    CASE_MS,
  )

  it(
    'tells both mistakes of a form on Discord, each by its field, and both of a command on Telegram',
    async () => {
      await open(1440, 900)
      await dropOnDiscord('/redpacket')
      const form = page.getByRole('dialog', { name: 'Red packet' })
      await form.getByRole('textbox', { name: 'How much in all?' }).fill('fifty')
      await form.getByRole('textbox', { name: 'For how many people?' }).fill('0')
      await form.getByRole('button', { name: 'Submit' }).click()
      await pane('discord').getByText('“fifty” is not an amount').waitFor()
      await pane('discord').getByText('0 is out of range').waitFor()
      await pane('discord').getByRole('button', { name: 'Type it' }).click()
      await form.getByRole('textbox', { name: 'For how many people?' }).waitFor()
      expect(await form.getByRole('textbox', { name: 'How much in all?' }).inputValue()).toBe('fifty')
      await form.getByRole('button', { name: 'Cancel' }).click()
      await type('telegram', '/redpacket amount=fifty shares=0')
      await pane('telegram').getByText('“fifty” is not an amount').waitFor()
      await pane('telegram').getByText('0 is out of range').waitFor()
    },
    CASE_MS,
  )
})
