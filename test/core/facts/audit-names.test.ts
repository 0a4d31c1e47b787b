/** /audit about a person by the name that everybody knows. */
import { expect, it } from 'vitest'
import { openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'

async function scene(engine: EngineForTests) {
  const house = await openHouse(engine)
  const olivia = await house.person('Olivia')
  await olivia.becomes('admin')
  const ana = await house.person('Ana Souza')
  await ana.becomes('auditor')
  return { house, olivia, ana }
}

describeStorage('/audit by a name', (engine) => {
  it.each(['Ana Souza', '"ana souza"', 'about="Ana Souza"', '@Ana Souza'])(
    'finds the one person who is called so, and says whom it took: %s',
    async (typed) => {
      const { olivia, ana } = await scene(engine)
      const found = await olivia.types(`/audit ${typed}`)
      expect(found.keys.slice(0, 3)).toEqual(['audit-title', 'audit-called', 'audit-line'])
      expect(found.words).toContain(`About Ana Souza (#${ana.member}):`)
      expect(found.words).toContain(`granted a role · Ana Souza (#${ana.member})`)
      expect(found.words).not.toContain('granted a role · Olivia')
    },
  )

  it('takes what is said of time and kind beside a name of two words', async () => {
    const { house, olivia, ana } = await scene(engine)
    expect((await olivia.types('/audit packet Ana Souza')).keys).toEqual(['audit-called', 'audit-none'])
    expect((await olivia.types('/audit Ana Souza topic=role')).keys).toContain('audit-line')
    house.world.passes(3_600_000)
    const none = await olivia.types('/audit Ana Souza within=30m')
    expect(none.words).toContain(`About Ana Souza (#${ana.member}):\nNothing like that is in the record.`)
  })

  it('goes on with the person who was found, though another has the name by then', async () => {
    const { house, olivia, ana } = await scene(engine)
    for (let at = 0; at < 6; at += 1) {
      await ana.loses('auditor')
      await ana.becomes('auditor')
    }
    const first = await olivia.types('/audit Ana Souza')
    await house.person('Ana Souza')
    const older = await olivia.presses(first.press({ command: 'audit' }))
    expect(older.keys[1]).toBe('audit-line')
    const page = await olivia.inPrivate.types(`/audit #${ana.member}`)
    const file = page.press({ command: 'audit-file' })
    expect(file.values).toEqual({ about: `#${ana.member}` })
  })

  it('lists those who share a name by what tells them apart, each with a way to choose', async () => {
    const { house, olivia, ana } = await scene(engine)
    const other = await house.person('Ana Souza', { platform: 'discord' })
    const asked = await olivia.types('/audit Ana Souza within=30d')
    expect(asked.keys).toEqual(['audit-several', 'audit-person', 'audit-person'])
    expect(asked.words).toMatch(new RegExp(`#${ana.member} · Telegram: Ana Souza · met .+ · auditor`))
    expect(asked.words).toMatch(new RegExp(`#${other.member} · Discord: Ana Souza · met [^·]+$`))
    const values = { about: `#${ana.member}`, within: '43200m' }
    expect(asked.offers({ command: 'audit', about: values.about })).toBe(true)
    const chosen = await olivia.presses({ command: 'audit', values })
    expect(chosen.keys.slice(0, 2)).toEqual(['audit-title', 'audit-line'])
    expect(chosen.words).toContain(`granted a role · Ana Souza (#${ana.member})`)
  })

  it('says where there are more of a name than it lists, and what can be typed then', async () => {
    const { house, olivia } = await scene(engine)
    for (let at = 0; at < 4; at++) await house.person('Ana Souza')
    const five = await olivia.types('/audit Ana Souza')
    expect(five.keys).toEqual(['audit-several', ...Array(5).fill('audit-person')])
    await house.person('Ana Souza')
    const more = await olivia.types('/audit Ana Souza')
    expect(more.keys).toEqual(['audit-several', ...Array(5).fill('audit-person'), 'audit-several-more'])
    const forged = await olivia.inPrivate.presses({ command: 'audit-file', values: { about: 'Ana Souza' } })
    expect(forged.words).toMatch(/#\d+ and more\.\nType the number/)
  })

  it('gives no file of several people, and says of nobody what can be typed', async () => {
    const { house, olivia } = await scene(engine)
    await house.person('Ana Souza')
    const forged = { command: 'audit-file', values: { about: 'Ana Souza' } }
    expect((await olivia.inPrivate.presses(forged)).refusal).toBe('person-several')
    const nobody = await olivia.types('/audit Ana Nobody')
    expect(nobody.refusal).toBe('audit-about')
    expect(nobody.words).toContain('Write the whole name as it is shown, #7, telegram:123')
  })

  it('finds a person who is called like what the record calls its own by their number', async () => {
    const { house, olivia } = await scene(engine)
    const named = async (person: Person) => (await olivia.types(`/audit #${person.member}`)).keys
    const system = await house.person('system')
    await system.becomes('auditor')
    expect((await olivia.types('/audit system')).keys).not.toContain('audit-called')
    expect(await named(system)).toContain('audit-line')
  })
})
