/** The guided first minute: what to do, as whom, and the exact words to type. */
import type { Action, Outcome } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'

/** One button of a step: become somebody, and have the words put into the composer. */
export interface Help {
  platform: PlatformName
  person: string
  /** Left out, the button only changes the person. */
  text?: string
}

export interface Step {
  /** Key of the step's words. */
  key: 'drop' | 'claim' | 'discord' | 'storm' | 'verify'
  helps: Help[]
}

export const STEPS: readonly Step[] = [
  { key: 'drop', helps: [{ platform: 'telegram', person: 'mei', text: '/redpacket 50 20' }] },
  { key: 'claim', helps: [{ platform: 'telegram', person: 'ana' }] },
  {
    key: 'discord',
    helps: [
      { platform: 'discord', person: 'mei', text: '/redpacket amount:50 shares:20' },
      { platform: 'discord', person: 'kofi' },
    ],
  },
  { key: 'storm', helps: [] },
  { key: 'verify', helps: [] },
]

export interface Deed {
  platform: PlatformName
  action: Action
  outcome: Outcome
}

/** The step after something was done: the next one when it is what the step asked for. */
export function stepAfter(index: number, { platform, action, outcome }: Deed): number {
  const step = STEPS[index]
  if (!step || outcome.kind === 'impossible' || outcome.kind === 'timeout') return index
  const isPress = action.do === 'press'
  const isDone = {
    drop: platform === 'telegram' && action.do === 'say' && action.text.startsWith('/redpacket'),
    claim: platform === 'telegram' && isPress,
    discord: platform === 'discord' && isPress,
    // A storm is not somebody's deed; the tour looks at its report.
    storm: false,
    verify: isPress || (action.do === 'say' && action.text.startsWith('/verify')),
  }[step.key]
  return isDone ? index + 1 : index
}
