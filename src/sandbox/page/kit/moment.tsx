import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fullMoment, relative } from './when.js'
import { useWords } from './words.js'

/** A relative time grows old: it is written anew every second. */
const TICK_MS = 1000

/** A point in time (milliseconds) that says in full what it is when pointed at. */
export function Moment({
  at,
  children,
  class: name,
}: {
  at: number
  children: ComponentChildren
  class?: string
}) {
  const { language } = useWords()
  return (
    <time class={name} dateTime={isoOf(at)} title={fullMoment(at, language)}>
      {children}
    </time>
  )
}

/** `in 5 minutes`, kept true. */
export function RelativeMoment({ at, class: name }: { at: number; class?: string }) {
  const { language } = useWords()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <Moment at={at} class={name}>
      {relative(at, now, language)}
    </Moment>
  )
}

function isoOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
