/** Papers that are wrong on purpose, in histories in which the programme is at work (`furnish.ts`). */
import { breaks, type Sabotage } from './sabotage.js'

/** ms of the history before it is done: the app looks at its own books when it starts. */
const LATER_MS = 5_000

function later(statement: string): Sabotage {
  let isDone = false
  return {
    committed(file, history) {
      if (isDone || history.scheduler.now() < LATER_MS) return
      isDone = true
      breaks(file, statement)
    },
  }
}

/** The first, or `last`, fact of this transition. */
function step(kind: string, transition: string, which = 'min'): string {
  return `(select ${which}(id) from facts where kind = '${kind}-moved'
    and json_extract(details, '$.transition') = '${transition}')`
}

const says = (name: string, value: string, fact: string) =>
  later(`update facts set details = json_set(details, '$.${name}', '${value}') where id = ${fact}`)

/** `fact` is by whoever did `other`. */
const isBy = (fact: string, other: string) =>
  later(`update facts set actor = (select actor from facts where id = ${other}) where id = ${fact}`)

const begins = (application: number) =>
  `(select min(id) from facts where subject = 'application:${application}')`

const firstOf = (kind: string) => `(select min(id) from facts where kind = '${kind}')`

/** A row is moved, and the record says nothing of it. */
export const movesInSilence = () =>
  later(`update applications set state = 'withdrawn', version = version + 1 where id = 1`)

export const goesWhereNothingLeads = () => says('to', 'in_review', step('application', 'A2'))

export const decidesAboutThemself = () => isBy(step('application', 'A7'), step('application', 'A1'))

/** The first reviewer was given another region than that of what they took. */
export const reviewsElsewhere = () =>
  says('region', 'africa', `(select min(id) from facts where json_extract(details, '$.region') = 'cis')`)

export const decidesAlone = () => isBy(firstOf('case-proposed'), step('case', 'V7'))

/** The panel has taken part before. */
export const judgesTwice = () => isBy(step('case', 'V12'), step('case', 'V7'))

/** The last two applications of the template are of one person. */
export const appliesTwice = () => isBy(begins(4), begins(3))

export const restoresOtherwise = () => says('to', 'paused', step('partner', 'P6'))

export const keepsSanction = () => later('update partner_sanctions set undone_at = null where id = 1')

export const saysNoReason = () =>
  later(`update facts set details = json_remove(details, '$.reason') where id = ${step('partner', 'P5')}`)

export const losesRole = () =>
  later(`update role_grants set revoked_at = 1, revoked_by = 'nobody' where id =
    (select min(id) from role_grants where role = 'risk_officer' and revoked_at is null)`)

/** A platform that says that it has given a role or a tag, and has not. */
export const claimsDeeds = (): Sabotage => ({
  platform: (platform) => ({ ...platform, perform: async () => ({ outcome: 'done' }) }),
})
