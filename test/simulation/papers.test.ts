/** What the auditor of papers finds in records that no history is likely to write. */
import { describe, expect, it } from 'vitest'
import { wrongPapers } from './papers.js'
import type { FactRow } from './people-then.js'

type Said = [kind: string, actor: string, subject: string, details?: Record<string, unknown>]

/** 1, 2: admins; 3: risk officer; 4: reviewer in cis; 5: another, everywhere; 6: manager; 7 applies. */
const STAFF: Said[] = [
  ['role-granted', 'owners', 'member:1', { role: 'admin' }],
  ['role-granted', 'owners', 'member:2', { role: 'admin' }],
  ['role-granted', 'member:1', 'member:3', { role: 'risk_officer', reason: 'so' }],
  ['role-granted', 'member:1', 'member:4', { role: 'reviewer', region: 'cis', reason: 'so' }],
  ['role-granted', 'member:1', 'member:5', { role: 'reviewer', reason: 'so' }],
  ['role-granted', 'member:1', 'member:6', { role: 'regional_manager', region: 'cis', reason: 'so' }],
]

/** Steps one after the other, from `none` or from `after`: `A1 7 draft` is by member 7. */
function moves(subject: string, steps: readonly string[], first: Record<string, unknown> = {}): Said[] {
  const [kind] = subject.split(':')
  let [from, version] = [String(first.from ?? 'none'), Number(first.version ?? 0)]
  return steps.map((step) => {
    const [transition = '', by = '', to = ''] = step.split(' ')
    version += 1
    const details = { reason: 'spam', ...first, transition, from, to, version }
    from = to
    return [`${kind}-moved`, by === 's' ? 'system' : `member:${by}`, subject, details]
  })
}

const SENT = ['A1 7 draft', 'A2 7 submitted', 'A3 s screening', 'A4 s queued', 'A7 4 in_review']
const APPROVED = [...moves('application:1', [...SENT, 'A14 4 approved']), ...onboarded(7, 1)]

function onboarded(member: number, partner: number): Said[] {
  return [
    ['role-granted', 'member:4', `member:${member}`, { role: 'partner' }],
    ['partner-onboarded', 'member:4', `member:${member}`, { partner, application: partner }],
    ...moves(`partner:${partner}`, ['P2 s active'], { from: 'onboarding', version: 1 }),
  ]
}

const ACCUSED = [
  ...APPROVED,
  ...moves('case:1', ['V1 5 open', 'V2 5 awaiting_partner', 'V3 7 deciding'], { partner: 1 }),
]

const proposed = (by: number, verdict: string, version: number): Said => [
  'case-proposed',
  `member:${by}`,
  'case:1',
  { verdict, version },
]

function decided(step: string, version: number): Said[] {
  return moves('case:1', [step], { from: 'deciding', version })
}

/** A step of the first change of partner 1: `P13.1 1 none done` is by member 1. */
function changes(step: string, more: object = { kind: 'region', was: 'cis', becomes: 'africa' }): Said {
  const [transition, by, from, to] = step.split(' ')
  const actor = by === 's' ? 'system' : `member:${by}`
  return ['partner-change-moved', actor, 'partner:1', { change: 1, transition, from, to, ...more }]
}

/** A manager there. */
const NINE: Said = [
  'role-granted',
  'member:1',
  'member:9',
  { role: 'regional_manager', region: 'africa', reason: 'so' },
]

/** What is wrong with a record; what only the rows would tell is left out. */
function found(...said: Said[]): string[] {
  const facts: FactRow[] = [...STAFF, ...said].map(([kind, actor, subject, details = {}], at) => ({
    ...{ id: BigInt(at + 1), kind, actor, subject, details: JSON.stringify(details), at: BigInt(at) },
  }))
  const rows = <T>(query: string): T[] => {
    if (query.includes('from facts')) return facts as T[]
    const isOfRegions = /^select id, region/.test(query)
    if (!isOfRegions) return []
    return (query.includes('partners') ? [{ id: 1n, region: 'cis' }] : REGIONS) as T[]
  }
  return wrongPapers(rows).filter((one) => !/in the record alone|is not held|role: |sanctions/.test(one))
}
const REGIONS = [1n, 2n].map((id) => ({ id, region: 'cis' }))

describe('the auditor of papers', () => {
  it('finds nothing wrong with what is right', () => {
    const termination = [proposed(3, 'terminated', 4), ...decided('V8 1 terminated', 4)]
    const [end] = moves('partner:1', ['P7 1 terminating'], { from: 'active', version: 2, case: 1 })
    expect(found(...ACCUSED, ...termination, ...(end ? [end] : []))).toEqual([])
  })

  it('goes by the region in which a partner was at each moment', () => {
    const before = moves('partner:1', ['P5 6 suspended', 'P6 s active'], { from: 'active', version: 2 })
    const [after] = moves('partner:1', ['P5 9 suspended'], { from: 'active', version: 4 })
    const [opened] = moves('case:1', ['V1 6 open'], { partner: 1 })
    const [told] = moves('case:1', ['V2 9 awaiting_partner'], { from: 'open', version: 1 })
    const both = [changes('P13.2 6 none proposed'), changes('P13.3 9 proposed done')]
    const said = [...APPROVED, NINE, ...before, opened, ...both, after, told] as Said[]
    expect(found(...said)).toEqual([])
    const early = [...APPROVED, NINE, ...before, after] as Said[]
    expect(found(...early)).toEqual([expect.stringMatching(/P5 by member:9, who may not/)])
  })

  it.each<[string, Said[], RegExp]>([
    [
      'a region that a manager changed alone',
      [...APPROVED, changes('P13.1 6 none done')],
      /P13\.1 by member:6, who may not/,
    ],
    [
      'a region that was agreed to by who proposed it',
      [...APPROVED, NINE, changes('P13.2 6 none proposed'), changes('P13.3 6 proposed done')],
      /P13\.3 by member:6 alone/,
    ],
    [
      'a region of which one side agreed to the other',
      [
        ...APPROVED,
        ['role-granted', 'member:1', 'member:8', { role: 'regional_manager', region: 'cis', reason: 'so' }],
        changes('P13.2 6 none proposed'),
        changes('P13.3 8 proposed done'),
      ],
      /P13\.3 by one side/,
    ],
    [
      'a case told by a manager of the region that its partner has left',
      [
        ...APPROVED,
        ...moves('case:1', ['V1 6 open'], { partner: 1 }),
        changes('P13.1 1 none done'),
        ...moves('case:1', ['V2 6 awaiting_partner'], { from: 'open', version: 1 }),
      ],
      /V2 by member:6, who may not/,
    ],
    [
      'a tier for two by one',
      [...APPROVED, changes('P12.1 1 none done', { kind: 'tier', was: 'starter', becomes: 'growth' })],
      /P12\.1 by member:1 alone/,
    ],
    [
      'a lower tier before its day',
      [
        ...APPROVED,
        ...['P12.4 1 none pending', 'P12.5 s pending done'].map((step) =>
          changes(step, { kind: 'tier', was: 'growth', becomes: 'starter', dueAt: 1_000_000 }),
        ),
      ],
      /P12\.5, before its day/,
    ],
    [
      'a second approval of one',
      moves('application:1', [...SENT, 'A14 5 approved']),
      /A14 by member:5, who may not/,
    ],
    [
      'a tier for two by one',
      moves('application:1', [...SENT, 'A14 4 approved'], { tier: 'growth' }),
      /was approved as growth by one person/,
    ],
    [
      'an approval without who proposed it',
      [
        ...moves('application:1', SENT),
        ['application-proposed', 'member:4', 'application:1', { because: 'risk' }],
        ...moves('application:1', ['A14 1 approved'], {
          from: 'in_review',
          version: 5,
          proposedBy: 'member:5',
        }),
      ],
      /was proposed by 4 and approved without them/,
    ],
    [
      'an approval by who proposed it',
      [
        ...moves('application:1', SENT),
        ['application-proposed', 'member:4', 'application:1', { because: 'risk' }],
        ...moves('application:1', ['A14 4 approved'], {
          from: 'in_review',
          version: 5,
          proposedBy: 'member:4',
        }),
      ],
      /A14 by member:4, who may not/,
    ],
    ['a partner out of nothing', onboarded(7, 1).slice(1), /comes of application 1, which is not approved/],
    [
      'an appeal heard by who rejected',
      moves('application:1', [...SENT, 'A15 4 rejected', 'A18 4 queued']),
      /A18 by member:4, who may not/,
    ],
    [
      'a version left out',
      [
        ...moves('application:1', ['A1 7 draft']),
        ...moves('application:1', ['A2 7 submitted'], { from: 'draft', version: 2 }),
      ],
      /to version 3 after 1/,
    ],
    [
      'a termination by two admins',
      [...ACCUSED, proposed(2, 'terminated', 4), ...decided('V8 1 terminated', 4)],
      /case 1 was decided as terminated by 1 and 2, not by two/,
    ],
    [
      'a suspension by a reviewer',
      [...ACCUSED, proposed(5, 'suspended', 4), ...decided('V7 4 suspended', 4)],
      /V7 by member:4, who may not/,
    ],
    [
      'a suspension that nobody proposed',
      [...ACCUSED, ...decided('V7 1 suspended', 3)],
      /case 1 was decided as suspended by 1 alone/,
    ],
    [
      'a case decided by who reported it',
      [
        ...APPROVED,
        ['report-made', 'member:6', 'report:1', { state: 'open', partner: 1 }],
        ...moves('case:1', ['V1 5 open'], { partner: 1 }),
        ['report-decided', 'member:5', 'report:1', { state: 'cased', case: 1 }],
        ...moves('case:1', ['V2 6 awaiting_partner'], { from: 'open', version: 1 }),
      ],
      /V2 by member:6, who may not/,
    ],
    [
      'a report decided by who made it',
      [
        ['report-made', 'member:5', 'report:1', { state: 'open', partner: 1 }],
        ['report-decided', 'member:5', 'report:1', { state: 'dismissed', case: null }],
      ],
      /report 1 was decided by 5, who made it/,
    ],
    [
      'one person in two accounts, for two',
      [
        ...ACCUSED,
        proposed(3, 'suspended', 4),
        ['role-granted', 'member:2', 'member:3', { role: 'admin', reason: 'so' }],
        ['people-joined', 'member:8', 'member:3', { gone: 8 }],
        ...decided('V7 8 suspended', 4),
      ],
      /case 1 was decided as suspended by 8 alone/,
    ],
    [
      'who became another and still acts',
      [['people-joined', 'member:8', 'member:7', { gone: 8 }], ...moves('application:1', ['A1 8 draft'])],
      /is by 8, who became another/,
    ],
    [
      'a role given by nobody who may',
      [
        ['role-granted', 'member:7', 'member:8', { role: 'reviewer', reason: 'so' }],
        ...moves('application:1', ['A1 7 draft']),
      ],
      /the role reviewer of 8: role-granted by 7, who is no admin/,
    ],
    [
      'a role given to oneself',
      [
        ['role-granted', 'member:1', 'member:1', { role: 'risk_officer', reason: 'so' }],
        ...moves('application:1', ['A1 7 draft']),
      ],
      /the role risk_officer of 1: role-granted by 1, who is the same/,
    ],
    [
      'somebody terminated who comes back by one',
      [
        ...APPROVED,
        ['partner-return-backed', 'member:1', 'partner:1'],
        ...moves('partner:1', ['P11 1 onboarding'], { from: 'terminated', version: 2 }),
      ],
      /partner 1 came back by one person/,
    ],
  ])('finds %s', (_what, said, sign) => {
    expect(found(...said)).toEqual(expect.arrayContaining([expect.stringMatching(sign)]))
  })
})
