/** /funnel: what staff read and see of the applications, and of which. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { FUNNEL_FILE, funnelFile } from '../../../src/core/funnel/cards.js'
import { erase } from '../../../src/core/privacy/privacy.js'
import { loadSpeech } from '../../../src/i18n/fluent.js'
import { must } from '../../../src/kit/refusal.js'
import { drawPng } from '../../../src/pictures/draw.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, fillIn, reviewerNamed } from '../applications/kit.js'
import { staffNamed } from '../cases/kit.js'
import { link } from '../linking/kit.js'

const LOCALES = fileURLToPath(new URL('../../../locales', import.meta.url))
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })

async function rejects(house: House, reviewer: Person, number: string): Promise<void> {
  house.world.passes(60_000)
  const panel = await reviewer.presses({ command: 'application-take', values: { application: number } })
  const asked = await reviewer.presses(panel.press({ command: 'application-reject' }))
  const preview = await reviewer.presses(asked.press({ act: 'set', field: 'reason', value: 'fake' }))
  house.world.passes(3000)
  await reviewer.presses(preview.press({ act: 'confirm' }))
}

/** Moon came by a link, sent it and was turned away; Sol has answered where they live, and Ida nothing. */
async function threePeople(house: House): Promise<void> {
  const moon = await house.person('Moon')
  await moon.inPrivate.opens('apply_meetup')
  const number = await applies(house, moon)
  await rejects(house, await reviewerNamed(house, 'Rita'), number)
  await fillIn(house, await house.person('Sol'), { region: 'europe' }, 'focus')
  await fillIn(house, await house.person('Ida'), {}, 'region')
}

/** Figures of a line by its label, as they stand: `1 → 1 → 0`. */
function line({ words }: Heard, label: string): string | undefined {
  return words
    .split('\n')
    .find((one) => one.startsWith(`${label}: `))
    ?.slice(label.length + 2)
}

/** The picture of an answer, as a reader of a language is sent it. */
async function picture(house: House, { view }: Heard, locale = 'en') {
  const [file] = view.files ?? []
  const { from } = must(file, 'a picture')
  if (!('maker' in from) || from.maker !== FUNNEL_FILE) throw new Error('it is made by somebody else')
  let svg = ''
  const draw = async (document: string) => {
    svg = document
    return drawPng(document)
  }
  const look = <T>(task: Parameters<House['look']>[0]) => house.look(task) as Promise<T>
  const making = { look, breathe: async () => {}, locale, speech, draw }
  const made = await funnelFile(() => house.programme)(making, from.subject)
  return { svg, png: Buffer.from(must(made, 'a picture').bytes), mime: made?.mime }
}

const sizeOf = (png: Buffer) => [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describeStorage('/funnel', (engine) => {
  it('tells how many started, sent and had it decided, by region and source', async () => {
    const house = await openHouse(engine)
    const olivia = await staffNamed(house, 'Olivia', 'admin')
    const before = await olivia.inPrivate.types('/funnel')
    expect(before.keys).toEqual(['funnel-title', 'funnel-quiet', 'funnel-waiting', 'funnel-note'])
    expect(before.view.files).toBeUndefined()
    await threePeople(house)
    const heard = await olivia.inPrivate.types('/funnel')
    expect(heard.params('funnel-whole')).toEqual({ started: 3, sent: 1, decided: 1 })
    expect(heard.params('funnel-outcomes')).toEqual({ approved: 0, rejected: 1, withdrawn: 0, expired: 0 })
    expect(heard.params('funnel-age')).toMatchObject({ count: 1 })
    expect(heard.params('funnel-waiting')).toEqual({ count: 0 })
    expect(line(heard, 'Latin America')).toBe('1 → 1 → 1')
    expect(line(heard, 'Europe')).toBe('1 → 0 → 0')
    expect(line(heard, 'no region')).toBe('1 → 0 → 0')
    expect(line(heard, 'meetup')).toBe('1 → 1 → 1')
    expect(line(heard, 'no link, or one no longer known')).toBe('2 → 0 → 0')
    const moon = await house.person('Luna')
    await applies(house, moon)
    const more = await olivia.inPrivate.types('/funnel')
    expect(line(more, 'Latin America')).toBe('2 → 2 → 1, waiting 1')
  })

  it('goes back as many weeks as are asked for', async () => {
    const house = await openHouse(engine)
    const olivia = await staffNamed(house, 'Olivia', 'admin')
    await threePeople(house)
    house.world.passes(14 * 86_400_000)
    const short = await olivia.inPrivate.types('/funnel 2')
    expect(short.keys).toContain('funnel-quiet')
    const long = await olivia.inPrivate.fills('funnel', { weeks: '4' })
    expect(long.params('funnel-whole')).toMatchObject({ started: 3, decided: 1 })
    const weeks = long.words.split('\n').filter((one) => one.startsWith('Week '))
    expect(weeks).toHaveLength(4)
    expect(weeks[3]).toContain('so far: 0 → 0 → 0')
    const usual = await olivia.inPrivate.types('/funnel')
    expect(usual.view.text).toEqual(long.view.text)
    expect((await olivia.inPrivate.types('/funnel 13')).refusal).toBe('count-out-of-range')
  })

  it('is for those who may review, each for their own regions', async () => {
    const house = await openHouse(engine)
    await threePeople(house)
    const mia = await house.person('Mia')
    expect((await mia.inPrivate.types('/funnel')).refusal).toBe('only-roles')
    const eva = await house.person('Eva')
    await eva.becomes('reviewer', 'europe')
    await eva.becomes('regional_manager', 'europe')
    const heard = await eva.inPrivate.types('/funnel')
    expect(heard.words).toContain('Only of your regions: Europe\n')
    expect(heard.params('funnel-whole')).toEqual({ started: 1, sent: 0, decided: 0 })
    expect(line(heard, 'Europe')).toBe('1 → 0 → 0')
    expect(heard.words).not.toMatch(/Latin America|no region|meetup/)
    const { svg } = await picture(house, heard)
    expect(svg).toContain('>Europe<')
    expect(svg).not.toMatch(/Latin America|no region|meetup/)
    const all = await picture(house, await (await reviewerNamed(house, 'Rex')).inPrivate.types('/funnel'))
    expect(all.svg).toMatch(/>Latin America<[\s\S]*>meetup</)
  })

  it('is drawn of regions whatever their names are made of', async () => {
    const house = await openHouse(engine)
    await threePeople(house)
    const eva = await house.person('Eva')
    for (const region of ['europe', 'EU_West', 'Asia-2']) await eva.becomes('reviewer', region)
    const heard = await eva.inPrivate.types('/funnel')
    const { from } = must(heard.view.files?.[0], 'a picture')
    expect(from).toMatchObject({ subject: expect.stringMatching(/:europe,EU_West,Asia-2$/) })
    const { svg } = await picture(house, heard)
    expect(svg).toContain('>Europe<')
  })

  it('is drawn in every language, of one size, and the same each time', async () => {
    const house = await openHouse(engine)
    await threePeople(house)
    const olivia = await staffNamed(house, 'Olivia', 'admin')
    const heard = await olivia.inPrivate.types('/funnel 1')
    const [about] = (heard.view.files ?? []).map((file) => file.about)
    const drawn: string[] = []
    for (const locale of speech.locales) {
      expect(speech.plain(locale, must(about, 'what it shows'))).toMatch(/\d{4}-\d\d-\d\d/)
      const { svg, png, mime } = await picture(house, heard, locale)
      expect(mime).toBe('image/png')
      // Three regions are the longer column.
      expect(sizeOf(png)).toEqual(['PNG', 1280, 590 + 52 + 3 * 112 + 24])
      for (const key of ['funnel-started', 'funnel-decided', 'funnel-region-none', 'region-latam'])
        expect(svg).toContain(`>${speech.plain(locale, { key })}<`)
      drawn.push(sha(png))
    }
    expect(new Set(drawn).size).toBe(speech.locales.length)
    expect(sha((await picture(house, heard, 'en')).png)).toBe(drawn[speech.locales.indexOf('en')])
  })

  it('counts two people who turn out to be one once, and whoever is erased still', async () => {
    const house = await openHouse(engine)
    const olivia = await staffNamed(house, 'Olivia', 'admin')
    const server = house.groupNamed('Server', 'discord')
    const tele = await house.person('Mia')
    const disco = await house.person('mia#1', { at: server, platform: 'discord' })
    await tele.inPrivate.opens('apply_meetup')
    await applies(house, tele)
    await fillIn(house, disco, {}, 'region')
    house.world.passes(60_000)
    const two = await olivia.inPrivate.types('/funnel')
    expect(two.params('funnel-whole')).toEqual({ started: 2, sent: 1, decided: 0 })
    expect((await link(tele, disco)).refusal).toBeUndefined()
    const one = await olivia.inPrivate.types('/funnel')
    expect(one.params('funnel-whole')).toEqual({ started: 1, sent: 1, decided: 0 })
    expect(one.keys).not.toContain('funnel-dropped')
    expect(one.params('funnel-waiting')).toEqual({ count: 1 })
    expect(line(one, 'meetup')).toBe('1 → 1 → 0, waiting 1')

    const status = await tele.inPrivate.types('/status')
    const asked = await tele.inPrivate.presses(status.press({ command: 'application-withdraw' }))
    await tele.inPrivate.presses(asked.press({ act: 'confirm' }))
    await house.storage.write((work) =>
      erase(
        work,
        { member: tele.member, chat: undefined },
        { digestKey: new Uint8Array(32), cases: undefined, limits: undefined },
      ),
    )
    const erased = await olivia.inPrivate.types('/funnel')
    expect(erased.params('funnel-whole')).toEqual({ started: 1, sent: 1, decided: 1 })
    expect(erased.params('funnel-outcomes')).toMatchObject({ withdrawn: 1 })
    expect(line(erased, 'no link, or one no longer known')).toBe('1 → 1 → 1')
    expect(erased.words).not.toContain('meetup')
  })
})
