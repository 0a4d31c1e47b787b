/** The fields of a modal, whichever way the bot wrapped them: in labels, or in action rows as before 2025. */
import type { CommunityAnswer } from '../../page-contract.js'
import { choicesOf } from './choices.js'
import { type Choice, type Component, type Modal, PART } from './native.js'

export type Values = Record<string, string | string[]>

export interface ModalField {
  /** Its custom_id; empty for plain text. */
  id: string
  label: string
  description: string
  kind: 'text' | 'input' | 'choice' | 'choices' | 'check' | 'file'
  part: Component
  choices: Choice[]
  isRequired: boolean
}

export function fieldsOf(modal: Modal, community: CommunityAnswer): ModalField[] {
  return modal.components.flatMap((part) => {
    if (part.type === PART.text) return [field(part, community, { label: part.content })]
    if (part.type === PART.row) return (part.components ?? []).map((inner) => field(inner, community))
    if (part.type !== PART.label || !part.component) return []
    return [field(part.component, community, { label: part.label, description: part.description })]
  })
}

function field(
  part: Component,
  community: CommunityAnswer,
  words: { label?: string; description?: string } = {},
): ModalField {
  return {
    id: part.custom_id ?? '',
    label: words.label ?? part.label ?? '',
    description: words.description ?? '',
    kind: kindOf(part),
    part,
    choices:
      part.type === PART.radios || part.type === PART.checkboxes
        ? (part.options ?? [])
        : choicesOf(part, community),
    // Inputs, selects and groups are required unless they say otherwise; a single checkbox may stay empty.
    isRequired: part.required ?? part.type !== PART.checkbox,
  }
}

function kindOf(part: Component): ModalField['kind'] {
  if (part.type === PART.text) return 'text'
  if (part.type === PART.input) return 'input'
  if (part.type === PART.upload) return 'file'
  if (part.type === PART.checkbox) return 'check'
  if (part.type === PART.checkboxes) return 'choices'
  return part.type !== PART.radios && (part.max_values ?? 1) > 1 ? 'choices' : 'choice'
}

/** What stands in the fields when the modal opens. */
export function valuesAtFirst(fields: ModalField[]): Values {
  const filled = fields.filter((field) => field.id !== '' && field.kind !== 'text' && field.kind !== 'file')
  return Object.fromEntries(filled.map((field) => [field.id, valueAtFirst(field)]))
}

function valueAtFirst({ kind, part, choices }: ModalField): string | string[] {
  if (kind === 'input') return part.value ?? ''
  if (kind === 'check') return String(part.default ?? false)
  return choices.filter((choice) => choice.default).map((choice) => choice.value)
}
