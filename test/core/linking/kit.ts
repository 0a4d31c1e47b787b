/** What the tests of linking have in common: a person with an account on each platform, and a code. */

import type { Press } from '../../../src/interaction/view.js'
import type { Heard } from '../../kit/heard.js'
import type { House, Person } from '../../kit/house.js'

/** Two accounts of which the house does not know yet that one person has both. */
export async function pair(house: House, amounts: readonly [string, string] = ['0', '0']) {
  const server = house.groupNamed('Server', 'discord')
  const tele = await house.person('Mia')
  const disco = await house.person('mia#1', { at: server, platform: 'discord' })
  if (amounts[0] !== '0') await house.pays(tele.owner, amounts[0])
  if (amounts[1] !== '0') await house.pays(disco.owner, amounts[1])
  return { tele, disco, server }
}

/** The code that an account is given in its private chat. */
export async function codeOf(person: Person): Promise<string> {
  const heard = await person.inPrivate.types('/link_account')
  return String(heard.params('link-code').code)
}

/** Types the code of one with the other, and hears what would be joined. */
export async function offer(from: Person, to: Person): Promise<Heard> {
  return to.inPrivate.types(`/link_account ${await codeOf(from)}`)
}

/**
 * Who types says that both are theirs. Answers the press by which the account that was shown the code does.
 */
export async function confirms(from: Person, to: Person): Promise<Press> {
  const confirm = (await offer(from, to)).press({ command: 'link-confirm' })
  await to.inPrivate.presses(confirm)
  return lastWord(confirm)
}

/** Of the account that was shown the code: yes. */
export function lastWord({ values }: Press): Press {
  return { command: 'link-accept', values }
}

/** All the way: a code, typed, confirmed, and confirmed by the account that was shown it. */
export async function link(from: Person, to: Person): Promise<Heard> {
  return from.inPrivate.presses(await confirms(from, to))
}

/** Erases a person with /privacy. */
export async function erased(person: Person): Promise<Heard> {
  const shown = await person.inPrivate.types('/privacy erase')
  return shown.refusal ? shown : person.inPrivate.presses(shown.press({ act: 'confirm' }))
}
