/** Asks how many people shall press, which button, and whether the other platform takes part. */
import { useState } from 'preact/hooks'
import type { StormRequest, StormTarget } from '../../page-contract.js'
import type { Reason } from '../../reasons.js'
import { reasonOf } from '../kit/api.js'
import { Dialog } from '../kit/dialog.js'
import { Icon } from '../kit/icons.js'
import { PLATFORM_NAMES, PlatformMark } from '../kit/platform.js'
import { recentMoment } from '../kit/when.js'
import { useWords, whyNot } from '../kit/words.js'
import type { StormButton } from '../shell/sandbox.js'
import { packetsOf, sameButton } from './buttons.js'
import type { StormState } from './use-storm.js'

const CROWDS = [10, 100, 1000, 10_000]
const FEWEST = 1
const MOST = 10_000
/** Index of "none of them" in a choice. */
const NONE = -1

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
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      buttons.findIndex(({ isMain }) => isMain),
    ),
  )
  const chosen = buttons[index] ?? buttons[0]
  const elsewhere = packetsOf(others.filter((other) => other.platform !== chosen?.platform))
  const [partner, setPartner] = useState(NONE)
  const [people, setPeople] = useState(1000)
  const [isTwice, setTwice] = useState(false)
  const [isKilled, setKilled] = useState(false)
  const [problem, setProblem] = useState<Reason>()
  if (!chosen) return null
  const start = (): void => {
    const other = sameButton(elsewhere[partner] ?? [], chosen)
    const targets = [chosen, ...(other ? [other] : [])].map(targetOf)
    const request: StormRequest = { targets, people, taps: isTwice ? 2 : 1, kill: isKilled, again: true }
    storm.start(request).then(onClose, (error: unknown) => setProblem(reasonOf(error)))
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
        <Packet button={chosen} />
        <CrowdSize people={people} onChange={setPeople} />
        {buttons.length > 1 && (
          <Choice
            label={say('storm-button')}
            value={index}
            onChange={setIndex}
            choices={buttons.map(({ label }) => label)}
          />
        )}
        {elsewhere.length > 0 && <Partner packets={elsewhere} value={partner} onChange={setPartner} />}
        <Check label={say('storm-twice')} isChecked={isTwice} onChange={setTwice} />
        <Check
          label={say('storm-kill')}
          about={say('storm-kill-about')}
          isChecked={isKilled}
          onChange={setKilled}
        />
        {problem && (
          <p class="problem" role="alert">
            {whyNot(say, problem)}
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

/** Which packet it is: its platform, who dropped how much, and when. */
function Packet({ button }: { button: StormButton }) {
  const { language } = useWords()
  return (
    <p class="storm-packet">
      <PlatformMark platform={button.platform} />
      <span>{button.title}</span>
      <time>{recentMoment(button.at, Date.now(), language)}</time>
    </p>
  )
}

interface PartnerProps {
  packets: StormButton[][]
  value: number
  onChange(index: number): void
}

/** A packet of the other platform, if it shall be emptied as well. Nothing is, unless it was asked for. */
function Partner({ packets, value, onChange }: PartnerProps) {
  const { say, language } = useWords()
  const named = ([button]: StormButton[]): string => {
    if (!button) return ''
    const { platform, at, title } = button
    return `${PLATFORM_NAMES[platform]} · ${recentMoment(at, Date.now(), language)} · ${title}`
  }
  return (
    <Choice
      label={say('storm-other')}
      value={value}
      onChange={onChange}
      none={say('storm-alone')}
      choices={packets.map(named)}
    />
  )
}

interface CheckProps {
  label: string
  about?: string
  isChecked: boolean
  onChange(isChecked: boolean): void
}

function Check({ label, about, isChecked, onChange }: CheckProps) {
  return (
    <label class="check-field">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {about && <small>{about}</small>}
      </span>
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
  /** Words for choosing none of them. */
  none?: string
  onChange(index: number): void
}

function Choice({ label, value, choices, none, onChange }: ChoiceProps) {
  return (
    <label class="choice-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {none !== undefined && <option value={NONE}>{none}</option>}
        {choices.map((choice, index) => (
          <option key={index} value={index}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}
