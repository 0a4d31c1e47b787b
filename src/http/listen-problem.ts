import { StartError } from '../kit/start-error.js'

/** How the settings begin that say where a server listens. */
export type SettingsPrefix = 'HTTP' | 'METRICS'

/** Why a server could not listen: a StartError where the operator can do something about it. */
export function listenProblem(
  error: NodeJS.ErrnoException,
  { host, port, settings = 'HTTP' }: { host: string; port: number; settings?: SettingsPrefix },
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `${settings}_PORT ${port} is taken by another program: stop that one, or choose another port. Example: ${settings}_PORT=${port + 1}`,
        'unavailable',
        error,
      )
    case 'EACCES':
      return new StartError(
        `${settings}_PORT ${port} needs rights that this program does not have: choose one above 1023. Example: ${settings}_PORT=8080`,
        'configuration',
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `${settings}_HOST ${host} is no address of this machine (${error.code}). Example: ${settings}_HOST=0.0.0.0`,
        'configuration',
        error,
      )
    default:
      return error
  }
}
