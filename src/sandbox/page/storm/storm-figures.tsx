/** The numbers of a storm: what became of the people, how their presses ended, and how fast. */
import type { StormReport } from '../../page-contract.js'
import { fetchBot } from '../kit/api.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords } from '../kit/words.js'
import { useHappened, useSandbox } from '../shell/sandbox.js'
import { Reasons } from './reasons.js'
import { killsIn, type Reckoning, reckonStorm } from './reckoning.js'

interface FiguresProps {
  report: StormReport
}

const rateOf = ({ elapsed, ended }: StormReport): number =>
  elapsed > 0 ? Math.round(ended / (elapsed / 1000)) : 0

/** What one looks for first: who of the people was paid and who was not, and how fast the presses went. */
export function StormSummary({ report }: FiguresProps) {
  const { say, language } = useWords()
  const rail = useHappened()
  const reckoning = reckonStorm(report, rail)
  const { people, paid, refused, unanswered, open, presses, lost = 0 } = reckoning
  const write = (value: number): string => value.toLocaleString(language)
  return (
    <div class="storm-summary">
      <dl aria-label={say('storm-people-sum')}>
        <Figure name={say('storm-crowd')} value={write(people)} tone="sum" />
        <Figure name={say('storm-paid')} value={write(paid)} tone="good" />
        <Figure name={say('storm-refused')} value={write(refused)} />
        {lost > 0 && <Figure name={say('storm-lost')} value={write(lost)} tone="bad" />}
        {(open > 0 || lost === 0) && <Figure name={say('storm-open')} value={write(open)} />}
      </dl>
      <dl aria-label={say('storm-presses-sum')}>
        <Figure name={say('storm-presses')} value={write(presses)} tone="sum" />
        <Figure name={say('storm-unanswered')} value={write(unanswered)} tone={unanswered > 0 ? 'bad' : ''} />
        <Figure name={say('storm-per-second')} value={write(rateOf(report))} />
        <Figure name={say('storm-99')} value={say('milliseconds', { value: Math.round(report.p99) })} />
      </dl>
      <Notes report={report} reckoning={reckoning} />
    </div>
  )
}

/** Both sums, and how fast it went. */
export function StormFigures({ report }: FiguresProps) {
  const { say, language } = useWords()
  const rail = useHappened()
  const reckoning = reckonStorm(report, rail)
  const duration = (milliseconds: number): string => say('milliseconds', { value: Math.round(milliseconds) })
  return (
    <div class="storm-numbers">
      <div class="figures">
        <People reckoning={reckoning} />
        <Presses reckoning={reckoning} />
        <dl aria-label={say('storm-speed')}>
          <Figure name={say('storm-rate')} value={rateOf(report).toLocaleString(language)} tone="sum" />
          <Figure name={say('storm-p50')} value={duration(report.p50)} />
          <Figure name={say('storm-p99')} value={duration(report.p99)} />
          <Figure name={say('storm-slowest')} value={duration(report.slowest)} />
        </dl>
      </div>
      <Explanations reckoning={reckoning} />
    </div>
  )
}

/** One sum: people by what they got. */
function People({ reckoning }: { reckoning: Reckoning }) {
  const { say, language } = useWords()
  const { people, paid, refused, others, open, lost = 0 } = reckoning
  const write = (value: number): string => value.toLocaleString(language)
  return (
    <dl aria-label={say('storm-people-sum')}>
      <Figure name={say('storm-crowd')} value={write(people)} tone="sum" />
      <Figure name={say('storm-paid')} value={write(paid)} tone="good" />
      <Figure name={say('storm-refused')} value={write(refused)} />
      {others > 0 && <Figure name={say('storm-others')} value={write(others)} />}
      {lost > 0 && <Figure name={say('storm-lost')} value={write(lost)} tone="bad" />}
      <Figure name={say('storm-open')} value={write(open)} />
    </dl>
  )
}

/** The other sum: presses by how they ended. */
function Presses({ reckoning }: { reckoning: Reckoning }) {
  const { say, language } = useWords()
  const { presses, answered, turnedAway, unanswered, waiting } = reckoning
  const write = (value: number): string => value.toLocaleString(language)
  return (
    <dl aria-label={say('storm-presses-sum')}>
      <Figure name={say('storm-presses')} value={write(presses)} tone="sum" />
      <Figure name={say('storm-answered')} value={write(answered)} tone="good" />
      <Figure name={say('storm-unanswered')} value={write(unanswered)} tone={unanswered > 0 ? 'bad' : ''} />
      <Figure name={say('storm-turned-away')} value={write(turnedAway)} />
      <Figure name={say('storm-waiting')} value={write(waiting)} />
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

interface NotesProps extends FiguresProps {
  reckoning: Reckoning
}

/** Why people were refused, and what became of the bot: in short. */
function Notes({ report, reckoning }: NotesProps) {
  const kills = killsIn(report)
  if (reckoning.refused === 0 && kills.length === 0) return null
  return (
    <ul class="storm-notes">
      {reckoning.refused > 0 && (
        <li>
          <Reasons reckoning={reckoning} />
        </li>
      )}
      {kills.map((at) => (
        <Killed key={at} at={at} />
      ))}
    </ul>
  )
}

/** Why presses were not answered, or not let through. */
function Explanations({ reckoning }: Pick<NotesProps, 'reckoning'>) {
  const { say } = useWords()
  const { unanswered, turnedAway, again, lost = 0 } = reckoning
  return (
    <ul class="storm-notes">
      {unanswered > 0 && <li>{say('storm-why-unanswered', { count: unanswered })}</li>}
      {lost > 0 && <li>{say('storm-why-lost', { count: lost })}</li>}
      {again > 0 && <li>{say('storm-again', { count: again })}</li>}
      {turnedAway > 0 && <li>{say('storm-why-turned-away', { count: turnedAway })}</li>}
    </ul>
  )
}

/** That the bot was killed `at` ms after the start, and whether it is back. */
function Killed({ at }: { at: number }) {
  const { say } = useWords()
  const [bot] = useNewest(useSandbox().stream, 'bot', fetchBot)
  return (
    <li>
      {say(bot?.running && !bot.isWaiting ? 'storm-killed-back' : 'storm-killed-away', {
        seconds: inSeconds(at),
      })}
    </li>
  )
}

/** With one decimal. */
export const inSeconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10
