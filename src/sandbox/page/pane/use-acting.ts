/** Acting for a person: what was done, what waits for an answer, and what the app shows in answer. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Action, Outcome } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import type { Reason } from '../../reasons.js'
import { act, reasonOf } from '../kit/api.js'
import { messageKey } from '../message-key.js'
import { useSandbox } from '../shell/sandbox.js'

/** What the platform's app shows over the chat in answer to a press. */
export type Notice =
  | { kind: 'toast' | 'alert'; text: string }
  /** Words of the page itself, by key. */
  | { kind: 'note'; key: string; reason?: Reason }

export interface OpenModal {
  modal: string
  data: unknown
}

export interface Acting {
  notice: Notice | undefined
  modal: OpenModal | undefined
  /** Does it for the person and shows what the person sees in answer. */
  perform(action: Action): Promise<Outcome | undefined>
  /** Presses a button or a select of a message; resolves when it was answered. */
  press(room: string, native: unknown, data: string, values?: string[]): Promise<Outcome | undefined>
  /** Another object whenever `isPending` or `hasFailed` may answer otherwise. */
  marks: object
  isPending(native: unknown, data: string): boolean
  /** Whether nobody answered the last press of this message in time. */
  hasFailed(native: unknown): boolean
  say(notice: Notice | undefined): void
  closeModal(): void
}

interface Means {
  /** Fetches the list of rooms again. */
  relist(): Promise<void>
  /** Whether it begins a chat that was not begun: then its room stands otherwise. */
  beginsChat(action: Action): boolean
  /** Shows a message that came as an answer. */
  show(room: string, native: unknown): void
}

/** What changes neither which rooms there are nor how they stand. */
const WITHIN_ROOMS = new Set<Action['do']>(['say', 'command', 'press', 'submit'])

export function useActing(platform: PlatformName, person: string, means: Means): Acting {
  const { relist, beginsChat, show } = means
  const { did } = useSandbox()
  const [notice, say] = useState<Notice>()
  const [modal, setModal] = useState<OpenModal>()
  const { pending, failed, during } = usePending()
  // The same message is another one for each person who presses it.
  const marks = useMemo(() => ({}), [pending, failed])
  const keyOf = (native: unknown): string => `${person} ${messageKey(native)}`
  const current = useRef(person)
  current.current = person
  // Before the next person is drawn, not after.
  useLayoutEffect(() => {
    say(undefined)
    setModal(undefined)
  }, [person])

  const answered = (action: Action, outcome: Outcome): void => {
    if (outcome.kind === 'message' && 'room' in action) show(action.room, outcome.message)
    if (outcome.kind === 'modal') setModal({ modal: outcome.modal, data: outcome.data })
    const notice = noticeOf(platform, outcome)
    if (notice) say(notice)
  }
  const perform = async (action: Action): Promise<Outcome | undefined> => {
    try {
      const outcome = await act(platform, person, action)
      did(platform, action, outcome)
      // What one person is told is not for the next one, who may be acted as by now.
      if (current.current !== person) return outcome
      answered(action, outcome)
      if (!WITHIN_ROOMS.has(action.do) || beginsChat(action)) await relist()
      return outcome
    } catch (error) {
      if (current.current !== person) return undefined
      say(noteOf(error))
      return undefined
    }
  }
  return {
    ...{ notice, modal, say, perform, marks },
    press(room, native, data, values) {
      const action: Action = { do: 'press', room, message: messageIdOf(native), data }
      return during(keyOf(native), data, () => perform(values ? { ...action, values } : action))
    },
    isPending: (native, data) => pending.has(`${keyOf(native)} ${data}`),
    hasFailed: (native) => failed.has(keyOf(native)),
    closeModal: () => setModal(undefined),
  }
}

/** What is said when the page's server says no, or nothing. */
export function noteOf(error: unknown): Notice {
  return { kind: 'note', key: 'note-denied', reason: reasonOf(error) }
}

/** What appears over the chat, if anything does. */
function noticeOf(platform: PlatformName, outcome: Outcome): Notice | undefined {
  if (outcome.kind === 'toast' && outcome.text !== '')
    return { kind: outcome.alert ? 'alert' : 'toast', text: outcome.text }
  if (outcome.kind === 'impossible') return { kind: 'note', key: 'note-impossible', reason: outcome.reason }
  return outcome.kind === 'timeout' ? { kind: 'note', key: `note-timeout-${platform}` } : undefined
}

/** The id to press by: a number on Telegram, except for ephemeral messages, which go by their key. */
function messageIdOf(native: unknown): number | string {
  const { message_id } = native as { message_id?: number }
  return message_id || messageKey(native)
}

/** Which buttons wait for an answer, and which messages got none. */
function usePending() {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set())
  const during = async (
    message: string,
    data: string,
    work: () => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined> => {
    const key = `${message} ${data}`
    setPending((before) => new Set([...before, key]))
    setFailed((before) => new Set([...before].filter((other) => other !== message)))
    const outcome = await work()
    setPending((before) => new Set([...before].filter((other) => other !== key)))
    if (outcome?.kind === 'timeout') setFailed((before) => new Set([...before, message]))
    return outcome
  }
  return { pending, failed, during }
}
