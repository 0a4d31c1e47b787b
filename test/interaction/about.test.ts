/** What one answers stands above the answer, and nobody writes what is refused whatever they write. */
import { expect, it } from 'vitest'
import { applies, reviewerNamed } from '../core/applications/kit.js'
import { agrees, does, lastTold, opensCase, replies, rules, scene, THINKING_MS } from '../core/cases/kit.js'
import type { Heard } from '../kit/heard.js'
import { type House, openHouse, type Person } from '../kit/house.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'

const QUESTIONS = 'Which languages do you speak?\nWho pays you now?'
const ASKED = ['❓ Which languages do you speak?', '❓ Who pays you now?']

interface Asked {
  house: House
  moon: Person
  rita: Person
  number: string
  told: Heard
}

/** An applicant who was asked two questions, and the message that tells them. */
async function asked(engine: EngineForTests): Promise<Asked> {
  const house = await openHouse(engine)
  const moon = await house.person('Moon')
  const rita = await reviewerNamed(house, 'Rita')
  const number = await applies(house, moon)
  const panel = await rita.types('/review')
  await rita.presses(panel.press({ command: 'application-ask' }))
  await rita.types(QUESTIONS)
  house.world.passes(THINKING_MS)
  return { house, moon, rita, number, told: await lastTold(house, moon) }
}

async function rejects({ house, rita }: Pick<Asked, 'house' | 'rita'>): Promise<void> {
  house.world.passes(THINKING_MS)
  const panel = await rita.types('/review')
  const reason = await rita.presses(panel.press({ command: 'application-reject' }))
  const preview = await rita.presses(reason.press({ act: 'set', field: 'reason', value: 'incomplete' }))
  await rita.presses(preview.press({ act: 'confirm' }))
  house.world.passes(THINKING_MS)
}

/** Says no, beside the message that was pressed, and asks for nothing. */
function expectToast(heard: Heard, refusal: string): void {
  expect([heard.refusal, heard.refused]).toEqual([refusal, true])
  expect([heard.view.replace, heard.view.form, heard.view.awaits]).toEqual([undefined, undefined, undefined])
  expect(heard.presses).toEqual([])
}

async function formsOf(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.forms))
  return rows.map(({ command }) => command)
}

describeStorage('what a form is about', (engine) => {
  it('stands above the answer to a reviewer, in the modal too, and is there again after Cancel', async () => {
    const { house, moon, told } = await asked(engine)
    const prompt = await moon.inPrivate.presses(told.press({ command: 'application-answer' }))
    for (const one of ASKED) expect(prompt.words).toContain(one)
    expect(prompt.form.about?.map(({ key }) => key)).toEqual(['application-question', 'application-question'])
    expect(prompt.form.fields).toMatchObject([{ name: 'answer', long: true }])
    const back = await moon.inPrivate.presses(prompt.press({ act: 'cancel' }))
    for (const one of ASKED) expect(back.words).toContain(one)
    expect(back.view.replace).toBe(true)
    house.world.passes(THINKING_MS)
    const again = await moon.inPrivate.presses(back.press({ command: 'application-answer' }))
    const short = await moon.inPrivate.types(' ')
    expect([again.words, short.words].every((words) => words.includes(ASKED[1] ?? '?'))).toBe(true)
    house.world.passes(THINKING_MS)
    expect((await moon.inPrivate.types('Spanish. Nobody.')).keys[0]).toBe('apply-answered')
  })

  it('is the charge for a partner who replies, and the decision for one who appeals', async () => {
    const { house, ana, rita, risk } = await scene(engine, 'rita', 'risk')
    const { inPrivate } = ana.person
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    const told = await lastTold(house, ana.person)
    const prompt = await inPrivate.presses(told.press({ command: 'case-reply' }))
    expect(prompt.words).toContain('“Ten posts an hour, for days.”')
    expect(prompt.form.about?.map(({ key }) => key)).toEqual(['case-reason', 'case-words'])
    expect(prompt.form.fields).toMatchObject([{ name: 'words', long: true }])
    const back = await inPrivate.presses(prompt.press({ act: 'cancel' }))
    expect(back.words).toContain('“Ten posts an hour, for days.”')
    house.world.passes(THINKING_MS)
    await inPrivate.presses(back.press({ command: 'case-reply' }))
    house.world.passes(THINKING_MS)
    const shown = await inPrivate.types('It was a scheduling mistake.')
    house.world.passes(THINKING_MS)
    await inPrivate.presses(shown.press({ act: 'confirm' }))
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    house.world.passes(THINKING_MS)
    const decided = await lastTold(house, ana.person)
    const appeal = await inPrivate.presses(decided.press({ command: 'case-appeal' }))
    expect(appeal.words).toContain('“As agreed in the guidelines.”')
    house.world.passes(THINKING_MS)
    const kept = await inPrivate.presses(appeal.press({ act: 'cancel' }))
    expect([kept.keys[0], kept.offers({ command: 'case-appeal' })]).toEqual(['form-cancelled', true])
  })
})

describeStorage('an old button', (engine) => {
  it('of an answer or an appeal is refused at once, and its message stays', async () => {
    const { house, moon, rita, told } = await asked(engine)
    const answer = told.press({ command: 'application-answer' })
    await moon.inPrivate.presses(answer)
    house.world.passes(THINKING_MS)
    await moon.inPrivate.types('Spanish. Nobody.')
    house.world.passes(THINKING_MS)
    expectToast(await moon.inPrivate.presses(answer), 'application-state')
    await rejects({ house, rita })
    const rejected = await lastTold(house, moon)
    const appeal = rejected.press({ command: 'application-appeal' })
    const prompt = await moon.inPrivate.presses(appeal)
    expect(prompt.keys).toContain('reason-incomplete')
    house.world.passes(THINKING_MS)
    await moon.inPrivate.types('I sent all of it, look again.')
    house.world.passes(THINKING_MS)
    expectToast(await moon.inPrivate.presses(appeal), 'application-appealed')
    expect(await formsOf(house)).toEqual([])
  })

  it('of a question that was answered elsewhere meanwhile ends its form and says so', async () => {
    const { house, moon, told } = await asked(engine)
    const answer = told.press({ command: 'application-answer' })
    const one = await moon.inPrivate.presses(answer)
    house.world.passes(THINKING_MS)
    await moon.inPrivate.presses(answer)
    house.world.passes(THINKING_MS)
    await moon.inPrivate.types('Spanish. Nobody.')
    house.world.passes(THINKING_MS)
    expect(await formsOf(house)).toEqual(['application-answer'])
    const late = await moon.inPrivate.submits(one.form.press, { answer: 'Spanish.' })
    expectToast(late, 'application-state')
    expect(await formsOf(house)).toEqual([])
  })

  it('of a case is refused to its partner and to its staff before they write', async () => {
    const { house, ana, rita, root } = await scene(engine, 'rita', 'root')
    const { inPrivate } = ana.person
    const number = await opensCase(house, rita, ana)
    const old = await rita.types(`/case ${number}`)
    await does(house, rita, old, 'case-notify')
    const reply = (await lastTold(house, ana.person)).press({ command: 'case-reply' })
    await replies(house, ana)
    house.world.passes(THINKING_MS)
    expectToast(await inPrivate.presses(reply), 'case-state')
    const page = await root.types(`/case ${number}`)
    await rules(house, rita, number, 'suspend')
    house.world.passes(THINKING_MS)
    expectToast(await root.presses(page.press({ command: 'case-warn' })), 'case-changed')
    expect(await formsOf(house)).toEqual([])
  })

  it('of a reviewer is refused before they write, and another’s questions are shown to nobody', async () => {
    const { house, moon, rita, number } = await asked(engine)
    const panel = { application: number, version: '6' }
    const commands = ['application-ask', 'application-reject', 'application-invite', 'application-met']
    for (const command of commands) {
      house.world.passes(THINKING_MS)
      const values = ['application-ask', 'application-reject'].includes(command)
        ? panel
        : { application: number }
      expectToast(await rita.presses({ command, values }), 'application-state')
    }
    const sun = await house.person('Sun')
    const press = { command: 'application-answer', values: { application: number } }
    expectToast(await sun.inPrivate.presses(press), 'application-not-yours')
    house.world.passes(THINKING_MS)
    expectToast(
      await sun.inPrivate.presses({ ...press, command: 'application-appeal' }),
      'application-not-yours',
    )
    expect(await formsOf(house)).toEqual([])
    expect(moon.member).not.toBe(sun.member)
  })
})
