/**
 * Figures for Prometheus, in a registry of their own. Label values come from closed lists, never from people, so
 * that nobody can fill the memory with them.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How a call ended: `silent` has no answer here (chatter, or an answer that the outbox carries). */
export type CallOutcome = 'answered' | 'refused' | 'silent' | 'failed'

export interface Metrics {
  /** One call, and the ms from its arrival to its answer. */
  call(labels: { platform: string; command: string; outcome: CallOutcome }, ms: number): void
  /** What the last audit found. */
  findings(count: number): void
  readonly contentType: string
  /** The text that Prometheus reads. */
  text(): Promise<string>
}

export interface MetricsOptions {
  /** Messages by state, asked at every reading. */
  outbox(): Promise<Record<string, number>>
}

const PREFIX = 'partner_bot_'
/** Seconds. Discord allows 3 for a first answer; a good answer takes a few ms. */
const ANSWER_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10]
const OUTBOX_STATES = ['queued', 'leased', 'unknown', 'dead']

export function createMetrics({ outbox }: MetricsOptions): Metrics {
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
  const findings = new Gauge({
    name: `${PREFIX}audit_findings`,
    help: 'Broken invariants found by the last audit',
    registers,
  })
  addOutboxGauge(registers, outbox)
  return {
    call(labels, ms) {
      calls.inc(labels)
      answers.observe({ platform: labels.platform }, ms / 1000)
    },
    findings: (count) => findings.set(count),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

function addOutboxGauge(registers: Registry[], outbox: MetricsOptions['outbox']): void {
  const gauge: Gauge = new Gauge({
    name: `${PREFIX}outbox_messages`,
    help: 'Messages that wait, are uncertain, or were given up',
    labelNames: ['state'],
    registers,
    // A database that is away leaves the last figures; /readyz says that it is away.
    collect: async () => {
      const counts = await outbox().catch(() => undefined)
      if (counts) for (const state of OUTBOX_STATES) gauge.set({ state }, counts[state] ?? 0)
    },
  })
}
