/** What people see of partners and by mail, asked of the platforms themselves. */
import { expect, vi } from 'vitest'
import { GUILD } from '../../src/sandbox/community.js'
import type { Post } from '../mail/post.js'
import { type Rig, ROOM } from './rig.js'

/** What comes by itself, after messages and at a pace. */
const SOON = { timeout: 30_000, interval: 100 }

/** Waits until nothing is thrown any more. */
export function soon<T>(probe: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(probe, SOON)
}

/** The roles of a Discord account in the demo's server. */
export async function rolesShown(rig: Rig, person: string): Promise<string[]> {
  const { discord } = rig.community.person(person)
  const url = `${rig.discord.root}/v10/guilds/${GUILD}/members/${discord.id}`
  const response = await fetch(url, { headers: { authorization: `Bot ${rig.discord.token}` } })
  return ((await response.json()) as { roles: string[] }).roles
}

/** The tag of a Telegram account in the traders' group. */
export async function tagShown(rig: Rig, person: string): Promise<string | undefined> {
  return (await chatMember(rig, person, ROOM.traders)).tag
}

/** How a Telegram account stands in a group: `member`, `left`, … */
export async function standingOf(rig: Rig, person: string, room: string): Promise<string> {
  return (await chatMember(rig, person, room)).status
}

async function chatMember(rig: Rig, person: string, room: string) {
  const { telegram } = rig.community.person(person)
  const url = `${rig.telegram.root}/bot${rig.telegram.token}/getChatMember`
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ chat_id: Number(room), user_id: telegram.id })
  const response = await fetch(url, { method: 'POST', headers, body })
  return ((await response.json()) as { result: { status: string; tag?: string } }).result
}

/** The link into the partners' group that came to somebody's private chat on Telegram. */
export function inviteShown(rig: Rig, person: string): string | undefined {
  const room = String(rig.community.person(person).telegram.id)
  return /"url":"(https:..t.me.[^"]+)"/.exec(JSON.stringify(rig.telegram.history(room, person)))?.[1]
}

/** Widths of the certificates that came with a welcome on Telegram. */
export function certificatesSent(rig: Rig, person: string): number[] {
  type Sent = { caption?: string; photo?: { width: number }[] }
  const room = String(rig.community.person(person).telegram.id)
  const sent = rig.telegram.history(room, person) as Sent[]
  const welcomes = sent.filter(({ caption }) => caption?.includes('Welcome, partner 1!'))
  return welcomes.flatMap(({ photo }) => photo?.at(-1)?.width ?? [])
}

/** The letter that holds these words, now or soon. */
export function letterWith(post: Post | undefined, holds: string): Promise<Post['taken'][number]> {
  return soon(() => {
    const all = post?.taken ?? []
    const found = all.find(({ raw }) => raw.replaceAll('=\r\n', '').includes(holds))
    return found ?? expect.fail(`“${holds}” is in none of ${JSON.stringify(all)}`)
  })
}
