/** /precheck: looks through a text before it is published. It approves of nothing. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { ARGUMENT_LIMIT } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { must } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { PrecheckRules } from '../../programme/precheck.js'
import { textOf } from '../../programme/words.js'
import { type Precheck, precheck } from './precheck.js'

/** Findings that are shown: with their reasons they must fit a message. */
const SHOWN = 6

export function precheckCommand(rules: PrecheckRules) {
  const languages = languagesOf(rules)
  return command({
    name: 'precheck',
    who: 'anyone',
    where: 'anywhere',
    cooldownMs: 2000,
    args: z.object({ text: paragraph(1, ARGUMENT_LIMIT, { rest: true, verbatim: true }) }),
    // The text may be in another language than its writer reads, or in several: all are looked for.
    handle: async (_context, { text: pasted }) => resultView(precheck(pasted, rules, languages), rules),
  })
}

function languagesOf({ disclosure, claims }: PrecheckRules): string[] {
  const lists = [disclosure.phrases, ...claims.flatMap(({ phrases, unless }) => [phrases, unless])]
  return [...new Set(lists.flatMap((phrases) => Object.keys(phrases)))]
}

function resultView({ disclosure, findings }: Precheck, rules: PrecheckRules): View {
  const shown = findings.slice(0, SHOWN)
  const left = findings.length - shown.length
  const isClean = disclosure !== undefined && findings.length === 0
  return {
    text: [
      ...(disclosure === undefined
        ? [text('precheck-undisclosed', { instead: textOf(rules.disclosure.instead) })]
        : [text('precheck-disclosed', { quote: disclosure })]),
      ...(findings.length === 0 ? [text('precheck-no-claims')] : []),
      ...reasoned(shown, rules),
      ...(left > 0 ? [text('precheck-more', { count: left })] : []),
      text('precheck-no-approval'),
    ],
    tone: isClean ? 'success' : 'warning',
  }
}

/** Each place with the reason; what to write instead once for each claim, at its first place. */
function reasoned(findings: Precheck['findings'], { claims }: PrecheckRules): Text[] {
  return findings.flatMap(({ claim, quote }, at) => {
    const rule = must(
      claims.find(({ id }) => id === claim),
      'the rule of a finding',
    )
    const line = text('precheck-claim', { quote, why: textOf(rule.why) })
    const isFirst = findings.findIndex((one) => one.claim === claim) === at
    return isFirst ? [line, text('precheck-instead', { instead: textOf(rule.instead) })] : [line]
  })
}
