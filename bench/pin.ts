/**
 * The servers under test on one core and the load generator on the other, where the system allows it. The
 * bench itself and PostgreSQL are left to the system.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

export const SERVER_CORE = 0
export const LOAD_CORE = 1

/** All threads of the process, to one core. Does nothing on one core, or without `taskset`. */
export function pin(pid: number, core: number): void {
  if (availableParallelism() < 2) return
  spawnSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
}
