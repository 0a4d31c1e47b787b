/** Titles of rooms, for entries of the rail: of a group with topics, that of the topic that is meant. */
import type { SandboxPlatform } from './contract.js'
import { GENERAL_TOPIC } from './telegram/threads.js'

/**
 * Kept at most, each for the person who sees it so. To list the rooms of somebody counts the members of
 * each: too much for every press.
 */
const KEPT = 500

export interface Place {
  room: string
  thread?: string | undefined
}

/** How a person sees the title of the place; undefined where it is not among their rooms. */
export type TitleOf = (platform: SandboxPlatform, person: string, place: Place) => string | undefined

export function createTitles(): TitleOf {
  const known = new Map<string, string>()
  return (platform, person, place) => {
    const key = [platform.name, person, place.room, place.thread].join(' ')
    const title = known.get(key) ?? look(platform, person, place)
    if (known.size >= KEPT) known.clear()
    // Nothing is not kept: the room may be among theirs the next time.
    if (title !== undefined) known.set(key, title)
    return title
  }
}

function look(
  platform: SandboxPlatform,
  person: string,
  { room, thread = String(GENERAL_TOPIC) }: Place,
): string | undefined {
  const rooms = platform.rooms(person).filter(({ id }) => id === room)
  return (rooms.find((one) => one.thread === thread) ?? rooms.find((one) => one.thread === undefined))?.title
}
