import { type Clock, machineClock } from '../../../src/sandbox/clock.js'

const SLOWNESS = 10
const { now, after } = machineClock()
const began = now()

/** A machine under load may need longer than the 3 s of the platform for a thousand: here they last 30. */
export const slowClock: Clock = {
  now: () => Math.round(began + (now() - began) / SLOWNESS),
  after: (ms, run) => after(ms * SLOWNESS, run),
}
