/** Asks how many people shall press, which button, and whether the other platform takes part. */
import { useState } from 'preact/hooks'
import type { StormRequest, StormTarget } from '../../page-contract.js'
import { Dialog } from '../kit/dialog.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { StormButton } from '../shell/sandbox.js'
import type { StormState } from './use-storm.js'

const CROWDS = [10, 100, 1000, 10_000]
const FEWEST = 1
const MOST = 10_000

interface DialogProps {
  /** The buttons of the message the storm was asked for. */
  buttons: StormButton[]
  /** Buttons on screen in both panes, newest last. */
  others: StormButton[]
  storm: StormState
  onClose(): void
}

export function StormDialog({ buttons, others, storm, onClose }: DialogProps) {
  const { say } = useWords()
  const [index, setIndex] = useState(0)
  const chosen = buttons[index] ?? buttons[0]
  const elsewhere = newestFirst(others.filter((other) => other.platform !== chosen?.platform))
  const twin = elsewhere.findIndex((other) => other.data === chosen?.data || other.label === chosen?.label)
  const [partner, setPartner] = useState(twin)
  const [people, setPeople] = useState(1000)
  const [isTwice, setTwice] = useState(false)
  const [problem, setProblem] = useState('')
  if (!chosen) return null
  const start = (): void => {
    const other = elsewhere[partner]
    const targets = [chosen, ...(other ? [other] : [])].map(targetOf)
    const request: StormRequest = { targets, people, taps: isTwice ? 2 : 1 }
    storm.start(request).then(onClose, (error: Error) => setProblem(error.message))
  }
  return (
    <Dialog label={say('storm-title')} class="storm-dialog" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <h2>
          <Icon name="bolt" /> {say('storm-title')}
        </h2>
        <p class="quiet">{say('storm-about')}</p>
        <CrowdSize people={people} onChange={setPeople} />
        {buttons.length > 1 && (
          <Choice
            label={say('storm-button')}
            value={index}
            onChange={setIndex}
            choices={buttons.map(({ label }) => label)}
          />
        )}
        {elsewhere.length > 0 && (
          <Choice
            label={say('storm-other')}
            value={partner}
            onChange={setPartner}
            none={say('storm-alone')}
            choices={elsewhere.map(placed)}
          />
        )}
        <TwiceField isTwice={isTwice} onChange={setTwice} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <footer>
          <button type="button" class="quiet-button" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" class="main-button">
            {say('storm-start', { count: people })}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Buttons of the newest message first; those of one message stay in their order. */
function newestFirst(buttons: StormButton[]): StormButton[] {
  const messages = [...new Set(buttons.map(({ message }) => message))].reverse()
  return messages.flatMap((message) => buttons.filter((button) => button.message === message))
}

const placed = ({ label, platform }: StormButton): string =>
  `${platform === 'telegram' ? 'Telegram' : 'Discord'} · ${label}`

function TwiceField({ isTwice, onChange }: { isTwice: boolean; onChange(isTwice: boolean): void }) {
  const { say } = useWords()
  return (
    <label class="check-field">
      <input type="checkbox" checked={isTwice} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{say('storm-twice')}</span>
    </label>
  )
}

function targetOf({ platform, room, message, data }: StormButton): StormTarget {
  return { platform, room, message, data }
}

function CrowdSize({ people, onChange }: { people: number; onChange(people: number): void }) {
  const { say, language } = useWords()
  return (
    <fieldset class="crowd-size">
      <legend>{say('storm-people')}</legend>
      {CROWDS.map((size) => (
        <button type="button" key={size} aria-pressed={size === people} onClick={() => onChange(size)}>
          {size.toLocaleString(language)}
        </button>
      ))}
      <input
        type="number"
        min={FEWEST}
        max={MOST}
        required
        aria-label={say('storm-people')}
        value={people}
        onInput={(event) => onChange(Math.trunc(Number(event.currentTarget.value)))}
      />
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  value: number
  choices: string[]
  /** Words for choosing none of them, which is -1. */
  none?: string
  onChange(index: number): void
}

function Choice({ label, value, choices, none, onChange }: ChoiceProps) {
  return (
    <label class="choice-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {none !== undefined && <option value={-1}>{none}</option>}
        {choices.map((choice, index) => (
          <option key={index} value={index}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}
