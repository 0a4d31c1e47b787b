/** The guided first minute, above the panes until it is put away. */
import { useEffect, useRef } from 'preact/hooks'
import type { StormReport } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { type Help, STEPS } from './steps.js'

export function Tour({ storm }: { storm: StormReport | undefined }) {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  const index = settings.tour
  const step = STEPS[index]
  useStormStep(step?.key === 'storm', storm, () => change({ tour: index + 1 }))
  const key = step?.key ?? 'done'
  return (
    <section class="tour" aria-label={say('tour')}>
      <ol class="tour-dots" aria-label={say('tour-steps')}>
        {STEPS.map(({ key }, at) => (
          <li key={key} class={at < index ? 'done' : ''}>
            <button
              type="button"
              aria-current={at === index ? 'step' : undefined}
              aria-label={say(`tour-${key}`)}
              title={say(`tour-${key}`)}
              onClick={() => change({ tour: at })}
            >
              {at < index ? <Icon name="check" size={14} /> : at + 1}
            </button>
          </li>
        ))}
      </ol>
      <div class="tour-words" aria-live="polite">
        <b>{say(`tour-${key}`)}</b>
        <p>{say(`tour-${key}-text`)}</p>
      </div>
      <div class="tour-helps">
        {step?.helps.map((help) => (
          <HelpButton key={`${help.person} ${help.text}`} help={help} />
        ))}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={say('tour-leave')}
        onClick={() => change({ tour: -1 })}
      >
        <Icon name="close" size={18} />
      </button>
    </section>
  )
}

function HelpButton({ help }: { help: Help }) {
  const { say } = useWords()
  const { community, change, fill } = useSandbox()
  const name = community.people.find((person) => person.id === help.person)?.name.split(' ')[0] ?? help.person
  const use = (): void => {
    change({ [help.platform]: help.person, front: help.platform })
    if (help.text !== undefined) fill(help.platform, help.text)
  }
  return (
    <button type="button" class="main-button" onClick={use}>
      {help.text === undefined ? say('tour-be', { name }) : say('tour-fill', { name })}
      {help.text !== undefined && <code>{help.text}</code>}
    </button>
  )
}

/** Goes on when a storm that began during this step has passed. */
function useStormStep(isNow: boolean, storm: StormReport | undefined, next: () => void): void {
  const before = useRef(storm?.id)
  useEffect(() => {
    if (!isNow) before.current = storm?.id
    else if (storm && storm.id !== before.current && storm.state === 'done') next()
  }, [isNow, storm])
}
