/** What can only be seen over a whole message or modal: counts, sums and ids used twice. */
import { COMPONENT } from '../protocol.js'
import { COMPONENTS_MAX, TEXT_TOTAL } from './component.js'
import { type Finding, isRecord } from './rule.js'

type Given = Record<string, unknown>
export interface Placed {
  at: (string | number)[]
  component: Given
}

/** Every component at every depth, with its place, in document order. */
export function walk(components: unknown, at: (string | number)[]): Placed[] {
  if (!Array.isArray(components)) return []
  return components.flatMap((component, index) => {
    if (!isRecord(component)) return []
    const here = [...at, index]
    const single = (key: string): Placed[] =>
      isRecord(component[key]) ? [{ at: [...here, key], component: component[key] as Given }] : []
    const below = walk(component.components, [...here, 'components'])
    return [{ at: here, component }, ...below, ...single('accessory'), ...single('component')]
  })
}

/** Counts, sums and repeated ids of a component tree found at `at`. */
export function wrongTree(components: unknown, at: (string | number)[]): Finding[] {
  const placed = walk(components, at)
  return [...tooMany(placed, at), ...tooMuchText(placed, at), ...repeated(placed)]
}

function tooMany(placed: readonly Placed[], at: (string | number)[]): Finding[] {
  if (placed.length <= COMPONENTS_MAX) return []
  const message = `The maximum number of total components is ${COMPONENTS_MAX}`
  return [{ at, error: { code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message } }]
}

function tooMuchText(placed: readonly Placed[], at: (string | number)[]): Finding[] {
  const texts = placed.filter(({ component }) => component.type === COMPONENT.textDisplay)
  const total = texts.reduce((sum, { component }) => sum + [...String(component.content ?? '')].length, 0)
  if (total <= TEXT_TOTAL) return []
  const message = `The total displayable text size exceeds the maximum size of ${TEXT_TOTAL}`
  return [{ at, error: { code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message } }]
}

/** `custom_id` and `id` must each be unique; a disabled button counts too (discord-api-docs issue 3673). */
function repeated(placed: readonly Placed[]): Finding[] {
  const seen = new Set<string>()
  const found: Finding[] = []
  const note = (place: Placed, key: string, code: string, message: string): void => {
    const value = place.component[key]
    if (!value) return
    const mark = `${key}=${String(value)}`
    if (seen.has(mark)) found.push({ at: [...place.at, key], error: { code, message } })
    seen.add(mark)
  }
  for (const place of placed) {
    note(place, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
    note(place, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated')
  }
  return found
}
