/**
 * Mistakes that a program like this one has had, and of this house’s own promises, as
 * changes to its sources. Each `find` must be there exactly once, so that a mutant that the sources have left
 * behind fails loudly. Not here: a payout under a new id and a hold voided on a timeout, because there are no
 * payouts yet.
 */

export interface Edit {
  /** From the project's folder. */
  file: string
  find: string
  replace: string
}

export interface Mutant {
  name: string
  edits: readonly Edit[]
  /** Where its guard is outside of the simulation's reach, or the simulation may overlook it. */
  test: string
  /** Leaves the simulation out: it cannot see this. */
  testOnly?: true
}

const CLAIM = 'src/core/packets/claim.ts'
const NOT_DUE = ' || packet.expiresAt > work.now'
const ENDING = 'src/core/packets/ending.ts'
const LEDGER = 'src/core/ledger/decide.ts'
const CONCLUDE = 'src/interaction/conclude.ts'
const TABLES = 'src/storage/tables/drops.ts'
const SCHEMA = 'migrations/sqlite/0000_initial.sql'

const column = (name: string) => `\t\`${name}\` integer NOT NULL,\n`
const CLAIMS = ['slot', 'amount', 'chat', 'at'].map(column).join('')
const ONCE = '\tPRIMARY KEY(`packet`, `member`),\n'

/** The claims table of SQLite without its key; the list of tables goes along, or no start is allowed. */
const noUnique: readonly Edit[] = [
  {
    file: SCHEMA,
    find: `${CLAIMS}${ONCE}`,
    replace: CLAIMS,
  },
  {
    file: TABLES,
    find: "      c.primaryKey({ name: 'packet_claims_once', columns: [t.packet, t.member] }),\n",
    replace: '',
  },
]

const noCheck: Edit = {
  file: CLAIM,
  find: '  const claim = known.claims.get(member)\n',
  replace: '  const claim = [...known.claims.values()].find(() => known.shares.length < 0 && member > 0)\n',
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'claim not checked, and no UNIQUE',
    edits: [noCheck, ...noUnique],
    test: 'test/core/packets/model.test.ts',
  },
  {
    name: 'no UNIQUE(packet, member) in the database',
    edits: noUnique.slice(0, 1),
    test: 'test/core/packets/claim-guards.test.ts',
    testOnly: true,
  },
  {
    name: 'Telegram acknowledged before persisted',
    edits: [
      {
        file: 'src/platforms/telegram/intake.ts',
        find: '  const answer = await reception.calls.run(callKeys(call), () => reception.intake.call(call))\n',
        replace:
          '  void reception.calls.run(callKeys(call), () => reception.intake.call(call)).catch(() => {})\n  const answer = undefined\n',
      },
    ],
    test: 'test/platforms/telegram/telegram.test.ts',
    testOnly: true,
  },
  {
    name: 'answered before the commit',
    edits: [
      {
        file: 'src/storage/commit-loop.ts',
        find: "      world.crashpoint('storage: before a commit')\n",
        replace:
          "      settleAll(batch, outcomes)\n      await world.breathe()\n      world.crashpoint('storage: before a commit')\n",
      },
    ],
    test: 'test/storage/commit-loop.test.ts',
  },
  {
    name: 'outbox written after the commit',
    edits: [
      {
        file: CONCLUDE,
        find: '  await enqueueAll(work, concluded.filter(({ call }) => !call.awaitsAnswer).map(receiptOf))\n',
        replace: '  late.push(...concluded.filter(({ call }) => !call.awaitsAnswer).map(receiptOf))\n',
      },
      {
        file: CONCLUDE,
        find: 'export interface Concluded {',
        replace:
          'export const late: Outgoing[] = []\nexport const enqueueLate = (work: Work) => enqueueAll(work, late.splice(0))\n\nexport interface Concluded {',
      },
      {
        file: 'src/interaction/unit.ts',
        find: '  try {\n    return await house.storage.write(body)\n',
        replace:
          '  try {\n    const result = await house.storage.write(body)\n    await house.storage.write(enqueueLate)\n    return result\n',
      },
      {
        file: 'src/interaction/unit.ts',
        find: "import type { House } from './house.js'\n",
        replace: "import { enqueueLate } from './conclude.js'\nimport type { House } from './house.js'\n",
      },
    ],
    test: 'test/interaction/repeats.test.ts',
  },
  {
    name: 'marked as sent before it is sent',
    edits: [
      {
        file: 'src/scheduler/attempt.ts',
        find: '  const outcome = await send(ways, row, delivery)\n',
        replace:
          '  await succeed(ways, row, {}, signal)\n  const outcome = await send(ways, row, delivery)\n',
      },
    ],
    test: 'test/scheduler/courier.test.ts',
  },
  {
    name: 'claim without a look at state and time',
    edits: [{ file: CLAIM, find: '      refuseByState(packet, now) ??\n', replace: '' }],
    test: 'test/core/packets/model.test.ts',
  },
  {
    name: 'rest decided from a stale read',
    edits: [
      {
        file: ENDING,
        find: '  await end(work, packet, as, actor, packet.total - packet.paid)\n',
        replace: '  await end(work, packet, as, actor, shown.get(packet.id) ?? packet.total - packet.paid)\n',
      },
      {
        file: ENDING,
        find: "type End = 'closed'",
        replace: "export const shown = new Map<string, bigint>()\n\ntype End = 'closed'",
      },
      {
        file: 'src/core/desk/commands.ts',
        find: '    const back = { left: money(left, { code: asset }) }\n',
        replace: '    shown.set(packet, left)\n    const back = { left: money(left, { code: asset }) }\n',
      },
      {
        file: 'src/core/desk/commands.ts',
        find: 'import {\n  cancelPacket,',
        replace: "import { shown } from '../packets/ending.js'\nimport {\n  cancelPacket,",
      },
    ],
    test: 'test/core/packets/ending.test.ts',
  },
  {
    name: 'answer not remembered: a repetition runs again',
    edits: [{ file: CONCLUDE, find: '  await rememberAnswers(work, concluded)\n', replace: '' }],
    test: 'test/interaction/repeats.test.ts',
  },
  {
    name: 'key of a payment from a counter',
    edits: [
      {
        file: 'src/core/packets/paying.ts',
        find: '  return `packet:claim:',
        replace: '  count += 1\n  return count + `packet:claim:',
      },
      {
        file: 'src/core/packets/paying.ts',
        find: '/** The key under which a person',
        replace: 'let count = 0\n/** The key under which a person',
      },
    ],
    test: 'test/core/packets/audit.test.ts',
  },
  {
    name: 'a hold resolved twice',
    edits: [
      {
        file: LEDGER,
        find: "    if (as) refuse('ledger-hold-resolved', { hold: hold.key, as })\n",
        replace: '',
      },
    ],
    test: 'test/core/ledger/ledger.test.ts',
    testOnly: true,
  },
  {
    name: 'permission of a press not looked at again',
    edits: [
      {
        file: 'src/interaction/alone.ts',
        find: '  allow(command, context)\n  const values',
        replace: '  const values',
      },
    ],
    test: 'test/proof/doors.test.ts',
  },
  {
    name: 'four eyes not compared by person',
    edits: [
      {
        file: 'src/core/treasury/treasury.ts',
        find: "  if (now(request.maker) === now(checker)) return refuse('four-eyes')\n",
        replace: "  if (now(request.maker) === -now(checker)) return refuse('four-eyes')\n",
      },
    ],
    test: 'test/core/treasury/treasury.test.ts',
  },
  {
    name: "a card's last edit dropped",
    edits: [
      {
        file: ENDING,
        find: '  await end(work, packet, as, actor, packet.total - packet.paid)\n  await touchPacket(work, packet.id)\n',
        replace: '  await end(work, packet, as, actor, packet.total - packet.paid)\n',
      },
    ],
    test: 'test/core/packets/ending.test.ts',
  },
  {
    name: 'a stop not looked at',
    edits: [{ file: CLAIM, find: '      refuseByFreeze(packet, known, press) ??\n', replace: '' }],
    test: 'test/core/packets/model.test.ts',
  },
  {
    name: 'an end before its time: the list says anything, and nobody looks again',
    edits: [
      {
        file: 'src/core/packets/store.ts',
        find: '          lte(t.packets.expiresAt, p.now),\n',
        replace: '          or(lte(t.packets.expiresAt, p.now), gte(t.packets.expiresAt, p.now)),\n',
      },
      { file: ENDING, find: NOT_DUE, replace: '' },
    ],
    test: 'test/core/packets/due-again.test.ts',
  },
  {
    name: 'a due packet not looked at again under the lock',
    edits: [{ file: ENDING, find: NOT_DUE, replace: '' }],
    test: 'test/core/packets/due-again.test.ts',
    // Its time stands still while a unit runs, so nothing is extended between the list and the end.
    testOnly: true,
  },
  {
    name: 'a due application not looked at again under the lock',
    edits: [
      { file: 'src/core/applications/due.ts', find: ' || row.dueAt > work.now) return', replace: ') return' },
    ],
    test: 'test/core/applications/due-again.test.ts',
    testOnly: true,
  },
  {
    name: 'a treasury request let through under a stop',
    edits: [
      {
        file: 'src/core/treasury/treasury.ts',
        find: '  if (approve) await assertNotFrozen(',
        replace: '  if (!approve && request.id < 0) await assertNotFrozen(',
      },
    ],
    test: 'test/core/treasury/treasury.test.ts',
    testOnly: true,
  },
  {
    name: 'a lease taken of a row in any state',
    edits: [
      {
        file: 'src/scheduler/rows.ts',
        find: "eq(t.outbox.id, p.id), eq(t.outbox.state, 'queued'), lte",
        replace: 'eq(t.outbox.id, p.id), lte',
      },
    ],
    test: 'test/scheduler/fence.test.ts',
    // One courier of one process never lists a row that it has: two processes do.
    testOnly: true,
  },
  {
    name: 'a repetition within a unit of many sends all to units of their own',
    edits: [
      {
        file: 'src/interaction/together.ts',
        find: '  return [...new Map(arrivals.map((one) => [keyOf(one.call), one])).values()]\n',
        replace: '  return arrivals\n',
      },
    ],
    test: 'test/interaction/together.test.ts',
    testOnly: true,
  },
  {
    name: 'a bot whose lock was deleted goes on',
    edits: [
      {
        file: 'src/storage/sqlite-files.ts',
        find: '      if (!isLocked()) lose(',
        replace: "      if (file === '') lose(",
      },
    ],
    test: 'test/storage/lost-files.test.ts',
    testOnly: true,
  },
  {
    name: "the courier's fence ignored",
    edits: [
      {
        file: 'src/scheduler/rows.ts',
        find: 'eq(outbox.id, id), eq(outbox.fence, fence), ',
        replace: 'eq(outbox.id, id), ',
      },
    ],
    test: 'test/scheduler/fence.test.ts',
    testOnly: true,
  },
]
