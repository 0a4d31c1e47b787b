/**
 * A bot that does nothing but move money, to be killed in the middle of it: `node crash-child.mjs <url> <first id>`.
 * Says `open` when it has the database, `ack <key>` for every movement that was answered, `refused <message>` when it
 * cannot begin. Runs what `npm run build` has made.
 */
import { argv, exit, stdout } from 'node:process'
import { ensureAssets } from '../../dist/core/assets/assets.js'
import { move } from '../../dist/core/ledger/ledger.js'
import { realWorld } from '../../dist/kit/world.js'
import { openStorage } from '../../dist/storage/open.js'

const [, , url, first = '0'] = argv
const TREASURY = { kind: 'treasury' }

const storage = await openStorage({ url, world: realWorld() }).catch((error) => {
  stdout.write(`refused ${error.exitCode} ${error.message}\n`)
  exit(error.exitCode ?? 1)
})
await storage.write((work) => ensureAssets(work, [{ code: 'USDT', scale: 6 }]))
stdout.write('open\n')

for (let next = Number(first); ; next += 20) {
  await Promise.all(Array.from({ length: 20 }, (_, n) => acknowledged(next + n)))
}

async function acknowledged(n) {
  const key = `pay:${n}`
  const to = { kind: 'member', id: 1 + (n % 50) }
  const movement = { key, from: TREASURY, to, asset: 'USDT', amount: 1n, code: 'test', actor: 'system' }
  await storage
    .write(async (work) => {
      await move(work, [movement])
      if (n % 9 === 0) throw new Error('one in nine fails, so that savepoints are at work, too')
    })
    .then(
      () => stdout.write(`ack ${key}\n`),
      () => {},
    )
}
