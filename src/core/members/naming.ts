/** What people are called, and which person is meant by what staff typed. */
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { PlatformWord } from './members.js'
import { numbersAround, personNow } from './numbers.js'
import { identitiesOf, identitiesOfMembers, membersCalled } from './store.js'

/** What is meant for a person wherever it stands; bare digits might be an amount. See {@link personNamed}. */
export const PERSON_LIKE = /^(?:telegram:|discord:|#[0-9]|<@)/i

/**
 * `telegram:123`, `discord:456`, a Discord mention, `#7` (a person's number in this house), or the bare id of
 * an account on `platform`. Refuses `person-malformed`, `person-unknown`.
 */
export async function personNamed(work: Work, typed: string, platform: PlatformWord): Promise<number> {
  const own = /^#([1-9][0-9]{0,14})$/.exec(typed)
  if (own) return knownMember(work, Number(own[1]), typed)
  return (await accountNamed(work, typed, platform)).member
}

/** People that are named where a name fits several. */
const SEVERAL_MOST = 5

/**
 * A person as {@link personNamed} reads them, or by the name of an account where no other person has it.
 * Refuses what that refuses, `person-uncalled` and `person-several`.
 */
export async function personMeant(work: Work, typed: string, platform: PlatformWord): Promise<number> {
  const plain = typed.trim()
  if (PERSON_LIKE.test(plain) || /^[0-9]+$/.test(plain)) return personNamed(work, plain, platform)
  const { people, isMore } = await peopleCalled(work, plain)
  const [found, ...others] = people
  if (found === undefined) return refuse('person-uncalled', { typed: plain })
  return others.length === 0 ? found : refuseSeveral(plain, { people, isMore })
}

/** Refuses `person-several`: whoever typed the name chooses by number. */
export function refuseSeveral(typed: string, { people, isMore }: Called): never {
  const numbers = people.map((one) => `#${one}`).join(', ')
  return refuse('person-several', { typed, numbers, more: isMore ? 'yes' : 'no' })
}

/** People of one name, the one met first first. */
export interface Called {
  people: number[]
  /** They are more than are named. */
  isMore: boolean
}

/** People of whom an account has this name. */
export async function peopleCalled(work: Work, name: string): Promise<Called> {
  const called = await membersCalled(work, name.trim().replace(/^@/, ''), SEVERAL_MOST + 1)
  const { now } = await numbersAround(work, called)
  const people = [...new Set(called.map(now))]
  return { people: people.slice(0, SEVERAL_MOST), isMore: people.length > SEVERAL_MOST }
}

/**
 * An account, as {@link personNamed} reads it, but for the number of a person, who may have several. Refuses
 * `person-malformed`, `person-unknown`.
 */
export async function accountNamed(
  work: Work,
  typed: string,
  platform: PlatformWord,
): Promise<{ platform: PlatformWord; id: string; member: number }> {
  const mention = /^<@!?([0-9]{5,20})>$/.exec(typed)
  const named = /^(telegram|discord):([0-9]{1,20})$/.exec(typed.toLowerCase())
  const bare = /^([0-9]{5,20})$/.exec(typed)
  const account = mention?.[1] ?? named?.[2] ?? bare?.[1]
  if (account === undefined) return refuse('person-malformed', { typed })
  const where = mention ? 'discord' : ((named?.[1] as PlatformWord | undefined) ?? platform)
  const [row] = await identitiesOf(work, where, [account])
  return row ? { platform: where, id: account, member: row.member } : refuse('person-unknown', { typed })
}

async function knownMember(work: Work, named: number, typed: string): Promise<number> {
  const member = await personNow(work, named)
  const accounts = await identitiesOfMembers(work, [member])
  return accounts.length > 0 ? member : refuse('person-unknown', { typed })
}

/** How a person is called: the name of their account on the platform, else that of the oldest, else `#id`. */
export async function nameOf(work: Work, member: number, platform?: PlatformWord): Promise<string> {
  return (await namesOf(work, [member], platform)).get(member) ?? `#${member}`
}

/** Names of many, like {@link nameOf}; under a number that gave way, the name of the person. */
export async function namesOf(
  work: Work,
  members: readonly number[],
  platform?: PlatformWord,
): Promise<Map<number, string>> {
  const { now } = await numbersAround(work, members)
  const rows = await identitiesOfMembers(work, members.map(now))
  const preferred = [...rows].sort((a, b) => rank(a, platform) - rank(b, platform))
  const called = new Map<number, string>()
  for (const { member, name } of preferred) if (name !== '' && !called.has(member)) called.set(member, name)
  return new Map(members.map((member) => [member, called.get(now(member)) ?? `#${now(member)}`]))
}

function rank(row: { platform: PlatformWord }, platform?: PlatformWord): number {
  return row.platform === platform ? 0 : 1
}
