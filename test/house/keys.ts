/** Which words the sources ask for. */
import { type Choice, type CommandShape, choicesIn, commandIn } from './catalogue.js'
import { importsOf } from './imports.js'
import {
  dotted,
  isNode,
  lineAt,
  type Node,
  nameOf,
  nodesOf,
  partsOf,
  type SourceFile,
  stringOf,
  walk,
} from './source.js'
import { type Tree, under } from './tree.js'

/** A place that asks for words. */
export interface Asked {
  file: string
  line: number
  /** One part is a whole key; more are the fixed parts of a key around holes. */
  parts: readonly string[]
  /** Names of the parameters it gives; unknown when they come from elsewhere. */
  gives?: readonly string[]
  refusal: boolean
}

export interface Wanted {
  asked: Asked[]
  /** Every string and every name of a property: what a hole may be filled with. */
  words: Set<string>
  /** Templates that make such a string, by their fixed parts. */
  templates: string[][]
  commands: CommandShape[]
  /** Words of choices that people see. */
  choices: Choice[]
}

interface Asker {
  /** Place of the key among the arguments; its parameters come next. */
  at: number
  prefix: string
  refusal: boolean
  /** A file must import it from here, or declare it here, or lie here. */
  home: string
}

/** Who turns a key into words. */
const ASKERS: Record<string, Asker> = {
  text: { at: 0, prefix: '', refusal: false, home: 'src/kit/text.ts' },
  refuse: { at: 0, prefix: 'refusal-', refusal: true, home: 'src/kit/refusal.ts' },
  Refusal: { at: 0, prefix: 'refusal-', refusal: true, home: 'src/kit/refusal.ts' },
  // A failed check of an argument names its refusal.
  fault: { at: 1, prefix: 'refusal-', refusal: true, home: 'src/interaction/arguments.ts' },
  // A programme file that comes with the program names words.
  ourWords: { at: 0, prefix: '', refusal: false, home: 'src/programme/words.ts' },
  // Menus and registrations, in every language.
  inAll: { at: 1, prefix: '', refusal: false, home: 'src/interaction/listings.ts' },
  say: { at: 0, prefix: 'sandbox-', refusal: false, home: 'src/sandbox/page/' },
}

const known = new WeakMap<Tree, Wanted>()

export function wantedIn(tree: Tree): Wanted {
  const before = known.get(tree)
  if (before) return before
  const wanted: Wanted = { asked: [], words: new Set(), templates: [], commands: [], choices: [] }
  for (const source of under(tree, 'src/')) gather(tree, source, wanted)
  known.set(tree, wanted)
  return wanted
}

/** How a template begins that makes a part of a key. */
const KEY_HEAD = /^[a-z]+(-[a-z]+)*-$/

function gather(tree: Tree, source: SourceFile, wanted: Wanted): void {
  const askers = askersIn(tree, source)
  if (/^src\/(core|interaction)\//.test(source.path)) wanted.asked.push(...promisedIn(source))
  walk(source.program, (node, above) => {
    const word = stringOf(node) ?? (node.type === 'Property' ? nameOf(node.key) : undefined)
    if (word !== undefined) wanted.words.add(word)
    if (node.type === 'TemplateLiteral' && KEY_HEAD.test(partsOf(node)[0] ?? '')) {
      wanted.templates.push(partsOf(node))
    }
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return
    const callee = dotted(node.callee) ?? ''
    const asker = askers.get(callee)
    if (asker) wanted.asked.push(...askedBy(source, node, above, asker))
    if (callee === 'command') wanted.commands.push(...commandIn(source, node))
    if (callee === 'choice') wanted.choices.push(...choicesIn(source, node))
  })
}

/**
 * A comment's sentence that lists refusals: "Refuses `packet-over`, `packet-window` (a draw keeps its time)."
 */
const REFUSES = /\bRefuses\b(?:[^.]|\.(?!\s))*/g
const REFUSAL_NAME = /`([a-z]+(?:-[a-z]+)+)`/g

/** The refusals that operations promise in their comments, which reach people by way of a variable too. */
function promisedIn(source: SourceFile): Asked[] {
  return [...source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const line = lineAt(source, comment.index)
    const sentences = comment[0].replace(/\n\s*\*/g, ' ').match(REFUSES) ?? []
    const names = sentences.flatMap((one) => [...one.matchAll(REFUSAL_NAME)].map(([, name = '']) => name))
    return names.map((name) => ({ file: source.path, line, parts: [`refusal-${name}`], refusal: true }))
  })
}

function askersIn(tree: Tree, source: SourceFile): Map<string, Asker> {
  const taken = importsOf(tree).get(source.path) ?? []
  const here = Object.entries(ASKERS).filter(
    ([name, { home }]) =>
      source.path.startsWith(home) ||
      taken.some(({ target, names }) => target === home && names.includes(name)),
  )
  return new Map(here)
}

function askedBy(source: SourceFile, call: Node, above: readonly Node[], asker: Asker): Asked[] {
  const { at, prefix, refusal } = asker
  const given = call.arguments as Node[]
  const place = {
    file: source.path,
    line: lineAt(source, call.start),
    refusal,
    gives: paramsIn(given[at + 1]),
  }
  return keysIn(given[at], above).map(([head = '', ...rest]) => ({
    ...place,
    parts: [prefix + head, ...rest],
  }))
}

/**
 * The keys an expression may be: a string, a template, either side of a condition, a constant that is one.
 */
function keysIn(node: unknown, above: readonly Node[]): string[][] {
  if (!isNode(node)) return []
  if (node.type === 'ConditionalExpression') {
    return [...keysIn(node.consequent, above), ...keysIn(node.alternate, above)]
  }
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression') {
    return keysIn(node.expression, above)
  }
  if (node.type === 'Identifier') return keysIn(constantNamed(nameOf(node), above), above)
  const whole = stringOf(node)
  if (whole !== undefined) return [[whole]]
  return node.type === 'TemplateLiteral' ? templatesIn(node, above) : []
}

/** A template that begins with a constant which is a key itself is that key, continued. */
function templatesIn(template: Node, above: readonly Node[]): string[][] {
  const [head, ...rest] = partsOf(template)
  const [hole] = template.expressions as Node[]
  const heads = head === '' && hole?.type === 'Identifier' ? keysIn(hole, above) : []
  if (heads.length === 0) return [[head ?? '', ...rest]]
  const [next = '', ...others] = rest
  return heads.map((parts) => [...parts.slice(0, -1), (parts.at(-1) ?? '') + next, ...others])
}

/** What a name is declared as, in the nearest block that does so; nothing for a parameter. */
function constantNamed(name: string | undefined, above: readonly Node[]): Node | undefined {
  for (const node of above.toReversed()) {
    if (((node.params as Node[] | undefined) ?? []).some((param) => nodesOf(param, 'Identifier').some(named)))
      return
    const statements = Array.isArray(node.body) ? (node.body as Node[]) : []
    const declared = statements
      .flatMap((one) => (one.type === 'VariableDeclaration' ? (one.declarations as Node[]) : []))
      .find((one) => nameOf(one.id) === name)
    if (declared) return isNode(declared.init) ? declared.init : undefined
  }
  return undefined
  function named(node: Node): boolean {
    return nameOf(node) === name
  }
}

function paramsIn(node: Node | undefined): string[] | undefined {
  if (!node) return []
  if (node.type !== 'ObjectExpression') return undefined
  const properties = node.properties as Node[]
  if (properties.some((one) => one.type !== 'Property' || one.computed)) return undefined
  return properties.map((one) => nameOf(one.key) ?? '')
}
