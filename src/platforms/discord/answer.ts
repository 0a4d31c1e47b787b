/**
 * What is sent for an answer to an interaction, as a list of steps. Pure.
 *
 * After a deferral the first answer is spent: a deferred command shows "thinking…" ephemerally until its
 * original is edited; a deferred press shows nothing, its original is the pressed message, and a receipt
 * comes as a follow-up. So a press is always deferred as an update, which is right for a receipt and for a
 * new card alike. An answer with files is always deferred: an upload may take longer than three seconds.
 */
import type { APIInteractionResponse, RawFile } from 'discord.js'
import { InteractionResponseType, MessageFlags } from 'discord.js'
import type { Attached } from '../../interaction/attach.js'
import type { Answer, View } from '../../interaction/view.js'
import { renderModal } from './modal.js'
import type { InteractionHandle } from './receive.js'
import type { Message } from './render.js'
import { ephemeral, renderMessage } from './render.js'
import type { Rendering } from './rendering.js'
import { uploadsOf } from './uploads.js'

export type Step =
  | { do: 'respond'; body: APIInteractionResponse }
  | { do: 'edit-original'; message: Message; files: RawFile[] }
  | { do: 'delete-original' }
  | { do: 'follow-up'; message: Message; files: RawFile[] }

export function deferralOf(handle: InteractionHandle): APIInteractionResponse {
  if (handle.message) return { type: InteractionResponseType.DeferredMessageUpdate }
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  }
}

export function planAnswer(
  handle: InteractionHandle,
  answer: Answer | undefined,
  deferred: boolean,
  rendering: Rendering,
  attached: readonly Attached[] = [],
): Step[] {
  if (!answer) return planSilence(handle, deferred)
  const view = withTone(answer)
  if (!deferred) return [{ do: 'respond', body: firstAnswer(handle, view, answer.locale, rendering) }]
  const message = renderMessage(view, answer.locale, rendering, attached)
  const files = uploadsOf(attached)
  if (handle.message) return [{ ...afterDeferredUpdate(handle, view, message), files }]
  if (view.audience !== 'everyone') return [{ do: 'edit-original', message, files }]
  return [{ do: 'delete-original' }, { do: 'follow-up', message, files }]
}

/** Discord wants an answer even when there is nothing to say: "thinking…" comes and goes. */
function planSilence(handle: InteractionHandle, deferred: boolean): Step[] {
  const steps: Step[] = deferred ? [] : [{ do: 'respond', body: deferralOf(handle) }]
  return handle.message ? steps : [...steps, { do: 'delete-original' }]
}

function withTone({ view, refused }: Answer): View {
  return refused && !view.tone ? { ...view, tone: 'refusal' } : view
}

function firstAnswer(
  handle: InteractionHandle,
  view: View,
  locale: string,
  rendering: Rendering,
): APIInteractionResponse {
  const modal = view.form && handle.asked !== 'modal' ? renderModal(view.form, locale, rendering) : undefined
  if (modal) return { type: InteractionResponseType.Modal, data: modal }
  const message = renderMessage(view, locale, rendering)
  if (mayReplace(handle, view)) return { type: InteractionResponseType.UpdateMessage, data: message }
  const data = view.audience === 'everyone' ? message : ephemeral(message)
  return { type: InteractionResponseType.ChannelMessageWithSource, data }
}

function afterDeferredUpdate(
  handle: InteractionHandle,
  view: View,
  message: Message,
): { do: 'edit-original' | 'follow-up'; message: Message } {
  if (mayReplace(handle, view)) return { do: 'edit-original', message }
  return { do: 'follow-up', message: view.audience === 'everyone' ? message : ephemeral(message) }
}

/** A view for the actor alone never takes the place of a message that everyone sees: it comes beside it. */
function mayReplace({ message }: InteractionHandle, view: View): boolean {
  return (
    view.replace === true &&
    !view.files?.length &&
    (message === 'actor' || (message === 'everyone' && view.audience === 'everyone'))
  )
}
