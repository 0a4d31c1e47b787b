/**
 * A walk along the ledger, from its first transfer or from an anchor: proves the chain (I11), adds up what
 * moved, and holds the sums against the accounts (I2). Each look is short, but for the replay of an account
 * that is doubted, which is as long as its history; others take their turns in between, and the ledger may go
 * on meanwhile.
 *
 * An account is compared when all its transfers are in the sums: when it has come to rest, or in a look that
 * reaches the end of the chain. What is right becomes a checkpoint under our seal, and when all that moved up
 * to a transfer is right, that transfer becomes the anchor. A sum that does not fit is replayed from the
 * account's first transfer before anything is said: a checkpoint may be lost, or of another hand.
 */
import type { World } from '../../kit/world.js'
import type { Storage, Work } from '../../storage/storage.js'
import { accountsAfter, newestUpTo, type Replayed, replayOf } from './audit-store.js'
import { type ChainEnd, type ChainPage, chainPage, checkEnd, GENESIS } from './chain.js'
import { anchor, checkpointsOf, keepAnchor, keepCheckpoints } from './checkpoint-store.js'
import type { Finding } from './finding.js'
import type { Checkpoint, Reached, Seal } from './seal.js'
import { type AccountRow, accountsByIds, currentHead } from './store.js'
import { added, NOTHING, replayFinding, sameSums } from './sums.js'
import type { TransferRow } from './transfer.js'

/** Transfers, or accounts, in one look: some 5 ms of work. */
const PAGE = 250

export interface AroundWalk {
  storage: Pick<Storage, 'read' | 'write'>
  world: Pick<World, 'breathe'>
  seal: Seal
}

/** What a look at some accounts has shown. */
interface Compared {
  findings: Finding[]
  right: Checkpoint[]
  /** Accounts that moved on, to be looked at later. */
  moving: number
  /** Those of them whose checkpoint was lost. */
  lost: number[]
  /** The last account of a whole page. */
  next: number | undefined
}

export class Walk {
  readonly #around: AroundWalk
  readonly #isWhole: boolean
  /** What has moved and was not yet compared, by account. */
  readonly #moved = new Map<number, Reached>()
  #end: ChainEnd
  /** Everything since the first transfer is in the sums; no checkpoint is believed. */
  #isFromGenesis: boolean
  /** Accounts in which nothing moved have not been looked at. */
  #owesTheRest: boolean
  /** An anchor that the chain does not know any more. */
  readonly #broken: Finding[]
  #anchored: number | undefined

  private constructor(around: AroundWalk, from?: ChainEnd, broken: Finding[] = []) {
    this.#around = around
    this.#isWhole = from === undefined
    this.#end = from ?? GENESIS
    this.#anchored = from?.id
    this.#isFromGenesis = from === undefined
    this.#owesTheRest = from === undefined
    this.#broken = broken
  }

  static fromGenesis(around: AroundWalk): Walk {
    return new Walk(around)
  }

  /** Goes on from what this keeper has sealed before, from the first transfer where it has not. */
  static async fromAnchor(around: AroundWalk): Promise<Walk> {
    return around.storage.read(async (work) => {
      const from = await anchor(work, around.seal)
      const broken = from ? await checkEnd(work, from) : []
      return new Walk(around, broken.length > 0 ? undefined : from, broken)
    }, 'at leisure')
  }

  /** To the end of the chain, and all that has moved compared. */
  async finish(mayAnchor = true): Promise<Finding[]> {
    const { findings } = await this.advance(Number.POSITIVE_INFINITY)
    return [...(await this.settle(mayAnchor)), ...findings]
  }

  /** At most so many looks along the chain; stays before what is bad. */
  async advance(looks: number): Promise<Pick<ChainPage, 'findings' | 'more'>> {
    const { storage, world } = this.#around
    for (let left = looks; left > 0; left--) {
      const { findings, more } = await storage.read((work) => this.#step(work), 'at leisure')
      if (findings.length > 0 || !more) return { findings: [...this.#broken, ...findings], more }
      await world.breathe()
    }
    return { findings: this.#broken, more: true }
  }

  /** Whether no earlier walk is relied on. */
  get isWhole(): boolean {
    return this.#isWhole
  }

  /** Compares what has moved, keeps what is right, and anchors where all is and may be. */
  async settle(mayAnchor = true): Promise<Finding[]> {
    const reached = this.#end
    const findings: Finding[] = []
    let moving = 0
    for await (const page of this.#owesTheRest ? this.#all() : this.#those([...this.#moved.keys()])) {
      findings.push(...page.findings)
      moving += page.moving
    }
    this.#owesTheRest = false
    const isRight = moving === 0 && ![...this.#broken, ...findings].some(isAgainstBooks)
    if (isRight && mayAnchor) await this.#anchor(reached)
    return findings
  }

  async *#all(): AsyncGenerator<Compared> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after
      const page = await this.#look((work) => accountsAfter(work, { after: from, limit: PAGE }))
      yield page
      after = page.next
    }
  }

  async *#those(accounts: readonly number[]): AsyncGenerator<Compared> {
    for (let from = 0; from < accounts.length; from += PAGE)
      yield await this.#look((work) => accountsByIds(work, accounts.slice(from, from + PAGE)))
  }

  /** What is kept is let go of only after the commit. */
  async #look(some: (work: Work) => Promise<AccountRow[]>): Promise<Compared> {
    const { storage, world, seal } = this.#around
    const compared = await storage.read((work) => this.#compare(work, some), 'at leisure')
    if (compared.right.length > 0) await storage.write((work) => keepCheckpoints(work, seal, compared))
    for (const { account } of compared.right) this.#moved.delete(account)
    await world.breathe()
    return compared
  }

  async #compare(work: Work, some: (work: Work) => Promise<AccountRow[]>): Promise<Compared> {
    const { more } = await this.#step(work)
    const accounts = await some(work)
    const { id: transfer } = this.#end
    const resting = accounts.filter(({ lastTransfer }) => !more || lastTransfer <= transfer)
    const isRight = (account: AccountRow) => sameSums(account, this.#moved.get(account.id) ?? NOTHING)
    const doubted = resting.filter((account) => !isRight(account)).map(({ id }) => id)
    const { right, findings } = await this.#doubted(work, doubted)
    const kept = resting.filter((account) => this.#moved.has(account.id) && isRight(account))
    return {
      findings,
      right: [...right, ...kept.map((account) => checkpointOf(account, transfer))],
      moving: accounts.length - resting.length,
      lost: right.map(({ account }) => account),
      next: accounts.length < PAGE ? undefined : accounts.at(-1)?.id,
    }
  }

  /** From their first transfer, whatever any checkpoint says. */
  async #doubted(work: Work, accounts: readonly number[]): Promise<Pick<Compared, 'right' | 'findings'>> {
    if (accounts.length === 0) return { right: [], findings: [] }
    const [head] = await currentHead(work, {})
    const replayed = await replayOf(work, accounts)
    const isRight = ({ account, sums }: Replayed) => sameSums(account, sums)
    return {
      right: replayed.filter(isRight).map(({ account }) => checkpointOf(account, head?.lastTransfer ?? 0)),
      findings: replayed.map((one) =>
        isRight(one) ? lostFinding(one) : replayFinding(one.account, one.sums),
      ),
    }
  }

  async #step(work: Work): Promise<ChainPage> {
    const page = await chainPage(work, this.#end, PAGE)
    await this.#open(work, page.rows)
    for (const row of page.rows) this.#add(row)
    this.#end = page.end
    if (!page.more) this.#isFromGenesis = false
    return page
  }

  /** What has not moved since it was compared is in its checkpoint, or has never moved. */
  async #open(work: Work, rows: readonly TransferRow[]): Promise<void> {
    const accounts = new Set(rows.flatMap(({ debit, credit }) => [debit, credit]))
    const unknown = [...accounts].filter((account) => !this.#moved.has(account))
    const { id: transfer } = this.#end
    const kept = this.#isFromGenesis ? new Map() : await this.#kept(work, unknown)
    for (const account of unknown) this.#moved.set(account, kept.get(account) ?? { ...NOTHING, transfer })
  }

  /** The checkpoints that have all transfers in them up to where we are: one that was put back has not. */
  async #kept(work: Work, accounts: readonly number[]): Promise<Map<number, Reached>> {
    const kept = await checkpointsOf(work, this.#around.seal, accounts)
    const newest = await newestUpTo(work, accounts, this.#end.id)
    for (const [account, { transfer }] of kept)
      if ((newest.get(account) ?? 0) > transfer) kept.delete(account)
    return kept
  }

  #add(row: TransferRow): void {
    const { x, p } = added(row)
    const [debit, credit] = [this.#moved.get(row.debit), this.#moved.get(row.credit)]
    if (debit && row.id > debit.transfer) {
      debit.dx += x
      debit.dp += p
    }
    if (credit && row.id > credit.transfer) {
      credit.cx += x
      credit.cp += p
    }
  }

  async #anchor(end: ChainEnd): Promise<void> {
    if (this.#anchored === end.id) return
    await this.#around.storage.write((work) => keepAnchor(work, this.#around.seal, end))
    this.#anchored = end.id
  }
}

function checkpointOf({ id, dp, dx, cp, cx }: AccountRow, transfer: number): Checkpoint {
  return { account: id, transfer, dp, dx, cp, cx }
}

/** Right all the same, and written down again. */
function lostFinding({ account: { owner, asset } }: Replayed): Finding {
  const detail = `${asset}: its checkpoint was missing or not ours; its transfers were replayed and are right`
  return { check: 'ledger-checkpoints', detail, subject: `account:${owner}` }
}

function isAgainstBooks({ check }: Finding): boolean {
  return check !== 'ledger-checkpoints'
}
