/** The bot's own user, other users, and private chats. */
import { apiError } from '../../api-error.js'
import { dmWith, memberOf } from '../../guilds.js'
import { dmChannel, findUser, guildObject } from '../../objects.js'
import { guildPermissions } from '../../permissions.js'
import type { Guild, Realm } from '../../realm.js'
import { required, shape, snowflake } from '../../rules/rule.js'
import { type Call, ok, type Route } from '../call.js'

const me = (realm: Realm) => ({
  ...realm.app.user,
  mfa_enabled: true,
  locale: 'en-US',
  verified: true,
  email: null,
})

function userById({ realm, params }: Call) {
  const user = findUser(realm, params.user ?? '')
  if (!user) throw apiError(10013)
  return ok(user)
}

function openDm({ realm, body }: Call) {
  const { recipient_id: id } = body as { recipient_id: string }
  const user = findUser(realm, id)
  if (!user || user.bot) throw apiError(50033)
  return ok(dmChannel(dmWith(realm, id), user))
}

function ownGuild(realm: Realm, guild: Guild) {
  const { id, name, icon, banner, features } = guildObject(guild)
  const member = memberOf(realm, guild, realm.app.id)
  const permissions = member ? guildPermissions(guild, member) : 0n
  return { id, name, icon, banner, features, owner: false, permissions: String(permissions) }
}

const common = { auth: 'bot', bucket: 'read' } as const

export const userRoutes: Route[] = [
  { ...common, method: 'GET', path: '/users/@me', run: ({ realm }) => ok(me(realm)) },
  {
    ...common,
    method: 'GET',
    path: '/users/@me/guilds',
    run: ({ realm }) => ok([...realm.guilds.values()].map((guild) => ownGuild(realm, guild))),
  },
  {
    ...common,
    method: 'POST',
    path: '/users/@me/channels',
    bucket: 'dm',
    rule: shape({ recipient_id: required(snowflake) }),
    run: openDm,
  },
  { ...common, method: 'GET', path: '/users/:user', run: userById },
]
