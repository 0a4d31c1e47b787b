/** The inline keyboard under a message. */
import { Icon, type IconName } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import type { InlineButton, Message } from './native.js'

interface KeyboardProps {
  message: Message
  pane: Pane
  open(url: string): void
}

export function Keyboard({ message, pane, open }: KeyboardProps) {
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length === 0) return null
  return (
    <div class="tg-keyboard">
      {rows.map((row, y) => (
        <div class="tg-keyboard-row" key={y}>
          {row.map((button, x) => (
            <KeyboardButton key={x} button={button} message={message} pane={pane} open={open} />
          ))}
        </div>
      ))}
    </div>
  )
}

function KeyboardButton({ button, message, pane, open }: { button: InlineButton } & KeyboardProps) {
  const { say } = useWords()
  const isPending = button.callback_data !== undefined && pane.isPending(message, button.callback_data)
  const corner = cornerOf(button)
  return (
    <button
      type="button"
      class={`tg-button ${button.style ?? ''}`}
      disabled={button.disabled !== undefined}
      aria-busy={isPending}
      onClick={() => void (isPending || used(button, message, pane, open))}
    >
      <span>{button.text}</span>
      {corner && <Icon name={corner} size={12} />}
      {isPending && <span class="spinner" role="status" aria-label={say('waiting')} />}
    </button>
  )
}

function cornerOf(button: InlineButton): IconName | undefined {
  if (button.url !== undefined || button.web_app) return 'link'
  return button.copy_text ? 'copy' : undefined
}

async function used(
  button: InlineButton,
  message: Message,
  pane: Pane,
  open: (url: string) => void,
): Promise<void> {
  if (button.url !== undefined) return open(button.url)
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text.text)
    return pane.say({ kind: 'note', key: 'note-copied' })
  }
  if (button.callback_data === undefined) return pane.say({ kind: 'note', key: 'note-not-here' })
  const outcome = await pane.press(message, button.callback_data)
  if (outcome?.kind === 'toast' && outcome.url) open(outcome.url)
}
