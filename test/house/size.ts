/** Functions fit the hand, files fit the head, lines fit the screen. */
import { isNode, lineAt, type Node, nameOf, type SourceFile, walk } from './source.js'
import { type Finding, type Rule, type Tree, under } from './tree.js'

/** Lines; longer ones hide more than one thought. */
const FUNCTION_LIMIT_LINES = 70
const FILE_LIMIT_LINES = 350
/** Tests are tables and stories: they may be longer, but not for ever. */
const TEST_LIMIT_LINES = 600
const LINE_LIMIT_COLUMNS = 110

/**
 * Runaways that were there first, with their size and the reason. A number may only go down: a file or
 * function (`path#name`) that has shrunk must take its new size, one that fits must leave the list.
 */
export const RATCHET: Record<string, { lines: number; because: string }> = {}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

type Ratchet = typeof RATCHET

function* functions(tree: Tree, ratchet: Ratchet): Generator<Finding> {
  for (const source of under(tree, 'src/', 'bench/')) {
    for (const { name, line, lines } of functionsOf(source)) {
      const finding = { file: source.path, line, what: `${name} has ${lines} lines` }
      yield* judge(finding, `${source.path}#${name}`, lines, FUNCTION_LIMIT_LINES, ratchet)
    }
  }
}

function* files(tree: Tree, ratchet: Ratchet): Generator<Finding> {
  for (const { path, lines: text } of under(tree, 'src/', 'test/', 'bench/')) {
    const lines = text.at(-1) === '' ? text.length - 1 : text.length
    const limit = path.startsWith('src/') ? FILE_LIMIT_LINES : TEST_LIMIT_LINES
    yield* judge({ file: path, what: `has ${lines} lines` }, path, lines, limit, ratchet)
  }
}

function* judge(
  finding: Pick<Finding, 'file' | 'line' | 'what'>,
  key: string,
  lines: number,
  limit: number,
  ratchet: Ratchet,
): Generator<Finding> {
  const allowed = ratchet[key]?.lines ?? limit
  if (lines > allowed) yield { ...finding, fix: `split it by thought; the limit is ${allowed}` }
  else if (ratchet[key] && lines < allowed)
    yield { ...finding, fix: `lower its number in RATCHET from ${allowed}` }
}

function* strays(tree: Tree, ratchet: Ratchet): Generator<Finding> {
  for (const [key, { because }] of Object.entries(ratchet)) {
    const [file = '', name] = key.split('#')
    const source = tree.sources.get(file)
    const there = source && (!name || functionsOf(source).some((one) => one.name === name))
    if (!there) yield { file, what: `RATCHET lists ${key}`, fix: 'it is gone: take it off the list' }
    if (because.length < 10) yield { file, what: `RATCHET lists ${key} without a reason`, fix: 'say why' }
  }
}

function functionsOf(source: SourceFile): { name: string; line: number; lines: number }[] {
  const found: { name: string; line: number; lines: number }[] = []
  walk(source.program, (node, above) => {
    if (!FUNCTIONS.has(node.type)) return
    const line = lineAt(source, node.start)
    found.push({ name: functionName(node, above.at(-1)), line, lines: lineAt(source, node.end) - line + 1 })
  })
  return found
}

function functionName(node: Node, parent: Node | undefined): string {
  const named = isNode(node.id) ? node.id : (parent?.id ?? parent?.key)
  return nameOf(named) ?? 'a function'
}

const COMMENT = /^\s*(\/\/|\/?\*)/
/** What the formatter cannot break either: strings, regular expressions, addresses. */
const UNBREAKABLE = /(['"`])(?:\\.|(?!\1).)*\1|\/(?:\\.|[^/\\ ]){30,}\/|https?:\S+/g

function* width(tree: Tree): Generator<Finding> {
  for (const { path, lines } of tree.sources.values()) {
    for (const [index, text] of lines.entries()) {
      const columns = [...text].length
      if (columns <= LINE_LIMIT_COLUMNS) continue
      const breakable = COMMENT.test(text) ? text.replace(/https?:\S+/g, '') : text.replace(UNBREAKABLE, '')
      if ([...breakable].length <= LINE_LIMIT_COLUMNS) continue
      const fix = `break it; the limit is ${LINE_LIMIT_COLUMNS}`
      yield { file: path, line: index + 1, what: `is ${columns} columns wide`, fix }
    }
  }
}

export function sizeRules(ratchet: Ratchet): Rule[] {
  return [
    { name: 'functions fit the hand', check: (tree) => [...functions(tree, ratchet)] },
    { name: 'files fit the head', check: (tree) => [...files(tree, ratchet), ...strays(tree, ratchet)] },
    { name: 'lines fit the screen', check: (tree) => [...width(tree)] },
  ]
}
