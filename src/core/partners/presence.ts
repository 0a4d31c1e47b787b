/** Whether a partner is in a private group of partners, as far as it is known. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { accountsOf } from '../members/members.js'

export interface Presence {
  /** There is a group on a platform on which they have an account. */
  isReachable: boolean
  hasJoined: boolean
  /** They said something there, or that they did. */
  hasIntroduced: boolean
}

export async function presenceOf(work: Work, member: number): Promise<Presence> {
  const { partnerGroups, groupStays } = work.t
  const platforms = (await accountsOf(work, member)).map(({ platform }) => platform)
  if (platforms.length === 0) return { isReachable: false, hasJoined: false, hasIntroduced: false }
  const named = await work.db
    .select({ platform: partnerGroups.platform })
    .from(partnerGroups)
    .where(inArray(partnerGroups.platform, platforms))
  const stays = await work.db
    .select({ introducedAt: groupStays.introducedAt })
    .from(groupStays)
    .where(and(eq(groupStays.member, member), eq(groupStays.state, 'in')))
  return {
    isReachable: named.length > 0,
    hasJoined: stays.length > 0,
    hasIntroduced: stays.some(({ introducedAt }) => introducedAt !== null),
  }
}
