/** What the tests of packets have in common. */
import { eq, sql } from 'drizzle-orm'
import { balance, type Owner } from '../../../src/core/ledger/ledger.js'
import { type Statement, statementOf } from '../../../src/core/packets/packets.js'
import type { Press } from '../../../src/interaction/view.js'
import { must } from '../../../src/kit/refusal.js'
import type { Storage, Work } from '../../../src/storage/storage.js'
import type { Heard } from '../../kit/heard.js'
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

/** Presses what approves a request, and confirms what is shown. */
export async function approve(voice: Voice, press: Press): Promise<Heard> {
  const shown = await voice.presses(press)
  return shown.refusal === undefined ? voice.presses(shown.press({ act: 'confirm' })) : shown
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

/** Whether another unit waits for a lock that this one holds. */
export async function isAwaited(work: Work): Promise<boolean> {
  const isAwaited = sql`exists (
    select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))`
  const [row] = await work.db.select({ is: isAwaited.mapWith(Boolean) }).from(work.t.ledgerHead)
  return row?.is ?? false
}

/** A unit on PostgreSQL that is finished only when another one waits for it; resolves when it is so far. */
export async function holding(storage: Storage, unit: (work: Work) => Promise<unknown>) {
  let done: Promise<unknown> = Promise.resolve()
  await new Promise<void>((holds, fails) => {
    done = storage.write(async (work) => {
      await unit(work)
      holds()
      while (!(await isAwaited(work)));
    })
    done.catch(fails)
  })
  return { done }
}
