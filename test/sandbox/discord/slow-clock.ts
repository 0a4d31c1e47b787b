import { type Clock, machineClock } from '../../../src/sandbox/clock.js'

const SLOWNESS = 10

/** A machine under load may need longer than the 3 s of the platform for a thousand: here they last 30. */
export function slowClock(): Clock {
  const { now, after } = machineClock()
  const began = now()
  return {
    now: () => Math.round(began + (now() - began) / SLOWNESS),
    after: (ms, run) => after(ms * SLOWNESS, run),
  }
}
