import { useEffect, useState } from 'preact/hooks'
import type { News, Stream } from './stream.js'

/**
 * The newest of something the server tells: fetched when the stream begins, followed from then on. The second
 * puts what an own request has brought.
 */
export function useNewest<Name extends keyof News>(
  stream: Stream,
  name: Name,
  fetchIt: () => Promise<News[Name] | null>,
): [News[Name] | undefined, (news: News[Name] | undefined) => void] {
  const [newest, put] = useState<News[Name]>()
  useEffect(() => {
    const look = (): void => {
      fetchIt().then(
        (found) => put(() => found ?? undefined),
        () => put(undefined),
      )
    }
    const follow = (news: News[Name]): void => put(() => news)
    const stops = [stream.on(name, follow), stream.on('hello', look), stream.on('lost', () => put(undefined))]
    look()
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream, name])
  return [newest, (news) => put(() => news)]
}
