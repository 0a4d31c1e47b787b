/** Who may import whom (ARCHITECTURE.md, code map): everything a line may depend on lies below it. */
import { type Import, importsOf, packageOf } from './imports.js'
import type { Finding, Rule, Tree } from './tree.js'

/** What a folder of `src/` may import beside itself: folders, or single files. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  kit: [],
  programme: ['kit'],
  i18n: ['kit'],
  pictures: ['kit'],
  exchange: ['kit', 'programme'],
  storage: ['kit'],
  // Of i18n only the contract: which languages there are to choose from.
  interaction: ['storage', 'kit', 'i18n/speech.ts'],
  // Cleaning a name is a decision about data; turning keys into words is not core's business.
  core: ['storage', 'kit', 'programme', 'exchange', 'i18n/clean.ts'],
  http: ['core', 'interaction', 'storage', 'kit', 'i18n', 'programme', 'pictures'],
  platforms: ['interaction', 'i18n', 'kit', 'pictures'],
  mail: ['interaction', 'i18n', 'kit'],
  scheduler: ['storage', 'interaction', 'kit'],
  sandbox: ['kit'],
  /** The command line works on a database alone: no platform, no server. */
  cli: [
    'config.ts',
    'pino.ts',
    'core',
    'interaction',
    'storage',
    'kit',
    'i18n',
    'programme',
    'scheduler',
    'sandbox/community.ts',
    'sandbox/demo-plan.ts',
    'outgoing.ts',
  ],
}

/**
 * Files that wire the sandbox to the program it shows; the pretend platforms and the page stay apart from it.
 */
const WIRING: Record<string, readonly string[]> = {
  // Who may do what is decided by what the call vouches for.
  'src/core/desk/say.ts': ['interaction/command.ts'],
  'src/core/requests/right.ts': ['interaction/command.ts'],
  'src/sandbox/sandbox.ts': ['config.ts', 'core', 'http', 'programme', 'storage'],
  'src/sandbox/demo-plan.ts': ['core'],
}

/**
 * The files of core that speak. (A feature named `cards` has a front door of that name, which does not; the
 * door of `notices` hands views on, and nothing else.)
 */
const SPEAKING =
  /^src\/core\/(?!cards\/cards\.ts$)(?:(?:[^/]+\/)?(?:commands|cards|catalogue)|notices\/notices)\.ts$/
/** What speaking files may take from another feature: its words, which its front door cannot hand out. */
const SPEAKING_DOOR = /^(?:commands|cards)\.ts$/
const SPEAKERS_MAY_IMPORT = ['interaction', 'i18n']

/**
 * Files directly in `src/` wire the rest together, and nothing below imports them: the upper import the
 * lower.
 */
const RANK: Record<string, number> = {
  'src/config.ts': 0,
  'src/app.ts': 1,
  'src/main.ts': 2,
  'src/cli.ts': 2,
}
const RANK_OF_OTHERS = 1

/** Packages that only one room may know. */
const DRIVERS: Record<string, RegExp> = {
  grammy: /^src\/(platforms|sandbox)\/telegram\//,
  'discord.js': /^src\/(platforms|sandbox)\/discord\//,
  'better-sqlite3': /^src\/storage\//,
  pg: /^src\/storage\//,
  nodemailer: /^src\/mail\//,
}

function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

function allows(entries: readonly string[], target: string): boolean {
  return entries.some((entry) => target === `src/${entry}` || target.startsWith(`src/${entry}/`))
}

function arrow({ from, target }: Import): Pick<Finding, 'what' | 'fix'> | undefined {
  const folder = folderOf(from)
  if (!target || !from.startsWith('src/') || !target.startsWith('src/')) return undefined
  if (folder === undefined) return topArrow(from, target)
  const entries = MAY_IMPORT[folder]
  if (!entries) {
    return {
      what: `src/${folder}/ has no place in the house`,
      fix: 'say in test/house/arrows.ts what it may import',
    }
  }
  const speaking = SPEAKING.test(from) ? SPEAKERS_MAY_IMPORT : []
  const wiring = WIRING[from] ?? []
  if (allows([folder, ...entries, ...speaking, ...wiring], target)) return undefined
  const may = entries.length > 0 ? entries.join(', ') : 'nothing of the house'
  if (folder === 'core' && allows(SPEAKERS_MAY_IMPORT, target)) {
    return {
      what: `imports ${target}`,
      fix: 'in core only commands.ts, cards.ts and catalogue.ts speak: move it there',
    }
  }
  return {
    what: `imports ${target}`,
    fix: `src/${folder}/ may import ${may}: turn the arrow round with a port`,
  }
}

function topArrow(from: string, target: string): Pick<Finding, 'what' | 'fix'> | undefined {
  if (folderOf(target) !== undefined) return undefined
  const rank = (path: string) => RANK[path] ?? RANK_OF_OTHERS
  if (rank(target) < rank(from) || (rank(target) === 1 && rank(from) === 1)) return undefined
  return { what: `imports ${target}`, fix: 'config.ts ← app.ts ← main.ts and cli.ts' }
}

function* arrows(tree: Tree): Generator<Finding> {
  for (const one of [...importsOf(tree).values()].flat()) {
    const found = arrow(one)
    if (found) yield { file: one.from, line: one.line, ...found }
    if (one.from.startsWith('src/') && one.target?.startsWith('test/')) {
      yield {
        file: one.from,
        line: one.line,
        what: `imports ${one.target}`,
        fix: 'src knows nothing of its tests',
      }
    }
  }
}

function* drivers(tree: Tree): Generator<Finding> {
  for (const { from, line, specifier } of [...importsOf(tree).values()].flat()) {
    const home = DRIVERS[packageOf(specifier) ?? '']
    if (SPEAKING.test(from) && packageOf(specifier) === 'drizzle-orm') {
      yield { file: from, line, what: 'holds SQL', fix: 'put the query into the operation or store.ts' }
    }
    if (!home || !from.startsWith('src/') || home.test(from)) continue
    yield { file: from, line, what: `imports ${specifier}`, fix: `only ${home.source} may know this package` }
  }
}

function* doors(tree: Tree): Generator<Finding> {
  for (const { from, line, target } of [...importsOf(tree).values()].flat()) {
    const [, here] = /^src\/core\/([^/]+)\//.exec(from) ?? []
    const [, there, file] = /^src\/core\/([^/]+)\/(.+)$/.exec(target ?? '') ?? []
    const isDoor = file === `${there}.ts` || (SPEAKING.test(from) && SPEAKING_DOOR.test(file ?? ''))
    if (!here || !there || here === there || isDoor) continue
    yield {
      file: from,
      line,
      what: `reaches into ${target}`,
      fix: `use the front door src/core/${there}/${there}.ts`,
    }
  }
}

/**
 * Files that import each other, round about. Inside one room a type may be borrowed back (it is gone when the
 * program runs, and the parts of a room share its vocabulary); between rooms types count as well.
 */
function* cycles(tree: Tree): Generator<Finding> {
  const reported = new Set<string>()
  const done = new Set<string>()
  function* visit(file: string, path: string[]): Generator<Finding> {
    if (path.includes(file)) return yield* roundOf([...path.slice(path.indexOf(file)), file], reported)
    if (done.has(file)) return
    for (const target of neededBy(tree, file)) yield* visit(target, [...path, file])
    done.add(file)
  }
  for (const file of tree.sources.keys()) if (file.startsWith('src/')) yield* visit(file, [])
}

function neededBy(tree: Tree, file: string): string[] {
  return (importsOf(tree).get(file) ?? []).flatMap(({ target, typeOnly }) => {
    const counts = target?.startsWith('src/') && !(typeOnly && roomOf(target) === roomOf(file))
    return target && counts ? [target] : []
  })
}

/** `src/kit`, but `src/core/packets`, `src/sandbox/discord`, `src/platforms/telegram`. */
function roomOf(path: string): string {
  const [, room] = /^(src\/(?:(?:core|sandbox|platforms)\/[^/.]+(?=\/)|[^/]+))/.exec(path) ?? []
  return room ?? path
}

function* roundOf(round: string[], reported: Set<string>): Generator<Finding> {
  const members = [...new Set(round)].sort().join()
  if (reported.has(members)) return
  reported.add(members)
  const what = `cycle ${round.join(' → ')}`
  yield { file: round[0] ?? '', what, fix: 'move what both need into a third file' }
}

export const ARROWS: Rule[] = [
  { name: 'imports follow the arrows', check: (tree) => [...arrows(tree)] },
  { name: 'each driver is known to one room', check: (tree) => [...drivers(tree)] },
  { name: 'features meet at front doors', check: (tree) => [...doors(tree)] },
  { name: 'no file imports itself round about', check: (tree) => [...cycles(tree)] },
]
