/** Conditions in words. */
import { type Param, type Text, text } from '../../kit/text.js'
import type { Condition, Verdict } from './conditions.js'

export function conditionText(condition: Condition): Text {
  return text(`condition-${condition.kind}`, paramsOf(condition))
}

/** ✓ met, ✗ not met and what to do, or that it could not be checked. */
export function verdictText({ condition, result }: Verdict): Text {
  return text(`condition-${result}`, {
    condition: conditionText(condition),
    todo: text(`condition-${condition.kind}.todo`, paramsOf(condition)),
  })
}

function paramsOf(condition: Condition): Record<string, Param> | undefined {
  if (condition.kind === 'account-age') return { days: condition.days }
  return condition.kind === 'discord-role' ? { role: condition.role } : undefined
}
