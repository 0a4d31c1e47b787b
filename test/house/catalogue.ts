/** Which commands the sources define, with which arguments and choices. */
import { isNode, lineAt, type Node, nameOf, nodesOf, type SourceFile, stringOf } from './source.js'

export interface CommandShape {
  file: string
  line: number
  name: string
  args: readonly string[]
}

export interface Choice {
  file: string
  line: number
  value: string
}

/** `command({ name, args: z.object(…) })`. */
export function commandIn(source: SourceFile, call: Node): CommandShape[] {
  const [definition] = call.arguments as Node[]
  const name = stringOf(propertyOf(definition, 'name'))
  if (name === undefined) return []
  const args = propertyOf(definition, 'args')
  const [shape] = args?.type === 'CallExpression' ? (args.arguments as Node[]) : []
  return [{ file: source.path, line: lineAt(source, call.start), name, args: keysOf(source, shape) }]
}

function propertyOf(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== 'ObjectExpression') return undefined
  const property = (object.properties as Node[]).find((one) => nameOf(one.key) === name)
  return isNode(property?.value) ? property.value : undefined
}

/** Keys of an object that is written here, named here, or returned by a function of this file. */
function keysOf(source: SourceFile, node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === 'ObjectExpression') {
    return (node.properties as Node[]).flatMap((one) =>
      one.type === 'SpreadElement' ? keysOf(source, one.argument) : (nameOf(one.key) ?? []),
    )
  }
  if (node.type === 'Identifier') return keysOf(source, declared(source, nameOf(node)))
  return node.type === 'CallExpression' ? keysOf(source, returned(source, nameOf(node.callee))) : []
}

/** `choice(['a', 'b'])`, or `choice(WORDS)` with a constant of the same file. */
export function choicesIn(source: SourceFile, call: Node): Choice[] {
  const place = { file: source.path, line: lineAt(source, call.start) }
  return stringsOf(source, (call.arguments as Node[])[0]).map((value) => ({ ...place, value }))
}

function stringsOf(source: SourceFile, node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === 'TSAsExpression') return stringsOf(source, node.expression)
  if (node.type === 'Identifier') return stringsOf(source, declared(source, nameOf(node)))
  if (node.type !== 'ArrayExpression') return []
  return (node.elements as Node[]).flatMap((one) =>
    one.type === 'SpreadElement' ? stringsOf(source, one.argument) : (stringOf(one) ?? []),
  )
}

function declared(source: SourceFile, name: string | undefined): unknown {
  return nodesOf(source.program, 'VariableDeclarator').find((one) => nameOf(one.id) === name)?.init
}

function returned(source: SourceFile, name: string | undefined): unknown {
  const made = nodesOf(source.program, 'FunctionDeclaration').find((one) => nameOf(one.id) === name)
  return made ? nodesOf(made, 'ReturnStatement')[0]?.argument : undefined
}
