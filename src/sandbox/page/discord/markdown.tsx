/** Draws Discord's markdown. */
import type { ComponentChildren } from 'preact'
import { Moment, RelativeMoment } from '../kit/moment.js'
import { Spoiler } from '../kit/spoiler.js'
import { discordMoment } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { type Block, type Inline, parseBlocks, parseInline } from './markdown-parse.js'
import { nameOf, type User } from './native.js'

/** People the message itself names; others are looked up in the community. */
interface Known {
  mentions?: User[]
}

export function Markdown({ source, mentions }: { source: string } & Known) {
  return <div class="dc-markdown">{drawnBlocks(parseBlocks(source), mentions)}</div>
}

/** One line of markdown: titles of embeds, names of fields. */
export function MarkdownLine({ source, mentions }: { source: string } & Known) {
  return <>{drawn(parseInline(source), mentions)}</>
}

const drawnBlocks = (blocks: Block[], mentions?: User[]): ComponentChildren =>
  blocks.map((block, index) => <Blocked key={index} block={block} mentions={mentions} />)

function Blocked({ block, mentions }: { block: Block } & Known) {
  switch (block.kind) {
    case 'text':
      return <p>{drawn(block.children, mentions)}</p>
    case 'heading':
      return <p class={`dc-heading dc-heading-${block.level}`}>{drawn(block.children, mentions)}</p>
    case 'subtext':
      return <p class="dc-subtext">{drawn(block.children, mentions)}</p>
    case 'quote':
      return <blockquote class="dc-quote">{drawnBlocks(block.blocks, mentions)}</blockquote>
    case 'code':
      return (
        <pre class="dc-code">
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List start={block.isOrdered ? block.start : undefined}>
          {block.items.map((item, index) => (
            <li key={index}>{drawn(item, mentions)}</li>
          ))}
        </List>
      )
    }
  }
}

const drawn = (nodes: Inline[], mentions?: User[]): ComponentChildren[] =>
  nodes.map((node, index) =>
    typeof node === 'string' ? node : <Inlined key={index} node={node} mentions={mentions} />,
  )

const TAGS = { strong: 'strong', em: 'em', u: 'u', s: 's' } as const

function Inlined({ node, mentions }: { node: Exclude<Inline, string> } & Known) {
  switch (node.kind) {
    case 'strong':
    case 'em':
    case 'u':
    case 's': {
      const Tag = TAGS[node.kind]
      return <Tag>{drawn(node.children, mentions)}</Tag>
    }
    case 'spoiler':
      return <Spoiler>{drawn(node.children, mentions)}</Spoiler>
    case 'code':
      return <code class="dc-inline-code">{node.text}</code>
    case 'link':
      return (
        <a href={node.url} target="_blank" rel="noopener noreferrer" title={node.url}>
          {drawn(node.children, mentions)}
        </a>
      )
    case 'moment':
      return <Timestamp at={node.at} style={node.style} />
    case 'mention':
      return <Mention of={node.of} id={node.id} name={node.name} mentions={mentions} />
    case 'emoji':
      return <>:{node.name}:</>
  }
}

/** In the language of the person's app, whatever language this page is in. */
function Timestamp({ at, style }: { at: number; style: string }) {
  const { language } = useSandbox().personOf('discord')
  if (style === 'R') return <RelativeMoment at={at} language={language} class="dc-moment" />
  return (
    <Moment at={at} language={language} class="dc-moment">
      {discordMoment(at, style, language)}
    </Moment>
  )
}

type MentionNode = Extract<Inline, { kind: 'mention' }>

function Mention({ of, id, name, mentions }: Omit<MentionNode, 'kind'> & Known) {
  const { community } = useSandbox()
  const { say } = useWords()
  const written = (): string => {
    if (of === 'command') return `/${name}`
    if (of === 'everyone') return `@${name}`
    if (of === 'channel')
      return `#${community.groups.find((group) => group.room === id)?.title ?? say('unknown')}`
    if (of === 'role') return `@${community.roles.find((role) => role.id === id)?.name ?? say('unknown')}`
    const known = mentions?.find((user) => user.id === id)
    return `@${known ? nameOf(known) : (community.people.find((p) => p.discord.id === id)?.name ?? say('unknown'))}`
  }
  return <span class="dc-mention">{written()}</span>
}
