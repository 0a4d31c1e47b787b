/** /faq, /guide and /contact: in the reader’s language, by pages that fit. */
import { describe, expect, it } from 'vitest'
import { programmeSchema } from '../../../src/programme/programme.js'
import { regionFor } from '../../../src/programme/regions.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { partnerNamed } from '../cases/kit.js'

const SMALL = {
  name: 'Harbour Ambassadors',
  mainAsset: 'POINTS',
  assets: [{ code: 'POINTS', scale: 0 }],
  regions: [
    {
      ...{ id: 'south', words: { en: 'South quay' }, countries: ['ES'], languages: ['es', 'pt'] },
      contact: { label: { en: 'South chat' }, url: 'https://t.me/south' },
    },
    { id: 'north', words: { en: 'North quay' }, countries: ['NO', 'BR'], languages: ['pt-BR'] },
  ],
}
const long = Array.from({ length: 60 }, (_, at) => `Paragraph ${at}: ${'sing '.repeat(20)}`).join('\n\n')

describeStorage('guidance', (engine) => {
  it('answers by topic in the reader’s language', async () => {
    const house = await openHouse(engine)
    const ana = await house.person('Ana', { language: 'es' })
    const topics = await ana.inPrivate.types('/faq')
    expect(topics.keys).toEqual(['faq-title'])
    const joining = await ana.inPrivate.presses(topics.press({ command: 'faq', topic: 'joining' }))
    expect(joining.words).toContain('¿Quién puede ser partner?')
    expect(joining.offers({ command: 'faq', topic: 'rules' })).toBe(true)
    expect((await ana.inPrivate.types('/faq dancing')).refusal).toBe('words-left-over')
    const guide = await ana.inPrivate.types('/guide growth')
    expect(guide.words).toContain('Crecer es que la gente se quede')
    const contact = await ana.inPrivate.types('/contact')
    expect(contact.words).toContain('https://support.bitmart.com')
  })

  it('turns pages, the last one for a number past the end', async () => {
    const guides = [{ topic: 'songs', label: { en: 'Songs' }, words: { en: long } }]
    const house = await openHouse(engine, { programme: programmeSchema.parse({ ...SMALL, guides }) })
    const ana = await house.person('Ana', { language: 'ru' })
    const first = await ana.inPrivate.types('/guide songs')
    expect(first.keys).toEqual(['topic-title', 'form-literal', 'text-untranslated', 'text-page'])
    expect(first.words.length).toBeLessThan(3500)
    const second = await ana.inPrivate.presses(first.press({ page: '2' }))
    expect(second.params('text-page').page).toBe(2)
    const last = await ana.inPrivate.types('/guide songs page=99')
    expect(last.params('text-page').page).toBe(last.params('text-page').pages)
    expect(last.words).toContain('Paragraph 59')
  })

  it('names to partners who helps them in their region, and calls nobody a stranger who is not', async () => {
    const house = await openHouse(engine)
    const carmen = await house.person('Carmen')
    await carmen.becomes('regional_manager', 'latam')
    const ana = await partnerNamed(house, 'Ana')
    const heard = await ana.person.inPrivate.types('/contact')
    expect(heard.params('certificate-managers').names).toBe('Carmen')
    expect(heard.words).not.toContain('Whoever is not on this list')
    expect((await carmen.inPrivate.types('/contact')).keys).not.toContain('certificate-managers')
  })

  it('names the region’s own contact first, and is not there without its section', async () => {
    const contacts = { channels: [{ label: { en: 'News' }, url: 'https://t.me/news' }], email: 'a@b.example' }
    const house = await openHouse(engine, { programme: programmeSchema.parse({ ...SMALL, contacts }) })
    const ana = await house.person('Ana', { language: 'es' })
    const heard = await ana.inPrivate.types('/contact')
    expect(heard.words).toMatch(/South chat: https:\/\/t\.me\/south[\s\S]*News[\s\S]*a@b\.example/)
    for (const name of ['faq', 'guide', 'guidelines', 'disclaimer', 'precheck']) {
      expect((await ana.inPrivate.types(`/${name}`)).refusal, name).toBe('command-unknown')
    }
  })
})

describe('a region', () => {
  const { regions } = programmeSchema.parse(SMALL)
  it.each([
    [{ country: 'es' }, 'south'],
    [{ country: 'NO', language: 'es' }, 'north'],
    [{ country: 'FR', language: 'es' }, 'south'],
    [{ language: 'pt-BR' }, 'north'],
    [{ language: 'pt-PT' }, 'south'],
    [{ language: 'fi' }, undefined],
    [{}, undefined],
  ])('of %o is %s', (person, id) => {
    expect(regionFor(person, regions)?.id).toBe(id)
  })
})
