import { describe, expect, it } from 'vitest'
import type { Room, SandboxEvent } from '../../../src/sandbox/contract.js'
import {
  changePane,
  emptyPane,
  isNewRoom,
  type PaneChange,
  type PaneState,
  sameRoom,
} from '../../../src/sandbox/page/pane/pane-state.js'

const group: Room = { id: '-1', title: 'Group', kind: 'group', members: 3 }
const general: Room = { id: '-2', title: 'Forum · General', kind: 'group', members: 3, thread: '1' }
const gifts: Room = { id: '-2', title: 'Forum · Gifts', kind: 'group', members: 3, thread: '7' }
const rooms = [group, general, gifts]

const text = (id: number, words = '') => ({ message_id: id, text: words })
const inTopic = (id: number, thread: number) => ({
  message_id: id,
  message_thread_id: thread,
  is_topic_message: true,
})
const told = (kind: 'message' | 'edit', room: string, message: unknown): SandboxEvent => ({
  platform: 'telegram',
  at: 0,
  kind,
  room,
  message,
})
const deleted = (room: string, message: number): SandboxEvent => ({
  platform: 'telegram',
  at: 0,
  kind: 'delete',
  room,
  message,
})

const paneAfter = (...changes: PaneChange[]): PaneState => changes.reduce(changePane, emptyPane)
const enter = (at: Room, person = 'ana'): PaneChange => ({ do: 'enter', person, rooms, at })
const fill = (at: Room, ...history: unknown[]): PaneChange => ({ do: 'fill', at, history })
const events = (...events: SandboxEvent[]): PaneChange => ({ do: 'events', events })
const keys = (state: PaneState) => state.shown.map(({ key }) => key)

describe('a pane', () => {
  it('shows the history, then what is added, changed and deleted', () => {
    const state = paneAfter(
      enter(group),
      fill(group, text(1), text(2)),
      events(told('message', '-1', text(3)), told('edit', '-1', text(1, 'new')), deleted('-1', 2)),
    )
    expect(state.shown.map(({ native }) => native)).toEqual([text(1, 'new'), text(3)])
  })

  it('loses nothing that happens while the history is on its way', () => {
    const state = paneAfter(
      enter(group),
      events(told('message', '-1', text(3)), told('edit', '-1', text(2, 'late'))),
      fill(group, text(1), text(2), text(3)),
    )
    expect(state.shown.map(({ native }) => native)).toEqual([text(1), text(2, 'late'), text(3)])
  })

  it('drops a history that arrives after the person went elsewhere', () => {
    const state = paneAfter(
      enter(group),
      { do: 'open', at: gifts },
      fill(group, text(1)),
      fill(gifts, inTopic(2, 7)),
    )
    expect(keys(state)).toEqual(['2'])
  })

  it('does not bring back an old message that is edited', () => {
    expect(keys(paneAfter(enter(group), fill(group, text(5)), events(told('edit', '-1', text(1)))))).toEqual([
      '5',
    ])
  })

  it('shows an answer once, whether it comes by the action or by the stream first', () => {
    const state = paneAfter(
      enter(group),
      fill(group),
      { do: 'show', native: text(1, 'a') },
      events(told('message', '-1', text(1, 'b'))),
    )
    expect(state.shown.map(({ native }) => native)).toEqual([text(1, 'b')])
  })

  it('tells ephemeral messages apart, which all have the number 0', () => {
    const ephemeral = (id: number) => ({ message_id: 0, ephemeral_message_id: id, receiver_user: { id: 9 } })
    expect(keys(paneAfter(enter(group), fill(group, ephemeral(1), ephemeral(2))))).toEqual(['e9.1', 'e9.2'])
  })

  it('keeps the newest 500', () => {
    const history = Array.from({ length: 500 }, (_, index) => text(index + 1))
    const state = paneAfter(enter(group), fill(group, ...history), events(told('message', '-1', text(501))))
    expect([state.shown.length, keys(state)[0]]).toEqual([500, '2'])
  })

  it('keeps topics apart, with replies in ordinary groups belonging to none', () => {
    const mixed = [text(1), inTopic(2, 7), { message_id: 3, message_thread_id: 1 }]
    expect(keys(paneAfter(enter(general), fill(general, ...mixed)))).toEqual(['1', '3'])
    expect(keys(paneAfter(enter(gifts), fill(gifts, ...mixed)))).toEqual(['2'])
    expect(keys(paneAfter(enter(group), fill(group, ...mixed)))).toEqual(['1', '2', '3'])
  })

  it('counts unread messages by room, and forgets them when the room is opened', () => {
    const state = paneAfter(
      enter(group),
      fill(group),
      events(
        told('message', '-2', inTopic(1, 7)),
        told('message', '-2', inTopic(2, 7)),
        told('message', '-2', text(3)),
        told('edit', '-2', text(3)),
      ),
    )
    expect(state.unread).toEqual({ '-2/7': 2, '-2/1': 1 })
    expect(changePane(state, { do: 'open', at: gifts }).unread).toEqual({ '-2/1': 1 })
  })

  it('counts a message of another topic of the room one is in', () => {
    const state = paneAfter(enter(general), fill(general), events(told('message', '-2', inTopic(1, 7))))
    expect([keys(state), state.unread]).toEqual([[], { '-2/7': 1 }])
  })

  it('remembers what was dismissed, until another person is acted as', () => {
    const state = paneAfter(enter(group), fill(group, text(1)), { do: 'dismiss', key: '1' })
    expect([...state.dismissed]).toEqual(['1'])
    expect(changePane(state, enter(group, 'kofi'))).toMatchObject({ dismissed: new Set(), shown: [] })
  })

  it('keeps what is on screen while it catches up after a lost connection', () => {
    const state = paneAfter(enter(group), fill(group, text(1)), { do: 'dismiss', key: '1' }, enter(group))
    expect([keys(state), state.dismissed.size]).toEqual([['1'], 1])
    expect(keys(changePane(state, fill(group, text(1), text(2))))).toEqual(['1', '2'])
  })

  it('keeps the head of the room up to date, and waits for another one when the room is gone', () => {
    const muted: Room = { ...group, flags: ['muted'] }
    const state = paneAfter(enter(group), fill(group, text(1)), { do: 'list', rooms: [muted, gifts] })
    expect([state.at, keys(state)]).toEqual([muted, ['1']])
    expect(changePane(state, { do: 'list', rooms: [gifts] }).at).toEqual(muted)
    expect([sameRoom([gifts], gifts), sameRoom([gifts], general)]).toEqual([gifts, undefined])
  })

  it('notices a message of a room it has never heard of', () => {
    const state = paneAfter(enter(group))
    expect(isNewRoom(state, told('message', '-9', text(1)))).toBe(true)
    expect(isNewRoom(state, told('message', '-2', text(1)))).toBe(false)
    expect(isNewRoom(state, told('edit', '-9', text(1)))).toBe(false)
  })
})
