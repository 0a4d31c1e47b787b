/** /precheck: what the shipped rules find in four languages, what they leave alone, and how it is told. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { precheck } from '../../../src/core/precheck/precheck.js'
import { must } from '../../../src/kit/refusal.js'
import { loadProgramme } from '../../../src/programme/programme.js'
import { cpuMs } from '../../kit/cpu-ms.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

const rules = must(loadProgramme(undefined).precheck, 'the rules of the shipped programme')
const ALL = ['en', 'zh-CN', 'ru', 'es']
const claimsIn = (text: string, languages = ALL) =>
  precheck(text, rules, languages).findings.map(({ claim }) => claim)

describe('the shipped rules', () => {
  it.each([
    ['Guaranteed profits every day!', ['guaranteed']],
    ['Earn 10% daily with zero risk', ['multiples', 'risk-free']],
    ['跟我一起稳赚不赔，零风险', ['guaranteed', 'risk-free']],
    ['Гарантированный доход без риска', ['guaranteed', 'risk-free']],
    ['Ganancias garantizadas y sin riesgo', ['guaranteed', 'risk-free']],
    ['GUARAN\u200bTEED PROFITS', ['guaranteed']],
    ['Last chance to join the official BitMart channel', ['pressure', 'official']],
  ])('find what is wrong with "%s"', (text, claims) => {
    expect(claimsIn(text)).toEqual(claims)
  })

  it.each([
    'Profits are not guaranteed.',
    'Nobody can guarantee a profit.',
    'Прибыль никто не гарантирует, и доход бывает разным.',
    'Nadie garantiza ganancias.',
    '不保证收益，请注意风险。',
    'Trading is risky; you can lose all of your money.',
  ])('leave "%s" alone', (text) => {
    expect(claimsIn(text)).toEqual([])
  })

  it.each([
    'I am a BitMart partner and may earn a commission.',
    '我是 BitMart 合作伙伴，可能获得佣金。',
    'Я партнёр BitMart и могу получать комиссию.',
    'Soy partner de BitMart y puedo ganar una comisión.',
  ])('take "%s" for a disclosure', (text) => {
    expect(precheck(text, rules, ALL).disclosure).toContain('BitMart')
  })

  it('find in their own languages what they say should be written instead, and nothing wrong in it', () => {
    for (const words of Object.values(rules.disclosure.instead)) {
      const { disclosure, findings } = precheck(words, rules, ALL)
      expect(disclosure).toBeDefined()
      expect(findings).toEqual([])
    }
  })

  it('look for the languages they are asked for', () => {
    expect(claimsIn('Ganancias garantizadas', ['en', 'ru'])).toEqual([])
  })

  it('quote the place within a text of 10,000 characters, emoji and right-to-left around it', () => {
    const around = '🚀👩‍👩‍👧 שלום مرحبا '.repeat(300)
    const text = `${around}guaranteed profits${around}`
    expect(text.length).toBeGreaterThan(10_000)
    const [finding] = precheck(text, rules, ALL).findings
    expect(finding && text.slice(finding.start, finding.end)).toBe('guaranteed profits')
    expect(finding?.quote).toMatch(/^….*guaranteed profits.*…$/u)
    expect(Buffer.from(finding?.quote ?? '').toString()).toBe(finding?.quote)
  })

  it.each([
    ['a claim from end to end', '保证盈利'],
    ['one short word', 'a='],
    ['beginnings of claims that come to nothing', 'guaranteed a '],
    ['nothing that is looked for', 'Every market day has its own story to tell. '],
  ])('cost next to nothing in 4,000 characters of %s', (_what, part) => {
    const text = part.repeat(4000).slice(0, 4000)
    const spent = cpuMs(() => {
      for (let times = 0; times < 20; times++) precheck(text, rules, ALL)
    })
    // The first two took 3 and 4 s when every phrase was tried at every word, while everybody waited.
    expect(spent).toBeLessThan(1500)
  })

  it('take any text, and every finding is a place of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { start, end, quote } of precheck(text, rules, ALL).findings) {
          expect(text.slice(start, end)).not.toBe('')
          expect(quote.length).toBeLessThanOrEqual(164)
        }
      }),
    )
  })
})

describeStorage('/precheck', (engine) => {
  it('quotes each place with the reason, and says that it approves of nothing', async () => {
    const house = await openHouse(engine)
    const ana = await house.person('Ana')
    const heard = await ana.inPrivate.types('/precheck Read "this":\nAPY=20% and guaranteed profits')
    expect(heard.keys).toEqual([
      'precheck-undisclosed',
      'precheck-claim',
      'precheck-instead',
      'precheck-no-approval',
    ])
    expect(heard.params('precheck-claim').quote).toContain('APY=20% and guaranteed profits')
    expect(heard.words).toContain('Nobody can promise a profit.')
    house.world.passes(5000)
    const clean = await ana.inPrivate.types('/precheck I am a BitMart partner. You can lose your money.')
    expect(clean.keys).toEqual(['precheck-disclosed', 'precheck-no-claims', 'precheck-no-approval'])
    expect(clean.view.tone).toBe('success')
  })

  it('shows the first few places and counts the others', async () => {
    const house = await openHouse(engine)
    const ana = await house.person('Ana')
    const heard = await ana.inPrivate.types(`/precheck ${'Guaranteed profits.\n'.repeat(20)}`)
    expect(heard.keys.filter((key) => key === 'precheck-claim')).toHaveLength(6)
    expect(heard.keys.filter((key) => key === 'precheck-instead')).toHaveLength(1)
    expect(heard.params('precheck-more').count).toBe(14)
  })

  it('asks for the text, and refuses one that is too long', async () => {
    const house = await openHouse(engine)
    const ana = await house.person('Ana')
    const asked = await ana.inPrivate.types('/precheck')
    expect(asked.awaits?.name).toBe('text')
    const heard = await ana.inPrivate.types('Risk free, and more')
    expect(heard.keys).toContain('precheck-claim')
    house.world.passes(5000)
    expect((await ana.inPrivate.types(`/precheck ${'a'.repeat(10_000)}`)).refusal).toBe('words-too-long')
  })
})
