/** A storm as it goes: how many were answered, how fast, and what they were told. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlatformName, StormReport } from '../../page-contract.js'
import { KillButton } from '../faults/kill-button.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { StormChart } from './storm-chart.js'
import { StormFigures, StormSummary } from './storm-figures.js'
import { Told } from './told.js'

interface PanelProps {
  report: StormReport
  onClose(): void
  onCancel(): void
}

export function StormPanel({ report, onClose, onCancel }: PanelProps) {
  const { say } = useWords()
  const [isWhole, showAll] = useState(false)
  const isRunning = report.state === 'running'
  useTargetsInView(report)
  return (
    <section class="storm" aria-label={say('storm-panel')}>
      <header>
        <Icon name="bolt" size={18} />
        {/* Said when it begins and when it ends; the numbers between would only be noise. */}
        <b role="status">{say(`storm-${report.state}`, { count: report.request.people })}</b>
        {isRunning && (
          <>
            <KillButton />
            <button type="button" class="quiet-button" onClick={onCancel}>
              {say('storm-stop')}
            </button>
          </>
        )}
        <button
          type="button"
          class="quiet-button storm-more"
          aria-expanded={isWhole}
          onClick={() => showAll(!isWhole)}
        >
          <Icon name="down" size={16} /> {say(isWhole ? 'storm-less' : 'storm-details')}
        </button>
        <button type="button" class="icon-button" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </header>
      <progress max={report.presses} value={report.ended} aria-label={say('storm-progress')} />
      <StormSummary report={report} />
      {isWhole && <Body report={report} />}
    </section>
  )
}

/**
 * The panel takes room from the chats: what is stormed shall be in view all the same, for that is what one
 * wants to watch as long as it goes on. Afterwards whoever follows the chat stays at its end.
 */
function useTargetsInView({ id, request, state }: StormReport): void {
  const goesOn = useRef(true)
  goesOn.current = state === 'running'
  useEffect(() => {
    let isShown = false
    const cards = request.targets.flatMap(({ platform, message }) => cardOf(platform, String(message)) ?? [])
    // Told after the chat itself, which goes to its end when it has another height.
    const watcher = new ResizeObserver(() => {
      if (goesOn.current || !isShown) cards.forEach(bringIntoView)
      isShown = true
    })
    for (const card of cards) {
      const box = card.closest('.scroller-box')
      if (box) watcher.observe(box)
    }
    return () => watcher.disconnect()
  }, [id])
}

function cardOf(platform: PlatformName, message: string): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(`#pane-${platform} [data-message]`)
  return [...all].find(({ dataset }) => dataset.message === message)
}

/** Of a card that does not fit, its end: there are its buttons. */
function bringIntoView(card: HTMLElement): void {
  const room = card.closest('.scroller-box')?.clientHeight ?? 0
  card.scrollIntoView({ block: card.offsetHeight > room ? 'end' : 'nearest' })
}

function Body({ report }: { report: StormReport }) {
  const { say } = useWords()
  return (
    <div class="storm-body">
      <StormFigures report={report} />
      <StormChart report={report} />
      <div class="told">
        <Told rows={report.told} title={say('told')} />
        {report.toldMore.count > 0 && (
          <p class="quiet">{say('told-more', { count: report.toldMore.count })}</p>
        )}
        {report.again && <Told rows={report.again.told} title={say('told-again')} />}
      </div>
    </div>
  )
}
