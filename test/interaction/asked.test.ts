/** What a call adds to the answers of a form, and what it only says. */
import { expect, it } from 'vitest'
import { answersIn } from '../../src/interaction/asked.js'
import type { FormAct } from '../../src/interaction/decode.js'
import type { Form } from '../../src/interaction/forms.js'

const form: Form = {
  id: 'form',
  member: 1,
  command: 'probe',
  answers: { what: 'mine' },
  origin: { chat: 1 },
  awaits: 'what',
  asked: 1,
  version: 3,
}

const added = (act: FormAct, version = form.version) =>
  answersIn(form, { kind: 'step', form: form.id, version, act, field: 'what', values: { what: 'other' } })

it('takes answers from the steps that answer, as long as they are of now', () => {
  for (const act of ['set', 'fill'] as const) {
    expect(added(act), act).toEqual({ what: 'other' })
    expect(added(act, 2), `${act}, earlier`).toEqual({})
  }
  for (const act of ['ask', 'more', 'confirm', 'cancel', 'show'] as const) {
    expect(added(act), act).toEqual({})
  }
  expect(answersIn(form, { kind: 'text', text: 'typed' })).toEqual({ what: 'typed' })
  expect(answersIn({ ...form, awaits: null }, { kind: 'text', text: 'typed' })).toEqual({})
})
