/** Text with entities, as Telegram's apps draw it. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Moment, RelativeMoment } from '../kit/moment.js'
import { Spoiler } from '../kit/spoiler.js'
import { telegramMoment } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { type Span, spansOf } from './entity-tree.js'
import type { Entity } from './native.js'

interface Doing {
  /** Opens an address: a deep link in the sandbox, anything else in the browser. */
  open(url: string): void
  /** Puts a command into the composer, as tapping it does. */
  type(text: string): void
}

const PLAIN_TAGS: Record<string, 'b' | 'i' | 'u' | 's' | 'code'> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
}

export function Formatted({ text, entities, doing }: { text: string; entities?: Entity[]; doing: Doing }) {
  return <>{drawn(spansOf(text, entities), doing)}</>
}

const drawn = (spans: Span[], doing: Doing): ComponentChildren[] =>
  spans.map((span, index) =>
    typeof span === 'string' ? (
      span
    ) : (
      <Decorated key={index} entity={span.entity} text={plain(span.spans)} doing={doing}>
        {drawn(span.spans, doing)}
      </Decorated>
    ),
  )

const plain = (spans: Span[]): string =>
  spans.map((span) => (typeof span === 'string' ? span : plain(span.spans))).join('')

interface DecoratedProps {
  entity: Entity
  text: string
  doing: Doing
  children: ComponentChildren
}

function Decorated({ entity, text, doing, children }: DecoratedProps) {
  const Tag = PLAIN_TAGS[entity.type]
  if (Tag) return <Tag>{children}</Tag>
  switch (entity.type) {
    case 'pre':
      return <Preformatted language={entity.language}>{children}</Preformatted>
    case 'spoiler':
      return <Spoiler>{children}</Spoiler>
    case 'blockquote':
    case 'expandable_blockquote':
      return <Quote isFolded={entity.type === 'expandable_blockquote'}>{children}</Quote>
    case 'email':
      return (
        <Link url={`mailto:${text}`} doing={doing}>
          {children}
        </Link>
      )
    case 'url':
    case 'text_link':
      return (
        <Link url={entity.url ?? text} doing={doing}>
          {children}
        </Link>
      )
    case 'bot_command':
      return (
        <button type="button" class="tg-link" onClick={() => doing.type(text)}>
          {children}
        </button>
      )
    case 'date_time':
      return <DateTime entity={entity}>{children}</DateTime>
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return <span class="tg-link">{children}</span>
    default:
      return <>{children}</>
  }
}

function Preformatted({ language, children }: { language?: string; children: ComponentChildren }) {
  return (
    <pre class="tg-pre">
      {language && <span class="tg-pre-language">{language}</span>}
      <code>{children}</code>
    </pre>
  )
}

function Link({ url, doing, children }: { url: string; doing: Doing; children: ComponentChildren }) {
  const href = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`
  return (
    <a
      class="tg-link"
      href={href}
      title={href}
      rel="noopener noreferrer"
      onClick={(event) => {
        event.preventDefault()
        doing.open(href)
      }}
    >
      {children}
    </a>
  )
}

function Quote({ isFolded, children }: { isFolded: boolean; children: ComponentChildren }) {
  const { say } = useWords()
  const [isOpen, open] = useState(!isFolded)
  return (
    <blockquote class={isOpen ? 'tg-quote' : 'tg-quote folded'}>
      {children}
      {isFolded && (
        <button type="button" class="tg-quote-fold" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {say(isOpen ? 'quote-less' : 'quote-more')}
        </button>
      )}
    </blockquote>
  )
}

/** In the language of the person's app, whatever language this page is in. */
function DateTime({ entity, children }: { entity: Entity; children: ComponentChildren }) {
  const { language } = useSandbox().personOf('telegram')
  const at = (entity.unix_time ?? 0) * 1000
  const pattern = entity.date_time_format ?? ''
  if (pattern === 'r') return <RelativeMoment at={at} language={language} class="tg-moment" />
  return (
    <Moment at={at} language={language} class="tg-moment">
      {telegramMoment(at, pattern, language) ?? children}
    </Moment>
  )
}
