/**
 * Whom the servers of the sandbox answer. They listen on loopback, and their tokens are known to everybody;
 * but any web site open in a browser of this machine can send requests there, and DNS rebinding can give it a
 * name of its own.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { isLoopback } from '../kit/loopback.js'

/** Why a request under this name is refused, or nothing. */
export function hostRefusal(host: string | undefined): string | undefined {
  return isLoopback(host) ? undefined : 'the sandbox answers to loopback names only'
}

/** Headers that a browser adds for the page that asks; no client of a bot has them. */
const OF_PAGES = ['origin', 'referer'] as const

/**
 * Why a request for programs is refused, or nothing. A browser says for whom it asks: `none` is a person who
 * typed the address. Whatever a page may show of the sandbox are its files, see `hostRefusal`.
 */
export function pageRefusal(headers: IncomingHttpHeaders): string | undefined {
  const refusal = hostRefusal(headers.host)
  if (refusal !== undefined) return refusal
  const { 'sec-fetch-site': site } = headers
  const isOfPage =
    OF_PAGES.some((name) => headers[name] !== undefined) || (site !== undefined && site !== 'none')
  return isOfPage ? 'the sandbox answers programs here, and no web pages' : undefined
}
