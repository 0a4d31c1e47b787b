/** Somebody becomes a partner in a chat: the platforms show it, and the group of partners is open to them. */
import { expect, it, vi } from 'vitest'
import { GUILD_ROLES } from '../../src/sandbox/community.js'
import { describeStorage } from '../kit/storage.js'
import { asking, badgesWith, programmeFile } from './programme-file.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { privately, seatOf } from './seat.js'
import { inviteShown, rolesShown, soon, standingOf, tagShown } from './shown.js'

const speech = words()
const zh = (key: string) => speech.plain('zh-CN', { key })
/** A role that there is not. */
const MISSING = '800000000000009999'
const timeout = 120_000

describeStorage('badges', (engine) => {
  const make = useRig(engine)

  const begun = async () => {
    const rig = await make()
    const file = programmeFile({ badges: badgesWith(MISSING), ...asking(['channels']) })
    await rig.start({ PROGRAMME_FILE: file })
    return rig
  }

  /** Kofi applies, and Mei approves. */
  const approved = async (rig: Rig) => {
    const kofi = privately(rig, 'kofi')
    await kofi.type('/apply')
    await kofi.type('youtube.com/@kofi 12 000')
    await kofi.press('I have read it and accept')
    await kofi.press('I have read it and accept')
    await kofi.press('Send')
    await kofi.sees('Its number is 1')
    const mei = privately(rig, 'mei')
    await mei.type('/review')
    await mei.sees('youtube.com/@kofi')
    await mei.press(zh('review-approve'))
    await mei.sees(zh('approve-unproven'))
    await mei.press('✅')
    await mei.sees('申请 1 已通过')
    return kofi
  }

  it('show a partner on both platforms until they leave, and tell admins what cannot be shown', {
    timeout,
  }, async () => {
    const rig = await begun()
    const olivia = privately(rig, 'olivia')
    await olivia.type('/start')
    const kofi = await approved(rig)
    await kofi.type('/membership')
    await kofi.sees('partner number', 'active')
    const abroad = seatOf(rig.discord, 'kofi', ROOM.lounge)
    await abroad.slash('membership')
    await abroad.press('Certificate')
    await abroad.sees('The certificate of partner 1.')
    await soon(async () => expect(await tagShown(rig, 'kofi')).toBe('Partner'))
    await soon(async () => expect(await rolesShown(rig, 'kofi')).toEqual([GUILD_ROLES.partners]))
    await olivia.sees(MISSING, 'There is no such role any more')
    await kofi.press('Leave')
    await kofi.type('1')
    await kofi.sees('Leave the programme as partner')
    await kofi.press('Leave')
    await kofi.sees('You have left the programme')
    await soon(async () => expect(await tagShown(rig, 'kofi')).toBeUndefined())
    await soon(async () => expect(await rolesShown(rig, 'kofi')).toEqual([]))
  })

  it('come into their group by a link for one person, and are shown out when they leave', {
    timeout,
  }, async () => {
    const rig = await begun()
    const platforms = { telegram: rig.telegram, discord: rig.discord }
    const goes = (person: string, platform: keyof typeof platforms, room: string) =>
      platforms[platform].act(person, { do: 'leave', room })
    const follows = (person: string, platform: keyof typeof platforms, link: string) =>
      platforms[platform].act(person, { do: 'join', room: link })
    const group = seatOf(rig.telegram, 'olivia', ROOM.hispanos)
    await group.type('/desk here partners')
    await group.press('Invite partners here')
    const channel = seatOf(rig.discord, 'olivia', ROOM.lounge)
    await channel.slash('desk', { action: 'here', queue: 'partners' })
    await channel.press('Invite partners here')
    for (const person of ['kofi', 'ana']) await goes(person, 'telegram', ROOM.hispanos)
    const kofi = await approved(rig)
    const home = rig.discord.rooms('kofi').at(-1)?.id ?? ''
    const abroad = seatOf(rig.discord, 'kofi', home)
    await kofi.sees('Your link into the private group of partners')
    await abroad.sees('Your link into the private group of partners')
    const link = inviteShown(rig, 'kofi') ?? ''
    const [server = ''] = /https:..discord.gg.\w+/.exec(written(rig.discord.history(home, 'kofi'))) ?? []
    expect(await follows('kofi', 'telegram', link)).toEqual({ kind: 'none' })
    expect(await follows('ana', 'telegram', link)).toMatchObject({ kind: 'impossible' })
    for (const person of ['kofi', 'ana']) await goes(person, 'discord', ROOM.lounge)
    expect(await follows('kofi', 'discord', server)).toEqual({ kind: 'none' })
    expect(await follows('ana', 'discord', server)).toMatchObject({ kind: 'impossible' })
    const next = async (words: string) => {
      await kofi.type('/membership')
      await soon(() => expect(kofi.newest()[0]?.text).toContain('partner number'))
      expect(kofi.newest()[0]?.text).toContain(words)
    }
    await vi.waitFor(() => next('Next: say a few words'), { timeout: 30_000, interval: 1500 })
    for (const room of [ROOM.hispanos, ROOM.traders])
      expect(written(rig.telegram.history(room, 'olivia'))).not.toContain(link)
    await kofi.press('Leave')
    await kofi.type('1')
    await kofi.sees('Leave the programme as partner')
    await kofi.press('Leave')
    await kofi.sees('You have left the programme')
    await soon(async () => expect(await standingOf(rig, 'kofi', ROOM.hispanos)).toBe('left'))
  })
})

const written = (messages: unknown) => JSON.stringify(messages)
