/**
 * The demo community as the bot's database shall know it: who is who, which language a group speaks, play
 * money.
 */
import type { DemoPlan } from '../core/demo/demo.js'
import type { Role } from '../core/roles/roles.js'
import type { Community, Part, Person, SandboxGroup } from './contract.js'

const ROLES: Record<Part, Role[]> = {
  owner: ['admin'],
  finance: ['finance_maker'],
  checker: ['finance_checker'],
  moderator: ['reviewer'],
  regional: ['regional_manager'],
  risk: ['risk_officer'],
  partner: ['partner'],
  member: [],
}

/** In the programme's main asset: enough for a partner's big packet, and for a member's small one. */
const WALLETS: Record<Part, string> = {
  owner: '5000',
  finance: '500',
  checker: '500',
  moderator: '1000',
  regional: '1000',
  risk: '500',
  partner: '2500',
  member: '100',
}
const GROUP_BUDGET = '1000'

/** Its money is in `asset`, a code of the programme. */
export function demoPlan({ people, groups }: Community, asset: string): DemoPlan {
  return {
    people: people.map((person) => planned(person, asset)),
    groups: groups.map((group) => plannedGroup(group, people, asset)),
  }
}

/** One person behind both accounts. */
function planned({ telegram, discord, name, language, part }: Person, asset: string) {
  return {
    accounts: [
      { platform: 'telegram' as const, id: String(telegram.id), name, language },
      { platform: 'discord' as const, id: discord.id, name, language },
    ],
    roles: ROLES[part],
    wallet: { [asset]: WALLETS[part] },
  }
}

/** Packets are dropped where everyone is: a chat of the staff has no budget. */
function plannedGroup(
  { platform, room, title, language, only }: SandboxGroup,
  people: readonly Person[],
  asset: string,
) {
  const place = { platform, chat: room, kind: 'group' as const, title }
  if (!only) return { place, language, budget: { [asset]: GROUP_BUDGET } }
  const seen = people.flatMap(({ id }, at) => (only.includes(id) ? [at] : []))
  return { place, language, seen }
}
