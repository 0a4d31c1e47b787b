/**
 * A form → a modal: what it is about, then each field a Label around a text input, around a select when its
 * choices are closed, or around an upload when it wants a file.
 */
import { ComponentType, TextInputStyle } from 'discord.js'
import type { Locale } from '../../i18n/speech.js'
import type { Field, FormView } from '../../interaction/view.js'
import { packed } from './buttons.js'
import { cut } from './cut.js'
import {
  CUSTOM_ID_LIMIT,
  FIELDS_PER_MODAL,
  INPUT_LIMIT,
  INPUT_PLACEHOLDER_LIMIT,
  LABEL_DESCRIPTION_LIMIT,
  LABEL_LIMIT,
  MESSAGE_TEXT_LIMIT,
  MODAL_TITLE_LIMIT,
  OPTION_TEXT_LIMIT,
  OPTIONS_PER_SELECT,
} from './limits.js'
import { markdownOf } from './markdown.js'
import type { TextDisplay } from './render.js'
import type { Rendering } from './rendering.js'

export interface TextInput {
  type: ComponentType.TextInput
  custom_id: string
  style: TextInputStyle
  required: boolean
  max_length: number
  value?: string
  placeholder?: string
}

export interface ModalSelect {
  type: ComponentType.StringSelect
  custom_id: string
  required: boolean
  min_values: 0 | 1
  max_values: number
  options: { label: string; value: string; default?: boolean }[]
}

/** At most one file: a question has one answer. */
export interface FileUpload {
  type: ComponentType.FileUpload
  custom_id: string
  required: boolean
  min_values: 0 | 1
  max_values: 1
}

export interface Label {
  type: ComponentType.Label
  label: string
  description?: string
  component: TextInput | ModalSelect | FileUpload
}

export interface Modal {
  custom_id: string
  title: string
  components: (TextDisplay | Label)[]
}

/** Stands for words that a language lacks; Discord refuses an empty title or label. */
const NO_WORDS = '…'

/** The modal, or undefined when there is nothing to ask or the form's press cannot be packed. */
export function renderModal(form: FormView, locale: Locale, rendering: Rendering): Modal | undefined {
  const customId = packed(form.press, rendering)
  const fields = uniqueFields(form.fields)
  const about = renderAbout(form, locale, rendering)
  const most = FIELDS_PER_MODAL - about.length
  if (fields.length > most) rendering.dropped(`a form has ${fields.length} fields`)
  if (customId === undefined || fields.length === 0) return undefined
  return {
    custom_id: customId,
    title: cut(rendering.speech.plain(locale, form.title), MODAL_TITLE_LIMIT) || NO_WORDS,
    components: [...about, ...fields.slice(0, most).map((field) => renderField(field, locale, rendering))],
  }
}

/** What is asked about stands above the fields, for the message behind a modal cannot be read meanwhile. */
function renderAbout({ about = [] }: FormView, locale: Locale, rendering: Rendering): TextDisplay[] {
  const said = about.map((paragraph) => rendering.speech.say(locale, paragraph))
  const content = markdownOf(said, MESSAGE_TEXT_LIMIT)
  return content.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content }]
}

function uniqueFields(fields: readonly Field[]): Field[] {
  const byName = new Map<string, Field>()
  for (const field of fields) {
    if (field.name !== '' && field.name.length <= CUSTOM_ID_LIMIT) byName.set(field.name, field)
  }
  return [...byName.values()]
}

function renderField(field: Field, locale: Locale, rendering: Rendering): Label {
  const asked = rendering.speech.plain(locale, field.label)
  // A question that does not fit above the field is read in full below it.
  const whole = asked.length > LABEL_LIMIT ? [asked] : []
  const hint = [...whole, ...(field.hint ? [rendering.speech.plain(locale, field.hint)] : [])].join(' ')
  const label: Label = {
    type: ComponentType.Label,
    label: cut(asked, LABEL_LIMIT) || NO_WORDS,
    component: field.file ? fileUpload(field) : (select(field, locale, rendering) ?? textInput(field)),
  }
  if (hint !== '') label.description = cut(hint, LABEL_DESCRIPTION_LIMIT)
  return label
}

function fileUpload({ name, required }: Field): FileUpload {
  const least = required ? 1 : 0
  return { type: ComponentType.FileUpload, custom_id: name, required, min_values: least, max_values: 1 }
}

/** More choices than a select holds, or a value that it cannot carry: the person types the value. */
function select(field: Field, locale: Locale, rendering: Rendering): ModalSelect | undefined {
  const choices = field.choices ?? []
  if (choices.length === 0 || choices.length > OPTIONS_PER_SELECT) return undefined
  if (!choices.every(({ value }) => value !== '' && value.length <= OPTION_TEXT_LIMIT)) return undefined
  return {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: field.required,
    min_values: field.required ? 1 : 0,
    max_values: field.several ? choices.length : 1,
    options: choices.map(({ value, label }) => ({
      label: cut(rendering.speech.plain(locale, label), OPTION_TEXT_LIMIT) || NO_WORDS,
      value,
      ...(isChosen(field, value) ? { default: true } : {}),
    })),
  }
}

function isChosen({ value = '', several }: Field, choice: string): boolean {
  return several ? value.split(',').includes(choice) : value === choice
}

function textInput(field: Field): TextInput {
  const maxLength = Math.min(Math.max(field.maxLength ?? INPUT_LIMIT, 1), INPUT_LIMIT)
  const input: TextInput = {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: maxLength,
  }
  const suggestions = (field.suggestions ?? []).join(' · ')
  if (field.value) input.value = cut(field.value, maxLength)
  if (suggestions !== '') input.placeholder = cut(suggestions, INPUT_PLACEHOLDER_LIMIT)
  return input
}
