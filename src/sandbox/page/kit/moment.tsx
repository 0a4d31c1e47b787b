import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { fullMoment, relative } from './when.js'
import { useWords } from './words.js'

/** A relative time grows old: it is written anew every second. */
const TICK_MS = 1000

interface MomentProps {
  /** Milliseconds since the epoch. */
  at: number
  class?: string
  /** Left out, the page's. */
  language?: string
}

/** A point in time that says in full what it is when pointed at. */
export function Moment({
  at,
  children,
  class: name,
  language,
}: MomentProps & { children: ComponentChildren }) {
  const words = useWords()
  return (
    <time class={name} dateTime={isoOf(at)} title={fullMoment(at, language ?? words.language)}>
      {children}
    </time>
  )
}

/** `in 5 minutes`, kept true. */
export function RelativeMoment({ at, class: name, language }: MomentProps) {
  const words = useWords()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <Moment at={at} class={name} language={language}>
      {relative(at, now, language ?? words.language)}
    </Moment>
  )
}

function isoOf(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
