/** One tab stop for a list of alike things: the arrows, Home and End go from one to the next. */

/** How a thing of the list is marked: it takes part, and the newest alone is a tab stop. */
export const ROVING = { 'data-roving': '' } as const

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Moves the focus, where it is on one of the things. */
export function moveAmong(list: HTMLElement, event: KeyboardEvent): void {
  const step = STEPS[event.key]
  const all = [...list.querySelectorAll<HTMLElement>('[data-roving]')]
  const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
  if (!step || at < 0) return
  event.preventDefault()
  all[step(at, all.length)]?.focus()
}
