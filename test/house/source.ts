/**
 * Reads TypeScript into a syntax tree. TypeScript 7 has no API for that; Vite, which runs these tests anyway,
 * has a parser that reads TypeScript and JSX, and `vitest/node` hands it on.
 */
import { parseAst } from 'vitest/node'

/** A node of the syntax tree (ESTree with TypeScript); `start` and `end` are UTF-16 offsets. */
export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string
  text: string
  lines: readonly string[]
  program: Node
}

export function readSource(path: string, text: string): SourceFile {
  const lang = path.endsWith('x') ? 'tsx' : 'ts'
  try {
    return { path, text, lines: text.split('\n'), program: parseAst(text, { lang }) as unknown as Node }
  } catch (error) {
    throw new Error(`${path} cannot be parsed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Line of an offset, counted from 1. */
export function lineAt(source: SourceFile, offset: number): number {
  return source.text.slice(0, offset).split('\n').length
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Every node, parents first. `above` are its ancestors, the nearest last. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: Node[] = [],
): void {
  visit(node, above)
  above.push(node)
  for (const child of childrenOf(node)) walk(child, visit, above)
  above.pop()
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

/** All nodes of the given types. */
export function nodesOf(node: Node, ...types: string[]): Node[] {
  return nodesWhere(node, (one) => types.includes(one.type))
}

/** All nodes that pass a test, which also sees the ancestors. */
export function nodesWhere(node: Node, test: (node: Node, above: readonly Node[]) => boolean): Node[] {
  const found: Node[] = []
  walk(node, (one, above) => {
    if (test(one, above)) found.push(one)
  })
  return found
}

/** `name` of an identifier, the value of a string literal; undefined for anything else. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return node.name as string
  return stringOf(node)
}

/** The value of a string literal or of a template without holes. */
export function stringOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  const quasis = node.quasis as Node[]
  return quasis.length === 1 ? cooked(quasis[0]) : undefined
}

/** The fixed parts of a template literal, one more than it has holes. */
export function partsOf(template: Node): string[] {
  return (template.quasis as Node[]).map(cooked)
}

function cooked(quasi: Node | undefined): string {
  return (quasi?.value as { cooked?: string } | undefined)?.cooked ?? ''
}

/** `a.b.c` of nested member expressions and identifiers; undefined where something is computed. */
export function dotted(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return node.name as string
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type !== 'MemberExpression' || node.computed) return undefined
  const object = dotted(node.object)
  return object === undefined ? undefined : `${object}.${nameOf(node.property)}`
}
