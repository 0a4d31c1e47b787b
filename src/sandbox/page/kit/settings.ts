/**
 * What this browser remembers about the reader, and what the address may set: `?telegram=ana&language=es`.
 */
import type { PlatformName } from '../../page-contract.js'
import { isLanguage, type Language, preferredLanguage } from './words.js'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Settings {
  language: Language
  theme: Theme
  telegram: string
  discord: string
  /** The pane in front where only one has room. */
  front: PlatformName
  /** Step of the guided first minute, or -1 when it was put away. */
  tour: number
}

const KEY = 'community-partner-sandbox'

export function loadSettings(): Settings {
  const address = new URLSearchParams(location.search)
  const kept: Partial<Settings> = { ...stored(), ...Object.fromEntries(address) }
  return {
    language: isLanguage(kept.language) ? kept.language : preferredLanguage(navigator.languages),
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'auto',
    telegram: kept.telegram ?? 'mei',
    discord: kept.discord ?? 'kofi',
    front: kept.front === 'discord' ? 'discord' : 'telegram',
    tour: Number(kept.tour ?? 0),
  }
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // Storage may be forbidden or full; the page works without a memory.
  }
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}
