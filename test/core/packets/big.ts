/** A packet as large as they come: twenty tranches of a thousand shares, and people for all of them. */
import { recognise } from '../../../src/core/members/members.js'
import { claimShares } from '../../../src/core/packets/packets.js'
import { SHARES_MOST } from '../../../src/core/packets/split.js'
import { TRANCHES_MOST } from '../../../src/core/packets/tranche.js'
import type { House } from '../../kit/house.js'
import { act, drop } from './kit.js'

/** No packet of the house is too large or too many. */
export const WITHOUT_LIMITS = {
  most: {},
  shareLeast: {},
  approvalAbove: {},
  senderQuarterMost: {},
  chatDayMost: {},
}

const TOGETHER = 500

/** Has `WITHOUT_LIMITS`; gives the id of a packet that is over, for every share was taken. */
export async function bigPacket(house: House, tranches = TRANCHES_MOST): Promise<string> {
  const sender = await house.rich('Rich', '100000')
  const packet = await drop(sender, `1000 ${SHARES_MOST}`)
  for (let more = 1; more < tranches; more++) {
    house.world.passes(10_000)
    await sender.presses(act('topup', packet, { amount: '1000', shares: String(SHARES_MOST) }))
  }
  for (let at = 0; at < tranches * SHARES_MOST; at += TOGETHER) await claims(house, packet, at)
  return packet
}

async function claims(house: House, packet: string, from: number): Promise<void> {
  const { group } = house
  const meetings = Array.from({ length: TOGETHER }, (_, at) => ({
    account: {
      platform: group.platform,
      id: `9${from + at}`,
      name: `Many ${from + at}`,
      isBot: false,
      isAnonymous: false,
    },
    place: group,
  }))
  const chat = await house.chatId(group)
  const person = {
    platform: group.platform,
    membership: 'unknown',
    isPremium: false,
    since: undefined,
    roles: [],
  } as const
  const results = await house.storage.write(async (work) => {
    const people = await recognise(work, meetings)
    const presses = people.map(({ member }) => ({ packet, member, chat, person }))
    return claimShares(work, presses, house.programme.packets)
  })
  const odd = results.find(({ kind }) => kind !== 'paid')
  if (odd) throw new Error(`a claim was not paid: ${JSON.stringify(odd)}`)
}
