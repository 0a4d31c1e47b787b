/** Who imports what from where. */
import { posix } from 'node:path'
import { dotted, isNode, lineAt, type Node, nameOf, type SourceFile, stringOf, walk } from './source.js'
import type { Tree } from './tree.js'

export interface Import {
  from: string
  line: number
  /** As written. */
  specifier: string
  /** The file it means, when it is one of the project's sources. */
  target?: string
  /** Gone when the program runs. */
  typeOnly: boolean
  /** The names it takes; `everything` for a namespace, an import() or a re-export of all. */
  names: readonly string[] | 'everything'
}

const known = new WeakMap<Tree, ReadonlyMap<string, Import[]>>()

/** The imports of every source, by its path. */
export function importsOf(tree: Tree): ReadonlyMap<string, Import[]> {
  const before = known.get(tree)
  if (before) return before
  const all = new Map([...tree.sources.values()].map((source) => [source.path, readImports(tree, source)]))
  known.set(tree, all)
  return all
}

function readImports(tree: Tree, source: SourceFile): Import[] {
  const imports: Import[] = []
  walk(source.program, (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    const place = { from: source.path, line: lineAt(source, node.start), specifier }
    const target = resolve(tree, source.path, specifier)
    imports.push({ ...place, target, typeOnly: isTypeOnly(node), names: takenBy(node) })
  })
  return imports
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return stringOf(node.source)
    case 'NewExpression': {
      // new URL('./worker.js', import.meta.url): how a worker, a child process or a page is named.
      const [path, base] = node.arguments as Node[]
      return dotted(node.callee) === 'URL' && dotted(base) === 'import.meta.url' ? stringOf(path) : undefined
    }
    default:
      return undefined
  }
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = (node.specifiers as Node[] | undefined) ?? []
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  )
}

function takenBy(node: Node): readonly string[] | 'everything' {
  if (node.type === 'TSImportType') return isNode(node.qualifier) ? [leftmost(node.qualifier)] : 'everything'
  if (node.type === 'ExportNamedDeclaration') {
    return (node.specifiers as Node[]).map((one) => nameOf(one.local) ?? '')
  }
  if (node.type !== 'ImportDeclaration') return 'everything'
  const specifiers = node.specifiers as Node[]
  if (specifiers.some((one) => one.type === 'ImportNamespaceSpecifier')) return 'everything'
  return specifiers.map((one) =>
    one.type === 'ImportDefaultSpecifier' ? 'default' : (nameOf(one.imported) ?? ''),
  )
}

function leftmost(qualifier: Node): string {
  return isNode(qualifier.left) ? leftmost(qualifier.left) : (nameOf(qualifier) ?? '')
}

/** `./x.js` means `x.ts` or `x.tsx`, as TypeScript has it. */
function resolve(tree: Tree, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const path = posix.join(posix.dirname(from), specifier)
  const stem = path.replace(/\.js$/, '')
  return [path, `${stem}.ts`, `${stem}.tsx`].find((one) => tree.sources.has(one))
}

/** The package of a specifier: `drizzle-orm` for `drizzle-orm/pg-core`, `@fluent/bundle`, `node:fs`. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
