/**
 * What the pretend platforms remember from one run of the sandbox to the next. It is saved a moment after
 * something happened, and never half: a file is written beside the old one and takes its name.
 */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { SandboxPlatform } from './contract.js'

/** ms without news after which is saved; and the longest that news wait, for a storm of them. */
const CALM_MS = 1_000
const LONGEST_MS = 20_000

const FILE = 'platforms.json'

export interface Memory {
  /** Saves what has happened since the last time. */
  save(): Promise<void>
  /** Saves for the last time. */
  close(): Promise<void>
}

interface MemoryOptions {
  folder: string
  world: Pick<World, 'now' | 'monotonic' | 'after'>
  log: Log
}

/**
 * Platforms as `make` gives them, with what they remember. The bot's database belongs to it: where the memory
 * cannot be read, both are put aside under another name and everything begins anew; `putAside` is that name.
 */
export function remember<P extends readonly SandboxPlatform[]>(
  make: () => P,
  { folder, world }: Pick<MemoryOptions, 'folder' | 'world'>,
): { platforms: P; putAside?: string } {
  mkdirSync(folder, { recursive: true })
  const platforms = make()
  if (!existsSync(join(folder, FILE))) return { platforms }
  try {
    const saved = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Record<string, unknown>
    for (const platform of platforms) platform.restore(saved[platform.name])
    return { platforms }
  } catch {
    const putAside = `${folder}.before-${world.now()}`
    renameSync(folder, putAside)
    mkdirSync(folder)
    return { platforms: make(), putAside }
  }
}

/** Saves the platforms from now on, whenever something happens. */
export function keepRemembering(
  platforms: readonly SandboxPlatform[],
  { folder, world, log }: MemoryOptions,
): Memory {
  const file = join(folder, FILE)
  let cancel = () => {}
  let waitsSince: number | undefined
  let saving = Promise.resolve()

  const happened = () => {
    const now = world.monotonic()
    waitsSince ??= now
    cancel()
    cancel = world.after(Math.max(0, Math.min(CALM_MS, waitsSince + LONGEST_MS - now)), () => void save())
  }
  const stops = platforms.map((platform) => platform.onEvent(happened))

  function save(): Promise<void> {
    cancel()
    waitsSince = undefined
    saving = saving.then(write).catch((error: unknown) => {
      log.warn('the sandbox could not be saved', { error })
    })
    return saving
  }

  async function write(): Promise<void> {
    const saved = Object.fromEntries(platforms.map((platform) => [platform.name, platform.snapshot()]))
    await writeFile(`${file}.new`, JSON.stringify(saved))
    await rename(`${file}.new`, file)
  }

  return {
    save,
    async close() {
      for (const stop of stops) stop()
      await save()
    },
  }
}
