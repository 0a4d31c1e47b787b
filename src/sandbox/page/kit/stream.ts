/** The stream of news from the server, shared by both panes. */
import type {
  BotStatus,
  FaultsAnswer,
  Frame,
  PeopleAnswer,
  RailNews,
  StormReport,
} from '../../page-contract.js'
import type { TransportStatus } from '../../transport-contract.js'

export interface News {
  /** The stream stands (again): whatever was missed must be fetched. */
  hello: undefined
  frame: Frame
  storm: StormReport
  bot: BotStatus
  rail: RailNews
  faults: FaultsAnswer
  transport: TransportStatus
  people: PeopleAnswer
  /** The server cannot be reached; the browser keeps trying. */
  lost: undefined
}

type Listener<Name extends keyof News> = (news: News[Name]) => void

export interface Stream {
  on<Name extends keyof News>(name: Name, listener: Listener<Name>): () => void
  /** Listens for these people's eyes from now on. */
  view(viewer: { telegram: string; discord: string }): void
}

export function createStream(): Stream {
  const listeners: { [Name in keyof News]: Set<Listener<Name>> } = {
    hello: new Set(),
    frame: new Set(),
    storm: new Set(),
    bot: new Set(),
    rail: new Set(),
    faults: new Set(),
    transport: new Set(),
    people: new Set(),
    lost: new Set(),
  }
  let source: EventSource | undefined
  const tell = <Name extends keyof News>(name: Name, news: News[Name]): void => {
    for (const listener of listeners[name]) listener(news)
  }
  const carry = <Name extends Exclude<keyof News, 'hello' | 'lost'>>(from: EventSource, name: Name): void =>
    from.addEventListener(name, (event) => tell(name, JSON.parse((event as MessageEvent<string>).data)))
  return {
    on(name, listener) {
      listeners[name].add(listener)
      return () => {
        listeners[name].delete(listener)
      }
    },
    view(viewer) {
      source?.close()
      const opened = new EventSource(`/api/events?${new URLSearchParams(viewer)}`)
      opened.addEventListener('hello', () => tell('hello', undefined))
      opened.addEventListener('error', () => tell('lost', undefined))
      carry(opened, 'frame')
      carry(opened, 'storm')
      carry(opened, 'bot')
      carry(opened, 'rail')
      carry(opened, 'faults')
      carry(opened, 'transport')
      carry(opened, 'people')
      source = opened
    },
  }
}
