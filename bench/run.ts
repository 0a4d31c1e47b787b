/**
 * `npm run bench`: our bot beside a naive one and beside the raw limit, in interleaved rounds of one run, so
 * that a busy machine slows all of them. Prints a table; `--write` puts it into README.md of this folder,
 * `--quick` takes one small round, `--engine sqlite|postgres` only one engine.
 */
import { parseArgs } from 'node:util'
import { type Contestant, openContestants } from './contestants.js'
import { startGenerator } from './generator.js'
import { measureOurs, type OwnFigures } from './own.js'
import { LOAD_CORE, pin } from './pin.js'
import { type BenchPostgres, startPostgres } from './postgres.js'
import { profileOurs, type Shares } from './profile.js'
import { measureStorage, type StorageFigures } from './storage-ways.js'
import { tableOf, writeTable } from './table.js'

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    engine: { type: 'string' },
  },
})

/** Rounds of everything, and people in one. */
const SIZE = options.quick ? { rounds: 1, warmUp: 1, storms: 1 } : { rounds: 5, warmUp: 4, storms: 10 }

export interface Figures {
  engine: 'sqlite' | 'postgres'
  contest: Map<Contestant['name'], number[]>
  own: OwnFigures
  storage: StorageFigures
  profile: Shares
}

const engines = (['sqlite', 'postgres'] as const).filter((one) => !options.engine || options.engine === one)
const figures: Figures[] = []
for (const engine of engines) {
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  try {
    figures.push(await measure(engine, postgres))
  } finally {
    await postgres?.stop()
  }
}
const table = tableOf(figures, SIZE)
process.stdout.write(`\n${table}\n`)
if (options.write) writeTable(table)

async function measure(engine: Figures['engine'], postgres: BenchPostgres | undefined): Promise<Figures> {
  const say = (what: string) => process.stdout.write(`${engine}: ${what}\n`)
  const generator = startGenerator()
  pin(generator.pid, LOAD_CORE)
  try {
    say('end to end')
    const contest = await openContestants(postgres, generator, SIZE)
    say('storage alone')
    const storage = await measureStorage(engine, postgres, SIZE)
    say('storms, start and memory')
    const own = await measureOurs(postgres, generator, SIZE)
    say('where the time goes')
    const profile = await profileOurs(postgres, generator)
    return { engine, contest, own, storage, profile }
  } finally {
    generator.close()
  }
}
