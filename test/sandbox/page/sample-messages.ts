/** Native messages as a bot and people could have left them: one of everything the page draws. */
import { demoCommunity } from '../../../src/sandbox/community.js'

const community = demoCommunity()
const AT = Date.parse('2026-11-21T09:30:00Z')
const seconds = (offset: number) => Math.round(AT / 1000) + offset
const instant = (offset: number) => new Date(AT + offset * 1000).toISOString()

const TELEGRAM_BOT = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Community Partner (demo)',
  username: 'community_partner_demo_bot',
}
const DISCORD_BOT = { id: '800000000000009000', username: 'Community Partner (demo)', bot: true }

export const MOON_TRADERS = '-1001000000001'
export const LOUNGE = '800000000000002001'

function telegramUser(id: string) {
  const person = community.person(id)
  return {
    id: person.telegram.id,
    is_bot: false,
    first_name: person.name,
    username: person.telegram.username,
  }
}

function discordUser(id: string) {
  const person = community.person(id)
  return { id: person.discord.id, username: person.discord.username, global_name: person.name }
}

const CHAT = { id: Number(MOON_TRADERS), type: 'supergroup', title: 'Moon Traders' }

/** A text with entities, each given by the words it covers. */
function worded(text: string, entities: [words: string, entity: Record<string, unknown>][] = []) {
  return {
    text,
    entities: entities.map(([words, entity]) => ({
      offset: text.indexOf(words),
      length: words.length,
      ...entity,
    })),
  }
}

export const telegramCard = {
  message_id: 103,
  date: seconds(-100),
  from: TELEGRAM_BOT,
  chat: CHAT,
  ...worded(
    '🧧 Mei Lin 林梅 drops 50.00 USDT\n20 shares · lucky split\n\n▰▰▰▰▰▱▱▱▱▱ 9 of 20 claimed\nEnds in a day\nProof 6f1c…a9e2 · full proof\nThe smallest share is 0.10 USDT.\nWhat you need: be a member of this group.\nNothing else, and nobody asks for your keys.',
    [
      ['Mei Lin 林梅 drops 50.00 USDT', { type: 'bold' }],
      ['Ends in a day', { type: 'date_time', unix_time: seconds(86_000), date_time_format: 'r' }],
      ['6f1c…a9e2', { type: 'code' }],
      ['full proof', { type: 'text_link', url: 'https://t.me/community_partner_demo_bot?start=v_6f1c' }],
      [
        'The smallest share is 0.10 USDT.\nWhat you need: be a member of this group.\nNothing else, and nobody asks for your keys.',
        { type: 'expandable_blockquote' },
      ],
    ],
  ),
  reply_markup: {
    inline_keyboard: [
      [{ text: '🧧 Claim a share', callback_data: 'c1:claim:p1', style: 'success' }],
      [
        { text: 'ℹ Conditions', callback_data: 'c1:why:p1' },
        { text: 'Copy code', copy_text: { text: 'RP-6F1C' } },
        { text: 'How it works', url: 'https://example.com/' },
      ],
      [
        { text: 'Ended', disabled: {} },
        { text: 'Cancel', callback_data: 'c1:cancel:p1', style: 'danger' },
      ],
    ],
  },
}

export const telegramMessages = [
  {
    message_id: 100,
    date: seconds(-400),
    from: telegramUser('lena'),
    chat: CHAT,
    new_chat_members: [telegramUser('lena')],
  },
  {
    message_id: 101,
    date: seconds(-300),
    from: telegramUser('ana'),
    chat: CHAT,
    ...worded('Good morning everyone 🌞'),
  },
  {
    message_id: 102,
    date: seconds(-200),
    from: telegramUser('mei'),
    sender_tag: 'moderator',
    chat: CHAT,
    ...worded('/redpacket 50 20', [['/redpacket', { type: 'bot_command' }]]),
  },
  telegramCard,
  {
    message_id: 104,
    date: seconds(-60),
    from: telegramUser('kofi'),
    chat: CHAT,
    reply_to_message: telegramCard,
    ...worded('Thanks! The spoiler: I got it, and here is some _code_:\nnpm start', [
      ['I got it', { type: 'spoiler' }],
      ['npm start', { type: 'pre', language: 'sh' }],
    ]),
  },
  {
    message_id: 0,
    ephemeral_message_id: 5,
    receiver_user: telegramUser('ana'),
    date: seconds(-30),
    from: TELEGRAM_BOT,
    chat: CHAT,
    ...worded('You got 2.31 USDT. It is in your wallet: /wallet', [
      ['2.31 USDT', { type: 'bold' }],
      ['/wallet', { type: 'bot_command' }],
    ]),
  },
]

export const discordCard = {
  id: '900000000000000002',
  timestamp: instant(-100),
  author: DISCORD_BOT,
  flags: 32_768,
  content: '',
  interaction_metadata: { type: 2, name: 'redpacket', user: discordUser('mei') },
  components: [
    {
      type: 17,
      accent_color: 0xd8352a,
      components: [
        {
          type: 9,
          components: [
            { type: 10, content: '### 🧧 Mei Lin 林梅 drops 50.00 USDT\n20 shares · lucky split' },
          ],
          accessory: { type: 2, style: 2, label: 'Conditions', custom_id: 'c1:why:p2' },
        },
        { type: 14, divider: true, spacing: 1 },
        {
          type: 10,
          content: `▰▰▰▰▰▱▱▱▱▱ **9 of 20** claimed\nEnds <t:${seconds(86_000)}:R> · proof \`6f1c…a9e2\`\n-# Funded in full. Every share was drawn and sealed before the first press.`,
        },
        {
          type: 1,
          components: [
            { type: 2, style: 3, label: 'Claim a share', emoji: { name: '🧧' }, custom_id: 'c1:claim:p2' },
            { type: 2, style: 1, label: 'Passphrase', custom_id: 'c1:form:p2' },
            { type: 2, style: 4, label: 'Cancel', custom_id: 'c1:cancel:p2', disabled: true },
            { type: 2, style: 5, label: 'How it works', url: 'https://example.com/' },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'c1:split',
              placeholder: 'Choose a split',
              options: [
                { label: 'Lucky', value: 'lucky', description: 'Everyone gets something else' },
                { label: 'Equal', value: 'equal' },
              ],
            },
          ],
        },
      ],
    },
  ],
}

export const discordMessages = [
  {
    id: '900000000000000000',
    timestamp: instant(-500),
    author: discordUser('kofi'),
    content: 'Hello **everyone**, is there a drop today?\n> I was here first\n- really\n- ||secretly||',
  },
  {
    id: '900000000000000001',
    timestamp: instant(-480),
    author: discordUser('kofi'),
    content: `Asking <@${community.person('mei').discord.id}> in <#800000000000002002>`,
    mentions: [discordUser('mei')],
  },
  discordCard,
  {
    id: '900000000000000003',
    timestamp: instant(-50),
    author: DISCORD_BOT,
    flags: 64,
    content: '',
    embeds: [
      {
        title: 'You got 1.87 USDT',
        description: 'It is in your wallet.',
        color: 0x23a55a,
        fields: [
          { name: 'Packet', value: '`RP-6F1C`', inline: true },
          { name: 'Share', value: '10 of 20', inline: true },
        ],
        footer: { text: 'Play money' },
      },
    ],
    interaction_metadata: { type: 3, user: discordUser('kofi') },
  },
]

export const telegramCommands = [
  { command: 'redpacket', description: 'Drop a red packet' },
  { command: 'wallet', description: 'What you have' },
  { command: 'verify', description: 'Check a draw' },
]

export const discordCommands = [
  {
    id: '1',
    type: 1,
    name: 'redpacket',
    name_localizations: { 'zh-CN': '红包' },
    description: 'Drop a red packet',
    description_localizations: { 'zh-CN': '发红包' },
    options: [
      { type: 3, name: 'amount', description: 'How much', required: true },
      { type: 4, name: 'shares', description: 'For how many', required: true, min_value: 1, max_value: 1000 },
      {
        type: 3,
        name: 'split',
        description: 'How it is split',
        choices: [
          { name: 'Lucky', value: 'lucky' },
          { name: 'Equal', value: 'equal' },
        ],
      },
    ],
  },
  { id: '2', type: 1, name: 'wallet', description: 'What you have' },
]

/** A modal with a field of each kind. */
export const passphraseModal = {
  custom_id: 'c1:form:p2',
  title: 'Passphrase',
  components: [
    { type: 10, content: 'The sender told it to you.' },
    {
      type: 18,
      label: 'Passphrase',
      description: 'Three tries',
      component: { type: 4, style: 1, custom_id: 'words', min_length: 2, max_length: 40, required: true },
    },
    {
      type: 18,
      label: 'Where shall it go?',
      component: {
        type: 3,
        custom_id: 'where',
        options: [
          { label: 'Wallet', value: 'wallet', default: true },
          { label: 'Exchange', value: 'exchange' },
        ],
      },
    },
  ],
}
