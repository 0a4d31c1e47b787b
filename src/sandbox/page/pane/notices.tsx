/** What appears over the chat in answer to a press: a toast that goes by itself, or an alert to be closed. */
import { useEffect } from 'preact/hooks'
import { Dialog } from '../kit/dialog.js'
import { useWords, whyNot } from '../kit/words.js'
import type { Pane } from './use-pane.js'

/** Long enough to read 200 characters, the most a callback answer holds. */
const TOAST_MS = 6000

export function Notices({ pane }: { pane: Pane }) {
  const { say } = useWords()
  const { notice } = pane
  useEffect(() => {
    if (!notice || notice.kind === 'alert') return undefined
    const timer = setTimeout(() => pane.say(undefined), TOAST_MS)
    return () => clearTimeout(timer)
  }, [notice])
  const close = (): void => pane.say(undefined)
  return (
    <>
      <div class="toasts" role="status" aria-live="polite">
        {notice?.kind === 'toast' && <p class="toast">{notice.text}</p>}
        {notice?.kind === 'note' && (
          <p class="toast note">
            {say(notice.key)}
            {notice.reason && <small>{whyNot(say, notice.reason)}</small>}
          </p>
        )}
      </div>
      {notice?.kind === 'alert' && (
        <Dialog label={say('alert')} class="alert" over={`pane-${pane.platform}`} onClose={close}>
          <p>{notice.text}</p>
          <button type="button" onClick={close}>
            {say('ok')}
          </button>
        </Dialog>
      )}
    </>
  )
}
