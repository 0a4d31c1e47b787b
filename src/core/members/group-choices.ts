/** Groups as people choose among them. */
import type { Work } from '../../storage/storage.js'
import type { Chat, PlatformWord } from './members.js'
import { groupsSighted } from './store.js'

const PLATFORM_TITLES: Record<PlatformWord, string> = { telegram: 'Telegram', discord: 'Discord' }

interface GroupChoice {
  value: string
  label: string
  /** Without its platform. */
  short: string
}

/** The groups a person was met in, as choices of an argument: groups of both platforms may share a title. */
export async function groupChoices(work: Work, member: number): Promise<GroupChoice[]> {
  const groups = await groupsSighted(work, member)
  return groups.map(({ id, title, platform }) => ({
    value: String(id),
    label: chatLabel({ title, platform }),
    short: title,
  }))
}

/** A group as people tell it from others, which may have the same title on the other platform. */
export function chatLabel({ title, platform }: Pick<Chat, 'title' | 'platform'>): string {
  return `${title} (${PLATFORM_TITLES[platform]})`
}
