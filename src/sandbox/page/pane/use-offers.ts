import { useEffect } from 'preact/hooks'
import { useSandbox } from '../shell/sandbox.js'
import { buttonsOf } from '../storm/buttons.js'
import type { Pane } from './use-pane.js'

/** Tells the page which buttons this pane shows, so that one storm can reach both platforms. */
export function useOffers(pane: Pane): void {
  const { offer } = useSandbox()
  useEffect(() => {
    const room = pane.at?.kind === 'group' ? pane.at.id : undefined
    offer(
      pane.platform,
      room ? pane.shown.flatMap(({ native }) => buttonsOf(pane.platform, room, native)) : [],
    )
  }, [pane.shown, pane.at])
}
