/** The page in a browser, on two fake platforms: what a person sees, presses and types. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Outcome } from '../../../src/sandbox/contract.js'
import { installedFolders } from '../../../src/sandbox/page-document.js'
import { buildPage, isChromiumThere, type Looks, launchChromium, looksIn, PATIENCE_MS } from './chromium.js'
import { discordCard, LOUNGE, MOON_TRADERS, telegramCard } from './sample-messages.js'
import { type Stage, setStage } from './stage.js'

let browser: Browser
let looks: Looks
let built: string
let stage: Stage
let address: string
let page: Page
let complaints: string[]

async function open(query = 'telegram=ana&discord=kofi&language=en&tour=-1', width = 1400, height = 900) {
  const opened = await looks.open(width, height)
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

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: PATIENCE_MS })
/** Types as a person does: where there is a field to type in, which there is not before a room is open. */
async function typeIn(field: Locator, words: string) {
  await eventually(() => field.isEnabled()).toBe(true)
  await field.pressSequentially(words)
}

const hasFocus = (element: Locator) => element.evaluate((it) => it === document.activeElement)

/** What came of an answer has been drawn two frames later. */
const drawn = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** An answer that is given when the test says so. */
function later() {
  let give: (outcome: Outcome) => void = () => {}
  const answer = new Promise<Outcome>((resolve) => {
    give = resolve
  })
  return { answer, give: (outcome: Outcome) => give(outcome) }
}

describe.skipIf(!isChromiumThere())('the chat page', () => {
  beforeAll(async () => {
    built = await buildPage()
    browser = await launchChromium()
    looks = await looksIn(browser)
    await looks.context.grantPermissions(['clipboard-read', 'clipboard-write'])
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
    await looks.over()
    await stage.page.close()
    expect(complaints).toEqual([])
  })

  it('takes no words before it knows the room that they would go to', async () => {
    page = await looks.open(1400, 900)
    let letThrough = (): void => {}
    const held = new Promise<void>((resolve) => {
      letThrough = resolve
    })
    await page.route(/\/rooms/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${address}?telegram=ana&discord=kofi&language=en&tour=-1`)
    const fields = [telegramPane(), discordPane()].map((pane) =>
      pane.getByRole('textbox', { name: /^Message/ }),
    )
    for (const field of fields) await field.waitFor()
    expect(await Promise.all(fields.map((field) => field.isDisabled()))).toEqual([true, true])
    letThrough()
    for (const field of fields) {
      await field.fill('hello')
      await field.press('Enter')
    }
    await asked('telegram', 1)
    await asked('discord', 1)
  })

  it('draws Telegram messages with their entities and buttons', async () => {
    const card = telegramPane().getByRole('article').filter({ hasText: '20 shares' }).first()
    await card.locator('b', { hasText: 'drops 50.00 USDT' }).waitFor()
    expect(await card.locator('code').textContent()).toBe('6f1c…a9e2')
    expect(await card.locator('time').first().textContent()).toMatch(/dentro de \d+|hace|ahora/)
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

  it.each([
    { late: 'rooms', query: /\/api\/rooms\?.*person=ana/ },
    { late: 'history', query: /\/api\/history\?.*person=ana/ },
  ])('shows nothing of a former person when the $late come late', async ({ query }) => {
    page = await looks.open(1400, 900)
    const late: (() => Promise<void>)[] = []
    await page.route(query, (route) => {
      if (!route.request().url().includes('telegram')) return route.continue()
      return new Promise<void>((resolve) => {
        late.push(async () => {
          await route.continue()
          resolve()
        })
      })
    })
    await page.goto(`${address}?telegram=ana&discord=kofi&language=en&tour=-1`)
    await eventually(() => late.length).toBe(1)
    await telegramPane()
      .getByRole('button', { name: /^Acting as Ana Torres/ })
      .click()
    await page.getByRole('menuitemradio', { name: 'Kofi' }).click()
    await telegramPane().getByText('lucky split').first().waitFor()
    const answered = page.waitForResponse(query)
    await late[0]?.()
    await (await answered).finished()
    await drawn()
    expect(await telegramPane().getByText('Only you see this').count()).toBe(0)
    expect(await telegramPane().getByText('lucky split').count()).toBeGreaterThan(0)
  })

  it('takes everything of a person off the screen when another is acted as', async () => {
    await telegramPane().getByText('Only you see this').waitFor()
    await page.route(/person=kofi/, () => {})
    await telegramPane()
      .getByRole('button', { name: /^Acting as Ana Torres/ })
      .click()
    await page.getByRole('menuitemradio', { name: 'Kofi' }).click()
    await telegramPane()
      .getByRole('button', { name: /^Acting as Kofi/ })
      .waitFor()
    expect(await telegramPane().getByText('Only you see this').count()).toBe(0)
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

  it('remembers every step of the tour, though several deeds are under way', async () => {
    const slow = later()
    stage.telegram.answer((_person, action) => (action.do === 'press' ? slow.answer : { kind: 'none' }))
    await telegramPane().getByRole('button', { name: 'Claim a share' }).click()
    await asked('telegram', 1)
    await discordPane().getByRole('button', { name: 'Claim a share' }).click()
    const done = () =>
      page.evaluate(() => JSON.parse(localStorage.getItem('community-partner-sandbox') ?? '{}').tourDone)
    await eventually(done).toEqual(['discord'])
    slow.give({ kind: 'toast', text: 'You got 2.31 USDT', alert: false })
    await telegramPane().locator('.toast', { hasText: 'You got 2.31 USDT' }).waitFor()
    await eventually(done).toEqual(['claim', 'discord'])
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
    await typeIn(field, '/')
    await eventually(() => telegramPane().getByRole('option').count()).toBe(3)
    await field.press('ArrowDown')
    await field.press('Tab')
    await eventually(() => field.inputValue()).toBe('/wallet ')
    await field.press('Enter')
    await asked('telegram', 1)
    expect(acts('telegram')).toEqual([{ do: 'say', room: MOON_TRADERS, text: '/wallet' }])
    await eventually(() => field.inputValue()).toBe('')
  })

  it('sends a Telegram command that is typed to its end by one Enter', async () => {
    const field = telegramPane().getByRole('textbox', { name: 'Message' })
    await typeIn(field, '/wallet')
    await eventually(() => telegramPane().getByRole('option').count()).toBe(1)
    await field.press('Enter')
    await asked('telegram', 1)
    expect(acts('telegram')).toEqual([{ do: 'say', room: MOON_TRADERS, text: '/wallet' }])
  })

  it('offers a field for each option of a slash command', async () => {
    const field = discordPane().getByRole('textbox', { name: 'Message lounge' })
    await typeIn(field, '/red')
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

  it('keeps the time clear of words that run from right to left', async () => {
    const words = 'مرحبا بالجميع، كيف الحال؟ 50 USDT'
    stage.telegram.put(MOON_TRADERS, {
      ...{ ...telegramCard, message_id: 201, text: words, entities: [], reply_markup: undefined },
    })
    const row = telegramPane().locator('.tg-row', { hasText: words })
    const text = await row.locator('.tg-text bdi').boundingBox()
    const time = await row.locator('.tg-meta').boundingBox()
    if (!text || !time) throw new Error('the message is not there')
    expect(text.x + text.width <= time.x || text.y + text.height <= time.y).toBe(true)
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
    await dialog.locator('.storm-packet', { hasText: 'drops 50.00 USDT' }).waitFor()
    const elsewhere = dialog.getByRole('combobox', { name: 'On the other platform' })
    expect(await elsewhere.evaluate((it: HTMLSelectElement) => it.selectedOptions[0]?.text)).toBe('Only here')
    await elsewhere.selectOption({ index: 1 })
    await dialog.getByRole('button', { name: 'Let 100 people press' }).click()
    const storm = page.getByRole('region', { name: 'The storm' })
    await storm.getByText('100 people have pressed').waitFor()
    const rows = storm.getByRole('row')
    expect(await rows.count()).toBe(0)
    await storm.getByRole('button', { name: 'Details' }).click()
    await rows.filter({ hasText: /toast You got 2.31 USDT, Member … ?50$/ }).waitFor()
    await rows.filter({ hasText: /private You got 1.87 USDT ?50$/ }).waitFor()
    const course = storm.getByRole('table', { name: 'How the presses ended over time' })
    expect(await course.getByRole('columnheader').allInnerTexts()).toEqual([
      ...['Until', 'Answered', 'Paid', 'Refused', 'Not let through', 'Not answered'],
      ...['Half of the answers within', '99% of the answers within'],
    ])
    expect(await storm.locator('svg.latency path.p50').getAttribute('d')).toMatch(/^M/)
    await storm.getByRole('button', { name: 'Close' }).click()
    await storm.waitFor({ state: 'detached' })
  })

  it('draws no message again while a storm only counts on, and one message when one changes', async () => {
    const { answer, give } = later()
    stage.telegram.answer(() => answer)
    // Called by Preact for each component that it draws; the names are those of the published build. As text,
    // because vitest rewrites an import.
    await page.evaluate(`import('/vendor/preact/dist/preact.mjs').then(({ options }) => {
      globalThis.drawn = {}
      const before = options.__r
      options.__r = (vnode) => {
        drawn[vnode.type.name] = (drawn[vnode.type.name] ?? 0) + 1
        before?.(vnode)
      }
    })`)
    const drawn = (...names: string[]) =>
      page.evaluate(
        (names) =>
          names.map((name) => (globalThis as unknown as { drawn: Record<string, number> }).drawn[name] ?? 0),
        names,
      )
    await telegramPane().getByRole('button', { name: 'Let a crowd press' }).click()
    await page
      .getByRole('dialog', { name: 'Storm' })
      .getByRole('button', { name: /^Let [\d,]+ people press/ })
      .click()
    await eventually(async () => (await drawn('StormPanel'))[0]).toBeGreaterThan(0)
    const messages = ['Bubble', 'DiscordMessage', 'TelegramPane', 'DiscordPane']
    const before = await drawn(...messages)
    const [begin = 0] = await drawn('StormPanel')
    await eventually(async () => (await drawn('StormPanel'))[0]).toBeGreaterThan(begin + 5)
    expect(await drawn(...messages)).toEqual(before)
    const changed = { ...telegramCard, text: '20 of 20 claimed', entities: [] }
    stage.telegram.put(MOON_TRADERS, changed)
    await telegramPane().getByRole('article').filter({ hasText: '20 of 20 claimed' }).waitFor()
    const [bubbles = 0] = await drawn('Bubble')
    expect(bubbles - (before[0] ?? 0)).toBe(1)
    give({ kind: 'none' })
    await page.getByText(/people have pressed/).waitFor()
  })

  it('marks that something came for somebody else, until one is them', async () => {
    const menu = telegramPane().locator('.person-menu > .menu-button')
    // What was told before the page first asked is old news.
    await page.reload()
    await (await page.waitForResponse(/\/api\/people/)).finished()
    await eventually(() => menu.getAttribute('aria-label')).toMatch(/^Acting as Ana Torres/)
    await drawn()
    const kofi = String(demoCommunity().person('kofi').telegram.id)
    const welcome = {
      message_id: 901,
      date: 1,
      chat: { id: Number(kofi), type: 'private' },
      text: 'Welcome!',
    }
    stage.telegram.put(kofi, { ...welcome, from: { id: 7, is_bot: true, first_name: 'Bot' } })
    await eventually(() => menu.getAttribute('aria-label')).toMatch(/1 unread message for somebody else/)
    await menu.click()
    const people = telegramPane().getByRole('menu', { name: 'Act as' })
    expect(await people.getByRole('spinbutton').count()).toBe(0)
    await people.getByRole('menuitemradio', { name: /Kofi Mensah.*1 unread/s }).click()
    await eventually(() => menu.getAttribute('aria-label')).toBe('Acting as Kofi Mensah. Change person')
  })

  it('keeps the phone’s keyboard down when a storm is prepared, and what is stormed in view', async () => {
    const phone = await open('telegram=ana&discord=kofi&language=en&tour=-1', 390, 844)
    await phone.getByRole('button', { name: 'Let a crowd press' }).first().click()
    expect(await phone.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /^Let 1,000/ })
      .click()
    const chat = phone.getByRole('region', { name: 'Telegram' }).getByRole('log')
    await phone.getByText('1,000 people have pressed').waitFor()
    expect((await chat.boundingBox())?.height).toBeGreaterThan(300)
    const claim = phone
      .getByRole('region', { name: 'Telegram' })
      .getByRole('button', { name: 'Claim a share' })
    const [box, seen] = [await claim.boundingBox(), await chat.boundingBox()]
    expect(box && seen && box.y >= seen.y && box.y + box.height <= seen.y + seen.height).toBe(true)
  })

  it('sets how a Telegram chat stands from its menu, and says so in its head', async () => {
    const head = telegramPane().locator('.chat-title')
    const choose = async (item: string): Promise<void> => {
      await telegramPane().getByRole('button', { name: 'More about this chat' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    stage.telegram.answer((_person, action) => {
      if (action.do === 'mute') stage.telegram.stand(MOON_TRADERS, ['bot-member', 'muted'])
      const isNot = action.do === 'upgrade'
      return isNot ? { kind: 'impossible', reason: { code: 'admins-only' } } : { kind: 'none' }
    })
    await choose('Let only administrators write')
    await head.getByText('bot is no administrator · only administrators write').waitFor()
    stage.telegram.stand(MOON_TRADERS, ['bot-out', 'basic'])
    await choose('Let everybody write')
    await head.getByText('bot is not here · basic group').waitFor()
    await choose('Make it a supergroup')
    await telegramPane().getByText('Only an administrator of the group can do that.').waitFor()
    await choose('Add the bot to Moon Traders')
    await asked('telegram', 4)
    expect(acts('telegram')).toEqual([
      { do: 'mute', room: MOON_TRADERS },
      { do: 'unmute', room: MOON_TRADERS },
      { do: 'upgrade', room: MOON_TRADERS },
      { do: 'let-in', room: MOON_TRADERS },
    ])
  })

  it('tells in the reader’s language why something cannot be done', async () => {
    page = await open('telegram=ana&discord=kofi&language=ru&tour=-1')
    const name = 'Ana Torres'
    stage.telegram.answer(() => ({ kind: 'impossible', reason: { code: 'not-in-chat', name } }))
    const field = telegramPane().getByRole('textbox')
    await field.fill('привет')
    await field.press('Enter')
    await telegramPane().getByText('Ana Torres: этого человека нет в чате.').waitFor()
    await telegramPane().getByText('Платформа не позволяет').waitFor()
  })

  it('leads through the first minute', async () => {
    await page.getByRole('button', { name: 'Language and colours' }).click()
    await page.getByRole('menuitem', { name: 'First minute' }).click()
    await page.getByRole('button', { name: 'As Olivia: /redpacket 50 20' }).click()
    await telegramPane()
      .getByRole('button', { name: /^Acting as Olivia Owens/ })
      .waitFor()
    const field = telegramPane().getByRole('textbox', { name: 'Message' })
    await eventually(() => field.inputValue()).toBe('/redpacket 50 20')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Be Kofi' }).click()
    await telegramPane().getByRole('button', { name: 'Claim a share' }).click()
    await page.getByRole('button', { name: /^As Olivia: \/redpacket amount/ }).click()
    await eventually(() => discordPane().getByRole('textbox', { name: 'amount' }).inputValue()).toBe('50')
  })

  it('speaks four languages', async () => {
    const speak = async (name: string, words: string): Promise<void> => {
      await page.locator('.page-menu > button').click()
      await page.getByRole('menuitemradio', { name }).click()
      await page.getByText(words).waitFor()
    }
    await speak('简体中文', '这里的钱是演示用的，不是真钱。')
    await speak('Русский', 'Деньги игрушечные, не настоящие.')
    await speak('English', 'Play money. Nothing here is real.')
    await speak('Español', 'Dinero de juguete: nada es real.')
    await page.goto(address)
    await eventually(() => page.locator('html').getAttribute('lang')).toBe('es')
  })

  it('fits a phone, with one pane in front', async () => {
    const phone = await open('telegram=ana&discord=kofi&language=ru', 390, 844)
    const size = await phone.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return { scrollWidth, scrollHeight }
    })
    expect(size).toEqual({ scrollWidth: 390, scrollHeight: 844 })
    await phone.getByRole('button', { name: 'Discord', exact: true }).click()
    await phone.getByRole('region', { name: 'Discord' }).waitFor()
    await phone.getByRole('region', { name: 'Telegram' }).waitFor({ state: 'hidden' })
  })

  it('fits a phone while a storm goes on, in the language with the longest words', async () => {
    const { answer, give } = later()
    stage.telegram.answer(() => answer)
    const phone = await open('telegram=ana&discord=kofi&language=ru&tour=-1', 390, 844)
    await phone.getByRole('button', { name: 'Пусть нажмёт толпа' }).first().click()
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /^Пусть нажмут/ })
      .click()
    const storm = phone.locator('.storm')
    await storm.getByRole('button', { name: 'Оборвать процесс бота' }).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const close = storm.getByRole('button', { name: 'Закрыть' })
    expect((await close.boundingBox())?.x).toBeLessThan(390 - 24)
    give({ kind: 'none' })
    await storm.getByText(/^Нажали 1/).waitFor()
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
