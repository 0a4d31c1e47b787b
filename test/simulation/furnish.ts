/**
 * What the programme has done before an office history begins: staff by role and region, two partners, an
 * application that waits, a draft, a case that was overturned and one to be decided. Done by the app's own
 * operations, so that the record has all of it.
 */
import { approve, draftOf, keepAnswers, submitDraft, take } from '../../src/core/applications/applications.js'
import { agree, answerAppeal, appeal, decide, notify, openCase, reply } from '../../src/core/cases/cases.js'
import { memberText } from '../../src/core/facts/facts.js'
import { memberOf } from '../../src/core/members/members.js'
import { confirmUid, type PartnerRow } from '../../src/core/partners/partners.js'
import { grantRole } from '../../src/core/roles/roles.js'
import { must } from '../../src/kit/refusal.js'
import type { CaseReason } from '../../src/programme/cases.js'
import type { Work } from '../../src/storage/storage.js'
import { officePolicy, officeProgramme } from './office-programme.js'
import type { Town } from './town.js'

const policy = officePolicy()
const programme = officeProgramme()
const cases = must(programme.cases, 'cases')
const { tiers, fourEyes } = programme
const REASON = must(
  cases.reasons.find(({ id }) => id === 'spam'),
  'a reason',
)

/** All of it in one unit of work. */
export async function furnishOffice(work: Work, town: Town): Promise<void> {
  const named = async (name: string) => {
    const person = must(
      town.people.find((one) => one.name === name),
      name,
    )
    const [platform, id] = must(Object.entries(person.accounts)[0], 'an account') as [
      'telegram' | 'discord',
      string,
    ]
    return must(await memberOf(work, { platform, id }), name)
  }
  const [olga, oscar] = [await named('Olga'), await named('Oscar')]
  const [maria, dan, ben, sofia] = [
    await named('Maria'),
    await named('Dan'),
    await named('Ben'),
    await named('Sofia'),
  ]
  const by = memberText(olga)
  const reason = 'as planned'
  await grantRole(work, maria, 'reviewer', by, { region: 'cis', reason })
  await grantRole(work, dan, 'regional_manager', by, { region: 'africa', reason })
  await grantRole(work, ben, 'reviewer', by, { reason })
  await grantRole(work, sofia, 'risk_officer', by, { reason })
  const lin = await partner(work, { member: await named('Lin'), region: 'cis', uid: '70001' }, maria)
  const ivan = await partner(work, { member: await named('Ivan'), region: 'africa', uid: '70002' }, dan)
  await application(work, { member: await named('Ana'), region: 'africa', uid: '70003' })
  await draftOf(work, await named('Pavel'), undefined, policy)
  await overturned(work, lin, { opener: maria, proposer: sofia, seconder: olga, panel: oscar })
  await toDecide(work, ivan, dan, REASON)
}

interface Applicant {
  member: number
  region: string
  uid: string
}

async function application(work: Work, { member, region, uid }: Applicant) {
  await draftOf(work, member, undefined, policy)
  const channels = `youtube.com/@n${uid} 12000`
  await keepAnswers(work, member, { region, channels, uid }, policy)
  const sent = {
    ...{ answers: [], region, contact: { uid, email: undefined } },
    stated: { channels: [{ place: `youtube.com/@n${uid}`, size: 12_000 }], communities: [] },
    guidelines: policy.guidelines.version,
    disclosure: policy.disclosure.version,
  }
  return submitDraft(work, member, sent, { policy, digestKey: new Uint8Array(32) })
}

/** An active one, approved by this reviewer. */
async function partner(work: Work, applicant: Applicant, reviewer: number): Promise<PartnerRow> {
  const { id } = await application(work, applicant)
  const { version } = await take(work, id, reviewer, policy)
  const rules = { policy, tiers, tierFrom: fourEyes.tierFrom }
  const { partner: made } = await approve(work, { id, version, by: reviewer }, rules)
  return confirmUid(work, must(made, 'a partner'), policy)
}

/** A case that waits for its decision. */
async function toDecide(work: Work, { id, member }: PartnerRow, opener: number, reason: CaseReason) {
  const told = { words: 'Ten posts an hour, for days.', link: null, file: null }
  const { row } = await openCase(work, { ...told, partner: id, reason, by: opener })
  await notify(work, { id: row.id, version: row.version, by: opener }, cases)
  return (await reply(work, row.id, member, 'It was a mistake of the schedule.')).row
}

interface Court {
  opener: number
  proposer: number
  seconder: number
  panel: number
}

/** A suspension by two, undone by a third. */
async function overturned(work: Work, accused: PartnerRow, { opener, proposer, seconder, panel }: Court) {
  const { id, version } = await toDecide(work, accused, opener, REASON)
  const note = 'As the guidelines say.'
  const ruling = { verdict: 'suspended', days: 7 } as const
  const proposed = await decide(work, { id, version, by: proposer }, ruling, note, cases)
  await agree(work, { id, version: proposed.row.version, by: seconder }, cases)
  const { row } = await appeal(work, id, accused.member, 'The posts were not mine.', cases)
  await answerAppeal(work, { id, version: row.version, by: panel }, { appeal: 'overturned' }, note, cases)
}
