/** Lines that people type of their own accord. */
import type { Chance } from './chance.js'
import type { Person } from './town.js'

/** A command as it is typed on Telegram, and by named options as on Discord. */
export interface Line {
  command: string
  words: string
  values: Record<string, string>
}

export const PASSPHRASES = ['to the moon', 'open sesame']

/** A packet in all its kinds; above the limit, from the group's budget, or lacking something, by chance. */
export function dropLine(chance: Chance, { isOwner, isModerator }: Person, isPrivate: boolean): Line {
  const shares = chance.between(1, 6)
  const cents = chance.between(shares, 1500)
  const amount = chance.happens(0.04)
    ? '1500'
    : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  const values: Record<string, string> = {}
  if (!chance.happens(0.06)) values.amount = amount
  if (!chance.happens(0.06)) values.shares = String(shares)
  if (chance.happens(0.5)) values.split = chance.pick(['lucky', 'equal', 'fixed'])
  if (values.split === 'fixed' && values.amount) values.amount = `${shares}`
  if (chance.happens(0.25)) values.window = chance.pick(['10s', '20s', '60s'])
  else if (chance.happens(0.4)) values.life = '5m'
  if (chance.happens(0.1)) values.spread = chance.pick(['calm', 'wild'])
  if (chance.happens(0.1)) values.members = 'yes'
  if (chance.happens(0.05)) values.premium = 'yes'
  if ((isOwner || isModerator) && !isPrivate && chance.happens(0.4)) values.from = 'group'
  if (chance.happens(0.15)) values.passphrase = chance.pick(PASSPHRASES)
  if (chance.happens(0.1)) values.dry = 'yes'
  return { command: 'redpacket', words: typed(values, ['amount', 'shares', 'split', 'spread']), values }
}

/** The named ones apart, as people write them. */
function typed(values: Record<string, string>, bare: readonly string[]): string {
  const words = bare.flatMap((name) => (values[name] === undefined ? [] : [values[name]]))
  const named = Object.entries(values)
    .filter(([name]) => !bare.includes(name) && name !== 'from')
    .map(([name, value]) => (value.includes(' ') ? `${name}="${value}"` : `${name}=${value}`))
  return [...words, ...(values.from === undefined ? [] : [values.from]), ...named].join(' ')
}

export function treasuryLine(chance: Chance): Line {
  const action = chance.pick(['deposit', 'deposit', 'withdraw', 'list'])
  const to = chance.pick(['group', 'me', 'person'])
  const values: Record<string, string> = { action }
  if (action !== 'list')
    Object.assign(values, { amount: String(chance.between(1, 90)), to, reason: 'January' })
  if (to === 'person' && action !== 'list')
    values.person = chance.pick(['telegram:1005', 'discord:200000000000000009'])
  return { command: 'treasury', words: typed(values, ['action', 'amount', 'to']), values }
}

export function freezeLine(chance: Chance, isOwner: boolean): Line {
  const scope = isOwner ? chance.pick(['here', 'everything', 'person']) : 'here'
  const values: Record<string, string> = { scope, action: chance.pick(['stop', 'lift', 'lift']) }
  if (scope === 'person') values.person = chance.pick(['telegram:1006', 'telegram:1005'])
  if (values.action === 'stop') values.reason = 'looking into it'
  return { command: 'freeze', words: typed(values, ['scope', 'action']), values }
}

export function smallLine(chance: Chance): Line {
  const command = chance.pick(['wallet', 'claims', 'help', 'language', 'verify', 'wallet', 'xyz'])
  const values: Record<string, string> = {}
  if (command === 'language' && chance.happens(0.7))
    values.language = chance.pick(['en', 'ru', 'zh-CN', 'auto'])
  return { command, words: Object.values(values).join(' '), values }
}

/** Asks for a code, or types the one that the other account was shown. */
export function linkLine(code?: string): Line {
  return { command: 'link_account', words: code ?? '', values: code === undefined ? {} : { code } }
}
