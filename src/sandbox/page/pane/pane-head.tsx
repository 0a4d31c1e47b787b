/** The head of a pane: which app this is, and who one is in it. */
import type { PlatformName } from '../../page-contract.js'
import { PersonMenu } from './person-menu.js'

const NAMES = { telegram: 'Telegram', discord: 'Discord' }

export function PaneHead({ platform }: { platform: PlatformName }) {
  return (
    <header class="pane-head">
      <span class={`pane-mark ${platform}`} aria-hidden="true" />
      <h2>{NAMES[platform]}</h2>
      <PersonMenu platform={platform} />
    </header>
  )
}
