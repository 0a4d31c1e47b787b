/** /wallet: what a person has, and where it came from. In a group only they see it. */
import { z } from 'zod'
import { choice, rowNumber } from '../../interaction/arguments.js'
import { assertModerates, type Context, command } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import { accountsOf, type Balance, type Line, type Owner, statement } from '../ledger/ledger.js'

/** Lines of the statement on one page. */
const PAGE = 8
export const walletCommand = command({
  name: 'wallet',
  who: 'anyone',
  where: 'anywhere',
  args: z.object({
    whose: choice(['me', 'group'] as const).optional(),
    before: rowNumber().optional(),
  }),
  needsStanding: async (_look, values) => values.whose === 'group',
  async handle(context, { whose = 'me', before }) {
    const owner = whose === 'group' ? groupOf(context) : member(context)
    const balances = await accountsOf(context.work, owner)
    // One line more than a page where there are more. Holds have moved nothing.
    const lines = await statement(context.work, owner, { before, limit: PAGE + 1, moved: true })
    return viewOf(whose, balances, lines, before !== undefined)
  },
})

function member({ actor }: Context): Owner {
  return { kind: 'member', id: actor.member }
}

/** Refuses `only-in-group`, `only-moderators`, `frozen-staff`. */
function groupOf(context: Context): Owner {
  assertModerates(context, 'wallet')
  return { kind: 'chat', id: context.spot.chat }
}

function viewOf(whose: 'me' | 'group', balances: Balance[], lines: Line[], isLater: boolean): View {
  const title = text(whose === 'me' ? 'wallet-mine' : 'wallet-group')
  if (balances.length === 0) return { text: [title, text('wallet-empty')] }
  const page = lines.slice(0, PAGE)
  const history = page.length > 0 ? [text('wallet-history'), ...page.map(lineText)] : []
  return {
    text: [title, ...balances.flatMap(balanceText), ...history],
    rows: olderButton(whose, lines),
    replace: isLater,
  }
}

/** What waits for a decision is told by its sums; the lines below are what has happened. */
function balanceText({ asset, available, onHold, incoming }: Balance): Text[] {
  return [
    text('wallet-balance', { amount: { amount: available, asset } }),
    ...(onHold > 0n ? [text('wallet-on-hold', { amount: { amount: onHold, asset } })] : []),
    ...(incoming > 0n ? [text('wallet-incoming', { amount: { amount: incoming, asset } })] : []),
  ]
}

function lineText({ direction, amount, asset, code, at }: Line): Text {
  return text(direction === 'in' ? 'wallet-in' : 'wallet-out', {
    amount: { amount, asset },
    what: text(`movement-${code}`),
    at: { instant: at, as: 'relative' },
  })
}

function olderButton(whose: string, lines: Line[]): Button[][] {
  const last = lines.length > PAGE ? lines[PAGE - 1] : undefined
  if (!last) return []
  const values = { whose, before: String(last.id) }
  return [[{ kind: 'press', label: text('wallet-older'), press: { command: 'wallet', values } }]]
}
