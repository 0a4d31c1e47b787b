/**
 * The funnel of applications: how many people started one, sent it, had it decided. Counted from the rows and
 * the record each time; there are no counters that could differ from them.
 */
import { fromJson } from '../../kit/json.js'
import type { Programme } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import { type Counted, type Funnel, funnelFrom, type Span } from './counting.js'
import { decisionsAbout, draftAnswers, joinedAway, movedSince } from './store.js'

/** `regions`: only of these; undefined: of all, and of those who have none. */
export interface Asked extends Span {
  regions: readonly string[] | undefined
}

/** `from` is the first moment of a week. The same rows give the same figures, whenever it is asked. */
export async function funnelOf(
  work: Work,
  { from, until, regions }: Asked,
  programme: Pick<Programme, 'applications'>,
): Promise<Funnel> {
  const moved = await movedSince(work, from)
  const withdrawn = moved.filter(({ state }) => state === 'withdrawn').map(({ id }) => id)
  const joined = await joinedAway(work, withdrawn)
  const rows = moved.filter(({ id }) => !joined.has(id))
  const decisions = new Map<number, Counted['decisions'][number][]>(rows.map(({ id }) => [id, []]))
  for (const { application, ...decision } of await decisionsAbout(work, [...decisions.keys()]))
    decisions.get(application)?.push(decision)
  const saying = await regionsInDrafts(work, rows, programme)
  const counted = rows.map((row) => ({
    ...row,
    region: row.region ?? saying.get(row.id) ?? null,
    decisions: decisions.get(row.id) ?? [],
  }))
  const theirs = regions && new Set(regions)
  return funnelFrom(
    counted.filter(({ region }) => !theirs || (region !== null && theirs.has(region))),
    { from, until },
  )
}

/** A draft has no region of its own: what was answered to the question, by the draft's number. */
async function regionsInDrafts(
  work: Work,
  rows: readonly Omit<Counted, 'decisions'>[],
  { applications }: Pick<Programme, 'applications'>,
): Promise<Map<number, string>> {
  const question = applications?.questions.find(({ kind }) => kind === 'region')?.id
  const drafts = rows.filter(({ region, submittedAt }) => region === null && submittedAt === null)
  if (question === undefined || drafts.length === 0) return new Map()
  const found = await draftAnswers(
    work,
    drafts.map(({ id }) => id),
  )
  return new Map(
    found.flatMap(({ id, answers }) => {
      const region = fromJson<Record<string, string>>(answers)[question]
      return region === undefined || region === '' ? [] : [[id, region] as const]
    }),
  )
}
