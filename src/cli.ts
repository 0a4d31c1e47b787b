#!/usr/bin/env node
import { CommanderError } from 'commander'
/** The operator's commands: `npm run cli -- audit` and the like. See `--help`. */
import { config as loadEnvFile } from 'dotenv'
import type { Desk } from './cli/desk.js'
import { createProgram } from './cli/program.js'
import { readConfig, secretsOf } from './config.js'
import { redaction } from './kit/redaction.js'
import { StartError } from './kit/start-error.js'
import { realWorld } from './kit/world.js'
import { createLog } from './pino.js'

/** A command line that nobody understands. Source: BSD's sysexits.h, EX_USAGE. */
const USAGE = 64
const FAILED = 1

// Whoever reads only the beginning (`| head`) has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

loadEnvFile({ quiet: true })
let desk: Desk | undefined

const program = createProgram(openDesk, (exitCode) => {
  process.exitCode = exitCode
})
await program.parseAsync().catch(failed)

function openDesk(): Desk {
  const config = readConfig(process.env, { isTerminal: process.stderr.isTTY, purpose: 'administer' })
  const log = createLog({
    level: 'info',
    format: config.log.format,
    secrets: secretsOf(config),
    // What a command answers goes to stdout alone.
    write: (text) => process.stderr.write(text),
    colour: process.stderr.isTTY,
  })
  desk = { config, world: realWorld(), log, say: (line) => process.stdout.write(`${line}\n`) }
  return desk
}

function failed(error: unknown): void {
  if (error instanceof CommanderError) {
    // commander has said what is wrong, or shown the help that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : USAGE
  } else if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  } else {
    desk?.log.error('the command failed', { error })
    const more = desk ? 'the lines above say more' : redaction([])(String(error))
    process.stderr.write(`This failed by a mistake of the program: ${more}\n`)
    process.exitCode = FAILED
  }
}
