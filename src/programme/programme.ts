/**
 * The programme file: everything that is policy. One JSON file named by PROGRAMME_FILE, or the shipped
 * default. Amounts are written as people write them ("0.01") and are read with the asset's scale when they
 * are used.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { StartError } from '../kit/start-error.js'
import { bitmart } from './bitmart.js'

const HOUR_MS = 3_600_000

const amount = z.string().regex(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,8})?$/, 'an amount such as "50" or "0.01"')
/** By asset; an asset that is not named has no such limit. */
const amounts = z.record(z.string(), amount)

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-sender') }),
  z.strictObject({ kind: z.literal('member') }),
  z.strictObject({ kind: z.literal('premium') }),
  z.strictObject({ kind: z.literal('account-age'), days: z.number().int().min(1).max(3650) }),
  z.strictObject({ kind: z.literal('discord-role'), role: z.string().regex(/^[0-9]{5,20}$/) }),
])

const packets = z.strictObject({
  /** How long a packet lives when the sender does not say. */
  lifeHours: z.number().int().min(1).max(168).default(24),
  /** The least anyone may get. */
  shareLeast: amounts.default({}),
  /** The most one packet may hold. */
  most: amounts.default({}),
  /** Above this a second person must approve. */
  approvalAbove: amounts.default({}),
  /** The most one person may drop in a calendar quarter (UTC). */
  senderQuarterMost: amounts.default({}),
  /** The most that may be dropped from one chat on a day (UTC). */
  chatDayMost: amounts.default({}),
  /** Conditions of a packet when the sender names none. */
  conditions: z.array(condition).default([{ kind: 'not-sender' }]),
  /** Wrong passphrases one person may give for one packet. */
  passphraseTries: z.number().int().min(1).max(20).default(5),
})

export const programmeSchema = z.strictObject({
  name: z.string().min(1).max(80),
  /** The asset meant where none is named; one of `assets`. */
  mainAsset: z.string(),
  assets: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/, 'a code such as "USDT"'),
        /** Decimal places; never changed once money is there. */
        scale: z.number().int().min(0).max(8),
      }),
    )
    .min(1),
  packets: packets.prefault({}),
  treasury: z
    .strictObject({
      /** A maker and another person as checker for every movement; false lets one person do both. */
      fourEyes: z.boolean().default(true),
    })
    .prefault({}),
})

export type Programme = z.infer<typeof programmeSchema>
export type PacketPolicy = Programme['packets']

/** A packet's default life in ms. */
export function packetLife(policy: PacketPolicy): number {
  return policy.lifeHours * HOUR_MS
}

/**
 * Reads the file, or takes the shipped default. Fails with one line that names the path and what was
 * expected.
 */
export function loadProgramme(file: string | undefined): Programme {
  const raw = file === undefined ? bitmart : readJson(file)
  const parsed = programmeSchema.safeParse(raw)
  if (!parsed.success) throw unreadable(file, parsed.error)
  const { assets, mainAsset } = parsed.data
  if (!assets.some(({ code }) => code === mainAsset)) {
    throw new StartError(
      `PROGRAMME_FILE ${file}: mainAsset "${mainAsset}" is not one of the assets`,
      'configuration',
    )
  }
  return parsed.data
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new StartError(`PROGRAMME_FILE ${file} ${why}`, 'configuration', error)
  }
}

function unreadable(file: string | undefined, error: z.ZodError): StartError {
  const [issue] = error.issues
  const path = issue?.path.join('.') || 'the file'
  return new StartError(`PROGRAMME_FILE ${file}: ${path}: ${issue?.message}`, 'configuration')
}
