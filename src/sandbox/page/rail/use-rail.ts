import { useEffect, useState } from 'preact/hooks'
import type { RailEntry } from '../../page-contract.js'
import { fetchRail } from '../kit/api.js'
import type { Stream } from '../kit/stream.js'
import { merged } from './rail-state.js'

/** What just happened, newest first, followed through the stream. */
export function useRail(stream: Stream): RailEntry[] {
  const [entries, setEntries] = useState<RailEntry[]>([])
  useEffect(() => {
    // The server begins anew with its numbers when it is started anew: what it has replaces what was known.
    const look = (): void => {
      fetchRail().then(
        (answer) => setEntries(merged([], answer.entries)),
        () => {},
      )
    }
    const stops = [
      stream.on('hello', look),
      stream.on('rail', (news) => setEntries((before) => merged(before, news.entries))),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream])
  return entries
}
