import { describe, expect, it } from 'vitest'
import { demoCommunity, GUILD_ROLES } from '../../../src/sandbox/community.js'
import { choicesOf } from '../../../src/sandbox/page/discord/choices.js'
import { fieldsOf, valuesAtFirst } from '../../../src/sandbox/page/discord/modal-fields.js'
import {
  buttonsOf,
  hasMain,
  packetsOf,
  recordOf,
  sameButton,
} from '../../../src/sandbox/page/storm/buttons.js'
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
      ...{ isMain: true, title: expect.stringContaining('drops 50.00 USDT'), at: telegramCard.date * 1000 },
    })
  })

  it('are those of Discord, wherever they stand, that are enabled and no links', () => {
    expect(buttonsOf('discord', '2', discordCard).map(({ data }) => data)).toEqual([
      ...['c1:why:p2', 'c1:claim:p2', 'c1:form:p2'],
    ])
  })

  it('name the packet by its first line, without marks, on Discord too', () => {
    expect(buttonsOf('discord', '2', discordCard)[0]).toMatchObject({
      title: expect.stringMatching(/^[^*#]*drops 50\.00 USDT[^*#]*$/),
      at: Date.parse(discordCard.timestamp),
    })
  })

  it('belong to packets that still want to be pressed, newest first', () => {
    const old = buttonsOf('telegram', '-1', telegramCard)
    const over = old.map((button) => ({ ...button, message: 104, isMain: false }))
    const young = old.map((button) => ({ ...button, message: 105 }))
    expect(hasMain(over)).toBe(false)
    const packets = packetsOf([...old, ...over, ...young])
    expect(packets.map(([button]) => button?.message)).toEqual([105, 103])
  })

  it('lead to the public record when a packet is over', () => {
    const [claim] = buttonsOf('telegram', '-1', telegramCard)
    if (!claim) throw new Error('no button')
    const verify = { ...claim, data: '1verify:awz6kxkpj1y563xt', isMain: false }
    expect(recordOf([verify])).toBe('awz6kxkpj1y563xt')
    expect(recordOf([verify, claim])).toBeUndefined()
    expect(recordOf([])).toBeUndefined()
  })

  it('are found again on the packet of the other platform by what they do', () => {
    const [claim, why] = buttonsOf('telegram', '-1', telegramCard)
    const there = buttonsOf('discord', '2', discordCard)
    if (!claim || !why) throw new Error('no buttons')
    expect(sameButton(there, claim)?.data).toBe('c1:claim:p2')
    expect(sameButton(there, why)?.data).toBe('c1:why:p2')
    expect(sameButton(there, { ...claim, data: 'c1:other:p1' })?.isMain).toBe(true)
    expect(sameButton([], claim)).toBeUndefined()
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
    expect(values(8)).toEqual(['#lounge', '#drops', '#staff'])
  })
})
