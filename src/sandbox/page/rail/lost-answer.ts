/** Whether anybody saw the answer, and if not, what failed: pure, so that it can be tested. */
import type { RailCall, RailEntry, RailOutgoing } from '../../page-contract.js'

/**
 * What became of an answer that was not seen at once: `later`: it came as a message afterwards; `trying`: the
 * bot is still at it; `waits`: it is kept for the private chat, which is not begun; `given-up`: that message
 * failed as well; `lost`: nothing more is known.
 */
export interface LostAnswer {
  fate: 'later' | 'trying' | 'waits' | 'given-up' | 'lost'
  /** The call that should have answered, and did not. */
  failed?: RailCall
}

/** Methods by which something typed is answered, of both platforms. */
const SAYS = /^send|\/messages|\/callback|answerCallbackQuery/i

/** Undefined when somebody saw the answer, or there was none to see. */
export function lostAnswer(entry: RailEntry): LostAnswer | undefined {
  const { isUnseen, seen, result, calls, did } = entry
  if (seen || !['done', 'refused', 'form', 'too-fast'].includes(result)) return undefined
  const answer = entry.outgoing.find(isAnswer)
  const failed = calls.findLast(({ ok, method }) => !ok && SAYS.test(method))
  const isTyped = did === 'say' || did === 'open'
  const isKept = answer?.waits === true
  const hasCome = answer?.state === 'sent' || wasToldLater(entry)
  if (!isUnseen && !isKept && !(isTyped && failed && !hasCome)) return undefined
  return { fate: fateOf(entry, answer), ...(failed ? { failed } : {}) }
}

/**
 * Whether the answer has not been sent yet, though nothing went wrong: `sending` at first, `late` when it has
 * to wait for its turn, as where a group takes only so many messages a minute.
 */
export function answerDue(entry: RailEntry): 'sending' | 'late' | undefined {
  const answer = entry.outgoing.find(isAnswer)
  const isOut = answer?.state !== 'queued' && answer?.state !== 'leased'
  if (!answer || isOut || entry.seen || lostAnswer(entry)) return undefined
  return answer.isLate ? 'late' : 'sending'
}

function fateOf(entry: RailEntry, answer: RailOutgoing | undefined): LostAnswer['fate'] {
  if (answer?.waits) return 'waits'
  if (answer?.state === 'dead') return 'given-up'
  if (answer?.state === 'sent' || wasToldLater(entry)) return 'later'
  return answer ? 'trying' : 'lost'
}

/** The bot keeps its answer in the outbox until it knows that it was seen. */
const isAnswer = ({ key }: RailOutgoing): boolean => key.startsWith('answer:')

/** A message that only this person sees, or that they see where they asked. */
function wasToldLater({ messages, person, room, did }: RailEntry): boolean {
  return messages.some(
    (one) => one.kind === 'message' && (one.onlyFor === person.id || (did === 'say' && one.room === room)),
  )
}
