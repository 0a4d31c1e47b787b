/**
 * Cuts secrets out of finished text: the known ones by their value, in every spelling that an error message
 * or a URL gives them, and what merely looks like one by its form.
 */

/** What stands where a secret stood. */
const HIDDEN = '<hidden>'

/**
 * Characters. Shorter ones (a password `bot`) would blank ordinary words; those are kept out of texts by
 * their place.
 */
const SHORTEST = 6

const FORMS: [form: RegExp, instead: string][] = [
  // A Telegram token, wherever it stands: in a URL, a stack, a quoted request.
  [/\d{6,}(:|%3A)[\w-]{30,}/gi, HIDDEN],
  // A Discord bot token: three parts, the first the bot's id in base 64.
  [/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN],
  // The token of a Discord interaction or webhook, which is good for answering in our name.
  [/\/(webhooks|interactions)\/(\d{15,20})\/[\w.%-]{20,}/g, `/$1/$2/${HIDDEN}`],
  [/\baW50ZXJhY3Rpb2[\w=+/-]{20,}/g, HIDDEN],
  // The values of a query that drizzle could not run, with which its message ends.
  [/(Failed query: (?:[^"\\]|\\.)*?)(?:\\n|\n| )params: (?:[^"\\\n]|\\.)*/g, '$1'],
  // Name and password in any URL.
  [/:\/\/[^\s"'\\/@]*:[^\s"'\\/@]*@/g, `://${HIDDEN}@`],
  [/\b(Bearer|Basic|Bot) [\w.~+/=-]{20,}/g, `$1 ${HIDDEN}`],
]

export type Redact = (text: string) => string

/** Makes the cutter for these secrets. Its result holds none of them, and is JSON where its input was. */
export function redaction(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets.filter(({ length }) => length >= SHORTEST).flatMap(spellings))]
  const longestFirst = known.sort((a, b) => b.length - a.length)
  return (text) => {
    let clean = text
    for (const secret of longestFirst) clean = clean.replaceAll(secret, HIDDEN)
    for (const [form, instead] of FORMS) clean = clean.replace(form, instead)
    return clean
  }
}

function spellings(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  return [secret, encodeURIComponent(secret), encodeURI(secret), inJson]
}
