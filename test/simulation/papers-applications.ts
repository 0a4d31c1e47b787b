/** Applications in the record: who moved, proposed, declined and handed over what. */
import { APPLICATION, APPLICATION_ENDS, type Part } from './legal.js'
import { TIERS_FOR_TWO } from './office-programme.js'
import { type Application, byRole, type Desk, judgeStep, numberIn, regionThen } from './papers-desk.js'
import { type Fact, memberIn } from './people-then.js'

function applicationOf(desk: Desk, { subject, actor }: Fact): Application {
  const number = numberIn(subject)
  const known = desk.applications.get(number)
  if (known) return known
  const region = regionThen(desk, subject)
  const begun = { state: 'none', version: 0, member: memberIn(actor) ?? 0, region, decided: [] }
  desk.applications.set(number, begun)
  return begun
}

/** What somebody is to an application as it stands. */
function toApplication(desk: Desk, one: Application) {
  return (part: Part, actor: number): boolean => {
    const { people } = desk
    const isReviewer = byRole(desk, one, 'reviewer', actor)
    const hasDecided = one.decided.some((by) => people.isSame(by, actor))
    if (part === 'holder') return isReviewer && people.isSame(one.holder, actor)
    if (part === 'second') return isReviewer && !hasDecided
    if (part !== 'cosigner') return byRole(desk, one, part, actor)
    const isCosigner = people.is(actor, 'admin', one.region) || people.is(actor, 'risk', one.region)
    return isCosigner && !hasDecided && one.proposal !== undefined && !people.isSame(one.proposal.by, actor)
  }
}

export function movesApplication(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const { transition, tier, proposedBy } = fact.details
  const what = `application ${numberIn(fact.subject)}`
  if (transition === 'A14') {
    const waits = one.proposal
    const signed = memberIn(String(proposedBy))
    if (waits && !desk.people.isSame(waits.by, signed))
      desk.wrong.push(`${what} was proposed by ${waits.by} and approved without them`)
    if (!waits && TIERS_FOR_TWO.includes(String(tier)))
      desk.wrong.push(`${what} was approved as ${tier} by one person`)
    if (waits && waits.tier !== tier) desk.wrong.push(`${what} was proposed as ${waits.tier}, is ${tier}`)
  }
  const fits = toApplication(desk, one)
  const isWaiting = one.proposal !== undefined
  judgeStep(desk, fact, APPLICATION, one, (part, actor) =>
    transition === 'A14'
      ? part === (isWaiting ? 'cosigner' : 'holder') && fits(part, actor)
      : fits(part, actor),
  )
  const by = memberIn(fact.actor)
  one.proposal = undefined
  if (transition === 'A7' || transition === 'A13') one.holder = by
  if (transition === 'A15' || transition === 'A18') one.decided.push(by ?? 0)
  if (!APPLICATION_ENDS.includes(one.state)) assertAlone(desk, one, what)
}

/** One that is open, and no other of the same person. */
function assertAlone({ applications, people, wrong }: Desk, one: Application, what: string): void {
  const others = [...applications].filter(
    ([, other]) =>
      other !== one && !APPLICATION_ENDS.includes(other.state) && people.isSame(other.member, one.member),
  )
  for (const [number] of others) wrong.push(`${what} is open beside ${number} of the same person`)
}

export function proposesApproval(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  if (one.state !== 'in_review' || !toApplication(desk, one)('holder', by) || one.proposal)
    desk.wrong.push(`${fact.subject} was proposed by ${by}, who did not have it`)
  const tier = typeof fact.details.tier === 'string' ? fact.details.tier : undefined
  one.proposal = { by, tier }
}

export function declinesApproval(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  if (!toApplication(desk, one)('cosigner', by)) desk.wrong.push(`${fact.subject} was declined by ${by}`)
  one.proposal = undefined
}

export function handsOver(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const to = memberIn(String(fact.details.to)) ?? 0
  const fits = toApplication(desk, one)
  const isFit = fits('second', to) && !desk.people.isSame(to, one.member)
  if (!fits('holder', memberIn(fact.actor) ?? 0) || !isFit)
    desk.wrong.push(`${fact.subject} was handed to ${to} by ${fact.actor}`)
  one.holder = to
}

export function refusesAppeal(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  const isFit = toApplication(desk, one)('second', by) && !desk.people.isSame(by, one.member)
  if (one.state !== 'rejected' || !isFit)
    desk.wrong.push(`the appeal of ${fact.subject} was refused by ${by}, who may not`)
  one.decided.push(by)
}
