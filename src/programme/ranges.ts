/** Numbers of the file that belong together: the least and the most of something, days in a row. */
import type { Wrong } from './names.js'
import type { Programme } from './programme.js'

/** Every `least` that is above the `most` beside it, whatever both are of (`digitsLeast`, `digitsMost`). */
export function checkLeastMost(value: unknown, wrong: Wrong, path: readonly PropertyKey[] = []): void {
  if (typeof value !== 'object' || value === null) return
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value)
  for (const [name, inside] of entries) {
    const most = String(name)
      .replace(/least$/, 'most')
      .replace(/Least$/, 'Most')
    const limit: unknown = most === String(name) ? undefined : Reflect.get(value, most)
    if (typeof inside === 'number' && typeof limit === 'number' && inside > limit)
      wrong([...path, name], `${inside} is above ${most}, which is ${limit}`)
    checkLeastMost(inside, wrong, [...path, name])
  }
}

/** Reminders are counted: the second is the one on the second day that is named. */
export function checkReminders({ applications }: Programme, wrong: Wrong): void {
  for (const [at, day] of applications?.reminderDays.entries() ?? []) {
    const before = applications?.reminderDays[at - 1]
    if (before === undefined || before < day) continue
    wrong(['applications', 'reminderDays', at], `must be later than the day before it in the list, ${before}`)
  }
}
