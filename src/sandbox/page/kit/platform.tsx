/** What the two platforms are called, and the marks by which they are told apart. */
import type { PlatformName } from '../../page-contract.js'

export const PLATFORMS = ['telegram', 'discord'] as const satisfies readonly PlatformName[]
export const PLATFORM_NAMES: Record<PlatformName, string> = { telegram: 'Telegram', discord: 'Discord' }

interface MarkProps {
  platform: PlatformName
  /** Then those who do not see it need not be told twice. */
  isBesideName?: boolean
}

export function PlatformMark({ platform, isBesideName = false }: MarkProps) {
  const kind = `pane-mark ${platform}`
  return isBesideName ? (
    <span class={kind} aria-hidden="true" />
  ) : (
    <span class={kind} role="img" aria-label={PLATFORM_NAMES[platform]} />
  )
}
