/** A member's tag, and every no that Telegram has for it. */
import { GrammyError, type RawApi } from 'grammy'
import { describe, expect, test } from 'vitest'
import { DeliveryError } from '../../../src/interaction/platform.js'
import { createPerform } from '../../../src/platforms/telegram/deeds.js'
import type { GroupDeed, TagDeed } from '../../../src/storage/deed.js'
import { quickWorld } from './setup.js'

type Api = Parameters<typeof createPerform>[0]

function complaint(description: string, parameters: object = {}) {
  return new GrammyError('x', { ok: false, error_code: 400, description, parameters }, 'm', {})
}

function stage(member: object, set: (payload: object) => void = () => {}) {
  const tags: object[] = []
  const api = {
    async getChatMember() {
      return member
    },
    async setChatMemberTag(payload: object) {
      set(payload)
      tags.push(payload)
      return true
    },
  } as unknown as Pick<RawApi, 'getChatMember'> as Api
  const perform = createPerform(api, quickWorld())
  const does = async (tag: string, ...ours: string[]) => {
    const deed: TagDeed = { do: 'tag', chat: '-1001', account: '5', tag, ours }
    return (await perform({ key: 'k', deed })).outcome
  }
  return { does, tags }
}

describe('a tag', () => {
  test('is set where none is, and where the one that is there is ours', async () => {
    const bare = stage({ status: 'member' })
    expect(await bare.does('Partner')).toBe('done')
    expect(bare.tags).toEqual([{ chat_id: -1001, user_id: 5, tag: 'Partner' }])
    const older = stage({ status: 'member', tag: 'Partner' })
    expect(await older.does('Lead', 'Partner')).toBe('done')
    expect(older.tags).toHaveLength(1)
  })

  test('is taken where it is ours, and another’s stays', async () => {
    const ours = stage({ status: 'restricted', is_member: true, tag: 'Partner' })
    expect(await ours.does('', 'Partner')).toBe('done')
    expect(ours.tags).toEqual([{ chat_id: -1001, user_id: 5, tag: '' }])
    const theirs = stage({ status: 'member', tag: 'Boss' })
    expect(await theirs.does('', 'Partner')).toBe('done')
    expect(await theirs.does('Partner')).toBe('foreign')
    expect(theirs.tags).toEqual([])
  })

  test('that is as it should be asks for nothing', async () => {
    const { does, tags } = stage({ status: 'member', tag: 'Partner' })
    expect(await does('Partner')).toBe('done')
    expect(tags).toEqual([])
  })
})

describe('a no', () => {
  test.each([
    [{ status: 'left' }, 'absent'],
    [{ status: 'kicked' }, 'absent'],
    [{ status: 'restricted', is_member: false }, 'absent'],
    [{ status: 'administrator' }, 'foreign'],
    [{ status: 'creator' }, 'foreign'],
  ])('to %j', async (member, outcome) => {
    const { does, tags } = stage(member)
    expect(await does('Partner')).toBe(outcome)
    expect(tags).toEqual([])
  })

  test.each([
    ['Bad Request: CHAT_ADMIN_REQUIRED', 'no-right'],
    ['Bad Request: not enough rights', 'no-right'],
    ['Bad Request: USER_NOT_PARTICIPANT', 'absent'],
    ['Bad Request: chat not found', 'away'],
    ['Forbidden: bot was kicked from the supergroup chat', 'away'],
    ['Bad Request: method is available only for groups and supergroups', 'unable'],
    ['Not Found: method not found', 'unable'],
  ])('%s', async (description, outcome) => {
    const { does } = stage({ status: 'member' }, () => {
      throw complaint(description)
    })
    expect(await does('Partner')).toBe(outcome)
  })
})

test('a group that became a supergroup is followed', async () => {
  const { does, tags } = stage({ status: 'member' }, (payload) => {
    if ('chat_id' in payload && payload.chat_id === -1001)
      throw complaint('Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009 })
  })
  expect(await does('Partner')).toBe('done')
  expect(tags).toEqual([{ chat_id: -1009, user_id: 5, tag: 'Partner' }])
})

test('what is too fast is tried again by the courier', async () => {
  const { does } = stage({ status: 'member' }, () => {
    const body = { ok: false as const, error_code: 429, description: 'Too Many Requests: retry after 7' }
    throw new GrammyError('x', { ...body, parameters: { retry_after: 7 } }, 'm', {})
  })
  const thrown = await does('Partner').catch((error: unknown) => error)
  expect(thrown instanceof DeliveryError && thrown.failure).toEqual({
    kind: 'later',
    retryAfter: 7000,
    everything: false,
  })
})

describe('the group of partners', () => {
  type Answers = Partial<Record<string, (payload: object) => unknown>>
  function group(answers: Answers) {
    const called: [string, object][] = []
    const api = new Proxy(
      {},
      {
        get: (_, method: string) => async (payload: object) => {
          called.push([method, payload])
          return answers[method]?.(payload) ?? true
        },
      },
    ) as Api
    const perform = createPerform(api, quickWorld())
    return { called, does: (deed: GroupDeed) => perform({ key: 'k', deed }) }
  }
  const fails = (description: string) => () => {
    throw complaint(description)
  }
  const shared = { platform: 'telegram', chat: '-1001' } as const
  const invite: GroupDeed = { do: 'invite', ...shared, invite: 7, until: 1_700_000_123_456 }
  const link = 'https://t.me/+made'
  const revoke: GroupDeed = { do: 'revoke', ...shared, invite: 7, link }
  const showOut: GroupDeed = { do: 'show-out', ...shared, account: '5' }

  test('is opened for one person until a moment', async () => {
    const { called, does } = group({ createChatInviteLink: () => ({ invite_link: link }) })
    expect(await does(invite)).toEqual({ outcome: 'done', link })
    const wish = { chat_id: -1001, name: 'invite 7', expire_date: 1_700_000_123, member_limit: 1 }
    expect(called).toEqual([['createChatInviteLink', wish]])
  })

  test('an invitation without a link is in doubt', async () => {
    const thrown = await group({ createChatInviteLink: () => ({}) })
      .does(invite)
      .catch((error: unknown) => error)
    expect(thrown instanceof DeliveryError && thrown.failure.kind).toBe('unknown')
  })

  test('a link is taken back, and one that is over is', async () => {
    const { called, does } = group({})
    expect(await does(revoke)).toEqual({ outcome: 'done' })
    expect(called).toEqual([['revokeChatInviteLink', { chat_id: -1001, invite_link: link }]])
    const over = group({ revokeChatInviteLink: fails('Bad Request: INVITE_HASH_EXPIRED') })
    expect(await over.does(revoke)).toEqual({ outcome: 'done' })
  })

  test('somebody is shown out and not banned, and who is not there is left alone', async () => {
    const here = group({ getChatMember: () => ({ status: 'member' }) })
    expect(await here.does(showOut)).toEqual({ outcome: 'done' })
    expect(here.called.map(([method]) => method)).toEqual(['getChatMember', 'unbanChatMember'])
    expect(here.called[1]?.[1]).toEqual({ chat_id: -1001, user_id: 5 })
    for (const member of [
      { status: 'left' },
      { status: 'kicked' },
      { status: 'restricted', is_member: false },
    ]) {
      const gone = group({ getChatMember: () => member })
      expect(await gone.does(showOut)).toEqual({ outcome: 'absent' })
      expect(gone.called).toHaveLength(1)
    }
  })

  test('of a basic group, too', async () => {
    const basic = group({
      getChatMember: () => ({ status: 'member' }),
      unbanChatMember: fails('Bad Request: method is available for supergroup and channel chats only'),
    })
    expect(await basic.does(showOut)).toEqual({ outcome: 'done' })
    expect(basic.called.map(([method]) => method).at(-1)).toBe('banChatMember')
  })

  test.each<[GroupDeed, string, string, string]>([
    [invite, 'createChatInviteLink', 'not enough rights to manage chat invite link', 'no-right'],
    [invite, 'createChatInviteLink', 'bot was kicked from the supergroup chat', 'away'],
    [invite, 'createChatInviteLink', 'EXPIRE_DATE_INVALID', 'unable'],
    [revoke, 'revokeChatInviteLink', 'CHAT_ADMIN_REQUIRED', 'no-right'],
    [showOut, 'unbanChatMember', 'not enough rights to restrict/unrestrict chat member', 'no-right'],
    [showOut, 'unbanChatMember', 'user is an administrator of the chat', 'above'],
    [showOut, 'getChatMember', 'PARTICIPANT_ID_INVALID', 'absent'],
  ])('%o: a no of %s, %s', async (deed, method, said, outcome) => {
    const answers = { getChatMember: () => ({ status: 'member' }), [method]: fails(`Bad Request: ${said}`) }
    expect(await group(answers).does(deed)).toEqual({ outcome })
  })

  test('an admin is shown out by nobody but admins', async () => {
    const { does, called } = group({ getChatMember: () => ({ status: 'administrator' }) })
    expect(await does(showOut)).toEqual({ outcome: 'above' })
    expect(called).toHaveLength(1)
  })
})
