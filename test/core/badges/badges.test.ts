/** What the platforms show of partners follows what the database says of them. */
import { expect, it } from 'vitest'
import { badgeDone } from '../../../src/core/badges/badges.js'
import { badgesJob, tellOfBadge } from '../../../src/core/badges/cards.js'
import type { Content } from '../../../src/interaction/content.js'
import { fromJson } from '../../../src/kit/json.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { parseProgramme, programmeSchema } from '../../../src/programme/programme.js'
import type { Deed, DeedOutcome } from '../../../src/storage/deed.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { HOUR_MS, type Partner, partnerNamed, staffNamed, THINKING_MS } from '../cases/kit.js'

const GUILD = '800000000000001000'
const [ROLE, GOLD] = ['800000000000001102', '800000000000001103']
const CHAT = '-1001000000001'

const badges = {
  discord: [
    { guild: GUILD, role: ROLE },
    { guild: GUILD, role: GOLD, tier: 'lead' },
  ],
  telegram: [
    { chat: CHAT, tag: 'Partner' },
    { chat: CHAT, tag: 'Lead partner', tier: 'lead' },
  ],
}
const tiers = {
  list: [{ id: 'lead', words: { en: 'Lead' }, rank: 1, spotMost: '10', futuresMost: '10' }],
  grants: {},
}
const withBadges = (more: object = {}) => {
  const { fourEyes: _, ...rest } = bitmart as Record<string, unknown>
  return programmeSchema.parse({ ...rest, tiers, badges, ...more })
}

interface Waiting {
  deed: Deed
  state: string
  notBefore: number
}

async function deeds(house: House): Promise<Waiting[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  return rows.flatMap(({ content, state, notBefore }) => {
    const said = fromJson<Content>(content)
    return said.kind === 'deed' ? [{ deed: said.deed, state, notBefore }] : []
  })
}

/** The courier's part: what waits is done, and how it went written down. */
async function carried(house: House, outcome: DeedOutcome = 'done'): Promise<Deed[]> {
  const waiting = (await deeds(house)).filter(({ state }) => state === 'queued')
  for (const { deed } of waiting) {
    await house.storage.write(async (work) => {
      if (deed.do !== 'role' && deed.do !== 'tag') throw new Error('no badge')
      const refused = await badgeDone(work, deed, outcome)
      if (refused) await tellOfBadge(work, refused, () => 'en')
    })
  }
  await house.storage.write(async (work) => {
    const rows = await work.db.select().from(work.t.outbox)
    for (const { id, content } of rows) {
      if (fromJson<Content>(content).kind !== 'deed') continue
      await settled(work, id)
    }
  })
  return waiting.map(({ deed }) => deed)
}

async function settled(work: Parameters<typeof badgeDone>[0], id: number): Promise<void> {
  const { eq } = await import('drizzle-orm')
  const change = { state: 'sent' as const, settledAt: work.now }
  await work.db.update(work.t.outbox).set(change).where(eq(work.t.outbox.id, id))
}

async function openWithPartner(engine: EngineForTests, more: object = {}) {
  const house = await openHouse(engine, { programme: withBadges(more) })
  const ana = await partnerNamed(house, 'Ana', { platform: 'discord', id: '800000000000000005' })
  await house.beats()
  return { house, ana }
}

async function shown(house: House) {
  const rows = await house.look((work) => work.db.select().from(work.t.badges))
  return rows.map(({ badge, wanted, state }) => `${badge} ${wanted || 'nothing'} ${state}`).sort()
}

async function facts(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.facts))
  return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('badge-'))
}

const account = '800000000000000005'
const role = (give: boolean, id = ROLE) => ({ do: 'role', guild: GUILD, role: id, account, give })

async function pauses(house: House, { person }: Partner): Promise<void> {
  house.world.passes(THINKING_MS)
  const page = await person.inPrivate.types('/membership')
  await person.inPrivate.presses(page.press({ command: 'membership-pause' }))
}

async function leaves(house: House, { person, id }: Partner): Promise<void> {
  const { inPrivate } = person
  house.world.passes(THINKING_MS)
  const page = await inPrivate.types('/membership')
  house.world.passes(THINKING_MS)
  await inPrivate.presses(page.press({ command: 'membership-resign' }))
  const preview = await inPrivate.types(`#${id}`)
  await inPrivate.presses(preview.press({ act: 'confirm' }))
}

describeStorage('badges', (engine) => {
  it('are given once somebody is active, stay while they pause, and are taken when they leave', async () => {
    const { house, ana } = await openWithPartner(engine)
    expect(await carried(house)).toEqual([role(true)])
    expect(await shown(house)).toEqual([`${ROLE} role on`])
    await pauses(house, ana)
    await house.beats()
    expect(await carried(house)).toEqual([])
    await leaves(house, ana)
    await house.beats()
    expect(await carried(house)).toEqual([role(false)])
    expect(await shown(house)).toEqual([`${ROLE} nothing off`])
    expect(await facts(house)).toEqual(['badge-given', 'badge-taken'])
    expect(await house.audit()).toEqual([])
  })

  it('are nobody’s who is being onboarded', async () => {
    const house = await openHouse(engine, { programme: withBadges() })
    await partnerNamed(house, 'Ana', { platform: 'discord', id: account, onboarding: true })
    await house.beats()
    expect(await deeds(house)).toEqual([])
  })

  it('are taken from whoever is suspended, and given back with the rest', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    house.world.passes(THINKING_MS)
    const page = await risk.inPrivate.types(`/partner ${ana.id}`)
    let asked = await risk.inPrivate.presses(page.press({ command: 'partner-hold' }))
    house.world.passes(THINKING_MS)
    asked = await risk.inPrivate.presses(asked.press({ act: 'set', field: 'reason', value: 'spam' }))
    await risk.inPrivate.presses(asked.press({ act: 'confirm' }))
    await house.beats()
    expect(await carried(house)).toEqual([role(false)])
    house.world.passes(73 * HOUR_MS)
    await house.beats()
    await house.beats()
    expect(await carried(house)).toEqual([role(true)])
  })

  it('follow the tier, and a tag of a tier stands instead of everybody’s', async () => {
    const house = await openHouse(engine, { programme: withBadges() })
    const ana = await partnerNamed(house, 'Ana', { platform: 'telegram', id: '5000000005' })
    await house.beats()
    // A request whose answer was lost may have had its effect: both tags may be there by our doing.
    const ours = expect.arrayContaining(['Partner', 'Lead partner'])
    const tag = (words: string) => ({ do: 'tag', chat: CHAT, account: '5000000005', tag: words, ours })
    expect(await carried(house)).toEqual([tag('Partner')])
    await house.storage.write((work) => work.db.update(work.t.partners).set({ tier: 'lead' }))
    await house.beats()
    expect(await carried(house)).toEqual([tag('Lead partner')])
    await leaves(house, ana)
    await house.beats()
    expect(await carried(house)).toEqual([tag('')])
  })

  it('are held against the platform every hour, a little apart, whatever was done by hand there', async () => {
    const { house } = await openWithPartner(engine)
    await carried(house)
    await house.beats()
    expect(await carried(house)).toEqual([])
    const period = { name: '2026-11-29T09:17', dueAt: house.world.now() }
    expect(await house.storage.write((work) => badgesJob.run(work, period))).toBe('done')
    await house.beats()
    const [again] = (await deeds(house)).filter(({ state }) => state === 'queued')
    expect(again?.deed).toEqual(role(true))
    expect(again?.notBefore).toBeGreaterThan(house.world.now())
    expect(again?.notBefore).toBeLessThan(house.world.now() + HOUR_MS)
    await carried(house)
    // It was so already: nothing new happened.
    expect(await facts(house)).toEqual(['badge-given'])
  })

  it('change at once, also while an hourly look waits', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const period = { name: '2026-11-29T09:17', dueAt: house.world.now() }
    await house.storage.write((work) => badgesJob.run(work, period))
    await house.beats()
    await leaves(house, ana)
    await house.beats()
    const waiting = (await deeds(house)).filter(({ state }) => state === 'queued')
    expect(waiting.map(({ deed }) => deed)).toEqual([role(false)])
    expect(waiting[0]?.notBefore).toBeLessThanOrEqual(house.world.now())
  })

  it('of a role that the programme names no more are taken, and no other is touched', async () => {
    const { house } = await openWithPartner(engine)
    await carried(house)
    const next = withBadges({ badges: { discord: [{ guild: GUILD, role: '800000000000001109' }] } })
    const after = await openHouse(engine, { programme: next, storage: house.storage, world: house.world })
    await after.beats()
    expect(await carried(after)).toEqual(
      expect.arrayContaining([role(false), role(true, '800000000000001109')]),
    )
    expect(await shown(after)).toEqual([`${ROLE} nothing off`, '800000000000001109 role on'].sort())
  })

  it('that a platform refuses are told to admins, once a day, with what to do', async () => {
    const { house } = await openWithPartner(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    await carried(house, 'above')
    expect(await shown(house)).toEqual([`${ROLE} role above`])
    const told = await house.told(root)
    expect(told.at(-1)?.keys).toEqual([
      'badge-refused-discord',
      'badge-why-discord-above',
      'badge-refused-next',
    ])
    expect(told.at(-1)?.words).toContain('Move my role above it')
    const period = { name: '2026-11-29T09:17', dueAt: house.world.now() }
    await house.storage.write((work) => badgesJob.run(work, period))
    await house.beats()
    await carried(house, 'above')
    expect(await house.told(root)).toHaveLength(told.length)
    house.world.passes(24 * HOUR_MS)
    await house.storage.write((work) => badgesJob.run(work, period))
    await house.beats()
    await carried(house, 'no-right')
    expect((await house.told(root)).at(-1)?.words).toContain('Manage Roles')
    expect(await facts(house)).toEqual([])
  })

  it('wait without a word for whoever is not there yet', async () => {
    const { house } = await openWithPartner(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const before = (await house.told(root)).length
    await carried(house, 'absent')
    expect(await shown(house)).toEqual([`${ROLE} role absent`])
    expect(await house.told(root)).toHaveLength(before)
  })
})

it.each([
  [{ discord: [{ guild: 'x', role: ROLE }] }, 'badges.discord[0].guild'],
  [{ telegram: [{ chat: CHAT, tag: 'Partner 🎉' }] }, 'badges.telegram[0].tag'],
  [{ telegram: [{ chat: CHAT, tag: 'far too long a tag' }] }, 'badges.telegram[0].tag'],
  [{ telegram: [{ chat: '-5', tag: 'Partner' }] }, 'badges.telegram[0].chat'],
  [{ discord: [{ guild: GUILD, role: ROLE, tier: 'none' }] }, 'names the tier "none"'],
  [
    {
      telegram: [
        { chat: CHAT, tag: 'A' },
        { chat: CHAT, tag: 'B' },
      ],
    },
    'is there twice',
  ],
])('the programme file is told what is wrong with %j', (wrong, said) => {
  const read = parseProgramme({ ...bitmart, badges: wrong })
  expect('problems' in read && read.problems.join('\n')).toContain(said)
})
