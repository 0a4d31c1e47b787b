/** A programme cannot take away what open cases and suspended partners go by. */
import { expect, it } from 'vitest'
import { owedProblems } from '../../../src/core/programme/programme.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { opensCase, partnerNamed, staffNamed } from '../cases/kit.js'

describeStorage('what a programme owes', (engine) => {
  it('is the sections and the reason by which a case is decided, until there is none', async () => {
    const house = await openHouse(engine)
    const { cases, applications, ...rest } = bitmart
    const without = programmeSchema.parse(rest)
    const problems = (programme: typeof without) => house.look((work) => owedProblems(work, programme))
    expect(await problems(without)).toEqual([])
    const ana = await partnerNamed(house, 'Ana')
    await opensCase(house, await staffNamed(house, 'Rita', 'reviewer'), ana)
    const why = '1 open cases and 0 suspended or terminated partners go by it. Put it back.'
    expect(await problems(without)).toEqual([
      `applications is left out, and ${why}`,
      `cases is left out, and ${why}`,
    ])
    expect(await problems(programmeSchema.parse(bitmart))).toEqual([])
    const [row] = await house.look((work) => work.db.select().from(work.t.cases))
    const reasons = cases.reasons.filter(({ id }) => id !== row?.reason)
    expect(await problems(programmeSchema.parse({ ...bitmart, cases: { ...cases, reasons } }))).toEqual([
      `cases.reasons has no "${row?.reason}", for which a case is open. Put it back until that is closed.`,
    ])
    expect(applications).toBeDefined()
  })
})
