/** Whether a path still leads to the same file. */
import { statSync } from 'node:fs'

/** Device and inode; undefined when there is no such file. */
export function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}
