/** Counts and times every call on its way through the house. */

import type { Call } from '../interaction/call.js'
import type { Catalogue } from '../interaction/catalogue.js'
import type { Intake } from '../interaction/platform.js'
import { unpackPress } from '../interaction/press.js'
import type { Answer } from '../interaction/view.js'
import type { World } from '../kit/world.js'
import type { CallOutcome, Metrics } from './metrics.js'

export function measuredIntake(
  intake: Intake,
  metrics: Pick<Metrics, 'call'>,
  { world, catalogue }: { world: Pick<World, 'monotonic'>; catalogue: Pick<Catalogue, 'find' | 'order'> },
): Intake {
  return {
    event: (event) => intake.event(event),
    settle: (call, fate) => intake.settle(call, fate),
    overhear: (heard) => intake.overhear?.(heard),
    notice: async (noticed) => intake.notice?.(noticed),
    async call(call) {
      const began = world.monotonic()
      const measured = (outcome: CallOutcome) => {
        const labels = { platform: call.platform, command: commandOf(call, catalogue), outcome }
        metrics.call(labels, world.monotonic() - began)
      }
      try {
        const answer = await intake.call(call)
        measured(outcomeOf(answer))
        return answer
      } catch (error) {
        measured('failed')
        throw error
      }
    },
  }
}

function outcomeOf(answer: Answer | undefined): CallOutcome {
  if (!answer) return 'silent'
  return answer.refused ? 'refused' : 'answered'
}

/** A name of the catalogue, or one of four words; never what a person typed. */
function commandOf({ request }: Call, catalogue: Pick<Catalogue, 'find' | 'order'>): string {
  switch (request.kind) {
    case 'typed':
    case 'filled':
      return catalogue.find(request.command)?.name ?? 'unknown'
    case 'pressed':
      return unpackPress(request.data, catalogue.order)?.command ?? 'unknown'
    case 'submitted':
      return 'form'
    case 'answered':
      return 'text'
    case 'opened':
      return 'link'
  }
}
