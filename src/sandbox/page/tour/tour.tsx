/** The guided first minute, above the panes until it is put away. */
import { FoldButton } from '../kit/fold-button.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { type Help, type StepKey, stepsIn } from './steps.js'

/** How many people the guide sends into a storm. */
const STORMERS = 1_000

export function Tour() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  const steps = stepsIn(settings.language)
  const { isTourFolded, tour: index } = settings
  const step = steps[index]
  const isDone = (one: StepKey): boolean => settings.tourDone.includes(one)
  const key = step?.key ?? 'done'
  return (
    <section class={isTourFolded ? 'tour folded' : 'tour'} aria-label={say('tour')}>
      <ol class="tour-dots" aria-label={say('tour-steps')}>
        {steps.map(({ key }, at) => (
          <li key={key} class={isDone(key) ? 'done' : ''}>
            <button
              type="button"
              aria-current={at === index ? 'step' : undefined}
              aria-label={
                isDone(key) ? say('tour-step-done', { step: say(`tour-${key}`) }) : say(`tour-${key}`)
              }
              title={say(`tour-${key}`)}
              onClick={() => change({ tour: at })}
            >
              {isDone(key) ? <Icon name="check" size={14} /> : at + 1}
            </button>
          </li>
        ))}
      </ol>
      <div class="tour-words" aria-live="polite">
        <b>{say(`tour-${key}`)}</b>
        {!isTourFolded && <p>{say(`tour-${key}-text`, { people: STORMERS })}</p>}
      </div>
      {!isTourFolded && (
        <div class="tour-helps">
          {step?.helps.map((help) => (
            <HelpButton key={`${help.person} ${help.text}`} help={help} />
          ))}
        </div>
      )}
      <FoldButton isFolded={isTourFolded} fold={(isFolded) => change({ isTourFolded: isFolded })} />
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
