/** getUpdates and the webhook's settings. */
import { clamped, flag, text } from '../args.js'
import type { Call } from '../calls.js'
import { type RawJson, rememberKinds } from '../polling.js'
import { badRequest, tooManyRequests } from '../refusal.js'

/** Parallel deliveries a webhook may ask for, and gets without asking [Bot API setWebhook]. */
const MAX_CONNECTIONS = 100
const DEFAULT_CONNECTIONS = 40
/** Characters of a secret token [Bot API setWebhook]. */
const SECRET_LENGTH = 256
/** Ports an HTTPS webhook may use [Bot API setWebhook]. */
const PORTS = ['', '443', '80', '88', '8443']

const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

export function getUpdates({ connections, args }: Call): Promise<RawJson> {
  if (connections.webhook.settings()) return connections.polling.refuse(WEBHOOK_ACTIVE)
  return connections.polling.poll(args)
}

export function setWebhook(call: Call): true {
  const { world, connections, args } = call
  const url = text(args, 'url')
  if (url === '') return deleteWebhook(call)
  const wait = connections.nextSetWebhook - world.clock.now()
  if (wait > 0) throw tooManyRequests(1)
  connections.nextSetWebhook = world.clock.now() + 1000
  const secret = text(args, 'secret_token')
  checkUrl(url)
  if (secret.length > SECRET_LENGTH) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  connections.polling.abort('terminated by setWebhook request')
  if (flag(args, 'drop_pending_updates')) world.updates.clear()
  rememberKinds(world.updates, args)
  const maxConnections = clamped(args, 'max_connections', DEFAULT_CONNECTIONS, 1, MAX_CONNECTIONS)
  connections.webhook.set({ url, secret, maxConnections, ip: text(args, 'ip_address') })
  return true
}

/**
 * Telegram takes https only; a loopback address may be plain here, so that a bot can be tried without a
 * domain.
 */
function checkUrl(link: string): void {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(link) ? link : `https://${link}`
  if (!URL.canParse(whole)) throw badRequest('invalid webhook URL specified')
  const url = new URL(whole)
  if (['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}

export function deleteWebhook({ world, connections, args }: Call): true {
  connections.webhook.clear()
  if (flag(args, 'drop_pending_updates')) world.updates.clear()
  return true
}

export function getWebhookInfo({ world, connections }: Call): object {
  const settings = connections.webhook.settings()
  const error = connections.webhook.lastError()
  const allowed = world.updates.allowed()
  return {
    url: settings?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.updates.size(),
    ...(error ? { last_error_date: error.date, last_error_message: error.message } : {}),
    ...(settings ? { max_connections: settings.maxConnections, ip_address: settings.ip || '127.0.0.1' } : {}),
    ...(allowed ? { allowed_updates: allowed } : {}),
  }
}
