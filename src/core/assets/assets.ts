/**
 * The assets of the house. They come from the programme file and stay for ever, or old amounts would lose
 * their meaning.
 */
import { asc } from 'drizzle-orm'
import { must } from '../../kit/refusal.js'
import { StartError } from '../../kit/start-error.js'
import { prepared } from '../../storage/prepared.js'
import type { Work } from '../../storage/storage.js'
import type { Asset } from './amount.js'

export { type Asset, assertAmount, formatPlain, parseAmount } from './amount.js'

/**
 * Puts the assets in place that are missing; called at start. Throws a StartError when an asset has another
 * scale than the one its amounts are kept in.
 */
export async function ensureAssets(work: Work, assets: readonly Asset[]): Promise<void> {
  const scales = new Map((await allAssets(work)).map(({ code, scale }) => [code, scale]))
  for (const asset of assets) refuseOtherScale(asset, scales.get(asset.code))
  const missing = assets.filter(({ code }) => !scales.has(code))
  if (missing.length === 0) return
  const rows = missing.map(({ code, scale }) => ({ code, scale }))
  await work.db.insert(work.t.assets).values(rows).onConflictDoNothing()
}

function refuseOtherScale({ code, scale }: Asset, kept: number | undefined): void {
  if (kept === undefined || kept === scale) return
  throw new StartError(
    `The programme file gives ${code} ${scale} decimal places, but its amounts are kept with ${kept}. Put ${kept} back, or name a new asset.`,
    'configuration',
  )
}

const selectAll = prepared('assets.all', (db, t) => db.select().from(t.assets).orderBy(asc(t.assets.code)))

/** Every asset there is, those that the programme file has dropped too. */
export function allAssets(work: Work): Promise<Asset[]> {
  return selectAll(work, {})
}

/** The one with this code; it must be there. */
export function assetOf(assets: readonly Asset[], wanted: string): Asset {
  return must(
    assets.find(({ code }) => code === wanted),
    `the asset ${wanted}`,
  )
}
