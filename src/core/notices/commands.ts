/**
 * News for people who did not ask: queued in the unit of work of what it tells, in each reader's language.
 */
import type { Content } from '../../interaction/content.js'
import type { View } from '../../interaction/view.js'
import { enqueueAll, type Outgoing } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, languageOf } from '../members/members.js'
import { holdersOf, type Role } from '../roles/roles.js'

/** Chooses a language we speak from tags, the first that fits. */
export type Choose = (...tags: (string | null | undefined)[]) => string

/** Tells everyone who holds one of the roles, on each of their accounts. */
export async function tellHolders(
  work: Work,
  notice: { key: string; roles: readonly Role[]; except: readonly number[]; view: View },
  choose: Choose,
): Promise<void> {
  const members = new Set<number>()
  for (const role of notice.roles) for (const member of await holdersOf(work, role)) members.add(member)
  for (const member of notice.except) members.delete(member)
  for (const member of members) await tellMember(work, { ...notice, member }, choose)
}

/** Tells one person, on each of their accounts. */
export async function tellMember(
  work: Work,
  { key, member, view }: { key: string; member: number; view: View },
  choose: Choose,
): Promise<void> {
  const chosen = await languageOf(work, member)
  const accounts = await accountsOf(work, member)
  await enqueueAll(
    work,
    accounts.map(({ platform, account, language }): Outgoing => {
      const content: Content = { kind: 'view', view, locale: choose(chosen, language) }
      return {
        key: `${key}:${platform}:${account}`,
        class: 'receipt',
        to: { platform, account },
        content,
      }
    }),
  )
}
