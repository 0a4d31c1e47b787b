/** Answers to interactions. Their token is the credential; the bot's global limit does not apply. */
import { apiError } from '../../api-error.js'
import { answer, type Callback, callbackBody, type Resource } from '../../interactions/callback.js'
import { answeredBy, deleteSent, editSent, followUp, sentMessage } from '../../interactions/followup.js'
import type { Interaction } from '../../interactions/interaction.js'
import type { MessageBody } from '../../messages.js'
import { CALLBACK, FLAG } from '../../protocol.js'
import { answerBody, editBody } from '../../rules/message.js'
import { type Call, noContent, ok, type Route, saysYes } from '../call.js'

function interactionOf({ realm, params }: Call): Interaction {
  const interaction = realm.interactions.get(params.token ?? '')
  if (!interaction || interaction.id !== params.interaction) throw apiError(10062)
  return interaction
}

function callbackResponse(interaction: Interaction, { type, message }: Resource) {
  const shown = message
    ? {
        response_message_id: message.id,
        response_message_loading: ((message.flags ?? 0) & FLAG.loading) !== 0,
        response_message_ephemeral: ((message.flags ?? 0) & FLAG.ephemeral) !== 0,
        channel_id: message.channel_id,
      }
    : {}
  const { id, channel } = interaction
  const guild = channel.guild ? { guild_id: channel.guild } : {}
  const about = { id, type: interaction.type, ...shown, ...guild }
  // "Only present if type is either CHANNEL_MESSAGE_WITH_SOURCE or UPDATE_MESSAGE."
  const whole = type === CALLBACK.message || type === CALLBACK.update
  return message && whole ? { interaction: about, resource: { type, message } } : { interaction: about }
}

const sentBy = ({ realm, params }: Call): Interaction =>
  answeredBy(realm, params.application ?? '', params.token ?? '')

const messagePath = '/webhooks/:application/:token/messages/:message'

export const interactionRoutes: Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    auth: 'token',
    rule: callbackBody,
    run(call) {
      const interaction = interactionOf(call)
      const resource = answer(call.realm, interaction, call.body as Callback, call.files)
      if (!saysYes(call.query.get('with_response'))) return noContent
      return ok(callbackResponse(interaction, resource))
    },
  },
  {
    method: 'POST',
    path: '/webhooks/:application/:token',
    auth: 'token',
    bucket: 'webhook',
    rule: answerBody,
    run: (call) =>
      ok(followUp(call.realm, sentBy(call), (call.body ?? {}) as MessageBody, call.files).message),
  },
  {
    method: 'GET',
    path: messagePath,
    auth: 'token',
    bucket: 'webhook',
    run: (call) => ok(sentMessage(sentBy(call), call.params.message ?? '').message),
  },
  {
    method: 'PATCH',
    path: messagePath,
    auth: 'token',
    bucket: 'webhook',
    rule: editBody,
    run(call) {
      const interaction = sentBy(call)
      const kept = sentMessage(interaction, call.params.message ?? '')
      const body = (call.body ?? {}) as MessageBody
      return ok(editSent(call.realm, interaction, kept, body, call.files).message)
    },
  },
  {
    method: 'DELETE',
    path: messagePath,
    auth: 'token',
    bucket: 'webhook',
    run(call) {
      const interaction = sentBy(call)
      deleteSent(call.realm, interaction, sentMessage(interaction, call.params.message ?? ''))
      return noContent
    },
  },
]
