/** The operator's commands as the command line spells them. Words here are English, like the log's. */
import { Argument, Command, InvalidArgumentError } from 'commander'
import { type OwnerAccount, ownerOf } from '../config.js'
import { ROLES, type Role } from '../core/roles/roles.js'
import { audit } from './audit.js'
import { confirmClock } from './clock.js'
import { migrate, restore, saveBackup } from './copies.js'
import type { Desk } from './desk.js'
import { dropOutbox, listOutbox, retryOutbox } from './outbox.js'
import { checkProgramme, printProgramme, printProgrammeSchema } from './programme.js'
import { grant, listRoles, revoke } from './roles.js'
import { fillWithDemo } from './seed-demo.js'
import { liftStop, listStops, type Stopped, stoppedOf } from './stops.js'

/**
 * A command line that runs one command and tells `done` its exit code. `open` is called when there is one to
 * run. What nobody understands ends in a CommanderError, told already.
 */
export function createProgram(open: () => Desk, done: (exitCode: number) => void): Command {
  const program = new Command('cli')
    .description('Looks after the database that DATABASE_URL names.')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('Add --help to see what there is.')
  const run =
    <A extends unknown[]>(act: (desk: Desk, ...args: A) => Promise<number>) =>
    async (...args: A) =>
      done(await act(open(), ...args))

  program
    .command('audit')
    .description('run every check and say how it went; works while the bot runs; exit code 1 with a finding')
    .option('--seal <seals...>', 'seals that the bot has posted: whether what they sealed is still so')
    .action(run((desk, { seal }: { seal?: string[] }) => audit(desk, seal)))
  program
    .command('migrate')
    .description('make the database, or bring it up to this version')
    .action(run((desk) => migrate(desk)))
  program
    .command('backup <file>')
    .description('copy a SQLite database into a new file; works while the bot runs')
    .action(run((desk, file: string) => saveBackup(desk, file)))
  program
    .command('restore <file>')
    .description('put a backup in the place of a SQLite database; the bot must not run')
    .option('--replace', 'put aside the database that is there')
    .action(
      run((desk, file: string, { replace }: { replace?: boolean }) => restore(desk, file, replace ?? false)),
    )
  program
    .command('confirm-clock')
    .description("say that this machine's clock is right, after the bot has doubted it; the bot must not run")
    .action(run((desk) => confirmClock(desk)))
  program
    .command('programme-schema')
    .description('print the JSON schema of the programme file, for editors')
    .action(run(printProgrammeSchema))
  program
    .command('programme')
    .description('print the shipped programme as JSON, to begin a file of your own with')
    .action(run(printProgramme))
  program
    .command('programme-check <file>')
    .description('look whether a programme file is right, and name every mistake in it')
    .action(run((desk, file: string) => checkProgramme(desk, file)))
  addRoles(program, run)
  addStops(program, run)
  addOutbox(program, run)
  program
    .command('seed-demo')
    .description('fill an empty database with people and play money to try things out')
    .action(run((desk) => fillWithDemo(desk)))
  return program
}

type Run = <A extends unknown[]>(
  act: (desk: Desk, ...args: A) => Promise<number>,
) => (...args: A) => Promise<void>

function addRoles(program: Command, run: Run): void {
  const role = program.command('role').description('who may do what')
  const account = () => new Argument('<account>', 'for example telegram:123').argParser(accountOf)
  const name = () => new Argument('<role>').choices(ROLES)
  role
    .command('list')
    .description('show who holds which role; works while the bot runs')
    .action(run((desk) => listRoles(desk)))
  role
    .command('grant')
    .description('give a role to the person behind an account')
    .addArgument(account())
    .addArgument(name())
    .action(run((desk, who: OwnerAccount, what: Role) => grant(desk, who, what)))
  role
    .command('revoke')
    .description('take a role away')
    .addArgument(account())
    .addArgument(name())
    .action(run((desk, who: OwnerAccount, what: Role) => revoke(desk, who, what)))
}

function addStops(program: Command, run: Run): void {
  const stop = program.command('stop').description('what /freeze has stopped')
  const what = () =>
    new Argument('<what>', 'everything, an account such as telegram:123, or as `stop list` shows it')
  stop
    .command('list')
    .description('show what is stopped, by whom and why; works while the bot runs')
    .action(run((desk) => listStops(desk)))
  stop
    .command('lift')
    .description('let it go on, when nobody is free to lift it by /freeze')
    .addArgument(what().argParser(stoppedFrom))
    .action(run((desk, stopped: Stopped) => liftStop(desk, stopped)))
}

function addOutbox(program: Command, run: Run): void {
  const outbox = program.command('outbox').description('messages that need a decision')
  outbox
    .command('list')
    .description('show what was given up, or may or may not have arrived; works while the bot runs')
    .action(run((desk) => listOutbox(desk)))
  const ids = () => new Argument('<ids...>', 'as `outbox list` shows them').argParser(addId)
  outbox
    .command('retry')
    .description('send messages again')
    .addArgument(ids())
    .action(run((desk, some: number[]) => retryOutbox(desk, some)))
  outbox
    .command('drop')
    .description('give messages up for good')
    .addArgument(ids())
    .action(run((desk, some: number[]) => dropOutbox(desk, some)))
}

function accountOf(text: string): OwnerAccount {
  const account = ownerOf(text)
  if (account) return account
  throw new InvalidArgumentError('It is telegram: or discord: with a numeric account id.')
}

function stoppedFrom(text: string): Stopped {
  const stopped = stoppedOf(text)
  if (stopped) return stopped
  throw new InvalidArgumentError('It is everything, telegram:… or discord:…, member:… or chat:….')
}

function addId(text: string, before: number[] = []): number[] {
  if (/^[1-9]\d{0,14}$/.test(text)) return [...before, Number(text)]
  throw new InvalidArgumentError('It is a number.')
}
