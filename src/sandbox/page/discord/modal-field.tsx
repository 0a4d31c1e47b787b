/** One field of a modal. The browser itself checks what is required, and the lengths. */
import { useId } from 'preact/hooks'
import type { GivenFile } from '../../contract.js'
import { givenFile } from '../kit/attach.js'
import { useWords } from '../kit/words.js'
import { Markdown } from './markdown.js'
import type { ModalField } from './modal-fields.js'
import { PART } from './native.js'
import { labelOf, toggled } from './select.js'

/** Style of a text input with several lines. */
const PARAGRAPH = 2

interface FieldProps {
  field: ModalField
  value: string | string[] | undefined
  onChange(value: string | string[]): void
  onAttach(files: GivenFile[]): void
}

export function Field(props: FieldProps) {
  const { field } = props
  const id = useId()
  if (field.kind === 'text') return <Markdown source={field.label} />
  if (field.kind === 'check') return <Check {...props} />
  if (isGroup(field))
    return (
      <fieldset class="dc-field">
        <legend>
          {field.label}
          {field.isRequired && <RequiredMark />}
        </legend>
        {field.description && <small>{field.description}</small>}
        <Group {...props} id={id} />
      </fieldset>
    )
  return (
    <div class="dc-field">
      <label for={id}>
        {field.label}
        {field.isRequired && <RequiredMark />}
      </label>
      {field.description && <small>{field.description}</small>}
      <Control {...props} id={id} />
    </div>
  )
}

/** Radio buttons, check boxes, and selects that take several: a group of fields under one legend. */
function isGroup({ kind, part }: ModalField): boolean {
  return kind === 'choices' || part.type === PART.radios
}

function RequiredMark() {
  return (
    <span class="dc-required" aria-hidden="true">
      {' *'}
    </span>
  )
}

function Control(props: FieldProps & { id: string }) {
  if (props.field.kind === 'file') return <Upload {...props} />
  return props.field.kind === 'input' ? <Input {...props} /> : <Dropdown {...props} />
}

function Input({ field, value, onChange, id }: FieldProps & { id: string }) {
  const { part } = field
  const common = {
    id,
    value: typeof value === 'string' ? value : '',
    required: field.isRequired,
    placeholder: part.placeholder,
    minLength: part.min_length,
    maxLength: part.max_length,
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return part.style === PARAGRAPH ? (
    <textarea rows={4} {...common} />
  ) : (
    <input type="text" autocomplete="off" {...common} />
  )
}

/** As many files as the bot allows. */
function Upload({ field, onAttach, id }: FieldProps & { id: string }) {
  return (
    <input
      id={id}
      type="file"
      required={field.isRequired}
      multiple={(field.part.max_values ?? 1) > 1}
      onChange={async (event) =>
        onAttach(await Promise.all([...(event.currentTarget.files ?? [])].map(givenFile)))
      }
    />
  )
}

function Dropdown({ field, value, onChange, id }: FieldProps & { id: string }) {
  const { say } = useWords()
  return (
    <select
      id={id}
      required={field.isRequired}
      value={listOf(value)[0] ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
    >
      <option value="">{field.part.placeholder ?? say('select')}</option>
      {field.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {labelOf(choice)}
        </option>
      ))}
    </select>
  )
}

function Group({ field, value, onChange, id }: FieldProps & { id: string }) {
  const isOne = field.part.type === PART.radios
  const chosen = listOf(value)
  const most = isOne ? 1 : (field.part.max_values ?? field.choices.length)
  return (
    <div class="dc-choices">
      {field.choices.map((choice) => (
        <label key={choice.value}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={id}
            required={isOne && field.isRequired}
            checked={chosen.includes(choice.value)}
            onChange={() => onChange(isOne ? [choice.value] : toggled(chosen, choice.value, most))}
          />
          <span>
            {choice.label}
            {choice.description && <small>{choice.description}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

function Check({ field, value, onChange }: FieldProps) {
  return (
    <label class="dc-check">
      <input
        type="checkbox"
        required={field.isRequired}
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.currentTarget.checked))}
      />
      <span>
        {field.label}
        {field.description && <small>{field.description}</small>}
      </span>
    </label>
  )
}

function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
