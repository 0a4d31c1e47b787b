/** The page on two fake platforms with sample messages: for the browser test, and to look at by hand. */
import { demoCommunity } from '../../../src/sandbox/community.js'
import { createFaults, type Faults } from '../../../src/sandbox/faults.js'
import type { PageFolders } from '../../../src/sandbox/page-document.js'
import { createSandboxPage, type SandboxPage } from '../../../src/sandbox/page-server.js'
import type { Rail } from '../../../src/sandbox/rail.js'
import { type FakePlatform, fakePlatform } from './fake-platform.js'
import {
  discordCommands,
  discordMessages,
  LOUNGE,
  MOON_TRADERS,
  passphraseModal,
  telegramCommands,
  telegramMessages,
} from './sample-messages.js'
import { railDetail, railEntries } from './sample-rail.js'

export interface Stage {
  page: SandboxPage
  telegram: FakePlatform
  discord: FakePlatform
  faults: Faults
}

/** `folders` says where the compiled page lies; left out, in this installation's `dist/`. */
export function setStage(folders?: PageFolders): Stage {
  const community = demoCommunity()
  const telegram = fakePlatform('telegram', community)
  const discord = fakePlatform('discord', community)
  for (const message of telegramMessages) telegram.put(MOON_TRADERS, message, onlyFor(message, 'ana'))
  for (const message of discordMessages) discord.put(LOUNGE, message, onlyFor(message, 'kofi'))
  telegram.suggest(telegramCommands)
  discord.suggest(discordCommands)
  telegram.answer((person, action) =>
    action.do === 'press'
      ? { kind: 'toast', text: `You got 2.31 USDT, ${person.name}`, alert: action.data.includes('why') }
      : { kind: 'none' },
  )
  discord.answer((_person, action) => {
    if (action.do === 'press' && action.data.includes('form'))
      return { kind: 'modal', modal: 'm1', data: passphraseModal }
    const text = action.do === 'submit' ? `The words were “${action.values.words}”` : 'You got 1.87 USDT'
    return { kind: 'message', message: receipt(text), ephemeral: true, update: false }
  })
  const since = Date.now()
  const bot = { status: () => ({ running: true, since, restarts: 0 }), kill: () => {} }
  const faults = createFaults({ chance: () => 0, now: Date.now })
  const platforms = [telegram, discord]
  const options = { community, platforms, bot, faults, ...(folders ? { folders } : {}) }
  return { page: createSandboxPage({ ...options, rail }), telegram, discord, faults }
}

/** A rail that has its entries and gets no others. */
const rail: Rail = {
  watch: (platform) => platform,
  crowd: (platform) => platform,
  answer: () => ({ entries: railEntries }),
  detail: railDetail,
  tell: () => () => {},
  since: (version) => ({ entries: [], version: Math.min(version, 1) }),
  close: () => {},
}

let receipts = 900_000_000_000_001_000n

function receipt(content: string) {
  receipts += 1n
  const author = { id: '800000000000009000', username: 'Community Partner (demo)', bot: true }
  return { id: String(receipts), timestamp: new Date().toISOString(), author, flags: 64, content }
}

function onlyFor(message: object, person: string): string | undefined {
  const isEphemeral = 'ephemeral_message_id' in message || ('flags' in message && message.flags === 64)
  return isEphemeral ? person : undefined
}
