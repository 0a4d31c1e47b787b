/** How the core receives what the interaction layer asks of it: who is who, and news that nobody said. */
import { tellDesksLost } from './core/desks/cards.js'
import { greetGroup } from './core/help/commands.js'
import { communityBack, communityLost } from './core/measuring/cards.js'
import {
  accountsOf,
  assertStillOne,
  chatNumbered,
  chatOf,
  leaveChat,
  memberOf,
  moveChat,
  recognise,
  sighted,
} from './core/members/members.js'
import type { Choose } from './core/notices/notices.js'
import type { Place, PlatformEvent } from './interaction/call.js'
import type { Meeting, Roster } from './interaction/roster.js'
import { Refusal } from './kit/refusal.js'
import { isUniqueViolation } from './storage/errors.js'
import { reviveFor } from './storage/outbox.js'
import type { Storage, Work } from './storage/storage.js'

/** An account of which nothing is known but its id. */
const NOBODY = { name: '', isBot: false, isAnonymous: false }

export const roster: Roster = {
  recognise,
  memberOf,
  assertStillOne,
  sighted,
  async chat(work, id) {
    const { native, platform, kind, title, language, appLanguage, guild } = await chatOf(work, id)
    const place = { platform, chat: native, kind, title }
    const more = { language: appLanguage ?? undefined, guild: guild ?? undefined }
    return { id, title, kind, language, place: { ...place, ...more } }
  },
  async reach(work, actor, id) {
    const member = await memberOf(work, actor)
    if (member === undefined) return undefined
    const found = await placeOf(work, id)
    return found?.platform === actor.platform ? { account: actor, place: found } : find(work, member, found)
  },
  find: async (work, member, id) => find(work, member, await placeOf(work, id)),
}

async function placeOf(work: Work, id: number): Promise<Place | undefined> {
  const chat = await chatNumbered(work, id)
  if (!chat) return undefined
  const { platform, native, kind, title, guild } = chat
  return { platform, chat: native, kind, title, guild: guild ?? undefined }
}

async function find(work: Work, member: number, place: Place | undefined): Promise<Meeting | undefined> {
  const own = (await accountsOf(work, member)).find(({ platform }) => platform === place?.platform)
  return place && own && { account: { ...NOBODY, platform: place.platform, id: own.account }, place }
}

/**
 * Times that news is heard when somebody else's unit came in between: it took the money or the id that this
 * one had seen. No person is there to try again, and the platform takes the news for heard.
 */
const HEARD_MOST = 3

/** News that nobody said. */
export async function hear(storage: Storage, event: PlatformEvent, choose: Choose): Promise<void> {
  for (let times = 1; ; times++) {
    try {
      return await hearOnce(storage, event, choose)
    } catch (error) {
      const isContended = error instanceof Refusal || isUniqueViolation(error, 'chats_native')
      if (!isContended || times === HEARD_MOST) throw error
    }
  }
}

async function left(
  work: Work,
  { id, place }: Extract<PlatformEvent, { kind: 'bot-left' | 'bot-joined' }>,
  choose: Choose,
): Promise<void> {
  const chat = await leaveChat(work, place)
  if (chat !== undefined) await tellDesksLost(work, chat, id, choose)
}

async function hearOnce(storage: Storage, event: PlatformEvent, choose: Choose): Promise<void> {
  await storage.write(async (work) => {
    switch (event.kind) {
      case 'chat-migrated':
        return moveChat(work, event.platform, event.from, event.to)
      case 'bot-left':
        await communityLost(work, event, choose)
        return left(work, event, choose)
      case 'bot-joined':
        await communityBack(work, event, choose)
        return greetGroup(work, event, choose)
      case 'bot-unblocked':
        return reviveFor(work, { platform: event.account.platform, account: event.account.id })
      case 'bot-blocked':
        return
    }
  })
}
