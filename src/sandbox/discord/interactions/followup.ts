/**
 * What may be done with an interaction's token after the first answer: follow-ups and the original message.
 */
import { apiError } from '../api-error.js'
import type { Upload } from '../files.js'
import { edit, type MessageBody, post, remove } from '../messages.js'
import { FLAG, MESSAGE } from '../protocol.js'
import type { Kept, Realm } from '../realm.js'
import { byInteraction, showNew } from './callback.js'
import { type Interaction, isAlive } from './interaction.js'

/**
 * The interaction of a webhook token. 404 10015 for one that never was answered (the webhook does not exist
 * before that), 401 50027 for one older than 15 minutes.
 */
export function answeredBy(realm: Realm, application: string, token: string): Interaction {
  const interaction = realm.interactions.get(token)
  if (application !== realm.app.id || !interaction) throw apiError(looksOld(token) ? 50027 : 10015)
  if (!isAlive(realm, interaction)) throw apiError(50027)
  if (interaction.state !== 'answered') throw apiError(10015)
  return interaction
}

/** A token of the right make whose interaction is forgotten is an old one. */
const looksOld = (token: string): boolean =>
  Buffer.from(token, 'base64url').toString('utf8').startsWith('interaction:')

/** A follow-up. After a deferred message it fills that message instead (kept by Discord for old bots). */
export function followUp(
  realm: Realm,
  interaction: Interaction,
  body: MessageBody,
  files: readonly Upload[],
): Kept {
  if (interaction.pending === 'message' && interaction.original) {
    return editSent(realm, interaction, interaction.original, body, files)
  }
  const onlyFor = Number(body.flags ?? 0) & FLAG.ephemeral ? { onlyFor: interaction.user } : {}
  const replyTo =
    interaction.original && !interaction.original.deleted ? { replyTo: interaction.original } : {}
  const metadata = { ...interaction.metadata, original_response_message_id: interaction.original?.message.id }
  const kept = post(realm, {
    channel: interaction.channel,
    author: realm.app.user,
    type: MESSAGE.reply,
    body,
    files,
    extra: { ...byInteraction(realm, interaction), interaction_metadata: metadata },
    ...onlyFor,
    ...replyTo,
  })
  interaction.sent.set(kept.message.id, kept)
  delete interaction.pending
  showNew(interaction, kept)
  return kept
}

/** A message of this token: `@original` or one of the follow-ups. 404 10008. */
export function sentMessage(interaction: Interaction, id: string): Kept {
  const kept = id === '@original' ? interaction.original : ownOf(interaction, id)
  if (!kept || kept.deleted) throw apiError(10008)
  return kept
}

const ownOf = (interaction: Interaction, id: string): Kept | undefined =>
  interaction.sent.get(id) ?? (interaction.original?.message.id === id ? interaction.original : undefined)

export function editSent(
  realm: Realm,
  interaction: Interaction,
  kept: Kept,
  body: MessageBody,
  files: readonly Upload[],
): Kept {
  edit(realm, kept, body, files)
  if (kept !== interaction.original) return kept
  const update = interaction.pending !== 'message'
  delete interaction.pending
  const { message, onlyFor } = kept
  interaction.settle({ kind: 'message', message, ephemeral: onlyFor !== undefined, update })
  return kept
}

export function deleteSent(realm: Realm, interaction: Interaction, kept: Kept): void {
  remove(realm, kept)
  interaction.sent.delete(kept.message.id)
}
