/** Where a Discord user types: a message, or a slash command picked from the registered ones. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { GivenFile } from '../../contract.js'
import { AttachButton, Attached } from '../kit/attach.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { type Suggestions, useSuggestions } from '../pane/suggestions.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { type Command, localeOf } from './native.js'
import { matchingSlashes, optionsToSend, parseSlash, type Slash, slashesOf, type Typed } from './slash.js'
import { SlashForm } from './slash-form.js'

export function Composer({ pane }: { pane: Pane }) {
  const { fills, personOf } = useSandbox()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [typed, setTyped] = useState<Typed>()
  const [file, attach] = useState<GivenFile>()
  const slashes = slashesOf(pane.commands as Command[], localeOf(personOf('discord').language))
  const focus = (): void => {
    requestAnimationFrame(() => field.current?.focus())
  }
  const leave = (): void => {
    setTyped(undefined)
    setText('')
    focus()
  }
  const begin = (): void => beginCommand(setText, focus)
  const choose = (slash: Slash): void => {
    setText('')
    setTyped(parseSlash([slash], text) ?? { slash, values: {} })
  }
  // Before the fill: the tour changes the person and fills in a command in one go.
  usePlaceChanged(pane, () => setTyped(undefined))
  useFill(fills.discord, slashes, { setText, setTyped, focus })
  const suggestions = useSuggestions({
    entries: matchingSlashes(slashes, text),
    choose,
    leave: () => setText(''),
  })
  const use = (command: Typed): void => {
    if (!pane.at) return
    const options = optionsToSend(command)
    const { files } = command
    leave()
    const { name } = command.slash
    void pane.perform({ do: 'command', room: pane.at.id, name, options, ...(files ? { files } : {}) })
  }
  const send = (): void => {
    const words = text.trim()
    if (!pane.at || (words === '' && !file)) return
    const whole = parseSlash(slashes, words)
    setText('')
    attach(undefined)
    if (whole) setTyped(whole)
    else void pane.perform({ do: 'say', room: pane.at.id, text: words, ...(file ? { file } : {}) })
  }
  if (typed) return <SlashForm typed={typed} onChange={setTyped} onSend={() => use(typed)} onLeave={leave} />
  return <Line {...{ pane, field, text, file, suggestions, setText, attach, choose, begin, send }} />
}

interface LineProps extends Omit<FieldProps, 'label' | 'isReady'> {
  pane: Pane
  file: GivenFile | undefined
  attach(file: GivenFile | undefined): void
  choose(slash: Slash): void
  /** A slash command is to be chosen. */
  begin(): void
  send(): void
}

/** The line in which a message is written, with the file that goes along. */
function Line({ pane, field, text, file, suggestions, setText, attach, choose, begin, send }: LineProps) {
  const { say } = useWords()
  return (
    <form
      class="dc-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {suggestions.entries.length > 0 && <SlashList suggestions={suggestions} choose={choose} />}
      {file && <Attached file={file} onLeave={() => attach(undefined)} />}
      <AttachButton class="dc-attach" isReady={pane.at !== undefined} onChoose={attach} />
      <SlashButton onClick={begin} />
      <Field
        field={field}
        text={text}
        label={say('discord-type', { room: pane.at?.title ?? '' })}
        suggestions={suggestions}
        isReady={pane.at !== undefined}
        setText={setText}
      />
      <SendButton isEmpty={text.trim() === '' && !file} />
    </form>
  )
}

function SlashButton({ onClick }: { onClick(): void }) {
  const { say } = useWords()
  return (
    <button type="button" class="dc-plus" aria-label={say('commands')} onClick={onClick}>
      /
    </button>
  )
}

function SendButton({ isEmpty }: { isEmpty: boolean }) {
  const { say } = useWords()
  return (
    <button type="submit" class="dc-send" aria-label={say('send')} disabled={isEmpty}>
      <Icon name="send" size={18} />
    </button>
  )
}

interface FieldProps {
  field: { current: HTMLInputElement | null }
  text: string
  label: string
  suggestions: Suggestions<Slash>
  /** Whether a room is open: before, there is nowhere to send words to. */
  isReady: boolean
  setText(text: string): void
}

function Field({ field, text, label, suggestions, isReady, setText }: FieldProps) {
  const marked = suggestions.entries.length > 0 ? `dc-command-${suggestions.marked}` : undefined
  return (
    <input
      ref={field}
      type="text"
      autocomplete="off"
      value={text}
      disabled={!isReady}
      placeholder={label}
      aria-label={label}
      aria-autocomplete="list"
      aria-controls="dc-commands"
      aria-activedescendant={marked}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => void suggestions.key(event)}
    />
  )
}

/** As if the slash had been typed: then the commands are listed. */
function beginCommand(setText: (text: string) => void, focus: () => void): void {
  setText('/')
  focus()
}

/** Another person or room. A person's room is not known until their rooms have come: till then, the last. */
function usePlaceChanged({ person, at }: Pane, changed: () => void): void {
  const room = useRef(at?.id)
  room.current = at?.id ?? room.current
  useEffect(changed, [person, room.current])
}

interface Setters {
  setText(text: string): void
  setTyped(typed: Typed | undefined): void
  focus(): void
}

/** Puts what the tour proposes into the composer; waits for the commands when they are still on their way. */
function useFill(
  fill: { text: string } | undefined,
  slashes: Slash[],
  { setText, setTyped, focus }: Setters,
): void {
  const done = useRef<object | undefined>(undefined)
  useEffect(() => {
    if (!fill || done.current === fill) return
    const whole = parseSlash(slashes, fill.text)
    if (!whole && slashes.length === 0) return
    done.current = fill
    setTyped(whole)
    setText(whole ? '' : fill.text)
    if (!whole) focus()
  }, [fill, slashes.length])
}

function SlashList({ suggestions, choose }: { suggestions: Suggestions<Slash>; choose(slash: Slash): void }) {
  const { say } = useWords()
  return (
    <div class="dc-commands" id="dc-commands" role="listbox" aria-label={say('commands')}>
      {suggestions.entries.map((slash, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of its list
        // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
        <div
          key={slash.name}
          id={`dc-command-${index}`}
          role="option"
          aria-selected={index === suggestions.marked}
          onPointerMove={() => suggestions.mark(index)}
          onClick={() => choose(slash)}
        >
          <b>/{slash.title}</b>
          <span>{slash.options.map((option) => option.name).join(' ')}</span>
          <small>{slash.description}</small>
        </div>
      ))}
    </div>
  )
}
