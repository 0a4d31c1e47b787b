/**
 * What people without any right send, forged as cleverly as it can be: presses that name real packets, real
 * requests and the forms of staff, words of every command, payloads of links. Each gets an answer or
 * silence; no money moves, no fact is written, nobody gains a right, and nothing is a mistake of ours.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { personNamed } from '../../src/core/members/members.js'
import { ROLES, type Role } from '../../src/core/roles/roles.js'
import type { Request } from '../../src/interaction/call.js'
import type { AnyCommand } from '../../src/interaction/command.js'
import { Refusal } from '../../src/kit/refusal.js'
import { act, drop } from '../core/packets/kit.js'
import { type House, openHouse, type Person } from '../kit/house.js'
import { tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import { text } from './hostile.js'

const STRANGERS = 50
/** Calls that are under way together, by as many strangers. */
const AT_ONCE = 200
/** Rounds on SQLite; PostgreSQL does a fourth. */
const ROUNDS = 20 * Number(process.env.PROOF_INPUTS ?? 1)
/** Passes between rounds, so that floods are not what refuses. */
const BETWEEN_MS = 30_000
/** So many values a press of a forger has. */
const ARITIES = [0, 1, 2, 3]
/** Who may do in every chat what its moderators may. */
const MODERATING = ['admin', 'risk_officer']

/** Why a command is not for somebody with this role alone, if so. */
function whyNot(who: AnyCommand['who'], role: Role | undefined): string | undefined {
  const isTheirs = (roles: readonly string[]) => role !== undefined && roles.includes(role)
  if (who === 'moderator') return isTheirs(MODERATING) ? undefined : 'only-moderators'
  return who === 'anyone' || isTheirs(who) ? undefined : 'only-roles'
}

/**
 * What whoever calls may change: their own name, language, forms, where they were met, what they heard, a
 * draft of their own, codes for their accounts and what they guessed.
 */
const THEIR_OWN = [
  ...['calls', 'forms', 'outbox', 'members', 'identities', 'sightings', 'packetTries'],
  ...['applications', 'facts', 'factHead', 'linkCodes', 'linkGuesses'],
]

/** All but that. Of the facts, those that tell of more than a draft which was begun. */
async function whatIsOthers(house: House): Promise<unknown> {
  const facts = await house.look((work) => work.db.select().from(work.t.facts))
  const applications = await house.look((work) => work.db.select().from(work.t.applications))
  return {
    ...(await house.dump(...THEIR_OWN)),
    facts: facts.filter(({ details }) => JSON.parse(details).transition !== 'A1').length,
    states: applications.map(({ state }) => state).filter((state) => state !== 'draft'),
  }
}

/** Things that exist and are not theirs. */
async function riches(house: House): Promise<string[]> {
  const pavel = await house.rich('Pavel', '5000')
  const maker = await house.person('Maker')
  const checker = await house.person('Checker')
  await maker.becomes('finance_maker')
  await checker.becomes('finance_checker')
  await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '1000')
  const packet = await drop(pavel, '50 20 premium=yes')
  const secret = await drop(await house.rich('Mia', '100'), '50 20 passphrase="open sesame" premium=yes')
  house.world.passes(BETWEEN_MS)
  await maker.types(`/treasury deposit 100 person #${pavel.member} prize`)
  await pavel.types('/redpacket 2000 20')
  await checker.presses({ command: 'treasury-approve', values: { request: '1' } })
  await pavel.presses(act('cancel', packet))
  const { forms, asked } = await house.look(async (work) => ({
    forms: await work.db.select({ id: work.t.forms.id }).from(work.t.forms),
    asked: await work.db.select({ id: work.t.packetRequests.id }).from(work.t.packetRequests),
  }))
  expect([forms.length > 1, asked.length]).toEqual([true, 1])
  return [packet, secret, ...[...forms, ...asked].map(({ id }) => String(id)), `#${pavel.member}`]
}

const COMMON = [
  '1',
  '2',
  '10',
  '5',
  'confirm',
  'set',
  'ask',
  'show',
  'yes',
  'admin',
  'group',
  'deposit',
  'person',
]

function requestsAbout(house: House, known: readonly string[]): fc.Arbitrary<Request> {
  const command = fc.constantFrom(...house.catalogue.commands.map(({ name }) => name), 'form', 'form', 'form')
  const value = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...known),
    fc.constantFrom(...COMMON),
    text,
  )
  const values = fc.array(value, { maxLength: 5 })
  const data = fc.tuple(command, values).map((parts) => `1${parts.flat().join(':')}`)
  const named = fc.tuple(command, values).map(([name, list]) => {
    const names = house.catalogue.find(name)?.argumentNames ?? ['form', 'version', 'act']
    return { name, values: Object.fromEntries(list.map((one, at) => [names[at] ?? 'x', one])) }
  })
  return fc.oneof(
    data.map((data): Request => ({ kind: 'pressed', data })),
    fc.tuple(data, values).map(([data, values]): Request => ({ kind: 'pressed', data, values })),
    fc.tuple(data, named).map(([form, { values }]): Request => ({ kind: 'submitted', form, values })),
    named.map(({ name, values }): Request => ({ kind: 'filled', command: name, values })),
    fc
      .tuple(command, values)
      .map(([command, list]): Request => ({ kind: 'typed', command, words: list.join(' ') })),
    fc
      .tuple(command, values)
      .map(([name, list]): Request => ({ kind: 'opened', payload: [name, ...list].join('_') })),
    value.map((text): Request => ({ kind: 'answered', text })),
  )
}

async function send(house: House, strangers: Person[], requests: Request[]): Promise<void> {
  house.world.passes(BETWEEN_MS)
  await Promise.all(
    requests.map((request, at) => {
      const stranger = strangers[at % strangers.length]
      if (!stranger) return undefined
      const voice = at % 3 === 0 ? stranger.inPrivate : stranger
      return house.dispatch(voice.call(request))
    }),
  )
}

describeStorage('strangers at every door', (engine) => {
  it('change nothing but what is their own', { timeout: 180_000 }, async () => {
    const house = await openHouse(engine)
    const known = await riches(house)
    const moon = house.groupNamed('Moon', 'discord')
    const strangers: Person[] = []
    for (let who = 0; who < STRANGERS; who++) {
      strangers.push(await house.person(`Stranger ${who}`, who % 2 === 0 ? {} : { at: moon }))
    }
    // So that their private chats are known.
    for (const one of strangers) await one.inPrivate.types('/wallet')
    const before = await whatIsOthers(house)
    const rounds = engine.dialect === 'sqlite' ? ROUNDS : Math.ceil(ROUNDS / 4)
    const many = fc.array(requestsAbout(house, known), { minLength: AT_ONCE, maxLength: AT_ONCE })
    for (const requests of fc.sample(many, { numRuns: rounds, seed: 11 }))
      await send(house, strangers, requests)

    expect(await whatIsOthers(house)).toEqual(before)
    expect(house.lines).toEqual([])
    expect(await house.audit()).toEqual([])
    const { length } = await house.look((work) => work.db.select().from(work.t.calls))
    expect(length).toBeGreaterThan((rounds * AT_ONCE) / 10)
    tried({ inputs: rounds * AT_ONCE })
  })

  it('and no role opens the door of another, whatever a press names', { timeout: 120_000 }, async () => {
    const house = await openHouse(engine)
    await riches(house)
    const guarded = house.catalogue.commands.filter(({ who }) => who !== 'anyone')
    const calledBy = async (voice: Person['inPrivate'], name: string): Promise<Set<string | undefined>> => {
      house.world.passes(BETWEEN_MS)
      const presses = ARITIES.map((count) => [`1${name}`, ...Array(count).fill('1')].join(':'))
      const heard = await Promise.all(presses.map((press) => voice.presses(press)))
      // With too many values, or too few, a press is none of ours.
      return new Set(heard.map(({ refusal }) => refusal).filter((refusal) => refusal !== 'button-unknown'))
    }
    let doors = 0
    for (const role of [undefined, ...ROLES]) {
      const person = await house.person(role ?? 'nobody')
      if (role) await person.becomes(role)
      // So that the private chat is known.
      await person.inPrivate.types('/wallet')
      const before = await whatIsOthers(house)
      for (const { name, who, where } of guarded) {
        const refusal = whyNot(who, role)
        if (!refusal) continue
        const called = await calledBy(where === 'private' ? person.inPrivate : person, name)
        expect([role, name, ...called]).toEqual([role, name, refusal])
        doors += 1
      }
      expect(await whatIsOthers(house), role).toEqual(before)
    }
    expect(house.lines).toEqual([])
    expect(doors).toBeGreaterThan(guarded.length)
    tried({ inputs: doors * ARITIES.length })
  })

  it('and names of people are somebody or a refusal', async () => {
    const house = await openHouse(engine)
    const { member, account } = await house.person('Mia')
    const about = [`#${member}`, `telegram:${account.id}`, account.id, `TELEGRAM:${account.id}`]
    const names = fc.oneof(
      text,
      fc.constantFrom(...about),
      fc.tuple(fc.constantFrom(...about), text).map((all) => all.join('')),
    )
    const typed = fc.sample(names, { numRuns: 1_000, seed: 3 })
    const found = await house.look(async (work) => {
      const all: (number | string)[] = []
      for (const one of typed) {
        all.push(
          await personNamed(work, one, 'telegram').catch((error: unknown) => {
            if (error instanceof Refusal) return error.key
            throw error
          }),
        )
      }
      return all
    })
    for (const [at, who] of found.entries())
      expect(who, typed[at]).toSatisfy(about.includes(typed[at] ?? '') ? (one) => one === member : isRefusal)
    tried({ inputs: typed.length })
  })
})

const isRefusal = (one: unknown) => one === 'person-malformed' || one === 'person-unknown'
