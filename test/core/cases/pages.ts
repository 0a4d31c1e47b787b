/** Cases, reports and partners at every turn of their lives, as their people see them. */
import { eq } from 'drizzle-orm'
import type { Heard } from '../../kit/heard.js'
import type { House, Person } from '../../kit/house.js'
import {
  agrees,
  appeals,
  caseToDecide,
  DAY_MS,
  does,
  opensCase,
  type Partner,
  partnerNamed,
  rules,
  staffNamed,
  THINKING_MS,
} from './kit.js'

interface Turn {
  house: House
  rita: Person
  risk: Person
  root: Person
}

/** What is shown of them to `staff`, an admin who takes no part, and to the partners. */
export async function everyCasePage(house: House, staff: Person): Promise<Heard[]> {
  const rita = await staffNamed(house, 'Rita', 'reviewer')
  const risk = await staffNamed(house, 'Risk', 'risk_officer')
  const root = await staffNamed(house, 'Root', 'admin')
  const pages: Heard[] = []
  const earlier = [isNew, isPaused, isHeld, isOpen, isTold, isReplied]
  const turns = [...earlier, isProposed, isAppealed, wantsBack, isReported, isAnnounced, isRaised]
  for (const [at, turn] of turns.entries()) {
    const partner = await partnerNamed(house, `Ines ${at}`, { unread: turn === isNew })
    house.world.passes(THINKING_MS)
    pages.push(...(await turn({ house, rita, risk, root }, partner)))
    house.world.passes(60_000)
    pages.push(
      await staff.types(`/partner ${partner.id}`),
      await partner.person.inPrivate.types('/membership'),
    )
    pages.push(...(await house.told(partner.person)))
  }
  house.world.passes(60_000)
  await house.storage.write((work) => work.db.update(work.t.cases).set({ file: 'picture1' }))
  for (const { id } of await house.look((work) => work.db.select().from(work.t.cases))) {
    house.world.passes(10_000)
    pages.push(await house.card(String(id), 'telegram', 'case'), await staff.types(`/case ${id}`))
  }
  pages.push(await staff.types('/case'), ...(await house.told(staff)))
  return pages
}

/** Being onboarded, with everything still to do. */
async function isNew(_: Turn, { person }: Partner): Promise<Heard[]> {
  return [await person.inPrivate.types('/membership')]
}

async function isHeld({ house, risk }: Turn, { id }: Partner): Promise<Heard[]> {
  return [await does(house, risk, await risk.types(`/partner ${id}`), 'partner-hold', { reason: 'spam' })]
}

async function isOpen({ house, rita }: Turn, partner: Partner): Promise<Heard[]> {
  await opensCase(house, rita, partner)
  return []
}

async function isTold({ house, rita }: Turn, partner: Partner): Promise<Heard[]> {
  const number = await opensCase(house, rita, partner)
  return [await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')]
}

async function isPaused({ house }: Turn, { person }: Partner): Promise<Heard[]> {
  const page = await person.inPrivate.types('/membership')
  house.world.passes(THINKING_MS)
  return [await person.inPrivate.presses(page.press({ command: 'membership-pause' }))]
}

/** And is written about at such length that a page has no room for it. */
async function isReplied({ house, rita, risk, root }: Turn, partner: Partner): Promise<Heard[]> {
  const number = await caseToDecide(house, rita, partner)
  for (let round = 0; round < 4; round++) {
    await rules(house, risk, number, 'suspend')
    const page = await root.types(`/case ${number}`)
    await does(house, root, page, 'case-decline', { note: `No: ${'*'.repeat(480)}` })
    house.world.passes(THINKING_MS)
  }
  return []
}

async function isProposed({ house, rita }: Turn, partner: Partner): Promise<Heard[]> {
  return [await rules(house, rita, await caseToDecide(house, rita, partner), 'suspend')]
}

async function isAppealed({ house, rita, risk }: Turn, partner: Partner): Promise<Heard[]> {
  const number = await caseToDecide(house, rita, partner)
  await rules(house, rita, number, 'suspend')
  return [await agrees(house, risk, number), await appeals(house, partner)]
}

async function wantsBack({ house }: Turn, { person, id }: Partner): Promise<Heard[]> {
  const page = await person.inPrivate.types('/membership')
  const paused = await person.inPrivate.presses(page.press({ command: 'membership-pause' }))
  await does(house, person, page, 'membership-resign', { typed: String(id) })
  // As if it had been long ago: the packets of the walk must live.
  await house.storage.write((work) =>
    work.db
      .update(work.t.partners)
      .set({ changedAt: work.now - 91 * DAY_MS })
      .where(eq(work.t.partners.id, id)),
  )
  const gone = await person.inPrivate.types('/membership')
  return [page, paused, gone, await does(house, person, gone, 'membership-return')]
}

/** A lower tier is announced, and another region is proposed. */
async function isAnnounced({ house, root }: Turn, { id, person }: Partner): Promise<Heard[]> {
  const mia = await house.person('Mia')
  await mia.becomes('regional_manager', 'latam')
  const note = 'As agreed in the talk of spring.'
  const up = await does(house, root, await root.types(`/partner ${id}`), 'partner-tier', {
    tier: 'growth',
    note,
  })
  const down = await does(house, root, up, 'partner-tier', { tier: 'starter', note })
  house.world.passes(THINKING_MS)
  const page = await mia.types(`/partner ${id}`)
  const moved = await does(house, mia, page, 'partner-region', { region: 'mena', note })
  return [up, down, moved, ...(await house.told(mia)), ...(await house.told(person))]
}

/** A tier that takes two people. */
async function isRaised({ house, root, risk }: Turn, { id }: Partner): Promise<Heard[]> {
  const page = await root.types(`/partner ${id}`)
  const wish = { tier: 'ambassador', note: 'For a great year.' }
  const proposed = await does(house, root, page, 'partner-tier', wish)
  return [proposed, await risk.types(`/partner ${id}`), ...(await house.told(risk))]
}

async function isReported({ house, rita }: Turn, { id }: Partner): Promise<Heard[]> {
  const kofi = await house.person('Kofi')
  const { inPrivate } = kofi
  house.world.passes(THINKING_MS)
  await inPrivate.types('/report')
  const asked = await inPrivate.types(String(id))
  await inPrivate.presses(asked.press({ act: 'set', field: 'reason', value: 'brand' }))
  await inPrivate.types('They sell mugs with the logo.')
  house.world.passes(THINKING_MS)
  await inPrivate.types('shop.example/mugs')
  house.world.passes(THINKING_MS)
  const file = { native: 'AgAC2', sentAs: 'photo', name: 'mugs.jpg', mime: 'image/jpeg', size: 64 } as const
  const page = await house.hears(inPrivate.call({ kind: 'answered', text: '', file }))
  await inPrivate.presses(page.press({ act: 'confirm' }))
  const [report] = await house.look((work) => work.db.select().from(work.t.reports))
  const card = await house.card(String(report?.id), 'telegram', 'report')
  return [card, await rita.presses(card.press({ command: 'report-page' }))]
}
