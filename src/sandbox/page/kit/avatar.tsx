/** A round picture made of initials, in a colour that belongs to the name for good. */

/** Colours that carry white letters at a contrast of at least 4.5 : 1. */
const COLOURS = ['#b4493f', '#b05a12', '#6d5bd0', '#2f7d46', '#1f7a8c', '#2f6fb5', '#a8467f', '#5b6b7a']

export function colourOf(name: string): string {
  // Start and factor are chosen so that the people of the demo look different from each other.
  let sum = 5
  for (const character of name) sum = (sum * 53 + (character.codePointAt(0) ?? 0)) % 9973
  return COLOURS[sum % COLOURS.length] ?? '#5b6b7a'
}

/** The first letter, and that of the last word when it begins with a capital or a digit: `AT`, `M1`, `Y`. */
function initialsOf(name: string): string {
  const words = name.split(/[\s_-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const last = words.length > 1 ? words.at(-1) : undefined
  const letters = [words[0], last && /^[\p{Lu}\p{N}]/u.test(last) ? last : undefined]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  return (
    <span class="avatar" aria-hidden="true" style={{ '--avatar': colourOf(name), '--size': `${size}px` }}>
      {initialsOf(name)}
    </span>
  )
}

/** The bot's picture: a red packet with its golden seal. */
export function BotAvatar({ size = 36 }: { size?: number }) {
  return (
    <span class="avatar avatar-bot" aria-hidden="true" style={{ '--size': `${size}px` }}>
      <svg viewBox="0 0 36 36" role="presentation">
        <path d="M9 6h18a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z" fill="#d8352a" />
        <path d="M7 10c5 5.5 17 5.5 22 0V8a2 2 0 0 0-2-2H9a2 2 0 0 0-2 2Z" fill="#b3241b" />
        <circle cx="18" cy="15.5" r="4.2" fill="#f6c445" />
        <path d="M16.4 15.5h3.2M18 13.9v3.2" stroke="#8a5a00" stroke-width="1.2" stroke-linecap="round" />
      </svg>
    </span>
  )
}
