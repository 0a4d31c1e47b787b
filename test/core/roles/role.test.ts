/** /role and /region: who may do what, and in which region. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, stateOf } from '../applications/kit.js'

async function admin(house: House, name = 'Olivia'): Promise<Person> {
  const person = await house.person(name)
  await person.becomes('admin')
  return person
}

async function confirmed(person: Person, preview: Heard): Promise<Heard> {
  return person.presses(preview.press({ act: 'confirm' }))
}

const grants = (house: House, { member }: Person) =>
  house.look(async (work) => {
    const rows = await work.db.select().from(work.t.roleGrants)
    return rows
      .filter((row) => row.member === member)
      .map(({ role, region, revokedAt }) => `${role}@${region}${revokedAt === null ? '' : ' (gone)'}`)
  })

describeStorage('/role', (engine) => {
  it('grants for a region after a preview, tells the person why, and keeps it in the record', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const rita = await house.person('Rita')
    const line = `/role grant #${rita.member} reviewer region=latam reason="looks after it"`
    const preview = await olivia.types(line)
    expect(preview.words).toContain(`Make Rita (#${rita.member}) reviewer (Latin America)?`)
    expect(await grants(house, rita)).toEqual([])
    const done = await confirmed(olivia, preview)
    expect(done.keys).toContain('role-done-grant')
    expect(await grants(house, rita)).toEqual(['reviewer@latam'])
    const told = (await house.told(rita)).at(-1)
    expect(told?.words).toContain('You have a role of the programme now: reviewer (Latin America)')
    expect(told?.words).toContain('“looks after it”')
    expect(told?.params('role-reason')).toEqual({ reason: { said: 'looks after it' } })
    expect((await olivia.types('/role show')).words).toContain(
      `Rita (#${rita.member}): reviewer, Latin America`,
    )
    const record = await olivia.types('/audit topic=role')
    expect(record.words).toContain('Olivia (#')
    expect(record.words).toContain('granted a role · Rita (#')
    expect(record.words).toContain('reason: looks after it · region: Latin America · role: reviewer')
  })

  it('takes a person by name where nobody else has it, and says what there is to choose in words', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const yuki = await house.person('Yuki')
    const asks = async (name: string) => {
      house.world.passes(5000)
      await olivia.presses({ command: 'role', values: { action: 'grant' } })
      return olivia.types(name)
    }
    expect((await asks('Nobody')).refusal).toBe('person-uncalled')
    expect((await asks('yuki')).keys).toContain('argument-role-role.ask')
    const lena = await house.person('Lena Sorokina')
    const unknown = await asks('@Lena')
    expect([unknown.refusal, unknown.awaits?.name]).toEqual(['person-uncalled', 'person'])
    expect(unknown.words).toContain('Write the whole name')
    expect((await olivia.types('#424242')).refusal).toBe('person-unknown')
    expect((await olivia.types('Lena Sorokina')).keys).toContain('argument-role-role.ask')
    house.world.passes(5000)
    const typed = await olivia.types('/role grant Somebody reviewer region=Europe reason="by mistake"')
    expect([typed.refusal, typed.awaits?.name]).toEqual(['person-uncalled', 'person'])
    expect((await olivia.types(`#${lena.member}`)).params('role-preview-grant').name).toBe('Lena Sorokina')
    const other = await house.person('Yuki')
    const several = await asks('Yuki')
    expect(several.refusal).toBe('person-several')
    expect(several.words).toContain(`#${yuki.member}, #${other.member}`)
    expect((await olivia.types('/person show Yuki')).refusal).toBe('person-several')
    const wrong = await olivia.types(`/role grant #${yuki.member} reviewer region=moon`)
    expect(wrong.words).toContain('Choose one of: all regions, Europe, CIS, Middle East and North Africa')
  })

  it('takes a one-word name where it stands, and no word that fitted nothing for the reason', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const yuki = await house.person('Yuki')
    const asked = await olivia.types('/role grant Yuki reviewer region=Europe')
    expect(asked.awaits?.name).toBe('reason')
    const preview = await olivia.types('knows them')
    expect(preview.words).toContain(`Make Yuki (#${yuki.member}) reviewer (Europe)?`)
    await confirmed(olivia, preview)
    expect((await house.told(yuki)).at(-1)?.params('role-reason')).toEqual({ reason: { said: 'knows them' } })
    expect((await olivia.types('/role show Yuki')).words).toContain(
      `Yuki (#${yuki.member}): reviewer, Europe`,
    )
    const slip = await olivia.types('/role grant Yuki Tanaka reviewer')
    expect(slip.refusal).toBe('choice-unknown')
    expect(slip.words).toContain('“Tanaka” is not one of the choices')
  })

  it.each([
    'region="East Asia"',
    'region=East Asia',
    'region="Восточная Азия"',
    'region=east-asia',
    'East Asia',
  ])('takes a region in the words that are shown for it: %s', async (region) => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const yuki = await house.person('Yuki')
    const preview = await olivia.types(`/role grant Yuki reviewer ${region} reason=here`)
    expect(preview.words).toContain(`Make Yuki (#${yuki.member}) reviewer (East Asia)?`)
    expect(preview.params('role-reason')).toEqual({ reason: { said: 'here' } })
  })

  it('asks for the region of a role that has one, and for the reason', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const rita = await house.person('Rita')
    const asked = await olivia.types(`/role grant #${rita.member} regional_manager`)
    expect(asked.keys).toContain('argument-role-region.ask')
    const reason = await olivia.presses(asked.press({ act: 'set', field: 'region', value: 'all' }))
    expect(reason.awaits?.name).toBe('reason')
    const done = await confirmed(olivia, await olivia.types('leads us'))
    expect(done.keys).toContain('role-done-grant')
    expect(await grants(house, rita)).toEqual(['regional_manager@'])
  })

  it('refuses what nobody may do, each for its reason', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const mallory = await house.person('Mallory')
    const rita = await house.person('Rita')
    await rita.becomes('reviewer', 'latam')
    const refusal = async (line: string, who = olivia) => (await who.types(line)).refusal
    expect(await refusal('/role show', mallory)).toBe('only-roles')
    expect(await refusal('/role show', rita)).toBe('only-roles')
    expect(await refusal(`/role grant #${olivia.member} auditor reason=x`)).toBe('role-own')
    expect(await refusal(`/role revoke #${olivia.member} admin reason=x`)).toBe('role-own')
    expect(await refusal(`/role grant #${rita.member} auditor region=latam reason=x`)).toBe(
      'role-not-regional',
    )
    expect(await refusal(`/role grant #${rita.member} reviewer region=latam reason=x`)).toBe('role-held')
    expect(await refusal(`/role revoke #${rita.member} reviewer region=mena reason=x`)).toBe('role-not-held')
    expect(await refusal(`/role grant #${rita.member} role=partner reason=x`)).toBe('choice-unknown')
    expect(await refusal(`/role grant #${rita.member} reviewer region=moon reason=x`)).toBe('choice-unknown')
    expect(await refusal('/role grant #999999 auditor reason=x')).toBe('person-unknown')
    expect(await grants(house, rita)).toEqual(['reviewer@latam'])
  })

  it('decides by how things are at the confirm, not at the preview', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const rita = await house.person('Rita')
    const preview = await olivia.types(`/role grant #${rita.member} auditor reason="looks on"`)
    await rita.becomes('auditor')
    const late = await confirmed(olivia, preview)
    expect(late.refusal).toBe('role-held')
    // Nothing of it is open any more.
    expect(late.offers({ act: 'cancel' })).toBe(false)
    expect(await house.look((work) => work.db.select().from(work.t.forms))).toEqual([])
    const second = await olivia.types(`/role revoke #${rita.member} auditor reason="no more"`)
    await olivia.loses('admin')
    expect((await confirmed(olivia, second)).refusal).toBe('only-roles')
    expect(await grants(house, rita)).toEqual(['auditor@'])
  })

  it('takes a role wherever it is held when no region is named, and one only when it is', async () => {
    const house = await openHouse(engine)
    const olivia = await admin(house)
    const rita = await house.person('Rita')
    await rita.becomes('reviewer', 'latam')
    await rita.becomes('reviewer', 'mena')
    const one = await olivia.types(`/role revoke #${rita.member} reviewer region=mena reason=x`)
    await confirmed(olivia, one)
    expect(await grants(house, rita)).toEqual(['reviewer@latam', 'reviewer@mena (gone)'])
    await rita.becomes('reviewer', 'mena')
    await confirmed(olivia, await olivia.types(`/role revoke #${rita.member} reviewer reason=x`))
    expect((await grants(house, rita)).every((line) => line.endsWith('(gone)'))).toBe(true)
  })
})

describeStorage('regions', (engine) => {
  it('gives a reviewer the applications of their regions only, and says whose the others are', async () => {
    const house = await openHouse(engine)
    const latam = await house.person('Rita')
    await latam.becomes('reviewer', 'latam')
    const mena = await house.person('Mo')
    await mena.becomes('reviewer', 'mena')
    const number = await applies(house, await house.person('Moon'))
    expect((await mena.types('/review')).keys).toContain('review-none')
    const open = { command: 'application-open', values: { application: number } }
    expect((await mena.presses(open)).refusal).toBe('application-other-region')
    const take = { command: 'application-take', values: { application: number } }
    const refused = await mena.presses(take)
    expect(refused.refusal).toBe('application-other-region')
    expect(refused.words).toContain('/region shows whose it is')
    expect(await stateOf(house, number)).toBe('queued')
    const shown = await mena.types('/region')
    expect(shown.words).toMatch(/Latin America\nManagers: nobody\nReviewers: Rita\nOne application waits/)
    expect((await latam.types('/review')).words).toContain('Application 1 · Moon')
  })

  it('lists who looks after all of them once, and in each region who is named for that alone', async () => {
    const house = await openHouse(engine)
    const [rita, mo, bob] = [await house.person('Rita'), await house.person('Mo'), await house.person('Bob')]
    await rita.becomes('reviewer')
    await rita.becomes('reviewer', 'latam')
    await mo.becomes('reviewer', 'latam')
    await bob.becomes('regional_manager', 'mena')
    const { words } = await rita.types('/region')
    expect(words).toMatch(/^Regions\nAll regions\nManagers: nobody\nReviewers: Rita\n/)
    expect(words.match(/Rita/g)).toHaveLength(1)
    expect(words).toContain('Latin America\nManagers: nobody\nReviewers: Mo\n')
    expect(words).toContain('Middle East and North Africa\nManagers: Bob\nReviewers: those of all regions\n')
  })

  it('is asked again at each decision: whoever loses the region in between decides nothing', async () => {
    const house = await openHouse(engine)
    const rita = await house.person('Rita')
    await rita.becomes('reviewer', 'latam')
    const number = await applies(house, await house.person('Moon'))
    const panel = await rita.types('/review')
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    await rita.loses('reviewer')
    await rita.becomes('reviewer', 'mena')
    expect((await confirmed(rita, preview)).refusal).toBe('application-other-region')
    expect((await rita.types('/review')).keys).toContain('review-none')
    expect(await stateOf(house, number)).toBe('in_review')
  })

  it('finds the one application of its region behind sixty of others', async () => {
    const house = await openHouse(engine)
    const number = await applies(house, await house.person('Moon'))
    const others: Person[] = []
    for (let at = 0; at < 60; at += 1) others.push(await house.person(`Other ${at}`))
    await house.storage.write(async (work) => {
      const { applications } = work.t
      const [row] = await work.db.select().from(applications)
      if (!row) throw new Error('no application')
      const { id: _, ...rest } = row
      const older = others.map(({ member }) => ({ ...rest, member, queuedAt: 1, region: 'cis' }))
      await work.db.insert(applications).values(older)
    })
    const rita = await house.person('Rita')
    await rita.becomes('reviewer', 'latam')
    expect((await rita.types('/review')).words).toContain(`Application ${number} · Moon`)
  })
})
