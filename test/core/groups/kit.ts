/** A group of partners with a partner, and a courier whose deeds go as a test says. */
import { eq } from 'drizzle-orm'
import { groupsJob, hearArrival } from '../../../src/core/groups/cards.js'
import type { Noted } from '../../../src/core/groups/groups.js'
import type { Place } from '../../../src/interaction/call.js'
import type { Content } from '../../../src/interaction/content.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { deedDone } from '../../../src/outgoing.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import type { Deed, DeedOutcome } from '../../../src/storage/deed.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person, type Voice } from '../../kit/house.js'
import type { EngineForTests } from '../../kit/storage.js'
import { type Partner, partnerNamed, staffNamed, THINKING_MS } from '../cases/kit.js'

export const GROUP: Place = { platform: 'telegram', chat: '-1001000000777', kind: 'group', title: 'Partners' }
export const CHANNEL: Place = {
  ...{ platform: 'discord', chat: '800000000000000777', kind: 'group', title: 'partners' },
  guild: '800000000000001000',
}
export const OUTSIDE = { membership: 'outsider' } as const

export async function open(engine: EngineForTests, checklist?: object[]) {
  const { partners } = bitmart
  const programme = programmeSchema.parse({
    ...bitmart,
    ...(checklist ? { partners: { ...partners, checklist } } : {}),
  })
  const house = await openHouse(engine, { programme })
  const root = await staffNamed(house, 'Root', 'admin')
  return { house, root }
}

/** An admin names the place where they are the group of partners, having read what that means. */
export async function namesGroup(admin: Voice): Promise<Heard> {
  const asked = await admin.types('/desk here partners')
  return admin.presses(asked.press({ act: 'confirm' }))
}

/** The group is named before anybody is a partner. */
export async function openWithPartner(engine: EngineForTests) {
  const { house, root } = await open(engine)
  await namesGroup(root.in(GROUP))
  const ana = await partnerNamed(house, 'Ana')
  ana.person.stands(OUTSIDE, GROUP)
  await house.beats()
  return { house, root, ana }
}

/** The courier's part: what waits is done, as the platform would answer; links are numbered. */
export async function carried(house: House, outcome: DeedOutcome = 'done'): Promise<Deed[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  const waiting = rows.filter(({ state, content }) => {
    return state === 'queued' && fromJson<Content>(content).kind === 'deed'
  })
  const done: Deed[] = []
  for (const row of waiting.sort((a, b) => a.id - b.id)) {
    const said = fromJson<Content>(row.content)
    const deed = must(said.kind === 'deed' ? said.deed : undefined, 'a deed')
    done.push(deed)
    const link = deed.do === 'invite' && outcome === 'done' ? { link: linkOf(deed.invite) } : {}
    await house.storage.write(async (work) => {
      await deedDone(work, row, { outcome, ...link }, () => 'en')
      const { outbox } = work.t
      await work.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, row.id))
    })
  }
  return done
}

export const linkOf = (invite: number) => `https://t.me/+made${invite}`
export const kinds = (deeds: Deed[]) => deeds.map((deed) => deed.do)

export const arrives = (house: House, noted: Partial<Noted> & Pick<Noted, 'account'>) =>
  house.storage.write((work) =>
    hearArrival(work, { platform: 'telegram', chat: GROUP.chat, what: 'came', ...noted }, () => 'en'),
  )

export const linksIn = ({ view }: { view: { rows?: { kind: string }[][] | undefined } }) =>
  (view.rows ?? []).flat().flatMap((button) => ('url' in button ? [button.url] : []))

export async function membership(house: House, { person }: Partner, voice = person.inPrivate) {
  house.world.passes(THINKING_MS)
  return voice.types('/membership')
}

export async function asks(house: House, partner: Partner) {
  const page = await membership(house, partner)
  return partner.person.inPrivate.presses(page.press({ command: 'membership-group' }))
}

export async function leaves(house: House, partner: Partner): Promise<void> {
  const { inPrivate } = partner.person
  const page = await membership(house, partner)
  await inPrivate.presses(page.press({ command: 'membership-resign' }))
  const preview = await inPrivate.types(`#${partner.id}`)
  await inPrivate.presses(preview.press({ act: 'confirm' }))
  await house.beats()
}

export async function invites(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.groupInvites))
  return rows.sort((a, b) => a.id - b.id).map(({ platform, state }) => `${platform} ${state}`)
}

export async function stays(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.groupStays))
  return rows.map(({ platform, state }) => `${platform} ${state}`).sort()
}

export async function facts(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.facts))
  return rows
    .sort((a, b) => a.id - b.id)
    .flatMap(({ kind }) =>
      /^partner-(invited|uninvited|joined|misused|shown-out)$/.test(kind) ? [kind] : [],
    )
}

export const hour = (house: House) =>
  house.storage.write((work) => groupsJob.run(work, { name: 'x', dueAt: house.world.now() }))

export async function erases(house: House, person: Person) {
  const page = await person.inPrivate.types('/privacy erase')
  house.world.passes(THINKING_MS)
  return page.offers({ act: 'confirm' }) ? person.inPrivate.presses(page.press({ act: 'confirm' })) : page
}
