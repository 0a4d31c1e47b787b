/**
 * A community to begin with: people known on both platforms, roles, wallets and budgets filled by a maker and
 * a checker like any other money. For the sandbox and for trying out an empty installation; never twice.
 */
import { must } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { type Asset, assetOf, parseAmount } from '../assets/assets.js'
import type { Owner } from '../ledger/ledger.js'
import { introduce } from '../linking/linking.js'
import { type AccountSeen, chatAt, chooseChatLanguage, type PlaceSeen, sighted } from '../members/members.js'
import { grantRole } from '../roles/roles.js'
import { askTreasury, decideTreasury } from '../treasury/treasury.js'

export interface DemoPlan {
  people: {
    /** One person on every platform they use; the first is who they are. */
    accounts: AccountSeen[]
    roles: string[]
    /** Amounts by asset, as people write them: `{ USDT: '500' }`. */
    wallet?: Record<string, string>
  }[]
  groups: {
    place: PlaceSeen
    language?: string
    budget?: Record<string, string>
    /** Who is in it, by their places in `people`; left out, everyone. */
    seen?: readonly number[]
  }[]
}

const SEEDED = 'demo-seeded'

/**
 * Says whether it was done now. The plan names at least two people, the first an admin: maker and checker.
 */
export async function seedDemo(work: Work, plan: DemoPlan, assets: readonly Asset[]): Promise<boolean> {
  const claimed = await work.db
    .insert(work.t.settings)
    .values({ key: SEEDED, value: String(work.now) })
    .onConflictDoNothing()
    .returning({ key: work.t.settings.key })
  if (claimed.length === 0) return false
  const members = await seedPeople(work, plan)
  const [checker, maker] = members
  const staff = { maker: must(maker, 'a maker'), checker: must(checker, 'a checker') }
  for (const [at, { wallet = {} }] of plan.people.entries()) {
    const id = must(members[at], 'a person of the plan')
    await fill(work, { kind: 'member', id }, wallet, assets, staff)
  }
  for (const group of plan.groups) await seedGroup(work, group, members, assets, staff)
  return true
}

async function seedPeople(work: Work, { people }: DemoPlan): Promise<number[]> {
  const members: number[] = []
  for (const { accounts, roles } of people) {
    const member = await introduce(work, accounts)
    for (const role of roles) await grantRole(work, member, role, 'operator')
    members.push(member)
  }
  return members
}

async function seedGroup(
  work: Work,
  { place, language, budget = {}, seen }: DemoPlan['groups'][number],
  members: readonly number[],
  assets: readonly Asset[],
  staff: Staff,
): Promise<void> {
  const { id } = await chatAt(work, place)
  if (language !== undefined) await chooseChatLanguage(work, id, language)
  const here = seen?.map((at) => must(members[at], 'a person of the plan')) ?? members
  for (const member of here) await sighted(work, member, id)
  await fill(work, { kind: 'chat', id }, budget, assets, staff)
}

interface Staff {
  maker: number
  checker: number
}

async function fill(
  work: Work,
  owner: Owner & { id: number },
  amounts: Readonly<Record<string, string>>,
  assets: readonly Asset[],
  staff: Staff,
): Promise<void> {
  // Nobody agrees to money of their own.
  const isCheckers = owner.kind === 'member' && owner.id === staff.checker
  const [maker, checker] = isCheckers ? [staff.checker, staff.maker] : [staff.maker, staff.checker]
  for (const [code, written] of Object.entries(amounts)) {
    const asset = assetOf(assets, code)
    const amount = parseAmount(written, asset)
    const ask = { kind: 'deposit' as const, owner, asset: code, amount, reason: 'demo', maker }
    const { id } = await askTreasury(work, ask)
    await decideTreasury(work, id, { checker, approve: true, fourEyes: true })
  }
}
