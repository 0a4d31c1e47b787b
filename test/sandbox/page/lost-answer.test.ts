/** Whether anybody saw the answer to what somebody did, as the rail tells it. */
import { describe, expect, it } from 'vitest'
import { answerDue, lostAnswer } from '../../../src/sandbox/page/rail/lost-answer.js'
import type { RailCall, RailEntry, RailMessage, RailOutgoing } from '../../../src/sandbox/page-contract.js'

const entry = (part: Partial<RailEntry>): RailEntry => ({
  ...{ id: 1, version: 1, at: 0, platform: 'telegram', person: { id: 'kofi', name: 'Kofi' }, room: 'r' },
  ...{ did: 'press', words: 'Claim', result: 'done', deliveries: 1, transfers: [], facts: [], outgoing: [] },
  ...{ messages: [], calls: [], more: { transfers: 0, facts: 0, outgoing: 0, messages: 0, calls: 0 } },
  ...part,
})
const call = (method: string, ok = false): RailCall => ({
  ...{ platform: 'telegram', method, ok, note: '502', after: 1, linkedBy: 'key' },
  fault: 'telegram-error-after',
})
const answer = (state: RailOutgoing['state']): RailOutgoing => ({
  ...{ key: 'answer:telegram:update:7:1', state, class: 'receipt', attempts: 1, linkedBy: 'key' },
})
const told = (part: Partial<RailMessage>): RailMessage => ({
  ...{ kind: 'message', platform: 'telegram', room: 'r', message: 9, text: 'x', linkedBy: 'key' },
  ...part,
})

describe('an answer that is not sent yet', () => {
  const typed = (one: Partial<RailOutgoing>, part: Partial<RailEntry> = {}) =>
    answerDue(entry({ did: 'say', outgoing: [{ ...answer('queued'), ...one }], ...part }))

  it('is under way at first, and late when it waits for its turn', () => {
    expect([typed({}), typed({ state: 'leased' }), typed({ isLate: true })]).toEqual([
      ...['sending', 'sending', 'late'],
    ])
  })

  it('is none when it was sent, was seen at once, or the message failed', () => {
    expect(typed({ state: 'sent', isLate: true })).toBeUndefined()
    expect(typed({}, { seen: { kind: 'toast', text: 'You got 1' } })).toBeUndefined()
    expect(typed({ isLate: true }, { calls: [call('sendMessage')] })).toBeUndefined()
    expect(answerDue(entry({ did: 'say' }))).toBeUndefined()
  })
})

describe('an answer that nobody saw', () => {
  it('is one to something that the bot has dealt with, and names the call that failed', () => {
    const calls = [call('editMessageText'), call('answerCallbackQuery'), call('editMessageText')]
    expect(lostAnswer(entry({ isUnseen: true, calls }))).toEqual({ fate: 'lost', failed: calls[1] })
    expect(lostAnswer(entry({ isUnseen: true, result: 'unanswered' }))).toBeUndefined()
    expect(lostAnswer(entry({ calls, seen: { kind: 'toast', text: 'You got 1' } }))).toBeUndefined()
  })

  it('comes later as a message, is still tried, or failed there too', () => {
    const lost = (part: Partial<RailEntry>) => lostAnswer(entry({ isUnseen: true, ...part }))?.fate
    expect(lost({ outgoing: [answer('sent')], messages: [told({ onlyFor: 'kofi' })] })).toBe('later')
    expect(lost({ outgoing: [answer('leased')] })).toBe('trying')
    expect(lost({ outgoing: [answer('dead')], messages: [told({})] })).toBe('given-up')
  })

  it('waits for the private chat, also where the group was told so by a message', () => {
    const outgoing = [{ ...answer('dead'), waits: true as const }]
    const typed: Partial<RailEntry> = { did: 'say', messages: [told({})], outgoing }
    expect(lostAnswer(entry(typed))?.fate).toBe('waits')
  })

  it('is also one to something typed: the message failed and none came', () => {
    const typed: Partial<RailEntry> = { did: 'say', calls: [call('sendMessage')] }
    expect(lostAnswer(entry(typed))?.failed?.method).toBe('sendMessage')
    expect(lostAnswer(entry({ ...typed, messages: [told({})] }))).toBeUndefined()
    expect(lostAnswer(entry({ ...typed, outgoing: [answer('leased')] }))?.fate).toBe('trying')
    // It has arrived, whichever entry its message came near.
    expect(lostAnswer(entry({ ...typed, outgoing: [answer('sent')] }))).toBeUndefined()
    expect(lostAnswer(entry({ did: 'say', calls: [call('sendMessage', true)] }))).toBeUndefined()
  })
})
