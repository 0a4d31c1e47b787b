/** The page in a browser: what just happened, what can go wrong, and the page by keyboard and by eye. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import { installedFolders } from '../../../src/sandbox/page-document.js'
import { buildPage, isChromiumThere, type Looks, launchChromium, looksIn, PATIENCE_MS } from './chromium.js'
import { MOON_TRADERS, telegramCard } from './sample-messages.js'
import { type Stage, setStage } from './stage.js'

let browser: Browser
let looks: Looks
let built: string
let stage: Stage
let address: string
let page: Page

async function open(query: string, width = 1440, height = 900) {
  const opened = await looks.open(width, height)
  await opened.goto(`${address}?language=en&tour=-1&${query}`)
  await opened.locator('.page').waitFor()
  return opened
}

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: PATIENCE_MS })
const entry = (words: RegExp) => page.locator('.entry').filter({ hasText: words })
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

describe.skipIf(!isChromiumThere())('behind the scenes', () => {
  beforeAll(async () => {
    built = await buildPage()
    browser = await launchChromium()
    looks = await looksIn(browser)
  })

  afterAll(async () => {
    await browser.close()
    rmSync(built, { recursive: true, force: true })
  })

  beforeEach(async () => {
    stage = setStage({ ...installedFolders(), modules: join(built, 'sandbox/page') })
    address = await stage.page.listen()
    page = await open('side=rail')
  })

  afterEach(async () => {
    await looks.over()
    await stage.page.close()
  })

  it('tells in plain words what was done, what it was, the money and the messages', async () => {
    const paid = entry(/Kofi Mensah pressed.*2\.31 USDT/s)
    await paid.getByText('The platform delivered it 2 times; it was done once.').waitFor()
    await paid.getByText('packet awz6…').waitFor()
    await paid.getByText('share paid').waitFor()
    await paid.getByText('Changed · Moon Traders').waitFor()
    await entry(/Olivia Owens wrote.*\/redpacket 50 20/s)
      .getByText('put into the packet')
      .waitFor()
    await entry(/no answer/)
      .getByText('Server error, nothing done')
      .waitFor()
    const told = 'Sent what the platform does not know: POST /interactions/:id/:token/callback: '
    await entry(/no answer/)
      .getByText(`${told}unknown field data.colour`)
      .waitFor()
  })

  it('shows money going from left to right between people whose names run from right to left', async () => {
    const row = entry(/فريد حداد/).locator('.ledger li')
    const from = await row.getByText('فريد حداد').boundingBox()
    const to = await row.getByText('نور').boundingBox()
    expect(from && to && from.x + from.width <= to.x).toBe(true)
  })

  it('tells a burst as one entry, with its totals', async () => {
    const burst = entry(/1,000 people pressed 1,018 times/)
    for (const words of ['Paid 20', 'Refused 980', 'Refused because: nothing left 962 · too fast 18']) {
      await burst.getByText(words, { exact: true }).waitFor()
    }
    await burst.getByText('Of 1,018 presses: answered 1,000 · not answered 18').waitFor()
    await burst.getByText('share paid × 20').waitFor()
    expect(await burst.getByText('50 USDT', { exact: true }).count()).toBe(1)
  })

  it('tells times of Discord in the language of the page, as they are from now', async () => {
    const changed = entry(/20 shares/).locator('.consequences')
    await changed.getByText('20 shares, ends in 7 days.').waitFor()
    page = await open('side=rail&language=ru')
    await entry(/20 shares/)
      .getByText('20 shares, ends через 7 дней.')
      .waitFor()
  })

  it('has one tab stop for the replies to all messages, and a way past the list', async () => {
    const pane = page.getByRole('region', { name: 'Telegram' })
    const replies = pane.getByRole('button', { name: /^Reply to / })
    await replies.nth(1).waitFor()
    expect(await replies.count()).toBeGreaterThan(1)
    const stops = () => replies.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)
    expect(await stops()).toBe(1)
    await replies.last().focus()
    await page.keyboard.press('Home')
    const hasFocus = () => replies.first().evaluate((it) => it === document.activeElement)
    expect(await hasFocus()).toBe(true)
    await page.keyboard.press('Enter')
    await pane.getByRole('button', { name: 'Do not reply' }).waitFor()
    await pane.getByRole('button', { name: 'Skip to writing' }).focus()
    await page.keyboard.press('Enter')
    const field = pane.getByRole('textbox')
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
  })

  /** A storm that goes on until the page shows it: one that is over before is old news. */
  const storm = async (on: Page) => {
    let end = () => {}
    const shown = new Promise<void>((resolve) => {
      end = resolve
    })
    stage.telegram.answer(() => shown.then(() => ({ kind: 'toast', text: 'You got 1 USDT', alert: false })))
    const target = { platform: 'telegram', room: MOON_TRADERS, message: telegramCard.message_id, data: 'x' }
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ targets: [target], people: 1_000 })
    await fetch(new URL('/api/storm', address), { method: 'POST', headers, body })
    await on.locator('.storm-summary').waitFor()
    end()
    await stage.page.storms.settled()
  }

  it('tells people and presses of a storm apart, and cuts no label on a phone', async () => {
    const phone = await looks.open(390, 844)
    await phone.goto(`${address}?language=es&tour=-1`)
    await storm(phone)
    const people = phone.locator('.storm-summary dl', { hasText: 'Personas' })
    const presses = phone.locator('.storm-summary dl', { hasText: 'Pulsaciones' })
    await presses.getByText('1000', { exact: true }).waitFor()
    const labels = (list: typeof people) => list.locator('dt').allInnerTexts()
    expect(await labels(people)).toEqual(['Personas', 'Pagadas', 'Rechazadas', 'Aún sin saber'])
    expect(await labels(presses)).toEqual(['Pulsaciones', 'Sin respuesta', 'Por segundo', 'El 99 % en'])
    const cut = await phone
      .locator('.storm-summary dt')
      .evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).length)
    expect(cut).toBe(0)
  })

  it('leaves the newest message in sight when the details of a storm that is over are opened', async () => {
    page = await open('telegram=ana')
    for (let id = 6000; id < 6008; id++)
      stage.telegram.put(MOON_TRADERS, { ...telegramCard, message_id: id, text: `Words ${id}`, entities: [] })
    const pane = page.getByRole('region', { name: 'Telegram' })
    await pane.getByText('Words 6007').waitFor()
    await storm(page)
    await page.getByText('1,000 people have pressed').waitFor()
    const log = pane.getByRole('log')
    await log.evaluate((it) => it.scrollTo({ top: it.scrollHeight }))
    const height = await log.evaluate((it) => it.clientHeight)
    await page.getByRole('button', { name: 'Details' }).click()
    await eventually(() => log.evaluate((it) => it.clientHeight)).toBeLessThan(height)
    await page.waitForTimeout(300)
    expect(await log.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight)).toBeLessThan(2)
  })

  it('takes readers to what is theirs from wherever they have scrolled, and to nothing else', async () => {
    page = await open('side=rail&telegram=ana')
    const pane = page.getByRole('region', { name: 'Telegram' })
    const log = pane.getByRole('log')
    const away = () => log.evaluate((it) => it.scrollHeight - it.scrollTop - it.clientHeight > 100)
    const arrives = async (id: number, from: number) => {
      const words = { text: `Words ${id}`, entities: [], reply_markup: undefined }
      const who = { id: from, is_bot: false, first_name: 'Somebody' }
      stage.telegram.put(MOON_TRADERS, { ...telegramCard, ...words, message_id: id, from: who })
      await pane
        .getByRole('article')
        .filter({ hasText: `Words ${id}` })
        .waitFor()
    }
    for (let id = 5000; id < 5020; id++) await arrives(id, 1)
    await log.evaluate((it) => it.scrollTo({ top: 0 }))
    await arrives(5021, 1)
    expect(await away()).toBe(true)
    await arrives(5022, demoCommunity().person('ana').telegram.id)
    expect(await away()).toBe(false)
  })

  it('folds the guide, and remembers that', async () => {
    page = await open('tour=0&side=rail', 390, 844)
    const tour = page.getByRole('region', { name: 'Your first minute' })
    const high = () => tour.evaluate((it) => it.getBoundingClientRect().height)
    expect(await high()).toBeGreaterThan(90)
    await tour.getByRole('button', { name: 'Fold', exact: true }).click()
    await eventually(high).toBeLessThan(48)
    await page.reload()
    await tour.getByRole('button', { name: 'Unfold' }).click()
    await tour.getByText('Olivia owns the programme.').waitFor()
  })

  it('shows the raw data behind one click', async () => {
    await page.getByRole('button', { name: 'Raw data: Olivia Owens, /redpacket 50 20' }).click()
    await page.getByText('"update_id": 710000001').waitFor()
    await page.getByText('What the bot remembers of it').waitFor()
  })

  it('moves between its tabs by arrow keys, and closes on Escape', async () => {
    await page.getByRole('tab', { name: 'What just happened' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Faults' }).waitFor()
    expect(await focused()).toBe('Faults')
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: 'Behind the scenes' }).waitFor({ state: 'hidden' })
    expect(await focused()).toBe('Behind the scenes')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'What just happened', selected: true }).waitFor()
  })

  it('opens each tab at its top, and has a landmark of its own for each platform’s faults', async () => {
    await page.getByRole('tab', { name: 'Faults' }).click()
    await page.getByRole('region', { name: 'Faults on Discord' }).waitFor()
    expect(await page.getByRole('region', { name: 'Discord', exact: true }).count()).toBe(1)
    const body = page.locator('.side-body')
    await body.evaluate((it) => it.scrollTo({ top: 900 }))
    expect(await body.evaluate((it) => it.scrollTop)).toBeGreaterThan(0)
    await page.getByRole('tab', { name: 'What just happened' }).click()
    expect(await body.evaluate((it) => it.scrollTop)).toBe(0)
  })

  it('says what became of a gateway that was cut, and that a fault waits', async () => {
    await page.getByRole('tab', { name: 'Faults' }).click()
    const faultOf = (name: string) => page.locator('.fault').filter({ hasText: name })
    stage.faults.set({ 'discord-deaf': 'next', 'discord-drop': 'next', 'telegram-stall': 'next' })
    await faultOf('Silent gateway').getByText('next heartbeat').waitFor()
    stage.faults.strikes('discord-drop')
    stage.faults.became('discord-drop', { kind: 'resumed', ms: 1_240, events: 3 })
    await faultOf('Gateway cut').getByText('came back after 1.2 s').waitFor()
    await faultOf('Gateway cut').getByText('3 events were sent again').waitFor()
    stage.faults.strikes('telegram-stall', 'getUpdates')
    await faultOf('A call hangs').getByText('for 8 s nothing that people did reached it').waitFor()
  })

  it('sets the level of a fault, counts how often it struck, and turns all off', async () => {
    await page.getByRole('tab', { name: 'Faults' }).click()
    const level = page.getByRole('combobox', { name: 'Telegram: Too many requests' })
    await level.selectOption('10%')
    await eventually(() => stage.faults.level('telegram-limit')).toBe(0.1)
    await page.getByText('1 on').waitFor()
    stage.faults.strikes('telegram-limit', 'sendMessage')
    await page.getByText('Struck once').waitFor()
    await page.getByRole('button', { name: 'All off' }).click()
    await eventually(() => stage.faults.level('telegram-limit')).toBe('off')
    await eventually(() => level.inputValue()).toBe('off')
  })

  it('says of every fault what it does', async () => {
    await page.getByRole('tab', { name: 'Faults' }).click()
    await page.getByRole('combobox', { name: 'Discord: Silent gateway' }).waitFor()
    const faults = await page.locator('.fault').allInnerTexts()
    expect(faults).toHaveLength(stage.faults.answer().faults.length)
    for (const words of faults) expect(words).not.toMatch(/about-|fault-|level-/)
  })

  it('leads past the bar to the chats by the first press of Tab', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the chats')
    await page.keyboard.press('Enter')
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('pane-telegram')
  })

  it('remembers the colours', async () => {
    await page.getByRole('button', { name: 'Language and colours' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await page.goto(address)
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  it('is one thing at a time on a phone', async () => {
    const phone = await open('', 390, 844)
    const front = phone.getByRole('navigation', { name: 'Parts of the page' })
    await front.getByRole('button', { name: 'Happened' }).click()
    await phone.getByText('share paid × 20').waitFor()
    await phone.getByRole('region', { name: 'Telegram' }).waitFor({ state: 'hidden' })
    await front.getByRole('button', { name: 'Faults' }).click()
    await phone.getByRole('heading', { name: 'Faults' }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
