/**
 * What people were told, kept apart from the bot, and held against its books whenever it is dead: whoever was
 * told of a share has it in the books, to the unit, and in the end nobody has one without having been told.
 */
import { expect } from 'vitest'
import { checks } from '../../src/core/catalogue.js'
import { memberOf } from '../../src/core/members/members.js'
import type { Outcome } from '../../src/sandbox/contract.js'
import type { Storage } from '../../src/storage/storage.js'
import { expectNothingLost } from '../kit/proof.js'
import { accountOf, reader, type Told } from './crowd.js'
import { type Rig, words } from './rig.js'

export interface Promises {
  /** What a person was told of a packet. */
  hear(packet: string, person: string, outcome: Outcome): Told['kind']
  count(packet: string): number
  /** Opens the database, which nobody else may have open on SQLite, and compares. */
  audit(): Promise<void>
  /** As `audit`, and everybody who has a share was told so. */
  auditAll(): Promise<void>
}

/** `shares` of every packet that is heard of. */
export function createPromises(rig: Rig, shares: number): Promises {
  const read = reader(rig.community)
  const told = new Map<string, Map<string, bigint>>()
  const speech = words()

  function hear(packet: string, person: string, outcome: Outcome): Told['kind'] {
    // Discord: put off (a press shows nothing then), and killed before the answer.
    if (outcome.kind === 'none') return 'unanswered'
    const heard = read(person, outcome)
    if (heard.kind === 'paid' || heard.kind === 'already') {
      const people = told.get(packet) ?? new Map<string, bigint>()
      expect(people.get(person) ?? heard.amount, `${person} is told one amount`).toBe(heard.amount)
      told.set(packet, people.set(person, heard.amount))
    }
    if (heard.kind !== 'other') return heard.kind
    const locale = speech.choose(rig.community.person(person).language)
    // The database is away, says the bot, and people press again.
    const away = ['outage', 'outage-unknown'].map((key) => speech.plain(locale, { key }))
    if (away.some((words) => heard.text.includes(words))) return 'unanswered'
    const empty = speech.plain(locale, { key: 'refusal-packet-empty', params: { shares } })
    expect(heard.text).toContain(empty)
    return 'empty'
  }

  async function audited(look: (storage: Storage) => Promise<void>): Promise<void> {
    const storage = await rig.open()
    try {
      const findings = []
      for (const check of checks)
        if (check.name !== 'clock') findings.push(...(await storage.read((work) => check.run(work))))
      expect(findings).toEqual([])
      await look(storage)
    } finally {
      await storage.close()
    }
  }

  /** Whoever was told of a share and has it not, or another one. */
  const broken = async (storage: Storage): Promise<string[]> => {
    const lost: string[] = []
    for (const [packet, people] of told) {
      const booked = await bookedOf(storage, packet)
      for (const [person, amount] of people) {
        const has = booked.get(await memberNumber(rig, storage, person))
        if (has !== amount)
          lost.push(`${person} was told of ${amount} of ${packet} and has ${has ?? 'nothing'}`)
      }
    }
    return lost
  }
  /** Shares that nobody was told of. */
  const untold = async (storage: Storage): Promise<string[]> => {
    const lost: string[] = []
    for (const [packet, people] of told) {
      const has = (await bookedOf(storage, packet)).size
      if (has !== people.size) lost.push(`${has} have a share of ${packet}, ${people.size} were told so`)
    }
    return lost
  }

  return {
    hear,
    count: (packet) => told.get(packet)?.size ?? 0,
    audit: () => audited(async (storage) => expectNothingLost(await broken(storage))),
    auditAll: () =>
      audited(async (storage) => expectNothingLost([...(await broken(storage)), ...(await untold(storage))])),
  }
}

/** Claims by member. */
async function bookedOf(storage: Storage, packet: string): Promise<Map<number, bigint>> {
  const rows = await storage.read((work) => work.db.select().from(work.t.packetClaims))
  return new Map(rows.filter((row) => row.packet === packet).map(({ member, amount }) => [member, amount]))
}

async function memberNumber(rig: Rig, storage: Storage, person: string): Promise<number> {
  const account = accountOf(rig.community.person(person))
  return (await storage.read((work) => memberOf(work, account))) ?? 0
}
