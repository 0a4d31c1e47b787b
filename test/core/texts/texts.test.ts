/** Texts by version: read, accepted once, kept for ever, and announced to those who accepted an older one. */
import { expect, it } from 'vitest'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { fillIn } from '../applications/kit.js'
import { FIRST, FOURTH, stage } from '../programme/stage.js'

const WITH_FOURTH = {
  ...FIRST,
  texts: { ...FIRST.texts, guidelines: [...FIRST.texts.guidelines, FOURTH] },
}

describeStorage('texts', (engine) => {
  it('are shown with version and day, and accepted once with the moment', async () => {
    const { house } = await stage(engine)
    const ana = await house.person('Ana', { language: 'es' })
    const heard = await ana.inPrivate.types('/guidelines')
    expect(heard.words).toContain('Sé amable en el muelle.')
    expect(heard.params('text-title')).toMatchObject({ version: '3', from: '2020-01-01' })
    const press = heard.press({ command: 'text-accept' })
    const at = house.world.now()
    expect((await ana.inPrivate.presses(press)).keys).toEqual(['text-accepted-now'])
    house.world.passes(60_000)
    await ana.inPrivate.presses(press)
    const again = await ana.inPrivate.types('/guidelines')
    expect(again.params('text-accepted').at).toEqual({ instant: at, as: 'moment' })
    expect(again.offers({ command: 'text-accept' })).toBe(false)
    const rows = await house.look((work) => work.db.select().from(work.t.textAcceptances))
    expect(rows).toEqual([{ member: ana.member, kind: 'guidelines', version: '3', at }])
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    expect(facts.filter(({ kind }) => kind === 'text-accepted')).toHaveLength(1)
    const other = await ana.inPrivate.presses(again.press({ text: 'disclosure' }))
    expect(other.keys).toContain('text-untranslated')
    expect(other.words).toContain('I am an ambassador of the harbour.')
  })

  it('tell each who accepted an older version once, and ask to accept anew', async () => {
    const { house, admin, file } = await stage(engine)
    const [ana, ben, eve] = [await house.person('Ana'), await house.person('Ben'), await house.person('Eve')]
    const accepts = async (person: typeof ana) => {
      const heard = await person.inPrivate.types('/guidelines')
      return person.inPrivate.presses(heard.press({ command: 'text-accept' }))
    }
    await accepts(ana)
    await accepts(ben)
    const old = (await eve.inPrivate.types('/guidelines')).press({ command: 'text-accept' })
    await house.beats()
    expect(await house.told(ana)).toEqual([])
    file.holds = WITH_FOURTH
    const shown = await admin.inPrivate.types('/program reload')
    await admin.inPrivate.presses(shown.press({ command: 'program-accept' }))
    await accepts(ben)
    await house.beats()
    await house.beats()
    const news = await house.told(ana)
    expect(news.map(({ keys }) => keys)).toEqual([['text-news', 'text-changes', 'text-news-next']])
    expect(news[0]?.words).toContain('The ships are meant, too.')
    expect(await house.told(ben)).toEqual([])
    expect(await house.told(eve)).toEqual([])
    expect((await eve.inPrivate.presses(old)).refusal).toBe('text-moved-on')
    const press = news[0]?.press({ command: 'text-accept' })
    expect(press && (await ana.inPrivate.presses(press)).keys).toEqual(['text-accepted-now'])
    const before = await ana.inPrivate.types('/guidelines version=3')
    expect(before.words).toContain('Be kind on the pier.')
    expect(before.keys).toContain('text-older')
    expect(before.keys).toContain('text-accepted')
  })

  it('stay readable when the file has them no more, and cannot be exchanged once accepted', async () => {
    const { house, admin, file } = await stage(engine)
    const ana = await house.person('Ana')
    const heard = await ana.inPrivate.types('/guidelines')
    await ana.inPrivate.presses(heard.press({ command: 'text-accept' }))
    const reload = async (texts: object) => {
      file.holds = { ...FIRST, texts: { ...FIRST.texts, ...texts } }
      return admin.inPrivate.types('/program reload')
    }
    const [third] = FIRST.texts.guidelines
    const changed = await reload({ guidelines: [{ ...third, words: { en: 'Obey.' } }] })
    expect(changed.words).toContain('texts.guidelines[0] says something else than the version "3"')
    expect(changed.offers({ command: 'program-accept' })).toBe(false)
    const earlier = await reload({ guidelines: [{ ...third, from: '2019-01-01' }] })
    expect(earlier.words).toContain('its day')
    const more = await reload({ guidelines: [{ ...third, words: { ...third?.words, ru: 'Будьте добры.' } }] })
    expect(more.offers({ command: 'program-accept' })).toBe(true)
    const without = await reload({ guidelines: [FOURTH] })
    await admin.inPrivate.presses(without.press({ command: 'program-accept' }))
    expect((await ana.inPrivate.types('/guidelines')).words).toContain('on board')
    expect((await ana.inPrivate.types('/guidelines version=3')).words).toContain('Be kind on the pier.')
    expect((await ana.inPrivate.types('/guidelines version=9')).refusal).toBe('text-version-unknown')
  })

  it('come into force on their day, without a reload', async () => {
    const { house, admin, file } = await stage(engine)
    const from = new Date(house.world.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    const ana = await house.person('Ana')
    const heard = await ana.inPrivate.types('/guidelines')
    await ana.inPrivate.presses(heard.press({ command: 'text-accept' }))
    file.holds = { ...FIRST, texts: { guidelines: [...FIRST.texts.guidelines, { ...FOURTH, from }] } }
    const shown = await admin.inPrivate.types('/program reload')
    await admin.inPrivate.presses(shown.press({ command: 'program-accept' }))
    await house.beats()
    expect(await house.told(ana)).toEqual([])
    expect((await ana.inPrivate.types('/guidelines')).params('text-title').version).toBe('3')
    house.world.passes(2 * 86_400_000)
    await house.beats()
    expect((await ana.inPrivate.types('/guidelines')).params('text-title').version).toBe('4')
    expect((await house.told(ana)).map(({ keys }) => keys[0])).toEqual(['text-news'])
  })

  it('that an applicant accepts are the same rows', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const page = await fillIn(house, moon)
    await moon.inPrivate.presses(page.press({ act: 'confirm' }))
    const rows = await house.look((work) => work.db.select().from(work.t.textAcceptances))
    expect(rows.map(({ member, kind, version }) => [member, kind, version]).sort()).toEqual([
      [moon.member, 'disclosure', '2025-11'],
      [moon.member, 'guidelines', '2025-11'],
    ])
    expect((await moon.inPrivate.types('/guidelines')).keys).toContain('text-accepted')
  })

  it('are paged in every language of the shipped programme, each page within a message', async () => {
    const house = await openHouse(engine)
    for (const language of ['en', 'es', 'ru', 'zh-CN']) {
      const ana = await house.person('Ana', { language })
      let heard = await ana.inPrivate.types('/guidelines')
      for (let page = 2; heard.offers({ page: String(page) }); page++) {
        heard = await ana.inPrivate.presses(heard.press({ page: String(page) }))
        expect(heard.words.length, language).toBeLessThan(4000)
        // Accepted is what was seen to its end.
        const isLast = !heard.offers({ page: String(page + 1) })
        expect(heard.offers({ command: 'text-accept' }), `${language}, page ${page}`).toBe(isLast)
      }
      const risk = await ana.inPrivate.types('/disclaimer risk')
      expect(risk.keys).toContain('text-note')
      expect(risk.keys).not.toContain('text-to-accept')
    }
  })
})
