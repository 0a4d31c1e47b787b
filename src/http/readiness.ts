/** Whether the bot can do its work now, in the words of `/readyz`. */
export interface Readiness {
  /** Every check is well. */
  ready: boolean
  /** One each for the database, the invariants, every platform. `detail` is a short phrase and no secret. */
  checks: { name: string; ok: boolean; detail?: string }[]
}

/** ready when every check is. */
export function readinessOf(checks: Readiness['checks']): Readiness {
  return { ready: checks.every(({ ok }) => ok), checks }
}
