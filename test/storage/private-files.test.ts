/** A database of secrets is nobody's to read but the bot's. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { realWorld } from '../../src/kit/world.js'
import { backup } from '../../src/storage/backup.js'
import { openStorage } from '../../src/storage/open.js'

it('database, log, shared memory and copies belong to the owner alone, also where they did not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'private-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const url = join(folder, 'bot.sqlite')
  for (let times = 0; times < 2; times++) {
    const storage = await openStorage({ url, world: realWorld() })
    await storage.read(async (work) => work.db.select().from(work.t.assets))
    backup(url, join(folder, `copy-${times}.sqlite`))
    const secret = readdirSync(folder).filter((name) => !name.includes('.lock'))
    expect(secret).toEqual(expect.arrayContaining(['bot.sqlite', 'bot.sqlite-shm', 'bot.sqlite-wal']))
    const modes = secret.map((name) => [name, statSync(join(folder, name)).mode & 0o777])
    expect(modes).toEqual(secret.map((name) => [name, 0o600]))
    await storage.close()
    chmodSync(url, 0o644)
  }
})
