/** Who may do what, changed by the operator. */

import type { OwnerAccount } from '../config.js'
import { introduce } from '../core/linking/linking.js'
import { accountsOf, memberOf, namesOf } from '../core/members/members.js'
import { grantRole, ROLES, type Role, revokeRole, rolesHeld } from '../core/roles/roles.js'
import type { Work } from '../storage/storage.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { atWork, look } from './look.js'

/** As the record of facts names whoever has this machine. */
export const OPERATOR = 'operator'

/** Shows who holds which role. Looks only; works while the bot runs. */
export function listRoles(desk: Desk): Promise<number> {
  return look(desk, async (storage) => {
    const lines = await storage.read(heldLines)
    for (const line of lines) desk.say(line)
    if (lines.length === 0) desk.say('Nobody holds a role.')
    return 0
  })
}

/** A line for each role somebody holds, in the order of the roles. */
async function heldLines(work: Work): Promise<string[]> {
  const held = await rolesHeld(work)
  const names = await namesOf(work, [...new Set(held.map(({ member }) => member))])
  const lines: string[] = []
  for (const role of ROLES) {
    for (const { member } of held.filter((one) => one.role === role)) {
      const accounts = await accountsOf(work, member)
      const where = accounts.map(({ platform, account }) => `${platform}:${account}`).join(', ')
      lines.push(`${role}: person ${member} (${where}) ${calledOf(names, member) ?? 'was never seen'}`)
    }
  }
  return lines
}

/** Undefined of somebody whom no platform has named: only the operator has. */
function calledOf(names: ReadonlyMap<number, string>, member: number): string | undefined {
  const name = names.get(member)
  return name === `#${member}` ? undefined : name
}

/** Gives a role to the person behind an account, who need not have been met yet: then it says so. */
export async function grant(desk: Desk, account: OwnerAccount, role: Role): Promise<number> {
  const { member, name } = await atWork(desk, (storage) =>
    storage.write(async (work) => {
      const id = await introduce(work, [{ ...account, name: '' }])
      await grantRole(work, id, role, OPERATOR)
      return { member: id, name: calledOf(await namesOf(work, [id]), id) }
    }),
  )
  const named = `${account.platform}:${account.id}`
  desk.say(`Person ${member} (${named}) is ${role}.`)
  if (name === undefined) {
    desk.say(
      `Nobody with ${named} was ever seen by the bot. If a digit is wrong: npm run cli -- role revoke ${named} ${role}`,
    )
  }
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
