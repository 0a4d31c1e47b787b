/** The certificate: who gets it, what stands on it, and names that must not break it. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CERTIFICATE_FILE, certificateFile } from '../../../src/core/certificates/cards.js'
import { certificateSvg } from '../../../src/core/certificates/certificate.js'
import { loadSpeech } from '../../../src/i18n/fluent.js'
import type { Content } from '../../../src/interaction/content.js'
import type { ViewFile } from '../../../src/interaction/view.js'
import { drawable } from '../../../src/kit/drawn-text.js'
import { fromJson } from '../../../src/kit/json.js'
import { drawPng } from '../../../src/pictures/draw.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { partnerNamed, staffNamed, THINKING_MS } from '../cases/kit.js'

const LOCALES = fileURLToPath(new URL('../../../locales', import.meta.url))
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })

/** What the platform would be given. */
async function made(house: House, subject: string, locale = 'en') {
  let svg = ''
  const draw = async (document: string) => {
    svg = document
    return drawPng(document)
  }
  const look = <T>(task: Parameters<House['look']>[0]) => house.look(task) as Promise<T>
  const making = { look, breathe: async () => {}, locale, speech, draw }
  const file = await certificateFile(() => house.programme)(making, subject)
  return { svg, file }
}

async function filesFor(house: House): Promise<ViewFile[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  return rows.flatMap(({ content }) => {
    const said = fromJson<Content>(content)
    return said.kind === 'view' ? (said.view.files ?? []) : []
  })
}

describeStorage('the certificate', (engine) => {
  it('comes once, with the welcome, which introduces the managers of the region', async () => {
    const house = await openHouse(engine)
    const lola = await house.person('Lola')
    await lola.becomes('regional_manager', 'latam')
    const far = await house.person('Far')
    await far.becomes('regional_manager', 'europe')
    const ana = await partnerNamed(house, 'Ana')
    const told = await house.told(ana.person)
    const welcome = told.find(({ keys }) => keys[0] === 'certificate-welcome')
    expect(welcome?.keys).toEqual(['certificate-welcome', 'certificate-managers', 'certificate-guide'])
    expect(welcome?.words).toContain('Lola')
    expect(welcome?.words).not.toContain('Far')
    expect(welcome?.press({ command: 'guide' })).toBeDefined()
    expect(await filesFor(house)).toMatchObject([
      { kind: 'picture', name: `certificate-${ana.id}.png`, from: { maker: CERTIFICATE_FILE } },
    ])
    await ana.person.inPrivate.types('/membership')
    expect(await filesFor(house)).toHaveLength(1)
  })

  it('is sent again by its button, and to nobody who is no active partner', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const { inPrivate } = ana.person
    const page = await inPrivate.types('/membership')
    const again = await inPrivate.presses(page.press({ command: 'membership-certificate' }))
    expect(again.keys).toEqual(['certificate-sent'])
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const pressed = await rita.inPrivate.presses({ command: 'membership-certificate', values: {} })
    expect(pressed.refusal).toBe('partner-none')
    const bea = await partnerNamed(house, 'Bea', { onboarding: true })
    house.world.passes(THINKING_MS)
    const early = await bea.person.inPrivate.presses({ command: 'membership-certificate', values: {} })
    expect(early.refusal).toBe('partner-state')
    expect((await made(house, String(bea.id))).file).toBeUndefined()
  })

  it('has the name, the title, the number, the region and the day, in the reader’s language', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana <Bö> & "林梅"')
    const { svg, file } = await made(house, String(ana.id), 'es')
    for (const words of [
      'Certificado',
      'Ana &lt;Bö&gt; &amp; &quot;林梅&quot;',
      'Partner de comunidad',
      'América Latina',
    ])
      expect(svg).toContain(words)
    expect(svg).toContain(`Partner número ${ana.id}`)
    const today = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' })
    expect(svg).toContain(`Desde el ${today.format(house.world.now())}<`)
    expect(file?.mime).toBe('image/png')
    const png = Buffer.from(file?.bytes ?? [])
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 900])
    const again = await made(house, String(ana.id), 'es')
    expect(Buffer.compare(png, Buffer.from(again.file?.bytes ?? []))).toBe(0)
  })
})

describe('names', () => {
  const words = { issuer: 'X', heading: 'C', awarded: 'a', title: 't', details: [] }
  const sizeOf = (name: string) => {
    const svg = certificateSvg({ ...words, name })
    const found = /y="470" font-family="Noto Sans" font-size="(\d+)"[^>]*>([^<]*)</.exec(svg)
    return { size: Number(found?.[1]), words: found?.[2] ?? '' }
  }

  it('get smaller as they get longer, and are cut between letters at the end', () => {
    expect(sizeOf('Ana')).toEqual({ size: 84, words: 'Ana' })
    expect(sizeOf('Ana María de los Ángeles')).toMatchObject({ words: 'Ana María de los Ángeles' })
    expect(sizeOf('Ana María de los Ángeles').size).toBeLessThan(84)
    const cut = sizeOf('e\u0301'.repeat(200))
    expect(cut.size).toBe(40)
    expect(cut.words).toMatch(/^(?:e\u0301)+…$/)
    expect([...sizeOf('林'.repeat(64)).words].length).toBeLessThanOrEqual(27)
  })

  it('are drawn without pictures and marks of direction', () => {
    expect(drawable('🎉 Ana 👩‍👩‍👧 \u202eevil\u202c 🇪🇸')).toBe('Ana evil')
    expect(drawable('❤️‍🔥')).toBe('')
    expect(drawable('محمد 5')).toBe('محمد 5')
  })

  /** Digests of what is drawn: a font or a renderer that changes it is meant to be seen here. */
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  it.each(['Ana', 'Мария', '林梅', 'さくら', '김민지', 'محمد العربي', 'שלום'])(
    '%s is drawn in letters',
    async (name) => {
      const drawn = await drawPng(certificateSvg({ ...words, name }))
      const boxes = await drawPng(certificateSvg({ ...words, name: name.replace(/\S/gu, '\u{10ffff}') }))
      const nothing = await drawPng(certificateSvg({ ...words, name: '' }))
      // U+0E01 is in no font of ours: what cannot be drawn is a box, and none of these is one.
      const box = await drawPng(certificateSvg({ ...words, name: name.replace(/\S/gu, 'ก') }))
      expect(new Set([drawn, nothing, box].map(sha)).size).toBe(3)
      expect(sha(boxes)).toBe(sha(nothing))
    },
  )

  it('that hold what XML cannot do not break it', async () => {
    const nasty = `\u0000\u0007</text><script>&#x0;]]>\ud800\ufffe"'`
    await expect(drawPng(certificateSvg({ ...words, name: nasty }))).resolves.toBeInstanceOf(Uint8Array)
  })
})
