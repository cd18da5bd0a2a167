import type { Case } from '../case.ts'
import { shareOfBestPeer, timesBestPeer } from '../goals.ts'

const WINDOW = 8

/** 20 documents with two people each, who write as fast as the other's text comes back, eight keys under way. */
export const throughput: Case = {
  name: 'throughput',
  tuning: { messageBurst: 1_000_000, messagesPerSecond: 1_000_000 },
  async measure({ server, load, database, address, quick, places }) {
    await server.start()
    await load.call('gather', { addresses: [address], places: await places(20), clients: 2, writers: 2 })
    await load.call('typeInTurns', { window: WINDOW, seconds: 2 })
    const before = { server: server.usage(), store: database.usage() }
    const result = await load.call('typeInTurns', { window: WINDOW, seconds: quick ? 3 : 8 })
    const after = { server: server.usage(), store: database.usage() }
    await load.call('leave')
    const perUpdate = (seconds: number): number => (seconds * 1e6) / result.delivered
    return {
      perSecond: result.delivered / result.seconds,
      cpuMicroseconds: perUpdate(after.server.cpu - before.server.cpu),
      storeMicroseconds: perUpdate(after.store.cpu - before.store.cpu),
      loadCores: result.cpuSeconds / result.seconds,
      p50Ms: result.receipt.p50,
      p99Ms: result.receipt.p99,
      savedP50Ms: result.saved.p50,
      savedP99Ms: result.saved.p99,
    }
  },
  figures: [
    { what: 'throughput 20 × 2, window 8: updates/s', value: 'perSecond', unit: '/s', goal: timesBestPeer(1.6) },
    {
      what: 'throughput: CPU per update',
      value: 'cpuMicroseconds',
      unit: 'µs',
      goal: shareOfBestPeer(0.6, 'perSecond'),
    },
  ],
}
