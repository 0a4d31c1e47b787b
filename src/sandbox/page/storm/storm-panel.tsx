/** A storm as it goes: how many were answered, how fast, and what they were told. */
import type { StormReport, ToldRow } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { StormChart } from './storm-chart.js'

interface PanelProps {
  report: StormReport
  onClose(): void
  onCancel(): void
}

export function StormPanel({ report, onClose, onCancel }: PanelProps) {
  const { say } = useWords()
  const isRunning = report.state === 'running'
  return (
    <section class="storm" aria-label={say('storm-panel')}>
      <header>
        <Icon name="bolt" size={18} />
        <b>{say(`storm-${report.state}`, { count: report.request.people })}</b>
        {isRunning && (
          <button type="button" class="quiet-button" onClick={onCancel}>
            {say('storm-stop')}
          </button>
        )}
        <button type="button" class="icon-button" aria-label={say('close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </header>
      <progress max={report.presses} value={report.ended} aria-label={say('storm-progress')} />
      <div class="storm-body">
        <Figures report={report} />
        <StormChart report={report} />
        <Told report={report} />
      </div>
    </section>
  )
}

function Figures({ report }: { report: StormReport }) {
  const { say, language } = useWords()
  const rate = report.elapsed > 0 ? Math.round(report.ended / (report.elapsed / 1000)) : 0
  const write = (value: number): string => value.toLocaleString(language)
  const duration = (milliseconds: number): string => say('milliseconds', { value: Math.round(milliseconds) })
  return (
    <dl class="figures">
      <Figure name={say('storm-pressed')} value={`${write(report.started)} / ${write(report.presses)}`} />
      <Figure name={say('storm-answered')} value={write(report.answered)} tone="good" />
      <Figure
        name={say('storm-unanswered')}
        value={write(report.failed)}
        tone={report.failed > 0 ? 'bad' : ''}
      />
      <Figure name={say('storm-impossible')} value={write(report.refused)} />
      <Figure name={say('storm-p50')} value={duration(report.p50)} />
      <Figure name={say('storm-p99')} value={duration(report.p99)} />
      <Figure name={say('storm-slowest')} value={duration(report.slowest)} />
      <Figure name={say('storm-rate')} value={write(rate)} />
    </dl>
  )
}

function Figure({ name, value, tone = '' }: { name: string; value: string; tone?: string }) {
  return (
    <div class={tone}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Told({ report }: { report: StormReport }) {
  const { say, language } = useWords()
  return (
    <div class="told">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('told')}</th>
            <th scope="col">{say('told-count')}</th>
          </tr>
        </thead>
        <tbody>
          {report.told.map((row) => (
            <ToldLine key={`${row.kind} ${row.pattern}`} row={row} language={language} />
          ))}
        </tbody>
      </table>
      {report.toldMore.count > 0 && <p class="quiet">{say('told-more', { count: report.toldMore.count })}</p>}
    </div>
  )
}

function ToldLine({ row, language }: { row: ToldRow; language: string }) {
  const { say } = useWords()
  return (
    <tr>
      <td title={row.example}>
        {row.platforms.map((platform) => (
          <span key={platform} class={`pane-mark ${platform}`} role="img" aria-label={platform} />
        ))}
        <span class={`told-kind ${row.kind}`}>{say(`kind-${row.kind}`)}</span> {row.pattern}
      </td>
      <td>{row.count.toLocaleString(language)}</td>
    </tr>
  )
}
