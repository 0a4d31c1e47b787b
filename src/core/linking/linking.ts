/** One person, many accounts: the front door. */
export { brakesJob, keepBrakes, recallBrakes } from './brakes.js'
export { lockCodesOf, lockGuessesOf } from './code-store.js'
export { giveCode, type Offer, typeCode } from './codes.js'
export {
  acceptJoining,
  askJoining,
  declineJoining,
  dropCode,
  dueJoinings,
  lapseJoining,
  type Waiting,
  waitingFor,
  waitingOf,
} from './consent.js'
export type { Joined } from './joining.js'
export { installOwners, introduce } from './owners.js'
export { assertPartable, part } from './parting.js'
