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
        text('region-head', { region: regionText(programme, region) }),
        ...peopleLines(
          held.filter((one) => one.region === region || one.region === EVERYWHERE),
          names,
        ),
        waitingLine(region === EVERYWHERE ? inAll(waiting) : waiting.find((one) => one.region === region)),
      ])
      return { text: [text('region-title'), ...lines] }
    },
  })
}

/**
 * Those of the programme; after them those that left the file while applications wait there, or people are
 * named for them; and last all together, with what is of no region.
 */
function regionsShown(programme: Programme, held: readonly Held[], waiting: readonly Waiting[]): string[] {
  const known = regionsOf(programme).map(({ value }) => value)
  const used = [...held, ...waiting].map(({ region }) => region ?? EVERYWHERE)
  const gone = used.filter((region) => region !== EVERYWHERE && !known.includes(region)).sort()
  return [...new Set([...known, ...gone, EVERYWHERE])]
}

/** Who is named for a region, and the words of the line. */
const GROUPS: Readonly<Record<string, string>> = {
  regional_manager: 'region-managers',
  reviewer: 'region-reviewers',
}

function peopleLines(held: readonly Held[], names: ReadonlyMap<number, string>): Text[] {
  return Object.entries(GROUPS).map(([role, words]) => {
    const people = held.filter((one) => one.role === role)
    const shown = people.slice(0, NAMES_MOST).map(({ member }) => names.get(member) ?? `#${member}`)
    return text(words, { names: shown.join(', '), more: people.length - shown.length, count: people.length })
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
