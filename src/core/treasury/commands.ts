/** /treasury: money in and out, asked by one and decided by another. */
import { z } from 'zod'
import { amountText, choice, code, words } from '../../interaction/arguments.js'
import { type Context, command, Missing } from '../../interaction/command.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { Programme } from '../../programme/programme.js'
import { assertAmount, assetOf, parseAmount } from '../assets/assets.js'
import type { Owner } from '../ledger/ledger.js'
import { groupChoices, groupsOf, PERSON_LIKE, personNamed } from '../members/members.js'
import { treasuryText } from '../requests/cards.js'
import { decidedTreasury, MAKERS, type RequestDeps, tellCheckers, waitingView } from '../requests/commands.js'
import { askTreasury } from './treasury.js'

/** What a person means for an amount, in whatever digits: to be refused as one if it is none. */
const AMOUNT_LIKE = /^[-+]?\p{Nd}/u

export function treasuryCommand(deps: RequestDeps) {
  const { programme, choose } = deps
  return command({
    name: 'treasury',
    who: MAKERS,
    where: 'anywhere',
    args: z.object({
      action: choice(['deposit', 'withdraw', 'list'] as const),
      amount: amountText((typed) => assertAmount(typed, programme.assets), ['100', '500', '1000'], {
        looksLike: AMOUNT_LIKE,
      }).optional(),
      to: choice(['group', 'me', 'person'] as const).optional(),
      person: words(60, { looksLike: PERSON_LIKE }).optional(),
      // Asked for where the group is not plain from the place.
      chat: code(12).optional(),
      asset: choice(
        programme.assets.map(({ code }) => code),
        { named: true },
      ).optional(),
      reason: words(200, { rest: true }).optional(),
    }),
    async choices({ work, actor }, argument) {
      return argument === 'chat' ? groupChoices(work, actor.member) : undefined
    },
    async preview(context, args) {
      if (args.action === 'list') return undefined
      const ask = await askOf(context, args, programme)
      return {
        view: { text: await treasuryText(context, ask) },
        confirm: text('treasury-confirm', askParams(ask)),
        ...(args.to === 'person' ? { meant: { person: `#${ask.owner.id}` } } : {}),
      }
    },
    async handle(context, args) {
      if (args.action === 'list') return waitingView(context, 1, programme)
      const ask = await askOf(context, args, programme)
      const request = await askTreasury(context.work, ask)
      if (!programme.treasury.fourEyes) return decidedTreasury(context, request.id, true, deps)
      const { id, maker } = request
      const lines = await treasuryText(context, request)
      await tellCheckers(context.work, { kind: 'treasury', id: String(id), maker, lines }, choose)
      return { text: [text('treasury-asked', askParams(request))], tone: 'info' }
    },
  })
}

interface AskArgs {
  action: 'deposit' | 'withdraw' | 'list'
  amount?: string
  to?: 'group' | 'me' | 'person'
  person?: string
  chat?: string
  asset?: string
  reason?: string
}

async function askOf(context: Context, args: AskArgs, programme: Programme) {
  const { amount, to, reason } = args
  if (amount === undefined) throw new Missing('amount')
  if (to === undefined) throw new Missing('to')
  const owner = await ownerFor(context, to, args)
  if (reason === undefined) throw new Missing('reason')
  const asset = assetOf(programme.assets, args.asset ?? programme.mainAsset)
  return {
    kind: args.action === 'withdraw' ? ('withdraw' as const) : ('deposit' as const),
    owner,
    asset: asset.code,
    amount: parseAmount(amount, asset),
    reason,
    maker: context.actor.member,
  }
}

/** Refuses `chat-unknown`, `person-unknown`, `person-malformed`. */
async function ownerFor(
  context: Context,
  to: 'group' | 'me' | 'person',
  { person, chat }: Pick<AskArgs, 'person' | 'chat'>,
): Promise<Extract<Owner, { id: number }>> {
  const { work, spot, actor, platform } = context
  if (to === 'me') return { kind: 'member', id: actor.member }
  if (to === 'person') {
    if (person === undefined) throw new Missing('person')
    return { kind: 'member', id: await personNamed(work, person, platform) }
  }
  if (spot.kind === 'group') return { kind: 'chat', id: spot.chat }
  if (chat === undefined) throw new Missing('chat')
  const groups = await groupsOf(work, actor.member)
  const group = groups.find(({ id }) => String(id) === chat) ?? refuse('chat-unknown')
  return { kind: 'chat', id: group.id }
}

function askParams({ amount, asset, kind }: { amount: bigint; asset: string; kind: string }) {
  return { amount: { amount, asset }, kind }
}
