/** No `any`, no silenced compiler, no test left out without a word, nothing said past the log. */
import { dotted, lineAt, nodesWhere, type SourceFile } from './source.js'
import { type Finding, type Rule, type Tree, under } from './tree.js'

const SILENCED = /@ts-(ignore|nocheck|expect-error)/
const TESTS = /^(?:test|it|describe|suite|bench)(?:\.\w+)*$/
/** A comment with a reason: some words, not only a tool's directive. */
const REASON = /\/\/.*\w+ \w+|\*.*\w+ \w+|['"`][^'"`]*\w+ \w+/
/** Folders of one machine. */
const THIS_MACHINE = /(?<![\w.:-])\/(?:work|root|home|Users)\/[\w.-]+/

function* types(tree: Tree): Generator<Finding> {
  for (const source of tree.sources.values()) {
    for (const node of nodesWhere(source.program, (one) => one.type === 'TSAnyKeyword')) {
      const line = lineAt(source, node.start)
      if (/biome-ignore lint\/suspicious\/noExplicitAny: \w+ \w+/.test(source.lines[line - 2] ?? '')) continue
      yield { file: source.path, line, what: 'says any', fix: 'say what it is, or unknown' }
    }
    for (const [index, text] of source.lines.entries()) {
      const [silenced] = SILENCED.exec(text) ?? []
      if (!silenced || !/^\s*(\/\/|\/\*|\*)/.test(text)) continue
      yield { file: source.path, line: index + 1, what: `says ${silenced}`, fix: 'let the compiler speak' }
    }
  }
}

function* leftOut(tree: Tree): Generator<Finding> {
  for (const source of under(tree, 'test/', 'bench/')) {
    for (const node of nodesWhere(source.program, (one) => one.type === 'CallExpression')) {
      const [, base = '', verb] = /^(.*)\.(only|skip|todo|fails)$/.exec(dotted(node.callee) ?? '') ?? []
      if (!verb || !TESTS.test(base)) continue
      const line = lineAt(source, node.start)
      if (verb === 'only') yield { file: source.path, line, what: 'runs alone', fix: 'take .only away' }
      else if (!/\/\/.*\w+ \w+|\*.*\w+ \w+/.test(source.lines[line - 2] ?? '')) {
        yield {
          file: source.path,
          line,
          what: `.${verb} without a reason`,
          fix: 'say why in a comment above it',
        }
      }
    }
    yield* skippedInside(source)
  }
}

/** `context.skip()` inside a test: the reason is its argument. */
function* skippedInside(source: SourceFile): Generator<Finding> {
  for (const node of nodesWhere(source.program, (one) => one.type === 'CallExpression')) {
    if (!/^(context|ctx|task)\.skip$/.test(dotted(node.callee) ?? '')) continue
    const line = lineAt(source, node.start)
    const text = source.text.slice(node.start, node.end)
    if (!REASON.test(text))
      yield { file: source.path, line, what: '.skip without a reason', fix: 'give it as text' }
  }
}

function* consoles(tree: Tree): Generator<Finding> {
  for (const source of tree.sources.values()) {
    const calls = nodesWhere(
      source.program,
      (one) => /^console\.\w+$/.test(dotted(one) ?? '') && one.type === 'MemberExpression',
    )
    for (const node of calls) {
      yield { file: source.path, line: lineAt(source, node.start), what: 'uses console', fix: 'use the Log' }
    }
  }
}

function* machines(tree: Tree): Generator<Finding> {
  for (const path of tree.files) {
    if (!/\.(tsx?|md|mjs|json|ftl|css|html|yml)$/.test(path) || path === 'package-lock.json') continue
    for (const [index, text] of tree.read(path).split('\n').entries()) {
      const [folder] = THIS_MACHINE.exec(text) ?? []
      if (folder)
        yield { file: path, line: index + 1, what: `names ${folder}`, fix: 'nobody else has this folder' }
    }
  }
}

export const MANNERS: Rule[] = [
  { name: 'no any, and the compiler is not silenced', check: (tree) => [...types(tree)] },
  { name: 'no test is left out without a reason', check: (tree) => [...leftOut(tree)] },
  { name: 'everything is said to the log', check: (tree) => [...consoles(tree)] },
  { name: 'no file names a folder of one machine', check: (tree) => [...machines(tree)] },
]
