/** Notices what the tour asks for, in whatever order it is done, and while the tour is put away too. */
import { useEffect, useRef } from 'preact/hooks'
import type { StormReport } from '../../page-contract.js'
import { type Deed, stepOf, type TourState, tourAfter } from './steps.js'

/**
 * Returns what is to be told of everything that somebody does. It may be told of several deeds by one render,
 * so each step is taken from the state as it is then.
 */
export function useTour(
  storm: StormReport | undefined,
  change: (next: (before: TourState) => TourState) => void,
): (deed: Deed) => void {
  useStorm(storm, () => change((before) => tourAfter(before, 'storm')))
  return (deed) => {
    const step = stepOf(deed)
    if (step) change((before) => tourAfter(before, step))
  }
}

/** A storm is nobody’s deed: it counts when it has passed, unless it was over when the page was opened. */
function useStorm(storm: StormReport | undefined, passed: () => void): void {
  const seen = useRef(0)
  useEffect(() => {
    if (storm?.state === 'running') seen.current = storm.id
    if (storm?.state !== 'done' || seen.current !== storm.id) return
    seen.current = 0
    passed()
  }, [storm])
}
