/** The rows that an entry wrote into the ledger: whose money went where. */
import type { RailEntry, RailTransfer } from '../../page-contract.js'
import { amountText } from '../kit/amount.js'
import { useWords, type Words } from '../kit/words.js'
import { ownerOf } from './owner.js'

/** What a transfer is for, where the page has plain words for it. */
const CODES = new Set(['packet-fund', 'packet-claim', 'packet-return'])
export function LedgerRows({ entry }: { entry: RailEntry }) {
  const { say, language } = useWords()
  const { transfers, more, burst } = entry
  const totals = burst?.totals ?? []
  if (transfers.length === 0 && totals.length === 0) return null
  return (
    <ul class="ledger" aria-label={say('rail-ledger')}>
      {totals.map(({ code, asset, rows, amount }) => (
        <li key={`${code} ${asset}`}>
          <span>{`${wordsOfCode(code, say)} × ${rows.toLocaleString(language)}`}</span>
          <b>{amountText(amount, asset, language)}</b>
        </li>
      ))}
      {totals.length === 0 && transfers.map((transfer) => <Row key={transfer.id} transfer={transfer} />)}
      {totals.length === 0 && more.transfers > 0 && (
        <li class="quiet">{say('rail-more', { count: more.transfers })}</li>
      )}
    </ul>
  )
}

function Row({ transfer }: { transfer: RailTransfer }) {
  const { say, language } = useWords()
  const { debit, credit, debitName, creditName, amount, asset, code, phase, linkedBy } = transfer
  return (
    <li>
      <span title={`${debit} → ${credit}`}>
        <bdi>{debitName ?? ownerOf(debit, say)}</bdi> <span aria-hidden="true">→</span>
        <span class="unseen">{say('rail-to')}</span> <bdi>{creditName ?? ownerOf(credit, say)}</bdi>
        <small>
          {wordsOfCode(code, say)}
          {phase !== 'single' && ` · ${say(`phase-${phase}`)}`}
          {linkedBy === 'time' && ` · ${say('rail-by-time')}`}
        </small>
      </span>
      <b>{amountText(amount, asset, language)}</b>
    </li>
  )
}

function wordsOfCode(code: string, say: Words['say']): string {
  return CODES.has(code) ? say(`transfer-${code}`) : code
}
