/** One person, many accounts: the front door. */
export { confirmLink, dropCode, giveCode, type Offer, typeCode } from './codes.js'
export type { Joined } from './joining.js'
export { installOwners, introduce } from './owners.js'
export { assertPartable, part } from './parting.js'
