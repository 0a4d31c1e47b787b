/**
 * The first answer to an interaction, whether it came by POST to the callback or as the body of an HTTP
 * interaction. Source: developers/interactions/receiving-and-responding.
 */
import type { APIMessage } from 'discord.js'
import { apiError, invalidForm } from '../api-error.js'
import type { Upload } from '../files.js'
import { edit, type MessageBody, post } from '../messages.js'
import { CALLBACK, FLAG, INTERACTION, MESSAGE } from '../protocol.js'
import type { Kept, OpenModal, Realm } from '../realm.js'
import { answerBody } from '../rules/message.js'
import { modalData } from '../rules/modal.js'
import { list, type Rule, required, shape, tagged, text } from '../rules/rule.js'
import { ANSWER_WITHIN_MS, type Interaction } from './interaction.js'

const CHOICES_MAX = 25
const choices = shape({
  choices: required(
    list(shape({ name: required(text(100, 1)), value: required({ kind: 'any' }) }), CHOICES_MAX),
  ),
})
const bare = shape({})

/** The body of a callback, by its type. */
export const callbackBody: Rule = required(
  tagged('type', {
    [CALLBACK.pong]: bare,
    [CALLBACK.message]: shape({ data: answerBody }),
    [CALLBACK.deferredMessage]: shape({ data: answerBody }),
    [CALLBACK.deferredUpdate]: bare,
    [CALLBACK.update]: shape({ data: answerBody }),
    [CALLBACK.autocomplete]: shape({ data: required(choices) }),
    [CALLBACK.modal]: shape({ data: required(modalData) }),
  }),
)

export interface Callback {
  type: number
  data?: (MessageBody & Record<string, unknown>) | null
}

/** What the callback made, for `with_response`. */
export interface Resource {
  type: number
  message?: APIMessage
}

/**
 * Applies the answer. 404 10062 after three seconds, 400 40060 when there was one before, 400 50035 when this
 * type does not answer this interaction.
 */
export function answer(
  realm: Realm,
  interaction: Interaction,
  { type, data }: Callback,
  files: readonly Upload[],
): Resource {
  refuseLate(realm, interaction)
  if (!ANSWERS[interaction.type]?.includes(type) || (updates(type) && !interaction.message)) {
    throw invalidForm({ type: { _errors: [NOT_FOR_THIS] } })
  }
  const body = data ?? {}
  const resource = apply(realm, interaction, type, body, files)
  interaction.state = 'answered'
  interaction.stopWaiting()
  if (interaction.pending) waitForEnd(realm, interaction)
  return resource
}

/** The person watches "thinking…"; after a while that is what they have seen. */
function waitForEnd(realm: Realm, interaction: Interaction): void {
  interaction.stopWaiting = realm.clock.after(realm.patience, () => {
    const { original, pending } = interaction
    if (pending === 'message' && original) showNew(interaction, original)
    else interaction.settle({ kind: 'none' })
  })
}

const NOT_FOR_THIS = {
  code: 'INTERACTION_CALLBACK_TYPE_INVALID',
  message: 'This callback type cannot be used for this interaction type',
}

/** Which callback types answer which interaction. */
const ANSWERS: Record<number, number[]> = {
  [INTERACTION.command]: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.modal],
  [INTERACTION.component]: [
    ...[CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate],
    ...[CALLBACK.update, CALLBACK.modal],
  ],
  [INTERACTION.autocomplete]: [CALLBACK.autocomplete],
  [INTERACTION.modalSubmit]: [
    ...[CALLBACK.message, CALLBACK.deferredMessage],
    ...[CALLBACK.deferredUpdate, CALLBACK.update],
  ],
}

const updates = (type: number): boolean => type === CALLBACK.update || type === CALLBACK.deferredUpdate

function refuseLate(realm: Realm, interaction: Interaction): void {
  const late = realm.clock.now() - interaction.at > ANSWER_WITHIN_MS
  if (interaction.state === 'answered') throw apiError(40060)
  if (interaction.state === 'expired' || late) throw apiError(10062)
}

function apply(
  realm: Realm,
  interaction: Interaction,
  type: number,
  body: MessageBody,
  files: readonly Upload[],
): Resource {
  switch (type) {
    case CALLBACK.message:
    case CALLBACK.deferredMessage:
      return reply(realm, interaction, type, body, files)
    case CALLBACK.update:
      return update(realm, interaction, body, files)
    case CALLBACK.deferredUpdate:
      interaction.pending = 'update'
      return { type, ...original(interaction, interaction.message) }
    case CALLBACK.modal:
      return openModal(realm, interaction, body as unknown as OpenModal['data'])
    default:
      interaction.choices = (body as { choices?: unknown[] }).choices ?? []
      interaction.settle({ kind: 'none' })
      return { type }
  }
}

function original(interaction: Interaction, kept: Kept | undefined): { message?: APIMessage } {
  if (!kept) return {}
  interaction.original = kept
  interaction.ephemeral = kept.onlyFor !== undefined
  return { message: kept.message }
}

function reply(
  realm: Realm,
  interaction: Interaction,
  type: number,
  body: MessageBody,
  files: readonly Upload[],
): Resource {
  const loading = type === CALLBACK.deferredMessage
  const onlyFor = Number(body.flags ?? 0) & FLAG.ephemeral ? { onlyFor: interaction.user } : {}
  const kept = post(realm, {
    channel: interaction.channel,
    author: realm.app.user,
    type: interaction.message ? MESSAGE.reply : MESSAGE.command,
    // A deferred answer takes no content; its only flag is the ephemeral one.
    body: loading ? {} : body,
    files: loading ? [] : files,
    loading,
    extra: byInteraction(realm, interaction),
    prefix: ['data'],
    ...onlyFor,
    ...(interaction.message ? { replyTo: interaction.message } : {}),
  })
  if (loading) interaction.pending = 'message'
  else showNew(interaction, kept)
  interaction.sent.set(kept.message.id, kept)
  return { type, ...original(interaction, kept) }
}

/** Fields of every message that an interaction brought about. */
export function byInteraction(realm: Realm, interaction: Interaction): Partial<APIMessage> {
  return {
    application_id: realm.app.id,
    webhook_id: realm.app.id,
    interaction_metadata: interaction.metadata,
    ...(interaction.command === undefined ? {} : { interaction: usedCommand(interaction) }),
  }
}

/** Deprecated beside `interaction_metadata`, but still sent, and the only one that names the command. */
function usedCommand({ id, type, command = '', metadata }: Interaction) {
  return { id, type, name: command, user: metadata.user }
}

export function showNew(interaction: Interaction, { message, onlyFor }: Kept): void {
  interaction.settle({ kind: 'message', message, ephemeral: onlyFor !== undefined, update: false })
}

function update(
  realm: Realm,
  interaction: Interaction,
  body: MessageBody,
  files: readonly Upload[],
): Resource {
  const kept = interaction.message
  if (!kept || kept.deleted) throw apiError(10008)
  edit(realm, kept, body, files, ['data'])
  interaction.settle({
    kind: 'message',
    message: kept.message,
    ephemeral: kept.onlyFor !== undefined,
    update: true,
  })
  return { type: CALLBACK.update, ...original(interaction, kept) }
}

function openModal(realm: Realm, interaction: Interaction, data: OpenModal['data']): Resource {
  const id = interaction.id
  const modal: OpenModal = { id, room: interaction.channel.id, interaction, data: withIds(data) }
  realm.modals.set(interaction.user, modal)
  interaction.settle({ kind: 'modal', modal: id, data: modal.data })
  return { type: CALLBACK.modal }
}

/** Modal components get ids as those of messages do. */
function withIds(data: OpenModal['data']): OpenModal['data'] {
  let last = 0
  const numbered = (component: Record<string, unknown>): Record<string, unknown> => {
    last += 1
    const made: Record<string, unknown> = { ...component, id: Number(component.id) || last }
    if (component.component) made.component = numbered(component.component as Record<string, unknown>)
    if (Array.isArray(component.components)) made.components = component.components.map(numbered)
    return made
  }
  return { custom_id: data.custom_id, title: data.title, components: data.components.map(numbered) }
}
