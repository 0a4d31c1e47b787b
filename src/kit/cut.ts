/** At most so many characters, and `…` where there were more; never inside of a character. */
export function cut(words: string, most: number): string {
  const characters = [...words]
  return characters.length <= most ? words : `${characters.slice(0, most).join('')}…`
}
