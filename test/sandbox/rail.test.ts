import { describe, expect, test } from 'vitest'
import { demoCommunity } from '../../src/sandbox/community.js'
import type { Outcome, SandboxPlatform } from '../../src/sandbox/contract.js'
import { createRail } from '../../src/sandbox/rail.js'
import { decimal, idsIn, linkOf, type NewRow, openRailBook, type Rows } from '../../src/sandbox/rail-book.js'
import { newDoing, resultOf } from '../../src/sandbox/rail-entry.js'
import { commandOf, labelIn, wordsOf } from '../../src/sandbox/rail-words.js'
import { sendingOf } from '../../src/sandbox/sent.js'
import { fakePlatform } from './page/fake-platform.js'
import { handClock } from './telegram/setup.js'

const PACKET = '9f8tpb1e94cdn1ex'
const OTHER = 'awz6kxkpj1y563xt'

describe('what a row belongs to', () => {
  const call = { key: 'telegram:update:7:1', at: 50, member: 4, ids: new Set([PACKET]) }
  const row = (more: Partial<NewRow>): NewRow => ({
    ...{ at: 50, actor: 'member:4', names: `packet:claim:${PACKET}:4 packet:${PACKET}` },
    show: { kind: 'fact', row: { kind: 'x', subject: 'x' } },
    ...more,
  })

  test('the same unit of work, the same person and an id that the call named: by key', () => {
    expect(linkOf(row({}), call)).toBe('key')
    expect(linkOf(row({ actor: 'system' }), call)).toBe('key')
  })

  test('the same unit and person, but no name in common: by time', () => {
    expect(linkOf(row({ names: `packet:${OTHER}` }), call)).toBe('time')
    expect(linkOf(row({ names: 'card:1:edit', actor: undefined }), call)).toBe('time')
  })

  test('another unit, another person, or the house itself: not at all', () => {
    expect(linkOf(row({ at: 51 }), call)).toBeUndefined()
    expect(linkOf(row({ actor: 'member:5' }), call)).toBeUndefined()
    expect(linkOf(row({ actor: 'system', names: `packet:${OTHER}` }), call)).toBeUndefined()
  })

  test('the answer to the call itself, and not that to one whose id begins alike', () => {
    const answer = (key: string) => linkOf(row({ actor: undefined, names: `answer:${key} {}` }), call)
    expect(answer('telegram:update:7:1')).toBe('key')
    expect(answer('telegram:update:7:11')).toBe('time')
  })

  test('an answer that was kept later than the call, for the message that failed', () => {
    const kept = row({ at: 1_050, actor: undefined, names: 'answer:telegram:update:7:1 {}' })
    expect(linkOf(kept, call)).toBe('key')
  })

  test('what the bot did of itself is told apart from what somebody did', () => {
    const facts = ['member:4', 'system'].map((actor, at) => ({
      ...{ id: at + 1, kind: 'packet-closed', actor, subject: `packet:${PACKET}`, details: '{}', at: 50 },
    }))
    const book = openRailBook({
      all: (sql) => (sql.includes('max(id)') ? [{ newest: 0 }] : sql.includes('from facts') ? facts : []),
      close: () => {},
    })
    const own = { kind: 'packet-closed', subject: `packet:${PACKET}` }
    expect(book.news().map(({ show }) => show.row)).toEqual([own, { ...own, isOfBot: true }])
    book.close()
  })

  test('ids are 16 characters of the house, not parts of longer words', () => {
    expect(idsIn(`1packet-claim:${PACKET} x${PACKET}x ${OTHER}`)).toEqual([PACKET, OTHER])
  })

  test('amounts are exact', () => {
    expect([decimal(1n, 6), decimal(1_250_000n, 6), decimal(5n, 0), decimal(0n, 8)]).toEqual([
      ...['0.000001', '1.25', '5', '0'],
    ])
    expect(decimal(9_007_199_254_740_993_000_000n, 6)).toBe('9007199254740993')
  })
})

describe('what it is called', () => {
  test('commands, typed, packed and in slashes', () => {
    const native = { data: { custom_id: `1packet-unlock:${PACKET}` } }
    expect(commandOf({ do: 'say', room: 'r', text: '/Claim@bot 5' }, {})).toBe('claim')
    expect(commandOf({ do: 'say', room: 'r', text: 'thanks' }, {})).toBeUndefined()
    expect(commandOf({ do: 'press', room: 'r', message: 1, data: `1packet-claim:${PACKET}` }, {})).toBe(
      'packet-claim',
    )
    expect(commandOf({ do: 'press', room: 'r', message: 1, data: 'https://a.b' }, {})).toBeUndefined()
    expect(commandOf({ do: 'submit', room: 'r', modal: 'm', values: {} }, native)).toBe('packet-unlock')
    expect(commandOf({ do: 'command', room: 'r', name: 'treasury fund', options: {} }, {})).toBe('treasury')
  })

  test('files go along by their names, also where nothing was written', async () => {
    const { rail, fake } = railOn(() => [{ newest: 0 }])
    const file = { name: 'receipt.png', type: 'image/png', base64: 'AA==' }
    const other = { ...file, name: 'rules.pdf', type: 'application/pdf' }
    const watched = rail.watch(fake)
    await watched.act('kofi', { do: 'say', room: 'r', text: '', file })
    await watched.act('kofi', {
      do: 'submit',
      room: 'r',
      modal: 'm',
      values: {},
      files: { a: [file, other] },
    })
    await watched.act('kofi', { do: 'command', room: 'r', name: 'x', options: {}, files: { a: other } })
    await watched.act('kofi', { do: 'say', room: 'r', text: 'hello' })
    const picture = { name: 'receipt.png', isPicture: true }
    const document = { name: 'rules.pdf', isPicture: false }
    expect(rail.answer().entries.map(({ files }) => files)).toEqual([
      ...[undefined, [document], [picture, document], [picture]],
    ])
    rail.close()
  })

  test('a press by the label of its button, on both platforms', () => {
    const keyboard = { reply_markup: { inline_keyboard: [[{ text: 'Claim', callback_data: 'a' }]] } }
    const container = { components: [{ components: [{ label: 'Verify', custom_id: 'b' }] }] }
    expect([labelIn(keyboard, 'a'), labelIn(container, 'b'), labelIn(container, 'c')]).toEqual([
      ...['Claim', 'Verify', undefined],
    ])
    expect(wordsOf({ do: 'press', room: 'r', message: 1, data: 'c' }, undefined)).toBe('c')
  })
})

describe('what the bot has answered', () => {
  const kept = (answer: object) => {
    const rows = [{ at: 1, answer: JSON.stringify(answer) }]
    const book = openRailBook({
      all: (sql) => (sql.includes('max(id)') ? [{ newest: 0 }] : rows),
      close: () => {},
    })
    const call = book.call('telegram', '1')
    return call && [call.isRefused, call.isForm]
  }
  const view = (key: string, more: object = {}) => ({ view: { text: [{ key }], ...more }, refused: false })
  const set = { command: 'form', values: { form: PACKET, act: 'set' } }

  test('is a no by its tone too: a wrong try that counts, and who sent it may not claim it', () => {
    expect(kept({ ...view('refusal-cooldown'), refused: true })).toEqual([true, false])
    expect(kept(view('refusal-passphrase-wrong', { tone: 'refusal', awaits: {} }))).toEqual([true, true])
    expect(kept(view('claim-conditions', { tone: 'refusal' }))).toEqual([true, false])
  })

  test('is no no where somebody asked what is missing', () => {
    expect(kept(view('why-not', { tone: 'refusal' }))).toEqual([false, false])
    expect(kept(view('claim-paid', { tone: 'gift' }))).toEqual([false, false])
  })

  test('is a question also where there are buttons to answer it with, and nothing to type', () => {
    expect(kept(view('argument-redpacket-chat.ask', { rows: [[{ press: set }]] }))).toEqual([false, true])
    expect(kept(view('redpacket-dropped', { rows: [[{ press: { command: 'packet-panel' } }]] }))).toEqual([
      ...[false, false],
    ])
  })
})

describe('what became of it', () => {
  const person = demoCommunity().person('ana')
  const doing = (outcome: Outcome, sent = true) => ({
    ...newDoing(person, 0),
    ...{ outcome, outcomeAt: 0, sent: sent ? [sendingOf(() => ({}))] : [] },
  })
  const row = { at: 1, isRefused: false, isForm: false, isSilent: false, said: '', answer: '' }

  test('as the bot remembers it', () => {
    const toast = doing({ kind: 'toast', text: 'x', alert: false })
    expect(resultOf({ ...toast, row }, 0)).toBe('done')
    expect(resultOf({ ...toast, row: { ...row, isRefused: true } }, 0)).toBe('refused')
    expect(resultOf({ ...toast, row: { ...row, isForm: true } }, 0)).toBe('form')
  })

  test('in hand as long as the bot has not even got it, however long its polls fail', () => {
    let isTaken = false
    const said = {
      ...doing({ kind: 'none' }),
      sent: [
        sendingOf(
          () => ({}),
          undefined,
          () => isTaken,
        ),
      ],
    }
    expect(resultOf(said, 40_000)).toBe('waiting')
    isTaken = true
    expect(resultOf({ ...said, takenAt: 40_000 }, 41_000)).toBe('waiting')
    expect(resultOf({ ...said, takenAt: 40_000 }, 42_500)).toBe('silent')
  })

  test('without a row: refused in memory, unanswered, or nothing to do with the bot', () => {
    const toast = doing({ kind: 'toast', text: 'slowly', alert: true })
    expect([resultOf(toast, 0), resultOf(toast, 2_500)]).toEqual(['waiting', 'refused'])
    expect(resultOf(doing({ kind: 'timeout' }), 2_500)).toBe('unanswered')
    expect(resultOf(doing({ kind: 'none' }), 2_500)).toBe('silent')
    expect(resultOf(doing({ kind: 'none' }, false), 0)).toBe('unheard')
    const gone = doing({ kind: 'impossible', reason: { code: 'message-gone' } }, false)
    expect(resultOf(gone, 0)).toBe('impossible')
  })
})

/** A rail over what the test says is in the database; each act is sent to the bot as a call with a number. */
function railOn(all: Rows['all'], clock = handClock()) {
  const community = demoCommunity()
  const fake = fakePlatform('telegram', community)
  let calls = 0
  const platform: SandboxPlatform = {
    ...fake,
    onSent(listener) {
      fake.answer(() => {
        const sent = sendingOf(() => ({}))
        listener(sent)
        sent.delivered(String(++calls))
        return { kind: 'none' }
      })
      return () => {}
    },
  }
  const rail = createRail({ community, world: clock, openRows: () => ({ all, close: () => {} }) })
  const watched = rail.watch(platform)
  const type = (person: string, text: string) => watched.act(person, { do: 'say', room: 'r', text })
  return { rail, clock, type, fake }
}

describe('names of who is behind the rows', () => {
  test('come into an entry when they come, and an early look is not remembered', async () => {
    const clock = handClock()
    const names = new Map<unknown, string>()
    let isWritten = false
    const { rail, type } = railOn((sql, ...values) => {
      if (sql.includes('max(id)')) return [{ newest: 0 }]
      if (sql.includes('from identities where platform')) return [{ member: 1 }]
      if (sql.includes('from identities')) return names.has(values[0]) ? [{ name: names.get(values[0]) }] : []
      if (!isWritten) return []
      if (sql.includes('from calls')) return [{ at: clock.now(), answer: PACKET }]
      return sql.includes('from transfers') && values[0] === 0 ? [transfer(clock.now())] : []
    }, clock)
    await type('olivia', '/redpacket 5 5')
    isWritten = true
    clock.advance(500)
    expect(rail.answer().entries[0]?.transfers).toMatchObject([{ debit: 'member:1:available' }])
    expect(rail.answer().entries[0]?.transfers[0]?.debitName).toBeUndefined()
    const { version } = rail.since(0)
    names.set(1, 'Olivia Owens')
    clock.advance(500)
    expect(rail.since(version).entries).toMatchObject([{ transfers: [{ debitName: 'Olivia Owens' }] }])
    const after = rail.since(0).version
    clock.advance(500)
    expect(rail.since(after).entries).toEqual([])
    rail.close()
  })

  const transfer = (at: number) => ({
    ...{ id: 1, key: `packet:fund:${PACKET}`, phase: 'single', asset: 'USDT', amount: 5_000_000n, scale: 6 },
    ...{ code: 'packet-fund', ref: null, actor: 'member:1', at },
    ...{ debit: 'member:1:available', credit: `packet:${PACKET}` },
  })
})

describe('what the platform does not let through', () => {
  test('says why', async () => {
    const { rail, type, fake } = railOn(() => [{ newest: 0 }])
    fake.answer(() => ({ kind: 'impossible', reason: { code: 'muted' } }))
    await type('ana', 'hello')
    expect(rail.answer().entries).toMatchObject([{ result: 'impossible', why: { code: 'muted' } }])
    rail.close()
  })
})

describe('somebody who types too fast', () => {
  test('is told once, and what they type then is told as held back and not as talk', async () => {
    const tooFast = '{"refused":true,"text":[{"key":"refusal-too-fast"}]}'
    const { rail, clock, type } = railOn((sql, ...values) => {
      if (sql.includes('max(id)')) return [{ newest: 0 }]
      return sql.includes('from calls') && values[1] === '2' ? [{ at: 1, answer: tooFast }] : []
    })
    const lines = [
      ...[['ana', '/wallet'] as const, ['ana', '/help'] as const, ['ana', '/help'] as const],
      ...[['ana', 'well then'] as const, ['kofi', '/help'] as const],
    ]
    for (const [person, text] of lines) await type(person, text)
    clock.advance(3_000)
    const results = () => rail.answer().entries.map(({ result }) => result)
    expect(results().reverse()).toEqual(['silent', 'refused', 'too-fast', 'silent', 'silent'])
    clock.advance(200_000)
    await type('ana', '/help')
    clock.advance(3_000)
    expect(results()[0]).toBe('silent')
    rail.close()
  })
})

describe('what an entry let others know', () => {
  test('is found by the key of what was queued, and the message that became of it by its id', async () => {
    const clock = handClock()
    const community = demoCommunity()
    const kofi = community.person('kofi')
    const key = `application:2:told:telegram:${kofi.telegram.id}`
    let [isDone, isSent] = [false, false]
    const row = () => ({ id: 1, key, class: 'receipt', state: 'queued', attempts: 0, content: '{}', at: 9 })
    const fact = { id: 1, kind: 'application-moved', actor: 'member:3', subject: 'application:2', at: 9 }
    const { rail, type, fake } = railOn((sql, ...values) => {
      if (sql.includes('max(id)')) return [{ newest: 0 }]
      if (!isDone) return []
      if (sql.includes('from identities where platform')) return [{ member: 3 }]
      if (sql.includes('from calls')) return [{ at: 9, answer: '{}' }]
      if (sql.includes('from facts'))
        return values[0] === 0 ? [{ ...fact, details: '{"from":"in_review","to":"approved"}' }] : []
      if (sql.includes('content, created_at')) return values[0] === 0 ? [row()] : []
      if (sql.includes('from outbox where key'))
        return [{ state: isSent ? 'sent' : 'queued', attempts: 1, message: isSent ? '77' : null }]
      return []
    }, clock)
    await type('mei', '/review')
    isDone = true
    clock.advance(500)
    expect(rail.answer().entries[0]).toMatchObject({
      facts: [{ kind: 'application-moved', subject: 'application:2', detail: 'approved' }],
      outgoing: [{ key, state: 'queued', person: { id: 'kofi', name: 'Kofi Mensah', platform: 'telegram' } }],
      messages: [],
    })
    clock.advance(6_000)
    fake.put(String(kofi.telegram.id), { message_id: 77, text: 'Welcome! You are a partner now.' })
    expect(rail.answer().entries[0]?.messages).toEqual([])
    isSent = true
    clock.advance(500)
    expect(rail.answer().entries[0]?.messages).toMatchObject([
      { text: 'Welcome! You are a partner now.', onlyForName: 'Kofi Mensah', linkedBy: 'key' },
    ])
    rail.close()
  })
})

describe('an answer that comes late', () => {
  test('is that of who asked, and not of who typed last', async () => {
    const clock = handClock()
    const key = 'answer:telegram:1'
    let isSent = false
    const row = { id: 1, key, class: 'receipt', state: 'queued', attempts: 1, content: '{}', at: 9 }
    const { rail, type, fake } = railOn((sql, ...values) => {
      if (sql.includes('max(id)')) return [{ newest: 0 }]
      if (sql.includes('from calls')) return values[1] === '1' ? [{ at: 9, answer: '{}' }] : []
      if (sql.includes('content, created_at')) return values[0] === 0 ? [row] : []
      if (sql.includes('from outbox where key'))
        return [{ state: isSent ? 'sent' : 'queued', attempts: 2, message: isSent ? '77' : null }]
      return []
    }, clock)
    await type('ana', '/wallet')
    clock.advance(6_000)
    await type('kofi', 'hello')
    fake.put('r', { message_id: 77, text: 'You have 5 USDT' })
    const messages = () => rail.answer().entries.map((one) => one.messages.map(({ text }) => text))
    expect(messages()).toEqual([['You have 5 USDT'], []])
    isSent = true
    clock.advance(500)
    expect(messages()).toEqual([[], ['You have 5 USDT']])
    rail.close()
  })
})

describe('answers that only one person sees', () => {
  /** What the database says of the answers to the first calls: who types waits for it, then it is sent. */
  const setAnswers = (sent: Map<string, string>) => {
    const clock = handClock()
    const keys = ['1', '2', '3'].map((call) => `answer:telegram:${call}`)
    const rows = keys.map((key, at) => ({ id: at + 1, key, class: 'receipt', content: '{}', at: 9 }))
    const all: Rows['all'] = (sql, ...values) => {
      if (sql.includes('max(id)')) return [{ newest: 0 }]
      if (sql.includes('from calls')) return [{ at: clock.now(), answer: '{"text":[{"key":"x"}]}' }]
      if (sql.includes('content, created_at'))
        return rows.filter(({ id }) => id > Number(values[0])).map((row) => ({ ...row, state: 'queued' }))
      const message = sent.get(String(values[0]))
      if (sql.includes('from outbox where key'))
        return [{ state: message ? 'sent' : 'queued', attempts: message ? 1 : 0, message: message ?? null }]
      return []
    }
    return railOn(all, clock)
  }
  const native = (number: number, text: string) => ({
    ...{ message_id: 0, ephemeral_message_id: number, receiver_user: { id: 5 }, text },
  })
  const call = {
    kind: 'call',
    platform: 'telegram',
    at: 0,
    method: 'sendMessage',
    ok: true,
    note: '',
  } as const

  test('stand under what they answer, with the calls that sent them, however late', async () => {
    const sent = new Map<string, string>()
    const { rail, clock, type, fake } = setAnswers(sent)
    for (const text of ['/wallet', '/claims', '/help']) await type('ana', text)
    clock.advance(500)
    const shown = () =>
      rail.answer().entries.map(({ messages, calls }) => [messages.map(({ text }) => text), calls.length])
    clock.advance(20_000)
    fake.put('r', native(1, 'the wallet'), 'ana')
    fake.tell({ ...call, room: 'r', message: 'e5.1' })
    // Told of before the database says so: it is that of whoever has waited the longest.
    expect(shown()).toEqual([
      [[], 0],
      [[], 0],
      [['the wallet'], 1],
    ])
    fake.put('r', native(2, 'help'), 'ana')
    fake.tell({ ...call, room: 'r', message: 'e5.2' })
    for (const [key, message] of [
      ['answer:telegram:1', 'e5:1'],
      ['answer:telegram:3', 'e5:2'],
    ] as const)
      sent.set(key, message)
    clock.advance(500)
    expect(shown()).toEqual([
      [['help'], 1],
      [[], 0],
      [['the wallet'], 1],
    ])
    const linked = rail.answer().entries.flatMap(({ messages }) => messages.map(({ linkedBy }) => linkedBy))
    expect(linked).toEqual(['key', 'key'])
    rail.close()
  })

  test('are late when they wait for longer than a sending takes', async () => {
    const { rail, clock, type } = setAnswers(new Map())
    await type('ana', '/wallet')
    clock.advance(500)
    const outgoing = () => rail.answer().entries[0]?.outgoing[0]
    expect([outgoing()?.state, outgoing()?.isLate]).toEqual(['queued', undefined])
    clock.advance(2_000)
    expect([outgoing()?.state, outgoing()?.isLate]).toEqual(['queued', true])
    rail.close()
  })
})

describe('the rail', () => {
  const setUp = () => {
    const clock = handClock()
    const community = demoCommunity()
    const platform = fakePlatform('telegram', community)
    const openRows = () => {
      throw new Error('there is no database')
    }
    const rail = createRail({ community, world: clock, openRows })
    return { clock, rail, platform }
  }

  test('keeps the newest 200, without any database too', async () => {
    const { rail, platform } = setUp()
    const watched = rail.watch(platform)
    for (let n = 1; n <= 250; n++) await watched.act('ana', { do: 'say', room: 'r', text: `word ${n}` })
    const { entries } = rail.answer()
    expect([entries.length, entries[0]?.words, entries.at(-1)?.words]).toEqual([200, 'word 250', 'word 51'])
    expect(rail.detail(250)).toMatchObject({ update: null, call: null })
    expect(rail.detail(1)).toBeUndefined()
    rail.close()
  })

  test('tells each listener only what has changed', async () => {
    const { rail, platform } = setUp()
    const watched = rail.watch(platform)
    await watched.act('ana', { do: 'say', room: 'r', text: 'one' })
    const { version } = rail.since(0)
    expect(rail.since(version).entries).toEqual([])
    await watched.act('ana', { do: 'say', room: 'r', text: 'two' })
    expect(rail.since(version).entries.map(({ words }) => words)).toEqual(['two'])
    rail.close()
  })

  test('a crowd on one button is one entry, and a person among it has an own one', async () => {
    const { rail, platform } = setUp()
    const [watched, crowd] = [rail.watch(platform), rail.crowd(platform, () => 1)]
    const press = { do: 'press', room: 'r', message: 1, data: '1packet-claim:x' } as const
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => crowd.act(`crowd-${n + 1}`, press)))
    await watched.act('ana', press)
    const { entries } = rail.answer()
    expect(entries).toHaveLength(2)
    expect(entries[1]?.burst).toMatchObject({ presses: 1_000, people: 1_000, answered: 1_000, open: 1_000 })
    rail.close()
  })

  test('another storm on the same button is another entry, however soon', async () => {
    const { rail, platform } = setUp()
    let storm = 1
    const crowd = rail.crowd(platform, () => storm)
    const press = { do: 'press', room: 'r', message: 1, data: '1packet-claim:x' } as const
    await crowd.act('crowd-1', press)
    storm = 2
    await crowd.act('crowd-1', press)
    expect(rail.answer().entries.map(({ burst }) => [burst?.storm, burst?.presses])).toEqual([
      ...[
        [2, 1],
        [1, 1],
      ],
    ])
    rail.close()
  })

  test('calls the only reader of a message by name, also one of the crowd', async () => {
    const { rail, platform } = setUp()
    await rail.watch(platform).act('crowd-4', { do: 'say', room: 'r', text: '/claim' })
    const message = { message_id: 6, text: 'You got 4.042130 USDT' }
    platform.tell({
      ...{ kind: 'message', platform: 'telegram', at: 0 },
      room: 'r',
      message,
      onlyFor: 'crowd-4',
    })
    expect(rail.answer().entries[0]?.messages).toMatchObject([
      { onlyFor: 'crowd-4', onlyForName: 'Member 4' },
    ])
    rail.close()
  })

  test('names the topic that a card hangs in, and not the first of its group', async () => {
    const { rail, platform } = setUp()
    const forum = demoCommunity().groups.find(({ topics }) => topics !== undefined)
    const [, topic] = forum?.topics ?? []
    if (!forum || !topic) throw new Error('nobody has topics here')
    const card = { message_id: 5, message_thread_id: topic.id, text: 'a card' }
    platform.put(forum.room, card)
    const watched = rail.watch(platform)
    await watched.act('ana', { do: 'press', room: forum.room, message: 5, data: 'x' })
    platform.tell({
      ...{ kind: 'edit', platform: 'telegram', at: 0, room: forum.room, thread: String(topic.id) },
      message: { ...card, text: 'a card, changed' },
    })
    const title = `${forum.title} · ${topic.title}`
    expect(rail.answer().entries).toMatchObject([{ roomTitle: title, messages: [{ roomTitle: title }] }])
    await watched.act('ana', { do: 'say', room: forum.room, text: 'hello all' })
    expect(rail.answer().entries[0]?.roomTitle).toBe(`${forum.title} · General`)
    rail.close()
  })
})
