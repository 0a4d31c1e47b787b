/** The shapes of what the page may ask, checked before anything is done with it. */
import { z } from 'zod'
import { FAULT_IDS } from './faults.js'

/** Longest text a person may type: above both platforms' own limits, so that those are met and shown. */
const TYPED_MAX = 10_000
/** Room, message and custom ids are at most 100 characters on both platforms. */
const ID_MAX = 100
/** Discord: options of a select, and of a command (API v10). */
const CHOICES_MAX = 25
/** More people than any storm here needs, and what keeps ten thousand pending presses within memory. */
const STORM_MAX = 10_000
/** `crowd-<n>`: six digits (community.ts). */
export const CROWD_MAX = 999_999

const id = z.string().min(1).max(ID_MAX)
const messageId = z.union([z.number().int(), id])
const typed = z.string().max(TYPED_MAX)
const values = z.array(typed).max(CHOICES_MAX)

const platformName = z.enum(['telegram', 'discord'])

/** Characters of a file in base 64: a little more than Discord takes (10 MiB), so that its no is met. */
const BASE64_MAX = 15_000_000
/** Files of one upload. Discord, file upload component. */
const FILES_MAX = 10

const givenFile = z.strictObject({
  name: z.string().min(1).max(255),
  type: z.string().max(255),
  base64: z.base64().max(BASE64_MAX),
})

const action = z.discriminatedUnion('do', [
  z
    .strictObject({
      do: z.literal('say'),
      room: id,
      thread: id.optional(),
      text: typed,
      replyTo: messageId.optional(),
      file: givenFile.optional(),
    })
    .refine(({ text, file }) => text !== '' || file !== undefined, {
      path: ['text'],
    }),
  z.strictObject({
    do: z.literal('command'),
    room: id,
    name: id,
    options: z.record(id, z.union([typed, z.number(), z.boolean()])),
    files: z.record(id, givenFile).optional(),
  }),
  z.strictObject({
    do: z.literal('press'),
    room: id,
    message: messageId,
    data: id,
    values: values.optional(),
  }),
  z.strictObject({
    do: z.literal('submit'),
    room: id,
    modal: z.string().min(1).max(500),
    values: z.record(id, z.union([typed, values])),
    files: z.record(id, z.array(givenFile).max(FILES_MAX)).optional(),
  }),
  z.strictObject({ do: z.literal('open'), payload: z.string().max(64) }),
  z.strictObject({ do: z.literal('bring'), room: id, payload: z.string().max(64) }),
  z.strictObject({ do: z.enum(['let-in', 'show-out', 'promote-bot', 'demote-bot']), room: id }),
  z.strictObject({ do: z.enum(['become-admin', 'cease-admin']), room: id }),
  z.strictObject({ do: z.enum(['mute', 'unmute', 'upgrade']), room: id }),
  z.strictObject({ do: z.enum(['close-topic', 'open-topic']), room: id, thread: id }),
  z.strictObject({ do: z.enum(['block', 'unblock', 'delete-account', 'restore-account']) }),
  z.strictObject({ do: z.literal('join'), room: id }),
  z.strictObject({ do: z.literal('leave'), room: id }),
])

/** Body of `POST /api/act`. */
export const actBody = z.strictObject({ platform: platformName, person: id, action })

/** Body of `POST /api/storm`. */
export const stormBody = z.strictObject({
  targets: z
    .array(z.strictObject({ platform: platformName, room: id, message: messageId, data: id }))
    .min(1)
    .max(4),
  people: z.number().int().min(1).max(STORM_MAX),
  from: z
    .number()
    .int()
    .min(1)
    .max(CROWD_MAX - STORM_MAX)
    .optional(),
  taps: z.number().int().min(1).max(5).optional(),
  kill: z.boolean().optional(),
  again: z.boolean().optional(),
})

const faultLevel = z.union([z.enum(['off', 'next']), z.number().gt(0).max(1)])

/** Body of `POST /api/faults`. */
export const faultsBody = z.union([
  z.strictObject({ set: z.partialRecord(z.enum(FAULT_IDS), faultLevel) }),
  z.strictObject({ allOff: z.literal(true) }),
])

/** Body of `POST /api/transport`. */
export const transportBody = z.strictObject({
  telegram: z.enum(['polling', 'webhook']).optional(),
  discord: z.enum(['gateway', 'http']).optional(),
})

export const railQuery = z.object({ id: z.coerce.number().int().min(1) })

export const personQuery = z.object({ id })
export const roomsQuery = z.object({ platform: platformName, person: id })
export const roomQuery = roomsQuery.extend({ room: id, thread: id.optional() })
export const historyQuery = roomQuery.extend({ limit: z.coerce.number().int().min(1).max(500).default(200) })
export const eventsQuery = z.object({ telegram: id.optional(), discord: id.optional() })

/** Names of the fields that are wrong: `action.text`; `body` for the whole. */
export function fieldsOf({ issues }: z.ZodError): string {
  return [...new Set(issues.map(nameOf))].join(', ')
}

/** One line for a developer: which field, and what was wrong with it. */
export function problemOf({ issues }: z.ZodError): string {
  return issues.map((issue) => `${nameOf(issue)}: ${issue.message}`).join('; ')
}

const nameOf = ({ path }: z.core.$ZodIssue): string => path.join('.') || 'body'
