/** Pages about the group of partners, for whoever walks over all buttons. */
import { hearArrival } from '../../../src/core/groups/cards.js'
import type { Heard } from '../../kit/heard.js'
import type { House } from '../../kit/house.js'
import { partnerNamed, staffNamed } from '../cases/kit.js'
import { namesGroup } from './kit.js'

/** Of somebody who is not in, and of the same once they are and said nothing. */
export async function everyGroupPage(house: House): Promise<Heard[]> {
  const place = house.groupNamed('Partners')
  const gate = await staffNamed(house, 'Gate', 'admin')
  await namesGroup(gate.in(place))
  const { person } = await partnerNamed(house, 'Gaby', { onboarding: true })
  const outside = await person.inPrivate.types('/membership')
  const { chat } = place
  const came = { platform: 'telegram', chat, account: person.account.id, what: 'came' } as const
  await house.storage.write((work) => hearArrival(work, came, () => 'en'))
  return [outside, await person.inPrivate.types('/membership')]
}
