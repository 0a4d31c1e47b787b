/**
 * Figures for Prometheus, in a registry of their own. Label values come from closed lists, never from people,
 * so that nobody can fill the memory with them.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { World } from '../kit/world.js'
import type { Readiness } from './pages.js'
import { patiently } from './patience.js'

/** How a call ended: `silent` has no answer here (chatter, or an answer that the outbox carries). */
export type CallOutcome = 'answered' | 'refused' | 'silent' | 'failed'

export interface Metrics {
  /** One call, and the ms from its arrival to its answer. */
  call(labels: { platform: string; command: string; outcome: CallOutcome }, ms: number): void
  readonly contentType: string
  /** The text that Prometheus reads. */
  text(): Promise<string>
}

/** The house as it stands, asked at every reading. */
export type Look = () => Promise<Pick<Readiness, 'ready' | 'outbox' | 'findings'>>

const PREFIX = 'partner_bot_'
/** Seconds. Discord allows 3 for a first answer; a good answer takes a few ms. */
const ANSWER_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10]
const OUTBOX_STATES = ['queued', 'leased', 'unknown', 'dead']

export function createMetrics(look: Look, world: Pick<World, 'sleep'>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: `${PREFIX}calls_total`,
    help: 'Calls by command and outcome',
    labelNames: ['platform', 'command', 'outcome'],
    registers,
  })
  const answers = new Histogram({
    name: `${PREFIX}answer_seconds`,
    help: 'From the arrival of a call to its answer',
    labelNames: ['platform'],
    buckets: ANSWER_BUCKETS,
    registers,
  })
  const gauges = stateGauges(registers)
  return {
    call(labels, ms) {
      calls.inc(labels)
      answers.observe({ platform: labels.platform }, ms / 1000)
    },
    contentType: registry.contentType,
    async text() {
      // A database that is away leaves the last figures, and is told apart by `ready`.
      const state = await patiently(look, world).catch(() => undefined)
      gauges.ready.set(state?.ready ? 1 : 0)
      if (state) gauges.findings.set(state.findings.length)
      if (state) for (const name of OUTBOX_STATES) gauges.outbox.set({ state: name }, state.outbox[name] ?? 0)
      return registry.metrics()
    },
  }
}

function stateGauges(registers: Registry[]) {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: PREFIX + name, help, labelNames, registers })
  return {
    ready: gauge('ready', '1 when the bot can do its work'),
    findings: gauge('audit_findings', 'Broken invariants that the last audit found'),
    outbox: gauge('outbox_messages', 'Messages that wait, are uncertain, or were given up', 'state'),
  }
}
