import { StartError } from './start-error.js'

/** The oldest Node that the libraries below run on; `engines` in package.json says the same. */
const OLDEST = [20, 19] as const

/** Throws a StartError when this is too old a Node. `version` as `process.versions.node` gives it. */
export function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new StartError(
    `Node.js ${version} is too old: this program needs ${OLDEST.join('.')} or newer. Get it from https://nodejs.org.`,
    'configuration',
  )
}
