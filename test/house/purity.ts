/** Time, chance, ids, waiting and the environment come by injection; money never meets a float. */
import { dotted, lineAt, type Node, nameOf, nodesWhere } from './source.js'
import { type Finding, type Rule, type Tree, under } from './tree.js'

/** Where the environment may be read. `config.ts` gets it as a parameter. */
const READS_ENVIRONMENT = /^src\/(main|cli|config)\.ts$/
/** Who may ask the machine for time and chance. */
const IS_THE_WORLD = /^src\/(kit\/world\.ts$|sandbox\/)/

const CLOCKS = new Set([
  'setTimeout',
  'setInterval',
  'randomUUID',
  'randomBytes',
  'getRandomValues',
  'randomInt',
])
const CLOCK_MEMBERS = new Set(['Date.now', 'Math.random', 'performance.now'])
const FLOATS = new Set(['parseFloat', 'toFixed', 'toPrecision', 'toExponential'])

function* environment(tree: Tree): Generator<Finding> {
  for (const source of under(tree, 'src/')) {
    if (READS_ENVIRONMENT.test(source.path)) continue
    const fix = 'only main.ts and cli.ts read the environment: take it as an option'
    for (const node of nodesWhere(source.program, readsEnvironment)) {
      yield { file: source.path, line: lineAt(source, node.start), what: 'reads process.env', fix }
    }
  }
}

function readsEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression') return dotted(node) === 'process.env'
  if (node.type !== 'ImportDeclaration') return false
  const names = (node.specifiers as Node[]).map((one) => nameOf(one.imported))
  return /^(node:)?process$/.test(nameOf(node.source) ?? '') && names.includes('env')
}

function* clocks(tree: Tree): Generator<Finding> {
  for (const source of under(tree, 'src/')) {
    if (IS_THE_WORLD.test(source.path)) continue
    const fix = 'take it from World (kit/world.ts), which tests and simulations replace'
    for (const node of nodesWhere(source.program, asksTheMachine)) {
      const what = `asks the machine: ${source.text.slice(node.start, node.end).split('\n', 1)[0]?.slice(0, 40)}`
      yield { file: source.path, line: lineAt(source, node.start), what, fix }
    }
  }
}

function asksTheMachine(node: Node, above: readonly Node[]): boolean {
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    return dotted(node.callee) === 'Date' && (node.arguments as Node[]).length === 0
  }
  if (node.type === 'ImportDeclaration') return nameOf(node.source) === 'node:timers/promises'
  if (node.type === 'MemberExpression') {
    return CLOCK_MEMBERS.has(dotted(node) ?? '') || CLOCKS.has(nameOf(node.property) ?? '')
  }
  return node.type === 'Identifier' && CLOCKS.has(node.name as string) && !isOnlyAName(node, above.at(-1))
}

/** A key or a member that happens to have the name; members are judged as a whole. */
function isOnlyAName(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false
  if (parent.type === 'MemberExpression') return parent.property === node
  return 'key' in parent && parent.key === node && !parent.shorthand
}

function* floats(tree: Tree): Generator<Finding> {
  for (const source of under(tree, 'src/core/', 'src/storage/', 'src/interaction/')) {
    const fix = 'amounts are bigint in the smallest unit; words for them are made by i18n'
    for (const node of nodesWhere(
      source.program,
      (one) => one.type === 'Identifier' && FLOATS.has(one.name as string),
    )) {
      yield { file: source.path, line: lineAt(source, node.start), what: `uses ${nameOf(node)}`, fix }
    }
  }
}

export const PURITY: Rule[] = [
  { name: 'the environment is read at the top only', check: (tree) => [...environment(tree)] },
  { name: 'time, chance and waiting are injected', check: (tree) => [...clocks(tree)] },
  { name: 'no float comes near money', check: (tree) => [...floats(tree)] },
]
