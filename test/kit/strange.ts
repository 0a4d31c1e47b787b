/**
 * The bot sends no field that the platform's documentation does not know: both platforms ignore such a field
 * in silence, so that a name that is spelt wrongly would be found by nobody.
 */
import { expect, onTestFinished } from 'vitest'
import type { SandboxPlatform, Strange } from '../../src/sandbox/contract.js'

export const strangely = ({ field, type }: Strange): string =>
  type === undefined ? `unknown field ${field}` : `${field} is not of type ${type}`

/** Collects what is strange of the calls that the bot makes from now on. */
export function strangeCalls(platform: Pick<SandboxPlatform, 'onEvent'>): string[] {
  const strange: string[] = []
  platform.onEvent((event) => {
    if (event.kind !== 'call') return
    for (const what of event.strange ?? []) strange.push(`${event.method}: ${strangely(what)}`)
  })
  return strange
}

/** To be called in a test or in its `beforeEach`: the test fails at its end when a call was strange. */
export function forbidStrangeCalls(...platforms: Pick<SandboxPlatform, 'onEvent'>[]): void {
  const found = platforms.map(strangeCalls)
  onTestFinished(() => expect(found.flat()).toEqual([]))
}
