/** Where a Telegram user types: with the bot's menu of commands, and the message that is being answered. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action } from '../../contract.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { type Suggestions, useSuggestions } from '../pane/suggestions.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { type BotCommand, type Message, senderOf } from './native.js'

interface ComposerProps {
  pane: Pane
  replyTo: Message | undefined
  onReply(message: Message | undefined): void
}

export function Composer({ pane, replyTo, onReply }: ComposerProps) {
  const { say } = useWords()
  const { fills } = useSandbox()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isMenuOpen, openMenu] = useState(false)
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

  const commands = isMenuOpen
    ? (pane.commands as BotCommand[])
    : matching(pane.commands as BotCommand[], text)
  const choose = (command: BotCommand): void => put(`/${command.command} `)
  const suggestions = useSuggestions({ entries: commands, choose, leave: () => openMenu(false) })
  const send = (): void => {
    const words = text.trim()
    if (!pane.at || words === '') return
    const say: Action = { do: 'say', room: pane.at.id, text: words }
    if (pane.at.thread) say.thread = pane.at.thread
    if (replyTo) say.replyTo = replyTo.message_id
    put('')
    onReply(undefined)
    void pane.perform(say)
  }
  return (
    <form
      class="tg-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {suggestions.entries.length > 0 && <CommandList suggestions={suggestions} choose={choose} />}
      {replyTo && <Replying to={replyTo} onClose={() => onReply(undefined)} />}
      <div class="tg-field">
        <button
          type="button"
          class="tg-menu-button"
          aria-expanded={isMenuOpen}
          disabled={pane.commands.length === 0}
          onClick={() => {
            openMenu(!isMenuOpen)
            field.current?.focus()
          }}
        >
          <Icon name="menu" size={16} /> {say('telegram-menu')}
        </button>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={replyTo?.reply_markup?.input_field_placeholder ?? say('telegram-type')}
          aria-label={say('telegram-type')}
          aria-autocomplete="list"
          aria-controls="tg-commands"
          aria-activedescendant={
            suggestions.entries.length > 0 ? `tg-command-${suggestions.marked}` : undefined
          }
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (suggestions.key(event)) return
            if (event.key === 'Escape') onReply(undefined)
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <button type="submit" class="tg-send" aria-label={say('send')} disabled={text.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
    </form>
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
  const typed = /^\/(\w*)$/.exec(text)?.[1]
  return typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed.toLowerCase()))
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
