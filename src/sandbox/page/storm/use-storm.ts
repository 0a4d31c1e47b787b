import { useEffect, useRef, useState } from 'preact/hooks'
import type { StormReport, StormRequest } from '../../page-contract.js'
import { cancelStorm, fetchStorm, startStorm } from '../kit/api.js'
import type { Stream } from '../kit/stream.js'

export interface StormState {
  report: StormReport | undefined
  isShown: boolean
  /** Rejects with the server's reason, for example that a storm is running. */
  start(request: StormRequest): Promise<void>
  cancel(): void
  hide(): void
}

/** The newest storm, followed through the stream. */
export function useStorm(stream: Stream): StormState {
  const [report, setReport] = useState<StormReport>()
  const [hidden, hide] = useState(0)
  const first = useRef(true)
  useEffect(() => {
    const look = (): void => {
      fetchStorm().then(
        (found) => {
          setReport(found ?? undefined)
          // Of a server that was started anew the next storm may have the number of one that was hidden.
          if (!found) return hide(0)
          // A storm that was over before the page was opened is old news.
          if (first.current && found.state !== 'running') hide(found.id)
          first.current = false
        },
        () => {},
      )
    }
    const follow = (news: StormReport): void => {
      first.current = false
      setReport(news)
    }
    const stops = [stream.on('storm', follow), stream.on('hello', look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream])
  return {
    report,
    isShown: report !== undefined && report.id !== hidden,
    start: async (request) => {
      hide(0)
      const begun = await startStorm(request)
      // A short storm may be over, and the stream have said so, before this answer is here.
      setReport((known) => (known?.id === begun.id ? known : begun))
    },
    cancel: () => void cancelStorm().then((last) => last && setReport(last)),
    hide: () => hide(report?.id ?? 0),
  }
}
