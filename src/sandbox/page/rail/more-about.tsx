/** Behind a click: the calls of the bot, what waits in the outbox, and the update as it was sent. */
import { useEffect, useState } from 'preact/hooks'
import type { Strange } from '../../contract.js'
import type { RailCall, RailDetail, RailEntry } from '../../page-contract.js'
import { suffixOf } from '../faults/suffix.js'
import { fetchRailDetail } from '../kit/api.js'
import { Icon } from '../kit/icons.js'
import { useWords, type Words } from '../kit/words.js'

export function MoreAbout({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const [isOpen, open] = useState(false)
  const calls = entry.calls.length + entry.more.calls
  const strange = entry.calls.flatMap((call) =>
    (call.strange ?? []).map((one) => strangeWords(call, one, say)),
  )
  const struck = entry.calls.filter(({ fault }) => fault !== undefined)
  return (
    <>
      {strange.length > 0 && (
        <p class="entry-note bad">{say('rail-strange', { what: [...new Set(strange)].join(' · ') })}</p>
      )}
      {struck.length > 0 && <p class="entry-note bad">{faultsIn(struck, say)}</p>}
      <button
        type="button"
        class="entry-more"
        aria-expanded={isOpen}
        aria-label={say('rail-raw-of', { name: entry.person.name, words: entry.words })}
        onClick={() => open(!isOpen)}
      >
        <Icon name="down" size={14} /> {say('rail-raw')}
        {calls > 0 && <span>{say('rail-calls', { count: calls })}</span>}
      </button>
      {isOpen && <Details entry={entry} />}
    </>
  )
}

function strangeWords({ method }: RailCall, { field, type }: Strange, say: Words['say']): string {
  return type === undefined
    ? say('strange-field', { method, field })
    : say('strange-type', { method, field, type })
}

function faultsIn(calls: RailCall[], say: Words['say']): string {
  const names = calls.flatMap(({ fault }) => (fault ? [say(`fault-${suffixOf(fault)}`)] : []))
  return [...new Set(names)].join(' · ')
}

function Details({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const detail = useDetail(entry.id)
  return (
    <div class="entry-details">
      {entry.calls.length > 0 && <Calls calls={entry.calls} />}
      {detail === 'failed' && <p class="quiet">{say('rail-raw-gone')}</p>}
      {typeof detail === 'object' && (
        <>
          <Raw title={say('rail-update')} json={detail.update} />
          <Raw title={say('rail-call')} json={detail.call} />
          <Raw
            title={say('rail-rest')}
            json={{ transfers: entry.transfers, facts: entry.facts, outgoing: entry.outgoing }}
          />
        </>
      )}
    </div>
  )
}

/** Nothing while it is on its way. Asked for anew when the entry is another one. */
function useDetail(id: number): RailDetail | 'failed' | undefined {
  const [known, setKnown] = useState<{ id: number; detail: RailDetail | 'failed' }>()
  useEffect(() => {
    let isCurrent = true
    const put = (detail: RailDetail | 'failed'): void => {
      if (isCurrent) setKnown({ id, detail })
    }
    fetchRailDetail(id).then(put, () => put('failed'))
    return () => {
      isCurrent = false
    }
  }, [id])
  return known?.id === id ? known.detail : undefined
}

function Calls({ calls }: { calls: RailCall[] }) {
  const { say } = useWords()
  return (
    <ul class="calls" aria-label={say('rail-api')}>
      {calls.map((call, index) => (
        <li key={index} class={call.ok ? '' : 'bad'}>
          <code>{call.method}</code> {call.ok ? '✓' : '✗'} {call.note}
          {call.fault && ` · ${say(`fault-${suffixOf(call.fault)}`)}`}
          <span>{say('milliseconds', { value: Math.round(call.after) })}</span>
        </li>
      ))}
    </ul>
  )
}

function Raw({ title, json }: { title: string; json: unknown }) {
  if (json === null || json === undefined) return null
  return (
    <figure class="raw">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{JSON.stringify(json, null, 1)}</pre>
    </figure>
  )
}
