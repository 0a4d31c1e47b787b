/** What people read lives in locales/: no sentence may stand in the files that speak or draw. */
import { dotted, lineAt, type Node, nodesWhere, stringOf } from './source.js'
import { type Finding, type Rule, type Tree, under } from './tree.js'

const SPEAKING =
  /^src\/(core\/.*(commands|cards)\.ts|platforms\/.*\/render[\w-]*\.ts|sandbox\/page\/.*\.tsx)$/
/** Two words of Latin letters, or one letter of a script that no identifier here is written in. */
const SENTENCE = /[A-Za-z]{2,}[,.!?:;]? +[A-Za-z]{2,}|[\p{Script=Cyrillic}\p{Script=Han}]/u
/** What is said to developers and operators, and to the browser. */
const TOLD_TO_US = /^(\w*Error|must|(.*\.)?log\.\w+|(.*\.)?(querySelector(All)?|closest|matches))$/
/** Attributes of the page's elements that hold lists of names and numbers, not words. */
const TECHNICAL = new Set([
  'class',
  'className',
  'd',
  'viewBox',
  'style',
  'points',
  'transform',
  'rel',
  'sandbox',
])

function* prose(tree: Tree): Generator<Finding> {
  for (const source of under(tree, 'src/')) {
    if (!SPEAKING.test(source.path)) continue
    for (const node of nodesWhere(source.program, isSentence)) {
      const what = `says "${wordsOf(node)?.trim().replace(/\s+/g, ' ').slice(0, 40)}"`
      const fix = 'put the words into locales/ and a text key here'
      yield { file: source.path, line: lineAt(source, node.start), what, fix }
    }
  }
}

function isSentence(node: Node, above: readonly Node[]): boolean {
  const words = wordsOf(node)
  return words !== undefined && SENTENCE.test(words) && !above.some(isTechnical)
}

function wordsOf(node: Node): string | undefined {
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw
  if (node.type === 'JSXText') return node.value as string
  return node.type === 'Literal' ? stringOf(node) : undefined
}

function isTechnical(node: Node): boolean {
  if (node.type === 'ImportDeclaration' || node.type === 'ThrowStatement') return true
  if (node.type === 'JSXAttribute') return TECHNICAL.has((node.name as { name: string }).name)
  return /^(New|Call)Expression$/.test(node.type) && TOLD_TO_US.test(dotted(node.callee) ?? '')
}

export const PROSE: Rule[] = [{ name: 'no prose in code', check: (tree) => [...prose(tree)] }]
