/**
 * State machines as tables: what leads from where to where, who may do it, and what must hold besides. What
 * is not in the table is refused with a reason. Pure.
 */

/** One line of a table. */
export interface Transition<State extends string, Part extends string, Guard extends string> {
  /** As the design counts them. */
  id: string
  /** `none`: there is nothing yet. */
  from: readonly (State | 'none')[]
  /** More than one where it leads back to what was before. */
  to: State | readonly State[]
  who: readonly Part[]
  guards: readonly Guard[]
}

/** What a decision about a transition looks at. A guard that is not named does not hold. */
export interface Situation<State extends string, Part extends string, Guard extends string> {
  state: State | 'none'
  parts: ReadonlySet<Part>
  holds: ReadonlySet<Guard>
}

/** Keys of refusals, in the order in which they are found. */
export interface Reasons<Line, Part extends string, Guard extends string> {
  /** The table leads nowhere from here. */
  nowhere: string
  /** It leads on from here, and none of these parts may do it. */
  whyNot(line: Line, parts: ReadonlySet<Part>): string
  lacking: Readonly<Record<Guard, string>>
}

/** The transition, or the key of the refusal. */
export function decide<
  State extends string,
  Part extends string,
  Guard extends string,
  Line extends Transition<State, Part, Guard>,
>(
  line: Line,
  { state, parts, holds }: Situation<State, Part, Guard>,
  { nowhere, whyNot, lacking }: Reasons<Line, Part, Guard>,
): Line | string {
  if (!line.from.includes(state)) return nowhere
  if (!line.who.some((part) => parts.has(part))) return whyNot(line, parts)
  const missing = line.guards.find((guard) => !holds.has(guard))
  return missing === undefined ? line : lacking[missing]
}

/** A transition that was made, as it was written down. */
export interface Move {
  transition: string
  from: string
  to: string
}

/** Whether a table has what was made. */
export function lists(
  table: readonly Transition<string, string, string>[],
  { transition, from, to }: Move,
): boolean {
  return table.some((line) => line.id === transition && line.from.includes(from) && leadsTo(line, to))
}

function leadsTo({ to }: Pick<Transition<string, string, string>, 'to'>, target: string): boolean {
  return typeof to === 'string' ? to === target : to.includes(target)
}
