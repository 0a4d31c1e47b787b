/** Staff take an account off a person: the only way back, and no way back for anything that was done. */
import { refuse } from '../../kit/refusal.js'
import { type LinkingPolicy, linkPause } from '../../programme/linking.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { accountsOf, numbersOf, type PlatformWord, partAccount, seizePeople } from '../members/members.js'
import { inPacketsUntil } from '../packets/packets.js'
import { lockCodesOf, spendCodesOf } from './code-store.js'
import { pause } from './pauses.js'

export interface Parting {
  account: { platform: PlatformWord; id: string; member: number }
  by: number
  reason: string
}

/**
 * Whoever is behind the account is somebody new, with nothing; money, claims, roles and stops stay with the
 * person. Neither links anything for a while. Refuses `part-own`, `part-last` (a person has one account at
 * least), `part-packets` (who is somebody new could claim once more from a packet that lives). Answers who is
 * behind the account now.
 */
export async function part(
  work: Work,
  { account, by, reason }: Parting,
  policy: LinkingPolicy,
): Promise<number> {
  const { member, platform, id } = account
  await lockCodesOf(work, [member])
  await seizePeople(work, [member])
  await assertPartable(work, account, by)
  await spendCodesOf(work, [member])
  const fresh = await partAccount(work, { platform, id })
  for (const one of [member, fresh]) await pause(work, one, linkPause(policy))
  await record(work, {
    kind: 'account-parted',
    actor: memberText(by),
    subject: memberText(member),
    details: { platform, person: fresh, reason },
  })
  return fresh
}

/** All that {@link part} would refuse. */
export async function assertPartable(work: Work, { member }: Parting['account'], by: number): Promise<void> {
  if (member === by) refuse('part-own')
  if ((await accountsOf(work, member)).length < 2) refuse('part-last')
  const until = await inPacketsUntil(work, await numbersOf(work, member))
  if (until !== undefined) refuse('part-packets', { at: { instant: until, as: 'moment' } })
}
