/** The parts of Discord's objects that the page draws (API v10). Everything may be missing but the ids. */
export interface User {
  id: string
  username: string
  global_name?: string | null
  bot?: boolean
}

/** Component types (components reference). */
export const PART = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radios: 21,
  checkboxes: 22,
  checkbox: 23,
} as const

/** Button styles; 5 is a link. */
export const STYLES: Record<number, string> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
}

/** Message flags. */
export const FLAG = { ephemeral: 64, loading: 128, v2: 32768 } as const

export interface Emoji {
  id?: string | null
  name?: string | null
}

export interface Choice {
  label: string
  value: string
  description?: string
  emoji?: Emoji
  default?: boolean
}

export interface Component {
  type: number
  id?: number
  custom_id?: string
  label?: string
  description?: string
  style?: number
  url?: string
  emoji?: Emoji
  disabled?: boolean
  required?: boolean
  content?: string
  placeholder?: string
  value?: string
  default?: boolean
  min_values?: number
  max_values?: number
  min_length?: number
  max_length?: number
  options?: Choice[]
  accent_color?: number | null
  spoiler?: boolean
  divider?: boolean
  spacing?: number
  media?: { url: string }
  file?: { url: string }
  name?: string
  items?: { media: { url: string }; description?: string; spoiler?: boolean }[]
  accessory?: Component
  component?: Component
  components?: Component[]
}

export interface Embed {
  title?: string
  url?: string
  description?: string
  color?: number
  timestamp?: string
  author?: { name: string; url?: string }
  footer?: { text: string }
  fields?: { name: string; value: string; inline?: boolean }[]
  image?: { url: string }
  thumbnail?: { url: string }
}

export interface Attachment {
  id: string
  filename: string
  url: string
  content_type?: string
  width?: number | null
  height?: number | null
  size?: number
}

export interface Message {
  id: string
  type?: number
  flags?: number
  timestamp: string
  edited_timestamp?: string | null
  author: User
  content?: string
  mentions?: User[]
  mention_everyone?: boolean
  embeds?: Embed[]
  attachments?: Attachment[]
  components?: Component[]
  referenced_message?: Message | null
  interaction?: { name: string; user: User }
  interaction_metadata?: { type: number; name?: string; user: User }
  reactions?: { count: number; emoji: Emoji; me?: boolean }[]
}

/** Types of a command's option. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

type Localised = Record<string, string> | null

export interface CommandOption {
  type: number
  name: string
  name_localizations?: Localised
  description: string
  description_localizations?: Localised
  required?: boolean
  choices?: { name: string; name_localizations?: Localised; value: string | number }[]
  options?: CommandOption[]
  min_value?: number
  max_value?: number
  min_length?: number
  max_length?: number
}

export interface Command {
  id: string
  type?: number
  name: string
  name_localizations?: Localised
  description: string
  description_localizations?: Localised
  options?: CommandOption[]
}

export interface Modal {
  custom_id: string
  title: string
  components: Component[]
}

export const nameOf = (user: User): string => user.global_name ?? user.username

/** Discord's name of a person's language (reference, locales). */
const LOCALES: Record<string, string> = { en: 'en-US', es: 'es-ES' }

export const localeOf = (language: string): string => LOCALES[language] ?? language

/** A name or description as the person's app shows it. */
export function localised(plain: string, by: Localised | undefined, locale: string): string {
  return by?.[locale] ?? plain
}

export const hasFlag = ({ flags = 0 }: Pick<Message, 'flags'>, flag: number): boolean => (flags & flag) !== 0
