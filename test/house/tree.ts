/** The project as the rules see it: its TypeScript parsed, its other files by name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSource, type SourceFile } from './source.js'

export interface Tree {
  root: string
  /** TypeScript of `src/`, `test/`, `bench/` and the configurations, by path. */
  sources: ReadonlyMap<string, SourceFile>
  /** Every file of the project by path, without what is generated or installed. */
  files: readonly string[]
  exists(path: string): boolean
  read(path: string): string
}

/** Something against the house's rules: where, what, and what to do about it. */
export interface Finding {
  file: string
  line?: number
  what: string
  fix: string
}

export interface Rule {
  name: string
  check(tree: Tree): Finding[]
}

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git'])
const TYPESCRIPT = /\.tsx?$/

export function readTree(root: string): Tree {
  const files = filesUnder(root, '')
  const sources = new Map<string, SourceFile>()
  for (const path of files) {
    if (TYPESCRIPT.test(path)) sources.set(path, readSource(path, readFileSync(join(root, path), 'utf8')))
  }
  return {
    root,
    files,
    sources,
    exists: (path) => existsSync(join(root, path)),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  }
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (NOT_OURS.has(entry.name)) return []
    return entry.isDirectory() ? filesUnder(root, path) : [path]
  })
}

/** The sources under a folder, such as `src/` or `src/core/`. */
export function under(tree: Tree, ...folders: string[]): SourceFile[] {
  return [...tree.sources.values()].filter(({ path }) => folders.some((folder) => path.startsWith(folder)))
}

/** Findings shown at once; more would hide the failures of the other rules. */
const SHOWN_MOST = 100

/** One finding a line, in the order of the files. */
export function report(findings: readonly Finding[]): string {
  const lines = findings
    .map(({ file, line, what, fix }) => `${file}${line ? `:${line}` : ''}: ${what} → ${fix}`)
    .sort()
  const hidden = lines.length - SHOWN_MOST
  return [...lines.slice(0, SHOWN_MOST), ...(hidden > 0 ? [`… and ${hidden} more`] : [])].join('\n')
}
