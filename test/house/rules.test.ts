/** A small house that keeps every rule, and one guest for each rule who breaks it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { RULES } from './rules.js'
import { sizeRules } from './size.js'
import { type Finding, readTree, report } from './tree.js'

/** `§` is written as `$`, which the linter takes for a slip inside a plain string. */
const HOUSE: Record<string, string> = {
  'package.json': '{ "scripts": { "start": "node dist/main.js", "cli": "node dist/cli.js" } }',
  'README.md':
    'See `src/main.ts`, src/core/<feature>/ and [the map](ARCHITECTURE.md). `npm run cli -- audit`, `npm ci`',
  'ARCHITECTURE.md': '`gifts.ts` holds gifts. dist/main.js is made. locales/*/gifts.ftl',
  'src/main.ts': "import { start } from './app.js'\nstart(process.env.WHERE)\n",
  'src/app.ts':
    "import { COMMANDS } from './core/catalogue.js'\nexport const start = (where?: string) => [where, COMMANDS]\n",
  'src/kit/text.ts': 'export const text = (key: string, params?: object) => ({ key, params })\n',
  'src/kit/refusal.ts': 'export const refuse = (key: string, params?: object) => ({ key, params })\n',
  'src/kit/world.ts': 'export const now = () => Date.now()\n',
  'src/interaction/command.ts': 'export const command = <T>(definition: T) => definition\n',
  'src/interaction/steps.ts': [
    "import { text } from '../kit/text.js'",
    "export const title = (name: string) => text(`command-§{name}.title`, { when: 'now' })",
    'export const asks = (name: string, one: string) => {\n  const key = `argument-§{name}-§{one}`\n  return text(`§{key}.ask`)\n}',
    'export const chosen = (value: string) => text(`choice-§{value}`)',
    '',
  ].join('\n'),
  'src/core/catalogue.ts': [
    "import { now } from '../kit/world.js'",
    "import { asks, chosen, title } from '../interaction/steps.js'",
    "import { give } from './gifts/commands.js'",
    "export const COMMANDS = [give, title('x'), asks('x', 'y'), chosen('z'), now]",
    '',
  ].join('\n'),
  'src/core/gifts/gifts.ts':
    "import { refuse } from '../../kit/refusal.js'\nexport const make = () => refuse('gift-gone', { name: 'a' })\n",
  'src/core/gifts/commands.ts': [
    "import { command } from '../../interaction/command.js'",
    "import { text } from '../../kit/text.js'",
    "import { make } from './gifts.js'",
    'const choice = (words: string[]) => words',
    'const z = { object: <T>(shape: T) => shape }',
    "export const give = command({ name: 'give', args: z.object({ kind: choice(['big']) }), make,",
    "  say: (late: boolean) => text(late ? 'gift-late' : 'gift-sent', { count: 1 }) })",
    '',
  ].join('\n'),
  'test/gifts.test.ts':
    "import { test } from 'vitest'\ntest('x', () => {})\n// Needs a second machine to talk to.\ntest.skip('y', () => {})\n",
  'locales/en/gifts.ftl': [
    'refusal-gift-gone = { $name } has it.',
    '    .next = Take another.',
    'gift-late = <b>Late</b>',
    'gift-sent = { $count ->',
    '    [one] One',
    '   *[other] <i>{ $count }</i>',
    '    }',
    'command-give =',
    '    .title = Give',
    'argument-give-kind =',
    '    .ask = Which kind?',
    'choice-big = Big',
    '',
  ].join('\n'),
  'locales/ru/gifts.ftl': [
    'refusal-gift-gone = Это у { $name }.',
    '    .next = Возьмите другой.',
    'gift-late = <b>Поздно</b>',
    'gift-sent = <i>{ $count }</i>',
    'command-give =',
    '    .title = Подарить',
    'argument-give-kind =',
    '    .ask = Какой?',
    'choice-big = Большой',
    '',
  ].join('\n'),
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function build(more: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  folders.push(root)
  for (const [path, text] of Object.entries({ ...HOUSE, ...more })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text.replaceAll('§{', '${'))
  }
  return readTree(root)
}

/** Findings by rule, without the rules that found nothing. */
function judge(more: Record<string, string>): Record<string, string[]> {
  const tree = build(more)
  const found: [string, Finding[]][] = RULES.map(({ name, check }) => [name, check(tree)])
  const against = found.filter(([, findings]) => findings.length > 0)
  return Object.fromEntries(against.map(([name, findings]) => [name, report(findings).split('\n')]))
}

/** The text of a file of the house with something added. */
const plus = (path: string, added: string) => ({ [path]: HOUSE[path] + added })
const changed = (path: string, from: string, to: string) => {
  expect(HOUSE[path]).toContain(from)
  return { [path]: (HOUSE[path] ?? '').replace(from, to) }
}

/** A file that main reaches and whose exports are used, so that only its fault is found. */
function guest(path: string, text: string): Record<string, string> {
  const specifier = `./${path.replace(/^src\//, '').replace(/\.tsx?$/, '.js')}`
  return { [path]: text, 'src/main.ts': `import '${specifier}'\n${HOUSE['src/main.ts']}` }
}

test('a house that keeps the rules has no findings', () => {
  expect(judge({})).toEqual({})
})

type Case = [breach: string, rule: string, files: Record<string, string>, ...findings: (string | RegExp)[]]

const CASES: Case[] = [
  [
    'core imports the platforms',
    'imports follow the arrows',
    {
      ...plus('src/core/gifts/gifts.ts', "import '../../platforms/telegram/send.js'\n"),
      'src/platforms/telegram/send.ts': '',
    },
    'src/core/gifts/gifts.ts:3: imports src/platforms/telegram/send.ts → src/core/ may import storage, kit, programme',
  ],
  [
    'a decision speaks',
    'imports follow the arrows',
    plus('src/core/gifts/gifts.ts', "import type {} from '../../interaction/command.js'\n"),
    'in core only commands.ts, cards.ts and catalogue.ts speak',
  ],
  [
    'the kit looks up',
    'imports follow the arrows',
    { ...plus('src/kit/world.ts', "import '../storage/storage.js'\n"), 'src/storage/storage.ts': '' },
    'src/kit/world.ts:2: imports src/storage/storage.ts → src/kit/ may import nothing of the house',
  ],
  [
    'the bot knows of the sandbox',
    'imports follow the arrows',
    {
      ...plus('src/interaction/command.ts', "void import('../sandbox/play.js')\n"),
      'src/sandbox/play.ts': '',
    },
    'imports src/sandbox/play.ts',
  ],
  [
    'a room nobody planned',
    'imports follow the arrows',
    guest('src/misc/a.ts', "import '../kit/world.js'\n"),
    'src/misc/ has no place in the house → say in test/house/arrows.ts',
  ],
  [
    'the wiring imports the program',
    'imports follow the arrows',
    guest('src/config.ts', "import './app.js'\n"),
    'src/config.ts:1: imports src/app.ts → config.ts ← app.ts ← main.ts and cli.ts',
  ],
  [
    'core knows a driver',
    'each driver is known to one room',
    plus('src/core/gifts/gifts.ts', "import 'discord.js'\n"),
    'src/core/gifts/gifts.ts:3: imports discord.js → only',
  ],
  [
    'a command holds SQL',
    'each driver is known to one room',
    plus('src/core/gifts/commands.ts', "import { eq } from 'drizzle-orm'\nvoid eq\n"),
    'src/core/gifts/commands.ts:8: holds SQL',
  ],
  [
    'a feature enters by the window',
    'features meet at front doors',
    { ...guest('src/core/feasts/feasts.ts', "import '../gifts/store.js'\n"), 'src/core/gifts/store.ts': '' },
    'src/core/feasts/feasts.ts:1: reaches into src/core/gifts/store.ts → use the front door src/core/gifts/gifts.ts',
  ],
  [
    'two files need each other',
    'no file imports itself round about',
    { ...guest('src/kit/a.ts', "import './b.js'\n"), 'src/kit/b.ts': "export * from './a.js'\n" },
    'src/kit/a.ts: cycle src/kit/a.ts → src/kit/b.ts → src/kit/a.ts',
  ],
  [
    'someone reads the environment',
    'the environment is read at the top only',
    plus('src/app.ts', "import { env } from 'node:process'\nvoid [env, process.env.HOME]\n"),
    'src/app.ts:3: reads process.env',
    'src/app.ts:4: reads process.env',
  ],
  [
    'someone looks at the clock',
    'time, chance and waiting are injected',
    plus(
      'src/core/gifts/gifts.ts',
      'void [Date.now(), new Date(), Math.random(), crypto.randomUUID(), setTimeout(make, 1), globalThis.setInterval]\n',
    ),
    ...[
      'Date.now',
      'new Date()',
      'Math.random',
      'crypto.randomUUID',
      'setTimeout',
      'globalThis.setInterval',
    ].map((what) => `src/core/gifts/gifts.ts:3: asks the machine: ${what}`),
  ],
  [
    'money meets a float',
    'no float comes near money',
    plus('src/core/gifts/gifts.ts', "void [parseFloat('1'), (1).toFixed(2), Number.parseFloat]\n"),
    'src/core/gifts/gifts.ts:3: uses parseFloat',
    'src/core/gifts/gifts.ts:3: uses toFixed',
  ],
  [
    'a file nobody reaches',
    'every file is reached by a program',
    { 'src/kit/lost.ts': "import './text.js'\n" },
    'src/kit/lost.ts: no program reaches it',
  ],
  [
    'a room named after nothing',
    'every file has a name that says something',
    { ...guest('src/kit/string-utils.ts', ''), 'test/helpers/index.ts': '' },
    'src/kit/string-utils.ts: "utils" says nothing',
    'test/helpers/index.ts: "helpers" says nothing',
  ],
  [
    'an export for nobody',
    'every export is imported by somebody',
    plus('src/kit/world.ts', 'export const later = 1\nexport interface Odd {}\nexport class Old {}\n'),
    'src/kit/world.ts:2: nobody imports later',
    'src/kit/world.ts:3: nobody imports Odd',
    'src/kit/world.ts:4: nobody imports Old',
  ],
  [
    'a worker that is not there',
    'every file that is named exists',
    plus('src/app.ts', "void new URL('./worker.js', import.meta.url)\n"),
    'src/app.ts:3: names ./worker.js',
  ],
  [
    'a function that does not fit the hand',
    'functions fit the hand',
    plus('src/kit/world.ts', `now()\nvoid function long() {${'\n  now()'.repeat(70)}\n}\n`),
    'src/kit/world.ts:3: long has 72 lines → split it by thought; the limit is 70',
  ],
  [
    'a file that does not fit the head',
    'files fit the head',
    plus('src/kit/world.ts', 'now()\n'.repeat(350)),
    'src/kit/world.ts: has 351 lines → split it by thought; the limit is 350',
  ],
  [
    'a line that does not fit the screen',
    'lines fit the screen',
    plus('src/kit/world.ts', `// ${'too wide '.repeat(13)}\n// https://example.com/${'x'.repeat(120)}\n`),
    'src/kit/world.ts:2: is 120 columns wide',
  ],
  [
    'a language that lacks words',
    'every language has the same words',
    changed('locales/ru/gifts.ftl', 'gift-late = <b>Поздно</b>\n', ''),
    'locales/ru/gifts.ftl: lacks gift-late → translate it from locales/en/gifts.ftl:3',
  ],
  [
    'a language with a file too many and one too few',
    'every language has the same words',
    { 'locales/ru/more.ftl': '# Пусто\n', 'locales/en/other.ftl': '# Nothing\n' },
    'locales/ru/more.ftl: is not in en',
    'locales/ru/other.ftl: is missing',
  ],
  [
    'a refusal without a next step in one language',
    'every language has the same words',
    changed('locales/ru/gifts.ftl', '    .next = Возьмите другой.\n', ''),
    'lacks refusal-gift-gone.next',
  ],
  [
    'other parameters and markup',
    'every language has the same words',
    changed('locales/ru/gifts.ftl', '<i>{ $count }</i>', '<b>{ $number }</b>'),
    'gift-sent: markup are "b", in en "i"',
    'gift-sent: parameters are "number", in en "count"',
  ],
  [
    'markup that is not ours, or not closed',
    'every language has the same words',
    {
      ...changed('locales/en/gifts.ftl', '<b>Late</b>', '<b>Late</b> <u>x</u> <i>'),
      ...changed('locales/ru/gifts.ftl', '<b>Поздно</b>', '<b>Поздно</b> <u>x</u> <i>'),
    },
    'locales/en/gifts.ftl:3: gift-late: <i> is not closed',
    'locales/en/gifts.ftl:3: gift-late: <u> is no markup of ours',
  ],
  [
    'words that cannot be read or are there twice',
    'every language has the same words',
    plus('locales/ru/gifts.ftl', 'choice-big = Ещё\nbroken = { $x\n'),
    'locales/ru/gifts.ftl:10: choice-big is there twice',
    /locales\/ru\/gifts\.ftl:11: cannot be read: Expected/,
  ],
  [
    'words that are not there',
    'all words that are asked for exist',
    plus('src/core/gifts/commands.ts', "void text('gift-early')\n"),
    'src/core/gifts/commands.ts:8: asks for gift-early',
  ],
  [
    'a refusal without words',
    'all words that are asked for exist',
    plus('src/core/gifts/gifts.ts', "void refuse('gift-none')\n"),
    'src/core/gifts/gifts.ts:3: asks for refusal-gift-none →',
    'src/core/gifts/gifts.ts:3: asks for refusal-gift-none.next →',
  ],
  [
    'a promised refusal without words',
    'all words that are asked for exist',
    plus(
      'src/core/gifts/gifts.ts',
      '/** Gives. Refuses: `gift-gone` (in time), `gift-odd`. Needs `not-this`. */\n',
    ),
    'src/core/gifts/gifts.ts:3: asks for refusal-gift-odd →',
  ],
  [
    'a parameter that is not given',
    'all words that are asked for exist',
    changed('src/core/gifts/gifts.ts', "{ name: 'a' }", "{ title: 'a' }"),
    'src/core/gifts/gifts.ts:2: gives no $name to refusal-gift-gone',
  ],
  [
    'a command without words',
    'commands, arguments and choices have their words',
    changed('src/core/gifts/commands.ts', "kind: choice(['big'])", "kind: choice(['big', 'small']), size: 1"),
    'src/core/gifts/commands.ts:6: needs argument-give-size.ask',
    'src/core/gifts/commands.ts:6: needs choice-small',
  ],
  [
    'words nobody asks for',
    'all words are asked for',
    {
      ...plus('locales/en/gifts.ftl', 'gift-lost = Lost\n'),
      ...plus('locales/ru/gifts.ftl', 'gift-lost = Пропал\n'),
    },
    'locales/en/gifts.ftl:13: nothing asks for gift-lost',
  ],
  [
    'a document that is not true',
    'documents name what exists',
    plus('README.md', '\n`src/gone.ts`, test/gone/*, `gone.ts`, [gone](docs/gone.md), npm run gone\n'),
    'README.md:2: links to docs/gone.md',
    'README.md:2: names docs/gone.md',
    'README.md:2: names gone.ts',
    'README.md:2: names src/gone.ts',
    'README.md:2: names test/gone/*',
    'README.md:2: tells to npm run gone',
  ],
  [
    'a sentence in a command',
    'no prose in code',
    plus('src/core/gifts/commands.ts', "void [`Take your gift`, 'Подарок', new Error('not for people')]\n"),
    'src/core/gifts/commands.ts:8: says "Take your gift"',
    'src/core/gifts/commands.ts:8: says "Подарок"',
  ],
  [
    'a sentence on the page',
    'no prose in code',
    { 'src/sandbox/page/main.tsx': 'export const Hello = () => <p class="two words">Say hello</p>\n' },
    'src/sandbox/page/main.tsx:1: says "Say hello"',
  ],
  [
    'any, and a silenced compiler',
    'no any, and the compiler is not silenced',
    // Written apart, so that this file keeps the rule.
    plus('src/kit/world.ts', `// @ts-${'ignore'}\nvoid ({} as any)\n`),
    'src/kit/world.ts:2: says @ts-ignore',
    'src/kit/world.ts:3: says any',
  ],
  [
    'tests left out',
    'no test is left out without a reason',
    plus('test/gifts.test.ts', "test.only('a', () => {})\n\ntest.skip('b', (ctx) => ctx.skip())\n"),
    'test/gifts.test.ts:5: runs alone',
    'test/gifts.test.ts:7: .skip without a reason',
    'test/gifts.test.ts:7: .skip without a reason',
  ],
  [
    'something said past the log',
    'everything is said to the log',
    plus('src/kit/world.ts', "console.log('x')\n"),
    'src/kit/world.ts:2: uses console',
  ],
  [
    'a folder of one machine',
    'no file names a folder of one machine',
    plus('README.md', `\nSee /home/${'ana'}/bot.\n`),
    'README.md:2: names /home/',
  ],
]

describe('a breach is found by its rule and by no other', () => {
  test.each(CASES)('%s', (_, rule, files, ...findings) => {
    const found = judge(files)
    expect(Object.keys(found)).toEqual([rule])
    expect(found[rule]?.length).toBeGreaterThanOrEqual(findings.length)
    for (const finding of findings) {
      expect(found[rule]).toContainEqual(
        typeof finding === 'string' ? expect.stringContaining(finding) : expect.stringMatching(finding),
      )
    }
  })

  test('and every rule has its breach', () => {
    const shown = new Set(CASES.map(([, rule]) => rule))
    expect(RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
  })
})

describe('what looks like a breach and is none', () => {
  test.each<[string, Record<string, string>]>([
    [
      'a speaking file takes the words of another feature',
      guest('src/core/feasts/cards.ts', "import '../gifts/commands.js'\n"),
    ],
    [
      'core cleans a name',
      { ...plus('src/core/gifts/gifts.ts', "import '../../i18n/clean.js'\n"), 'src/i18n/clean.ts': '' },
    ],
    [
      'a part of a room borrows a type of the whole',
      {
        ...plus('src/app.ts', "import { c } from './kit/c.js'\nvoid c\n"),
        'src/kit/c.ts':
          "import { d } from './d.js'\nexport interface C { d: typeof d }\nexport const c = (one: C) => one\n",
        'src/kit/d.ts': "import type { C } from './c.js'\nexport const d = (one: C) => one\n",
      },
    ],
    [
      'names that happen to be those of clocks',
      plus('src/app.ts', 'void [{ setTimeout: 1 }, new Date(0)]\n'),
    ],
    [
      'a reason for any',
      plus(
        'src/kit/world.ts',
        '// biome-ignore lint/suspicious/noExplicitAny: a list of unlike things\nvoid ({} as any)\n',
      ),
    ],
    [
      'words by convention',
      plus(
        'src/core/gifts/gifts.ts',
        "import { text } from '../../kit/text.js'\nvoid ((late: boolean) => text(late ? 'gift-late' : 'choice-big'))\n",
      ),
    ],
  ])('%s', (_, files) => {
    expect(judge(files)).toEqual({})
  })
})

describe('the ratchet', () => {
  const long = `void function long() {${'\n  now()'.repeat(78)}\n}\n`
  const because = 'was there before the limit'
  const tree = () => build(plus('src/kit/world.ts', long))
  const findings = (ratchet: Parameters<typeof sizeRules>[0]) =>
    sizeRules(ratchet).flatMap(({ check }) => report(check(tree())) || [])

  test('lets a runaway be as long as it is', () => {
    expect(findings({ 'src/kit/world.ts#long': { lines: 80, because } })).toEqual([])
  })

  test('does not let it grow', () => {
    expect(findings({ 'src/kit/world.ts#long': { lines: 79, because } })).toEqual([
      'src/kit/world.ts:2: long has 80 lines → split it by thought; the limit is 79',
    ])
  })

  test('follows it down, and forgets what is gone', () => {
    expect(findings({ 'src/kit/world.ts#long': { lines: 90, because } })).toEqual([
      'src/kit/world.ts:2: long has 80 lines → lower its number in RATCHET from 90',
    ])
    const gone = {
      'src/kit/gone.ts': { lines: 400, because },
      'src/kit/world.ts#long': { lines: 80, because: '' },
    }
    expect(findings(gone)).toEqual([
      'src/kit/gone.ts: RATCHET lists src/kit/gone.ts → it is gone: take it off the list\n' +
        'src/kit/world.ts: RATCHET lists src/kit/world.ts#long without a reason → say why',
    ])
  })
})
