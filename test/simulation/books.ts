/**
 * The independent auditor: reads the database with SQL and arithmetic of its own and knows nothing of
 * `src/core`. `glance` is for every commit, `audit` replays all there is.
 */
import Database from 'better-sqlite3'

export interface Books {
  /** What is wrong at first sight. */
  glance(): string[]
  /** Everything, from the first transfer on. */
  audit(): string[]
  /** Rows of one query with its parameters. */
  rows<T>(text: string, ...values: unknown[]): T[]
  close(): void
}

const SUMS = `select asset, sum(cx) - sum(dx) as posted, sum(cp) - sum(dp) as pending,
  sum(may_overdraw = 0 and dx + dp > cx) as negative from ledger_accounts group by asset`

/** A share that is the last ends a packet at any time; a draw and an expiry have one. */
const EARLY = `select id, ended_at as ended, expires_at as due from packets
  where ended_at < expires_at and (state = 'expired' or state = 'closed' and draw = 'window')`

const PACKETS = `select id, taken, paid, shares, total,
  (select count(*) from packet_claims c where c.packet = p.id) as claims,
  (select coalesce(sum(amount), 0) from packet_claims c where c.packet = p.id) as claimed from packets p`

export function booksOf(file: string): Books {
  const db = new Database(file, { readonly: true, timeout: 5000 })
  db.defaultSafeIntegers(true)
  const statements = new Map<string, Database.Statement>()
  function rows<T>(text: string, ...values: unknown[]): T[] {
    const statement = statements.get(text) ?? db.prepare(text)
    statements.set(text, statement)
    return statement.all(...values) as T[]
  }
  return {
    rows,
    glance: () => [...wrongSums(rows), ...wrongPackets(rows), ...endedEarly(rows), ...wrongPeople(rows)],
    audit: () => [
      ...wrongSums(rows),
      ...wrongPackets(rows),
      ...endedEarly(rows),
      ...wrongPeople(rows),
      ...wrongAccounts(rows),
      ...wrongHolds(rows),
      ...wrongEscrows(rows),
      ...wrongClaims(rows),
    ],
    close: () => db.close(),
  }
}

type Rows = Books['rows']

function wrongSums(rows: Rows): string[] {
  const found = rows<{ asset: string; posted: bigint; pending: bigint; negative: bigint }>(SUMS)
  return found.flatMap(({ asset, posted, pending, negative }) => [
    ...(posted === 0n && pending === 0n
      ? []
      : [`${asset} does not add up: ${posted} posted, ${pending} pending`]),
    ...(negative === 0n ? [] : [`${negative} balances of ${asset} are negative`]),
  ])
}

interface PacketSums {
  id: string
  taken: bigint
  paid: bigint
  shares: bigint
  total: bigint
  claims: bigint
  claimed: bigint
}

function wrongPackets(rows: Rows): string[] {
  return rows<PacketSums>(PACKETS).flatMap(({ id, taken, paid, shares, total, claims, claimed }) => [
    ...(taken === claims && paid === claimed
      ? []
      : [`packet ${id} counts ${taken}/${paid}, has ${claims}/${claimed}`]),
    ...(claims <= shares && claimed <= total ? [] : [`packet ${id} has paid more than it holds`]),
  ])
}

/** An end is for ever, so one before its time robs those who had it left. */
function endedEarly(rows: Rows): string[] {
  return rows<{ id: string; ended: bigint; due: bigint }>(EARLY).map(
    ({ id, ended, due }) => `packet ${id} ended ${due - ended} ms before its time`,
  )
}

/** Both have a share of as many packets as they had when they became one: a person claims once. */
const TWICE = `select l.gone, json_extract(f.details, '$.claimedBoth') as before,
    (select count(*) from packet_claims a join packet_claims b on a.packet = b.packet
     where a.member = l.gone and b.member = l.person) as now
  from member_links l left join facts f
    on f.kind = 'people-joined' and json_extract(f.details, '$.gone') = l.gone`

/** What may hang at no number that gave way, as a condition on a table. */
const HANGING = [
  ['an account', 'identities', 'member = l.gone'],
  [
    'money',
    'ledger_accounts',
    `owner in ('member:' || l.gone || ':available', 'member:' || l.gone || ':held')
    and cx > dx + dp`,
  ],
  ['a role', 'role_grants', 'member = l.gone and revoked_at is null'],
  ['a stop', 'freezes', `scope = 'member:' || l.gone and lifted_at is null`],
  ['a form', 'forms', 'member = l.gone'],
  ['a place', 'sightings', 'member = l.gone'],
  ['a request for money', 'treasury_requests', `maker = l.gone and state = 'asked'`],
  ['a request', 'packet_requests', `maker = l.gone and state = 'asked'`],
  ['a code', 'link_codes', `member = l.gone and state in ('given', 'typed')`],
  [
    'an entry',
    'packet_entries',
    `member = l.gone and exists
    (select 1 from packets p where p.id = packet and p.ended_at is null)`,
  ],
] as const

/** Who gave way to another has nothing, and with the other claims once. */
function wrongPeople(rows: Rows): string[] {
  if (rows('select 1 from member_links limit 1').length === 0) return []
  const twice = rows<{ gone: bigint; before: bigint | null; now: bigint }>(TWICE)
  return [
    ...twice.flatMap(({ gone, before, now }) =>
      before === now ? [] : [`${gone} became another who has ${now} shares twice, and had ${before} then`],
    ),
    ...HANGING.flatMap(([what, table, which]) =>
      rows<{ gone: bigint }>(
        `select l.gone from member_links l where exists (select 1 from ${table} where ${which})`,
      ).map(({ gone }) => `${what} hangs at ${gone}, who became another`),
    ),
  ]
}

interface Transfer {
  id: bigint
  key: string
  phase: 'single' | 'pending' | 'post' | 'void'
  pending: bigint | null
  debit: bigint
  credit: bigint
  amount: bigint
  asset: string
  at: bigint
}

/** Balances as the transfers make them, against those that are kept; and the order of the transfers. */
function wrongAccounts(rows: Rows): string[] {
  const wrong: string[] = []
  const sums = new Map<bigint, { dp: bigint; dx: bigint; cp: bigint; cx: bigint }>()
  const of = (account: bigint) => {
    const known = sums.get(account) ?? { dp: 0n, dx: 0n, cp: 0n, cx: 0n }
    sums.set(account, known)
    return known
  }
  let last: Transfer | undefined
  for (const one of rows<Transfer>('select * from transfers order by id')) {
    if (one.id !== (last?.id ?? 0n) + 1n) wrong.push(`transfer ${one.id} does not follow ${last?.id}`)
    if (last && one.at < last.at) wrong.push(`transfer ${one.id} is older than the one before`)
    const [debit, credit] = [of(one.debit), of(one.credit)]
    if (one.phase !== 'pending' && one.phase !== 'void') {
      debit.dx += one.amount
      credit.cx += one.amount
    }
    const held = one.phase === 'pending' ? one.amount : one.phase === 'single' ? 0n : -one.amount
    debit.dp += held
    credit.cp += held
    last = one
  }
  const accounts = rows<{ id: bigint; owner: string; dp: bigint; dx: bigint; cp: bigint; cx: bigint }>(
    'select id, owner, dp, dx, cp, cx from ledger_accounts',
  )
  for (const { id, owner, dp, dx, cp, cx } of accounts) {
    const made = of(id)
    if (made.dp !== dp || made.dx !== dx || made.cp !== cp || made.cx !== cx)
      wrong.push(`the balance of ${owner} is not what its transfers make`)
  }
  return wrong
}

/** A hold is let through or given back once, for the amount that was held. */
function wrongHolds(rows: Rows): string[] {
  const twice = rows<{ pending: bigint }>(
    'select pending from transfers where pending is not null group by pending having count(*) > 1',
  )
  const changed = rows<{ id: bigint }>(
    `select r.id from transfers r join transfers h on h.id = r.pending
     where h.phase <> 'pending' or h.amount <> r.amount or h.debit <> r.debit or h.credit <> r.credit`,
  )
  return [
    ...twice.map(({ pending }) => `the hold ${pending} is resolved twice`),
    ...changed.map(({ id }) => `transfer ${id} resolves something else than was held`),
  ]
}

/** Everything put into a packet is paid, returned, or there. */
function wrongEscrows(rows: Rows): string[] {
  const found = rows<{
    id: string
    total: bigint
    paid: bigint
    ended: bigint | null
    put: bigint
    back: bigint
    held: bigint
  }>(
    `select p.id, p.total, p.paid, p.ended_at as ended,
      (select coalesce(sum(t.amount), 0) from transfers t where t.credit = a.id) as put,
      (select coalesce(sum(t.amount), 0) from transfers t where t.key = 'packet:return:' || p.id) as back,
      a.cx - a.dx as held
     from packets p join ledger_accounts a on a.owner = 'packet:' || p.id and a.asset = p.asset`,
  )
  return found.flatMap(({ id, total, paid, ended, put, back, held }) => [
    ...(put === total ? [] : [`packet ${id} was given ${put} and says ${total}`]),
    ...(held === total - paid - back ? [] : [`packet ${id} holds ${held}, not ${total - paid - back}`]),
    ...(ended === null || paid + back === total
      ? []
      : [`packet ${id} is over: ${paid} paid, ${back} back, of ${total}`]),
    ...(ended !== null || back === 0n ? [] : [`packet ${id} lives and has given ${back} back`]),
  ])
}

/** Each claim is one transfer of its amount, from packet to person; and no transfer is without a claim. */
function wrongClaims(rows: Rows): string[] {
  const unpaid = rows<{ packet: string; member: bigint }>(
    `select c.packet, c.member from packet_claims c
     left join transfers t on t.key = 'packet:claim:' || c.packet || ':' || c.member
     left join ledger_accounts d on d.id = t.debit left join ledger_accounts k on k.id = t.credit
     where t.id is null or t.phase <> 'single' or t.amount <> c.amount or d.owner <> 'packet:' || c.packet
       or k.owner <> 'member:' || c.member || ':available'`,
  )
  const [counted] = rows<{ claims: bigint; transfers: bigint }>(
    `select (select count(*) from packet_claims) as claims,
      (select count(*) from transfers where code = 'packet-claim') as transfers`,
  )
  return [
    ...unpaid.map(({ packet, member }) => `the claim of ${member} on ${packet} was not paid as it stands`),
    ...(counted && counted.claims !== counted.transfers
      ? [`${counted.transfers} payments for ${counted.claims} claims`]
      : []),
  ]
}
