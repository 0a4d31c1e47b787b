/**
 * The menus behind `/`: one list for each scope and language, sent only where it differs from what Telegram
 * has. A menu hides nothing: every call is checked again whatever its sender saw.
 */
import type { RawApi } from 'grammy'
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Listing } from '../../interaction/platform.js'
import { cutGraphemes } from './lettering.js'
import { COMMAND_DESCRIPTION_LIMIT, COMMAND_PATTERN, COMMANDS_LIMIT } from './limits.js'

/**
 * Telegram shows the narrowest list that fits and merges none, so each holds everything its readers may use.
 */
const SCOPES: Record<Exclude<BotCommandScope['type'], `chat${string}`>, ReadonlySet<Listing['scope']>> = {
  default: new Set(['everywhere']),
  all_private_chats: new Set(['everywhere', 'private']),
  all_group_chats: new Set(['everywhere', 'group']),
  all_chat_administrators: new Set(['everywhere', 'group', 'admins']),
}

export interface Menu {
  scope: { type: keyof typeof SCOPES }
  /** None: for everybody whose language has no list of its own. */
  language?: LanguageCode
  commands: BotCommand[]
}

/** Every menu that follows from the listings. Throws for a name that Telegram cannot have. */
export function menusOf(listings: readonly Listing[], locales: readonly string[], fallback: string): Menu[] {
  const wrong = listings.find(({ name }) => !COMMAND_PATTERN.test(name))
  if (wrong) throw new Error(`Telegram cannot have a command named ${wrong.name}`)
  const languages: Language[] = [{ locale: fallback }, ...locales.map(named)]
  return (Object.keys(SCOPES) as (keyof typeof SCOPES)[]).flatMap((type) => {
    const shown = listings.filter(({ scope }) => SCOPES[type].has(scope)).slice(0, COMMANDS_LIMIT)
    return languages.map(({ language, locale }) => ({
      scope: { type },
      language,
      commands: shown.map((listing) => entry(listing, locale, fallback)),
    }))
  })
}

interface Language {
  language?: LanguageCode
  locale: string
}

/** `zh-CN` is `zh` to Telegram. The folders of `locales/` begin with ISO 639-1 codes. */
function named(locale: string): Language {
  return { language: locale.slice(0, 2).toLowerCase() as LanguageCode, locale }
}

function entry(listing: Listing, locale: string, fallback: string): BotCommand {
  const words = listing.description[locale] ?? listing.description[fallback] ?? listing.name
  return { command: listing.name, description: cutGraphemes(words, COMMAND_DESCRIPTION_LIMIT) }
}

type CommandsApi = Pick<RawApi, 'getMyCommands' | 'setMyCommands' | 'deleteMyCommands'>

/** Brings one of Telegram's menus in line; false when it was already. */
export async function publishMenu(api: CommandsApi, menu: Menu): Promise<boolean> {
  const where = { scope: menu.scope, language_code: menu.language }
  const present = await api.getMyCommands(where)
  if (isSame(present, menu.commands)) return false
  if (menu.commands.length === 0) await api.deleteMyCommands(where)
  else await api.setMyCommands({ ...where, commands: menu.commands })
  return true
}

function isSame(present: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
  return (
    present.length === wanted.length &&
    wanted.every((command, index) => {
      const other = present[index]
      return other?.command === command.command && other.description === command.description
    })
  )
}
