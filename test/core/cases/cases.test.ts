/** Cases from the opening to the appeal, and all that comes too late, twice or from the wrong person. */
import { expect, it } from 'vitest'
import { rulingButtons } from '../../../src/core/rulings/commands.js'
import { must } from '../../../src/kit/refusal.js'
import { loadProgramme } from '../../../src/programme/programme.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import {
  agrees,
  answersAppeal,
  appeals,
  caseNow,
  caseToDecide,
  DAY_MS,
  does,
  HOUR_MS,
  lastTold,
  movesOf,
  opensCase,
  partnerNamed,
  replies,
  rules,
  scene,
  staffNamed,
  standing,
  stateOf,
  THINKING_MS,
  tries,
} from './kit.js'

const staffed = (engine: EngineForTests) => scene(engine, 'rita', 'risk', 'root')

const SANCTIONS = ['warn', 'suspend', 'terminate'] as const
const ENDED = { warn: 'warned', suspend: 'suspended', terminate: 'terminated' }

describeStorage('a case', (engine) => {
  it('is opened, told, answered and decided, with a reason, a note and its effects', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await opensCase(house, rita, ana)
    const { preview } = await tries(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    expect(preview.words).toContain('They have 72 hours to reply')
    expect(preview.words).toContain('“Ten posts an hour, for days.”')
    await rita.presses(preview.press({ act: 'confirm' }))
    const told = await lastTold(house, ana.person)
    expect(told.keys.slice(0, 3)).toEqual(['case-told-notice', 'case-own', 'case-reason'])
    expect(told.words).not.toContain('Rita')
    expect((await replies(house, ana, 'A mistake of mine.')).keys[0]).toBe('case-replied')
    const page = await rita.types(`/case ${number}`)
    expect(page.words).toContain('💬 The partner: A mistake of mine.')
    const proposed = await rules(house, rita, number, 'suspend')
    expect(proposed.keys[0]).toBe('case-is-proposed')
    expect(await stateOf(house, ana)).toBe('active')
    expect((await lastTold(house, risk)).keys).toEqual(['case-waits'])
    const NOTE = { note: { said: 'As agreed in the guidelines.' } }
    expect(proposed.params('application-note')).toEqual(NOTE)
    const done = await agrees(house, risk, number)
    expect(done.keys.slice(0, 4)).toEqual([
      'case-is-decided',
      'effect-until-suspended',
      'effect-stop',
      'effect-mirrored',
    ])
    expect(await stateOf(house, ana)).toBe('suspended')
    const heard = await lastTold(house, ana.person)
    expect(heard.keys[0]).toBe('case-told-suspended')
    expect(heard.words).toContain('“As agreed in the guidelines.”')
    expect(heard.params('application-note')).toEqual(NOTE)
    expect(await movesOf(house, ana)).toBe('P2 P5')
    expect(await house.audit()).toEqual([])
  })

  it('stops what a suspended partner does with budgets, and not what is their own', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    ana.person.stands({ isAdmin: true })
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '100')
    await house.pays(ana.person.owner, '100')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    house.world.passes(60_000)
    const refused = await ana.person.types('/redpacket 50 20 group')
    expect([refused.refusal, refused.words]).toEqual(['frozen-spender', expect.stringContaining('(case 1)')])
    house.world.passes(60_000)
    expect((await ana.person.types('/redpacket 50 20')).keys).toEqual(['redpacket-dropped'])
    house.world.passes(7 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('active')
    expect((await lastTold(house, ana.person)).keys[0]).toBe('membership-told-served')
    house.world.passes(60_000)
    expect((await ana.person.types('/redpacket 50 20 group')).keys).toEqual(['redpacket-dropped'])
  })

  it.each(SANCTIONS)(
    'overturned after “%s” leaves the partner exactly as before, to the byte',
    async (what) => {
      const { house, ana, rita, risk, root } = await staffed(engine)
      for (const paused of [false, true]) {
        if (paused) await ana.person.inPrivate.presses({ command: 'membership-pause', values: {} })
        const before = await standing(house, ana)
        const number = await caseToDecide(house, rita, ana, 'bots')
        await rules(house, what === 'terminate' ? risk : rita, number, what)
        const second = what === 'terminate' ? await staffNamed(house, 'Chief', 'admin') : risk
        if (what !== 'warn') await agrees(house, second, number)
        expect((await caseNow(house, number)).state).toBe(ENDED[what])
        if (what !== 'warn') expect(await standing(house, ana)).not.toBe(before)
        await appeals(house, ana)
        const done = await answersAppeal(house, root, number, 'overturn')
        expect(done.keys[0]).toBe('case-is-decided')
        expect(await standing(house, ana)).toBe(before)
        expect((await caseNow(house, number)).warnedAt).toBeNull()
        expect((await lastTold(house, ana.person)).keys[0]).toBe('case-told-overturned')
        await house.beats()
        expect((await caseNow(house, number)).state).toBe('closed')
        expect(await house.audit()).toEqual([])
      }
    },
  )

  it('takes two people for a suspension, and an admin with a risk officer for a termination', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const rob = await staffNamed(house, 'Rob', 'reviewer')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    const press = { command: 'case-agree', values: { case: number, version: '4' } }
    const own = await rita.presses(press)
    expect(own.refusal).toBe('case-needs-risk')
    house.world.passes(THINKING_MS)
    expect((await rob.presses(press)).refusal).toBe('case-needs-risk')
    expect((await rob.types(`/case ${number}`)).offers({ command: 'case-agree' })).toBe(false)
    const page = await risk.types(`/case ${number}`)
    const why = { note: 'A warning is enough here.' }
    expect((await does(house, risk, page, 'case-decline', why)).keys[0]).toBe('case-declined')
    expect((await rules(house, risk, number, 'terminate')).keys[0]).toBe('case-is-proposed')
    expect((await risk.presses({ ...press, values: { ...press.values, version: '6' } })).refusal).toBe(
      'case-own-proposal',
    )
    const other = await staffNamed(house, 'Other', 'risk_officer')
    house.world.passes(THINKING_MS)
    expect((await other.presses({ ...press, values: { ...press.values, version: '6' } })).refusal).toBe(
      'case-two-hands',
    )
    expect((await agrees(house, root, number)).keys[0]).toBe('case-is-decided')
    expect(await stateOf(house, ana)).toBe('terminating')
    expect(await house.audit()).toEqual([])
  })

  it('is declined by another only after a preview, with a reason that the proposer reads', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    const asked = await risk.presses((await risk.types(`/case ${number}`)).press({ command: 'case-decline' }))
    expect(asked.awaits?.name).toBe('note')
    expect((await caseNow(house, number)).proposal).not.toBeNull()
    const preview = await risk.types('A warning is enough here.')
    expect(preview.keys.slice(0, 2)).toEqual(['case-decline-preview', 'case-proposed'])
    expect((await caseNow(house, number)).proposal).not.toBeNull()
    const done = await risk.presses(preview.press({ act: 'confirm' }))
    expect(done.keys[0]).toBe('case-declined')
    expect(done.words).toContain('Why it is declined: “A warning is enough here.”')
    expect((await caseNow(house, number)).proposal).toBeNull()
    const told = await lastTold(house, rita)
    expect(told.keys).toEqual(['case-told-declined', 'case-declined-why'])
    expect(told.words).toContain('Risk declined your proposal')
  })

  it('is taken back after a preview, by whoever proposed it, without a reason', async () => {
    const { house, ana, rita } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    const page = await rita.types(`/case ${number}`)
    const { preview } = await tries(house, rita, page, 'case-decline')
    expect(preview.keys[0]).toBe('case-take-back-preview')
    expect((await caseNow(house, number)).proposal).not.toBeNull()
    await rita.presses(preview.press({ act: 'confirm' }))
    expect((await caseNow(house, number)).proposal).toBeNull()
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('case-told-declined')
  })

  it('is decided once: of two deciders in the same second one is told that it has changed', async () => {
    const { house, ana, rita, root } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    const ways = ['dismiss', 'warn'] as const
    const previews = []
    for (const [at, staff] of [rita, root].entries()) {
      const page = await staff.types(`/case ${number}`)
      const way = `case-${ways[at]}`
      previews.push((await tries(house, staff, page, way, { note: 'Because.' })).preview)
    }
    const [one, other] = previews
    const heard = await Promise.all([
      rita.presses(one?.press({ act: 'confirm' }) ?? ''),
      root.presses(other?.press({ act: 'confirm' }) ?? ''),
    ])
    expect(heard.map(({ refusal }) => refusal ?? 'done').sort()).toEqual(['case-changed', 'done'])
    const late = heard.find(({ refusal }) => refusal !== undefined)
    expect(late?.words).toMatch(/has changed since you looked: (?:dismissed \(Rita\)|warned \(Root\))\./)
    const deeds = await house.look((work) => work.db.select().from(work.t.caseDeeds))
    expect(deeds.filter(({ deed }) => deed === 'dismissed' || deed === 'warned')).toHaveLength(1)
  })

  it('is agreed to once, by whichever of two was faster', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    const confirm = async (staff: typeof risk) => {
      const { preview } = await tries(house, staff, await staff.types(`/case ${number}`), 'case-agree')
      return preview.press({ act: 'confirm' })
    }
    const [one, other] = [await confirm(risk), await confirm(root)]
    const heard = await Promise.all([risk.presses(one), root.presses(other)])
    expect(heard.map(({ refusal }) => refusal ?? 'done').sort()).toEqual(['case-changed', 'done'])
    const late = heard.findIndex(({ refusal }) => refusal !== undefined)
    expect(heard[late]?.words).toContain(`since you looked: suspended (${late === 0 ? 'Root' : 'Risk'}).`)
    expect(await movesOf(house, ana)).toBe('P2 P5')
    house.world.passes(THINKING_MS)
    const loser = late === 0 ? risk : root
    const old = { command: 'case-agree', values: { case: number, version: '4' } }
    const again = await loser.presses(old)
    expect([again.refusal, again.words]).toEqual([
      'case-nothing-proposed',
      expect.stringContaining(`in case ${number} any more: suspended (${late === 0 ? 'Root' : 'Risk'}).`),
    ])
  })

  it('that comes back from its partner is told to whom it waits for, though its card is on the desk', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    await root.types('/desk here cases')
    const number = await caseToDecide(house, rita, ana)
    expect((await lastTold(house, rita)).keys).toEqual(['case-replied-told'])
    await rules(house, rita, number, 'warn')
    await appeals(house, ana)
    for (const one of [risk, root]) {
      expect((await lastTold(house, one)).keys).toEqual(['case-appealed-told'])
    }
    expect((await lastTold(house, rita)).keys).toEqual(['case-replied-told'])
  })

  it('of which more was written than has room on its page is read whole, by those alone who may', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const long = (end: string) => `${'They say *this* and that. '.repeat(45).slice(0, 480)} ${end}`
    const number = await caseToDecide(house, rita, ana)
    for (const end of ['FIRST', 'SECOND', 'THIRD', 'FOURTH']) {
      await rules(house, risk, number, 'suspend', long(`SUSPEND-${end}`))
      const page = await root.types(`/case ${number}`)
      await does(house, root, page, 'case-decline', { note: long(`DECLINED-${end}`) })
      house.world.passes(THINKING_MS)
    }
    await rules(house, risk, number, 'suspend', long('SUSPEND-AT-LAST'))
    const page = await rita.types(`/case ${number}`)
    expect(page.words).not.toContain('DECLINED-FOURTH')
    const pages = [await rita.presses(page.press({ command: 'case-whole' }))]
    house.world.passes(THINKING_MS)
    pages.push(await rita.presses(pages[0]?.press({ command: 'case-whole' }) ?? ''))
    const words = pages.map((one) => one.words).join('\n')
    for (const end of ['DECLINED-FIRST', 'DECLINED-FOURTH', 'SUSPEND-AT-LAST']) expect(words).toContain(end)
    expect(words).not.toContain('…')
    const press = { command: 'case-whole', values: { case: number } }
    expect((await ana.person.presses(press)).refusal).toBe('only-roles')
    await ana.person.becomes('reviewer')
    house.world.passes(THINKING_MS)
    expect((await ana.person.presses(press)).refusal).toBe('case-own')
  })

  it('names who decided to nobody who may not know it', async () => {
    const { house, ana, rita } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'warn')
    const values = { case: number, version: '1' }
    const cleo = await house.person('Cleo')
    await cleo.becomes('regional_manager', 'cis')
    await ana.person.becomes('reviewer')
    for (const one of [cleo, ana.person]) {
      for (const command of ['case-warn', 'case-agree', 'case-decline', 'case-uphold', 'case-notify']) {
        house.world.passes(THINKING_MS)
        const { refusal, words } = await one.presses({ command, values })
        expect(refusal, command).toMatch(/^case-(?:own|other-region|state|changed|nothing-proposed)$/)
        expect(words).not.toContain('Rita')
      }
    }
  })

  it('refuses what an old card offers, with the reason', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    const old = await rita.types(`/case ${number}`)
    await rules(house, rita, number, 'warn')
    const { preview } = await tries(house, rita, old, 'case-dismiss')
    expect(preview.refusal).toBe('case-state')
    expect(preview.words).toContain('possible: warning. Last step: warned (Rita).')
    house.world.passes(THINKING_MS)
    const forged = { command: 'case-notify', values: { case: number, version: '1' } }
    const asked = await risk.presses(forged)
    expect(asked.refusal).toBe('case-changed')
    expect(asked.offers({ act: 'confirm' })).toBe(false)
    const late = await ana.person.inPrivate.presses({
      command: 'case-reply',
      values: { case: number, words: 'no' },
    })
    expect(late.refusal).toBe('words-too-short')
  })

  it('asks for no reason of a suspension that the partner’s state does not let be', async () => {
    const { house, mia } = await scene(engine, 'mia')
    const ana = await partnerNamed(house, 'Anabel', { onboarding: true })
    const number = await caseToDecide(house, mia, ana)
    const page = await mia.types(`/case ${number}`)
    const pressed = await mia.presses(page.press({ command: 'case-suspend' }))
    expect([pressed.refusal, pressed.awaits]).toEqual(['case-partner-state', undefined])
    expect((await mia.presses(page.press({ command: 'case-warn' }))).awaits?.name).toBe('note')
  })

  it('asks nobody for a note who may not decide', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    const press = (command: string, version: string) => ({ command, values: { case: number, version } })
    const ended = await rita.presses(press('case-terminate', '3'))
    expect([ended.refusal, ended.awaits]).toEqual(['case-needs-risk', undefined])
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    await appeals(house, ana)
    const rob = await staffNamed(house, 'Rob', 'reviewer')
    for (const command of ['case-uphold', 'case-reduce', 'case-overturn']) {
      house.world.passes(THINKING_MS)
      const [took, other] = [await risk.presses(press(command, '6')), await rob.presses(press(command, '6'))]
      expect([took.refusal, took.awaits], command).toEqual(['case-took-part', undefined])
      expect([other.refusal, other.awaits], command).toEqual(['case-panel', undefined])
    }
  })

  it('is declined with nothing written before the reason is asked for', async () => {
    const { house, ana, rita, risk } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    const before = await caseNow(house, number)
    const cases = must(loadProgramme(undefined).cases, 'the policy of cases')
    const declines = must(
      rulingButtons({ cases, choose: () => 'en' }).find(({ name }) => name === 'case-decline'),
      'the command',
    )
    // As a form does it: what is missing is found, and the unit goes on to keep the question.
    await house.storage.write(async (work) => {
      const context = { work, actor: { member: risk.member }, platform: 'telegram' } as never
      const args = { case: Number(number), version: before.version } as never
      await expect(declines.handle(context, args)).rejects.toThrow('missing: note')
    })
    expect(await caseNow(house, number)).toEqual(before)
  })

  it('is decided without a reply once the time for it is over, and not before', async () => {
    const { house, ana, rita } = await staffed(engine)
    const number = await opensCase(house, rita, ana)
    await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
    house.world.passes(71 * HOUR_MS)
    await house.beats()
    expect((await caseNow(house, number)).state).toBe('awaiting_partner')
    house.world.passes(HOUR_MS)
    await house.beats()
    expect((await caseNow(house, number)).state).toBe('deciding')
    expect((await lastTold(house, ana.person)).keys[0]).toBe('case-told-lapsed')
    await house.beats()
    expect((await house.told(ana.person)).filter(({ keys }) => keys[0] === 'case-told-lapsed')).toHaveLength(
      1,
    )
  })

  it('can be appealed once and in time, and is decided by somebody who took no part', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'suspend')
    await agrees(house, risk, number)
    await appeals(house, ana)
    for (const [staff, why] of [
      [risk, 'case-took-part'],
      [rita, 'case-took-part'],
      [await staffNamed(house, 'Rob', 'reviewer'), 'case-panel'],
    ] as const) {
      const press = { command: 'case-uphold', values: { case: number, version: '6', note: 'It stands.' } }
      house.world.passes(THINKING_MS)
      expect((await staff.presses(press)).refusal).toBe(why)
    }
    await answersAppeal(house, root, number, 'uphold')
    expect(await stateOf(house, ana)).toBe('suspended')
    const again = { command: 'case-appeal', values: { case: number, words: 'Once more, please.' } }
    house.world.passes(THINKING_MS)
    expect((await ana.person.inPrivate.presses(again)).refusal).toBe('case-state')
  })

  it('says on an appeal why it is not for whoever looks, and for whom it is', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'suspend')
    await agrees(house, root, number)
    expect((await root.types('/case')).keys).toEqual(['case-none'])
    await appeals(house, ana)
    for (const [staff, why] of [
      [root, 'refusal-case-took-part'],
      [risk, 'refusal-case-took-part'],
      [await staffNamed(house, 'Rob', 'reviewer'), 'refusal-case-panel'],
    ] as const) {
      const page = await staff.types(`/case ${number}`)
      expect(page.keys.slice(-2)).toEqual([why, 'case-appeal-nobody'])
      expect(page.offers({ command: 'case-uphold' })).toBe(false)
    }
    expect((await root.types('/case')).keys).toEqual(['case-list', 'case-line'])
    expect((await risk.types('/case')).keys).toEqual(['case-none'])
    const chief = await staffNamed(house, 'Chief', 'admin')
    expect((await risk.types(`/case ${number}`)).words).toContain('Who can decide the appeal: Chief.')
    expect((await root.types('/case')).keys).toEqual(['case-none'])
    expect((await chief.types('/case')).keys).toEqual(['case-list', 'case-line'])
    const page = await chief.types(`/case ${number}`)
    expect(page.offers({ command: 'case-uphold' })).toBe(true)
    expect(page.keys).not.toContain('case-appeal-for')
  })

  it('closes when the time to appeal is over', async () => {
    const { house, ana, rita } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana)
    await rules(house, rita, number, 'warn')
    house.world.passes(13 * DAY_MS)
    await house.beats()
    expect((await caseNow(house, number)).state).toBe('warned')
    house.world.passes(DAY_MS + 1)
    const late = { command: 'case-appeal', values: { case: number, words: 'I saw it too late.' } }
    expect((await ana.person.inPrivate.presses(late)).refusal).toBe('case-appeal-late')
    await house.beats()
    expect((await caseNow(house, number)).state).toBe('closed')
  })

  it('is reduced on appeal: back to before, and from there the lesser', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const chief = await staffNamed(house, 'Chief', 'admin')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'terminate')
    await agrees(house, root, number)
    expect(await stateOf(house, ana)).toBe('terminating')
    await appeals(house, ana)
    const done = await answersAppeal(house, chief, number, 'reduce', '14')
    expect(done.keys).toContain('effect-until-suspended')
    expect(await stateOf(house, ana)).toBe('suspended')
    expect(await movesOf(house, ana)).toBe('P2 P7 P8 P5')
    expect(await caseNow(house, number)).toMatchObject({ verdict: 'suspended', days: 14 })
    house.world.passes(14 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, ana)).toBe('active')
    expect(await house.audit()).toEqual([])
  })

  it('that was reduced says what was decided first and what it is now, to staff and to the partner', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const mia = await staffNamed(house, 'Mia', 'reviewer')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'suspend')
    await agrees(house, root, number)
    await appeals(house, ana)
    const other = await staffNamed(house, 'Rob', 'risk_officer')
    const done = await answersAppeal(house, other, number, 'reduce', 'warned')
    const told = await lastTold(house, ana.person)
    const own = await ana.person.inPrivate.presses({ command: 'case-mine', values: { case: number } })
    const page = await mia.types(`/case ${number}`)
    for (const { words } of [told, own, page]) {
      const decided = words.indexOf('Decision: suspension')
      expect(decided).toBeGreaterThan(-1)
      expect(words.indexOf('On appeal: reduced; it is now: warning')).toBeGreaterThan(decided)
      expect(words).not.toContain('Decision: warning')
    }
    expect(done.keys).toContain('effect-warning')
    // What an appeal leaves or undoes is named as it was decided.
    const second = await caseToDecide(house, rita, ana, 'brand')
    await rules(house, risk, second, 'suspend')
    await agrees(house, root, second)
    await appeals(house, ana)
    await answersAppeal(house, other, second, 'uphold')
    const upheld = await mia.types(`/case ${second}`)
    expect(upheld.words).toContain('Decision: suspension')
    expect(upheld.words).toContain('On appeal: the decision stands')
  })

  it('ends a terminated partner on the day, waits for an open appeal, and takes the role then', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const chief = await staffNamed(house, 'Chief', 'admin')
    const number = await caseToDecide(house, rita, ana)
    await rules(house, risk, number, 'terminate')
    const done = await agrees(house, root, number)
    expect(done.keys).toContain('effect-role-at')
    const roles = async () => {
      const rows = await house.look((work) => work.db.select().from(work.t.roleGrants))
      return rows.filter(({ member, revokedAt }) => member === ana.person.member && revokedAt === null).length
    }
    await appeals(house, ana)
    house.world.passes(20 * DAY_MS)
    await house.beats()
    expect([await stateOf(house, ana), await roles()]).toEqual(['terminating', 1])
    await answersAppeal(house, chief, number, 'uphold')
    await house.beats()
    expect([await stateOf(house, ana), await roles()]).toEqual(['terminated', 0])
    expect(await house.audit()).toEqual([])
  })

  it('takes everything at once where the reason says so', async () => {
    const { house, ana, rita, risk, root } = await staffed(engine)
    const number = await caseToDecide(house, rita, ana, 'bots')
    await rules(house, risk, number, 'terminate')
    expect((await agrees(house, root, number)).keys).toContain('effect-role')
    const rows = await house.look((work) => work.db.select().from(work.t.roleGrants))
    const grant = rows.find(({ member }) => member === ana.person.member)
    expect(grant?.revokedAt).not.toBeNull()
  })

  it('is opened by the rule at the third warning that counts, once', async () => {
    const { house, ana, rita } = await staffed(engine)
    for (const at of [1, 2, 3]) {
      const number = await caseToDecide(house, rita, ana)
      const done = await rules(house, rita, number, 'warn')
      expect([at, done.keys.includes('effect-review')]).toEqual([at, at === 3])
    }
    const cases = await house.look((work) => work.db.select().from(work.t.cases))
    const review = cases.filter(({ reason }) => reason === 'warnings')
    expect(review).toMatchObject([{ state: 'open', openedBy: null, partner: ana.id }])
    expect(await house.audit()).toEqual([])
  })

  it('forgets warnings that are older than they count', async () => {
    const { house, ana, rita } = await staffed(engine)
    for (const _ of [1, 2]) await rules(house, rita, await caseToDecide(house, rita, ana), 'warn')
    house.world.passes(366 * DAY_MS)
    const done = await rules(house, rita, await caseToDecide(house, rita, ana), 'warn')
    expect(done.keys).not.toContain('effect-review')
  })

  it('is nobody’s about themself, and nothing of it is seen by others', async () => {
    const { house, ana, rita } = await staffed(engine)
    await ana.person.becomes('admin')
    const own = {
      command: 'case-new',
      values: { partner: String(ana.id), reason: 'spam', words: 'I did it, I did.' },
    }
    expect((await ana.person.presses(own)).refusal).toBe('case-own')
    const number = await opensCase(house, rita, ana)
    house.world.passes(THINKING_MS)
    expect((await ana.person.types(`/case ${number}`)).refusal).toBe('case-own')
    expect((await ana.person.types('/case')).keys).toEqual(['case-none'])
    const kofi = await house.person('Kofi')
    expect((await kofi.presses({ command: 'case-mine', values: { case: number } })).refusal).toBe(
      'case-unknown',
    )
    expect((await kofi.types('/case')).refusal).toBe('only-roles')
    // It is not told yet.
    expect((await ana.person.presses({ command: 'case-mine', values: { case: number } })).refusal).toBe(
      'case-unknown',
    )
  })
})
