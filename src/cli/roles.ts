/** Who may do what, changed by the operator. */

import type { OwnerAccount } from '../config.js'
import { introduce, memberOf } from '../core/members/members.js'
import { grantRole, type Role, revokeRole } from '../core/roles/roles.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { atWork } from './look.js'

/** As the record of facts names whoever has this machine. */
const OPERATOR = 'operator'

/** Gives a role to the person behind an account, who need not have been met yet. */
export async function grant(desk: Desk, account: OwnerAccount, role: Role): Promise<number> {
  const member = await atWork(desk, (storage) =>
    storage.write(async (work) => {
      const id = await introduce(work, [{ ...account, name: '' }])
      await grantRole(work, id, role, OPERATOR)
      return id
    }),
  )
  desk.say(`Person ${member} (${account.platform}:${account.id}) is ${role}.`)
  return 0
}

export async function revoke(desk: Desk, account: OwnerAccount, role: Role): Promise<number> {
  const member = await atWork(desk, (storage) =>
    storage.write(async (work) => {
      const id = await memberOf(work, account)
      if (id !== undefined) await revokeRole(work, id, role, OPERATOR)
      return id
    }),
  )
  if (member === undefined) {
    desk.say(`Nobody is known by ${account.platform}:${account.id}.`)
    return ANSWER_IS_NO
  }
  desk.say(`Person ${member} (${account.platform}:${account.id}) is not ${role}.`)
  return 0
}
