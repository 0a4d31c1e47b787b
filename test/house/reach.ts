/** Nothing unreachable, nothing exported for nobody, no room named after nothing. */
import { posix } from 'node:path'
import { importsOf } from './imports.js'
import { isNode, lineAt, type Node, nameOf, nodesOf, type SourceFile, walk } from './source.js'
import { type Finding, type Rule, type Tree, under } from './tree.js'

/** Where the program, its tools and the page begin. */
const ENTRIES = ['src/main.ts', 'src/cli.ts', 'src/sandbox/page/main.tsx']

const NAMELESS = /(^|[-./])(utils?|helpers?|managers?|services?|index)(?=[-./])/

/** What tools outside the sources read, such as the generator of migrations. */
function toolsOf(tree: Tree): string {
  const tools = tree.files.filter((path) => /^(migrations\/[^/]+\.[cm]js|[^/]+\.config\.ts)$/.test(path))
  return tools.map((path) => tree.read(path)).join('\n')
}

function entriesOf(tree: Tree): string[] {
  const tools = toolsOf(tree)
  return [...ENTRIES, ...[...tree.sources.keys()].filter((path) => tools.includes(path))]
}

/** Before there is a program, nothing is reached and every export waits for it. */
function hasProgram(tree: Tree): boolean {
  return tree.sources.has('src/main.ts')
}

function* dead(tree: Tree): Generator<Finding> {
  if (!hasProgram(tree)) return
  const reached = new Set<string>()
  const waiting = entriesOf(tree)
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    for (const { target } of importsOf(tree).get(file) ?? []) if (target) waiting.push(target)
  }
  for (const { path } of under(tree, 'src/')) {
    if (reached.has(path) || path.endsWith('.d.ts')) continue
    yield { file: path, what: 'no program reaches it', fix: 'import it where it is needed, or delete it' }
  }
}

function* names(tree: Tree): Generator<Finding> {
  for (const { path } of under(tree, 'src/', 'test/')) {
    const [, , name] = NAMELESS.exec(path) ?? []
    if (name) yield { file: path, what: `"${name}" says nothing`, fix: 'name it after the thing it holds' }
  }
}

function* unused(tree: Tree): Generator<Finding> {
  if (!hasProgram(tree)) return
  const taken = takenNames(tree)
  const tools = toolsOf(tree)
  for (const source of under(tree, 'src/')) {
    if (ENTRIES.includes(source.path)) continue
    const used = taken.get(source.path)
    if (used?.has('everything')) continue
    for (const { name, isType, line } of exportsOf(source)) {
      if (used?.has(name) || (tools.includes(source.path) && tools.includes(name))) continue
      if (isType && isInExportedSignature(source, name)) continue
      const fix = 'take the export away, or the whole thing if nobody needs it'
      yield { file: source.path, line, what: `nobody imports ${name}`, fix }
    }
  }
}

function takenNames(tree: Tree): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>()
  for (const { target, names: some } of [...importsOf(tree).values()].flat()) {
    if (!target) continue
    const set = taken.get(target) ?? new Set()
    taken.set(target, set)
    for (const name of some === 'everything' ? ['everything'] : some) set.add(name)
  }
  return taken
}

interface Exported {
  name: string
  isType: boolean
  line: number
}

function exportsOf(source: SourceFile): Exported[] {
  return (source.program.body as Node[]).flatMap((node) => {
    const line = lineAt(source, node.start)
    if (node.type === 'ExportDefaultDeclaration') return [{ name: 'default', isType: false, line }]
    if (node.type !== 'ExportNamedDeclaration') return []
    const isType = node.exportKind === 'type'
    const listed = (node.specifiers as Node[]).map((one) => nameOf(one.exported) ?? '')
    return [...declaredBy(node.declaration), ...listed].map((name) => ({ name, isType, line }))
  })
}

function declaredBy(declaration: unknown): string[] {
  if (!isNode(declaration)) return []
  if (declaration.type !== 'VariableDeclaration') return [nameOf(declaration.id) ?? '']
  return (declaration.declarations as Node[]).flatMap(({ id }) =>
    isNode(id) ? (id.type === 'Identifier' ? [id.name as string] : boundIn(id)) : [],
  )
}

/** Names bound by a destructuring pattern. */
function boundIn(pattern: Node): string[] {
  return nodesOf(pattern, 'Property', 'RestElement')
    .map((one) => nameOf(one.value ?? one.argument))
    .filter((name) => name !== undefined)
}

/**
 * A type that another exported declaration of its file speaks of: whoever uses that one may need to name it.
 */
function isInExportedSignature(source: SourceFile, name: string): boolean {
  return (source.program.body as Node[]).some((node) => {
    if (!node.type.startsWith('Export') || declaredBy(node.declaration).includes(name)) return false
    let found = false
    walk(node, (one) => {
      found ||= one.type === 'TSTypeReference' && nameOf(one.typeName) === name
      found ||= one.type === 'TSInterfaceHeritage' && nameOf(one.expression) === name
      found ||= one.type === 'TSClassImplements' && nameOf(one.expression) === name
    })
    return found
  })
}

/** Imports of files that are not there. The compiler sees most of them; a URL of a worker it does not. */
function* missing(tree: Tree): Generator<Finding> {
  for (const { from, line, specifier, target } of [...importsOf(tree).values()].flat()) {
    if (target || !/^\.{1,2}\/.*\.js$/.test(specifier)) continue
    if (!tree.exists(posix.join(posix.dirname(from), specifier)))
      yield { file: from, line, what: `names ${specifier}`, fix: 'there is no such file' }
  }
}

export const REACH: Rule[] = [
  { name: 'every file is reached by a program', check: (tree) => [...dead(tree)] },
  { name: 'every file has a name that says something', check: (tree) => [...names(tree)] },
  { name: 'every export is imported by somebody', check: (tree) => [...unused(tree)] },
  { name: 'every file that is named exists', check: (tree) => [...missing(tree)] },
]
