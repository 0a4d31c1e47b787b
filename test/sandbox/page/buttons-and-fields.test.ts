import { describe, expect, it } from 'vitest'
import { demoCommunity, GUILD_ROLES } from '../../../src/sandbox/community.js'
import { choicesOf } from '../../../src/sandbox/page/discord/choices.js'
import { fieldsOf, valuesAtFirst } from '../../../src/sandbox/page/discord/modal-fields.js'
import { buttonsOf } from '../../../src/sandbox/page/storm/buttons.js'
import { stepAfter } from '../../../src/sandbox/page/tour/steps.js'
import type { CommunityAnswer } from '../../../src/sandbox/page-contract.js'
import {
  discordCard,
  discordMessages,
  passphraseModal,
  telegramCard,
  telegramMessages,
} from './sample-messages.js'

const { people, groups } = demoCommunity()
const roles = [{ id: GUILD_ROLES.moderators, name: 'moderators' }]
const community: CommunityAnswer = { people, groups, roles, platforms: [], crowd: 9 }

describe('buttons a crowd can press', () => {
  it('are those of Telegram that go to the bot', () => {
    expect(buttonsOf('telegram', '-1', telegramCard).map(({ data }) => data)).toEqual([
      ...['c1:claim:p1', 'c1:why:p1', 'c1:cancel:p1'],
    ])
    expect(buttonsOf('telegram', '-1', telegramCard)[0]).toEqual({
      ...{ platform: 'telegram', room: '-1', message: 103, data: 'c1:claim:p1', label: '🧧 Claim a share' },
    })
  })

  it('are those of Discord, wherever they stand, that are enabled and no links', () => {
    expect(buttonsOf('discord', '2', discordCard).map(({ data }) => data)).toEqual([
      ...['c1:why:p2', 'c1:claim:p2', 'c1:form:p2'],
    ])
  })

  it('are not on messages that one person sees', () => {
    const ephemeral = { ...telegramCard, message_id: 0, ephemeral_message_id: 1 }
    expect(buttonsOf('telegram', '-1', ephemeral)).toEqual([])
    expect(buttonsOf('discord', '2', { ...discordCard, flags: 64 })).toEqual([])
    for (const message of [...telegramMessages.slice(0, 3), undefined])
      expect(buttonsOf('telegram', '-1', message)).toEqual([])
    expect(buttonsOf('discord', '2', discordMessages[0])).toEqual([])
  })
})

describe('the fields of a modal', () => {
  it('are found in labels and in action rows', () => {
    const fields = fieldsOf(passphraseModal, community)
    expect(fields.map(({ kind, label, isRequired }) => [kind, label, isRequired])).toEqual([
      ['text', 'The sender told it to you.', true],
      ['input', 'Passphrase', true],
      ['choice', 'Where shall it go?', true],
    ])
    expect(valuesAtFirst(fields)).toEqual({ words: '', where: ['wallet'] })
    const old = {
      ...{ custom_id: 'm', title: 'Old' },
      components: [
        { type: 1, components: [{ type: 4, custom_id: 'a', label: 'A', value: 'x', required: false }] },
      ],
    }
    expect(fieldsOf(old, community)).toMatchObject([{ id: 'a', label: 'A', isRequired: false }])
    expect(valuesAtFirst(fieldsOf(old, community))).toEqual({ a: 'x' })
  })

  it('are of the kind their component asks for', () => {
    const label = (component: object) => ({
      type: 18,
      label: 'L',
      component: { custom_id: 'c', type: 0, ...component },
    })
    const options = [{ label: 'A', value: 'a', default: true }]
    const kinds = [
      { type: 3, options, max_values: 3 },
      { type: 21, options },
      { type: 22, options },
      { type: 23 },
    ].map((component) => {
      const [field] = fieldsOf({ custom_id: 'm', title: '', components: [label(component)] }, community)
      return [field?.kind, field && valuesAtFirst([field])]
    })
    expect(kinds).toEqual([
      ['choices', { c: ['a'] }],
      ['choice', { c: ['a'] }],
      ['choices', { c: ['a'] }],
      ['check', { c: 'false' }],
    ])
  })

  it('offer people, roles and channels', () => {
    const values = (type: number) => choicesOf({ type }, community).map(({ label }) => label)
    expect(values(5)).toContain('Ana Torres')
    expect(values(6)).toEqual(['@moderators'])
    expect(values(7)).toEqual([...values(5), '@moderators'])
    expect(values(8)).toEqual(['#lounge', '#drops'])
  })
})

describe('the first minute', () => {
  const none = { kind: 'none' } as const
  const press = { do: 'press', room: '1', message: 1, data: 'c' } as const

  it('goes on when the step is done, and not before', () => {
    const say = { do: 'say', room: '1', text: '/redpacket 50 20' } as const
    expect(stepAfter(0, { platform: 'telegram', action: say, outcome: none })).toBe(1)
    expect(stepAfter(0, { platform: 'telegram', action: { ...say, text: 'hello' }, outcome: none })).toBe(0)
    expect(stepAfter(1, { platform: 'discord', action: press, outcome: none })).toBe(1)
    expect(stepAfter(1, { platform: 'telegram', action: press, outcome: { kind: 'timeout' } })).toBe(1)
    expect(stepAfter(1, { platform: 'telegram', action: press, outcome: none })).toBe(2)
    expect(stepAfter(2, { platform: 'discord', action: press, outcome: none })).toBe(3)
  })

  it('stays put away', () => {
    expect(stepAfter(-1, { platform: 'telegram', action: press, outcome: none })).toBe(-1)
  })
})
