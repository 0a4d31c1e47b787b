/** Guilds, channels, roles, members. */
import { apiError, invalidForm } from '../../api-error.js'
import { membersOf } from '../../gateway/ready.js'
import { channelById, demand, memberOf, setRoles } from '../../guilds.js'
import { channelObject, findUser, guildChannel, guildObject, memberObject } from '../../objects.js'
import { guildPermissions, highestPosition } from '../../permissions.js'
import { INTENT, PERMISSION } from '../../protocol.js'
import type { Guild, Member } from '../../realm.js'
import { check } from '../../rules/check.js'
import { integer, required, shape, snowflake, text, treeOf } from '../../rules/rule.js'
import { type Call, noContent, ok, type Route, saysYes } from '../call.js'

const DEFAULT_FOUND = 1

function guildIn({ realm, params }: Call): Guild {
  const guild = realm.guilds.get(params.guild ?? '')
  if (!guild) throw apiError(10004)
  return guild
}

/** 404 10007 for a user who is not there, 404 10013 for one who does not exist. */
function memberIn(call: Call, guild: Guild): Member {
  const id = call.params.user === '@me' ? call.realm.app.id : (call.params.user ?? '')
  const member = memberOf(call.realm, guild, id)
  if (!member) throw apiError(findUser(call.realm, id) ? 10007 : 10013)
  return member
}

function shown(call: Call, member: Member) {
  const user = findUser(call.realm, member.user)
  if (!user) throw apiError(10013)
  return memberObject(member, user)
}

function wholeGuild(call: Call) {
  const guild = guildIn(call)
  const counts = {
    approximate_member_count: guild.members.size + (guild.unnamed ?? 0),
    approximate_presence_count: guild.members.size,
  }
  return ok({ ...guildObject(guild), ...(saysYes(call.query.get('with_counts')) ? counts : {}) })
}

function channelsOf(call: Call) {
  const { id } = guildIn(call)
  const mine = [...call.realm.channels.values()].filter(({ guild }) => guild === id)
  return ok(mine.map((channel) => guildChannel({ ...channel, guild: id })))
}

const pageRule = shape({ limit: integer(1, 1000), after: snowflake })

/** All members, in the order of their ids. Only with the members intent: 403 50001. */
function members(call: Call) {
  const guild = guildIn(call)
  if (!(call.realm.privilegedIntents & INTENT.guildMembers)) throw apiError(50001)
  const query = Object.fromEntries(call.query)
  const tree = treeOf(check(pageRule, query))
  if (tree) throw invalidForm(tree)
  const after = BigInt(query.after ?? 0)
  const all = membersOf(call.realm, guild).filter(({ user }) => BigInt(user.id) > after)
  all.sort((a, b) => (BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1))
  return ok(all.slice(0, Number(query.limit ?? 1)))
}

const searchRule = shape({ query: required(text(100, 1)), limit: integer(1, 1000) })

function search(call: Call) {
  const guild = guildIn(call)
  const query = Object.fromEntries(call.query)
  const tree = treeOf(check(searchRule, query))
  if (tree) throw invalidForm(tree)
  const start = String(query.query).toLowerCase()
  const names = ({ user, nick }: { user: { username: string }; nick?: string | null }): string[] => [
    user.username,
    nick ?? '',
  ]
  const found = membersOf(call.realm, guild).filter((member) =>
    names(member).some((name) => name.toLowerCase().startsWith(start)),
  )
  return ok(found.slice(0, Number(query.limit ?? DEFAULT_FOUND)))
}

/** Handing a role out or taking it away. 50013 without Manage Roles or for a role above the bot's own. */
function giveRole(call: Call, give: boolean) {
  const { realm, params } = call
  const guild = guildIn(call)
  const member = memberIn(call, guild)
  const role = guild.roles.find(({ id }) => id === params.role)
  if (!role) throw apiError(10011)
  if (role.id === guild.id || role.managed) throw apiError(50028)
  const bot = memberOf(realm, guild, realm.app.id)
  const may = bot && guildPermissions(guild, bot) & PERMISSION.manageRoles
  if (!bot || !may || highestPosition(guild, bot) <= role.position) throw apiError(50013)
  const others = member.roles.filter((id) => id !== role.id)
  setRoles(realm, guild, member, give ? [...others, role.id] : others)
  return noContent
}

const common = { auth: 'bot', bucket: 'read', method: 'GET' } as const
const role = '/guilds/:guild/members/:user/roles/:role'

export const guildRoutes: Route[] = [
  {
    ...common,
    path: '/channels/:channel',
    run({ realm, params }) {
      const channel = channelById(realm, params.channel ?? '')
      demand(realm, channel)
      return ok(channelObject(realm, channel))
    },
  },
  { ...common, path: '/guilds/:guild', run: wholeGuild },
  { ...common, path: '/guilds/:guild/channels', run: channelsOf },
  { ...common, path: '/guilds/:guild/roles', run: (call) => ok(guildIn(call).roles) },
  { ...common, path: '/guilds/:guild/members', bucket: 'member', run: members },
  { ...common, path: '/guilds/:guild/members/search', bucket: 'member', run: search },
  {
    ...common,
    path: '/guilds/:guild/members/:user',
    run: (call) => ok(shown(call, memberIn(call, guildIn(call)))),
  },
  { ...common, method: 'PUT', path: role, bucket: 'member', run: (call) => giveRole(call, true) },
  { ...common, method: 'DELETE', path: role, bucket: 'member', run: (call) => giveRole(call, false) },
]
