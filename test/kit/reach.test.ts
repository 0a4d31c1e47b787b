/** Lines of a place and a number, as people write them. */
import { describe, expect, it } from 'vitest'
import { headCount } from '../../src/kit/head-count.js'
import { reachesIn } from '../../src/kit/reach.js'
import { cpuMs } from './cpu-ms.js'

type Case = [typed: string, place: string, size: number]

describe('reads the number beside a place', () => {
  const plain: Case[] = [
    ['youtube.com/@moon 12000', 'youtube.com/@moon', 12_000],
    ['youtube.com/@moon, 12 000', 'youtube.com/@moon', 12_000],
    ['t.me/moon 12’000', 't.me/moon', 12_000],
    ['t.me/moon 1.234.567', 't.me/moon', 1_234_567],
    ['t.me/moon +12000', 't.me/moon', 12_000],
    ['t.me/moon > 9000', 't.me/moon', 9000],
    ['t.me/moon 10k+ followers', 't.me/moon', 10_000],
    ['t.me/moon (12k)', 't.me/moon', 12_000],
    ['t.me/moon 500 (followers)', 't.me/moon', 500],
    ['Moon Talk (Telegram) – 12,000 members', 'Moon Talk (Telegram)', 12_000],
    ['Web3 Madrid 500', 'Web3 Madrid', 500],
    ['t.me/moon 12 members', 't.me/moon', 12],
    ['قناة القمر 700', 'قناة القمر', 700],
  ]
  const decimals: Case[] = [
    ['x.com/moon: 12.5k', 'x.com/moon', 12_500],
    ['t.me/moon 1.2M', 't.me/moon', 1_200_000],
    ['t.me/moon 1.234k', 't.me/moon', 1234],
    ['t.me/moon 12.345K', 't.me/moon', 12_345],
    ['t.me/moon 1.255M', 't.me/moon', 1_255_000],
    ['t.me/moon 1,234 тыс.', 't.me/moon', 1234],
    ['t.me/moon 1.2345万', 't.me/moon', 12_345],
    ['t.me/moon 1 234 тыс.', 't.me/moon', 1_234_000],
  ]
  const languages: Case[] = [
    ['канал о луне 850 подписчиков', 'канал о луне', 850],
    ['t.me/lena 3,5 тыс. подписчиков', 't.me/lena', 3500],
    ['t.me/lena: около 900', 't.me/lena', 900],
    ['vk.com/lena 2 млн', 'vk.com/lena', 2_000_000],
    ['instagram.com/luna 12 mil seguidores', 'instagram.com/luna', 12_000],
    ['instagram.com/luna 2 millones de personas', 'instagram.com/luna', 2_000_000],
    ['instagram.com/luna 1 millon', 'instagram.com/luna', 1_000_000],
    ['bilibili.com/yuki 1.2万', 'bilibili.com/yuki', 12_000],
    ['bilibili.com/yuki 粉丝1.2万', 'bilibili.com/yuki', 12_000],
    ['ｂｉｌｉｂｉｌｉ．ｃｏｍ／ｙｕｋｉ　８５０人', 'bilibili.com/yuki', 850],
    ['微博 @月亮：3千多人', '微博 @月亮', 3000],
    ['微博@月亮，1.2万', '微博@月亮', 12_000],
    ['微博@月亮粉丝约1.2万', '微博@月亮', 12_000],
  ]
  const compounds: Case[] = [
    ['bilibili.com/yuki 1万5', 'bilibili.com/yuki', 15_000],
    ['bilibili.com/yuki 1万2千粉丝', 'bilibili.com/yuki', 12_000],
    ['bilibili.com/yuki 3万5千人', 'bilibili.com/yuki', 35_000],
    ['bilibili.com/yuki 2万2000', 'bilibili.com/yuki', 22_000],
    ['bilibili.com/yuki 3千5百', 'bilibili.com/yuki', 3500],
    ['instagram.com/luna 12 mil 500 seguidores', 'instagram.com/luna', 12_500],
    ['t.me/lena 12 тысяч 500', 't.me/lena', 12_500],
    ['t.me/lena 1 млн. 200 тысяч', 't.me/lena', 1_200_000],
    ['t.me/moon 12 thousand 500 followers', 't.me/moon', 12_500],
  ]
  it.each([...plain, ...decimals, ...languages, ...compounds])('“%s” is %s with %s', (typed, place, size) => {
    expect(reachesIn(typed)).toEqual([{ place, size }])
  })
})

describe('leaves open what is no number, or could be two', () => {
  it.each([
    ...['12k members / 300', '12k (2024)', '1234 567', '12,000.50', '1,23,456', '12.5', '12 34', '12k 300'],
    ...['2 millones 500', '3万 5', '1.2万5', '1,234k', '1.234 mil', '1.2.3k', '12k/15k 300', '1/2'],
    ...['twelve thousand 300', 'many thousand', 'двенадцать тысяч 300', '一万二千 300', '١٢ 300'],
    ...['-5', '-12000', '−12000', '10-20k', '10 - 20k', '10–20k', '500-'],
    ...['15 %', '15%', '15000 $', '$15000', '$ 15000', '15000 €', '# 5'],
    ...['12 lakh', '5 Tsd', 'много', '99999999999', '+34 600 123 456'],
  ])('t.me/moon %s', (number) => {
    expect(reachesIn(`t.me/moon ${number}`)).toEqual([{ place: `t.me/moon ${number}` }])
  })

  it.each([
    ...['youtube.com/@crypto-365', 'vk.com/club-1000', 'medium.com/@x/title-123456', 'https://x.com:8080'],
    ...['t.me/moon2025', 't.me/moon:12k', 'x.com/moon,500', 'weibo.com/月亮123', '@月亮1万', '@moon~500'],
    ...['9000 t.me/moon', 'Moon 2024 500', '@moon 12k, @sun 5k'],
  ])('%s', (line) => {
    expect(reachesIn(line)).toEqual([{ place: line }])
  })
})

it('reads what was written, whatever the link ends in, the unit is, and stands between', () => {
  const links = [
    'vk.com/club-1000',
    '@crypto-365',
    'https://x.com/a_1',
    't.me/moon2025',
    'd.gg/1万',
    'Web3 Talk',
  ]
  const units = [
    ['', 1, ',', ' '],
    ['k', 1000, '.', ''],
    [' тыс. подписчиков', 1000, ',', ''],
    [' mil seguidores', 1000, ',', ''],
    ['万粉丝', 10_000, '.', ''],
    [' млн', 1_000_000, ',', ''],
  ] as const
  const joints = [' ', ' – ', ', ', ' : ', ' (', ' ~', ' > ']
  for (const link of links) {
    for (const joint of joints) {
      for (const [unit, times, decimal, group] of units) {
        for (const whole of [1, 7, 42, 365, 999]) {
          const line = `${link}${joint}${whole}${unit}`
          expect([line, reachesIn(line)[0]]).toEqual([line, { place: link, size: whole * times }])
          const [written, size] = group ? [`${whole}${group}250`, whole * 1000 + 250] : half(whole, decimal)
          const longer = `${link}${joint}${written}${unit}`
          expect([longer, reachesIn(longer)[0]]).toEqual([longer, { place: link, size: size * times }])
        }
      }
    }
  }
})

function half(whole: number, decimal: string): [written: string, value: number] {
  return [`${whole}${decimal}5`, whole + 0.5]
}

it('takes a number of people alone as pages show it', () => {
  const read = ['0', '12500', '11 500', '11,500', '12,5 тыс.', '12.5K', '1万2', '~12k', '500 (followers)']
  expect(read.map(headCount)).toEqual([0, 12_500, 11_500, 11_500, 12_500, 12_500, 12_000, 12_000, 500])
  for (const typed of ['', '-5', '12.5', 'x 5', '5 x', '10-20k', '15 %', '1,234k']) {
    expect([typed, headCount(typed)]).toEqual([typed, undefined])
  }
})

it('is quick with whatever is as long as a line may be', () => {
  const lines = ['1 ', '1k ', '1', 'a.', 'a-1 ', '万1', '@', '( ', 'mil '].map((part) =>
    part.repeat(200).slice(0, 200),
  )
  const spent = cpuMs(() => {
    for (const line of lines) reachesIn(line)
  })
  expect(spent).toBeLessThan(500)
})
