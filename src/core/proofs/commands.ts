/** /prove: a code for the profile of an account; and what a reviewer says of it. */
import { z } from 'zod'
import { count, rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import { file } from '../../interaction/file-argument.js'
import { people } from '../../interaction/reach.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  accountsStated,
  applicationOf,
  assertMayLook,
  newestApplication,
  REVIEWERS,
} from '../applications/applications.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { reviewView } from '../reviews/cards.js'
import { codeView, pictureView } from './cards.js'
import { addPicture, codeFor, lookAt, type ProofRow, proofNumbered } from './proofs.js'

/** More than any form takes. */
const ACCOUNTS_MOST = 20
const FOLLOWERS_MOST = 10_000_000_000
const proofArg = { proof: rowNumber() }

/** Refuses `prove-none`: there is no application, or it names no account yet. */
async function accountsOf(
  work: Work,
  member: number,
  policy: ApplicationPolicy,
): Promise<{ row: ApplicationRow; places: string[] }> {
  const row = await newestApplication(work, member)
  const places = row ? accountsStated(row, policy).map(({ place }) => place) : []
  if (!row || places.length === 0) return refuse('prove-none')
  return { row, places }
}

function proveCommand(policy: ApplicationPolicy) {
  return command({
    name: 'prove',
    who: 'anyone',
    where: 'private',
    args: z.object({ account: count(1, ACCOUNTS_MOST) }),
    async choices({ work, actor }, argument) {
      if (argument !== 'account') return undefined
      const { places } = await accountsOf(work, actor.member, policy)
      return places.map((label, at) => ({ value: String(at + 1), label }))
    },
    async handle({ work, actor }, { account }) {
      const { row, places } = await accountsOf(work, actor.member, policy)
      const place = places[account - 1] ?? refuse('prove-none')
      return codeView(await codeFor(work, { application: row.id, member: actor.member, place }, policy))
    },
  })
}

const pictureCommand = command({
  name: 'prove-picture',
  who: 'anyone',
  where: 'private',
  args: z.object({ ...proofArg, picture: file('picture') }),
  async handle({ work, actor }, { proof, picture }) {
    const { place } = await addPicture(work, proof, { member: actor.member, picture })
    return { text: [text('prove-picture-taken', { place })], tone: 'success' }
  },
})

const desk = { who: REVIEWERS, where: 'anywhere' } as const

/** Refuses what opening the application refuses. */
async function lookedAt({ work, actor }: Context, id: number): Promise<ProofRow> {
  const proof = await proofNumbered(work, id)
  const row = await applicationOf(work, proof.application)
  await assertMayLook(work, row, actor.member)
  return proof
}

function seenCommand(deps: ApplicationDeps) {
  return command({
    ...desk,
    name: 'proof-seen',
    args: z.object({ ...proofArg, size: people(FOLLOWERS_MOST) }),
    async handle(context, { proof, size }) {
      const row = await lookAt(context.work, proof, { by: context.actor.member, size })
      return reviewView(context, row, deps, text('proof-kept'))
    },
  })
}

function unseenCommand(deps: ApplicationDeps) {
  return command({
    ...desk,
    name: 'proof-unseen',
    args: z.object(proofArg),
    async handle(context, { proof }) {
      const row = await lookAt(context.work, proof, { by: context.actor.member, size: undefined })
      return reviewView(context, row, deps, text('proof-kept'))
    },
  })
}

const showCommand = command({
  ...desk,
  name: 'proof-picture',
  args: z.object(proofArg),
  handle: async (context, { proof }) => pictureView(context.work, await lookedAt(context, proof)),
})

export function proofCommands(deps: ApplicationDeps) {
  return [proveCommand(deps.policy), pictureCommand, seenCommand(deps), unseenCommand(deps), showCommand]
}
