/** Where a Telegram user types: with the bot's menu of commands, and the message that is being answered. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action, GivenFile } from '../../contract.js'
import { AttachButton, Attached } from '../kit/attach.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { messageKey } from '../message-key.js'
import { type Suggestions, useSuggestions, wholeFirst } from '../pane/suggestions.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { type BotCommand, type Message, senderOf } from './native.js'

interface ComposerProps {
  pane: Pane
  replyTo: Message | undefined
  onReply(message: Message | undefined): void
}

export function Composer({ pane, replyTo, onReply }: ComposerProps) {
  const { fills } = useSandbox()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isMenuOpen, openMenu] = useState(false)
  const [file, attach] = useState<GivenFile>()
  const put = (words: string): void => {
    setText(words)
    openMenu(false)
    focusAtEnd(field.current, words)
  }
  useEffect(() => {
    if (fills.telegram) put(fills.telegram.text)
  }, [fills.telegram])
  useEffect(() => {
    if (replyTo) field.current?.focus()
  }, [replyTo])
  useEffect(() => grow(field.current), [text])

  const all = pane.commands as BotCommand[]
  const entries = isMenuOpen ? all : matching(all, text)
  const choose = (command: BotCommand): void => put(`/${command.command} `)
  const suggestions = useSuggestions({ entries, choose, leave: () => openMenu(false) })
  const send = (): void => {
    const words = text.trim()
    if (!pane.at || (words === '' && !file)) return
    const said: Action = { do: 'say', room: pane.at.id, text: words }
    if (file) said.file = file
    if (pane.at.thread) said.thread = pane.at.thread
    // Ephemeral messages have the number 0; they go by their key.
    if (replyTo) said.replyTo = replyTo.message_id || messageKey(replyTo)
    put('')
    attach(undefined)
    onReply(undefined)
    void pane.perform(said)
  }
  const toggleMenu = (): void => {
    openMenu(!isMenuOpen)
    field.current?.focus()
  }
  return (
    <form
      class="tg-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {entries.length > 0 && <CommandList suggestions={suggestions} choose={choose} />}
      {replyTo && <Replying to={replyTo} onClose={() => onReply(undefined)} />}
      {file && <Attached file={file} onLeave={() => attach(undefined)} />}
      <div class="tg-field">
        <MenuButton isOpen={isMenuOpen} isEmpty={all.length === 0} onToggle={toggleMenu} />
        <AttachButton class="tg-attach" isReady={pane.at !== undefined} onChoose={attach} />
        <Field
          field={field}
          text={text}
          placeholder={replyTo?.reply_markup?.input_field_placeholder}
          suggestions={suggestions}
          isReady={pane.at !== undefined}
          {...{ setText, send, leave: () => onReply(undefined) }}
        />
        <SendButton isEmpty={text.trim() === '' && !file} />
      </div>
    </form>
  )
}

interface MenuButtonProps {
  isOpen: boolean
  isEmpty: boolean
  onToggle(): void
}

function MenuButton({ isOpen, isEmpty, onToggle }: MenuButtonProps) {
  const { say } = useWords()
  return (
    <button type="button" class="tg-menu-button" aria-expanded={isOpen} disabled={isEmpty} onClick={onToggle}>
      <Icon name="menu" size={16} /> {say('telegram-menu')}
    </button>
  )
}

function SendButton({ isEmpty }: { isEmpty: boolean }) {
  const { say } = useWords()
  return (
    <button type="submit" class="tg-send" aria-label={say('send')} disabled={isEmpty}>
      <Icon name="send" />
    </button>
  )
}

interface FieldProps {
  field: { current: HTMLTextAreaElement | null }
  text: string
  placeholder: string | undefined
  suggestions: Suggestions<BotCommand>
  /** Whether a room is open: before, there is nowhere to send words to. */
  isReady: boolean
  setText(text: string): void
  send(): void
  /** Escape: no reply after all. */
  leave(): void
}

/** The text: Enter sends, with Shift it begins a new line. */
function Field({ field, text, placeholder, suggestions, isReady, setText, send, leave }: FieldProps) {
  const { say } = useWords()
  const marked = suggestions.entries.length > 0 ? `tg-command-${suggestions.marked}` : undefined
  return (
    <textarea
      ref={field}
      rows={1}
      value={text}
      disabled={!isReady}
      placeholder={placeholder ?? say('telegram-type')}
      aria-label={say('telegram-type')}
      aria-autocomplete="list"
      aria-controls="tg-commands"
      aria-activedescendant={marked}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!(event.key === 'Enter' && isWhole(suggestions, text)) && suggestions.key(event)) return
        if (event.key === 'Escape') leave()
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
        event.preventDefault()
        send()
      }}
    />
  )
}

function CommandList({
  suggestions,
  choose,
}: {
  suggestions: Suggestions<BotCommand>
  choose(c: BotCommand): void
}) {
  const { say } = useWords()
  return (
    <div class="tg-commands" id="tg-commands" role="listbox" aria-label={say('commands')}>
      {suggestions.entries.map((command, index) => (
        // The field keeps the focus and answers the keys; the pointer is an extra.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of its list
        // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant
        <div
          key={command.command}
          id={`tg-command-${index}`}
          role="option"
          aria-selected={index === suggestions.marked}
          onPointerMove={() => suggestions.mark(index)}
          onClick={() => choose(command)}
        >
          <b>/{command.command}</b>
          <span>{command.description}</span>
        </div>
      ))}
    </div>
  )
}

function Replying({ to, onClose }: { to: Message; onClose(): void }) {
  const { say } = useWords()
  return (
    <div class="tg-replying">
      <Icon name="reply" size={18} />
      <span>
        <b>{say('reply-to', { name: senderOf(to) })}</b>
        <small>{to.text ?? to.caption ?? '…'}</small>
      </span>
      <button type="button" aria-label={say('reply-cancel')} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}

/** Commands that begin with what was typed, while nothing but a command is being typed. */
function matching(commands: BotCommand[], text: string): BotCommand[] {
  const typed = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase()
  if (typed === undefined) return []
  return wholeFirst(
    commands.filter(({ command }) => command.startsWith(typed)),
    ({ command }) => command === typed,
  )
}

/** The marked command has been typed to its end: there is nothing to complete, and Enter sends it. */
function isWhole({ entries, marked }: Suggestions<BotCommand>, text: string): boolean {
  return text === `/${entries[marked]?.command}`
}

/** As tall as its text, up to what the style sheet allows. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}

function focusAtEnd(field: HTMLTextAreaElement | null, text: string): void {
  field?.focus()
  requestAnimationFrame(() => field?.setSelectionRange(text.length, text.length))
}
