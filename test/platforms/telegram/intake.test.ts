/** When an update may be confirmed: its answer is out, or kept for the case that we are killed. */
import { describe, expect, test } from 'vitest'
import { DELIVERY_MS, type Fate } from '../../../src/interaction/platform.js'
import type { Answer } from '../../../src/interaction/view.js'
import { Outage } from '../../../src/kit/outage.js'
import { realWorld } from '../../../src/kit/world.js'
import type { QueryReply } from '../../../src/platforms/telegram/answer.js'
import { createAnswered } from '../../../src/platforms/telegram/answered.js'
import { type Reception, take } from '../../../src/platforms/telegram/intake.js'
import { createLanes } from '../../../src/platforms/telegram/lanes.js'
import type { Outgoing } from '../../../src/platforms/telegram/send.js'
import { answerOf, fakeIntake, fakeRendering, recordingLog, SELF, words } from './setup.js'

const TOAST = answerOf({ text: [words('Yours')] })
/** Buttons do not fit a toast, so this goes to the person by a request of its own. */
const PRIVATE = answerOf({
  text: [words('Choose')],
  rows: [[{ kind: 'press', label: words('A'), press: { command: 'wallet', values: {} } }]],
})

/** A request on its way to Telegram, to be ended by the test. */
interface Request {
  person: string
  gets(isTaken: boolean): void
}

function desk(answer: Answer | undefined, { handsBack = false } = {}) {
  const timers = new Set<{ ms: number; task: () => void }>()
  const requests: Request[] = []
  const intake = fakeIntake(() => answer)
  const onTheWay = (person: string) =>
    new Promise<boolean>((resolve) => requests.push({ person, gets: resolve }))
  const world = {
    ...realWorld(),
    after(ms: number, task: () => void) {
      const timer = { ms, task }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
  }
  const log = recordingLog()
  const reception: Reception = {
    intake,
    self: SELF,
    standings: { of: async () => ({ membership: 'member', isAdmin: false, roles: [] }), learn() {} } as never,
    answering: {
      ways: {
        sender: {
          async send({ onlyFor, chat }: Outgoing) {
            if (!(await onTheWay(onlyFor?.person ?? chat))) throw new Error('did not get through')
            return { chat, message: 1 }
          },
          edit: async () => {},
        },
        wait: async () => {},
        hasEphemeral: () => true,
        isAdmin: async () => true,
      },
      rendering: fakeRendering(),
      answerQuery: ({ callback_query_id, text }: QueryReply) =>
        text === undefined ? Promise.resolve(true) : onTheWay(callback_query_id),
      world,
      log,
    },
    calls: createLanes(),
    answers: createLanes(),
    answered: createAnswered(),
    hanging: new Map(),
    handsBack,
    world,
    log,
  }
  let count = 0
  function comes(person: number) {
    const state = { isDone: false, done: Promise.resolve<QueryReply | undefined>(undefined) }
    const message = { message_id: 7, date: 1, chat: { id: -1001, type: 'supergroup', title: 'Moon' } }
    const from = { id: person, is_bot: false, first_name: 'Ana' }
    const query = { id: `q${person}`, from, chat_instance: '1', data: '1wallet', message }
    state.done = take(reception, { update_id: count, callback_query: query }).finally(() => {
      state.isDone = true
    })
    return state
  }
  return {
    reception,
    intake,
    requests,
    log,
    timers,
    fates: () => intake.fates.map((line) => line.split(' ')[1]),
    /** Lets the moment pass for which an update is held up. */
    passes(ms: number) {
      for (const timer of timers) {
        if (timer.ms > ms) continue
        timers.delete(timer)
        timer.task()
      }
    },
    press(person: number) {
      count += 1
      return comes(person)
    },
    /** The newest update once more. */
    copy: comes,
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Ana comes into the group. */
const JOIN = {
  update_id: 1,
  chat_member: {
    chat: { id: -1001, type: 'supergroup', title: 'Moon' },
    from: { id: 5, is_bot: false, first_name: 'Ana' },
    date: 1,
    old_chat_member: { user: { id: 5, is_bot: false, first_name: 'Ana' }, status: 'left' },
    new_chat_member: { user: { id: 5, is_bot: false, first_name: 'Ana' }, status: 'member' },
  },
}

test('who came into a group is kept before the update is confirmed, or it comes again', async () => {
  const { reception } = desk(undefined)
  let ends: { kept(): void; away(): void } | undefined
  let heard: string | undefined
  reception.intake.notice = ({ chat, account, what }) => {
    heard = `${account} ${what} ${chat}`
    return new Promise<void>((kept, fail) => {
      ends = { kept, away: () => fail(new Outage('away')) }
    })
  }
  let isConfirmed = false
  const first = take(reception, JOIN).then(() => {
    isConfirmed = true
  })
  await settled()
  expect(heard).toBe('5 came -1001')
  expect(isConfirmed).toBe(false)
  ends?.kept()
  await first
  expect(isConfirmed).toBe(true)
  const again = take(reception, JOIN)
  await settled()
  ends?.away()
  await expect(again).rejects.toThrow(Outage)
})

describe('an update is confirmed', () => {
  test.each([
    ['a toast', TOAST],
    ['a private answer', PRIVATE],
  ])('when %s is out, and nothing needs to be kept', async (_, answer) => {
    const { press, requests, fates, timers } = desk(answer)
    const one = press(5)
    await settled()
    expect(one.isDone).toBe(false)
    expect(requests).toHaveLength(1)
    requests[0]?.gets(true)
    await one.done
    expect(fates()).toEqual([])
    expect(timers.size).toBe(0)
  })

  test('by the webhook, when the private answer beside its reply is out', async () => {
    const { press, requests, fates } = desk(PRIVATE, { handsBack: true })
    const one = press(5)
    await settled()
    expect(one.isDone).toBe(false)
    requests[0]?.gets(true)
    expect(await one.done).toBeUndefined()
    expect(fates()).toEqual([])
  })

  test('by the webhook, at once where the reply says it all', async () => {
    const { press, requests } = desk(TOAST, { handsBack: true })
    expect(await press(5).done).toEqual({ callback_query_id: 'q5', text: 'Yours' })
    expect(requests).toEqual([])
  })

  test.each([
    ['told', true],
    ['lost', false],
  ] as [Fate, boolean][])('when its answer hangs and is kept; later it is %s', async (fate, isTaken) => {
    const { press, requests, fates, passes } = desk(PRIVATE)
    const one = press(5)
    await settled()
    passes(999)
    await settled()
    expect(one.isDone).toBe(false)
    passes(1000)
    await one.done
    expect(fates()).toEqual(['slow'])
    requests[0]?.gets(isTaken)
    await expect.poll(fates).toEqual(['slow', fate])
  })

  test('when its answer did not get through, and is kept', async () => {
    const { press, requests, fates } = desk(PRIVATE)
    const one = press(5)
    await settled()
    requests[0]?.gets(false)
    await settled()
    // The private chat, after the ephemeral message failed, is no way either; nor is the toast.
    for (const request of requests.slice(1)) request.gets(false)
    await one.done
    expect(fates()).toEqual(['lost'])
  })

  test('a toast that Telegram takes no more is kept', async () => {
    const { press, requests, fates } = desk(TOAST)
    const one = press(5)
    await settled()
    requests[0]?.gets(false)
    await one.done
    expect(fates()).toEqual(['lost'])
  })

  test('without waiting, behind an answer to the same person that hangs; others do not notice', async () => {
    const { press, requests, fates, passes, timers } = desk(PRIVATE)
    const first = press(5)
    await settled()
    passes(1000)
    await first.done
    const again = press(5)
    await again.done
    expect(fates()).toEqual(['slow', 'slow'])
    expect([...timers].filter(({ ms }) => ms <= 1000)).toEqual([])
    // The time of the second runs before its turn comes: it has ended when the one that is kept goes.
    expect([...timers].filter(({ ms }) => ms === DELIVERY_MS)).toHaveLength(2)
    const other = press(6)
    await settled()
    requests.find(({ person }) => person === '6')?.gets(true)
    await other.done
    expect(fates()).toEqual(['slow', 'slow'])
  })

  test('without waiting for as long as one of several to the same person hangs', async () => {
    const { press, requests, fates, passes, timers } = desk(PRIVATE)
    const first = press(5)
    await settled()
    passes(1000)
    await first.done
    await press(5).done
    requests[0]?.gets(true)
    await expect.poll(fates).toEqual(['slow', 'slow', 'told'])
    const third = press(5)
    await settled()
    expect(third.isDone).toBe(true)
    requests[1]?.gets(true)
    await expect.poll(() => requests.length).toBe(3)
    requests[2]?.gets(true)
    await expect.poll(() => fates().filter((fate) => fate === 'told')).toHaveLength(3)
    const fourth = press(5)
    await settled()
    expect(fourth.isDone).toBe(false)
    requests[3]?.gets(true)
    await fourth.done
    expect(timers.size).toBe(0)
  })

  test('not at all when its answer hangs and cannot be kept: it comes again', async () => {
    const { press, intake, passes } = desk(PRIVATE)
    intake.settle = () => Promise.reject(new Outage('the database is away'))
    const one = press(5)
    await settled()
    passes(1000)
    await expect(one.done).rejects.toBeInstanceOf(Outage)
  })

  test('when a copy of it has come in, which is answered no second time', async () => {
    const { copy, press, requests, fates } = desk(PRIVATE)
    const one = press(5)
    await settled()
    requests[0]?.gets(true)
    await one.done
    await copy(5).done
    expect(requests).toHaveLength(1)
    expect(fates()).toEqual([])
  })

  test('by the webhook, a copy is handed its reply again: nobody knows of the first', async () => {
    const { copy, press } = desk(TOAST, { handsBack: true })
    await press(5).done
    expect(await copy(5).done).toEqual({ callback_query_id: 'q5', text: 'Yours' })
  })

  test('an answer of a former life that is out now is kept no longer', async () => {
    const { press, requests, fates } = desk({ ...PRIVATE, isRepeated: true })
    const one = press(5)
    await settled()
    requests[0]?.gets(true)
    await one.done
    expect(fates()).toEqual(['told'])
  })
})
