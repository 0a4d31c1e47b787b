/** The demo community as the bot's database knows it: who is who, which language a group speaks, and play money. */
import { ensureAssets, parseAmount } from '../core/assets/assets.js'
import type { Owner } from '../core/ledger/ledger.js'
import {
  type AccountSeen,
  chooseChatLanguage,
  introduce,
  memberOf,
  recognise,
  sighted,
} from '../core/members/members.js'
import { grantRole, type Role } from '../core/roles/roles.js'
import { askTreasury, decideTreasury } from '../core/treasury/treasury.js'
import { must } from '../kit/refusal.js'
import type { Programme } from '../programme/programme.js'
import type { Work } from '../storage/storage.js'
import type { Community, Part, Person, SandboxGroup } from './contract.js'

/** Whom the demo's money comes from: one asks and another agrees, as in earnest. */
const MAKER = 'olivia'
const CHECKER = 'farid'

const ROLES: Record<Part, Role[]> = {
  owner: ['admin'],
  finance: ['finance_maker', 'finance_checker'],
  moderator: ['risk_officer'],
  partner: ['partner'],
  member: [],
}

/** In the programme's main asset: enough for a partner's big packet, and for a member's small one. */
const WALLETS: Record<Part, string> = {
  owner: '5000',
  finance: '500',
  moderator: '1000',
  partner: '2500',
  member: '100',
}
const GROUP_BUDGET = '1000'

/** Fills a new database; one that knows the demo's people already is left as it is. */
export async function seedDemo(work: Work, community: Community, programme: Programme): Promise<void> {
  const maker = community.person(MAKER)
  if (await memberOf(work, telegramOf(maker))) return
  await ensureAssets(work, programme.assets)
  const members = new Map<string, number>()
  for (const person of community.people) members.set(person.id, await settle(work, person))
  const staff = { maker: must(members.get(MAKER), MAKER), checker: must(members.get(CHECKER), CHECKER) }
  const give = (owner: Owner, amount: string, name: string) =>
    deposit(work, { owner, amount, name, programme, ...staff })
  for (const person of community.people) {
    await give(walletOf(members, person), WALLETS[person.part], person.id)
  }
  for (const group of community.groups) {
    const chat = await furnish(work, group, community, members)
    await give({ kind: 'chat', id: chat }, GROUP_BUDGET, group.key)
  }
}

/** One person behind both accounts. */
async function settle(work: Work, person: Person): Promise<number> {
  const member = await introduce(work, [telegramOf(person), discordOf(person)])
  for (const role of ROLES[person.part]) await grantRole(work, member, role, 'operator')
  return member
}

/** The group's row, its language, and who is in it. */
async function furnish(
  work: Work,
  group: SandboxGroup,
  { people, person }: Community,
  members: ReadonlyMap<string, number>,
): Promise<number> {
  const { platform, room, title, language } = group
  const first = person(MAKER)
  const account = platform === 'telegram' ? telegramOf(first) : discordOf(first)
  const place = { platform, chat: room, kind: 'group' as const, title }
  const [met] = await recognise(work, [{ account, place }])
  const chat = must(met, 'the group just met').chat.id
  await chooseChatLanguage(work, chat, language)
  const insiders = people.filter(({ id }) => !group.outsiders?.includes(id))
  for (const { id } of insiders) await sighted(work, must(members.get(id), id), chat)
  return chat
}

interface Deposit {
  owner: Owner
  amount: string
  name: string
  programme: Programme
  maker: number
  checker: number
}

async function deposit(work: Work, { owner, amount, name, programme, maker, checker }: Deposit) {
  const asset = must(
    programme.assets.find(({ code }) => code === programme.mainAsset),
    'the main asset',
  )
  const { id } = await askTreasury(work, {
    kind: 'deposit',
    owner,
    asset: asset.code,
    amount: parseAmount(amount, asset),
    reason: 'Play money of the demo',
    maker,
    callKey: `seed:${name}`,
  })
  await decideTreasury(work, id, { checker, approve: true, fourEyes: true })
}

function walletOf(members: ReadonlyMap<string, number>, { id }: Person): Owner {
  return { kind: 'member', id: must(members.get(id), id) }
}

function telegramOf({ telegram, name, language }: Person): AccountSeen {
  return { platform: 'telegram', id: String(telegram.id), name, language }
}

function discordOf({ discord, name, language }: Person): AccountSeen {
  return { platform: 'discord', id: discord.id, name, language }
}
