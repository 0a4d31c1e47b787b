/**
 * What one browser tab is told. A storm edits one card hundreds of times and makes thousands of API calls;
 * the tab gets the newest state of each message, a handful of calls, and a count of the rest, in frames.
 */
import type { SandboxEvent } from './contract.js'
import { messageKey } from './page/message-key.js'
import type { Frame, PlatformName } from './page-contract.js'

/** Calls told one by one in a frame; the page needs them only to notice that commands have changed. */
const CALLS_PER_FRAME = 20
/** As many as a pane keeps on screen. Beyond it, fetching is cheaper than telling. */
const MESSAGES_PER_FRAME = 500

/** Who looks at the page: the person acted as, for each platform. */
export type Viewer = Partial<Record<PlatformName, string>>

export interface Feed {
  /** Takes an event in, unless it is for somebody else's eyes. */
  add(event: SandboxEvent): void
  /** Everything since the last call, or nothing. */
  take(): Frame | undefined
}

export function createFeed(viewer: Viewer): Feed {
  let messages = new Map<string, SandboxEvent>()
  let calls: SandboxEvent[] = []
  let skippedCalls = 0
  let reload = false

  const addCall = (event: SandboxEvent): void => {
    calls.push(event)
    if (calls.length <= CALLS_PER_FRAME) return
    calls.shift()
    skippedCalls++
  }
  const addMessage = (event: SandboxEvent, key: string): void => {
    const before = messages.get(key)
    // An edit of a message the tab has not heard of yet is, for the tab, a message.
    const isNew = before?.kind === 'message' && event.kind === 'edit'
    messages.set(key, isNew ? { ...event, kind: 'message' } : event)
    if (messages.size <= MESSAGES_PER_FRAME) return
    messages.clear()
    reload = true
  }
  return {
    add(event) {
      if (event.kind === 'call') return addCall(event)
      if (event.onlyFor !== undefined && event.onlyFor !== viewer[event.platform]) return
      if (!reload) addMessage(event, keyOf(event))
    },
    take() {
      if (messages.size === 0 && calls.length === 0 && !reload) return undefined
      const frame: Frame = { events: [...messages.values(), ...calls], skippedCalls, reload }
      messages = new Map()
      calls = []
      skippedCalls = 0
      reload = false
      return frame
    },
  }
}

function keyOf(event: Exclude<SandboxEvent, { kind: 'call' }>): string {
  const message = event.kind === 'delete' ? String(event.message) : messageKey(event.message)
  return `${event.platform} ${event.room} ${message}`
}
