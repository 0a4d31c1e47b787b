/**
 * The demo community: the people to act as, the groups they are in, and a crowd for storms.
 * Ids are chosen so that they can never be mistaken for real ones in a bug report: Telegram people count up
 * from 5,000,000,000 (52 bits, beyond int32 on purpose), Discord snowflakes lie in January 2021.
 */
import type { Community, Part, Person, SandboxGroup } from './contract.js'
import { deny } from './reasons.js'

const TELEGRAM_FIRST = 5_000_000_001
const DISCORD_FIRST = 800_000_000_000_000_000n
const CROWD_TELEGRAM_FIRST = 6_000_000_000
const CROWD_DISCORD_FIRST = 810_000_000_000_000_000n
/** Distance between two snowflakes of the crowd: one millisecond of Discord's clock (22 bits). */
const SNOWFLAKE_STEP = 4_194_304n

type Seed = [id: string, name: string, part: Part, language: string, isPremium: boolean]

const SEEDS: Seed[] = [
  ['olivia', 'Olivia Owens', 'owner', 'en', true],
  ['farid', 'Farid Haddad', 'finance', 'en', false],
  ['mei', 'Mei Lin 林梅', 'moderator', 'zh-CN', true],
  ['pavel', 'Pavel Orlov', 'partner', 'ru', false],
  ['ana', 'Ana Torres', 'member', 'es', false],
  ['kofi', 'Kofi Mensah', 'member', 'en', true],
  ['yuki', 'Yuki', 'member', 'zh-CN', false],
  ['lena', 'Lena Sorokina', 'member', 'ru', false],
  ['diego', 'Diego Ruiz', 'partner', 'es', false],
  ['greta', 'Greta Holm', 'checker', 'en', false],
  ['wei', 'Wei Zhang 张伟', 'risk', 'zh-CN', false],
  ['carmen', 'Carmen Vega', 'regional', 'es', false],
]

/** Who works for the programme: they alone are in the chats of the staff. */
const STAFF_PARTS: readonly Part[] = ['owner', 'finance', 'checker', 'moderator', 'regional', 'risk']
const STAFF = SEEDS.filter(([, , part]) => STAFF_PARTS.includes(part)).map(([id]) => id)

/** Discord guild that holds the demo channels. */
export const GUILD = '800000000000001000'
/** Role ids of the demo guild. */
export const GUILD_ROLES = { moderators: '800000000000001101', partners: '800000000000001102' } as const

/** So that the big group and the server are above the threshold of a community. */
const UNNAMED = 837

export const GROUPS: readonly SandboxGroup[] = [
  {
    key: 'traders',
    platform: 'telegram',
    title: 'Moon Traders',
    room: '-1001000000001',
    admins: ['olivia', 'mei'],
    language: 'en',
    unnamed: UNNAMED,
  },
  {
    key: 'hispanos',
    platform: 'telegram',
    title: 'Traders Hispanos',
    room: '-1001000000002',
    admins: ['olivia', 'mei'],
    language: 'es',
    topics: [
      { id: 1, title: 'General' },
      { id: 7, title: 'Regalos' },
    ],
    outsiders: ['yuki'],
  },
  {
    key: 'desk',
    platform: 'telegram',
    title: 'Programme Staff',
    room: '-1001000000003',
    admins: ['olivia', 'mei'],
    language: 'en',
    only: STAFF,
  },
  {
    key: 'party',
    platform: 'telegram',
    title: 'Launch Party',
    room: '-4000000001',
    admins: ['olivia', 'mei'],
    language: 'en',
    only: ['olivia', 'mei', 'diego'],
  },
  {
    key: 'lounge',
    platform: 'discord',
    title: 'lounge',
    room: '800000000000002001',
    guild: GUILD,
    admins: ['olivia', 'mei'],
    language: 'en',
    unnamed: UNNAMED,
  },
  {
    key: 'drops',
    platform: 'discord',
    title: 'drops',
    room: '800000000000002002',
    guild: GUILD,
    admins: ['olivia', 'mei'],
    language: 'en',
  },
  {
    key: 'staff',
    platform: 'discord',
    title: 'staff',
    room: '800000000000002003',
    guild: GUILD,
    admins: ['olivia', 'mei'],
    language: 'en',
    only: STAFF,
  },
]

/**
 * Makes the community; `crowd-<n>` people come into being when first asked for and are members everywhere.
 */
export function demoCommunity(): Community {
  const known = new Map<string, Person>()
  const telegram = new Map<number, Person>()
  const discord = new Map<string, Person>()
  const remember = (person: Person): Person => {
    known.set(person.id, person)
    telegram.set(person.telegram.id, person)
    discord.set(person.discord.id, person)
    return person
  }
  const people = SEEDS.map((seed, index) => remember(seeded(seed, index)))
  const person = (id: string): Person => {
    const number = /^crowd-(\d{1,6})$/.exec(id)?.[1]
    const found = known.get(id) ?? (number ? remember(crowdPerson(Number(number))) : undefined)
    return found ?? deny({ code: 'no-person', name: id })
  }
  return {
    people,
    groups: GROUPS,
    person,
    byTelegram: (id) => telegram.get(id),
    byDiscord: (id) => discord.get(id),
  }
}

function seeded([id, name, part, language, isPremium]: Seed, index: number): Person {
  return {
    id,
    name,
    part,
    language,
    telegram: { id: TELEGRAM_FIRST + index, username: `${id}_demo`, isPremium },
    discord: { id: String(DISCORD_FIRST + BigInt(index + 1)), username: id, roles: rolesOf(part) },
  }
}

function rolesOf(part: Part): string[] {
  if (part === 'moderator' || part === 'owner') return [GUILD_ROLES.moderators]
  return part === 'partner' ? [GUILD_ROLES.partners] : []
}

const CROWD_LANGUAGES = ['en', 'zh-CN', 'ru', 'es']

function crowdPerson(number: number): Person {
  return {
    id: `crowd-${number}`,
    name: `Member ${number}`,
    part: 'member',
    language: CROWD_LANGUAGES[number % CROWD_LANGUAGES.length] ?? 'en',
    telegram: { id: CROWD_TELEGRAM_FIRST + number, isPremium: number % 10 === 0 },
    discord: {
      id: String(CROWD_DISCORD_FIRST + BigInt(number) * SNOWFLAKE_STEP),
      username: `member${number}`,
      roles: [],
    },
  }
}
