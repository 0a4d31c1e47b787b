/** The head of a pane: which app this is, and who one is in it. */
import type { PlatformName } from '../../page-contract.js'
import { PLATFORM_NAMES, PlatformMark } from '../kit/platform.js'
import { PersonMenu } from './person-menu.js'

export function PaneHead({ platform }: { platform: PlatformName }) {
  return (
    <header class="pane-head">
      <PlatformMark platform={platform} isBesideName />
      <h2>{PLATFORM_NAMES[platform]}</h2>
      <PersonMenu platform={platform} />
    </header>
  )
}
