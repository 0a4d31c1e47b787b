import { useEffect, useRef, useState } from 'preact/hooks'
import type { RailEntry } from '../../page-contract.js'

/** Nearer to the top than this, in pixels, the reader sees what is new. */
const NEAR_TOP = 40

/** How many entries came above the reader, who has scrolled down, and the way to them. */
export function useNewAbove(rail: readonly RailEntry[]) {
  const list = useRef<HTMLOListElement>(null)
  const [isAtTop, setAtTop] = useState(true)
  const newest = rail[0]?.id ?? 0
  const [seen, see] = useState(newest)
  const isEmpty = rail.length === 0
  const scroller = (): HTMLElement | null | undefined => list.current?.closest<HTMLElement>('.side-body')
  useEffect(() => {
    const box = scroller()
    const watch = (): void => setAtTop(box ? box.scrollTop < NEAR_TOP : true)
    box?.addEventListener('scroll', watch, { passive: true })
    return () => box?.removeEventListener('scroll', watch)
  }, [isEmpty])
  useEffect(() => {
    if (isAtTop) see(newest)
  }, [isAtTop, newest])
  return {
    list,
    count: isAtTop ? 0 : rail.filter(({ id }) => id > seen).length,
    toTop: () => scroller()?.scrollTo({ top: 0 }),
  }
}
