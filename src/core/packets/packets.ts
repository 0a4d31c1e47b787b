/** Red packets: the front door. */
export {
  approvePacket,
  dropOrAsk,
  duePacketRequests,
  expirePacketRequest,
  type Lost,
  makerOf,
  openPacketRequests,
  type PacketRequest,
  packetRequestFor,
  rejectPacket,
} from './approval.js'
export { type ClaimPress, type ClaimResult, claimShares, conditionsOf, whyNot } from './claim.js'
export { assertFunds, checkDrop, dropPacket, dropRules, needsSecond } from './drop.js'
export {
  cancelPacket,
  duePackets,
  endDuePacket,
  extendPacket,
  type Manager,
  pausePacket,
  resumePacket,
  returnLostPacket,
} from './ending.js'
export { expectation } from './expectation.js'
export { inPacketsUntil, joinPackets, lockRequestsOf } from './joining.js'
export { type Above, floorOf, money, type PacketOrder } from './order.js'
export { sealAhead } from './passphrase.js'
export {
  homesOf,
  isGuestIn,
  placesOf,
  placesTaken,
  postHere,
  withdrawFrom,
} from './places.js'
export { Proofs } from './proofs.js'
export {
  ownPlaces,
  type PacketFacts,
  packetFacts,
  publishedPacket,
  type Statement,
  statementOf,
} from './publish.js'
export type { Difference } from './recompute.js'
export { type CardSilence, reviveCard } from './reviving.js'
export { PACKET_CARD, packetOf, WITHDRAWN_CARD } from './seen.js'
export { SHARES_MOST } from './split.js'
export { payerOf } from './stops.js'
export { claimsByMember, type PacketRow, packetsBySender, packetsIn } from './store.js'
export { checkTopUp, topUp } from './top-up.js'
