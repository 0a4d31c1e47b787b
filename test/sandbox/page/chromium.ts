/** Chromium for the tests that look at the page: how it is started, and the page compiled anew. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** The first that is there. The one without windows takes half of the other's time (measured). */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const CHROMIUM = CHROMIUMS.find((path) => existsSync(path))
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--renderer-process-limit=1'],
]

/** A machine that is busy with other things may take its time, milliseconds. */
export const PATIENCE_MS = 25_000

/** Says so in a plain word when there is none: tests that need it are skipped then. */
export function isChromiumThere(): boolean {
  if (CHROMIUM === undefined)
    process.stderr.write(`skipped: there is no ${CHROMIUMS.join(' and no ')} to look at the page with\n`)
  return CHROMIUM !== undefined
}

export async function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(`there is no ${CHROMIUMS.join(' and no ')}`)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

export interface Looks {
  context: BrowserContext
  /** A page of this many pixels. */
  open(width: number, height: number): Promise<Page>
  /** Closes all pages; requests that were held or changed are so no more. */
  over(): Promise<void>
}

/**
 * One context for many tests, each of which has an origin of its own: making a context takes longer than
 * most of them look. It keeps one page more, so that the process which draws them stays.
 */
export async function looksIn(browser: Browser): Promise<Looks> {
  const context = await browser.newContext({ locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE_MS)
  const blank = await context.newPage()
  return {
    context,
    async open(width, height) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height })
      return page
    },
    async over() {
      for (const page of context.pages()) if (page !== blank) await page.close()
      await context.unrouteAll({ behavior: 'ignoreErrors' })
    },
  }
}

/** Compiles the page as it is now into a folder of its own: a build may be going on at the same time. */
export async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  const options = ['-p', 'tsconfig.page.json', '--outDir', folder, '--incremental', 'false']
  await promisify(execFile)(process.execPath, [tsc, ...options, '--tsBuildInfoFile', 'null'])
  return folder
}
