/** What documents name is there: paths, links, scripts. */
import { posix } from 'node:path'
import type { Finding, Rule, Tree } from './tree.js'

const PAPERS = /^(ARCHITECTURE|README|CONTRIBUTING)\.md$|^docs\/.*\.md$/
const FOLDERS = 'src|test|docs|bench|locales|migrations|\\.ci'
/** A path from the root, wherever it stands. */
const PATH = new RegExp(`(?<![\\w./<-])(?:\\./)?((?:${FOLDERS})/[\\w./*<>{},…-]*)`, 'g')
/** A file without its folder, in code quotes. */
const FILE = /`([\w.-]+\.(?:ts|tsx|mjs|json|md|ftl|yml))`/g
const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)/g
const SCRIPT = /\bnpm (?:run(?: -{1,2}[\w-]+)* )?([\w:-]+)/g
const NPM_VERBS = new Set(['ci', 'install', 'i', 'run', 'exec', 'audit', 'pack', 'version', 'ls', 'registry'])
/** Made by running the program, so they need not be there. */
const MADE = /^(dist|data|coverage)\//

function* papers(tree: Tree): Generator<Finding> {
  for (const file of tree.files) {
    if (!PAPERS.test(file)) continue
    for (const [index, text] of tree.read(file).split('\n').entries()) {
      for (const finding of inLine(tree, file, text)) yield { ...finding, file, line: index + 1 }
    }
  }
}

function* inLine(tree: Tree, file: string, text: string): Generator<Pick<Finding, 'what' | 'fix'>> {
  for (const [, path = ''] of text.matchAll(PATH)) {
    if (!isThere(tree, path.replace(/[.,]+$/, '')))
      yield { what: `names ${path}`, fix: 'there is no such path' }
  }
  for (const [, name = ''] of text.matchAll(FILE)) {
    const there = tree.files.some((one) => posix.basename(one) === name) || /^\d/.test(name)
    if (!there) yield { what: `names ${name}`, fix: 'there is no such file' }
  }
  for (const [, link = ''] of text.matchAll(LINK)) {
    const path = posix.join(posix.dirname(file), link)
    if (!tree.exists(path)) yield { what: `links to ${link}`, fix: 'there is nothing' }
  }
  for (const [whole, script = ''] of text.matchAll(SCRIPT)) {
    if (!whole.includes(' run') && NPM_VERBS.has(script)) continue
    if (!scriptsOf(tree).has(script))
      yield { what: `tells to ${whole}`, fix: 'package.json has no such script' }
  }
}

/** A name in angle brackets or braces, a star or dots stand for anything. */
function isThere(tree: Tree, path: string): boolean {
  if (MADE.test(path)) return true
  const open = path.search(/[*<{…]/)
  if (open < 0) return tree.exists(path)
  const pattern = path
    .split(/\*+|<[^>]*>|\{[^}]*\}|…/)
    .map((part) => part.replace(/[.\\+^$|?()[\]]/g, '\\$&'))
    .join('.*')
  const expression = new RegExp(`^${pattern}`)
  return tree.files.some((one) => expression.test(one))
}

function scriptsOf(tree: Tree): Set<string> {
  const { scripts = {} } = JSON.parse(tree.read('package.json')) as { scripts?: Record<string, string> }
  return new Set(Object.keys(scripts))
}

export const PAPERS_ARE_TRUE: Rule[] = [
  { name: 'documents name what exists', check: (tree) => [...papers(tree)] },
]
