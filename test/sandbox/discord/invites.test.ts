/** Invites as Discord has them: for so many uses and so long, and only its managers take one back. */
import { Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord.js'
import { LOUNGE, refusalOf, restOf, startSandbox } from './client.js'

const WISH = { max_age: 3600, max_uses: 1, unique: true }

let sandbox: DiscordSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const invite = async (body: object = WISH) =>
  (await restOf(sandbox).post(Routes.channelInvites(LOUNGE), { body })) as { code: string; max_uses: number }
const follow = (person: string, code: string) =>
  sandbox.act(person, { do: 'join', room: `https://discord.gg/${code}` })
const leave = (person: string) => sandbox.act(person, { do: 'leave', room: LOUNGE })
const none = { kind: 'none' }
const over = { kind: 'impossible', reason: { code: 'invite-expired' } }

test('one use lets one person in, and nobody after them', async () => {
  await leave('ana')
  await leave('kofi')
  const { code, max_uses } = await invite()
  expect(max_uses).toBe(1)
  expect(await follow('ana', code)).toEqual(none)
  expect(sandbox.rooms('ana').map(({ id }) => id)).toContain(LOUNGE)
  expect(await follow('kofi', code)).toEqual(over)
  expect(sandbox.rooms('kofi').map(({ id }) => id)).not.toContain(LOUNGE)
})

test('whoever is in already uses nothing up', async () => {
  await leave('kofi')
  const { code } = await invite()
  expect(await follow('ana', code)).toEqual(none)
  expect(await follow('kofi', code)).toEqual(none)
})

test('one that was taken back lets nobody in, and is unknown from then on', async () => {
  await leave('ana')
  const { code } = await invite()
  expect(await restOf(sandbox).delete(Routes.invite(code))).toMatchObject({ code })
  expect(await follow('ana', code)).toEqual(over)
  expect(await refusalOf(restOf(sandbox).delete(Routes.invite(code)))).toMatchObject({ code: 10_006 })
})

test.each([{ max_age: 5_184_001 }, { max_uses: 101 }, { unique: 'yes' }])('%j is refused', async (wrong) => {
  expect(await refusalOf(invite({ ...WISH, ...wrong }))).toMatchObject({ code: 50_035 })
})

test('a bot that cannot look into the channel makes none', async () => {
  sandbox.setBotAccess(LOUNGE, { view: false, send: false })
  expect(await refusalOf(invite())).toMatchObject({ code: 50_001 })
})
