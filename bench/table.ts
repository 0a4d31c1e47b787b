/** The figures as Markdown, with ratios. */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Report } from './load.js'
import type { Figures } from './run.js'

const README = fileURLToPath(new URL('./README.md', import.meta.url))
const [BEGIN, END] = ['<!-- bench:begin -->', '<!-- bench:end -->']

export function tableOf(figures: readonly Figures[], size: { rounds: number; storms: number }): string {
  return [machine(size), ...figures.map(section)].join('\n\n')
}

function machine({ rounds, storms }: { rounds: number; storms: number }): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${model}, ${availableParallelism()} cores, Node ${process.versions.node}; medians of ${rounds} interleaved rounds [least … most], ${storms} storms`
}

function section({ engine, contest, storage, own, profile }: Figures): string {
  const of = (name: Parameters<typeof contest.get>[0]) => contest.get(name) ?? []
  const row = (name: string, ours: number[], others: [string, number[]][]) =>
    `| ${name} | ${spread(ours)} | ${others.map(([what, theirs]) => `${ratio(ours, theirs)} ${what} (${spread(theirs)})`).join(' · ')} |`
  return [
    `### ${engine === 'sqlite' ? 'SQLite, synchronous=FULL' : 'PostgreSQL, fsync on, on the same two cores'}`,
    '',
    '| claims a second, all of them winners | ours | beside |',
    '|---|---|---|',
    row('Telegram webhook → committed → answered', of('ours: Telegram'), [
      ['the naive bot', of('naive')],
      ['a bare HTTP server', of('bare')],
    ]),
    row('Discord interaction → verified → committed → answered', of('ours: Discord'), [
      ['a bare server that verifies', of('bare with Ed25519')],
    ]),
    row('storage alone: people recognised, shares claimed, money moved', storage.ours, [
      ['naive drizzle', storage.naive],
      ['raw group commit', storage.raw],
    ]),
    '',
    '| press → answer, all at the same moment, 100 connections | p50 | p99 |',
    '|---|---|---|',
    latency('1,000 people, Telegram, everyone wins', own.thousand),
    latency('1,000 people, Discord, everyone wins', own.thousandDiscord),
    latency('10,000 people, Telegram, one of ten wins', [own.tenThousand]),
    '',
    `Ready ${Math.round(median(own.readyMs))} ms after the start of the process. Memory: ${own.memory.rest} MB at rest, ${own.memory.first} MB after one storm, ${own.memory.last} MB at the end, after the warm-up, all storms on both platforms and the one of 10,000.`,
    '',
    "Where the bot's own time goes from its start to its end, while everybody wins through Telegram:",
    '',
    ...profile.map(({ room, share }) => `- ${Math.round(share * 100)} % ${room}`),
  ].join('\n')
}

function latency(name: string, reports: readonly Report[]): string {
  const ms = (pick: (report: Report) => number) => `${Math.round(median(reports.map(pick)))} ms`
  return `| ${name} | ${ms(({ p50 }) => p50)} | ${ms(({ p99 }) => p99)} |`
}

/** `3.4×` of something slower, `41 %` of something faster. */
function ratio(ours: number[], theirs: number[]): string {
  const times = median(ours) / median(theirs)
  return times >= 1 ? `**${times.toFixed(1)}×**` : `**${Math.round(times * 100)} %** of`
}

function spread(all: readonly number[]): string {
  const round = (value: number) => Math.round(value).toLocaleString('en')
  return all.length === 0
    ? '–'
    : `${round(median(all))} [${round(Math.min(...all))} … ${round(Math.max(...all))}]`
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
}

export function writeTable(table: string): void {
  const text = readFileSync(README, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`bench/README.md has no ${BEGIN} … ${END}`)
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`)
}
