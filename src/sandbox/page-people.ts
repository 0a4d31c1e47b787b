/**
 * What is to be known of the people one may act as, beside what is in their rooms: the roles that the bot
 * gives them now, and how much it has told each of them alone.
 */
import type { Hono } from 'hono'
import type { Community, Person, SandboxEvent } from './contract.js'
import type { PeopleAnswer, PlatformName } from './page-contract.js'
import type { NewsSource } from './page-stream.js'
import type { Rows } from './rail-book.js'

/** ms between two looks at the database. */
const LOOK_MS = 1_000

const ROLES = `
  select i.platform, i.account, g.role from role_grants g
  join identities i on i.member = g.member
  where g.revoked_at is null order by g.id`

export interface PeopleNews {
  answer(): PeopleAnswer
  /** Takes in what the platforms tell. */
  hear(event: SandboxEvent): void
  close(): void
}

export interface PeopleOptions {
  community: Pick<Community, 'people' | 'byTelegram' | 'byDiscord'>
  /** Opens the bot's database for reading; throws while there is none. Left out, nobody knows the roles. */
  openRows?: (() => Rows) | undefined
  /** Milliseconds, monotonic. */
  now: () => number
}

export function createPeopleNews({ community, openRows, now }: PeopleOptions): PeopleNews {
  const told: PeopleAnswer['told'] = { telegram: {}, discord: {} }
  const isKnown = new Set(community.people.map(({ id }) => id))
  let rows: Rows | undefined
  let known: { roles: PeopleAnswer['roles']; until: number } = { roles: undefined, until: 0 }
  const look = (): PeopleAnswer['roles'] => {
    if (!openRows) return undefined
    try {
      rows ??= openRows()
      return rolesIn(rows, community)
    } catch {
      // The bot may be making its database anew: it is looked at again the next time.
      rows?.close()
      rows = undefined
      return undefined
    }
  }
  return {
    answer() {
      if (now() >= known.until) known = { roles: look(), until: now() + LOOK_MS }
      const { roles } = known
      return { ...(roles ? { roles } : {}), told: { ...told } }
    },
    hear(event) {
      const person = aloneIn(event, community)
      // Of the crowd nobody is offered by name, and a storm would count a thousand of them.
      if (person === undefined || !isKnown.has(person)) return
      const here = told[event.platform]
      told[event.platform] = { ...here, [person]: (here[person] ?? 0) + 1 }
    },
    close: () => rows?.close(),
  }
}

function rolesIn(
  rows: Rows,
  { byTelegram, byDiscord }: PeopleOptions['community'],
): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const row of rows.all(ROLES)) {
    const [account, role] = [String(row.account), String(row.role)]
    const person: Person | undefined =
      row.platform === 'telegram' ? byTelegram(Number(account)) : byDiscord(account)
    if (!person) continue
    const own = found[person.id] ?? []
    if (!own.includes(role)) own.push(role)
    found[person.id] = own
  }
  return found
}

/** The only person whom a message of the bot is for: it is in their private chat, or only they see it. */
function aloneIn(event: SandboxEvent, community: PeopleOptions['community']): string | undefined {
  if (event.kind !== 'message' || !isOfBot(event.platform, event.message)) return undefined
  if (event.onlyFor !== undefined) return event.onlyFor
  return event.platform === 'telegram' ? community.byTelegram(Number(event.room))?.id : undefined
}

function isOfBot(platform: PlatformName, message: unknown): boolean {
  const { from, author } = (message ?? {}) as { from?: { is_bot?: boolean }; author?: { bot?: boolean } }
  return platform === 'telegram' ? from?.is_bot === true : author?.bot === true
}

export function servePeople(app: Hono, people: PeopleNews): void {
  app.get('/api/people', (c) => c.json(people.answer()))
}

/** Tells each tab of what has changed. */
export function peopleNews(people: PeopleNews): NewsSource {
  return {
    event: 'people',
    open() {
      let last = JSON.stringify(people.answer())
      const take = (): PeopleAnswer | undefined => {
        const answer = people.answer()
        const text = JSON.stringify(answer)
        if (text === last) return undefined
        last = text
        return answer
      }
      return { take, close: () => {} }
    },
  }
}
