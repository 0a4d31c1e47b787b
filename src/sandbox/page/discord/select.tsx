/** Select menus under a message: one choice is sent at once, several when they are confirmed. */
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { choicesOf } from './choices.js'
import type { Choice, Component, Message } from './native.js'

interface SelectProps {
  part: Component
  message: Message
  pane: Pane
}

export function Select(props: SelectProps) {
  return (props.part.max_values ?? 1) > 1 ? <Several {...props} /> : <Single {...props} />
}

function Single({ part, message, pane }: SelectProps) {
  const { say } = useWords()
  const { community } = useSandbox()
  const id = part.custom_id ?? ''
  const choices = choicesOf(part, community)
  const isPending = pane.isPending(message, id)
  const title = part.placeholder ?? say('select')
  return (
    <span class="dc-select">
      <select
        aria-label={title}
        aria-busy={isPending}
        disabled={part.disabled}
        value={choices.find((choice) => choice.default)?.value ?? ''}
        onChange={(event) => void pane.press(message, id, [event.currentTarget.value])}
      >
        <option value="" disabled hidden>
          {title}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {labelOf(choice)}
          </option>
        ))}
      </select>
      {isPending && <span class="spinner" role="status" aria-label={say('waiting')} />}
    </span>
  )
}

function Several({ part, message, pane }: SelectProps) {
  const { say } = useWords()
  const { community } = useSandbox()
  const choices = choicesOf(part, community)
  const [chosen, choose] = useState<string[]>([])
  useEffect(() => choose(choices.filter((choice) => choice.default).map((choice) => choice.value)), [message])
  const { min_values: least = 1, max_values: most = 1 } = part
  const toggle = (value: string): void => choose((before) => toggled(before, value, most))
  const names = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
  const title = part.placeholder ?? say('select')
  return (
    <Menu
      class="dc-select several"
      label={title}
      face={<SelectFace text={names.join(', ') || title} />}
      isPanel
    >
      {(close) => (
        <>
          <div class="menu-choices" role="menu" aria-label={title}>
            {choices.map((choice) => (
              <button
                type="button"
                key={choice.value}
                role="menuitemcheckbox"
                aria-checked={chosen.includes(choice.value)}
                onClick={() => toggle(choice.value)}
              >
                <span>{labelOf(choice)}</span>
                {chosen.includes(choice.value) && <Icon name="check" size={16} />}
              </button>
            ))}
          </div>
          <button
            type="button"
            class="dc-button primary"
            disabled={chosen.length < least}
            onClick={() => {
              close()
              void pane.press(message, part.custom_id ?? '', chosen)
            }}
          >
            {say('done')}
          </button>
        </>
      )}
    </Menu>
  )
}

function SelectFace({ text }: { text: string }) {
  return (
    <>
      <span>{text}</span>
      <Icon name="down" size={16} />
    </>
  )
}

export function labelOf(choice: Choice): string {
  const emoji = choice.emoji?.name && !choice.emoji.id ? `${choice.emoji.name} ` : ''
  return `${emoji}${choice.label}${choice.description ? ` — ${choice.description}` : ''}`
}

/** The value put in or taken out; beyond `most` the oldest choice gives way. */
export function toggled(chosen: string[], value: string, most: number): string[] {
  if (chosen.includes(value)) return chosen.filter((other) => other !== value)
  return [...chosen, value].slice(-most)
}
