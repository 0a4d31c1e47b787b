/** Why people were refused, and how many of them for each reason. */
import { useWords } from '../kit/words.js'
import { knownReason, type Reckoning } from './reckoning.js'

export function Reasons({ reckoning }: { reckoning: Reckoning }) {
  const { say, language } = useWords()
  const { refused, reasons } = reckoning
  if (refused === 0) return null
  const told = reasons.map(
    ([reason, people]) => `${say(`reason-${knownReason(reason)}`)} ${people.toLocaleString(language)}`,
  )
  return <>{say('reasons', { reasons: told.join(' · ') })}</>
}
