/**
 * The programme file: everything that is policy. One JSON file named by PROGRAMME_FILE, or the shipped
 * default. Amounts are written as people write them ("0.01") and are read with the asset's scale when they
 * are used.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { StartError } from '../kit/start-error.js'
import { amounts, assetScale } from './amounts.js'
import { applicationsSchema, checkReasons } from './applications.js'
import { badgesSchema } from './badges.js'
import { bitmart as shipped } from './bitmart.js'
import { brandSchema } from './brand.js'
import { casesSchema, checkCases, partnersSchema } from './cases.js'
import { contactsSchema } from './contacts.js'
import { fourEyesSchema } from './four-eyes.js'
import { faqSchema, guidesSchema } from './help.js'
import { linkingSchema, uidSchema } from './linking.js'
import { precheckSchema } from './precheck.js'
import { ProgrammeError, problemsOf, unknownAssets } from './problems.js'
import { regionsSchema } from './regions.js'
import { leaderboardSchema, linksSchema, perksSchema, tasksSchema } from './rewards.js'
import { textsSchema } from './texts.js'
import { ratesSchema, tiersSchema } from './tiers.js'
import { fitTogether, keysNamed } from './whole.js'

/** The programme that comes with the program, as it is written. */
export { shipped }

const HOUR_MS = 3_600_000

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-sender') }),
  z.strictObject({ kind: z.literal('member') }),
  z.strictObject({ kind: z.literal('premium') }),
  z.strictObject({ kind: z.literal('account-age'), days: z.number().int().min(1).max(3650) }),
  z.strictObject({
    kind: z.literal('discord-role'),
    role: z.string().regex(/^[0-9]{5,20}$/, 'the id of a role'),
  }),
])

const packets = z.strictObject({
  /** How long a packet lives when the sender does not say. */
  lifeHours: z.number().int().min(1).max(168).default(24),
  /** The least anyone may get. */
  shareLeast: amounts.default({}),
  /** The most one packet may hold. */
  most: amounts.default({}),
  /** Above this, with what one person or one budget sent out lately, a second person must approve. */
  approvalAbove: amounts.default({}),
  /** How long what went out without a second person counts for that. */
  approvalHours: z.number().int().min(1).max(720).default(24),
  /** Packets of one person that may wait for that at a time. */
  requestsMost: z.number().int().min(1).max(20).default(3),
  /** How long a packet waits for it. */
  requestHours: z.number().int().min(1).max(168).default(24),
  /** The most one person may drop in a calendar quarter (UTC). */
  senderQuarterMost: amounts.default({}),
  /** The most that may be dropped from one chat on a day (UTC). */
  chatDayMost: amounts.default({}),
  /** Conditions of a packet when the sender names none. */
  conditions: z.array(condition).default([{ kind: 'not-sender' }]),
  /** Wrong passphrases one person may give for one packet. */
  passphraseTries: z.number().int().min(1).max(20).default(5),
})

const sections = z.strictObject({
  /** For people: which edition of the file this is. */
  version: z.string().min(1).max(40).default('1'),
  name: z.string().min(1).max(80),
  /** The asset meant where none is named; one of `assets`. */
  mainAsset: z.string(),
  assets: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/, 'a code such as "USDT"'),
        /** Decimal places; never changed once money is there. */
        scale: assetScale,
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
  linking: linkingSchema.prefault({}),
  uid: uidSchema.prefault({}),
  applications: applicationsSchema.superRefine(checkReasons).optional(),
  partners: partnersSchema.prefault({}),
  cases: casesSchema.superRefine(checkCases).optional(),
  badges: badgesSchema.prefault({}),
  brand: brandSchema.optional(),
  contacts: contactsSchema.optional(),
  regions: regionsSchema.default([]),
  rates: ratesSchema.optional(),
  tiers: tiersSchema.optional(),
  fourEyes: fourEyesSchema.prefault({}),
  texts: textsSchema.prefault({}),
  faq: faqSchema.default([]),
  guides: guidesSchema.default([]),
  precheck: precheckSchema.optional(),
  links: linksSchema.default([]),
  perks: perksSchema.default([]),
  tasks: tasksSchema.prefault({}),
  leaderboard: leaderboardSchema.optional(),
})

export const programmeSchema = sections.superRefine(fitTogether)

export type Programme = z.infer<typeof sections>
export type PacketPolicy = Programme['packets']

/** The schema of the file as JSON schema, for editors. What fields owe each other it does not say. */
export function programmeJsonSchema(): unknown {
  return z.toJSONSchema(programmeSchema, { io: 'input' })
}

/** A packet's default life in ms. */
export function packetLife(policy: PacketPolicy): number {
  return policy.lifeHours * HOUR_MS
}

/** How long what went out on one person's word counts for `approvalAbove`, in ms. */
export function approvalPeriod(policy: PacketPolicy): number {
  return policy.approvalHours * HOUR_MS
}

/** How long a packet waits for a second person, in ms. */
export function requestLife(policy: PacketPolicy): number {
  return policy.requestHours * HOUR_MS
}

/**
 * Reads the file, or takes the shipped default. Throws a ProgrammeError with a line for each mistake: its
 * path, what was wrong, an example. What sections owe each other is looked at once each by itself is right.
 */
export function loadProgramme(file: string | undefined): Programme {
  return readProgramme(file).programme
}

/** A programme and what it was read from: a value of JSON. */
export interface Reading {
  raw: unknown
  programme: Programme
}

/** As {@link loadProgramme}. */
export function readProgramme(file: string | undefined): Reading {
  const raw = file === undefined ? shipped : readJson(file)
  const read = parseProgramme(raw)
  if ('problems' in read) throw new ProgrammeError(file, read.problems)
  return { raw, programme: read.programme }
}

/** A programme of what was read, or a line for each mistake. */
export function parseProgramme(raw: unknown): { programme: Programme } | { problems: string[] } {
  const parsed = programmeSchema.safeParse(raw)
  const problems = [...problemsOf(parsed.error?.issues ?? [], raw), ...unknownAssets(raw)]
  return parsed.success && problems.length === 0 ? { programme: parsed.data } : { problems }
}

/**
 * A programme that was accepted before, or a line for each mistake. What its sections owe each other was
 * looked at then: a check that is younger must not take away what a bot runs by.
 */
export function acceptedProgramme(raw: unknown): { programme: Programme } | { problems: string[] } {
  const parsed = sections.safeParse(raw)
  return parsed.success ? { programme: parsed.data } : { problems: problemsOf(parsed.error.issues, raw) }
}

/** Throws a ProgrammeError that names each key of words which the program does not have. */
export function assertWords(
  programme: Programme,
  file: string | undefined,
  has: (key: string) => boolean,
): void {
  const problems = missingWords(programme, has)
  if (problems.length > 0) throw new ProgrammeError(file, problems)
}

/** A line for each key of words that the programme names and the program does not have. */
export function missingWords(programme: Programme, has: (key: string) => boolean): string[] {
  return keysNamed(programme)
    .filter(({ key }) => !has(key))
    .map(({ section, key }) => `${section}: there are no words "${key}"`)
}

/** What the file holds. Throws a StartError: it is no JSON, or cannot be read. */
export function readJson(file: string): unknown {
  let body: string
  try {
    body = readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartError(`PROGRAMME_FILE ${file} cannot be read`, 'configuration', error)
  }
  try {
    return JSON.parse(body)
  } catch (error) {
    const line = brokenLine(body, error as SyntaxError)
    throw new StartError(`PROGRAMME_FILE ${file} is not JSON: see line ${line}`, 'configuration', error)
  }
}

/** Where reading stopped; at the end, where V8 names no place. */
function brokenLine(body: string, { message }: SyntaxError): number {
  const at = / position (\d+)/.exec(message)?.[1]
  const before = at === undefined ? body.trimEnd() : body.slice(0, Number(at))
  return before.split('\n').length
}
