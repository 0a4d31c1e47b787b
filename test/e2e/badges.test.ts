/** Somebody becomes a partner in a chat: the platforms show it, and the group of partners is open to them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { bitmart } from '../../src/programme/bitmart.js'
import { GUILD, GUILD_ROLES } from '../../src/sandbox/community.js'
import { describeStorage, temporaryFolder } from '../kit/storage.js'
import { type Rig, ROOM, useRig, words } from './rig.js'
import { seatOf } from './seat.js'

const speech = words()
const zh = (key: string) => speech.plain('zh-CN', { key })

/** A role that there is, one that there is not, and a tag. */
function programmeFile(): string {
  const { applications } = bitmart
  const questions = applications?.questions.filter(({ kind }) => kind === 'channels')
  const badges = {
    discord: [
      { guild: GUILD, role: GUILD_ROLES.partners },
      { guild: GUILD, role: '800000000000009999' },
    ],
    telegram: [{ chat: ROOM.traders, tag: 'Partner' }],
  }
  const file = join(temporaryFolder(), 'programme.json')
  writeFileSync(file, JSON.stringify({ ...bitmart, badges, applications: { ...applications, questions } }))
  return file
}

describeStorage('badges', (engine) => {
  const make = useRig(engine)

  const ask = async (rig: Rig, method: string, body: object) => {
    const url = `${rig.telegram.root}/bot${rig.telegram.token}/${method}`
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return ((await response.json()) as { result: { tag?: string } }).result
  }
  const rolesOf = async (rig: Rig, user: string) => {
    const url = `${rig.discord.root}/v10/guilds/${GUILD}/members/${user}`
    const response = await fetch(url, { headers: { authorization: `Bot ${rig.discord.token}` } })
    return ((await response.json()) as { roles: string[] }).roles
  }
  /** Widths of the pictures that came with a welcome. */
  const pictures = (rig: Rig, user: number) => {
    type Sent = { caption?: string; photo?: { width: number }[] }
    const sent = rig.telegram.history(String(user), 'kofi') as Sent[]
    const welcomes = sent.filter(({ caption }) => caption?.includes('Welcome, partner 1!'))
    return welcomes.flatMap(({ photo }) => photo?.at(-1)?.width ?? [])
  }
  const soon = (probe: () => Promise<void>) => vi.waitFor(probe, { timeout: 30_000, interval: 250 })

  /** Kofi applies, and Mei approves. */
  const approved = async (rig: Rig) => {
    const kofi = seatOf(rig.telegram, 'kofi', String(rig.community.person('kofi').telegram.id))
    await kofi.type('/apply')
    await kofi.type('youtube.com/@kofi 12 000')
    await kofi.press('I have read it and accept')
    await kofi.press('I have read it and accept')
    await kofi.press('Send')
    await kofi.sees('Its number is 1')
    const mei = seatOf(rig.telegram, 'mei', String(rig.community.person('mei').telegram.id))
    await mei.type('/review')
    await mei.sees('youtube.com/@kofi')
    await mei.press(zh('review-approve'))
    await mei.sees(zh('approve-unproven'))
    await mei.press('✅')
    await mei.sees('申请 1 已通过')
    return kofi
  }

  it('show a partner on both platforms until they leave, and tell admins what cannot be shown', {
    timeout: 120_000,
  }, async () => {
    const rig = await make()
    await rig.start({ PROGRAMME_FILE: programmeFile() })
    const olivia = seatOf(rig.telegram, 'olivia', String(rig.community.person('olivia').telegram.id))
    await olivia.type('/start')
    const { telegram, discord } = rig.community.person('kofi')
    const kofi = await approved(rig)
    await kofi.type('/membership')
    await kofi.sees('partner number', 'active')
    await soon(async () => expect(pictures(rig, telegram.id)).toEqual([1280]))
    const abroad = seatOf(rig.discord, 'kofi', ROOM.lounge)
    await abroad.slash('membership')
    await abroad.press('Certificate')
    await abroad.sees('The certificate of partner 1.')
    const member = { chat_id: Number(ROOM.traders), user_id: telegram.id }
    await soon(async () => expect((await ask(rig, 'getChatMember', member)).tag).toBe('Partner'))
    await soon(async () => expect(await rolesOf(rig, discord.id)).toEqual([GUILD_ROLES.partners]))
    await olivia.sees('800000000000009999', 'There is no such role any more')
    await kofi.press('Leave')
    await kofi.type('1')
    await kofi.press('Leave')
    await kofi.sees('You have left the programme')
    await soon(async () => expect((await ask(rig, 'getChatMember', member)).tag).toBeUndefined())
    await soon(async () => expect(await rolesOf(rig, discord.id)).toEqual([]))
  })

  it('come into their group by a link for one person, and are shown out when they leave', {
    timeout: 120_000,
  }, async () => {
    const rig = await make()
    await rig.start({ PROGRAMME_FILE: programmeFile() })
    const { telegram: account } = rig.community.person('kofi')
    const platforms = { telegram: rig.telegram, discord: rig.discord }
    const goes = (person: string, platform: keyof typeof platforms, room: string) =>
      platforms[platform].act(person, { do: 'leave', room })
    const follows = (person: string, platform: keyof typeof platforms, link: string) =>
      platforms[platform].act(person, { do: 'join', room: link })
    await seatOf(rig.telegram, 'olivia', ROOM.hispanos).type('/desk here partners')
    await seatOf(rig.discord, 'olivia', ROOM.lounge).slash('desk', { action: 'here', queue: 'partners' })
    for (const person of ['kofi', 'ana']) await goes(person, 'telegram', ROOM.hispanos)
    const kofi = await approved(rig)
    const home = rig.discord.rooms('kofi').at(-1)?.id ?? ''
    const abroad = seatOf(rig.discord, 'kofi', home)
    await kofi.sees('Your link into the private group of partners')
    await abroad.sees('Your link into the private group of partners')
    const [, link = ''] =
      /"url":"(https:..t.me.[^"]+)"/.exec(written(rig.telegram.history(kofi.room, 'kofi'))) ?? []
    const [server = ''] = /https:..discord.gg.\w+/.exec(written(rig.discord.history(home, 'kofi'))) ?? []
    expect(await follows('kofi', 'telegram', link)).toEqual({ kind: 'none' })
    expect(await follows('ana', 'telegram', link)).toMatchObject({ kind: 'impossible' })
    for (const person of ['kofi', 'ana']) await goes(person, 'discord', ROOM.lounge)
    expect(await follows('kofi', 'discord', server)).toEqual({ kind: 'none' })
    expect(await follows('ana', 'discord', server)).toMatchObject({ kind: 'impossible' })
    const next = async (words: string) => {
      await kofi.type('/membership')
      await soon(async () => expect(kofi.newest()[0]?.text).toContain('partner number'))
      expect(kofi.newest()[0]?.text).toContain(words)
    }
    await vi.waitFor(() => next('Next: say a few words'), { timeout: 30_000, interval: 1500 })
    for (const room of [ROOM.hispanos, ROOM.traders])
      expect(written(rig.telegram.history(room, 'olivia'))).not.toContain(link)
    await kofi.press('Leave')
    await kofi.type('1')
    await kofi.press('Leave')
    await kofi.sees('You have left the programme')
    const member = { chat_id: Number(ROOM.hispanos), user_id: account.id }
    const status = async () => ((await ask(rig, 'getChatMember', member)) as { status?: string }).status
    await soon(async () => expect(await status()).toBe('left'))
  })
})

const written = (messages: unknown) => JSON.stringify(messages)
