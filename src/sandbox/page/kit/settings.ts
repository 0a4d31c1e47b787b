/**
 * What this browser remembers about the reader, and what the address may set: `?telegram=ana&language=es`.
 */
import type { PlatformName } from '../../page-contract.js'
import { type TourState, tourFrom } from '../tour/steps.js'
import { CAST } from './cast.js'
import { isLanguage, type Language, preferredLanguage } from './words.js'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What stands beside the chats. */
export const SIDES = ['rail', 'faults'] as const
export type Side = (typeof SIDES)[number]

export interface Settings extends TourState {
  language: Language
  theme: Theme
  telegram: string
  discord: string
  /** What is in front where there is room for one thing only. */
  front: PlatformName | Side
  /** What stands beside the chats where there is room for it; nothing when it was closed. */
  side: Side | 'none'
  /** Of the guide the steps and the title alone are shown. */
  isTourFolded: boolean
}

const KEY = 'community-partner-sandbox'
/** Pixels from which on there is room for two chats and something beside them. */
const WIDE = 1200

export function loadSettings(): Settings {
  const address = new URLSearchParams(location.search)
  const kept: Partial<Settings> = { ...stored(), ...Object.fromEntries(address) }
  const language = isLanguage(kept.language) ? kept.language : preferredLanguage(navigator.languages)
  return {
    language,
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'auto',
    telegram: kept.telegram ?? CAST[language].host,
    discord: kept.discord ?? CAST[language].guest,
    front: FRONTS.find((front) => front === kept.front) ?? 'telegram',
    side: [...SIDES, 'none' as const].find((side) => side === kept.side) ?? (isWide() ? 'rail' : 'none'),
    isTourFolded: kept.isTourFolded === true,
    ...tourFrom(kept),
  }
}

const FRONTS = ['telegram', 'discord', ...SIDES] as const

const isWide = (): boolean => innerWidth >= WIDE

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
    forgetTourInAddress()
  } catch {
    // Storage may be forbidden or full; the page works without a memory.
  }
}

/** The tour goes on from where the address began it: loaded again, the page must not begin it anew. */
function forgetTourInAddress(): void {
  const address = new URL(location.href)
  if (!address.searchParams.has('tour')) return
  address.searchParams.delete('tour')
  history.replaceState(null, '', address)
}

function stored(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>
  } catch {
    return {}
  }
}
