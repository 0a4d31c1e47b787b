/** Letters over a real SMTP server, which refuses, dawdles and hangs up. */
import { afterEach, describe, expect, test } from 'vitest'
import { DeliveryError, type Letter } from '../../src/interaction/platform.js'
import { text } from '../../src/kit/text.js'
import { realWorld } from '../../src/kit/world.js'
import { type Mail, messageIdOf, openMail } from '../../src/mail/mail.js'
import { htmlOf, subjectOf, textOf } from '../../src/mail/render.js'
import { senderOf } from '../../src/mail/settings.js'
import { recordingLog } from '../platforms/telegram/setup.js'
import { openPost, type Post, type PostOptions, saying } from './post.js'

let post: Post | undefined
let mail: Mail
const log = recordingLog()

afterEach(async () => {
  mail.close()
  await post?.close()
  post = undefined
  // Addresses and words are people's own.
  expect(log.lines.join('\n')).not.toMatch(/ana@example\.com|hunter2/)
})

async function opened(options: PostOptions = {}, url?: (post: Post) => string, after = realWorld().after) {
  post = await openPost(options)
  const speech = {
    plain: (_: string, { key }: { key: string }) => key,
    say: (_: string, { key }: { key: string }) => [{ text: key }],
  }
  const world = { ...realWorld(), after }
  mail = openMail(
    { url: url?.(post) ?? post.url, from: 'Partner Program <partners@example.org>' },
    { speech, world, log },
  )
}

const letter: Letter = {
  ...{ key: 'letter:1', to: 'ana@example.com', locale: 'es' },
  subject: text('Tu solicitud 1'),
  text: [text('¡Hola!'), text('<b>no markup</b> & más')],
}

async function failureOf(): Promise<unknown> {
  const error = await mail.deliver(letter).catch((one: unknown) => one)
  return error instanceof DeliveryError ? error.failure : error
}

describe('a letter', () => {
  test('is one, with its words twice, and answered by no machine', async () => {
    await opened()
    await mail.deliver(letter)
    const [taken] = post?.taken ?? []
    expect(taken?.to).toEqual(['ana@example.com'])
    const raw = taken?.raw ?? ''
    expect(raw).toContain('From: Partner Program <partners@example.org>')
    expect(raw).toContain('To: ana@example.com')
    expect(raw).toContain('Subject: Tu solicitud 1')
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toContain(`Message-ID: ${messageIdOf('letter:1', 'partners@example.org')}`)
    expect(raw).toMatch(/multipart\/alternative/)
    expect(raw).toContain('&lt;b&gt;no markup&lt;/b&gt; &amp;')
  })

  test('has the same name whenever it is sent again, and another than any other', async () => {
    await opened()
    await mail.deliver(letter)
    await mail.deliver(letter)
    await mail.deliver({ ...letter, key: 'letter:2' })
    const ids = post?.taken.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1])
    expect(ids?.[0]).toBe(ids?.[1])
    expect(ids?.[2]).not.toBe(ids?.[0])
  })

  test('gets no header and no recipient from what stands in it', async () => {
    await opened()
    await mail.deliver({ ...letter, subject: text('a\r\nBcc: all@example.com') })
    const [taken] = post?.taken ?? []
    expect(taken?.to).toEqual(['ana@example.com'])
    expect(taken?.raw).not.toMatch(/^Bcc:/m)
    expect(subjectOf('a\r\nb')).toBe('a b')
    expect(htmlOf([[{ text: '"x"\n<y>', bold: true }]], 'en')).toContain(
      '<p><b>&quot;x&quot;<br>&lt;y&gt;</b></p>',
    )
  })

  test.each([
    ['free-bonus.example/claim', 'free-bonus.\u2060example/\u2060claim'],
    ['https://evil.com', 'https:\u2060/\u2060/\u2060evil.\u2060com'],
    ['olivia@example.com', 'olivia@\u2060example.\u2060com'],
    ['WWW.1evil.com', 'WWW\u2060.1evil.\u2060com'],
    ['mailto:a', 'mailto\u2060:a'],
  ])('by a stranger to whoever a form names: %s is read and not pressed', (typed, broken) => {
    const ours = { text: 'How many people does ' }
    for (const as of [{ typed: true }, { typed: true, code: true }]) {
      const paragraphs = [[ours, { text: typed, ...as }, { text: ' reach? partners.example.org' }]]
      expect(textOf(paragraphs)).toBe(`How many people does ${broken} reach? partners.example.org`)
      expect(htmlOf(paragraphs, 'en').replace(/<\/?code>/g, '')).toContain(textOf(paragraphs))
      expect(textOf(paragraphs).replaceAll('\u2060', '')).toContain(typed)
    }
    const beside = [[{ text: 'evil.', typed: true }, { text: 'com' }]]
    expect(textOf(beside)).toBe('evil.\u2060com')
  })

  test.each([
    [
      'a recipient unknown',
      {
        onRcptTo: (_: unknown, __: unknown, done: (e?: Error) => void) =>
          done(saying(550, 'no ana@example.com here')),
      },
      'unreachable',
    ],
    [
      'a recipient put off',
      { onRcptTo: (_: unknown, __: unknown, done: (e?: Error) => void) => done(saying(451, 'greylisted')) },
      'later',
    ],
    [
      'our address refused',
      { onMailFrom: (_: unknown, __: unknown, done: (e?: Error) => void) => done(saying(553, 'not you')) },
      'invalid',
    ],
    ['the letter refused', { afterData: () => saying(554, 'spam from ana@example.com') }, 'forbidden'],
    ['the letter put off', { afterData: () => saying(452, 'full') }, 'later'],
    [
      'not connected',
      { onConnect: (_: unknown, done: (e?: Error) => void) => done(saying(421, 'busy')) },
      'later',
    ],
  ] as [string, PostOptions, string][])('%s: %s', async (name, options, kind) => {
    await opened(options)
    const failure = (await failureOf()) as { kind: string; detail?: string; everything?: boolean }
    expect(failure.kind).toBe(kind)
    expect(failure.detail ?? '').not.toContain('example.com')
    if (kind === 'later') expect(failure.everything).toBe(name !== 'a recipient put off')
  })

  test('nobody listens: later, for all', async () => {
    await opened()
    await post?.close()
    post = undefined
    expect(await failureOf()).toEqual({ kind: 'later', retryAfter: 30_000, everything: true })
  })

  test('a wrong password: later, and it is not logged', async () => {
    await opened(
      { onAuth: (_: unknown, __: unknown, done: (e: Error) => void) => done(saying(535, 'bad hunter2')) },
      (one) => one.url.replace('smtp://', 'smtp://bot:hunter2@'),
    )
    expect(await failureOf()).toEqual({ kind: 'later', retryAfter: 300_000, everything: true })
  })

  test('the line drops after the letter has left: nobody can tell', async () => {
    await opened({ afterData: () => 'drop' })
    expect(await failureOf()).toMatchObject({ kind: 'unknown' })
  })

  test('a server that says nothing after the letter: nobody can tell, within the time', async () => {
    await opened({ afterData: () => new Promise(() => {}) }, undefined, (_ms, run) => {
      const timer = setTimeout(run, 300)
      return () => clearTimeout(timer)
    })
    expect(await failureOf()).toMatchObject({ kind: 'unknown' })
  })

  test('a server that says nothing before: certainly not taken, and never later either', async () => {
    let answer: (() => void) | undefined
    await opened(
      {
        onRcptTo(_address, _session, done) {
          answer = () => done()
        },
      },
      undefined,
      (_ms, run) => {
        const timer = setTimeout(run, 300)
        return () => clearTimeout(timer)
      },
    )
    expect(await failureOf()).toMatchObject({ kind: 'later' })
    answer?.()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(post?.taken).toEqual([])
  })
})

describe('a sender', () => {
  test.each([
    ['Partner Program <a@b.org>', { name: 'Partner Program', address: 'a@b.org' }],
    ['a@b.org', { name: '', address: 'a@b.org' }],
    ['a@b.org, c@d.org', undefined],
    ['x\r\nBcc: y <a@b.org>', undefined],
    ['nobody', undefined],
  ])('%j', async (from, expected) => {
    await opened()
    expect(senderOf(from)).toEqual(expected)
  })
})
