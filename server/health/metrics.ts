import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CollabCounters, CollabState } from '../collab/collab-counters.ts'

const COMMIT_BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]
const FOLD_BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

export interface MetricSources {
  counters: CollabCounters
  state: () => CollabState
}

export interface Metrics {
  /** Prometheus text format 0.0.4. */
  text(): Promise<string>
  readonly contentType: string
  /** Told how long a fold took, s. */
  folded(seconds: number): void
  /** From then on the figures of the co-editing server are there too. */
  watch(sources: MetricSources): void
}

/** The delay is measured by a timer of this length; a short one wakes an idle server a hundred times a second. */
const DELAY_STEP_MS = 500

/** Figures are read from the parts when somebody asks for them; the parts know nothing of Prometheus. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  // Event loop delay, memory, garbage collection, CPU.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: DELAY_STEP_MS })
  const registers = [registry]
  const fold = new Histogram({
    name: 'samskrift_fold_seconds',
    help: 'Time to fold the log of a report into its state',
    buckets: FOLD_BUCKETS,
    registers,
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    folded: seconds => fold.observe(seconds),
    watch: sources => watchCollab(registry, sources),
  }
}

function watchCollab(registry: Registry, { counters, state }: MetricSources): void {
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  }
  const counter = (name: string, help: string, label: string, read: () => Iterable<[string, number]>): void => {
    new Counter({
      name,
      help,
      registers,
      labelNames: [label],
      collect() {
        this.reset()
        for (const [value, count] of read()) this.inc({ [label]: value }, count)
      },
    })
  }
  gauge('samskrift_rooms', 'Open reports', () => state().rooms)
  gauge('samskrift_connections', 'Open co-editing connections', () => state().connections)
  gauge('samskrift_uncommitted_updates', 'Updates that wait for the database', () => state().uncommitted.updates)
  gauge('samskrift_uncommitted_bytes', 'Bytes that wait for the database', () => state().uncommitted.bytes)
  gauge('samskrift_bus_up', 'Whether Redis answers; 0 without REDIS_URL too', () => (state().busIsUp ? 1 : 0))
  new Counter({
    name: 'samskrift_updates_total',
    help: 'Updates taken in from clients of this node',
    registers,
    collect() {
      this.reset()
      this.inc(counters.updatesAccepted)
    },
  })
  counter('samskrift_refused_total', 'Refused updates and connections', 'kind', () => counters.refused)
  counter('samskrift_bus_messages_total', 'Messages between the nodes', 'what', () => [
    ['sent', counters.busSent],
    ['received', counters.busReceived],
    ['unreadable', counters.busUnreadable],
  ])
  const commit = new Histogram({
    name: 'samskrift_commit_seconds',
    help: 'Time from the arrival of an update to its COMMIT',
    buckets: COMMIT_BUCKETS,
    registers,
  })
  counters.onCommitted = seconds => commit.observe(seconds)
}
