/** setMyName, setMyDescription, setMyShortDescription and the getters. */
import { text } from '../args.js'
import type { Call, Method } from '../calls.js'
import { badRequest } from '../refusal.js'
import type { Profile } from '../world.js'
import { readLanguage } from './commands.js'

type Shelf = Exclude<keyof Profile, 'commands'>

/** Characters of each text [Bot API setMyName, setMyDescription, setMyShortDescription]. */
const LIMITS: Record<Shelf, number> = { names: 64, descriptions: 512, shortDescriptions: 120 }
const TOO_LONG: Record<Shelf, string> = {
  names: 'BOT_TITLE_INVALID',
  descriptions: 'BOT_DESCRIPTION_INVALID',
  shortDescriptions: 'BOT_ABOUT_INVALID',
}

const setter =
  (shelf: Shelf, field: string): Method =>
  ({ world, args }: Call) => {
    const language = readLanguage(args)
    const value = text(args, field)
    if (value.length > LIMITS[shelf]) throw badRequest(TOO_LONG[shelf])
    if (value === '') world.profile[shelf].delete(language)
    else world.profile[shelf].set(language, value)
    return true
  }

/** An unset language shows the default text; the name is never empty. */
const getter =
  (shelf: Shelf, field: string): Method =>
  ({ world, args }: Call) => {
    const texts = world.profile[shelf]
    const value = texts.get(readLanguage(args)) ?? texts.get('') ?? (shelf === 'names' ? world.bot.name : '')
    return { [field]: value }
  }

export const PROFILE_METHODS: Readonly<Record<string, Method>> = {
  setMyName: setter('names', 'name'),
  getMyName: getter('names', 'name'),
  setMyDescription: setter('descriptions', 'description'),
  getMyDescription: getter('descriptions', 'description'),
  setMyShortDescription: setter('shortDescriptions', 'short_description'),
  getMyShortDescription: getter('shortDescriptions', 'short_description'),
}
