/** What the platforms show of partners when all is quiet, against what the rows and the programme say. */
import type { PlatformName } from '../../src/interaction/call.js'
import type { Books } from './books.js'
import type { Shown } from './deeds.js'
import type { ServerOf } from './ending.js'
import { BADGES } from './office-programme.js'

const ACCOUNTS = `select p.id, p.state, p.tier, i.platform, i.account,
    exists (select 1 from member_links l where l.person = p.member) as joined
  from partners p join identities i on i.member = p.member order by p.id`

interface AccountRow {
  id: bigint
  state: string
  tier: string | null
  platform: PlatformName
  account: string
  joined: bigint
}

/** What is to be seen of an account. */
function wanted({ state, tier, platform, account }: AccountRow): Shown[] {
  if (state !== 'active' && state !== 'paused') return []
  if (platform === 'telegram')
    return BADGES.telegram.map(({ chat, tag }) => ({ place: chat, badge: 'tag', account, shown: tag }))
  return BADGES.discord
    .filter((one) => one.tier === undefined || one.tier === tier)
    .map(({ guild, role }) => ({ place: guild, badge: role, account, shown: 'role' }))
}

const nameOf = ({ place, badge, account, shown }: Shown) => `${badge} (${shown}) of ${account} in ${place}`

/** An account that a link brought along is looked at within the hour, so it may still be without. */
export function wrongBadges({ rows }: Books, server: ServerOf): string[] {
  const accounts = rows<AccountRow>(ACCOUNTS)
  return (['telegram', 'discord'] as const).flatMap((platform) => {
    const here = accounts.filter((one) => one.platform === platform)
    const shown = server(platform).deeds.shown().map(nameOf)
    const right = here.flatMap(wanted).map(nameOf)
    const due = here
      .filter(({ joined }) => joined === 0n)
      .flatMap(wanted)
      .map(nameOf)
    return [
      ...shown.filter((one) => !right.includes(one)).map((one) => `${one} is shown and should not be`),
      ...due.filter((one) => !shown.includes(one)).map((one) => `${one} is not shown and should be`),
    ]
  })
}

/** Partners of whom something is still to be brought about. */
export function unsettledBadges({ rows }: Books): string[] {
  return rows<{ id: bigint }>(
    `select p.id from partners p left join badge_checks s on s.partner = p.id
     where s.partner is null or s.version <> p.version or s.tier <> coalesce(p.tier, '')`,
  ).map(({ id }) => `what is shown of partner ${id}`)
}
