import { expect, it } from 'vitest'
import { allAssets, ensureAssets } from '../../../src/core/assets/assets.js'
import { StartError } from '../../../src/kit/start-error.js'
import { constraintsOf } from '../../../src/storage/errors.js'
import { describeStorage } from '../../kit/storage.js'

const USDT = { code: 'USDT', scale: 6 }
const BMX = { code: 'BMX', scale: 2 }

describeStorage('assets', (engine) => {
  it('puts the missing ones in place, and keeps those that the programme has dropped', async () => {
    const storage = await engine.open()
    await storage.write((work) => ensureAssets(work, [USDT]))
    await storage.write((work) => ensureAssets(work, [BMX]))
    await storage.write((work) => ensureAssets(work, [BMX, USDT]))
    expect(await storage.read(allAssets)).toEqual([BMX, USDT])
  })

  it('refuses another scale in one clear line', async () => {
    const storage = await engine.open()
    await storage.write((work) => ensureAssets(work, [USDT]))
    const changed = storage.write((work) => ensureAssets(work, [{ code: 'USDT', scale: 8 }]))
    await expect(changed).rejects.toThrow(
      'The programme file gives USDT 8 decimal places, but its amounts are kept with 6. Put 6 back, or name a new asset.',
    )
    await expect(changed).rejects.toBeInstanceOf(StartError)
    await expect(changed).rejects.toMatchObject({ exitCode: 78 })
  })

  it.each([
    [{ code: 'X', scale: 9 }, 'assets_scale'],
    [{ code: 'X', scale: -1 }, 'assets_scale'],
    [{ code: '', scale: 2 }, 'assets_code'],
    [{ code: 'SEVENTEEN-LETTERS', scale: 2 }, 'assets_code'],
  ])('does not take %j', async (asset, constraint) => {
    const storage = await engine.open()
    const added = storage.write((work) => ensureAssets(work, [asset]))
    await expect(added).rejects.toSatisfy((error) => constraintsOf(error).includes(constraint))
  })
})
