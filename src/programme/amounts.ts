/** Amounts as people write them, by asset. */
import { z } from 'zod'

const AMOUNT = /^(0|[1-9][0-9]{0,11})(\.[0-9]{1,8})?$/
const amount = z.string().regex(AMOUNT, 'an amount such as "50" or "0.01"')
/** By asset; an asset that is not named has no such limit. */
export const amounts = z.record(z.string(), amount)

/** Decimal places of an asset. */
export const assetScale = z.number().int().min(0).max(8)

/** Where the file has amounts, by section. */
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  packets: ['shareLeast', 'most', 'approvalAbove', 'senderQuarterMost', 'chatDayMost'],
  fourEyes: ['payoutAbove', 'budgetAbove'],
  tasks: ['rewardMost'],
}

/** Of a packet nothing is the least, the most or too much: nobody could drop one. */
const NEVER_NOTHING: readonly string[] = ['packets']

/** Largest amount in smallest units: a signed 64-bit integer, as both engines keep it. */
const UNITS_MOST = 2n ** 63n - 1n

interface Named {
  section: string
  name: string
  /** Of the asset. */
  code: string
  written: unknown
}

const settings = z.record(z.string(), z.unknown()).catch({})

/** Every amount of a file, right or wrong otherwise. */
export function amountsNamed(raw: unknown): Named[] {
  const sections = settings.parse(raw)
  return Object.entries(AMOUNTS).flatMap(([section, names]) =>
    names.flatMap((name) => {
      const limits = settings.parse(settings.parse(sections[section])[name])
      return Object.entries(limits).map(([code, written]) => ({ section, name, code, written }))
    }),
  )
}

/**
 * Amounts that are none of their asset. What is no amount at all, or of an asset that is not there or has no
 * possible scale, is a mistake of its own.
 */
export function checkAmounts(
  programme: { assets: readonly { code: string; scale: number }[] },
  wrong: (path: PropertyKey[], message: string) => void,
): void {
  const possible = programme.assets.filter(({ scale }) => assetScale.safeParse(scale).success)
  const scales = new Map(possible.map(({ code, scale }) => [code, scale]))
  const units = new Map<string, bigint>()
  for (const { section, name, code, written } of amountsNamed(programme)) {
    const scale = scales.get(code)
    if (scale === undefined || !AMOUNT.test(String(written))) continue
    const read = unitsOf(String(written), scale, NEVER_NOTHING.includes(section))
    if (typeof read === 'string') wrong([section, name, code], `${code} ${read}`)
    else units.set(`${section}.${name}.${code}`, read)
  }
  for (const code of scales.keys()) {
    const [least, most] = ['shareLeast', 'most'].map((name) => units.get(`packets.${name}.${code}`))
    if (least === undefined || most === undefined || least <= most) continue
    wrong(['packets', 'shareLeast', code], `the least share is above packets.most.${code}`)
  }
}

/** In smallest units; a text says, after the asset's code, why it is no amount of it. */
function unitsOf(written: string, scale: number, neverNothing: boolean): bigint | string {
  const [whole = '0', fraction = ''] = written.split('.')
  if (fraction.length > scale) return `has at most ${scale} decimal places`
  const units = BigInt(whole + fraction.padEnd(scale, '0'))
  if (units > UNITS_MOST) return `has amounts up to ${UNITS_MOST / 10n ** BigInt(scale)}`
  return neverNothing && units === 0n ? 'must be above 0 here' : units
}
