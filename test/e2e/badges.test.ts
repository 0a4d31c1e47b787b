/** Somebody becomes a partner in a chat, and the platforms show it until they leave. */
import { expect, it } from 'vitest'
import { GUILD_ROLES } from '../../src/sandbox/community.js'
import { describeStorage } from '../kit/storage.js'
import { asking, badgesWith, programmeFile } from './programme-file.js'
import { ROOM, useRig, words } from './rig.js'
import { privately, seatOf } from './seat.js'
import { rolesShown, soon, tagShown } from './shown.js'

const speech = words()
const zh = (key: string) => speech.plain('zh-CN', { key })
/** A role that there is not. */
const MISSING = '800000000000009999'

describeStorage('badges', (engine) => {
  const make = useRig(engine)

  it('show a partner on both platforms until they leave, and tell admins what cannot be shown', {
    timeout: 120_000,
  }, async () => {
    const rig = await make()
    const file = programmeFile({ badges: badgesWith(MISSING), ...asking(['channels']) })
    await rig.start({ PROGRAMME_FILE: file })
    const olivia = privately(rig, 'olivia')
    await olivia.type('/start')
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
    await kofi.press('Leave')
    await kofi.sees('You have left the programme')
    await soon(async () => expect(await tagShown(rig, 'kofi')).toBeUndefined())
    await soon(async () => expect(await rolesShown(rig, 'kofi')).toEqual([]))
  })
})
