/** By which way updates come to the bot; a change starts the bot anew. */
import { useState } from 'preact/hooks'
import type { PlatformName } from '../../page-contract.js'
import type { Reason } from '../../reasons.js'
import type { TransportRequest, Transports } from '../../transport-contract.js'
import { fetchTransport, reasonOf, setTransport } from '../kit/api.js'
import { PLATFORM_NAMES, PLATFORMS, PlatformMark } from '../kit/platform.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords, whyNot } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'

const WAYS = {
  telegram: ['polling', 'webhook'],
  discord: ['gateway', 'http'],
} as const satisfies { [Name in PlatformName]: readonly Transports[Name][] }

export function TransportBox() {
  const { say } = useWords()
  const [status, put] = useNewest(useSandbox().stream, 'transport', fetchTransport)
  const [problem, setProblem] = useState<Reason>()
  if (!status) return null
  const failed = problem ?? status.problem
  const change = (request: TransportRequest): void => {
    setProblem(undefined)
    setTransport(request).then(put, (error: unknown) => setProblem(reasonOf(error)))
  }
  return (
    <section class="box" aria-label={say('transport')}>
      <h3>{say('transport')}</h3>
      <p class="quiet">{say('transport-about')}</p>
      {PLATFORMS.map((platform) => (
        <fieldset key={platform} class="ways" disabled={status.switching}>
          <legend>
            <PlatformMark platform={platform} isBesideName /> {PLATFORM_NAMES[platform]}
          </legend>
          {WAYS[platform].map((way) => (
            <label key={way} class="way">
              <input
                type="radio"
                name={`way-${platform}`}
                checked={status[platform] === way}
                onChange={() => change({ [platform]: way })}
              />
              <span>
                {say(`way-${way}`)}
                <small>{say(`way-${way}-about`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {status.address !== undefined && (
        <p class="quiet">
          {say('bot-listens')} <code>{status.address}</code>
        </p>
      )}
      <p role="status">{status.switching && say('transport-switching')}</p>
      {failed && (
        <p class="problem" role="alert">
          {say('transport-problem')} <small>{whyNot(say, failed)}</small>
        </p>
      )}
    </section>
  )
}
