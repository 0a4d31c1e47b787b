/** What members do with packets: claim, ask why not, look at their claims, verify. */
import { z } from 'zod'
import { code, words } from '../../interaction/arguments.js'
import type { FileMaker } from '../../interaction/attach.js'
import {
  type Actor,
  type Context,
  command,
  type Item,
  Missing,
  type Outcome,
} from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { Kept } from '../../kit/kept.js'
import { Refusal, refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { verdictText } from '../conditions/cards.js'
import { needStanding } from '../conditions/conditions.js'
import { manageRows } from '../desk/cards.js'
import { chatLabel, chatOf, namesOf } from '../members/members.js'
import {
  type ClaimPress,
  type ClaimResult,
  claimShares,
  claimsByMember,
  conditionsOf,
  type Difference,
  money,
  ownPlaces,
  Proofs,
  packetFacts,
  packetOf,
  packetsIn,
  publishedPacket,
  type Statement,
  statementOf,
  whyNot,
} from '../packets/packets.js'

/** Packets that /verify offers when none was named. */
const OFFERED = 6
/** Claims listed by /claims. */
const LISTED = 10

/** Packets of which we remember whether they ask the platform about people. */
const PACKETS_KEPT_IN_MIND = 1_000

type ClaimArgs = { packet: string; passphrase?: string }

export function claimCommand({ packets: policy }: Programme) {
  // A packet's conditions never change, so what they ask for is read once and not at every press.
  const asking = new Kept<boolean>(PACKETS_KEPT_IN_MIND)
  return command({
    name: 'packet-claim',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ packet: code(), passphrase: words(64, { secret: true }).optional() }),
    triesAgain: { 'passphrase-wrong': 'passphrase' },
    async needsStanding(look, { packet }) {
      if (packet === undefined) return false
      const known = asking.get(packet)
      if (known !== undefined) return known
      const conditions = await look((work) => conditionsOf(work, packet))
      if (conditions === undefined) return false
      const asks = needStanding(conditions)
      asking.set(packet, asks)
      return asks
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
    case 'entered': {
      const { drawAt, aheadMs } = result
      const params = { ahead: { duration: aheadMs }, at: { instant: drawAt, as: 'moment' as const } }
      return { text: [text('claim-entered', params)], tone: 'success' }
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
  async handle(context, { packet }) {
    const { work, actor, spot } = context
    const press = { packet, member: actor.member, chat: spot.chat, person: personOf(actor) }
    const { verdicts, refusal, isIn, packet: row } = await whyNot(work, press)
    const conditions = verdicts.length > 0 ? verdicts.map(verdictText) : [text('why-none')]
    const passphrase = row.passphrase === null || isIn ? [] : [text('why-passphrase')]
    const open = verdicts.every(({ result }) => result === 'met')
    return {
      text: [...standText(refusal, open), ...conditions, ...passphrase],
      rows: await manageRows(context, row),
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
    const groups = await labelsOf(work, claims)
    const lines = claims.map(({ packet, chat, amount, asset, sender, at }) =>
      text('claims-line', {
        amount: { amount, asset },
        name: names.get(sender) ?? `#${sender}`,
        group: groups.get(chat) ?? '',
        packet,
        at: { instant: at, as: 'relative' },
      }),
    )
    return { text: [text('claims-title'), ...lines] }
  },
})

/** The groups in which shares were claimed, as they are called now, by the number that the claims have. */
async function labelsOf(work: Work, claims: readonly { chat: number }[]): Promise<Map<number, string>> {
  const labels = new Map<number, string>()
  for (const chat of new Set(claims.map(({ chat }) => chat)))
    labels.set(chat, chatLabel(await chatOf(work, chat)))
  return labels
}

/**
 * Where anybody's browser recomputes a packet, when the house has a public address; with `.json` behind it,
 * the record itself.
 */
export type RecordUrl = (packet: string) => string | undefined

export function verifyCommand(recordUrl: RecordUrl) {
  const proofs = new Proofs()
  return command({
    name: 'verify',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    args: z.object({ packet: code() }),
    // Who moderates here may manage the packet.
    needsStanding: async () => true,
    async choices({ work, spot, platform }) {
      const latest = await packetsIn(work, spot.chat, OFFERED)
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
    beforehand: (around, { packet }) => proofs.prepare(around, packet),
    handle: (context, { packet }) => verify(context, packet, { proofs, recordUrl }),
  })
}

async function verify(
  context: Context,
  id: string,
  { proofs, recordUrl }: { proofs: Proofs; recordUrl: RecordUrl },
): Promise<View> {
  const { work, actor } = context
  const { packet, tranches, excluded } = await packetFacts(work, id)
  const places = await ownPlaces(work, packet, actor.member)
  const lines = [
    text('verify-title', { packet: id }),
    ...statementText(await statementOf(work, id), packet.asset),
    ...tranches.map(({ commitment, number }) =>
      text('verify-commitment', { number: number + 1, commitment }),
    ),
    ...(excluded > 0 ? [text('verify-excluded', { count: excluded })] : []),
  ]
  if (packet.endedAt === null) {
    const own = places.map(({ reference }) => text('verify-you-living', { reference }))
    return { text: [...lines, ...own, text('verify-living')], rows: await manageRows(context, packet) }
  }
  const own = places.map(({ reference, as }) => text('verify-you', { reference, as }))
  const proof = await proofs.of(work, id)
  const judged = proof.valid
    ? [text('verify-valid', { shares: packet.shares })]
    : differenceText(proof.difference)
  const seed = Buffer.from(packet.seed).toString('hex')
  const url = recordUrl(id)
  const doubting = text(url === undefined ? 'verify-ask' : 'verify-yourself')
  return {
    text: [...lines, ...own, text('verify-seed', { seed }), ...judged, doubting],
    rows: recordRows(id, url),
    tone: proof.valid ? 'success' : 'refusal',
  }
}

/** What is wrong, in the sentences of the page that recomputes. */
const WRONG: Record<Difference['what'], string> = {
  malformed: 'verify-page-different-malformed',
  split: 'verify-page-different-split',
  commitment: 'verify-page-different-commitment',
  slot: 'verify-page-different-slot',
  'slot-twice': 'verify-page-different-slot-twice',
  'slot-skipped': 'verify-page-different-slot-skipped',
  'holder-twice': 'verify-page-different-holder-twice',
  amount: 'verify-page-different-amount',
  'eligible-twice': 'verify-page-different-eligible-twice',
  holder: 'verify-page-different-holder',
  unlisted: 'verify-page-different-unlisted',
}

/** Of these the sentence says all: what should be there instead is no value. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set<Difference['what']>([
  'malformed',
  'split',
  'slot-twice',
  'holder-twice',
  'eligible-twice',
])

function differenceText({ what, at, published, recomputed }: Difference): Text[] {
  const where = WITHOUT_VALUE.has(what)
    ? text('verify-invalid-at', { at, published })
    : text('verify-invalid', { at, published, recomputed })
  return [text(WRONG[what]), where]
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

function recordRows(packet: string, url: string | undefined): Button[][] {
  const press = { command: 'packet-record', values: { packet } }
  const file: Button = { kind: 'press', label: text('verify-file'), press }
  if (url === undefined) return [[file]]
  const page: Button = { kind: 'link', label: text('verify-page'), url }
  const record: Button = { kind: 'link', label: text('verify-record'), url: `${url}.json` }
  return [[page, record], [file]]
}

/** Names the maker of the record of a packet that is over, as a file. */
export const RECORD_FILE = 'packet-record'

/** The program of docs/ that recomputes a record. */
const VERIFIER = 'verify.mjs'

/** The record as a file, where the house has no public address or somebody wants to keep it. */
export const recordCommand = command({
  name: 'packet-record',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({ packet: code() }),
  async handle({ work }, { packet }) {
    const { id, endedAt } = await packetOf(work, packet)
    if (endedAt === null) refuse('packet-record-open')
    const name = `packet-${id}.json`
    return {
      text: [text('verify-file-sent', { name, tool: VERIFIER })],
      files: [{ kind: 'document', name, from: { maker: RECORD_FILE, subject: id } }],
    }
  },
})

export const recordFile: FileMaker = async ({ look, breathe }, packet) => {
  const record = await look((work) => publishedPacket(work, packet, breathe))
  return record && { bytes: Buffer.from(JSON.stringify(record)), mime: 'application/json' }
}
