/**
 * Letters over SMTP. The courier is the only caller and the only retrier. SMTP has no idempotent send: a
 * letter that may have been taken is sent once more, with the same Message-ID, by which mail programs and
 * servers recognise it.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import type { Speech } from '../i18n/speech.js'
import {
  type Carrier,
  DELIVERY_MS,
  type Delivered,
  DeliveryError,
  type Letter,
} from '../interaction/platform.js'
import { byDeadline } from '../kit/deadline.js'
import type { Log } from '../kit/log.js'
import { must } from '../kit/refusal.js'
import type { World } from '../kit/world.js'
import { failureOf } from './failure.js'
import { htmlOf, subjectOf, textOf } from './render.js'
import { type MailConfig, senderOf } from './settings.js'

export interface Mail extends Carrier {
  close(): void
}

export interface MailOptions {
  speech: Pick<Speech, 'say' | 'plain'>
  world: Pick<World, 'after' | 'now'>
  log: Log
}

/** ms to connect, to be greeted, and between two words of the server. */
const CONNECT_MS = 10_000
const SILENCE_MS = 20_000

export function openMail({ url, from }: MailConfig, { speech, world, log }: MailOptions): Mail {
  const sender = must(senderOf(from), 'a sender')
  const server = serverOf(url)
  const open = new Set<SMTPConnection>()
  return {
    async deliver(what) {
      if (!('to' in what)) throw new DeliveryError({ kind: 'invalid', detail: 'no letter' })
      const raw = await composed(what)
      return byDeadline(DELIVERY_MS, world, (signal) => send(what, raw, signal))
    },
    close() {
      for (const connection of open) connection.close()
    },
  }

  function composed({ key, to, subject, text, locale }: Letter): Promise<Buffer> {
    const paragraphs = text.map((one) => speech.say(locale, one))
    const letter = new MailComposer({
      ...{ from: sender, to: { name: '', address: to }, date: new Date(world.now()) },
      subject: subjectOf(speech.plain(locale, subject)),
      text: textOf(paragraphs),
      html: htmlOf(paragraphs, locale),
      messageId: messageIdOf(key, sender.address),
      // RFC 3834: nobody's holiday notice answers it.
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    })
    return letter.compile().build()
  }

  /**
   * A connection of its own for each letter. The bytes are read after the server's 354 alone: what was not
   * read to its end was certainly not taken, and at the deadline the line is cut.
   */
  async function send({ key, to }: Letter, raw: Buffer, signal: AbortSignal): Promise<Delivered> {
    const body = Readable.from([raw], { objectMode: false })
    let isSent = false
    body.on('end', () => {
      isSent = true
    })
    const connection = new SMTPConnection(server.options)
    open.add(connection)
    try {
      await step(connection, signal, (done) => connection.connect(done))
      const { auth } = server
      if (auth) await step(connection, signal, (done) => connection.login(auth, done))
      const envelope = { from: sender.address, to, size: raw.length }
      await step(connection, signal, (done) => connection.send(envelope, body, done))
      connection.quit()
      return {}
    } catch (error) {
      connection.close()
      const failure = failureOf(error, isSent)
      const told = { key, kind: failure.kind, ...('detail' in failure ? { detail: failure.detail } : {}) }
      log[failure.kind === 'later' ? 'debug' : 'warn']('a letter was not taken', told)
      throw new DeliveryError(failure)
    } finally {
      open.delete(connection)
    }
  }
}

/** One step of the protocol. Rejects with whatever ends the connection meanwhile, the deadline too. */
function step(
  connection: SMTPConnection,
  signal: AbortSignal,
  act: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error('late'))
    if (signal.aborted) return late()
    signal.addEventListener('abort', late, { once: true })
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('the line was dropped')))
    act((error) => (error ? reject(error) : resolve()))
  })
}

/** `smtps` is TLS from the first byte; `smtp` takes STARTTLS where offered, with `requireTLS` always. */
function serverOf(address: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address)
  const secure = protocol === 'smtps:'
  const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  return {
    options: {
      ...{ host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure },
      requireTLS: searchParams.get('requireTLS') === 'true',
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    },
    auth: username === '' ? undefined : { credentials },
  }
}

/** The same for each repetition. */
export function messageIdOf(key: string, from: string): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return `<${name}@${from.slice(from.lastIndexOf('@') + 1)}>`
}
