/**
 * Long texts in pieces: an app sends what does not fit one message as several, so the end of a text that was
 * refused as too long arrives like an answer of its own. In memory, as the gate.
 */
import { Kept } from '../kit/kept.js'
import { ARGUMENT_LIMIT } from './arguments.js'
import type { Call } from './call.js'

/** People, chat by chat, whose last long text is remembered. */
const PIECES_KEPT = 10_000
/** ms between two pieces by the platform's clock, which counts whole seconds. Nobody types so fast. */
const APART_MS = 2_000

/** Whether what was typed is the rest of a text that was too long, of which nothing is taken. */
export type IsRest = (call: Call) => boolean

export function createPieces(): IsRest {
  const known = new Kept<{ id: string; at: number; isRest: boolean }>(PIECES_KEPT)
  return (call) => {
    const { platform, actor, place, id, at } = call
    const length = typedLength(call)
    if (length === undefined) return false
    const key = `${platform}:${actor.id}:${place.chat}`
    const before = known.get(key)
    // The same piece, delivered again.
    if (before?.id === id) return before.isRest
    const isSoon = before !== undefined && at >= before.at && at - before.at <= APART_MS
    const isRest = isSoon && !isCommand(call)
    // Longer than any answer, so it is refused; a last piece ends what belongs together.
    if (length > ARGUMENT_LIMIT) known.set(key, { id, at, isRest })
    return isRest
  }
}

/** Apps cut a text in the middle, and no answer is one. */
function isCommand({ request }: Call): boolean {
  return request.kind === 'typed' || (request.kind === 'answered' && request.text.trim() === '/cancel')
}

/** Undefined for what is not typed. */
function typedLength({ request }: Call): number | undefined {
  if (request.kind === 'typed') return request.words.length
  return request.kind === 'answered' && !request.file ? request.text.length : undefined
}
