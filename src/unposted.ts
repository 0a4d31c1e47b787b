/** Cards of a queue that could not be posted at its desk: what they show is put before people instead. */
import { APPLICATION_CARD, applicationOf } from './core/applications/applications.js'
import { tellOfCase } from './core/cases/cards.js'
import { CASE_CARD, caseNumbered } from './core/cases/cases.js'
import type { Choose } from './core/notices/notices.js'
import { tellOfApplication } from './core/queue/cards.js'
import { tellOfReport } from './core/reports/cards.js'
import { REPORT_CARD, reportNumbered } from './core/reports/reports.js'
import type { OutboxRow } from './scheduler/rows.js'
import type { Work } from './storage/storage.js'

type Telling = (work: Work, number: number, choose: Choose, why: string) => Promise<void>

const TELLING: Readonly<Record<string, Telling>> = {
  [APPLICATION_CARD]: async (work, number, choose, why) =>
    tellOfApplication(work, await applicationOf(work, number), choose, why),
  [CASE_CARD]: async (work, number, choose, why) =>
    tellOfCase(work, await caseNumbered(work, number), choose, why),
  [REPORT_CARD]: async (work, number, choose, why) =>
    tellOfReport(work, await reportNumbered(work, number), choose, why),
}

/** Whoever works on a queue is told of what its desk was to show; of any other card, nobody. */
export async function tellUnposted(
  work: Work,
  { kind, subject }: { kind: string; subject: string },
  { id, version }: Pick<OutboxRow, 'id' | 'version'>,
  choose: Choose,
): Promise<void> {
  await TELLING[kind]?.(work, Number(subject), choose, `unposted-${id}-${version}`)
}
