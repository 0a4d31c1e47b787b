/** Entries of the rail to look at: a command, a press that was paid, one that a fault struck, and a burst. */
import type { RailDetail, RailEntry, RailMessage } from '../../../src/sandbox/page-contract.js'
import { LOUNGE, MOON_TRADERS } from './sample-messages.js'

const at = Date.UTC(2026, 10, 21, 12)
const CARD = '🧧 Olivia Owens dropped a red packet: 50 USDT for 20 people'
const PACKET = 'packet:awz6kxkpj1y563xt'

type Always = 'version' | 'deliveries' | 'transfers' | 'facts' | 'outgoing' | 'messages' | 'calls' | 'more'
const nothing: Pick<RailEntry, Always> = {
  ...{ version: 1, deliveries: 1, transfers: [], facts: [], outgoing: [], messages: [], calls: [] },
  more: { transfers: 0, facts: 0, outgoing: 0, messages: 0, calls: 0 },
}
const onTelegram: typeof nothing & Pick<RailEntry, 'platform' | 'room' | 'roomTitle'> = {
  ...nothing,
  ...{ platform: 'telegram', room: MOON_TRADERS, roomTitle: 'Moon Traders' },
}
const olivia = { id: 'olivia', name: 'Olivia Owens' }
const kofi = { id: 'kofi', name: 'Kofi Mensah' }
const cardEdited: RailMessage = {
  ...{ kind: 'edit', platform: 'telegram', linkedBy: 'key' },
  ...{ room: MOON_TRADERS, message: 2, text: CARD },
}

/** The end of a packet, a week and an hour from now, as the rail has it out of a message of Discord. */
const endsInAWeek: Pick<RailMessage, 'message' | 'text' | 'moments'> = {
  ...{ message: '9', text: '20 shares, ends 2026-11-28 12:00 UTC.' },
  moments: [{ from: 16, to: 36, at: Date.now() + 169 * 3_600_000, style: 'R' }],
}

/** Newest first. */
export const railEntries: RailEntry[] = [
  {
    ...onTelegram,
    ...{ id: 4, at: at + 9000, person: { id: 'crowd-1', name: 'Member 1' }, did: 'press' },
    ...{ words: '🧧 Claim', command: 'packet-claim', result: 'done', messages: [cardEdited] },
    burst: {
      ...{ storm: 1, presses: 1018, answered: 1000, turnedAway: 0, unanswered: 18, waiting: 0 },
      ...{ people: 1000, paid: 20, others: 0, open: 0, refused: { 'packet-empty': 962, 'too-fast': 18 } },
      ...{ gains: [{ paid: 20, refused: 980 }], gainWidth: 100 },
      totals: [{ code: 'packet-claim', asset: 'USDT', rows: 20, amount: '50' }],
    },
  },
  {
    ...nothing,
    ...{ id: 3, at: at + 6000, platform: 'discord', room: LOUNGE, roomTitle: 'lounge', person: kofi },
    ...{ did: 'press', words: '🧧 Claim', command: 'packet-claim', result: 'unanswered' },
    messages: [{ ...{ kind: 'edit', platform: 'discord', room: LOUNGE, linkedBy: 'key' }, ...endsInAWeek }],
    calls: [
      {
        ...{ platform: 'discord', method: 'POST /interactions/:id/:token/callback', ok: false, note: '500' },
        ...{
          fault: 'discord-error-before',
          after: 40,
          linkedBy: 'key',
          strange: [{ field: 'data.colour' }],
        },
      },
    ],
  },
  {
    ...onTelegram,
    ...{ id: 2, at: at + 3000, person: kofi, did: 'press', words: '🧧 Claim', command: 'packet-claim' },
    ...{ result: 'done', deliveries: 2, took: 23.4, seen: { kind: 'toast', text: 'You got 2.31 USDT!' } },
    transfers: [
      {
        ...{ id: 2, code: 'packet-claim', phase: 'single', debit: PACKET, credit: 'member:6:available' },
        ...{ creditName: 'Kofi Mensah', amount: '2.31', asset: 'USDT', linkedBy: 'key' },
      },
    ],
    messages: [cardEdited],
  },
  {
    ...onTelegram,
    ...{ id: 1, at, person: olivia, did: 'say', words: '/redpacket 50 20', command: 'redpacket' },
    result: 'done',
    transfers: [
      {
        ...{ id: 1, code: 'packet-fund', phase: 'single', debit: 'member:1:available', credit: PACKET },
        ...{ debitName: 'Olivia Owens', amount: '50', asset: 'USDT', linkedBy: 'key' },
      },
    ],
    messages: [{ ...cardEdited, kind: 'message' }],
  },
  {
    ...onTelegram,
    ...{ id: 0, at: at - 3000, person: { id: 'farid', name: 'فريد حداد' }, did: 'say', words: '/send 5' },
    result: 'done',
    transfers: [
      {
        ...{
          id: 0,
          code: 'gift',
          phase: 'single',
          debit: 'member:7:available',
          credit: 'member:8:available',
        },
        ...{ debitName: 'فريد حداد', creditName: 'نور', amount: '5', asset: 'USDT', linkedBy: 'key' },
      },
    ],
  },
]

export function railDetail(id: number): RailDetail | undefined {
  const entry = railEntries.find((entry) => entry.id === id)
  return entry && { entry, update: { update_id: 710_000_000 + id }, call: { id: `telegram:${id}` } }
}
