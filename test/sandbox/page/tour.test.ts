import { describe, expect, it } from 'vitest'
import {
  type Deed,
  stepOf,
  type TourState,
  tourAfter,
  tourFrom,
  tourReopened,
} from '../../../src/sandbox/page/tour/steps.js'

const none = { kind: 'none' } as const

function deed(platform: Deed['platform'], action: Partial<Deed['action']> & { do: 'say' | 'press' }): Deed {
  const whole = { room: '1', message: 1, text: '', data: '', ...action }
  return { platform, action: whole as Deed['action'], outcome: none }
}

const says = (text: string): Deed => deed('telegram', { do: 'say', text })
const presses = (platform: Deed['platform'], data: string): Deed => deed(platform, { do: 'press', data })
const fresh: TourState = { tour: 0, tourDone: [] }

describe('a step of the first minute', () => {
  it.each([
    ['drop', says('/redpacket 50 20')],
    ['claim', presses('telegram', '1packet-claim:p1')],
    ['discord', presses('discord', '1packet-claim:p1')],
    ['verify', presses('telegram', '1verify:p1')],
    ['verify', presses('discord', '1verify:p1')],
    ['verify', says('/verify p1')],
    [undefined, says('hello')],
    [undefined, says('about /redpacket')],
    [undefined, presses('telegram', '1packet-why:p1')],
    [undefined, { ...presses('telegram', '1packet-claim:p1'), outcome: { kind: 'timeout' } as const }],
    [
      undefined,
      {
        ...says('/redpacket 50 20'),
        outcome: { kind: 'impossible', reason: { code: 'no-button' } } as const,
      },
    ],
  ])('%s', (step, done) => {
    expect(stepOf(done)).toBe(step)
  })
})

describe('the first minute', () => {
  it('goes on when the step that it shows is done', () => {
    const next = tourAfter(fresh, 'drop')
    expect(next).toEqual({ tour: 1, tourDone: ['drop'] })
    expect(tourAfter(next, 'claim')).toEqual({ tour: 2, tourDone: ['drop', 'claim'] })
  })

  it('notices what is done before its turn, and does not ask for it again', () => {
    const early = tourAfter(fresh, 'discord')
    expect(early).toEqual({ tour: 0, tourDone: ['discord'] })
    const after = tourAfter(tourAfter(early, 'drop'), 'claim')
    expect(after).toEqual({ tour: 3, tourDone: ['drop', 'claim', 'discord'] })
  })

  it('comes back to what was left out, and ends when all is done', () => {
    const skipped = tourAfter({ tour: 4, tourDone: ['drop', 'claim', 'discord'] }, 'verify')
    expect(skipped.tour).toBe(3)
    expect(tourAfter(skipped, 'storm')).toMatchObject({ tour: 5 })
  })

  it('notices while it is put away, and is taken out again where it was left', () => {
    const away = tourAfter({ tour: -1, tourDone: ['drop'] }, 'claim')
    expect(away).toEqual({ tour: -1, tourDone: ['drop', 'claim'] })
    expect(tourReopened(away)).toEqual({ tour: 2, tourDone: ['drop', 'claim'] })
    const all: TourState = { tour: -1, tourDone: ['drop', 'claim', 'discord', 'storm', 'verify'] }
    expect(tourReopened(all)).toEqual(fresh)
  })

  it('makes the best of what a browser has kept', () => {
    expect(tourFrom({})).toEqual(fresh)
    expect(tourFrom({ tour: '-1' })).toEqual({ tour: -1, tourDone: [] })
    expect(tourFrom({ tour: 2, tourDone: ['claim', 'drop', 'nonsense'] })).toEqual({
      ...{ tour: 2, tourDone: ['drop', 'claim'] },
    })
    for (const tour of ['x', 99, -7, 1e9, {}, null]) expect(tourFrom({ tour, tourDone: 'all' }).tour).toBe(0)
  })
})
