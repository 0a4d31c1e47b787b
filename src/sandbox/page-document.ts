/**
 * The page's HTML document, and where its files lie on disk. No bundler: an import map names the libraries.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Style sheets, in the order in which they build on each other. */
const STYLES = [
  ...['base', 'menus', 'shell', 'side', 'rail', 'faults', 'tour', 'pane', 'notices', 'attach'],
  ...['telegram', 'telegram-text', 'telegram-composer'],
  ...['discord', 'discord-parts', 'discord-composer', 'dialogs', 'storm'],
]

/** Specifier in the compiled page → path of the module as the page's server names it. */
const IMPORTS = {
  preact: '/vendor/preact/dist/preact.mjs',
  'preact/hooks': '/vendor/preact/hooks/dist/hooks.mjs',
  'preact/jsx-runtime': '/vendor/preact/jsx-runtime/dist/jsxRuntime.mjs',
  '@fluent/bundle': '/vendor/@fluent/bundle/esm/index.js',
}

/** Packages whose files the browser may fetch. */
export const VENDORS = ['preact', '@fluent/bundle'] as const

export const importMap = JSON.stringify({ imports: IMPORTS })

/** The document. It has no words: those come from `locales/` with the language the reader chose. */
export function pageDocument(): string {
  const styles = STYLES.map((name) => `<link rel="stylesheet" href="/style/${name}.css">`).join('\n')
  const preloads = Object.values(IMPORTS).map((href) => `<link rel="modulepreload" href="${href}">`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Sandbox</title>
<link rel="icon" href="/style/mark.svg" type="image/svg+xml">
${styles}
<script type="importmap">${importMap}</script>
${preloads.join('\n')}
<script type="module" src="/page/main.js" blocking="render"></script>
</head>
<body></body>
</html>
`
}

/** Folders the page is served from. */
export interface PageFolders {
  /** Compiled modules of the page. */
  modules: string
  style: string
  locales: string
  /** Folder of an installed package. */
  vendor(name: (typeof VENDORS)[number]): string
}

/** The folders of this installation, found from this file upwards: it runs from `src/` and from `dist/`. */
export function installedFolders(from = dirname(fileURLToPath(import.meta.url))): PageFolders {
  const root = rootAbove(from)
  return {
    modules: join(root, 'dist/sandbox/page'),
    style: join(root, 'src/sandbox/page/style'),
    locales: join(root, 'locales'),
    vendor: vendorFolder,
  }
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('the sandbox page lies outside its package')
  return rootAbove(above)
}

/**
 * A package may lie in any node_modules folder above, and may not export its package.json: ask for its entry.
 */
function vendorFolder(name: string): string {
  const suffix = `node_modules/${name}`
  const entry = createRequire(import.meta.url).resolve(name)
  const end = entry.replaceAll('\\', '/').lastIndexOf(suffix)
  return entry.slice(0, end + suffix.length)
}
