/**
 * Everything that is kept about a person, as a document for them: whatever is under any of their numbers.
 * Amounts are decimal text in the asset, moments ISO 8601 in UTC.
 */
import { asc, eq, inArray, or } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import type { Work } from '../../storage/storage.js'
import { isSuiting } from '../applications/applications.js'
import { allAssets, assetOf, formatPlain } from '../assets/assets.js'
import { memberText } from '../facts/facts.js'
import { type Line, accountsOf as ledgerAccounts, statement } from '../ledger/ledger.js'
import { accountsOf, numbersOf } from '../members/members.js'
import { belongingOf, foundOutOf, judgedOf, sentOf } from './exported.js'
import { dated, moment, type PrivacyDocument } from './moment.js'

/** Lines of the ledger read at a time. */
const LINES = 200

/**
 * The document, made of one moment's data; `at` is when it was asked for, in ms. Only looks. The same rows
 * give the same document.
 */
export async function exportOf(work: Work, member: number, at: number): Promise<PrivacyDocument> {
  const numbers = await numbersOf(work, member)
  return {
    asked: moment(at),
    numbers,
    ...(await personOf(work, numbers)),
    ...(await openOf(work, numbers)),
    wallet: await walletOf(work, numbers),
    movements: await movementsOf(work, numbers),
    ...(await packetsOf(work, numbers)),
    ...(await applicationsOf(work, numbers)),
    ...(await belongingOf(work, numbers)),
    ...(await judgedOf(work, numbers)),
    ...(await sentOf(work, numbers)),
    record: await recordOf(work, numbers),
  }
}

async function personOf(work: Work, numbers: number[]): Promise<PrivacyDocument> {
  const { db, t } = work
  const members = await db
    .select()
    .from(t.members)
    .where(inArray(t.members.id, numbers))
    .orderBy(asc(t.members.id))
  const accounts = await accountsOf(work, ...numbers)
  const roles = await db
    .select()
    .from(t.roleGrants)
    .where(inArray(t.roleGrants.member, numbers))
    .orderBy(asc(t.roleGrants.id))
  const uids = await db
    .select()
    .from(t.exchangeUids)
    .where(inArray(t.exchangeUids.member, numbers))
    .orderBy(asc(t.exchangeUids.at), asc(t.exchangeUids.uid))
  const met = await db
    .select({ title: t.chats.title, platform: t.chats.platform, at: t.sightings.at })
    .from(t.sightings)
    .innerJoin(t.chats, eq(t.chats.id, t.sightings.chat))
    .where(inArray(t.sightings.member, numbers))
    .orderBy(asc(t.sightings.at), asc(t.chats.id))
  return {
    since: members.map(({ createdAt }) => moment(createdAt)),
    language: members.find(({ language }) => language !== null)?.language ?? null,
    accounts: accounts.map(({ platform, account, name, language, met: at }) => ({
      ...{ platform, account, name, language },
      met: moment(at),
    })),
    exchangeUid: uids.map(({ uid, at }) => ({ uid, at: moment(at) })),
    groups: met.map(({ title, platform, at }) => ({ title, platform, lastMet: moment(at) })),
    roles: roles.map(({ role, grantedAt, revokedAt }) => ({
      role,
      ...{ grantedAt: moment(grantedAt), revokedAt: moment(revokedAt) },
    })),
  }
}

/** What is half done, or stands against them. */
async function openOf({ db, t }: Work, numbers: number[]): Promise<PrivacyDocument> {
  const links = await db
    .select()
    .from(t.memberLinks)
    .where(inArray(t.memberLinks.gone, numbers))
    .orderBy(asc(t.memberLinks.gone))
  const codes = await db
    .select()
    .from(t.linkCodes)
    .where(inArray(t.linkCodes.member, numbers))
    .orderBy(asc(t.linkCodes.createdAt), asc(t.linkCodes.platform))
  const forms = await db
    .select()
    .from(t.forms)
    .where(inArray(t.forms.member, numbers))
    .orderBy(asc(t.forms.updatedAt), asc(t.forms.id))
  const stops = await db
    .select()
    .from(t.freezes)
    .where(
      inArray(
        t.freezes.scope,
        numbers.flatMap((member) => [memberText(member), `spender:${member}`]),
      ),
    )
    .orderBy(asc(t.freezes.at), asc(t.freezes.scope))
  return {
    stops: stops.map(({ reason, at, liftedAt }) => ({
      reason,
      ...{ at: moment(at), liftedAt: moment(liftedAt) },
    })),
    links: links.map(({ gone, person, at }) => ({ gone, person, at: moment(at) })),
    codes: codes.map(({ platform, state, createdAt }) => ({ platform, state, at: moment(createdAt) })),
    forms: forms.map(({ command, answers, typed, updatedAt }) => ({
      command,
      answers: fromJson(answers),
      refused: typed === null ? {} : fromJson(typed),
      at: moment(updatedAt),
    })),
  }
}

const POCKETS = ['available', 'held'] as const

async function walletOf(work: Work, numbers: number[]): Promise<unknown[]> {
  const assets = await allAssets(work)
  const rows: unknown[] = []
  for (const id of numbers)
    for (const pocket of POCKETS)
      for (const one of await ledgerAccounts(work, { kind: 'member', id, pocket })) {
        const { asset, frozen } = one
        const plain = (units: bigint) => formatPlain(units, assetOf(assets, asset).scale)
        const amounts = { available: plain(one.available), onHold: plain(one.onHold) }
        rows.push({ number: id, pocket, asset, ...amounts, incoming: plain(one.incoming), frozen })
      }
  return rows
}

async function movementsOf(work: Work, numbers: number[]): Promise<unknown[]> {
  const assets = await allAssets(work)
  const rows: unknown[] = []
  for (const id of numbers)
    for (const pocket of POCKETS)
      for (let before = Number.MAX_SAFE_INTEGER; ; ) {
        const page = await statement(work, { kind: 'member', id, pocket }, { before, limit: LINES })
        rows.push(...page.map((line) => ({ pocket, ...lineOf(line, assetOf(assets, line.asset).scale) })))
        const last = page.at(-1)
        if (!last || page.length < LINES) break
        before = last.id
      }
  return rows
}

function lineOf({ id, direction, amount, asset, code, ref, phase, at }: Line, scale: number) {
  return { id, direction, amount: formatPlain(amount, scale), asset, code, ref, phase, at: moment(at) }
}

async function packetsOf(work: Work, numbers: number[]): Promise<PrivacyDocument> {
  const { db, t } = work
  const assets = await allAssets(work)
  const plain = (units: bigint, asset: string) => formatPlain(units, assetOf(assets, asset).scale)
  const sent = await db
    .select()
    .from(t.packets)
    .where(inArray(t.packets.sender, numbers))
    .orderBy(asc(t.packets.createdAt))
  const claims = await db
    .select({ packet: t.packetClaims.packet, amount: t.packetClaims.amount, at: t.packetClaims.at })
    .from(t.packetClaims)
    .where(inArray(t.packetClaims.member, numbers))
    .orderBy(asc(t.packetClaims.at))
  const entries = await db
    .select()
    .from(t.packetEntries)
    .where(inArray(t.packetEntries.member, numbers))
    .orderBy(asc(t.packetEntries.packet))
  const asked = await db
    .select()
    .from(t.packetRequests)
    .where(inArray(t.packetRequests.maker, numbers))
    .orderBy(asc(t.packetRequests.id))
  const treasury = await db
    .select()
    .from(t.treasuryRequests)
    .where(inArray(t.treasuryRequests.maker, numbers))
    .orderBy(asc(t.treasuryRequests.id))
  return {
    packetsSent: sent.map(({ id, asset, total, shares, state, greeting, createdAt }) => ({
      ...{ id, asset, total: plain(total, asset), shares, state, greeting },
      at: moment(createdAt),
    })),
    claims: claims.map(({ packet, amount, at }) => ({ packet, units: String(amount), at: moment(at) })),
    drawsEntered: entries.map(({ packet, at }) => ({ packet, at: moment(at) })),
    packetsAskedFor: asked.map(({ id, state, createdAt }) => ({ id, state, at: moment(createdAt) })),
    treasuryAskedFor: treasury.map(({ kind, asset, amount, reason, state, createdAt }) => ({
      ...{ kind, asset, amount: plain(amount, asset), reason, state },
      at: moment(createdAt),
    })),
  }
}

async function applicationsOf(work: Work, numbers: number[]): Promise<PrivacyDocument> {
  const { db, t } = work
  const rows = await db
    .select()
    .from(t.applications)
    .where(inArray(t.applications.member, numbers))
    .orderBy(asc(t.applications.id))
  const ids = rows.map(({ id }) => id)
  const decisions =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(t.applicationDecisions)
          .where(inArray(t.applicationDecisions.application, ids))
          .orderBy(asc(t.applicationDecisions.application), asc(t.applicationDecisions.number))
  const rounds =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(t.applicationRounds)
          .where(inArray(t.applicationRounds.application, ids))
          .orderBy(asc(t.applicationRounds.application), asc(t.applicationRounds.number))
  const found = await foundOutOf(work, ids)
  return {
    applications: rows.map((row) => ({
      ...{ number: row.id, state: row.state, source: row.source, region: row.region },
      answers: fromJson(row.answers),
      checks: dated(fromJson(row.rules)),
      ...{ guidelines: row.guidelines, disclosure: row.disclosure, appeal: row.appeal },
      ...{ begun: moment(row.startedAt), sent: moment(row.submittedAt), changed: moment(row.changedAt) },
      decisions: decisions
        .filter(({ application }) => application === row.id)
        .map(({ verdict, reason, note, at }) => ({ verdict, reason, note, at: moment(at) })),
      questions: rounds
        .filter(({ application }) => application === row.id)
        .map(({ questions, answer, askedAt }) => ({
          questions: dated(fromJson(questions)),
          ...(isSuiting(answer) ? { suits: true } : { answer }),
          at: moment(askedAt),
        })),
      ...found(row.id),
    })),
  }
}

/** What the record of the house says they did, and what was done about them. */
async function recordOf({ db, t }: Work, numbers: number[]): Promise<unknown[]> {
  const names = numbers.map(memberText)
  const rows = await db
    .select()
    .from(t.facts)
    .where(or(inArray(t.facts.actor, names), inArray(t.facts.subject, names)))
    .orderBy(asc(t.facts.id))
  return rows.map(({ id, kind, actor, subject, details, at }) => ({
    ...{ id, kind, actor, subject },
    details: dated(fromJson(details)),
    at: moment(at),
  }))
}
