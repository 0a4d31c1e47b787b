/**
 * Rate limits per bucket and for the whole bot. Source: developers/topics/rate-limits. Discord publishes no
 * numbers for the buckets and asks bots to read the headers; these are the commonly seen ones.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '../../clock.js'
import type { BucketName } from './call.js'

export interface Rate {
  /** Requests per window. */
  limit: number
  /** Length of the window in ms, from the first request in it. */
  per: number
}

export type Rates = Record<BucketName, Rate>

const RATES: Rates = {
  read: { limit: 50, per: 1_000 },
  message: { limit: 5, per: 5_000 },
  messageEdit: { limit: 5, per: 5_000 },
  messageDelete: { limit: 5, per: 1_000 },
  reaction: { limit: 1, per: 250 },
  pin: { limit: 5, per: 4_000 },
  webhook: { limit: 5, per: 2_000 },
  member: { limit: 10, per: 10_000 },
  command: { limit: 5, per: 20_000 },
  invite: { limit: 5, per: 15_000 },
  dm: { limit: 10, per: 10_000 },
}

/** Requests a second over all routes, except those of interactions. */
const GLOBAL_RATE: Rate = { limit: 50, per: 1_000 }
/** Invalid requests (401, 403, 429) in ten minutes after which Cloudflare shuts the door. */
const INVALID_RATE: Rate = { limit: 10_000, per: 10 * 60_000 }

interface Window {
  ends: number
  used: number
}

export interface Permit {
  granted: boolean
  /** Seconds, to three decimals. */
  retryAfter: number
  global: boolean
  headers: Record<string, string>
}

export interface RateLimits {
  take(route: { bucket?: BucketName; auth: string }, major: string): Permit
  /** Counts a 401, 403 or 429. */
  noteInvalid(): void
  /** True while the address is shut out. */
  banned(): boolean
}

export interface RateOptions {
  rates?: Partial<Rates>
  global?: Rate
  invalid?: Rate
}

/** Forget ended windows when this many are kept. */
const SWEEP_AT = 20_000

export function rateLimits(clock: Clock, options: RateOptions = {}): RateLimits {
  const rates = { ...RATES, ...options.rates }
  const windows = new Map<string, Window>()
  const whole = options.global ?? GLOBAL_RATE
  const invalid = options.invalid ?? INVALID_RATE

  function windowOf(key: string, rate: Rate): Window {
    const now = clock.now()
    const known = windows.get(key)
    if (known && known.ends > now) return known
    if (windows.size > SWEEP_AT) sweep(windows, now)
    const made = { ends: now + rate.per, used: 0 }
    windows.set(key, made)
    return made
  }

  function take(route: { bucket?: BucketName; auth: string }, major: string): Permit {
    const now = clock.now()
    if (route.auth === 'bot') {
      const all = windowOf('global', whole)
      if (all.used >= whole.limit) return refusedGlobally(all, now)
      all.used += 1
    }
    if (!route.bucket) return { granted: true, retryAfter: 0, global: false, headers: {} }
    return fromBucket(
      route.bucket,
      rates[route.bucket],
      windowOf(`${route.bucket}:${major}`, rates[route.bucket]),
      now,
    )
  }

  return {
    take,
    noteInvalid: () => {
      windowOf('invalid', invalid).used += 1
    },
    banned: () => windowOf('invalid', invalid).used >= invalid.limit,
  }
}

function sweep(windows: Map<string, Window>, now: number): void {
  for (const [key, { ends }] of windows) if (ends <= now) windows.delete(key)
}

const seconds = (ms: number): number => Math.round(ms) / 1000

function fromBucket(bucket: BucketName, rate: Rate, window: Window, now: number): Permit {
  const granted = window.used < rate.limit
  if (granted) window.used += 1
  const left = seconds(window.ends - now)
  const headers: Record<string, string> = {
    'X-RateLimit-Limit': String(rate.limit),
    'X-RateLimit-Remaining': String(rate.limit - window.used),
    'X-RateLimit-Reset': String(seconds(window.ends)),
    'X-RateLimit-Reset-After': String(left),
    'X-RateLimit-Bucket': hashOf(bucket),
  }
  if (granted) return { granted, retryAfter: 0, global: false, headers }
  headers['X-RateLimit-Scope'] = 'user'
  headers['Retry-After'] = String(Math.ceil(left))
  return { granted, retryAfter: left, global: false, headers }
}

function refusedGlobally(window: Window, now: number): Permit {
  const left = seconds(window.ends - now)
  const headers = {
    'X-RateLimit-Global': 'true',
    'X-RateLimit-Scope': 'global',
    'Retry-After': String(Math.ceil(left)),
  }
  return { granted: false, retryAfter: left, global: true, headers }
}

/** Bucket names are opaque to clients: 32 hexadecimal digits. */
const hashOf = (bucket: string): string => createHash('md5').update(bucket).digest('hex')
