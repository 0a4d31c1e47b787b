/** What the tests of packets have in common. */
import { eq } from 'drizzle-orm'
import { balance, type Owner } from '../../../src/core/ledger/ledger.js'
import { type Statement, statementOf } from '../../../src/core/packets/packets.js'
import type { Press } from '../../../src/interaction/view.js'
import { must } from '../../../src/kit/refusal.js'
import type { House, Person, Voice } from '../../kit/house.js'

/** Units of one USDT. */
export const USDT = 1_000_000n

const PASSPHRASE = /passphrase=("[^"]*"|\S+)/

/**
 * Drops a packet in one line and gives its id. A passphrase is never typed where others read it, so a line
 * with one is dropped by typed options, as on Discord.
 */
export async function drop(voice: Voice, words: string): Promise<string> {
  const heard = PASSPHRASE.test(words)
    ? await voice.fills('redpacket', optionsOf(words))
    : await voice.types(`/redpacket ${words}`)
  return String(heard.params('redpacket-dropped').packet)
}

/** `50 20 passphrase="open sesame" members=yes` as options. */
function optionsOf(words: string): Record<string, string> {
  const [, passphrase = ''] = PASSPHRASE.exec(words) ?? []
  const [amount = '', shares = '', ...more] = words.replace(PASSPHRASE, '').trim().split(/\s+/)
  const named = Object.fromEntries(more.map((word) => word.split('=')))
  return { amount, shares, ...named, passphrase: passphrase.replaceAll('"', '') }
}

export const claim = (packet: string): Press => ({ command: 'packet-claim', values: { packet } })
export const why = (packet: string): Press => ({ command: 'packet-why', values: { packet } })

/** A press on a packet's panel, such as `pause`. */
export function act(what: string, packet: string, values: Record<string, string> = {}): Press {
  return { command: `packet-${what}`, values: { packet, ...values } }
}

export async function packetRow(house: House, id: string) {
  const rows = await house.look((work) =>
    work.db.select().from(work.t.packets).where(eq(work.t.packets.id, id)),
  )
  return must(rows[0], `packet ${id}`)
}

export function claimsOf(house: House, id: string) {
  return house.look((work) =>
    work.db.select().from(work.t.packetClaims).where(eq(work.t.packetClaims.packet, id)),
  )
}

export function statement(house: House, id: string): Promise<Statement> {
  return house.look((work) => statementOf(work, id))
}

/** Units that can be spent. */
export async function has(house: House, owner: Owner, asset = 'USDT'): Promise<bigint> {
  return (await house.look((work) => balance(work, owner, asset))).available
}

export async function factKinds(house: House, subject: string): Promise<string[]> {
  const rows = await house.look((work) =>
    work.db.select().from(work.t.facts).where(eq(work.t.facts.subject, subject)),
  )
  return rows.sort((a, b) => a.id - b.id).map(({ kind }) => kind)
}

/** Many people of the main group, each with a wallet of nothing. */
export async function crowd(house: House, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (let at = 0; at < count; at++) people.push(await house.person(`Person ${at}`))
  return people
}
