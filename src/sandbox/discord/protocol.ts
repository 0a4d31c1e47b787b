/**
 * The numbers of Discord's protocol that the sandbox speaks, by the names the documentation gives them.
 * Source: discord/discord-api-docs at c98d64b (August 2026), and the OpenAPI description.
 */

export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const

/** The five menus a message may carry. */
export const SELECTS: readonly number[] = [3, 5, 6, 7, 8]

export const BUTTON = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const

export const INTERACTION = { ping: 1, command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const

export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const

export const CONTEXT = { guild: 0, botDm: 1, privateChannel: 2 } as const

export const CHANNEL = { guildText: 0, dm: 1 } as const

export const MESSAGE = { default: 0, pinned: 6, join: 7, reply: 19, command: 20, contextMenu: 23 } as const

export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const

export const OPTION = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

export const COMMAND = { chatInput: 1, user: 2, message: 3, primaryEntryPoint: 4 } as const

export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
  requestSoundboardSounds: 31,
} as const

export const CLOSE = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSeq: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const

export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildInvites: 1 << 6,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  messageContent: 1 << 15,
} as const

/** Bits 0-16, 20, 21, 24 and 25 are intents; anything else closes the connection with 4013. */
export const KNOWN_INTENTS = 0x1ffff | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25)
export const PRIVILEGED_INTENTS = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent

export const PERMISSION = {
  createInstantInvite: 1n << 0n,
  kickMembers: 1n << 1n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  changeNickname: 1n << 26n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  pinMessages: 1n << 51n,
} as const

/** Every permission bit that exists today (0-52 with the gaps Discord leaves). */
export const ALL_PERMISSIONS = (1n << 53n) - 1n

/** Language tags Discord's apps know (OpenAPI `AvailableLocalesEnum`). */
export const LOCALES = [
  ...['ar', 'bg', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fi', 'fr', 'he', 'hi', 'hr'],
  ...['hu', 'id', 'it', 'ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk'],
  ...['vi', 'zh-CN', 'zh-TW'],
] as const
