/** Makes an interaction of what a person did, sends it, and waits for what they will see. */
import { createHmac } from 'node:crypto'
import type { APIMessageInteractionMetadata } from 'discord.js'
import type { Outcome, Person } from '../../contract.js'
import { FILE_MAX } from '../files.js'
import { guildOf, memberOf, permissionsIn } from '../guilds.js'
import { channelObject, memberObject, userOf } from '../objects.js'
import { guildPermissions } from '../permissions.js'
import { CONTEXT, INTERACTION, OPTION } from '../protocol.js'
import type { Channel, Guild, Kept, Realm, SentInteraction } from '../realm.js'
import { ANSWER_WITHIN_MS, forgetDead, type Interaction } from './interaction.js'

/** Payloads kept for replays. */
const SENT_KEPT = 2_000

/** Options that are commands themselves. */
const SUBCOMMANDS = new Set<number | undefined>([OPTION.subcommand, OPTION.subcommandGroup])

interface Named {
  name: string
  type?: number
  options?: Named[]
}

export interface Doing {
  person: Person
  channel: Channel
  type: number
  data: unknown
  /** The message pressed, or the one behind the modal. */
  message?: Kept
  /**
   * Metadata that belongs to this type: the message interacted with, the interaction that opened the modal.
   */
  metadata?: Partial<APIMessageInteractionMetadata>
}

export interface Launched {
  interaction: Interaction
  outcome: Promise<Outcome>
}

export function launch(realm: Realm, doing: Doing): Launched {
  forgetDead(realm)
  const { interaction, outcome } = started(realm, doing)
  realm.interactions.set(interaction.token, interaction)
  const sent = {
    id: interaction.id,
    token: interaction.token,
    payload: JSON.stringify(payloadOf(realm, interaction, doing)),
    ...(doing.channel.guild ? { guild: doing.channel.guild } : {}),
  }
  remember(realm, sent)
  realm.deliver(sent)
  return { interaction, outcome }
}

function started(realm: Realm, doing: Doing): Launched {
  const id = realm.ids.next()
  let tell: (outcome: Outcome) => void = () => {}
  const outcome = new Promise<Outcome>((resolve) => {
    tell = resolve
  })
  const interaction: Interaction = {
    id,
    token: tokenOf(realm, id),
    type: doing.type,
    at: realm.clock.now(),
    user: doing.person.discord.id,
    channel: doing.channel,
    metadata: metadataOf(id, doing),
    state: 'waiting',
    sent: new Map(),
    ephemeral: false,
    settle(seen) {
      interaction.stopWaiting()
      tell(seen)
    },
    stopWaiting: realm.clock.after(ANSWER_WITHIN_MS, () => fail(interaction)),
    ...(doing.message ? { message: doing.message } : {}),
    ...commandOf(doing),
  }
  return { interaction, outcome }
}

/** With its subcommands, as it is written above the answer: `treasury topup`. */
function commandOf({ type, data }: Doing): { command?: string } {
  if (type !== INTERACTION.command) return {}
  const names = (part: Named): string[] => [
    part.name,
    ...(part.options ?? []).filter(({ type }) => SUBCOMMANDS.has(type)).flatMap(names),
  ]
  return { command: names(data as Named).join(' ') }
}

/** "This interaction failed": from now on the token is void. */
export function fail(interaction: Interaction): void {
  if (interaction.state === 'waiting') interaction.state = 'expired'
  interaction.settle({ kind: 'timeout' })
}

/**
 * Discord's tokens are base64 of `interaction:<id>:<secret>`; they name their interaction and cannot be
 * guessed.
 */
function tokenOf(realm: Realm, id: string): string {
  const secret = createHmac('sha256', realm.app.token).update(id).digest('base64url')
  return Buffer.from(`interaction:${id}:${secret}`).toString('base64url')
}

const ownersOf = ({ guild }: Channel) => ({ '0': guild ?? '0' })

function metadataOf(id: string, doing: Doing): APIMessageInteractionMetadata {
  return {
    id,
    type: doing.type,
    user: userOf(doing.person),
    authorizing_integration_owners: ownersOf(doing.channel),
    ...doing.metadata,
  } as APIMessageInteractionMetadata
}

function payloadOf(realm: Realm, interaction: Interaction, doing: Doing) {
  const { channel, person } = doing
  const guild = guildOf(realm, channel)
  const appPermissions = String(permissionsIn(realm, channel, realm.app.id))
  return {
    id: interaction.id,
    application_id: realm.app.id,
    type: interaction.type,
    data: doing.data,
    channel_id: channel.id,
    channel: { ...channelObject(realm, channel), app_permissions: appPermissions },
    token: interaction.token,
    version: 1,
    ...(doing.message ? { message: doing.message.message } : {}),
    app_permissions: appPermissions,
    locale: localeOf(person.language),
    entitlements: [],
    authorizing_integration_owners: ownersOf(channel),
    attachment_size_limit: FILE_MAX,
    ...(guild ? inGuild(realm, guild, doing) : { context: CONTEXT.botDm, user: userOf(person) }),
  }
}

function inGuild(realm: Realm, guild: Guild, { channel, person }: Doing) {
  const user = userOf(person)
  const member = memberOf(realm, guild, user.id)
  // A replayed or forged press may come from someone who has left; Discord would still send a member.
  const base = member ?? { user: user.id, roles: [], joinedAt: '', nick: null }
  const permissions = member ? permissionsIn(realm, channel, user.id) | guildPermissions(guild, member) : 0n
  return {
    context: CONTEXT.guild,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_id: guild.id,
    guild_locale: guild.locale,
    member: { ...memberObject(base, user), permissions: String(permissions) },
  }
}

/** The tag Discord's apps use for a language of the community. */
export function localeOf(language: string): string {
  return { en: 'en-US', es: 'es-ES' }[language] ?? language
}

function remember(realm: Realm, sent: SentInteraction): void {
  realm.sentInteractions.set(sent.id, sent)
  for (const oldest of realm.sentInteractions.keys()) {
    if (realm.sentInteractions.size <= SENT_KEPT) return
    realm.sentInteractions.delete(oldest)
  }
}
