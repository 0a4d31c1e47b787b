/** Red packets: the front door. */
export { approvePacket, askApproval, rejectPacket } from './approval.js'
export { type ClaimPress, type ClaimResult, claimShares, conditionsOf, whyNot } from './claim.js'
export { checkDrop, dropPacket } from './drop.js'
export {
  cancelPacket,
  duePackets,
  endDuePacket,
  extendPacket,
  pausePacket,
  resumePacket,
  returnLostPacket,
} from './ending.js'
export { floorOf, money, needsApproval, type PacketOrder } from './order.js'
export { type PacketFacts, packetFacts, publishedPacket, type Statement, statementOf } from './publish.js'
export { recompute } from './recompute.js'
export { PACKET_CARD, packetOf, placesOf, postHere } from './seen.js'
export { SHARES_MOST } from './split.js'
export { claimsByMember, latestIn, type PacketRow, packetsBySender } from './store.js'
export { topUp } from './top-up.js'
