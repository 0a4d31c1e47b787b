/** How the core receives what the interaction layer asks of it: who is who, and news that nobody said. */
import { greetGroup } from './core/help/commands.js'
import { chatOf, leaveChat, memberOf, moveChat, recognise, sighted } from './core/members/members.js'
import type { Choose } from './core/notices/commands.js'
import type { PlatformEvent } from './interaction/call.js'
import type { Roster } from './interaction/roster.js'
import type { Storage } from './storage/storage.js'

export const roster: Roster = {
  recognise,
  memberOf,
  sighted,
  async chat(work, id) {
    const { native, platform, kind, title, language, appLanguage, guild } = await chatOf(work, id)
    const place = { platform, chat: native, kind, title }
    const more = { language: appLanguage ?? undefined, guild: guild ?? undefined }
    return { id, title, kind, language, place: { ...place, ...more } }
  },
}

/** News that nobody said. */
export async function hear(storage: Storage, event: PlatformEvent, choose: Choose): Promise<void> {
  await storage.write(async (work) => {
    switch (event.kind) {
      case 'chat-migrated':
        return moveChat(work, event.platform, event.from, event.to)
      case 'bot-left':
        return leaveChat(work, event.place)
      case 'bot-joined':
        return greetGroup(work, event, choose)
      case 'bot-blocked':
      case 'bot-unblocked':
        return
    }
  })
}
