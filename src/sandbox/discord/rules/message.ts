/** Bodies that make or change a message. Sizes: developers/resources/message "Create Message". */
import { FLAG } from '../protocol.js'
import { check } from './check.js'
import { layoutComponents, legacyComponents } from './component.js'
import { wrongTree } from './component-tree.js'
import { embeds, embedsTooLarge } from './embed.js'
import {
  boolean,
  type Fields,
  type Finding,
  integer,
  list,
  type Rule,
  required,
  shape,
  snowflake,
  text,
} from './rule.js'

/** Bots have the limit of users without Nitro; the 4000 of the OpenAPI description is Nitro's. */
export const CONTENT_MAX = 2000
const ATTACHMENTS_MAX = 10
const MENTION_IDS_MAX = 100

/** Flags a bot may set when it makes a message. */
export const FLAGS_ON_CREATE =
  FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.suppressNotifications | FLAG.componentsV2
/** Flags that an edit may change. */
export const FLAGS_ON_EDIT = FLAG.suppressEmbeds | FLAG.componentsV2

const allowedMentions = shape(
  {
    parse: list({ kind: 'choice', values: ['users', 'roles', 'everyone'] }),
    users: list(snowflake, MENTION_IDS_MAX),
    roles: list(snowflake, MENTION_IDS_MAX),
    replied_user: boolean,
  },
  (value) => ['users', 'roles'].flatMap((type) => bothWays(value, type)),
)

function bothWays(value: Record<string, unknown>, type: string): Finding[] {
  const parse = Array.isArray(value.parse) ? value.parse : []
  const ids = value[type]
  if (!parse.includes(type) || !Array.isArray(ids) || ids.length === 0) return []
  const message = `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`
  return [{ at: [], error: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message } }]
}

const attachment = shape({
  id: required(snowflake),
  filename: text(1024, 1),
  description: text(1024),
  title: text(1024),
})

const fields: Fields = {
  content: text(CONTENT_MAX),
  embeds,
  flags: integer(0),
  allowed_mentions: allowedMentions,
  // Checked by `wrongBody`; the new components are the old ones and more.
  components: { kind: 'any', like: layoutComponents },
  attachments: list(attachment, ATTACHMENTS_MAX),
}

/** PATCH of a message, however it was sent. What depends on the message itself is `wrongBody`'s. */
export const editBody: Rule = shape(fields)

/** An answer to an interaction, and what follows it: it replies to nothing and comes with no nonce. */
export const answerBody: Rule = shape({ ...fields, tts: boolean })

/** POST of a message into a channel. */
export const messageBody: Rule = shape({
  ...fields,
  tts: boolean,
  nonce: { kind: 'nonce' },
  enforce_nonce: boolean,
  message_reference: shape({
    type: integer(0, 1),
    message_id: snowflake,
    channel_id: snowflake,
    guild_id: snowflake,
    fail_if_not_exists: boolean,
  }),
})

const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'] as const

/** Rules that depend on whether the message is (or becomes) one of Components V2. */
export function wrongBody(body: Record<string, unknown>, v2: boolean): Finding[] {
  const rule = v2 ? layoutComponents : legacyComponents
  const inComponents = check(rule, body.components, ['components'])
  if (inComponents.length > 0) return inComponents
  const mixed = v2 ? LEGACY.filter((key) => filled(body[key])).map(notWithLayout) : []
  return [...mixed, ...wrongTree(body.components, ['components']), ...embedsTooLarge(body.embeds)]
}

const filled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

function notWithLayout(field: string): Finding {
  const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`
  return { at: [field], error: { code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message } }
}
