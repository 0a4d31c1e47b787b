/** Weeks of ISO 8601, from Monday to Sunday, in UTC. Moments are ms since the epoch. Pure. */

const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS
/** The epoch was a Thursday. */
const A_MONDAY = 4 * DAY_MS
const THURSDAY = 3 * DAY_MS

/** The first moment of the week that holds this one. */
export function weekOf(at: number): number {
  const passed = (at - A_MONDAY) % WEEK_MS
  return at - (passed < 0 ? passed + WEEK_MS : passed)
}

/** 1 to 53: a week belongs to the year that has its Thursday. */
export function weekNumber(monday: number): number {
  const thursday = monday + THURSDAY
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1)
  return 1 + Math.floor((thursday - newYear) / WEEK_MS)
}

/** `2026-11-23`, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
