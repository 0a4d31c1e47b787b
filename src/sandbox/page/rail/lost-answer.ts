/** Whether anybody saw the answer, and if not, what failed: pure, so that it can be tested. */
import type { RailCall, RailEntry, RailOutgoing } from '../../page-contract.js'

/**
 * What became of an answer that was not seen at once: `later`: it came as a message afterwards; `trying`: the
 * bot is still at it; `given-up`: that message failed as well; `lost`: nothing more is known.
 */
export interface LostAnswer {
  fate: 'later' | 'trying' | 'given-up' | 'lost'
  /** The call that should have answered, and did not. */
  failed?: RailCall
}

/** Methods by which something typed is answered, of both platforms. */
const SAYS = /^send|\/messages|\/callback|answerCallbackQuery/i

/** Undefined when somebody saw the answer, or there was none to see. */
export function lostAnswer(entry: RailEntry): LostAnswer | undefined {
  const { isUnseen, seen, result, calls, did } = entry
  if (seen || !['done', 'refused', 'form', 'too-fast'].includes(result)) return undefined
  const failed = calls.findLast(({ ok, method }) => !ok && SAYS.test(method))
  const isTyped = did === 'say' || did === 'open'
  if (!isUnseen && !(isTyped && failed && !wasToldLater(entry))) return undefined
  return { fate: fateOf(entry), ...(failed ? { failed } : {}) }
}

function fateOf(entry: RailEntry): LostAnswer['fate'] {
  const answer = entry.outgoing.find(isAnswer)
  if (answer?.state === 'dead') return 'given-up'
  if (wasToldLater(entry)) return 'later'
  return answer && answer.state !== 'sent' ? 'trying' : 'lost'
}

/** The bot keeps its answer in the outbox until it knows that it was seen. */
const isAnswer = ({ key }: RailOutgoing): boolean => key.startsWith('answer:')

/** A message that only this person sees, or that they see where they asked. */
function wasToldLater({ messages, person, room, did }: RailEntry): boolean {
  return messages.some(
    (one) => one.kind === 'message' && (one.onlyFor === person.id || (did === 'say' && one.room === room)),
  )
}
