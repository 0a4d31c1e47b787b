/**
 * Every column that names a person is known to linking and to /privacy: a new one fails here until somebody
 * has said what becomes of it when two people turn out to be one, and when one is erased.
 */
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { tablesFor } from '../../../src/storage/tables.js'
import { SPOKEN } from './spoken.js'

/**
 * `carried`: the number that stays is written (`joinPeople`), and the audit finds what was left. `kept`: the
 * number under which it was done stays, and whoever asks does so by all numbers of the person.
 */
type Link = 'carried' | 'kept'
/**
 * `gone`: the row, or all that is personal in it. `number`: only a number without a name is left. `barred`:
 * nobody is erased while there is one that is alive.
 */
type Erasure = 'gone' | 'number' | 'barred'

const COLUMNS: Record<string, [Link, Erasure]> = {
  'application_decisions.by': ['kept', 'number'],
  'application_proposals.by': ['carried', 'number'],
  'application_proposals.ended_by': ['kept', 'number'],
  'application_rounds.asked_by': ['kept', 'number'],
  'applications.member': ['carried', 'gone'],
  'applications.reviewer': ['carried', 'number'],
  'badges.member': ['carried', 'gone'],
  'case_deeds.by': ['kept', 'number'],
  'cases.opened_by': ['kept', 'number'],
  'cases.proposed_by': ['carried', 'number'],
  'desks.by': ['kept', 'number'],
  'erasures.member': ['kept', 'number'],
  'exchange_uids.member': ['carried', 'gone'],
  'forms.member': ['carried', 'gone'],
  'group_invites.member': ['carried', 'gone'],
  'group_stays.member': ['carried', 'gone'],
  'identities.member': ['carried', 'gone'],
  'link_codes.member': ['kept', 'gone'],
  'link_codes.typed_by': ['kept', 'gone'],
  'link_guesses.member': ['kept', 'gone'],
  'link_pauses.member': ['carried', 'gone'],
  'member_links.gone': ['kept', 'number'],
  'member_links.person': ['carried', 'number'],
  'member_links.stayed': ['kept', 'number'],
  'packet_claims.member': ['kept', 'number'],
  'packet_entries.member': ['carried', 'number'],
  'packet_requests.checker': ['kept', 'number'],
  'packet_requests.maker': ['carried', 'gone'],
  'packet_tranches.approved_by': ['kept', 'number'],
  'packet_tries.member': ['carried', 'number'],
  'packets.sender': ['kept', 'gone'],
  'partner_changes.by': ['carried', 'number'],
  'partner_changes.ended_by': ['kept', 'number'],
  'partner_groups.by': ['kept', 'number'],
  'partner_sanctions.by': ['kept', 'number'],
  'partners.member': ['carried', 'barred'],
  'partners.return_backed_by': ['carried', 'number'],
  'programmes.by': ['kept', 'number'],
  'proofs.looked_by': ['kept', 'number'],
  'received_files.member': ['carried', 'gone'],
  'reports.decided_by': ['kept', 'number'],
  'reports.reporter': ['carried', 'gone'],
  'role_grants.member': ['carried', 'barred'],
  'sightings.member': ['carried', 'gone'],
  'text_acceptances.member': ['carried', 'number'],
  'text_notices.member': ['carried', 'number'],
  'treasury_requests.checker': ['kept', 'number'],
  'treasury_requests.maker': ['carried', 'barred'],
}

/** People, accounts and addresses that are named as text. */
const WORDS: Record<string, [Link, Erasure]> = {
  'badges.account': ['carried', 'gone'],
  'chats.native': ['kept', 'gone'],
  'exchange_uids.by': ['kept', 'gone'],
  'facts.actor': ['kept', 'number'],
  'facts.subject': ['kept', 'number'],
  'freezes.by': ['kept', 'number'],
  'freezes.lifted_by': ['kept', 'number'],
  'freezes.scope': ['carried', 'barred'],
  'group_invites.account': ['carried', 'gone'],
  'group_stays.account': ['carried', 'gone'],
  'identities.account': ['carried', 'gone'],
  'ledger_accounts.owner': ['carried', 'barred'],
  'link_codes.account': ['kept', 'gone'],
  'member_links.by': ['kept', 'number'],
  'outbox.account': ['kept', 'gone'],
  'packet_chats.withdrawn_by': ['kept', 'number'],
  'packets.ended_by': ['kept', 'number'],
  'packets.paused_by': ['kept', 'number'],
  'packets.source': ['kept', 'number'],
  'received_files.native': ['carried', 'gone'],
  'role_grants.granted_by': ['kept', 'number'],
  'role_grants.revoked_by': ['kept', 'number'],
  'transfers.actor': ['kept', 'number'],
  'treasury_requests.owner': ['kept', 'number'],
}

const NAMING = /^(account|actor|by|native|owner|scope|source|subject)$|_by$/
/** Of other things than people. */
const OTHERS = ['applications.source', 'cards.subject', 'chat_aliases.native', 'ledger_checkpoints.account']

/** What no person writes: names, ids, keys and digests of ours, of platforms and of the programme file. */
const MACHINE = [
  ...['account', 'actor', 'app_language', 'asset', 'awaits', 'badge', 'basis', 'becomes', 'by', 'call'],
  ...['changed'],
  ...['code', 'command', 'commitment', 'conditions', 'digest', 'disclosure', 'ended_by', 'granted_by'],
  ...['guidelines', 'guild', 'hash', 'home', 'id', 'job', 'keeper', 'key', 'kind', 'lane', 'language'],
  ...['lifted_by', 'message', 'mime', 'native', 'origin', 'owner', 'packet', 'passphrase', 'paused_by'],
  ...['period', 'policy', 'ref', 'region', 'revoked_by', 'role', 'sameness', 'scope', 'sha256', 'shown'],
  ...['snapshot', 'source', 'subject', 'thread', 'tier', 'version', 'wanted', 'was', 'withdrawn_by'],
]

const tables = Object.values(tablesFor('sqlite')).map((table) => {
  if (!is(table, SQLiteTable)) throw new Error('a table of the other engine')
  return getTableConfig(table)
})

function referring(): string[] {
  return tables.flatMap(({ name, foreignKeys }) =>
    foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference()
      const isPerson = getTableConfig(foreignTable).name === 'members'
      return isPerson ? columns.map((column) => `${name}.${column.name}`) : []
    }),
  )
}

function naming(): string[] {
  const known = referring()
  return tables
    .flatMap(({ name, columns }) =>
      columns.filter((one) => NAMING.test(one.name)).map((one) => `${name}.${one.name}`),
    )
    .filter((column) => !known.includes(column) && !OTHERS.includes(column))
}

it('what becomes of every column that refers to a person is said, in a link and in an erasure', () => {
  expect(Object.keys(COLUMNS)).toEqual(referring().sort())
})

it('and of every column that names one as text', () => {
  expect(Object.keys(WORDS)).toEqual(naming().sort())
})

it('and of every column that people’s words stand in', () => {
  const words = tables.flatMap(({ name, columns }) =>
    columns
      .filter((one) => one.dataType === 'string' && (one.enumValues ?? []).length === 0)
      .filter((one) => !MACHINE.includes(one.name) || Object.hasOwn(SPOKEN, `${name}.${one.name}`))
      .map((one) => `${name}.${one.name}`),
  )
  expect(words.filter((one) => !Object.hasOwn(SPOKEN, one))).toEqual([])
  expect(Object.keys(SPOKEN).filter((one) => !words.includes(one))).toEqual([])
})
