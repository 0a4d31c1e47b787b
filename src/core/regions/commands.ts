/** /region: who looks after which region, and what waits there. */
import { z } from 'zod'
import { command } from '../../interaction/command.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { type Waiting, waitingByRegion } from '../applications/applications.js'
import { namesOf } from '../members/members.js'
import { EVERYWHERE, type Held, rolesHeld } from '../roles/roles.js'
import { regionsOf, regionText } from './regions.js'

/** Names in one line; the others are counted. */
const NAMES_MOST = 5

export function regionCommand(programme: Programme) {
  return command({
    name: 'region',
    who: ['admin', 'regional_manager', 'reviewer'],
    where: 'anywhere',
    args: z.object({}),
    async handle({ work, platform }) {
      const held = (await rolesHeld(work)).filter(({ role }) => role in GROUPS)
      const names = await namesOf(work, [...new Set(held.map(({ member }) => member))], platform)
      const waiting = await waitingByRegion(work)
      const lines = regionsShown(programme, held, waiting).flatMap((region) => [
        headLine(programme, region),
        ...peopleLines(held, region, names),
        waitingLine(region === EVERYWHERE ? inAll(waiting) : waiting.find((one) => one.region === region)),
      ])
      return { text: [text('region-title'), ...lines] }
    },
  })
}

/**
 * All together, with what is of no region; those of the programme; and after them those that left the file
 * while applications wait there, or people are named for them.
 */
function regionsShown(programme: Programme, held: readonly Held[], waiting: readonly Waiting[]): string[] {
  const known = regionsOf(programme).map(({ value }) => value)
  const used = [...held, ...waiting].map(({ region }) => region ?? EVERYWHERE)
  const gone = used.filter((region) => region !== EVERYWHERE && !known.includes(region)).sort()
  return [...new Set([EVERYWHERE, ...known, ...gone])]
}

/** A region is called as the file calls it. */
function headLine(programme: Programme, region: string): Text {
  const called = regionText(programme, region)
  return text('region-head', { region: region === EVERYWHERE ? { heading: called } : called })
}

/** Who is named for a region, and the words of the line. */
const GROUPS: Readonly<Record<string, string>> = {
  regional_manager: 'region-managers',
  reviewer: 'region-reviewers',
}

/** Who looks after all regions is named there, and not in each of them once more. */
function peopleLines(held: readonly Held[], region: string, names: ReadonlyMap<number, string>): Text[] {
  return Object.entries(GROUPS).map(([role, words]) => {
    const named = (where: string) =>
      held.filter((one) => one.role === role && one.region === where).map(({ member }) => member)
    const all = named(EVERYWHERE)
    const people = region === EVERYWHERE ? all : named(region).filter((member) => !all.includes(member))
    const shown = people.slice(0, NAMES_MOST).map((member) => names.get(member) ?? `#${member}`)
    const more = people.length - shown.length
    const inAll = region === EVERYWHERE ? 0 : all.length
    return text(words, { names: shown.join(', '), more, count: people.length, inAll })
  })
}

/** What waits in all regions together, and in none. */
function inAll(waiting: readonly Waiting[]): Waiting | undefined {
  if (waiting.length === 0) return undefined
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  return { region: null, count, oldest: Math.min(...waiting.map(({ oldest }) => oldest)) }
}

function waitingLine(waiting: Waiting | undefined): Text {
  return waiting
    ? text('region-waiting', {
        count: waiting.count,
        oldest: { instant: waiting.oldest, as: 'relative' },
      })
    : text('region-waiting-none')
}
