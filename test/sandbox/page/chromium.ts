/** Chromium for the tests that look at the page: how it is started, and the page compiled anew. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

/** A machine that is busy with other things may take its time, milliseconds. */
export const PATIENCE_MS = 25_000

/** Says so in a plain word when there is none: tests that need it are skipped then. */
export function isChromiumThere(): boolean {
  const isThere = existsSync(CHROMIUM)
  if (!isThere) process.stderr.write(`skipped: there is no ${CHROMIUM} to look at the page with\n`)
  return isThere
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: FLAGS })

/** Compiles the page as it is now into a folder of its own: a build may be going on at the same time. */
export async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc')
  const options = ['-p', 'tsconfig.page.json', '--outDir', folder, '--incremental', 'false']
  await promisify(execFile)(process.execPath, [tsc, ...options, '--tsBuildInfoFile', 'null'])
  return folder
}
