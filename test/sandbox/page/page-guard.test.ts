import { describe, expect, it } from 'vitest'
import { protectiveHeaders, refusalOf } from '../../../src/sandbox/page-guard.js'

const own = {
  method: 'POST',
  path: '/api/act',
  host: '127.0.0.1:4000',
  origin: 'http://127.0.0.1:4000',
  site: 'same-origin',
  contentType: 'application/json',
}
const DRIVEN = 'the sandbox is driven by its own page only'

describe('who may drive the page', () => {
  it('lets its own page through, under every name of this machine', () => {
    expect(refusalOf(own)).toBeUndefined()
    for (const host of ['localhost:4000', '[::1]:4000', '127.0.0.1'])
      expect(refusalOf({ ...own, host, origin: `http://${host}` })).toBeUndefined()
  })

  it('lets programs through that are no browsers', () => {
    expect(refusalOf({ ...own, origin: undefined, site: undefined })).toBeUndefined()
  })

  it('refuses a name that was pointed at this machine', () => {
    for (const host of ['evil.example:4000', '127.0.0.1.evil.example', undefined])
      expect(refusalOf({ ...own, host, origin: `http://${host}` })).toBe(
        'the sandbox answers to loopback names only',
      )
  })

  it('refuses another origin, also on another port of this machine', () => {
    for (const origin of ['https://evil.example', 'http://127.0.0.1:5000', 'null'])
      expect(refusalOf({ ...own, origin })).toBe(DRIVEN)
    expect(refusalOf({ ...own, origin: undefined, site: 'cross-site' })).toBe(DRIVEN)
    expect(refusalOf({ ...own, method: 'GET', origin: undefined, site: 'same-site' })).toBe(DRIVEN)
  })

  it('refuses what a form of another site could send', () => {
    for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', undefined])
      expect(refusalOf({ ...own, origin: undefined, site: undefined, contentType })).toBe(
        'content-type must be application/json',
      )
  })

  it('lets a link on another site open the page itself, and nothing else', () => {
    const link = { ...own, method: 'GET', path: '/', origin: undefined, site: 'cross-site' }
    expect(refusalOf(link)).toBeUndefined()
    expect(refusalOf({ ...link, path: '/api/history' })).toBe(DRIVEN)
    expect(refusalOf({ ...link, method: 'POST' })).toBe(DRIVEN)
  })

  it('allows the import map by its hash, and no other inline script', () => {
    const policy = protectiveHeaders('{}')['content-security-policy']
    expect(policy).toContain("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='")
    expect(policy).not.toContain('unsafe')
  })
})
