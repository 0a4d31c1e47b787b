/** Interactions as Discord sends them, shortened to the fields that mean something, and a few broken ones. */
export const APPLICATION = '800000000000009000'
export const GUILD = '800000000000001000'
export const CHANNEL = '800000000000002001'
export const THREAD = '800000000000002777'
export const MESSAGE = '800000000000007001'
export const USER = '800000000000000005'
export const INTERACTION = '1440000000000000001'
export const TOKEN = `aW50ZXJhY3Rpb24.${'x'.repeat(200)}`

type Fields = Record<string, unknown>

const user = { id: USER, username: 'ana', global_name: 'Ana Torres', discriminator: '0', avatar: null }

export const member: Fields = {
  user,
  nick: null,
  roles: ['800000000000001102'],
  permissions: '2147483648',
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  flags: 0,
  deaf: false,
  mute: false,
}

const common: Fields = {
  id: INTERACTION,
  application_id: APPLICATION,
  token: TOKEN,
  version: 1,
  app_permissions: '562949953601536',
  locale: 'es-ES',
  entitlements: [],
  authorizing_integration_owners: { '0': GUILD },
  attachment_size_limit: 10_485_760,
}

const inGuild: Fields = {
  ...common,
  guild_id: GUILD,
  guild_locale: 'en-US',
  guild: { id: GUILD, locale: 'en-US', features: [] },
  channel_id: CHANNEL,
  channel: { id: CHANNEL, type: 0, name: 'lounge', guild_id: GUILD },
  context: 0,
  member,
}

export const slash = (fields: Fields = {}, data: Fields = {}): Fields => ({
  ...inGuild,
  type: 2,
  data: {
    id: '800000000000008001',
    type: 1,
    name: 'redpacket',
    options: [
      { name: 'amount', type: 3, value: '12.5' },
      { name: 'shares', type: 4, value: 10 },
      { name: 'equal', type: 5, value: true },
    ],
    ...data,
  },
  ...fields,
})

export const press = (fields: Fields = {}, data: Fields = {}): Fields => ({
  ...inGuild,
  type: 3,
  message: { id: MESSAGE, channel_id: CHANNEL, flags: 32_768 },
  data: { custom_id: '1claim:k3', component_type: 2, id: 3, ...data },
  ...fields,
})

export const modalSubmit = (fields: Fields = {}, data: Fields = {}): Fields => ({
  ...inGuild,
  type: 5,
  data: {
    custom_id: '1redpacket',
    components: [
      // What the questions are about comes back as an id.
      { type: 10, id: 7 },
      { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'amount', value: '12.5' } },
      { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'shares', values: ['10'] } },
      { type: 1, id: 5, components: [{ type: 4, id: 6, custom_id: 'note', value: 'Hola' }] },
    ],
    ...data,
  },
  ...fields,
})

/** The same in the private chat with the bot. */
export const dm = (interaction: Fields): Fields => ({
  ...interaction,
  guild_id: undefined,
  guild_locale: undefined,
  guild: undefined,
  member: undefined,
  user,
  channel_id: '800000000000003333',
  channel: { id: '800000000000003333', type: 1, recipients: [user] },
  context: 1,
})
