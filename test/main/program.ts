/** Starts the built program as a user does, in a folder of its own, and listens to what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../kit/storage.js'

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

export interface Program {
  readonly child: ChildProcess
  readonly stdout: string
  readonly stderr: string
  /** Resolves with the exit code when both outputs have ended, too. */
  readonly ended: Promise<number | null>
  /** Resolves with the first match in the output, which may have been there already. */
  said(words: RegExp): Promise<RegExpExecArray>
}

/** A folder that is deleted when the test ends. */
export function folderForTest(): string {
  const folder = temporaryFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** `env` is all the program gets, apart from where programs are. Killed when the test ends. */
export function startProgram(env: Record<string, string>, cwd = folderForTest()): Program {
  if (!existsSync(MAIN)) throw new Error('these tests run the built program: npm run build')
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => {
    output.stdout += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    output.stderr += String(chunk)
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    get stdout() {
      return output.stdout
    },
    get stderr() {
      return output.stderr
    },
    ended,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(output.stdout)
          if (found) resolve(found)
        }
        child.stdout?.on('data', look)
        void ended.then(() =>
          reject(new Error(`it never said ${words}, but:\n${output.stdout}${output.stderr}`)),
        )
        look()
      }),
  }
}
