/** The page in a browser, on two fake platforms: what a person sees, presses and types. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/sandbox/contract.js'
import { installedFolders } from '../../../src/sandbox/page-document.js'
import { discordCard, LOUNGE, MOON_TRADERS, telegramCard } from './sample-messages.js'
import { type Stage, setStage } from './stage.js'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]
const isThere = existsSync(CHROMIUM)
if (!isThere) process.stderr.write(`skipped: there is no ${CHROMIUM} to look at the page with\n`)

let browser: Browser
let built: string
let stage: Stage
let address: string
let page: Page
let complaints: string[]

/** Compiles the page as it is now, apart from what a build may be doing at the same time. */
async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  const options = ['-p', 'tsconfig.page.json', '--outDir', folder, '--incremental', 'false']
  await promisify(execFile)(process.execPath, [tsc, ...options, '--tsBuildInfoFile', 'null'])
  return folder
}

async function open(query = 'telegram=ana&discord=kofi&language=en&tour=-1', width = 1400, height = 900) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  context.setDefaultTimeout(PATIENCE_MS)
  const opened = await context.newPage()
  opened.on('pageerror', (error) => complaints.push(error.message))
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await opened.goto(`${address}?${query}`)
  await opened.locator('.page').waitFor()
  return opened
}

const telegramPane = () => page.getByRole('region', { name: 'Telegram' })
const discordPane = () => page.getByRole('region', { name: 'Discord' })
const acts = (name: 'telegram' | 'discord') => stage[name].acts.map(({ action }) => action)
/** Waits until the fake platform was asked this many things. */
const asked = (name: 'telegram' | 'discord', count: number) =>
  eventually(() => stage[name].acts.length).toBe(count)

/** A machine that is busy with other things may take its time. */
const PATIENCE_MS = 10_000
const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: PATIENCE_MS })
const hasFocus = (element: Locator) => element.evaluate((it) => it === document.activeElement)

/** An answer that is given when the test says so. */
function later() {
  let give: (outcome: Outcome) => void = () => {}
  const answer = new Promise<Outcome>((resolve) => {
    give = resolve
  })
  return { answer, give: (outcome: Outcome) => give(outcome) }
}

describe.skipIf(!isThere)('the chat page', () => {
  beforeAll(async () => {
    built = await build()
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })

  afterAll(async () => {
    await browser.close()
    rmSync(built, { recursive: true, force: true })
  })

  beforeEach(async () => {
    complaints = []
    stage = setStage({ ...installedFolders(), modules: join(built, 'sandbox/page') })
    address = await stage.page.listen()
    page = await open()
  })

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await stage.page.close()
    expect(complaints).toEqual([])
  })

  it('draws Telegram messages with their entities and buttons', async () => {
    const card = telegramPane().getByRole('article').filter({ hasText: '20 shares' }).first()
    await card.locator('b', { hasText: 'drops 50.00 USDT' }).waitFor()
    expect(await card.locator('code').textContent()).toBe('6f1c…a9e2')
    expect(await card.locator('time').first().textContent()).toMatch(/in \d+|ago|now/)
    await card.getByRole('button', { name: 'Show more' }).click()
    await card.getByRole('button', { name: 'Show less' }).waitFor()
    await telegramPane().getByRole('button', { name: 'Hidden text' }).click()
    expect(await telegramPane().locator('.spoiler.shown').textContent()).toBe('I got it')
    expect(await telegramPane().getByRole('button', { name: 'Ended' }).isDisabled()).toBe(true)
  })

  it('draws Discord messages of both generations', async () => {
    const container = discordPane().locator('.dc-container')
    expect(await container.evaluate((element) => getComputedStyle(element).borderLeftColor)).toBe(
      'rgb(216, 53, 42)',
    )
    expect(await container.locator('.dc-heading-3').textContent()).toContain('drops 50.00 USDT')
    expect(await container.getByRole('link', { name: 'How it works' }).getAttribute('rel')).toContain(
      'noopener',
    )
    await discordPane().getByText('@Mei Lin 林梅').waitFor()
    await discordPane().getByText('#drops').waitFor()
    expect(await discordPane().locator('.dc-embed').textContent()).toContain('You got 1.87 USDT')
  })

  it('shows what only one person may see to that person alone', async () => {
    await telegramPane().getByText('Only you see this').waitFor()
    await discordPane().getByText('Only you can see this').waitFor()
    const other = await open('telegram=kofi&discord=ana&language=en&tour=-1')
    await other.getByText('lucky split').first().waitFor()
    expect(await other.getByText('Only you').count()).toBe(0)
  })

  it('presses a Telegram button: a spinner, then the toast', async () => {
    const { answer, give } = later()
    stage.telegram.answer(() => answer)
    const claim = telegramPane().getByRole('button', { name: 'Claim a share' })
    await claim.click()
    await claim.getByRole('status', { name: 'Waiting for the bot' }).waitFor()
    await claim.click()
    give({ kind: 'toast', text: 'You got 2.31 USDT', alert: false })
    await telegramPane().locator('.toast', { hasText: 'You got 2.31 USDT' }).waitFor()
    await eventually(() => claim.getAttribute('aria-busy')).toBe('false')
    expect(acts('telegram')).toEqual([{ do: 'press', room: MOON_TRADERS, message: 103, data: 'c1:claim:p1' }])
  })

  it('shows an alert that is closed by keyboard and gives the focus back', async () => {
    const conditions = telegramPane().getByRole('button', { name: 'Conditions' })
    await conditions.focus()
    await page.keyboard.press('Enter')
    const alert = page.getByRole('dialog', { name: 'Message from the bot' })
    await alert.getByText('You got 2.31 USDT, Ana Torres').waitFor()
    await page.keyboard.press('Escape')
    await alert.waitFor({ state: 'detached' })
    await eventually(() => hasFocus(conditions)).toBe(true)
  })

  it('copies, and opens deep links in the private chat', async () => {
    await telegramPane().getByRole('button', { name: 'Copy code' }).click()
    await telegramPane().getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('RP-6F1C')
    await telegramPane().getByRole('link', { name: 'full proof' }).click()
    await asked('telegram', 1)
    expect(acts('telegram')).toEqual([{ do: 'open', payload: 'v_6f1c' }])
    await telegramPane().locator('.chat-title', { hasText: 'Community Partner (demo)' }).waitFor()
  })

  it('presses a Discord button that opens a form, and sends the form by keyboard', async () => {
    await discordPane().getByRole('button', { name: 'Passphrase' }).click()
    const form = page.getByRole('dialog', { name: 'Passphrase' })
    const words = form.getByRole('textbox', { name: 'Passphrase' })
    await eventually(() => hasFocus(words)).toBe(true)
    await page.keyboard.press('Enter')
    expect(acts('discord')).toHaveLength(1)
    await page.keyboard.type('open sesame')
    await form.getByRole('combobox', { name: 'Where shall it go?' }).selectOption('Exchange')
    await words.press('Enter')
    await discordPane().getByText('The words were “open sesame”').waitFor()
    await form.waitFor({ state: 'detached' })
    expect(acts('discord')[1]).toEqual({
      ...{ do: 'submit', room: LOUNGE, modal: 'm1' },
      values: { words: 'open sesame', where: ['exchange'] },
    })
  })

  it('keeps a form open, with what was typed, when nobody answers', async () => {
    await discordPane().getByRole('button', { name: 'Passphrase' }).click()
    const form = page.getByRole('dialog', { name: 'Passphrase' })
    await form.getByRole('textbox', { name: 'Passphrase' }).fill('open sesame')
    stage.discord.answer(() => ({ kind: 'timeout' }))
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByText('Something went wrong. Try again.').waitFor()
    expect(await form.getByRole('textbox', { name: 'Passphrase' }).inputValue()).toBe('open sesame')
  })

  it('says when a Discord interaction failed, and lets an answer be dismissed', async () => {
    const claim = discordPane().getByRole('button', { name: 'Claim a share' })
    stage.discord.answer(() => ({ kind: 'timeout' }))
    await claim.click()
    await discordPane().getByRole('alert').getByText('This interaction failed').waitFor()
    await discordPane().getByRole('button', { name: 'Dismiss message' }).click()
    await discordPane().getByText('You got 1.87 USDT').waitFor({ state: 'detached' })
  })

  it('sends the choice of a select', async () => {
    await discordPane().getByRole('combobox', { name: 'Choose a split' }).selectOption('equal')
    await asked('discord', 1)
    expect(acts('discord')[0]).toEqual({
      ...{ do: 'press', room: LOUNGE, message: discordCard.id, data: 'c1:split', values: ['equal'] },
    })
  })

  it('suggests Telegram commands while one is typed', async () => {
    const field = telegramPane().getByRole('textbox', { name: 'Message' })
    await field.pressSequentially('/')
    await eventually(() => telegramPane().getByRole('option').count()).toBe(3)
    await field.press('ArrowDown')
    await field.press('Tab')
    await eventually(() => field.inputValue()).toBe('/wallet ')
    await field.press('Enter')
    await asked('telegram', 1)
    expect(acts('telegram')).toEqual([{ do: 'say', room: MOON_TRADERS, text: '/wallet' }])
    await eventually(() => field.inputValue()).toBe('')
  })

  it('offers a field for each option of a slash command', async () => {
    const field = discordPane().getByRole('textbox', { name: 'Message lounge' })
    await field.pressSequentially('/red')
    await field.press('Enter')
    await discordPane().getByRole('textbox', { name: 'amount' }).fill('50')
    await discordPane().getByRole('spinbutton', { name: 'shares' }).fill('20')
    await discordPane().getByRole('button', { name: '+ split' }).click()
    await discordPane().getByRole('combobox', { name: 'split', exact: true }).selectOption('Equal')
    await discordPane().getByRole('button', { name: 'Send' }).click()
    await asked('discord', 1)
    expect(acts('discord')).toEqual([
      {
        do: 'command',
        room: LOUNGE,
        name: 'redpacket',
        options: { amount: '50', shares: 20, split: 'equal' },
      },
    ])
  })

  it('asks for the reply a message wants', async () => {
    stage.telegram.put(MOON_TRADERS, {
      ...{ ...telegramCard, message_id: 200, text: 'How much?', entities: [] },
      reply_markup: { force_reply: true, input_field_placeholder: 'Amount' },
    })
    await telegramPane().getByPlaceholder('Amount').fill('50')
    await telegramPane().getByPlaceholder('Amount').press('Enter')
    await asked('telegram', 1)
    expect(acts('telegram')).toEqual([{ do: 'say', room: MOON_TRADERS, text: '50', replyTo: 200 }])
  })

  it('follows what happens, and counts what happens elsewhere', async () => {
    const changed = { ...telegramCard, text: '20 of 20 claimed', entities: [], reply_markup: undefined }
    stage.telegram.put(MOON_TRADERS, changed)
    await telegramPane().getByRole('article').filter({ hasText: '20 of 20 claimed' }).waitFor()
    expect(await telegramPane().getByRole('button', { name: 'Claim a share' }).count()).toBe(0)
    stage.discord.put('800000000000002002', { ...discordCard, id: '900000000000009999' })
    await discordPane().getByRole('button', { name: 'drops 1 unread' }).click()
    await discordPane().getByRole('button', { name: 'drops', exact: true }).waitFor()
  })

  it('lets anyone be acted as, also from the crowd, by keyboard', async () => {
    await telegramPane()
      .getByRole('button', { name: /^Acting as Ana Torres/ })
      .focus()
    await page.keyboard.press('Enter')
    await eventually(() => hasFocus(page.getByRole('menuitemradio', { name: 'Ana Torres' }))).toBe(true)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await telegramPane()
      .getByRole('button', { name: /^Acting as Pavel Orlov/ })
      .click()
    await page.getByRole('spinbutton', { name: 'Anyone from the crowd' }).fill('7')
    await page.keyboard.press('Enter')
    await telegramPane()
      .getByRole('button', { name: /^Acting as Member 7/ })
      .waitFor()
    await telegramPane().getByRole('button', { name: 'Claim a share' }).click()
    await asked('telegram', 1)
    expect(stage.telegram.acts[0]?.person).toBe('crowd-7')
  })

  it('lets a crowd press on both platforms, and tells how it went', async () => {
    await telegramPane().getByRole('button', { name: 'Let a crowd press' }).click()
    const dialog = page.getByRole('dialog', { name: 'Storm' })
    await dialog.getByRole('button', { name: '100', exact: true }).click()
    await dialog
      .getByRole('combobox', { name: 'On the other platform' })
      .selectOption('Discord · 🧧 Claim a share')
    await dialog.getByRole('button', { name: 'Let 100 people press' }).click()
    const storm = page.getByRole('region', { name: 'The storm' })
    await storm.getByText('100 people have pressed').waitFor()
    await storm.getByRole('row', { name: /toast You got # USDT, Member # 50$/ }).waitFor()
    await storm.getByRole('row', { name: /private You got # USDT 50$/ }).waitFor()
    await storm.getByRole('button', { name: 'Close' }).click()
    await storm.waitFor({ state: 'detached' })
  })

  it('leads through the first minute', async () => {
    await page.getByRole('button', { name: 'First minute' }).click()
    await page.getByRole('button', { name: 'As Mei: /redpacket 50 20' }).click()
    await telegramPane()
      .getByRole('button', { name: /^Acting as Mei Lin/ })
      .waitFor()
    const field = telegramPane().getByRole('textbox', { name: 'Message' })
    await eventually(() => field.inputValue()).toBe('/redpacket 50 20')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Be Ana' }).click()
    await telegramPane().getByRole('button', { name: 'Claim a share' }).click()
    await page.getByRole('button', { name: /^As Mei: \/redpacket amount/ }).click()
    await eventually(() => discordPane().getByRole('textbox', { name: 'amount' }).inputValue()).toBe('50')
  })

  it('speaks four languages', async () => {
    for (const [name, words] of [
      ['简体中文', '这里的钱是演示用的，不是真钱。'],
      ['Русский', 'Деньги здесь игрушечные, не настоящие.'],
      ['Español', 'Dinero de juguete. Aquí nada es real.'],
      ['English', 'Play money. Nothing here is real.'],
    ] as const) {
      await page.locator('.language select').selectOption(name)
      await page.getByText(words).waitFor()
    }
    await page.locator('.language select').selectOption('Español')
    await page.getByText('Dinero de juguete').waitFor()
    await page.goto(address)
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('es')
  })

  it('fits a phone, with one pane in front', async () => {
    const phone = await open('telegram=ana&discord=kofi&language=ru', 390, 844)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await phone.getByRole('button', { name: 'Discord', exact: true }).click()
    await phone.getByRole('region', { name: 'Discord' }).waitFor()
    await phone.getByRole('region', { name: 'Telegram' }).waitFor({ state: 'hidden' })
  })

  it('names every button and field', async () => {
    await telegramPane().getByRole('button', { name: 'Claim a share' }).waitFor()
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
        .filter((element) => {
          const labels = (element as HTMLInputElement).labels
          const label = labels && labels.length > 0 ? labels[0]?.textContent : ''
          return !(element.getAttribute('aria-label') || label || element.textContent?.trim())
        })
        .map((element) => element.outerHTML),
    )
    expect(nameless).toEqual([])
  })
})
