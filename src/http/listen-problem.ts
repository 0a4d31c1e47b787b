import { StartError } from '../kit/start-error.js'

/** Why a server could not listen: a StartError where the operator can do something about it. */
export function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `HTTP_PORT ${port} is taken by another program: stop that one, or choose another port. Example: HTTP_PORT=${port + 1}`,
        'unavailable',
        error,
      )
    case 'EACCES':
      return new StartError(
        `HTTP_PORT ${port} needs rights that this program does not have: choose one above 1023. Example: HTTP_PORT=8080`,
        'configuration',
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `HTTP_HOST ${host} is no address of this machine (${error.code}). Example: HTTP_HOST=0.0.0.0`,
        'configuration',
        error,
      )
    default:
      return error
  }
}
