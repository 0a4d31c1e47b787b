/** The emoji that messages can be answered with [Bot API ReactionTypeEmoji]; nothing else is a reaction. */
import type { ReactionTypeEmoji } from 'grammy/types'

type Emoji = ReactionTypeEmoji['emoji']

export const REACTIONS: readonly Emoji[] = [
  ...(['👍', '👎', '❤', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢'] as const),
  ...(['🎉', '🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡', '🥱', '🥴', '😍', '🐳'] as const),
  ...(['❤‍🔥', '🌚', '🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓'] as const),
  ...(['🍾', '💋', '🖕', '😈', '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈'] as const),
  ...(['😇', '😨', '🤝', '✍', '🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿'] as const),
  ...(['🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀'] as const),
  ...(['😡'] as const),
]

const known = new Set<string>(REACTIONS)

export const isReaction = (emoji: string): boolean => known.has(emoji)
