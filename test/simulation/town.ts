/** Who lives in a simulated history: people with accounts, groups, and who stands where. */
import type { Account, Place, PlatformName, Standing } from '../../src/interaction/call.js'

export interface Person {
  name: string
  /** Account ids by platform. */
  accounts: Partial<Record<PlatformName, string>>
  /** An admin of the programme and of every group. */
  isOwner: boolean
  /** An admin of the groups by the platform's word. */
  isModerator: boolean
}

export interface Town {
  people: Person[]
  groups: Place[]
  personOf(platform: PlatformName, account: string): Person | undefined
  accountOf(person: Person, platform: PlatformName): Account | undefined
  dm(person: Person, platform: PlatformName): Place | undefined
  /** The same human under another account, of which the app does not know yet that it is theirs. */
  otherOf(person: Person): Person | undefined
  standing(platform: PlatformName, account: string, chat: string): Standing
  /** The platform gives a group a new id. */
  move(group: Place, to: string): void
  /** The new id of a chat that has one. */
  movedTo(platform: PlatformName, chat: string): string | undefined
}

const PEOPLE: Person[] = [
  person('Olga', { telegram: '1001', discord: '200000000000000001' }, { isOwner: true }),
  person('Oscar', { telegram: '1002' }, { isOwner: true }),
  person('Maria', { telegram: '1003' }, { isModerator: true }),
  person('Dan', { discord: '200000000000000004' }, { isModerator: true }),
  person('Pavel', { telegram: '1005' }),
  person('Lin', { telegram: '1006' }),
  person('Sofia', { telegram: '1007' }),
  person('Ivan', { telegram: '1008' }),
  person('Ana', { discord: '200000000000000009' }),
  person('Ben', { discord: '200000000000000010' }),
]

/** Each two of these are one human. */
const SAME: readonly (readonly [string, string])[] = [
  ['Pavel', 'Ana'],
  ['Lin', 'Ben'],
  ['Sofia', 'Ivan'],
]

function person(name: string, accounts: Person['accounts'], more: Partial<Person> = {}): Person {
  return { name, accounts, isOwner: false, isModerator: false, ...more }
}

const GROUPS: Place[] = [
  { platform: 'telegram', chat: '-1001', kind: 'group', title: 'Traders' },
  { platform: 'telegram', chat: '-1002', kind: 'group', title: 'Newcomers' },
  {
    platform: 'discord',
    chat: '300000000000000001',
    kind: 'group',
    title: 'lounge',
    guild: '400000000000000001',
  },
]

/** Accounts of those who are admins from the start, as the settings name them. */
export const OWNERS = PEOPLE.filter(({ isOwner }) => isOwner).map(({ accounts }) =>
  Object.entries(accounts).map(([platform, id]) => ({ platform: platform as PlatformName, id })),
)

/** Ids of private channels on Discord, which are not those of the people. */
const DISCORD_DM = '9'

export function townOf(): Town {
  const groups = GROUPS.map((group) => ({ ...group }))
  const moves = new Map<string, string>()
  const byAccount = new Map<string, Person>()
  for (const one of PEOPLE)
    for (const [platform, id] of Object.entries(one.accounts)) byAccount.set(`${platform}:${id}`, one)
  const personOf: Town['personOf'] = (platform, account) => byAccount.get(`${platform}:${account}`)
  return {
    people: PEOPLE,
    groups,
    personOf,
    accountOf({ name, accounts }, platform) {
      const id = accounts[platform]
      return id === undefined
        ? undefined
        : { platform, id, name, language: 'en', isBot: false, isAnonymous: false }
    },
    otherOf({ name }) {
      const two = SAME.find((names) => names.includes(name))
      return two && PEOPLE.find((one) => one.name === two[two[0] === name ? 1 : 0])
    },
    dm({ name, accounts }, platform) {
      const id = accounts[platform]
      if (id === undefined) return undefined
      return {
        platform,
        chat: platform === 'discord' ? `${DISCORD_DM}${id}` : id,
        kind: 'private',
        title: name,
      }
    },
    standing(platform, account, chat) {
      const who = personOf(platform, account)
      const isGroup = groups.some((group) => group.platform === platform && group.chat === chat)
      if (!who || !isGroup) return { membership: 'outsider', isAdmin: false, roles: [] }
      return { membership: 'member', isAdmin: who.isModerator || who.isOwner, roles: [] }
    },
    move(group, to) {
      moves.set(`${group.platform}:${group.chat}`, to)
      group.chat = to
    },
    movedTo: (platform, chat) => moves.get(`${platform}:${chat}`),
  }
}
