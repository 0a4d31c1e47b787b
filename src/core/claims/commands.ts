/** What members do with packets: claim, ask why not, look at their claims, verify. */
import { z } from 'zod'
import { code, words } from '../../interaction/arguments.js'
import {
  type Actor,
  type Context,
  command,
  type Item,
  Missing,
  type Outcome,
} from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { Refusal } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { verdictText } from '../conditions/cards.js'
import { needStanding } from '../conditions/conditions.js'
import { namesOf } from '../members/members.js'
import {
  type ClaimPress,
  type ClaimResult,
  claimShares,
  claimsByMember,
  conditionsOf,
  latestIn,
  money,
  packetFacts,
  publishedPacket,
  recompute,
  type Statement,
  statementOf,
  whyNot,
} from '../packets/packets.js'

/** Claims listed by /claims. */
const LISTED = 10

type ClaimArgs = { packet: string; passphrase?: string }

export function claimCommand({ packets: policy }: Programme) {
  return command({
    name: 'packet-claim',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ packet: code(), passphrase: words(64, { secret: true }).optional() }),
    triesAgain: ['passphrase-wrong'],
    async needsStanding(work, { packet }) {
      const conditions = packet === undefined ? undefined : await conditionsOf(work, packet)
      return conditions !== undefined && needStanding(conditions)
    },
    async handle() {
      throw new Error('a hot command is handled as a list')
    },
    async handleMany(work, items) {
      const results = await claimShares(work, items.map(pressOf), policy)
      return results.map((result) => outcomeOf(result))
    },
  })
}

function pressOf({ context, args }: Item<ClaimArgs>): ClaimPress {
  const { actor, spot } = context
  return {
    packet: args.packet,
    passphrase: args.passphrase,
    member: actor.member,
    chat: spot.chat,
    person: personOf(actor),
  }
}

function personOf({ account, standing, firstMet }: Actor): ClaimPress['person'] {
  return {
    platform: account.platform,
    membership: standing?.membership ?? 'unknown',
    isPremium: account.isPremium === true,
    since: account.createdAt ?? firstMet,
    roles: standing?.roles ?? [],
  }
}

function outcomeOf(result: ClaimResult): Outcome {
  switch (result.kind) {
    case 'paid': {
      const amount = { amount: result.amount, asset: result.asset }
      return { text: [text('claim-paid', { amount, left: result.left })], tone: 'gift' }
    }
    case 'entered':
      return {
        text: [text('claim-entered', { at: { instant: result.drawAt, as: 'relative' } })],
        tone: 'success',
      }
    case 'passphrase':
      return new Missing('passphrase')
    case 'conditions':
      return { text: [text('claim-conditions'), ...result.verdicts.map(verdictText)], tone: 'refusal' }
    case 'refused':
      return new Refusal(result.key, result.params)
  }
}

/** ✓ and ✗ before the press: every condition, and what else would refuse. */
export const whyCommand = command({
  name: 'packet-why',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({ packet: code() }),
  needsStanding: async () => true,
  async handle({ work, actor, spot }, { packet }) {
    const press = { packet, member: actor.member, chat: spot.chat, person: personOf(actor) }
    const { verdicts, refusal, packet: row } = await whyNot(work, press)
    const conditions = verdicts.length > 0 ? verdicts.map(verdictText) : [text('why-none')]
    const passphrase = row.passphrase === null ? [] : [text('why-passphrase')]
    const open = verdicts.every(({ result }) => result === 'met')
    return {
      text: [...standText(refusal, open), ...conditions, ...passphrase],
      tone: refusal || !open ? 'refusal' : 'success',
    }
  },
})

function standText(refusal: ClaimResult | undefined, open: boolean): Text[] {
  if (refusal?.kind === 'refused') {
    return [
      text(`refusal-${refusal.key}`, refusal.params),
      text(`refusal-${refusal.key}.next`, refusal.params),
    ]
  }
  return [text(open ? 'why-open' : 'why-not')]
}

export const claimsCommand = command({
  name: 'claims',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({}),
  async handle({ work, actor, platform }) {
    const claims = await claimsByMember(work, actor.member, LISTED)
    if (claims.length === 0) return { text: [text('claims-none')] }
    const names = await namesOf(
      work,
      claims.map(({ sender }) => sender),
      platform,
    )
    const lines = claims.map(({ amount, asset, sender, at }) =>
      text('claims-line', {
        amount: { amount, asset },
        name: names.get(sender) ?? `#${sender}`,
        at: { instant: at, as: 'relative' },
      }),
    )
    return { text: [text('claims-title'), ...lines] }
  },
})

/** Where a packet's record can be fetched by anybody, when the house has a public address. */
export type RecordUrl = (packet: string) => string | undefined

export function verifyCommand(recordUrl: RecordUrl) {
  return command({
    name: 'verify',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    cooldownMs: 3000,
    args: z.object({ packet: code() }),
    async choices({ work, spot, platform }) {
      const latest = await latestIn(work, spot.chat)
      if (latest.length === 0) return undefined
      const names = await namesOf(
        work,
        latest.map(({ sender }) => sender),
        platform,
      )
      return latest.map(({ id, sender }) => ({
        value: id,
        label: `${names.get(sender) ?? sender} · ${id.slice(0, 6)}`,
      }))
    },
    handle: (context, { packet }) => verify(context, packet, recordUrl),
  })
}

async function verify({ work }: Context, id: string, recordUrl: RecordUrl): Promise<View> {
  const { packet, tranches } = await packetFacts(work, id)
  const record = await publishedPacket(work, id)
  const lines = [
    text('verify-title', { packet: id }),
    ...statementText(await statementOf(work, id), packet.asset),
    ...tranches.map(({ commitment, number }) =>
      text('verify-commitment', { number: number + 1, commitment }),
    ),
  ]
  if (!record) return { text: [...lines, text('verify-living')] }
  const verdict = recompute(record)
  const judged = verdict.valid
    ? text('verify-valid', { shares: packet.shares })
    : text('verify-invalid', verdictParams(verdict.difference))
  return {
    text: [...lines, text('verify-seed', { seed: record.seed }), judged, text('verify-yourself')],
    rows: recordRow(recordUrl(id)),
    tone: verdict.valid ? 'success' : 'refusal',
  }
}

function verdictParams({ at, published, recomputed }: { at: string; published: string; recomputed: string }) {
  return { at, published, recomputed }
}

function statementText({ funded, paid, returned, left }: Statement, asset: string): Text[] {
  const unit = { code: asset }
  return [
    text('verify-statement', {
      funded: money(funded, unit),
      paid: money(paid, unit),
      returned: money(returned, unit),
      left: money(left, unit),
    }),
  ]
}

function recordRow(url: string | undefined): Button[][] {
  return url === undefined ? [] : [[{ kind: 'link', label: text('verify-record'), url }]]
}
