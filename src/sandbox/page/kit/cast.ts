/** People of the demo who speak the page's language: what only one person sees is in that person's. */
import type { Language } from './words.js'

/** Who drops packets, and who claims. The words of the tour name them. */
export const CAST: Record<Language, { host: string; guest: string }> = {
  en: { host: 'olivia', guest: 'kofi' },
  'zh-CN': { host: 'mei', guest: 'yuki' },
  ru: { host: 'pavel', guest: 'lena' },
  es: { host: 'diego', guest: 'ana' },
}
