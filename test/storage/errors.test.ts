import { describe, expect, it } from 'vitest'
import { Outage } from '../../src/kit/outage.js'
import {
  asOutage,
  asOutageOfLook,
  constraintsOf,
  isTransient,
  isUniqueViolation,
} from '../../src/storage/errors.js'

function coded(code: string, message = 'words', more: object = {}): Error {
  return Object.assign(new Error(message), { code, ...more })
}

function wrapped(cause: Error): Error {
  return new Error('Failed query: select secret', { cause: new Error('in between', { cause }) })
}

describe('asOutage', () => {
  it.each([
    'SQLITE_FULL',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_IOERR_FSYNC',
    'SQLITE_READONLY_DBMOVED',
    '08006',
    '53300',
    '57P01',
    '57014',
    '55P03',
    '25P03',
    'ECONNRESET',
    'ETIMEDOUT',
  ])('takes %s for one, however deep, and leaves the query out of its message', (code) => {
    const outage = asOutage(wrapped(coded(code)))
    expect(outage).toBeInstanceOf(Outage)
    expect(outage).toMatchObject({ message: `the database is away: words (${code})`, outcome: 'undone' })
  })

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
  ])('takes pg’s words without a code for one: %s', (message) => {
    expect(asOutage(wrapped(new Error(message)))).toMatchObject({
      message: `the database is away: ${message}`,
    })
  })

  it.each([
    '23505',
    '40001',
    '42P01',
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_ERROR',
    'SQLITE_CORRUPT',
    'ERR_ASSERTION',
  ])('leaves %s as it is', (code) => {
    const error = coded(code)
    expect(asOutage(error)).toBe(error)
  })

  it('leaves an outage, and what is no error, as they are', () => {
    const outage = new Outage('x', { outcome: 'unknown' })
    expect(asOutage(outage)).toBe(outage)
    expect(asOutage('text')).toBe('text')
    expect(asOutage(undefined)).toBe(undefined)
  })

  it('takes a write inside a look for a mistake', () => {
    for (const code of ['SQLITE_READONLY', '25006']) {
      const error = coded(code)
      expect(asOutageOfLook(error)).toBe(error)
    }
    expect(asOutageOfLook(coded('57P01'))).toBeInstanceOf(Outage)
  })
})

describe('a violation', () => {
  it('is named by PostgreSQL itself', () => {
    const error = wrapped(coded('23505', 'duplicate key', { constraint: 'transfers_key' }))
    expect(isUniqueViolation(error, 'transfers_key')).toBe(true)
    expect(constraintsOf(error)).toEqual(['transfers_key'])
  })

  it('is named from the columns that SQLite tells', () => {
    const error = (columns: string) =>
      coded('SQLITE_CONSTRAINT_UNIQUE', `UNIQUE constraint failed: ${columns}`)
    expect(constraintsOf(error('ledger_accounts.owner, ledger_accounts.asset'))).toEqual([
      'ledger_accounts_owner',
    ])
    expect(constraintsOf(error('transfers.pending'))).toEqual(['transfers_resolved_once'])
    expect(constraintsOf(error('transfers.id'))).toEqual(['transfers_pkey'])
    expect(constraintsOf(error('packet_claims.packet, packet_claims.member'))).toEqual(['packet_claims_once'])
    expect(constraintsOf(error('nothing.known'))).toEqual([])
    expect(isUniqueViolation(error('nothing.known'))).toBe(true)
  })
})

describe('isTransient', () => {
  it('is for what PostgreSQL wants repeated', () => {
    expect(isTransient(wrapped(coded('40001')))).toBe(true)
    expect(isTransient(coded('40P01'))).toBe(true)
    expect(isTransient(coded('23505'))).toBe(false)
  })
})
