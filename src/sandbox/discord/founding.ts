/** The guild, the channels, the roles and the application the demo begins with. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { APIRole, RoleFlags } from 'discord.js'
import { GUILD, GUILD_ROLES } from '../community.js'
import type { Community, SandboxGroup } from '../contract.js'
import { JOINED_AT, newChannel } from './guilds.js'
import { botUser } from './objects.js'
import { PERMISSION } from './protocol.js'
import type { Application, Channel, Guild, Realm } from './realm.js'

const APPLICATION_ID = '800000000000009000'
const BOT_NAME = 'Community Partner (demo)'
const GUILD_NAME = 'Moon Traders'
/** The role Discord makes for the bot when it is invited. */
const BOT_ROLE = '800000000000001109'

/** Looks like a bot token (its first part is the id in base64) and says that it is none. */
const TOKEN = `${Buffer.from(APPLICATION_ID).toString('base64url')}.sandbox.not-a-secret`

const P = PERMISSION
const EVERYONE =
  P.viewChannel |
  P.sendMessages |
  P.readMessageHistory |
  P.embedLinks |
  P.attachFiles |
  P.addReactions |
  P.useApplicationCommands |
  P.changeNickname |
  P.createInstantInvite |
  P.useExternalEmojis
const MODERATOR = P.manageGuild | P.manageMessages | P.kickMembers | P.mentionEveryone | P.pinMessages
/** What the invitation link of the bot asks for. */
const BOT = EVERYONE | P.manageRoles | P.manageChannels | P.manageMessages | P.pinMessages

const BLURPLE = 0x5865f2
const GREEN = 0x57f287
const GOLD = 0xf1c40f

/** Ed25519 private key of 32 bytes in DER: this prefix, then the seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const RAW_KEY_BYTES = 32

/**
 * The application with a key pair of its own, the same at every start so that DISCORD_PUBLIC_KEY stays true.
 */
export function foundApplication(): Application {
  const seed = createHash('sha256').update(`key of ${TOKEN}`).digest()
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    id: APPLICATION_ID,
    name: BOT_NAME,
    user: botUser(APPLICATION_ID, BOT_NAME),
    token: TOKEN,
    publicKey: spki.subarray(-RAW_KEY_BYTES).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('hex'),
    endpoint: undefined,
    description: 'Partner programme of a pretend exchange. Play money.',
  }
}

function role(id: string, name: string, permissions: bigint, position: number, color: number): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: position > 0,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0 as RoleFlags,
  }
}

const rolesOf = (guild: string): APIRole[] => [
  role(guild, '@everyone', EVERYONE, 0, 0),
  role(GUILD_ROLES.partners, 'Partners', 0n, 1, GOLD),
  role(GUILD_ROLES.moderators, 'Moderators', MODERATOR, 2, GREEN),
  { ...role(BOT_ROLE, BOT_NAME, BOT, 3, BLURPLE), managed: true, tags: { bot_id: APPLICATION_ID } },
]

/** Makes guilds and channels of the community's Discord groups. */
export function foundGuilds(realm: Realm): void {
  const groups = realm.community.groups.filter(({ platform }) => platform === 'discord')
  for (const [position, group] of groups.entries()) {
    const id = group.guild ?? GUILD
    const guild = realm.guilds.get(id) ?? newGuild(realm.community, id)
    realm.guilds.set(id, guild)
    if (group.unnamed !== undefined) guild.unnamed = group.unnamed
    for (const admin of group.admins) makeModerator(realm, guild, admin)
    realm.channels.set(group.room, channelOf(realm, group, id, position))
  }
}

function newGuild(community: Community, id: string): Guild {
  const owner = community.people.find(({ part }) => part === 'owner') ?? community.people[0]
  const bot = { user: APPLICATION_ID, roles: [BOT_ROLE], joinedAt: JOINED_AT, nick: null }
  const members = community.people.map(({ discord }) => {
    return { user: discord.id, roles: [...discord.roles], joinedAt: JOINED_AT, nick: null }
  })
  return {
    id,
    name: GUILD_NAME,
    owner: owner?.discord.id ?? APPLICATION_ID,
    roles: rolesOf(id),
    members: new Map([bot, ...members].map((member) => [member.user, member])),
    left: new Set(),
    locale: 'en-US',
  }
}

function makeModerator(realm: Realm, guild: Guild, person: string): void {
  const member = guild.members.get(realm.community.person(person).discord.id)
  if (!member || member.roles.includes(GUILD_ROLES.moderators)) return
  member.roles = [...member.roles, GUILD_ROLES.moderators]
}

/** Outsiders of a channel, and all but the few of a closed one, are members who may not look into it. */
function channelOf(realm: Realm, group: SandboxGroup, guild: string, position: number): Channel {
  const channel = newChannel({ id: group.room, name: group.title, guild, position })
  const view = String(PERMISSION.viewChannel)
  const idOf = (person: string): string => realm.community.person(person).discord.id
  const allowed = [...(group.only ?? []).map(idOf), APPLICATION_ID]
  channel.overwrites = group.only
    ? [
        { id: guild, type: 0, allow: '0', deny: view },
        ...allowed.map((id) => ({ id, type: 1 as const, allow: view, deny: '0' })),
      ]
    : (group.outsiders ?? []).map((person) => ({ id: idOf(person), type: 1, allow: '0', deny: view }))
  return channel
}
