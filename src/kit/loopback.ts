/** Names under which a machine reaches itself. Whoever owns another name may have it lead there, too. */
const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

/** Of a Host header, with a port or without, or of an address that is listened on. */
export function isLoopback(host: string | undefined): boolean {
  return NAMES.has(host ?? '') || NAMES.has((host ?? '').replace(/:\d+$/, ''))
}
