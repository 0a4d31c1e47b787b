/** Names in the file: each is there once where it is given, and there at all where it is meant. */
import type { Programme } from './programme.js'
import { EVERY_REGION } from './regions.js'
import { STAFF_ROLES } from './roles.js'

export type Wrong = (path: PropertyKey[], message: string) => void

/** Entries of which no two may have one name. */
interface Listed {
  path: PropertyKey[]
  /** How a complaint calls an entry. */
  what: string
  names: readonly string[]
}

/** Lists that a platform shows or a rule goes by: of two of one name, one would be hidden. */
function listsOf({ assets, packets, applications, cases }: Programme): Listed[] {
  const conditions = packets.conditions.map((one) =>
    one.kind === 'discord-role' ? `${one.kind} ${one.role}` : one.kind,
  )
  return [
    { path: ['assets'], what: 'the asset', names: assets.map(({ code }) => code) },
    { path: ['packets', 'conditions'], what: 'the condition', names: conditions },
    ...(applications ? listsOfApplications(applications) : []),
    ...(cases
      ? [{ path: ['cases', 'suspensionDays'], what: 'the time', names: cases.suspensionDays.map(String) }]
      : []),
  ]
}

type Applications = NonNullable<Programme['applications']>

function listsOfApplications({ questions, reasons, screening, risk }: Applications): Listed[] {
  const choices = questions.flatMap((one, at) =>
    'choices' in one
      ? [
          {
            path: ['questions', at, 'choices'],
            what: 'the choice',
            names: one.choices.map(({ value }) => value),
          },
        ]
      : [],
  )
  const lists: Listed[] = [
    ...choices,
    { path: ['reasons'], what: 'the reason', names: reasons.map(({ id }) => id) },
    { path: ['screening', 'blockedRegions'], what: 'the region', names: screening.blockedRegions },
    { path: ['risk', 'watchedRegions'], what: 'the region', names: risk.watchedRegions },
  ]
  return lists.map((one) => ({ ...one, path: ['applications', ...one.path] }))
}

/** Names that stand twice in a list, as people type them: case makes no difference. */
export function checkTwice(programme: Programme, wrong: Wrong): void {
  for (const { path, what, names } of listsOf(programme)) {
    const typed = names.map((one) => one.toLowerCase())
    const twice = new Set(names.filter((_, at) => typed.indexOf(typed[at] ?? '') !== at))
    for (const one of twice) wrong(path, `${what} "${one}" is there twice`)
  }
}

/** Roles that may grant a tier and that nobody holds. */
export function checkGranting({ tiers }: Programme, wrong: Wrong): void {
  for (const role of Object.keys(tiers?.grants ?? {})) {
    if (STAFF_ROLES.some((one) => one === role)) continue
    wrong(['tiers', 'grants', role], `"${role}" is no role of staff; those are: ${STAFF_ROLES.join(', ')}`)
  }
}

/**
 * Regions that are blocked or watched. A name that no applicant can choose would block nobody and tell
 * nobody.
 */
export function checkRegions({ applications, regions }: Programme, wrong: Wrong): void {
  for (const [at, { id }] of regions.entries())
    if (id === EVERY_REGION) wrong(['regions', at, 'id'], `"${id}" means all regions`)
  if (!applications) return
  const { questions, screening, risk } = applications
  const at = questions.findIndex(({ kind }) => kind === 'region')
  const asked = questions[at]
  const values = asked && 'choices' in asked ? asked.choices.map(({ value }) => value) : []
  if (values.some((one) => one.toLowerCase() === EVERY_REGION))
    wrong(['applications', 'questions', at, 'choices'], `"${EVERY_REGION}" means all regions`)
  for (const [path, named] of [
    [['applications', 'screening', 'blockedRegions'], screening.blockedRegions],
    [['applications', 'risk', 'watchedRegions'], risk.watchedRegions],
  ] as const) {
    if (named.length > 0 && !asked)
      wrong([...path], 'needs a question of the kind "region": nobody is asked where they work')
    for (const [index, one] of asked ? named.entries() : [])
      if (!values.includes(one))
        wrong([...path, index], `names the region "${one}", which is not one of: ${values.join(', ')}`)
  }
  if (asked && !asked.required && screening.blockedRegions.length > 0)
    wrong(
      ['applications', 'screening', 'blockedRegions'],
      `needs an answer of everybody: applications.questions[${at}].required must be true`,
    )
}
