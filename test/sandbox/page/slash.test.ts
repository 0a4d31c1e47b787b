import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/sandbox/page/discord/native.js'
import {
  matchingSlashes,
  optionsToSend,
  parseSlash,
  slashesOf,
  visibleOptions,
} from '../../../src/sandbox/page/discord/slash.js'
import { discordCommands } from './sample-messages.js'

const treasury: Command = {
  id: '3',
  name: 'treasury',
  name_localizations: { ru: 'казна' },
  description: 'The treasury',
  options: [
    {
      type: 1,
      name: 'fund',
      name_localizations: { ru: 'внести' },
      description: 'Put money in',
      options: [{ type: 3, name: 'amount', description: 'How much', required: true }],
    },
    {
      type: 2,
      name: 'limits',
      description: 'Limits',
      options: [{ type: 1, name: 'show', description: 'Show them' }],
    },
  ],
}
const commands = [...discordCommands, treasury, { id: '4', type: 3, name: 'Report', description: '' }]
const slashes = slashesOf(commands, 'en-US')

describe('slash commands', () => {
  it('are one entry for each subcommand, and none for what is not typed', () => {
    expect(slashes.map(({ name }) => name)).toEqual([
      'redpacket',
      'wallet',
      'treasury fund',
      'treasury limits show',
    ])
  })

  it('are named in the language of the person, and sent as registered', () => {
    const [russian] = slashesOf([treasury], 'ru')
    expect(russian).toMatchObject({ name: 'treasury fund', title: 'казна внести' })
    const [chinese] = slashesOf(discordCommands, 'zh-CN')
    expect(chinese).toMatchObject({ name: 'redpacket', title: '红包', description: '发红包' })
  })

  it('are found by either name', () => {
    const chinese = slashesOf(commands, 'zh-CN')
    expect(matchingSlashes(chinese, '/红').map(({ name }) => name)).toEqual(['redpacket'])
    expect(matchingSlashes(chinese, '/red').map(({ name }) => name)).toEqual(['redpacket'])
    expect(matchingSlashes(slashes, '/treasury l').map(({ name }) => name)).toEqual(['treasury limits show'])
    expect(matchingSlashes(slashes, '/')).toHaveLength(4)
    expect(matchingSlashes(slashes, 'red')).toEqual([])
  })

  it('are read out of a line', () => {
    const typed = parseSlash(slashes, '/redpacket amount:50 shares: 20 split:"lucky"')
    expect(typed?.slash.name).toBe('redpacket')
    expect(typed?.values).toEqual({ amount: '50', shares: '20', split: 'lucky' })
    expect(parseSlash(slashes, '/treasury fund amount:5')?.slash.name).toBe('treasury fund')
    expect(parseSlash(slashes, '/redpackets')).toBeUndefined()
    expect(parseSlash(slashes, 'redpacket')).toBeUndefined()
  })

  it('take everything up to the next option of the command as a value', () => {
    const typed = parseSlash(slashes, '/redpacket amount:Happy day to all: 5 shares:2')
    expect(typed?.values).toEqual({ amount: 'Happy day to all: 5', shares: '2' })
    const free = parseSlash(slashes, '/redpacket amount:one strange:1 https://example.org shares:3')
    expect(free).toMatchObject({ values: { amount: 'one strange:1 https://example.org', shares: '3' } })
    expect(free?.unknown).toBeUndefined()
  })

  it('tell what belongs to no option of the command, and drop nothing in silence', () => {
    const unknown = (words: string) => parseSlash(slashes, words)?.unknown
    expect(unknown('/redpacket amount:5 split:lucky action:lift shares:2 more:1')).toBe('action:lift more:1')
    expect(unknown('/redpacket what:everything amount:5')).toBe('what:everything')
    expect(unknown('/wallet please')).toBe('please')
    expect(parseSlash(slashes, '/redpacket split:lucky action:lift')?.values).toEqual({ split: 'lucky' })
    expect(unknown('/redpacket amount:5 shares:2')).toBeUndefined()
    expect(unknown('/wallet')).toBeUndefined()
  })

  it('send numbers as numbers, and leave out what is empty', () => {
    const [redpacket] = slashes
    if (!redpacket) throw new Error('no command')
    const values = { amount: '50', shares: '20', split: '' }
    expect(optionsToSend({ slash: redpacket, values })).toEqual({ amount: '50', shares: 20 })
    const flag = { ...redpacket, options: [{ type: 5, name: 'quiet', description: '' }] }
    expect(optionsToSend({ slash: flag, values: { quiet: 'false' } })).toEqual({ quiet: false })
  })

  it('show the fields that are required or in use', () => {
    const [redpacket] = slashes
    if (!redpacket) throw new Error('no command')
    const names = (values: Record<string, string>) =>
      visibleOptions({ slash: redpacket, values }).map(({ name }) => name)
    expect(names({})).toEqual(['amount', 'shares'])
    expect(names({ split: '' })).toEqual(['amount', 'shares', 'split'])
  })

  it('offer first what was typed whole, however it stands in the list', () => {
    const named = (name: string): Command => ({ id: name, name, description: '' })
    const guides = slashesOf([named('guidelines'), named('guide')], 'en-US')
    expect(matchingSlashes(guides, '/guide').map(({ name }) => name)).toEqual(['guide', 'guidelines'])
    expect(matchingSlashes(guides, '/gui').map(({ name }) => name)).toEqual(['guidelines', 'guide'])
  })
})
