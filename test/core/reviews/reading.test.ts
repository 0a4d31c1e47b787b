/** What people wrote is read by whoever decides, all of it, however long it is. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadSpeech } from '../../../src/i18n/fluent.js'
import { renderMessage as onDiscord } from '../../../src/platforms/discord/render.js'
import { renderMessage as onTelegram } from '../../../src/platforms/telegram/render.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { fakeRendering } from '../../platforms/telegram/setup.js'
import { applies, fillIn, reviewerNamed } from '../applications/kit.js'

const LOCALES = fileURLToPath(new URL('../../../locales', import.meta.url))
const SPEECH = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0 })
const MINUTE_MS = 60_000

/** Prose of so many characters that ends in a word of its own. */
function prose(length: number, end: string): string {
  return `${'I have kept *keys* for years. '.repeat(50).slice(0, length - end.length - 1)} ${end}`
}

/** What stands on the message of each platform, in a language. */
function rendered(house: House, { view }: Heard, locale: string): string[] {
  const { order } = house.catalogue
  const rendering = { speech: SPEECH, order, application: () => '1', dropped: () => undefined }
  const discord = onDiscord(view, locale, rendering).components[0].components[0] as { content: string }
  const scene = { isGroup: false, isReply: false }
  const telegram = onTelegram(view, locale, { ...fakeRendering(), speech: SPEECH, order }, scene)
  return [discord.content, telegram.text]
}

async function rejected(rita: Person, panel: Heard): Promise<void> {
  const asked = await rita.presses(panel.press({ command: 'application-reject' }))
  const preview = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'incomplete' }))
  await rita.presses(preview.press({ act: 'confirm' }))
}

async function appeals(house: House, moon: Person, words: string): Promise<void> {
  const status = await moon.inPrivate.types('/status')
  await moon.inPrivate.presses(status.press({ command: 'application-appeal' }))
  house.world.passes(MINUTE_MS)
  await moon.inPrivate.types(words)
  house.world.passes(MINUTE_MS)
}

describeStorage('what an applicant wrote', (engine) => {
  it('stands whole on the page of the reviewer, of the appeal, and before it is sent', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const [rita, rob] = [await reviewerNamed(house, 'Rita'), await reviewerNamed(house, 'Rob')]
    const why = prose(900, 'THE-END')
    const page = await fillIn(house, moon, { why, experience: prose(600, 'SO-FAR') })
    const change = await moon.inPrivate.presses(page.press({ act: 'ask', field: 'why' }))
    for (const one of [page, change]) expect(one.words).toContain(why)
    const back = await moon.inPrivate.presses(change.press({ act: 'more' }))
    await moon.inPrivate.presses(back.press({ act: 'confirm' }))
    const panel = await rita.types('/review')
    expect(panel.words).toContain(why)
    expect(panel.offers({ command: 'application-answers' })).toBe(false)
    const card = await house.card('1', 'telegram', 'application')
    expect(card.words).not.toContain('THE-END')
    await rejected(rita, panel)
    await appeals(house, moon, prose(300, 'AGAIN'))
    const open = await rob.presses({ command: 'application-open', values: { application: '1' } })
    for (const locale of ['en', 'es', 'ru', 'zh-CN']) {
      for (const one of [...rendered(house, panel, locale), ...rendered(house, open, locale)]) {
        expect(one, locale).toContain('THE-END')
      }
      for (const one of rendered(house, open, locale)) expect(one, locale).toContain('AGAIN')
    }
  })

  it('of an appeal shows addresses as code, like the answers', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const [rita, rob] = [await reviewerNamed(house, 'Rita'), await reviewerNamed(house, 'Rob')]
    await applies(house, moon)
    await rejected(rita, await rita.types('/review'))
    await appeals(house, moon, 'They are real, look at t.me/moontalk please.')
    const open = await rob.presses({ command: 'application-open', values: { application: '1' } })
    expect(rendered(house, open, 'en')[0]).toContain('look at `t.me/moontalk` please')
  })

  it('is read in messages of its own where a page has no room for it, by those alone who may', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const [rita, rob] = [await reviewerNamed(house, 'Rita'), await reviewerNamed(house, 'Rob')]
    const longest = ['WHY', 'FIRST', 'SECOND', 'THIRD'].map((end) => prose(990, end))
    const number = await applies(house, moon, { why: longest[0] ?? '' })
    for (const answer of longest.slice(1)) {
      const panel = await rita.types('/review')
      await rita.presses(panel.press({ command: 'application-ask' }))
      await rita.types('Tell us more.')
      house.world.passes(MINUTE_MS)
      const told = (await house.told(moon)).at(-1)
      await moon.inPrivate.presses(told?.press({ command: 'application-answer' }) ?? '')
      house.world.passes(MINUTE_MS)
      await moon.inPrivate.types(answer)
    }
    const panel = await rita.types('/review')
    expect(panel.words).not.toContain(longest[0])
    await rejected(rita, panel)
    await appeals(house, moon, prose(990, 'APPEAL'))
    const open = await rob.presses({ command: 'application-open', values: { application: number } })
    for (const locale of ['en', 'es', 'ru', 'zh-CN']) {
      // The appeal is the last line: no renderer had to cut anything more.
      for (const one of rendered(house, open, locale)) expect(one, locale).toMatch(/I have k[^…]*…$/)
    }
    const pages = [await rob.presses(open.press({ command: 'application-answers' }))]
    while (pages.at(-1)?.offers({ command: 'application-answers' })) {
      house.world.passes(MINUTE_MS)
      pages.push(await rob.presses(pages.at(-1)?.press({ command: 'application-answers' }) ?? ''))
    }
    const words = pages.map((one) => one.words).join('\n')
    for (const one of [...longest, prose(990, 'APPEAL')]) expect(words).toContain(one)
    expect(pages).toHaveLength(2)
    for (const one of pages) {
      expect(one.view.replace ?? false).toBe(false)
      expect(one.view.audience ?? 'actor').toBe('actor')
      for (const shown of rendered(house, one, 'ru')) expect(shown).not.toContain('…')
    }
    const press = { command: 'application-answers', values: { application: number } }
    expect((await moon.presses(press)).refusal).toBe('only-roles')
    const far = await house.person('Far')
    await far.becomes('reviewer', 'mena')
    expect((await far.presses(press)).refusal).toBe('application-other-region')
    await moon.becomes('reviewer')
    house.world.passes(MINUTE_MS)
    expect((await moon.presses(press)).refusal).toBe('application-own')
  })
})
