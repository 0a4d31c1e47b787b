/** The panel of a packet, and the button that leads there. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import { namesOf } from '../members/members.js'
import { money, type PacketRow, packetFacts, statementOf } from '../packets/packets.js'
import { hasSay, type Say, sayOf } from './say.js'

/** The way to the panel of a living packet, for those who may do anything with it; nothing for others. */
export async function manageRows(
  context: Context,
  { id, endedAt }: Pick<PacketRow, 'id' | 'endedAt'>,
): Promise<Button[][]> {
  if (endedAt !== null || !(await hasSay(context, id))) return []
  const press = { command: 'packet-panel', values: { packet: id } }
  return [[{ kind: 'press', label: text('redpacket-panel'), press }]]
}

/**
 * The panel of a packet: its figures, and what whoever looks at it may do. Refuses what `managerOf`
 * refuses to who may do nothing with it.
 */
export async function panel(context: Context, id: string, ...notes: Text[]): Promise<View> {
  const { work, platform } = context
  const say = await sayOf(context, id)
  const { packet, entered } = await packetFacts(work, id)
  const { funded, paid, returned, left } = await statementOf(work, id)
  const unit = { code: packet.asset }
  const names = await namesOf(work, [packet.sender], platform)
  const title = text('panel-title', { packet: id, name: names.get(packet.sender) ?? '' })
  const figures = {
    funded: money(funded, unit),
    paid: money(paid, unit),
    returned: money(returned, unit),
    left: money(left, unit),
  }
  const state = text(`panel-${packet.state}`, {
    at: { instant: packet.endedAt ?? packet.expiresAt, as: 'relative' },
  })
  const count = text('panel-claims', { taken: packet.taken, shares: packet.shares, entered })
  return {
    text: [...notes, title, text('verify-statement', figures), count, state],
    rows: packet.endedAt === null ? livingRows(id, packet.state === 'paused', say) : endedRows(id),
    replace: true,
  }
}

function livingRows(id: string, paused: boolean, { manages, withdraws }: Say): Button[][] {
  const pause = paused ? act('resume', id) : act('pause', id)
  const manage: Button[][] = [
    [act('topup', id), act('extend', id)],
    [act('share', id), pause],
    [{ ...act('cancel', id), style: 'danger' }, act('panel', id)],
  ]
  return [...(manages ? manage : []), ...(withdraws ? [[act('withdraw', id)]] : [])]
}

function endedRows(id: string): Button[][] {
  const press = { command: 'verify', values: { packet: id } }
  return [[{ kind: 'press', label: text('packet-card-verify'), press }]]
}

function act(what: string, packet: string): Button & { kind: 'press' } {
  return {
    kind: 'press',
    label: text(`panel-do-${what}`),
    press: { command: `packet-${what}`, values: { packet } },
  }
}
