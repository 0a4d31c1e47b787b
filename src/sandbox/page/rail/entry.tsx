/** One entry of the rail. */
import { Fragment } from 'preact'
import type { RailBurst, RailEntry, RailResult } from '../../page-contract.js'
import { Avatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { Moment } from '../kit/moment.js'
import { PlatformMark } from '../kit/platform.js'
import { longTime } from '../kit/when.js'
import { useWords, type Words, whyNot } from '../kit/words.js'
import { Reasons } from '../storm/reasons.js'
import { reckoningOf } from '../storm/reckoning.js'
import { Consequences } from './consequences.js'
import { Facts } from './facts.js'
import { Fate } from './fate.js'
import { LedgerRows } from './ledger-rows.js'
import { answerDue, lostAnswer } from './lost-answer.js'
import { MoreAbout } from './more-about.js'
import { Said } from './said.js'
import { SwitchedEntry } from './switched.js'

export function Entry({ entry }: { entry: RailEntry }) {
  const { language } = useWords()
  const { platform, person, burst, switched } = entry
  if (switched) return <SwitchedEntry entry={entry} switched={switched} />
  return (
    <li class={`entry ${toneOf(entry)}`}>
      <span class="entry-face">
        {burst ? <Icon name="people" size={20} /> : <Avatar name={person.name} size={28} />}
        <PlatformMark platform={platform} />
      </span>
      <div class="entry-words">
        <p class="entry-head">
          <span>
            <Deed entry={entry} />
          </span>
          <Moment at={entry.at}>{longTime(entry.at, language)}</Moment>
        </p>
        {burst ? <BurstResults burst={burst} /> : <Result entry={entry} />}
        <Fate entry={entry} />
        <LedgerRows entry={entry} />
        <Facts entry={entry} />
        <Consequences entry={entry} />
        <MoreAbout entry={entry} />
      </div>
    </li>
  )
}

/** Who did what: a sentence, with the words themselves set apart. */
function Deed({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const { person, burst, did, words, files = [] } = entry
  if (burst)
    return (
      <>
        {say('did-burst', { presses: burst.presses, people: burst.people })} <q>{words}</q>
      </>
    )
  return (
    <>
      <b>{person.name}</b> {sentAlone(entry, say) ?? say(`did-${did}`)} {words !== '' && <q>{words}</q>}
      {files.map(({ name }, at) => (
        <Fragment key={at}>
          {' '}
          <q class="entry-file">
            <Icon name="clip" size={12} /> {name}
          </q>
        </Fragment>
      ))}
    </>
  )
}

/** A message without any words is the file that it carries. */
function sentAlone({ did, words, files }: RailEntry, say: Words['say']): string | undefined {
  const [file] = files ?? []
  if (did !== 'say' || words !== '' || !file) return undefined
  return say(file.isPicture ? 'sent-picture' : 'sent-document')
}

function Result({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const { roomTitle, took, seen, deliveries, why } = entry
  const result = shownResult(entry)
  return (
    <>
      <p class="entry-result">
        <span class={`verdict ${toneOf(entry)}`}>{say(`result-${result}`)}</span>
        {roomTitle && <span>{roomTitle}</span>}
        {took !== undefined && <span>{say('milliseconds', { value: Math.round(took) })}</span>}
      </p>
      {why && <p class="entry-note">{whyNot(say, why)}</p>}
      {result === 'too-fast' && <p class="entry-note">{say('rail-too-fast', { name: entry.person.name })}</p>}
      {deliveries > 1 && <p class="entry-note">{say('rail-deliveries', { count: deliveries })}</p>}
      {seen && seen.text !== '' && (
        <p class="entry-seen">
          <Icon name="eye" size={14} />
          <span>
            <span class="unseen">{say('rail-seen', { name: entry.person.name })}</span>{' '}
            <Said text={seen.text} moments={seen.moments} />
          </span>
        </p>
      )}
    </>
  )
}

/** What the people of a storm got, and how their presses ended where not each of them was answered. */
function BurstResults({ burst }: { burst: RailBurst }) {
  const { say, language } = useWords()
  const reckoning = reckoningOf(burst)
  const {
    paid,
    refused,
    others,
    lost = 0,
    open,
    presses,
    answered,
    unanswered,
    turnedAway,
    waiting,
  } = reckoning
  const people = [
    { key: 'paid', tone: 'good', count: paid },
    { key: 'refused', tone: 'plain', count: refused },
    { key: 'others', tone: 'plain', count: others },
    { key: 'lost', tone: 'bad', count: lost },
    { key: 'open', tone: 'open', count: open },
  ]
  return (
    <>
      <p class="entry-result">
        {people
          .filter(({ count }) => count > 0)
          .map(({ key, tone, count }) => (
            <span key={key} class={`verdict ${tone}`}>
              {say(`storm-${key}`)} {count.toLocaleString(language)}
            </span>
          ))}
      </p>
      {refused > 0 && (
        <p class="entry-note">
          <Reasons reckoning={reckoning} />
        </p>
      )}
      {lost > 0 && <p class="entry-note">{say('storm-why-lost', { count: lost })}</p>}
      {answered < presses && (
        <p class="entry-note">
          {say('rail-presses', { presses, answered, unanswered, turnedAway, waiting })}
        </p>
      )}
    </>
  )
}

/** What the bot has dealt with is in hand until the answer is sent. */
const shownResult = (entry: RailEntry): RailResult => (answerDue(entry) ? 'waiting' : entry.result)

/** Money that moved is no good news to somebody who was told nothing. */
function toneOf(entry: RailEntry): 'good' | 'bad' | 'plain' | 'open' {
  const result = shownResult(entry)
  if (result === 'unanswered' || result === 'impossible' || lostAnswer(entry)) return 'bad'
  if (result === 'done') return 'good'
  return result === 'waiting' || result === 'form' ? 'open' : 'plain'
}
