/** The switchboard: each fault with a plain sentence, its level, and how often it has struck. */
import type { FaultLevel, FaultState, FaultsRequest, SessionAfter } from '../../page-contract.js'
import { fetchFaults, setFaults } from '../kit/api.js'
import { PLATFORM_NAMES, PLATFORMS, PlatformMark } from '../kit/platform.js'
import { useNewest } from '../kit/use-newest.js'
import { longTime } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { suffixOf } from './suffix.js'

/** Levels offered: shares of the times between "the next time" and "always". */
const SHARES = [0.1, 0.5, 1]

export function FaultList() {
  const { say } = useWords()
  const [answer, put] = useNewest(useSandbox().stream, 'faults', fetchFaults)
  if (!answer) return null
  const change = (request: FaultsRequest): void => void setFaults(request).then(put, () => {})
  const on = answer.faults.filter(({ level }) => level !== 'off').length
  return (
    <section class="box" aria-label={say('faults')}>
      <header class="faults-head">
        <h3>{say('faults')}</h3>
        <span role="status">{on > 0 && say('faults-on', { count: on })}</span>
        <button
          type="button"
          class="quiet-button"
          disabled={on === 0}
          onClick={() => change({ allOff: true })}
        >
          {say('faults-off')}
        </button>
      </header>
      <p class="quiet">{say('faults-about')}</p>
      {PLATFORMS.map((platform) => (
        <section key={platform} aria-label={say('faults-of', { platform: PLATFORM_NAMES[platform] })}>
          <h4>
            <PlatformMark platform={platform} isBesideName /> {PLATFORM_NAMES[platform]}
          </h4>
          <ul class="fault-list">
            {answer.faults
              .filter((fault) => fault.platform === platform)
              .map((fault) => (
                <Fault
                  key={fault.id}
                  fault={fault}
                  onLevel={(level) => change({ set: { [fault.id]: level } })}
                />
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Fault({ fault, onLevel }: { fault: FaultState; onLevel(level: FaultLevel): void }) {
  const { say, language } = useWords()
  const suffix = suffixOf(fault.id)
  const { seconds = 0 } = fault
  const name = say(`fault-${suffix}`)
  const about = `about-${fault.id}`
  return (
    <li class={`fault ${fault.level === 'off' ? '' : 'on'}`}>
      <span class="fault-name">{name}</span>
      <LevelSelect
        name={`${PLATFORM_NAMES[fault.platform]}: ${name}`}
        about={about}
        level={fault.level}
        onLevel={onLevel}
      />
      <p id={about}>{say(`about-${suffix}`, { seconds })}</p>
      {isWaiting(fault) && (
        <p>{say(fault.id === 'discord-deaf' ? 'fault-waits-beat' : 'fault-waits-line')}</p>
      )}
      {fault.struck > 0 && (
        <p class="fault-struck">
          {say('fault-struck', { count: fault.struck })}
          {fault.last && ` · ${longTime(fault.last.at, language)}`}
          {fault.last?.on && <code>{fault.last.on}</code>}
        </p>
      )}
      {fault.last?.on === POLL && (
        <p>{say(suffix === 'stall' ? 'fault-poll-held' : 'fault-poll', { seconds })}</p>
      )}
      {fault.after && <After after={fault.after} />}
    </li>
  )
}

/** By which the bot asks Telegram for news: no act of anybody, and so in no entry of the rail. */
const POLL = 'getUpdates'

/** "The next time" of the gateway has no moment of its own: it waits for the bot. */
const isWaiting = ({ what, level }: FaultState): boolean => what === 'gateway' && level === 'next'

/** What became of the bot's session. */
function After({ after }: { after: SessionAfter }) {
  const { say } = useWords()
  if (after.kind === 'away') return <p>{say('session-away')}</p>
  const seconds = Math.round(after.ms / 100) / 10
  return <p>{say(`session-${after.kind}`, { seconds, count: after.events })}</p>
}

interface LevelProps {
  name: string
  /** Id of the sentence that says what it does. */
  about: string
  level: FaultLevel
  onLevel(level: FaultLevel): void
}

function LevelSelect({ name, about, level, onLevel }: LevelProps) {
  const { say } = useWords()
  const known = typeof level !== 'number' || SHARES.includes(level) ? SHARES : [...SHARES, level]
  return (
    <select
      aria-label={name}
      aria-describedby={about}
      value={String(level)}
      onChange={({ currentTarget: { value } }) =>
        onLevel(value === 'off' || value === 'next' ? value : Number(value))
      }
    >
      <option value="off">{say('level-off')}</option>
      <option value="next">{say('level-next')}</option>
      {known.map((share) => (
        <option key={share} value={String(share)}>
          {share === 1 ? say('level-always') : say('level-share', { percent: Math.round(share * 100) })}
        </option>
      ))}
    </select>
  )
}
