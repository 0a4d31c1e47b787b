/**
 * A page on which anybody's own browser recomputes a packet: `/packets/<id>` fetches the record beside it and
 * runs `docs/verify.mjs` as it is. Nothing comes from anywhere else, and the page's policy forbids that it
 * could. All addresses are relative, since a proxy may serve us under a path. Whatever comes of it, a verdict
 * is shown, and all of its words are in the reader's language: they are in the page, and the program chooses.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import type { Speech } from '../i18n/speech.js'
import { Outage } from '../kit/outage.js'
import { text } from '../kit/text.js'

type Words = Pick<Speech, 'choose' | 'plain'>

export interface VerifierParts {
  words: Words
  /** Decimal places of each asset, by its code. */
  scales(): Readonly<Record<string, number>>
  /** Undefined when there is no such packet. Fails with an Outage while nobody knows. */
  find(packet: string): Promise<unknown>
}

/** Programs by their addresses: what the import map and the page load. */
const PROGRAMS = ['verify.mjs', 'verify-browser.mjs', 'verify-page.mjs'] as const
const PROGRAM_HEADERS = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }

const IMPORTS = JSON.stringify({
  imports: { 'node:crypto': '../verify-browser.mjs', 'node:fs': '../verify-browser.mjs' },
})
/**
 * Until the program has a verdict: a script that does not come or fails, and a browser that is too old for
 * it, leave nobody waiting. A resource that fails to load is heard of by those who listen before it arrives.
 */
const LAST_WORD = `function broken(){
if(document.querySelector('[data-verdict=running]').hidden)return
document.querySelectorAll('[data-verdict]').forEach(function(p){p.hidden=p.dataset.verdict!=='broken'})}
addEventListener('error',broken,true)
addEventListener('unhandledrejection',broken)
addEventListener('load',function(){
if(!HTMLScriptElement.supports||!HTMLScriptElement.supports('importmap'))broken()})`
const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem;overflow-wrap:anywhere}
[data-verdict]{font-weight:600;font-size:1.15rem}
dl{padding:.2rem .8rem;border:1px solid GrayText;border-radius:.5rem}
dl:not(:has(div:not([hidden]))){display:none}
dl div{display:flex;flex-wrap:wrap;gap:0 .8rem;padding:.4rem 0}
div[hidden]{display:none}
dl div:not([hidden])~div{border-top:1px solid color-mix(in srgb,GrayText 35%,transparent)}
dt{flex:1 1 11rem}
dd{flex:2 1 18rem;margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
input{font:inherit;width:100%;box-sizing:border-box;padding:.4rem;margin:.3rem 0}
button{font:inherit;padding:.4rem .9rem}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}`

const POLICY = [
  `default-src 'none'`,
  `script-src 'self' '${hashOf(IMPORTS)}' '${hashOf(LAST_WORD)}'`,
  `style-src '${hashOf(STYLE)}'`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const VERDICT = 'verify-page-'
/** What may come of it, the first while it runs; each has a sentence of its own. */
const VERDICTS = [
  'verify-page-running',
  'verify-page-valid',
  'verify-page-valid-card',
  'verify-page-different-malformed',
  'verify-page-different-split',
  'verify-page-different-commitment',
  'verify-page-different-card',
  'verify-page-different-slot',
  'verify-page-different-slot-twice',
  'verify-page-different-slot-skipped',
  'verify-page-different-holder-twice',
  'verify-page-different-amount',
  'verify-page-different-eligible-twice',
  'verify-page-different-holder',
  'verify-page-different-unlisted',
  'verify-page-not-a-hash',
  'verify-page-open',
  'verify-page-no-packet',
  'verify-page-unanswered',
  'verify-page-unreachable',
  'verify-page-unreadable',
  'verify-page-broken',
]

const FACT = 'verify-fact-'
/** What is told below the verdict, where it is known: rows that the program fills in. */
const FACTS = [
  'verify-fact-where',
  'verify-fact-published',
  'verify-fact-recomputed',
  'verify-fact-hash',
  'verify-fact-status',
  'verify-fact-error',
  'verify-fact-count',
  'verify-fact-claims',
  'verify-fact-claimed',
  'verify-fact-left',
  'verify-fact-asset',
  'verify-fact-eligible',
  'verify-fact-excluded',
  'verify-fact-compared',
  'verify-fact-uncompared',
  'verify-fact-amounts',
]

/**
 * Serves the page for every id: the browser finds out what there is of it, and says so in words. Where there
 * is no such packet the answer is 404 as well, for those who do not read it.
 */
export function serveVerifier(pages: Hono, { words, scales, find }: VerifierParts): void {
  for (const name of PROGRAMS) {
    const program = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
    pages.get(`/${name}`, (c) => c.body(program, 200, PROGRAM_HEADERS))
  }
  pages.get('/packets/:packet{[0-9a-z]{1,32}}', async (c) => {
    const packet = c.req.param('packet')
    const isMissing = await find(packet).then(
      (found) => found === undefined,
      (error: unknown) => {
        if (error instanceof Outage) return false
        throw error
      },
    )
    return c.html(pageOf(packet, { words, scales }, wishesOf(c)), isMissing ? 404 : 200, {
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      vary: 'accept-language',
    })
  })
}

function pageOf(
  packet: string,
  { words, scales }: Pick<VerifierParts, 'words' | 'scales'>,
  { languages, asked }: Wishes,
): string {
  const locale = words.choose(...languages)
  const say = (key: string) => escaped(words.plain(locale, text(key, { packet })))
  const verdicts = VERDICTS.map((key, at) => {
    const hidden = at === 0 ? '' : ' hidden'
    return `<p data-verdict="${key.slice(VERDICT.length)}"${hidden}>${say(key)}</p>`
  })
  const facts = FACTS.map(
    (key) => `<div data-fact="${key.slice(FACT.length)}" hidden><dt>${say(key)}</dt><dd></dd></div>`,
  )
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${say('verify-page-title')}</title>
<style>${STYLE}</style>
<script>${LAST_WORD}</script>
<script type="importmap">${IMPORTS}</script>
<h1>${say('verify-page-title')}</h1>
<p>${say('verify-page-how')}</p>
<noscript><p>${say('verify-page-broken')}</p></noscript>
<div role="status">
${verdicts.join('\n')}
</div>
<dl data-scales="${escaped(JSON.stringify(scales()))}">
${facts.join('\n')}
</dl>
<form>
<label>${say('verify-page-card')}<input name="card" autocomplete="off" spellcheck="false"></label>
${asked === undefined ? '' : `<input type="hidden" name="language" value="${escaped(asked)}">`}
<button>${say('verify-page-compare')}</button>
</form>
<p><a href="${packet}.json">${say('verify-record')}</a> · <a href="../verify.mjs">verify.mjs</a></p>
<script type="module" src="../verify-page.mjs"></script>
</html>
`
}

interface Wishes {
  /** The most wanted first. */
  languages: string[]
  /** The language that the address names. */
  asked: string | undefined
}

function wishesOf(c: Context): Wishes {
  const asked = c.req.query('language')
  const languages = languagesOf(c.req.header('accept-language'))
  return { languages: asked === undefined ? languages : [asked, ...languages], asked }
}

/** Tags of an Accept-Language header, the most wanted first. */
function languagesOf(header = ''): string[] {
  const wishes = header.split(',').map((wish) => {
    const [tag = '', quality] = wish.split(';q=')
    return { tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality) || 0 }
  })
  return wishes.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag)
}

function hashOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
