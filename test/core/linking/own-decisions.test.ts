/** What turns out to have been decided by whom it was about, or by one person where it takes two. */
import { expect, it } from 'vitest'
import { joinPeople } from '../../../src/core/linking/joining.js'
import {
  askTreasury,
  decideTreasury,
  type TreasuryAsk,
  treasuryRequestFor,
} from '../../../src/core/treasury/treasury.js'
import { must, Refusal } from '../../../src/kit/refusal.js'
import type { Storage } from '../../../src/storage/storage.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { stateOf as applicationState, applies, reviewerNamed } from '../applications/kit.js'
import {
  agrees,
  answersAppeal,
  appeals,
  caseNow,
  caseToDecide,
  does,
  partnerNamed,
  rules,
  scene,
  staffNamed,
  THINKING_MS,
} from '../cases/kit.js'
import { has, USDT } from '../packets/kit.js'
import { link, pair } from './kit.js'

const joined = (storage: Storage, one: Person, other: Person) =>
  storage.write((work) => joinPeople(work, { one: one.member, other: other.member, by: 'operator' }))

/** What comes of it is told to the admins, in these words. */
async function toldDecided(house: House, root: Person): Promise<string[]> {
  const news = (await house.told(root)).filter(({ keys }) => keys.includes('link-told-decided'))
  return news.map(({ words }) => words)
}

const asks = (house: House, ask: Pick<TreasuryAsk, 'kind' | 'owner' | 'maker'>) =>
  house.storage.write((work) => askTreasury(work, { ...ask, asset: 'USDT', amount: USDT, reason: 'a prize' }))

const approved = (house: House, id: number, { member }: Person) =>
  house.storage.write((work) => decideTreasury(work, id, { checker: member, approve: true, fourEyes: true }))

describeStorage('whoever let money through turns out to own the wallet', (engine) => {
  it('of a deposit: admins are told which', async () => {
    const house = await openHouse(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const maker = await staffNamed(house, 'Maker', 'finance_maker')
    const { tele, disco } = await pair(house)
    await tele.becomes('finance_checker')
    await maker.types(`/treasury deposit 100 person #${disco.member} prize of the week`)
    const told = must((await house.told(tele)).at(-1), 'the request')
    const shown = await tele.inPrivate.presses(told.press({ command: 'treasury-approve' }))
    expect((await tele.inPrivate.presses(shown.press({ act: 'confirm' }))).keys[0]).toBe('treasury-approved')
    expect((await link(disco, tele)).keys[0]).toBe('link-done')
    const [words, ...more] = await toldDecided(house, root)
    expect([words, more]).toEqual([expect.stringContaining('treasury request 1'), []])
    expect(await has(house, tele.owner)).toBe(100n * USDT)
  })

  it('of a withdrawal, under a number of before; what was given back is nobody’s business', async () => {
    const house = await openHouse(engine)
    const maker = await house.person('Maker')
    const [own, old, late] = [await house.rich('A', '5'), await house.rich('B', '5'), await house.person('C')]
    const withdrawal = await asks(house, { kind: 'withdraw', owner: old.owner, maker: maker.member })
    const other = await asks(house, { kind: 'withdraw', owner: old.owner, maker: maker.member })
    await approved(house, withdrawal.id, late)
    const decision = { checker: late.member, approve: false, fourEyes: true }
    await house.storage.write((work) => decideTreasury(work, other.id, decision))
    expect((await joined(house.storage, own, old)).decided).toEqual([])
    const { decided } = await joined(house.storage, own, late)
    expect(decided).toEqual([{ what: 'treasury', id: String(withdrawal.id) }])
    expect(await house.audit()).toEqual([])
  })

  it('while they are linked: a link that comes second waits for the approval, and knows of it', async () => {
    const { house, there, stays, gone, waiting } = await desks(engine)
    const { id, decision } = await waiting(stays, gone)
    const { begun, begins } = gate()
    const approval = house.storage.write(async (work) => {
      await treasuryRequestFor(work, id, decision)
      await begins(engine)
      return decideTreasury(work, id, decision)
    })
    const link = begun.then(() => joined(there, stays, gone))
    expect((await approval).state).toBe('approved')
    expect((await link).decided).toEqual([{ what: 'treasury', id: String(id) }])
    expect(await house.audit()).toEqual([])
  })

  it('while they are linked: an approval that comes second waits for the link, and is refused', async () => {
    for (const isByTheOneWhoStays of [true, false]) {
      const { house, there, stays, gone, waiting } = await desks(engine)
      const { id, decision } = await (isByTheOneWhoStays ? waiting(stays, gone) : waiting(gone, stays))
      const { begun, begins } = gate()
      const link = house.storage.write(async (work) => {
        const done = await joinPeople(work, { one: stays.member, other: gone.member, by: 'operator' })
        await begins(engine)
        return done
      })
      const approval = begun
        .then(() => there.write((work) => decideTreasury(work, id, decision)))
        .catch((error: unknown) => (error instanceof Refusal ? error.key : Promise.reject(error)))
      expect([(await link).decided, await approval]).toEqual([[], 'four-eyes-wallet'])
      expect(await house.audit()).toEqual([])
    }
  })
})

/** `begun` when a unit says that it `begins`, which stays at that long enough that another comes to wait. */
function gate() {
  let open = () => {}
  const begun = new Promise<void>((resolve) => {
    open = resolve
  })
  const begins = async ({ dialect }: EngineForTests) => {
    open()
    // On SQLite another waits for the whole unit.
    if (dialect === 'postgres') await new Promise((resolve) => setTimeout(resolve, 300))
  }
  return { begun, begins }
}

/** Two processes, two people who are one, and a request that waits about a wallet of one of them. */
async function desks(engine: EngineForTests) {
  const url = engine.dialect === 'postgres' ? { url: await engine.emptyDatabase() } : {}
  const here = await engine.open(url)
  const there = engine.dialect === 'postgres' ? await engine.open(url) : here
  const house = await openHouse(engine, { storage: here })
  const maker = await house.person('Maker')
  const [stays, gone] = [await house.person('Stays'), await house.person('Gone')]
  const waiting = async (checker: Person, { owner }: Person) => {
    const { id } = await asks(house, { kind: 'deposit', owner, maker: maker.member })
    return { id, decision: { checker: checker.member, approve: true, fourEyes: true } }
  }
  return { house, there, stays, gone, waiting }
}

describeStorage('two whom it took turn out to be one', (engine) => {
  it('of a suspension: who proposed it and who agreed', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const third = await staffNamed(house, 'Third', 'admin')
    const number = await caseToDecide(house, third, ana)
    await rules(house, root, number, 'suspend')
    await agrees(house, risk, number)
    expect((await caseNow(house, number)).state).toBe('suspended')
    await link(risk, root)
    const [words] = await toldDecided(house, third)
    expect(words).toContain(`case ${number}`)
    // Who only opened it has decided nothing with either.
    expect((await joined(house.storage, third, risk)).decided).toEqual([])
  })

  it('of an appeal: who answered it and who had a hand in the case', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const number = await caseToDecide(house, risk, ana)
    await rules(house, risk, number, 'warn')
    await appeals(house, ana)
    await answersAppeal(house, root, number, 'uphold')
    expect((await caseNow(house, number)).state).toBe('upheld')
    const { decided } = await joined(house.storage, risk, root)
    expect(decided).toEqual([{ what: 'case', id: number }])
  })

  it('of a case: who decided it and who had reported it, on their own or after another', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const [kofi, lena] = [await house.person('Kofi'), await house.person('Lena')]
    const number = await caseToDecide(house, root, ana)
    await house.storage.write(async ({ db, t, now }) => {
      const told = {
        about: 'Ana',
        partner: ana.id,
        reason: 'spam',
        reasonWords: '{}',
        words: 'Spam.',
        at: now,
      }
      const led = { ...told, state: 'cased' as const, case: Number(number), reporter: kofi.member }
      const [first] = await db.insert(t.reports).values(led).returning()
      const joins = must(first, 'a report').id
      await db.insert(t.reports).values({ ...told, state: 'joined', joins, reporter: lena.member })
    })
    await rules(house, risk, number, 'warn')
    expect((await joined(house.storage, risk, lena)).decided).toEqual([{ what: 'case', id: number }])
    expect((await joined(house.storage, root, kofi)).decided).toEqual([{ what: 'case', id: number }])
  })

  it('of a higher tier: who proposed it and who agreed', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const third = await staffNamed(house, 'Third', 'admin')
    const { list } = must(house.programme.tiers, 'tiers')
    const highest = must([...list].sort((a, b) => b.rank - a.rank)[0], 'a tier').id
    const tier = { tier: highest, note: 'Agreed in the spring talk.' }
    await does(house, root, await root.types(`/partner ${ana.id}`), 'partner-tier', tier)
    house.world.passes(THINKING_MS)
    await does(house, risk, await risk.types(`/partner ${ana.id}`), 'change-agree')
    const changes = await house.look((work) => work.db.select().from(work.t.partnerChanges))
    expect(changes).toMatchObject([{ state: 'done', by: root.member, endedBy: risk.member }])
    await link(risk, root)
    const [words] = await toldDecided(house, third)
    expect(words).toContain(`change ${changes[0]?.id} of a partner`)
  })

  it('of another region: who proposed it and who agreed', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const [one, other] = [await house.person('One'), await house.person('Other')]
    const made = { partner: ana.id, kind: 'region' as const, was: 'latam', becomes: 'apac', note: null }
    await house.storage.write(({ db, t, now }) =>
      db.insert(t.partnerChanges).values([
        { ...made, state: 'done', by: one.member, at: now, endedBy: other.member, endedAt: now },
        { ...made, state: 'declined', by: one.member, at: now, endedBy: other.member, endedAt: now },
      ]),
    )
    const { decided } = await joined(house.storage, one, other)
    expect(decided).toEqual([{ what: 'change', id: '1' }])
  })

  it('of an approval: who proposed it and who confirmed, or who confirmed and who applied', async () => {
    const house = await openHouse(engine)
    const [moon, sun] = [await house.person('Moon'), await house.person('Sun')]
    const rita = await reviewerNamed(house, 'Rita')
    const olga = await staffNamed(house, 'Olga', 'risk_officer')
    const root = await staffNamed(house, 'Root', 'admin')
    await applies(house, moon)
    const number = await applies(house, sun)
    const panel = await rita.presses({ command: 'application-take', values: { application: number } })
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    expect((await rita.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['review-proposed'])
    const seen = await olga.presses({ command: 'application-open', values: { application: number } })
    const sure = await olga.presses(seen.press({ command: 'application-confirm' }))
    await olga.presses(sure.press({ act: 'confirm' }))
    expect(await applicationState(house, number)).toBe('approved')
    await link(rita, olga)
    expect((await toldDecided(house, root))[0]).toContain(`application ${number}`)
    const { decided } = await joined(house.storage, olga, sun).catch(() => joined(house.storage, rita, sun))
    expect(decided).toEqual([{ what: 'application', id: number }])
  })
})
