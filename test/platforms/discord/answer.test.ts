import { describe, expect, test } from 'vitest'
import type { View } from '../../../src/interaction/view.js'
import { deferralOf, planAnswer } from '../../../src/platforms/discord/answer.js'
import type { InteractionHandle } from '../../../src/platforms/discord/receive.js'
import { recordingRendering, saying, spans } from './house.js'
import { APPLICATION, INTERACTION, TOKEN } from './interactions.js'

const handle = (
  asked: InteractionHandle['asked'],
  message?: InteractionHandle['message'],
): InteractionHandle => ({
  id: INTERACTION,
  token: TOKEN,
  application: APPLICATION,
  asked,
  message,
})
const command = handle('command')
const press = handle('component', 'everyone')
const modal = handle('modal')
const pressOfOwn = handle('component', 'actor')
const modalUnder = handle('modal', 'everyone')

const V2 = 32_768
const PRIVATE = V2 + 64
const forAll: Partial<View> = { replace: true, audience: 'everyone' }
const form: View['form'] = {
  press: { command: 'redpacket', values: {} },
  title: spans('New packet'),
  fields: [{ name: 'amount', label: spans('How much?'), required: true }],
}

/** A plan in short: what is done, the type of a first answer, the flags of a message. */
function plan(asked: InteractionHandle, view: Partial<View> | undefined, deferred: boolean) {
  const answer = view && saying({ text: [spans('x')], ...view })
  return planAnswer(asked, answer, deferred, recordingRendering()).map((step) => {
    if (step.do === 'delete-original') return 'delete'
    if (step.do !== 'respond') return `${step.do} ${step.message.flags}`
    const { data } = step.body as { data?: { flags?: number } }
    return `type ${step.body.type} ${data?.flags ?? ''}`.trim()
  })
}

describe('a deferral', () => {
  test('thinks ephemerally for a command, and shows nothing under a message', () => {
    expect(deferralOf(command)).toEqual({ type: 5, data: { flags: 64 } })
    expect(deferralOf(modal)).toEqual({ type: 5, data: { flags: 64 } })
    expect(deferralOf(press)).toEqual({ type: 6 })
    expect(deferralOf(modalUnder)).toEqual({ type: 6 })
  })
})

describe('an answer in time', () => {
  test.each<[string, InteractionHandle, Partial<View> | undefined, string[]]>([
    ['a command is told privately', command, {}, [`type 4 ${PRIVATE}`]],
    ['a command is told to all', command, { audience: 'everyone' }, [`type 4 ${V2}`]],
    ['a command has no message to replace', command, { replace: true }, [`type 4 ${PRIVATE}`]],
    ['a press is told privately', press, {}, [`type 4 ${PRIVATE}`]],
    ['a press is told to all', press, { audience: 'everyone' }, [`type 4 ${V2}`]],
    ['a press replaces the card of all', press, forAll, [`type 7 ${V2}`]],
    ['a press replaces a message of its own', pressOfOwn, { replace: true }, [`type 7 ${V2}`]],
    ['what is for one never replaces the card of all', press, { replace: true }, [`type 4 ${PRIVATE}`]],
    ['a command opens a form', command, { form }, ['type 9']],
    ['a press opens a form', press, { form, replace: true }, ['type 9']],
    ['a modal cannot open a modal', modal, { form }, [`type 4 ${PRIVATE}`]],
    ['a modal under a card replaces it', modalUnder, forAll, [`type 7 ${V2}`]],
    ['a private step of a modal does not', modalUnder, { replace: true }, [`type 4 ${PRIVATE}`]],
    ['a modal without one does not', modal, { replace: true }, [`type 4 ${PRIVATE}`]],
    ['nothing to say to a press', press, undefined, ['type 6']],
    ['nothing to say to a command', command, undefined, ['type 5 64', 'delete']],
    ['nothing to say to a modal', modal, undefined, ['type 5 64', 'delete']],
  ])('%s', (_, asked, view, steps) => {
    expect(plan(asked, view, false)).toEqual(steps)
  })
})

describe('an answer after a deferral', () => {
  test.each<[string, InteractionHandle, Partial<View> | undefined, string[]]>([
    ['a command is told privately', command, {}, [`edit-original ${V2}`]],
    ['a command is told to all', command, { audience: 'everyone' }, ['delete', `follow-up ${V2}`]],
    ['a press is told privately', press, {}, [`follow-up ${PRIVATE}`]],
    ['a press is told to all', press, { audience: 'everyone' }, [`follow-up ${V2}`]],
    ['a press replaces the card of all', press, forAll, [`edit-original ${V2}`]],
    ['a press replaces a message of its own', pressOfOwn, { replace: true }, [`edit-original ${V2}`]],
    ['what is for one never replaces the card of all', press, { replace: true }, [`follow-up ${PRIVATE}`]],
    ['a form falls back to words and rows', command, { form }, [`edit-original ${V2}`]],
    ['nothing to say to a press', press, undefined, []],
    ['nothing to say to a command', command, undefined, ['delete']],
  ])('%s', (_, asked, view, steps) => {
    expect(plan(asked, view, true)).toEqual(steps)
  })
})

test('a refusal without a tone of its own is red; every body forbids pings', () => {
  const [step] = planAnswer(command, saying({ text: [spans('No')] }, true), false, recordingRendering())
  expect(step).toMatchObject({
    body: { data: { components: [{ accent_color: 0xed_42_45 }], allowed_mentions: { parse: [] } } },
  })
  const [kept] = planAnswer(
    command,
    saying({ text: [spans('No')], tone: 'info' }, true),
    false,
    recordingRendering(),
  )
  expect(kept).toMatchObject({ body: { data: { components: [{ accent_color: 0x58_65_f2 }] } } })
})
