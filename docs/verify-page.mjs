/**
 * The program of the page that recomputes a packet: fetches the record of the packet that the page is about,
 * has verify.mjs recompute it, and shows what came of it in the words that the page has ready. There is always
 * a verdict: what stops this program before it has one is told by the page itself (src/http/verifier.ts).
 */
import { recompute } from './verify.mjs'

/** ms after which nobody is waited for. */
const PATIENCE_MS = 20_000

/** Shows one of the verdicts that the page has ready, in the reader's language. */
function show(verdict) {
  for (const shown of document.querySelectorAll('[data-verdict]')) {
    shown.hidden = shown.dataset.verdict !== verdict
  }
}

/** Fills in the rows of the table whose values are known, and shows those alone. */
function tell(facts) {
  for (const [name, value] of Object.entries(facts)) {
    const row = document.querySelector(`[data-fact="${name}"]`)
    if (!row || value === undefined) continue
    row.hidden = false
    row.querySelector('dd').textContent = value
  }
}

/** The record as JSON, or the verdict that there is none to be had. */
async function recordOf(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (answer.ok) return { json: await answer.text() }
  const verdict = { 404: 'no-packet', 425: 'open' }[answer.status] ?? 'unanswered'
  return { verdict, status: verdict === 'unanswered' ? answer.status : undefined }
}

function listed(people) {
  return people && [people.length, ...people].join(' ')
}

/** As people write it, `2.31 USDT`; undefined for an asset that the page does not know. */
function amountText(units, asset) {
  const scale = JSON.parse(document.querySelector('dl').dataset.scales)[asset]
  if (scale === undefined) return undefined
  const numbers = new Intl.NumberFormat(document.documentElement.lang)
  const point = numbers.formatToParts(1.1).find(({ type }) => type === 'decimal').value
  const digits = String(units).padStart(scale + 1, '0')
  const whole = numbers.format(BigInt(digits.slice(0, digits.length - scale)))
  // In pairs, as the card has them.
  const places = digits.slice(digits.length - scale).replace(/0+$/, '')
  const rest = places.length % 2 === 0 ? places : `${places}0`
  return `${whole}${rest && point}${rest} ${asset}`
}

/** As on the card, and beside it in the smallest unit, in which everything is reckoned. */
function bothWays(units, asset) {
  const written = amountText(units, asset)
  return written === undefined ? String(units) : `${written} (${units})`
}

/** Amounts by the figures. */
function factsOf(came) {
  const { verdict, what, at, published, recomputed, hash, error, status } = came
  if (what === 'card') return { where: at, published, hash: recomputed }
  if (verdict !== 'valid') {
    return { where: at, published, recomputed, hash, status, error: what ? undefined : error?.message }
  }
  const { asset } = came
  return {
    ...{ asset, count: came.amounts.length, claims: came.claims, claimed: bothWays(came.claimed, asset) },
    ...{ left: bothWays(came.left, asset), eligible: came.eligible?.length, excluded: listed(came.excluded) },
    ...{ compared: hashesOf(came, true), uncompared: hashesOf(came, false) },
    amounts: came.amounts.map((units) => bothWays(units, asset)).join(' · '),
  }
}

function hashesOf({ commitments }, compared) {
  const hashes = commitments.filter(({ isCompared }) => isCompared === compared)
  return hashes.length === 0 ? undefined : hashes.map(({ commitment }) => commitment).join(' ')
}

function verdictOf({ verdict, what, commitments }) {
  if (verdict === 'different') return `different-${what}`
  if (verdict !== 'valid') return verdict
  return commitments.every(({ isCompared }) => isCompared) ? 'valid-card' : 'valid'
}

async function main() {
  const { json, ...without } = await recordOf(`${location.pathname}.json`).catch((error) => ({
    verdict: 'unreachable',
    error,
  }))
  const typed = new URLSearchParams(location.search).get('card') ?? ''
  document.querySelector('[name=card]').value = typed
  const hashes = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const came = json === undefined ? without : recompute(json, hashes)
  show(verdictOf(came))
  tell(factsOf(came))
}

await main()
