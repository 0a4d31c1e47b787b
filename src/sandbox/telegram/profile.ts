/** What the bot says about itself, per language. */

/** The text for a person's language, else the default one, else nothing. */
export function profileText(texts: ReadonlyMap<string, string>, language: string): string {
  return texts.get(language.slice(0, 2).toLowerCase()) ?? texts.get('') ?? ''
}
