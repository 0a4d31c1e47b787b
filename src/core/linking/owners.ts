/** Accounts of which the operator says that they are one person's. */
import { must, Refusal } from '../../kit/refusal.js'
import { StartError } from '../../kit/start-error.js'
import type { Work } from '../../storage/storage.js'
import { type AccountSeen, addAccount, memberOf, personBehind } from '../members/members.js'
import { holdBySetting, SETTING } from '../roles/roles.js'
import { joinPeople } from './joining.js'

/**
 * Makes one person of several accounts, for the operator's setting, imports and demos: accounts already known
 * as different people become one. Throws a StartError where only staff can say how. Answers the person.
 */
export async function introduce(
  work: Work,
  accounts: readonly AccountSeen[],
  by = 'operator',
): Promise<number> {
  const [head, ...others] = accounts
  const first = must(head, 'at least one account')
  let member = await personBehind(work, first)
  for (const account of others) {
    const known = await memberOf(work, account)
    if (known === undefined) await addAccount(work, member, account)
    else if (known !== member) member = await madeOne(work, [member, known], [first, account], by)
  }
  return member
}

async function madeOne(
  work: Work,
  [one, other]: [number, number],
  [first, account]: [AccountSeen, AccountSeen],
  by: string,
): Promise<number> {
  try {
    return (await joinPeople(work, { one, other, by })).person
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new StartError(
      `${first.platform}:${first.id} and ${account.platform}:${account.id} are two people here and cannot be made one (${error.key}): both are partners, both have an exchange UID, or money of one is held. Settle that first, or name only one of the two accounts in OWNERS: as two owners one human could approve their own requests.`,
      'configuration',
    )
  }
}

/**
 * The people of the setting OWNERS hold `admin`, and whoever held it by this setting alone and is not named
 * any more loses it. Each is a list of accounts that are one person: otherwise one operator with two accounts
 * would be maker and checker at once. Throws what {@link introduce} throws.
 */
export async function installOwners(work: Work, owners: readonly (readonly AccountSeen[])[]): Promise<void> {
  const named: number[] = []
  for (const accounts of owners) named.push(await introduce(work, accounts, SETTING))
  await holdBySetting(work, named)
}
