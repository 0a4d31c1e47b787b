/** A chosen slash command with its options, each in a field of its type. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { GivenFile } from '../../contract.js'
import { AttachButton } from '../kit/attach.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { channels, people, roles } from './choices.js'
import { type Choice, type CommandOption, localeOf, localised, OPTION } from './native.js'
import { type Typed, visibleOptions } from './slash.js'

interface FormProps {
  typed: Typed
  onChange(typed: Typed): void
  onSend(): void
  onLeave(): void
}

export function SlashForm({ typed, onChange, onSend, onLeave }: FormProps) {
  const { say } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const locale = localeOf(useSandbox().personOf('discord').language)
  const shown = visibleOptions(typed)
  const hidden = typed.slash.options.filter((option) => !shown.includes(option))
  const set = (name: string, value: string): void =>
    onChange({ ...typed, values: { ...typed.values, [name]: value } })
  const attach = (name: string, file: GivenFile): void =>
    onChange({
      ...typed,
      values: { ...typed.values, [name]: file.name },
      files: { ...typed.files, [name]: file },
    })
  useEffect(() => focusNext(form.current), [typed.slash.name, shown.length])
  return (
    <form
      ref={form}
      class="dc-slash"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <p class="dc-slash-about">{typed.slash.description}</p>
      {typed.unknown !== undefined && (
        <p class="dc-slash-unknown" role="alert">
          {say('discord-no-option', { words: typed.unknown })}
        </p>
      )}
      <div class="dc-slash-fields">
        <b>/{typed.slash.title}</b>
        {shown.map((option) => (
          <span
            key={option.name}
            class="dc-slash-field"
            title={localised(option.description, option.description_localizations, locale)}
          >
            <label for={`dc-option-${option.name}`}>
              {localised(option.name, option.name_localizations, locale)}
            </label>
            <OptionField
              option={option}
              locale={locale}
              value={typed.values[option.name] ?? ''}
              onChange={(value) => set(option.name, value)}
              onAttach={(file) => attach(option.name, file)}
            />
          </span>
        ))}
        <MoreOptions options={hidden} locale={locale} onChoose={(name) => set(name, '')} />
        <span class="dc-slash-ends">
          <button type="button" aria-label={say('cancel')} onClick={onLeave}>
            <Icon name="close" size={18} />
          </button>
          <button type="submit" class="dc-send" aria-label={say('send')}>
            <Icon name="send" size={18} />
          </button>
        </span>
      </div>
    </form>
  )
}

/** More optional options than this wait behind one button, as in Discord's app. */
const SHOWN_AT_ONCE = 3

interface MoreProps {
  options: CommandOption[]
  locale: string
  onChoose(name: string): void
}

/** The options that are not in use yet. */
function MoreOptions({ options, locale, onChoose }: MoreProps) {
  const { say } = useWords()
  const [isOpen, open] = useState(false)
  if (options.length > SHOWN_AT_ONCE && !isOpen)
    return (
      <button type="button" class="dc-slash-more" onClick={() => open(true)}>
        {say('discord-more-options', { count: options.length })}
      </button>
    )
  return (
    <>
      {options.map((option) => (
        <button
          type="button"
          key={option.name}
          class="dc-slash-more"
          title={localised(option.description, option.description_localizations, locale)}
          onClick={() => onChoose(option.name)}
        >
          + {localised(option.name, option.name_localizations, locale)}
        </button>
      ))}
    </>
  )
}

interface FieldProps {
  option: CommandOption
  locale: string
  value: string
  onChange(value: string): void
  onAttach(file: GivenFile): void
}

function OptionField({ option, locale, value, onChange, onAttach }: FieldProps) {
  const { say } = useWords()
  const { community } = useSandbox()
  const choices = choicesFor(option, locale, { community, say })
  if (option.type === OPTION.attachment)
    return (
      <>
        <AttachButton class="dc-attach" isReady onChoose={onAttach} /> {value}
      </>
    )
  const common = {
    id: `dc-option-${option.name}`,
    value,
    required: option.required === true,
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  if (choices)
    return (
      <select {...common}>
        <option value="" />
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  const { min_value: min, max_value: max, min_length: minLength, max_length: maxLength } = option
  if (option.type === OPTION.integer || option.type === OPTION.number)
    return (
      <input
        type="number"
        step={option.type === OPTION.integer ? '1' : 'any'}
        min={min}
        max={max}
        {...common}
      />
    )
  // The field is as wide as its words, as in Discord's app.
  return (
    <input
      type="text"
      autocomplete="off"
      size={Math.max(6, value.length)}
      minLength={minLength}
      maxLength={maxLength}
      {...common}
    />
  )
}

type Means = { community: Parameters<typeof people>[0]; say(key: string): string }

/** What the option may be, when it is chosen and not typed. */
function choicesFor(option: CommandOption, locale: string, { community, say }: Means): Choice[] | undefined {
  if (option.choices)
    return option.choices.map((choice) => ({
      label: localised(choice.name, choice.name_localizations, locale),
      value: String(choice.value),
    }))
  switch (option.type) {
    case OPTION.boolean:
      return [true, false].map((value) => ({ label: say(`option-${value}`), value: String(value) }))
    case OPTION.user:
      return people(community)
    case OPTION.role:
      return roles(community)
    case OPTION.mentionable:
      return [...people(community), ...roles(community)]
    case OPTION.channel:
      return channels(community)
    default:
      return undefined
  }
}

/** The first empty field, else the button that sends. */
function focusNext(form: HTMLFormElement | null): void {
  const fields = [
    ...(form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.dc-slash-field :is(input, select)') ??
      []),
  ]
  const next = fields.find((field) => field.value === '') ?? form?.querySelector<HTMLElement>('.dc-send')
  next?.focus()
}
