import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FORUM, GROUP, refusal, type Stage, stage } from './setup.js'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const described = async (call: Promise<unknown>) => (await refusal(call)).description

describe('reading', () => {
  test('getChat of a group, a forum and a person', async () => {
    expect(await s.api.getChat(GROUP)).toMatchObject({
      id: Number(GROUP),
      type: 'supergroup',
      title: 'Moon Traders',
      permissions: { can_send_messages: true },
      accepted_gift_types: { unlimited_gifts: false },
    })
    expect(await s.api.getChat(FORUM)).toMatchObject({ is_forum: true })
    await s.sandbox.act('mei', { do: 'open', payload: '' })
    expect(await s.api.getChat(s.id('mei'))).toMatchObject({
      type: 'private',
      first_name: 'Mei',
      last_name: 'Lin 林梅',
    })
  })

  test('members, administrators and their number', async () => {
    expect(await s.api.getChatMember(GROUP, s.id('olivia'))).toMatchObject({
      status: 'creator',
      is_anonymous: false,
    })
    expect(await s.api.getChatMember(GROUP, s.id('mei'))).toMatchObject({
      status: 'administrator',
      can_be_edited: true,
      can_manage_tags: true,
    })
    expect(await s.api.getChatMember(GROUP, s.id('ana'))).toMatchObject({ status: 'member' })
    expect(await s.api.getChatMember(FORUM, s.id('yuki'))).toMatchObject({ status: 'left' })
    expect(await s.api.getChatMember(GROUP, s.id('crowd-7'))).toMatchObject({ status: 'member' })
    expect(await s.api.getChatMember(GROUP, 7_000_000_001)).toMatchObject({ status: 'administrator' })
    const admins = await s.api.getChatAdministrators(GROUP)
    expect(admins.map(({ user }) => user.first_name)).toEqual(['Olivia', 'Mei', 'Community Partner (demo)'])
    expect(await s.api.getChatMemberCount(GROUP)).toBe(850)
    expect(await s.api.getChatMemberCount(FORUM)).toBe(12)
  })

  test('what cannot be read', async () => {
    expect(await described(s.api.getChatMember(GROUP, 0))).toBe('Bad Request: invalid user_id specified')
    expect(await described(s.api.getChatMember(GROUP, 12_345))).toBe('Bad Request: PARTICIPANT_ID_INVALID')
    expect(await described(s.api.getChat(-42))).toBe('Bad Request: chat not found')
    await s.sandbox.act('mei', { do: 'open', payload: '' })
    expect(await described(s.api.getChatAdministrators(s.id('mei')))).toBe(
      'Bad Request: there are no administrators in the private chat',
    )
    expect(await s.api.getChatMemberCount(s.id('mei'))).toBe(2)
  })
})

describe('pins', () => {
  test('are announced to the bot too, and shown by getChat', async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'rules')
    expect(await s.api.pinChatMessage(GROUP, message_id)).toBe(true)
    expect((await s.api.getUpdates())[0]?.message).toMatchObject({
      from: { is_bot: true },
      pinned_message: { message_id, text: 'rules' },
    })
    expect((await s.api.getChat(GROUP)).pinned_message).toMatchObject({ message_id })
    expect(await s.api.pinChatMessage(GROUP, message_id)).toBe(true)
    expect(await s.api.unpinChatMessage(GROUP)).toBe(true)
    expect(await described(s.api.unpinChatMessage(GROUP))).toBe('Bad Request: message to unpin not found')
    expect(await described(s.api.pinChatMessage(GROUP, 99))).toBe('Bad Request: message to pin not found')
    s.sandbox.setBotStanding('olivia', GROUP, 'administrator', ['can_pin_messages'])
    expect(await described(s.api.pinChatMessage(GROUP, message_id))).toBe(
      'Bad Request: not enough rights to manage pinned messages in the chat',
    )
  })
})

describe('invite links', () => {
  test('name, limit and expiry, and who came by them', async () => {
    await s.api.getUpdates({ allowed_updates: ['chat_member'] })
    const link = await s.api.createChatInviteLink(FORUM, {
      name: 'pavel',
      member_limit: 1,
      expire_date: s.clock.now() / 1000 + 60,
    })
    expect(link).toMatchObject({
      name: 'pavel',
      member_limit: 1,
      creator: { is_bot: true },
      is_primary: false,
    })
    expect(await s.sandbox.act('yuki', { do: 'join', room: link.invite_link })).toEqual({ kind: 'none' })
    const [update] = await s.api.getUpdates({ offset: -1 })
    expect(update?.chat_member).toMatchObject({
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member', user: { id: s.id('yuki') } },
      invite_link: { invite_link: link.invite_link, name: 'pavel' },
    })
    await s.sandbox.act('ana', { do: 'leave', room: FORUM })
    expect(await s.sandbox.act('ana', { do: 'join', room: link.invite_link })).toEqual({
      kind: 'impossible',
      reason: { code: 'invite-expired' },
    })
  })

  test('what is refused', async () => {
    const link = (options: object) => described(s.api.createChatInviteLink(GROUP, options))
    expect(await link({ name: 'x'.repeat(33) })).toBe('Bad Request: INVITE_TITLE_TOO_LONG')
    expect(await link({ expire_date: 5 })).toBe('Bad Request: EXPIRE_DATE_INVALID')
    expect(await link({ member_limit: 100_000 })).toBe('Bad Request: USAGE_LIMIT_INVALID')
    expect(await link({ member_limit: 5, creates_join_request: true })).toBe(
      'Bad Request: USAGE_LIMIT_INVALID',
    )
    s.sandbox.setBotStanding('olivia', GROUP, 'member')
    expect(await link({})).toBe('Bad Request: not enough rights to manage chat invite link')
  })
})

describe('links that are taken back', () => {
  test('let nobody in, and are taken back once', async () => {
    const { invite_link } = await s.api.createChatInviteLink(FORUM, { member_limit: 1 })
    expect(await s.api.revokeChatInviteLink(FORUM, invite_link)).toMatchObject({
      invite_link,
      is_revoked: true,
    })
    expect(await s.sandbox.act('yuki', { do: 'join', room: invite_link })).toEqual({
      kind: 'impossible',
      reason: { code: 'invite-expired' },
    })
    const again = described(s.api.revokeChatInviteLink(FORUM, invite_link))
    expect(await again).toBe('Bad Request: INVITE_HASH_EXPIRED')
    const other = described(s.api.revokeChatInviteLink(GROUP, invite_link))
    expect(await other).toBe('Bad Request: INVITE_HASH_EXPIRED')
    s.sandbox.setBotStanding('olivia', FORUM, 'administrator', ['can_invite_users'])
    expect(await described(s.api.revokeChatInviteLink(FORUM, invite_link))).toBe(
      'Bad Request: not enough rights to manage chat invite link',
    )
  })
})

test('counts for a link those who are in by it now', async () => {
  const { invite_link: room } = await s.api.createChatInviteLink(FORUM, { member_limit: 1 })
  const joins = (who: string) => s.sandbox.act(who, { do: 'join', room })
  expect(await joins('yuki')).toEqual({ kind: 'none' })
  const spent = { kind: 'impossible', reason: { code: 'invite-expired' } }
  await s.sandbox.act('ana', { do: 'leave', room: FORUM })
  expect(await joins('ana')).toEqual(spent)
  expect(await s.sandbox.act('yuki', { do: 'leave', room: FORUM })).toEqual({ kind: 'none' })
  expect(await joins('ana')).toEqual({ kind: 'none' })
  expect(await joins('yuki')).toEqual(spent)
  expect(await s.api.unbanChatMember(FORUM, s.id('ana'))).toBe(true)
  expect(await joins('yuki')).toEqual({ kind: 'none' })
})

describe('showing somebody out', () => {
  const status = async (person: string) => (await s.api.getChatMember(FORUM, s.id(person))).status

  test('without banning: they come back by a link', async () => {
    await s.api.getUpdates({ allowed_updates: ['chat_member'] })
    expect(await status('ana')).toBe('member')
    expect(await s.api.unbanChatMember(FORUM, s.id('ana'))).toBe(true)
    expect(await status('ana')).toBe('left')
    // Whoever asks the same at once again gets one.
    s.clock.advance(5000)
    const told = (await s.api.getUpdates()).map(({ chat_member }) => chat_member?.new_chat_member.status)
    expect(told).toEqual(['kicked', 'left'])
    expect(await s.api.unbanChatMember(FORUM, s.id('ana'))).toBe(true)
    const { invite_link } = await s.api.createChatInviteLink(FORUM, { member_limit: 1 })
    expect(await s.sandbox.act('ana', { do: 'join', room: invite_link })).toEqual({ kind: 'none' })
    expect(await s.api.unbanChatMember(FORUM, s.id('ana'), { only_if_banned: true })).toBe(true)
    expect(await status('ana')).toBe('member')
  })

  test('for good: no link lets them in before they are unbanned', async () => {
    expect(await s.api.banChatMember(FORUM, s.id('ana'))).toBe(true)
    expect(await status('ana')).toBe('kicked')
    const { invite_link } = await s.api.createChatInviteLink(FORUM, { member_limit: 1 })
    expect(await s.sandbox.act('ana', { do: 'join', room: invite_link })).toMatchObject({
      kind: 'impossible',
    })
    expect(await s.api.unbanChatMember(FORUM, s.id('ana'), { only_if_banned: true })).toBe(true)
    expect(await s.sandbox.act('ana', { do: 'join', room: invite_link })).toEqual({ kind: 'none' })
  })

  test('what is refused', async () => {
    const unban = (person: number) => described(s.api.unbanChatMember(FORUM, person))
    expect(await unban(s.id('olivia'))).toBe("Bad Request: can't remove chat owner")
    expect(await unban(12_345)).toBe('Bad Request: PARTICIPANT_ID_INVALID')
    expect(await unban(7_000_000_001)).toBe("Bad Request: can't restrict self")
    s.sandbox.setBotStanding('olivia', FORUM, 'administrator', ['can_restrict_members'])
    expect(await unban(s.id('ana'))).toBe('Bad Request: not enough rights to restrict/unrestrict chat member')
    await s.sandbox.act('mei', { do: 'open', payload: '' })
    expect(await described(s.api.unbanChatMember(s.id('mei'), s.id('mei')))).toBe(
      'Bad Request: method is available for supergroup and channel chats only',
    )
  })
})

describe('small signs', () => {
  test('chat actions', async () => {
    expect(await s.api.sendChatAction(GROUP, 'typing')).toBe(true)
    expect(await described(s.api.sendChatAction(GROUP, 'dancing' as never))).toBe(
      'Bad Request: wrong parameter action in request',
    )
  })

  test('reactions', async () => {
    const { message_id } = await s.api.sendMessage(GROUP, 'x')
    expect(await s.api.setMessageReaction(GROUP, message_id, [{ type: 'emoji', emoji: '🎉' }])).toBe(true)
    expect(await s.api.setMessageReaction(GROUP, message_id, [])).toBe(true)
    const two = [
      { type: 'emoji', emoji: '🎉' },
      { type: 'emoji', emoji: '👍' },
    ] as const
    expect(await described(s.api.setMessageReaction(GROUP, message_id, [...two]))).toBe(
      'Bad Request: REACTIONS_TOO_MANY',
    )
    expect(await described(s.api.setMessageReaction(GROUP, 99, []))).toBe(
      'Bad Request: message to react not found',
    )
    expect(
      await described(s.api.setMessageReaction(GROUP, message_id, [{ type: 'emoji', emoji: 'x' as never }])),
    ).toBe('Bad Request: REACTION_INVALID')
    const other = { type: 'emoji', emoji: '🧧' as never } as const
    expect(await described(s.api.setMessageReaction(GROUP, message_id, [other]))).toBe(
      'Bad Request: REACTION_INVALID',
    )
    expect(await described(s.api.setMessageReaction(GROUP, message_id, [{ type: 'x' } as never]))).toBe(
      "Bad Request: can't parse ReactionType: invalid reaction type specified",
    )
  })

  test('tags of members are seen in their messages', async () => {
    const tag = (user: string, tag: string, chat: string | number = GROUP) =>
      s.api.raw.setChatMemberTag({ chat_id: chat, user_id: s.id(user), tag })
    expect(await tag('ana', 'Gold')).toBe(true)
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: 'hi' })
    expect((await s.api.getUpdates())[0]?.message).toMatchObject({ sender_tag: 'Gold' })
    expect(await s.api.getChatMember(GROUP, s.id('ana'))).toMatchObject({ status: 'member', tag: 'Gold' })
    expect(await described(tag('ana', 'x'.repeat(17)))).toBe('Bad Request: TAG_INVALID')
    expect(await described(tag('ana', '🥇'))).toBe('Bad Request: TAG_EMOJI_NOT_ALLOWED')
    expect(await described(tag('yuki', 'x', FORUM))).toBe('Bad Request: USER_NOT_PARTICIPANT')
    const nobody = { chat_id: GROUP, user_id: 4242, tag: 'x' }
    expect(await described(s.api.raw.setChatMemberTag(nobody))).toBe('Bad Request: PARTICIPANT_ID_INVALID')
    expect(await described(s.api.getChatMember(GROUP, 4242))).toBe('Bad Request: PARTICIPANT_ID_INVALID')
    s.sandbox.setBotStanding('olivia', GROUP, 'administrator', ['can_manage_tags'])
    expect(await described(tag('ana', 'x'))).toBe('Bad Request: CHAT_ADMIN_REQUIRED')
  })

  test('leaving is told as a change of the own membership', async () => {
    expect(await s.api.leaveChat(GROUP)).toBe(true)
    const updates = await s.api.getUpdates()
    expect(updates).toMatchObject([
      {
        my_chat_member: { old_chat_member: { status: 'administrator' }, new_chat_member: { status: 'left' } },
      },
      { message: { left_chat_member: { id: 7_000_000_001 } } },
    ])
    await s.sandbox.act('ana', { do: 'say', room: GROUP, text: '/start' })
    expect(s.sandbox.pendingUpdates()).toBe(2)
  })

  test('logOut and close stay without effect', async () => {
    expect(await described(s.api.logOut())).toBe('Bad Request: the sandbox bot stays on this server')
  })
})
