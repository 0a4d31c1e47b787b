/**
 * Where the files of tests are: in memory where there is room, for an fsync is real work on a disk, and what
 * tests of crashes end are processes, not machines.
 */
import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** Bytes that a whole run does not fill. Containers have 64 MB there unless they are told otherwise. */
const ROOM = 2 * 2 ** 30

/** Makes a new folder. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), `${name}-`))
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOM
  } catch {
    return false
  }
}
