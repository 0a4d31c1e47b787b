/** Whoever proposed what takes two hears what came of it. */
import { expect, it } from 'vitest'
import { isStale } from '../../../src/stale-news.js'
import type { House, Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import {
  agrees,
  answersAppeal,
  appeals,
  caseToDecide,
  lastTold,
  type Partner,
  rules,
  scene,
  staffNamed,
} from './kit.js'

const OUTCOMES = [
  'case-told-declined',
  'case-told-agreed',
  'case-told-replaced',
  'case-told-otherwise',
  'case-told-on-appeal',
]

/** What somebody was told of proposals of theirs. */
async function heardOf(house: House, person: Person): Promise<(string | undefined)[]> {
  const told = await house.told(person)
  return told.map(({ keys }) => keys[0]).filter((key) => OUTCOMES.includes(String(key)))
}

/** A case in which one has proposed a suspension and another has agreed. */
async function agreedCase(house: House, ana: Partner, proposer: Person, second: Person): Promise<string> {
  const number = await caseToDecide(house, proposer, ana)
  await rules(house, proposer, number, 'suspend')
  await agrees(house, second, number)
  return number
}

describeStorage('whoever proposed it', (engine) => {
  it('is told that it was agreed to, by whom and about whom, and nobody else is', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await agreedCase(house, ana, rita, risk)
    const told = await lastTold(house, rita)
    expect(told.keys).toEqual(['case-told-agreed'])
    expect(told.words).toContain(`Risk agreed to your proposal in case ${number} about Ana: suspension.`)
    const page = await rita.presses(told.press({ command: 'case-page' }))
    expect(page.params('case-title').number).toBe(number)
    for (const other of [risk, root]) expect(await heardOf(house, other)).toEqual([])
  })

  it('is told of another proposal in its place, and of a decision that is another', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await rules(house, risk, number, 'terminate', 'This is the third time.')
    const first = await lastTold(house, rita)
    expect(first.keys).toEqual(['case-told-replaced', 'application-note'])
    expect(first.words).toContain('Risk proposed something else')
    expect(first.words).toContain('in place of what you proposed: termination.')
    expect(first.words).toContain('This is the third time.')
    await rules(house, root, number, 'warn', 'A warning will do.')
    const second = await lastTold(house, risk)
    expect(second.keys).toEqual(['case-told-otherwise', 'application-note'])
    expect(second.words).toContain(
      `Root decided case ${number} about Ana otherwise than you proposed: warning.`,
    )
    expect(second.words).toContain('A warning will do.')
    expect(await heardOf(house, rita)).toEqual(['case-told-replaced'])
  })

  it('hears nothing of their own other proposal or decision', async () => {
    const { house, ana, rita } = await scene(engine, 'rita', 'risk')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await rules(house, rita, number, 'suspend')
    await rules(house, rita, number, 'dismiss')
    expect(await heardOf(house, rita)).toEqual([])
  })

  it.each([
    ['uphold', 'suspension, confirmed on appeal'],
    ['reduce', 'warning, reduced on appeal'],
    ['overturn', 'overturned on appeal'],
  ] as const)('is told what the appeal made of it: %s', async (what, words) => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const number = await agreedCase(house, ana, rita, risk)
    await appeals(house, ana)
    await answersAppeal(house, root, number, what)
    const told = await lastTold(house, rita)
    expect(told.keys).toEqual(['case-told-on-appeal', 'application-note'])
    expect(told.words).toContain(`Root answered the appeal in case ${number} about Ana`)
    expect(told.words).toContain(words)
    expect(told.words).toContain('Looked at once more.')
    for (const other of [risk, root]) expect(await heardOf(house, other)).toEqual([])
  })

  it('is nobody where one person decided: of a warning nobody is told on appeal', async () => {
    const { house, ana, rita, risk } = await scene(engine, 'rita', 'risk')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await rules(house, rita, number, 'warn')
    await appeals(house, ana)
    await answersAppeal(house, risk, number, 'overturn')
    expect(await heardOf(house, rita)).toEqual([])
  })

  it('does not get what an appeal has changed before it was carried', async () => {
    const { house, ana, rita, risk } = await scene(engine, 'rita', 'risk')
    const number = await agreedCase(house, ana, rita, risk)
    const chief = await staffNamed(house, 'Chief', 'admin')
    const row = { platform: 'telegram', account: rita.account.id, createdAt: house.world.now() } as const
    const stale = (key: string) =>
      house.look((work) => isStale(work, { text: [{ key, params: { number } }] }, row))
    expect(await stale('case-told-agreed')).toBe(false)
    await appeals(house, ana)
    expect(await stale('case-told-agreed')).toBe(false)
    await answersAppeal(house, chief, number, 'overturn')
    expect(await stale('case-told-agreed')).toBe(true)
    expect(await stale('case-told-on-appeal')).toBe(false)
  })
})
