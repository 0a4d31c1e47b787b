/** The foot of the page: what the bot just did, and the storm while there is one. */
import { useEffect, useState } from 'preact/hooks'
import type { SandboxEvent } from '../../contract.js'
import { Icon } from '../kit/icons.js'
import { longTime } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import { StormPanel } from '../storm/storm-panel.js'
import type { StormState } from '../storm/use-storm.js'
import { useSandbox } from './sandbox.js'

type Call = Extract<SandboxEvent, { kind: 'call' }> & { key: number }

/** Calls kept on the rail. */
const CALLS_KEPT = 60

export function Dock({ storm }: { storm: StormState }) {
  const { say } = useWords()
  const [isOpen, open] = useState(false)
  const { calls, total } = useCalls()
  const newest = calls[0]
  return (
    <footer class={`dock ${isOpen ? 'open' : ''} ${storm.isShown ? 'with-storm' : ''}`}>
      {storm.isShown && storm.report && (
        <StormPanel report={storm.report} onClose={storm.hide} onCancel={storm.cancel} />
      )}
      <section class="rail" aria-label={say('rail')}>
        <button type="button" class="rail-head" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          <Icon name="down" size={16} />
          <b>{say('rail')}</b>
          <span class="rail-newest">{newest ? <CallLine call={newest} /> : say('rail-empty')}</span>
          <span class="rail-count">{say('rail-count', { count: total })}</span>
        </button>
        {isOpen && calls.length > 0 && (
          <ol class="rail-list">
            {calls.map((call) => (
              <li key={call.key}>
                <CallLine call={call} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </footer>
  )
}

function CallLine({ call }: { call: Call }) {
  const { language, say } = useWords()
  return (
    <span class={`call ${call.ok ? '' : 'refused'}`}>
      <span class={`pane-mark ${call.platform}`} role="img" aria-label={call.platform} />
      <time>{longTime(call.at, language)}</time>
      <code>{call.method}</code>
      <span class="call-verdict">{call.ok ? '✓' : `✗ ${say('call-refused')}`}</span>
      <span class="call-note">{call.note}</span>
    </span>
  )
}

/** The newest calls first, and how many there were. */
function useCalls(): { calls: Call[]; total: number } {
  const { stream } = useSandbox()
  const [state, setState] = useState<{ calls: Call[]; total: number }>({ calls: [], total: 0 })
  useEffect(
    () =>
      stream.on('frame', ({ events, skippedCalls }) => {
        const fresh = events.filter((event) => event.kind === 'call')
        if (fresh.length === 0 && skippedCalls === 0) return
        setState(({ calls, total }) => {
          const named = fresh.map((call, index) => ({ ...call, key: total + skippedCalls + index }))
          const count = total + skippedCalls + fresh.length
          return { calls: [...named.reverse(), ...calls].slice(0, CALLS_KEPT), total: count }
        })
      }),
    [stream],
  )
  return state
}
