/** What is new of the people one may act as: their roles, and what waits for them unread. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PeopleAnswer, PlatformName } from '../../page-contract.js'
import { fetchPeople } from '../kit/api.js'
import { useSandbox } from '../shell/sandbox.js'
import { become, firstLook, look, type Unread, unreadOf } from './unread.js'

export interface PeopleSeen {
  /** Their roles now; undefined while nobody knows. */
  rolesOf(person: string): readonly string[] | undefined
  /** Messages that only they see and that came while somebody else was acted as. */
  unreadOf(person: string): number
}

export function usePeopleNews(platform: PlatformName): PeopleSeen {
  const { stream, settings } = useSandbox()
  const acted = useRef(settings[platform])
  const [roles, setRoles] = useState<PeopleAnswer['roles']>()
  const [unread, setUnread] = useState<Unread>()
  useEffect(() => {
    const take = (answer: PeopleAnswer): void => {
      setRoles(answer.roles)
      setUnread((before) =>
        before ? look(before, answer, platform, acted.current) : firstLook(answer, platform),
      )
    }
    const fetchIt = (): void => void fetchPeople().then(take, () => {})
    const stops = [stream.on('people', take), stream.on('hello', fetchIt)]
    fetchIt()
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream, platform])
  useEffect(() => {
    acted.current = settings[platform]
    setUnread((before) => before && become(before, settings[platform]))
  }, [settings[platform]])
  return {
    rolesOf: (person) => (roles ? (roles[person] ?? []) : undefined),
    unreadOf: (person) => (unread && person !== settings[platform] ? unreadOf(unread, person) : 0),
  }
}
