/**
 * What the documents tell people to type is tried: commands in chats, command lines, settings, programmes.
 * And what the operator's guide lists is complete. That paths and npm scripts exist is `house.test.ts`' to
 * see.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommanderError } from 'commander'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createProgram } from '../src/cli/program.js'
import { readConfig, SETTING_NAMES } from '../src/config.js'
import { parseAmount } from '../src/core/assets/amount.js'
import { allCommands, checks } from '../src/core/catalogue.js'
import { ROLES } from '../src/core/roles/roles.js'
import { createMetrics } from '../src/http/metrics.js'
import { type ArgumentFacts, parseValues } from '../src/interaction/arguments.js'
import { createCatalogue, isTyped } from '../src/interaction/catalogue.js'
import { sortWords } from '../src/interaction/typed.js'
import { EXIT } from '../src/kit/start-error.js'
import { realWorld } from '../src/kit/world.js'
import { loadProgramme, programmeSchema } from '../src/programme/programme.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAPERS = ['README.md', 'ARCHITECTURE.md', ...papersIn('docs')]
const OPERATORS = read('docs/operators.md')

const programme = loadProgramme(undefined)
const catalogue = createCatalogue(
  allCommands({ programme, choose: () => 'en', recordUrl: () => undefined, digestKey: new Uint8Array() }),
)

function papersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

interface Example {
  paper: string
  /** What stands after the three backquotes. */
  kind: string
  text: string
}

/** Every fenced block of every document. */
const blocks: Example[] = PAPERS.flatMap((paper) =>
  [...read(paper).matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
    paper,
    kind,
    text,
  })),
)

/** What stands in code quotes inside of sentences. */
const quoted: Example[] = PAPERS.flatMap((paper) => {
  const sentences = read(paper).replace(/^```.*\n[\s\S]*?^```$/gm, '')
  return [...sentences.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => ({ paper, kind: 'quoted', text }))
})

function linesOf(kind: string): Example[] {
  const chosen = blocks.filter((block) => block.kind === kind)
  return chosen.flatMap(({ text, ...rest }) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ ...rest, text: line })),
  )
}

function textsOf(kind: string): Example[] {
  return blocks.filter((block) => block.kind === kind)
}

it('has examples of every kind, and no other kinds', () => {
  const kinds = new Set(blocks.filter(({ paper }) => paper !== 'docs/fairness.md').map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['chat', 'env', 'json programme', 'sh', 'text'])
})

describe('chat commands', () => {
  const COMMAND = /^\/([a-z_]+)(?: (.*))?$/
  const typed = [...linesOf('chat'), ...quoted.filter(({ text }) => isCommand(text))]

  function isCommand(text: string): boolean {
    const [, name = ''] = COMMAND.exec(text) ?? []
    return catalogue.find(name) !== undefined
  }

  /** Fails with the refusal when a person who types this would be refused. */
  function type(line: string): { values: Record<string, string>; facts: readonly ArgumentFacts[] } {
    const [, name = '', words = ''] = COMMAND.exec(line) ?? []
    const command = catalogue.find(name)
    if (!command || !isTyped(command)) throw new Error(`there is no command ${line}`)
    const values = sortWords(command.facts, words)
    const parsed = parseValues(command.args.shape, values)
    if (!parsed.ok && 'refusal' in parsed) throw parsed.refusal
    return { values, facts: command.facts }
  }

  it.each(typed)('$paper: $text', ({ text }) => {
    const { values, facts } = type(text)
    const asset = programme.assets.find(({ code }) => code === (values.asset ?? programme.mainAsset))
    for (const { name } of facts.filter(({ kind }) => kind === 'amount')) {
      if (asset && values[name] !== undefined) expect(parseAmount(values[name], asset)).toBeGreaterThan(0n)
    }
    // A name that was not understood would end up inside of some text.
    const swallowed = Object.values(values).filter((value) => /^[a-z]+[=:](?!\d+$)/.test(value))
    expect(swallowed).toEqual([])
  })

  it('tells everybody about every command they can type', () => {
    const told = new Set(typed.map(({ text }) => COMMAND.exec(text)?.[1]))
    const untold = catalogue.commands.filter(isTyped).filter(({ name }) => !told.has(name))
    expect(untold.map(({ name }) => name)).toEqual([])
  })

  it('names every argument of /redpacket to those who drop', () => {
    const guide = read('docs/partners.md') + read('docs/moderators.md')
    const lines = typed
      .filter(({ text }) => text.startsWith('/redpacket '))
      .map(({ text }) => type(text).values)
    const shown = new Set(lines.flatMap((values) => Object.keys(values)))
    const names = catalogue.find('redpacket')?.argumentNames ?? []
    // The group is asked for in private; nobody types its number.
    expect(names.filter((name) => !shown.has(name) && !guide.includes(`\`${name}=`))).toEqual(['chat'])
  })
})

describe('command lines', () => {
  const CLI = 'npm run cli -- '
  const lines = [...linesOf('sh'), ...quoted.filter(({ text }) => text.startsWith(CLI))]

  /** Thrown instead of opening a database: the words were understood. */
  class Understood extends Error {}

  async function understand(words: string): Promise<unknown> {
    const open = () => {
      throw new Understood()
    }
    const program = createProgram(open, () => {}).configureOutput({ writeOut() {}, writeErr() {} })
    return program.parseAsync(words.split(' '), { from: 'user' }).catch((error: unknown) => error)
  }

  it.each(lines.filter(({ text }) => text.startsWith(CLI)))('$paper: $text', async ({ text }) => {
    expect(await understand(text.slice(CLI.length))).toBeInstanceOf(Understood)
  })

  it('would find one that is wrong', async () => {
    expect(await understand('crown telegram:123')).toBeInstanceOf(CommanderError)
  })

  it.each(lines.filter(({ text }) => text.startsWith('node ')))('$paper: $text', ({ paper, text }) => {
    const [, file = ''] = text.split(' ')
    expect(existsSync(join(ROOT, dirname(paper), file)), file).toBe(true)
  })

  it.each(lines.filter(({ text }) => text.startsWith('docker run')))('$paper: $text', ({ text }) => {
    const settings = [...text.matchAll(/--env ([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value])
    expect(settings.filter(([name]) => !SETTING_NAMES.some((one) => one === name))).toEqual([])
    expect(() => readConfig(Object.fromEntries(settings), { purpose: 'run' })).not.toThrow()
  })
})

describe('settings', () => {
  it.each(textsOf('env'))('$paper: $text', ({ text }) => {
    const settings = parse(text)
    expect(Object.keys(settings).filter((name) => !SETTING_NAMES.some((one) => one === name))).toEqual([])
    expect(readConfig(settings).mode).toBe('bot')
  })

  it('are all in the guide for operators, with their defaults', () => {
    expect(SETTING_NAMES.filter((name) => !OPERATORS.includes(`\n| \`${name}\` |`))).toEqual([])
    const { databaseUrl, http } = readConfig({})
    for (const value of [databaseUrl, http.host, String(http.port)])
      expect(OPERATORS).toContain(`| \`${value}\` |`)
  })
})

describe('programmes', () => {
  it.each(textsOf('json programme'))('$paper', ({ text }) => {
    const read = programmeSchema.parse(JSON.parse(text))
    const codes = read.assets.map(({ code }) => code)
    expect(codes).toContain(read.mainAsset)
    const { shareLeast, most, approvalAbove, senderQuarterMost, chatDayMost } = read.packets
    const limits = [shareLeast, most, approvalAbove, senderQuarterMost, chatDayMost]
    for (const code of limits.flatMap((limit) => Object.keys(limit))) expect(codes).toContain(code)
  })

  it('have every key in the guide for operators', () => {
    const { packets, treasury, linking, uid, applications, ...others } = programmeSchema.shape
    const keys = [
      ...Object.keys(others),
      ...keysOf(packets).map((key) => `packets.${key}`),
      ...keysOf(treasury).map((key) => `treasury.${key}`),
      ...keysOf(linking).map((key) => `linking.${key}`),
      ...keysOf(uid).map((key) => `uid.${key}`),
      ...keysOf(applications).map((key) => `applications.${key}`),
    ]
    expect(keys.filter((key) => !OPERATORS.includes(`\n| \`${key}\` |`))).toEqual([])
  })

  function keysOf(wrapped: { unwrap(): z.ZodObject }): string[] {
    return Object.keys(wrapped.unwrap().shape)
  }
})

describe('the guide for operators', () => {
  it('explains every check of the audit, and no other', () => {
    // What a check that cannot be run comes to is told like one.
    const names = [...checks.map(({ name }) => name), 'audit-failed']
    const [, table = ''] = OPERATORS.split('| check | holds when |')
    const [rows = ''] = table.split('\n\n')
    const explained = [...rows.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
    expect(explained.sort()).toEqual(names.sort())
  })

  it('explains every role and every exit code', () => {
    expect(ROLES.filter((role) => !OPERATORS.includes(`\n| \`${role}\` |`))).toEqual([])
    expect(Object.values(EXIT).filter((code) => !OPERATORS.includes(`\n| ${code} |`))).toEqual([])
  })

  it('names figures that there are', async () => {
    const metrics = createMetrics(async () => ({ ready: true, outbox: {}, findings: [] }), realWorld())
    const figures = await metrics.text()
    const named = quoted.filter(({ text }) => text.startsWith('partner_bot_'))
    expect(named.length).toBeGreaterThan(3)
    for (const { text } of named) expect(figures).toContain(`# TYPE ${text} `)
  })
})
