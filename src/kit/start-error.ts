/**
 * Why the program cannot start, in one line for the operator. `main.ts` and `cli.ts` print the message
 * without a stack and end with the exit code.
 */

/** Exit codes after BSD's sysexits.h, which supervisors and scripts know. */
export const EXIT = {
  /** The data is damaged: a schema that lost a guard, a file that is no database. */
  data: 65,
  /** Something needed is not there, or held by somebody else: a database server, a port, a second process. */
  unavailable: 69,
  /** The disk or file system failed or refused. */
  io: 74,
  /** A setting, or a database newer than this program. */
  configuration: 78,
} as const

/** Its message is one line. */
export class StartError extends Error {
  readonly exitCode: number

  constructor(message: string, reason: keyof typeof EXIT, cause?: unknown) {
    // What a database or a file system said may have several.
    super(message.replaceAll(/\s*\n\s*/g, ' '), { cause })
    this.name = 'StartError'
    this.exitCode = EXIT[reason]
  }
}
