import type { Case } from '../case.ts'
import { bestPeer } from '../goals.ts'

const KEYS_PER_SECOND = 8

/** 200 clients in one document, 50 of them typing. */
export const fanOut: Case = {
  name: 'fan-out',
  async measure({ server, load, database, address, quick, places }) {
    await server.start()
    await load.call('gather', { addresses: [address], places: await places(1), clients: 200, writers: 50 })
    await load.call('typeSteadily', { perSecond: KEYS_PER_SECOND, seconds: 2 })
    const before = { server: server.usage(), store: database.usage() }
    const result = await load.call('typeSteadily', { perSecond: KEYS_PER_SECOND, seconds: quick ? 4 : 10 })
    const after = { server: server.usage(), store: database.usage() }
    await load.call('leave')
    if (result.missing > 0) throw new Error(`${result.missing} characters did not arrive`)
    return {
      p50Ms: result.receipt.p50,
      p95Ms: result.receipt.p95,
      p99Ms: result.receipt.p99,
      cpuMicroseconds: ((after.server.cpu - before.server.cpu) * 1e6) / result.delivered,
      serverCores: (after.server.cpu - before.server.cpu) / result.seconds,
      storeCores: (after.store.cpu - before.store.cpu) / result.seconds,
      loadCores: result.cpuSeconds / result.seconds,
    }
  },
  figures: [
    { what: 'fan-out, 200 clients, 50 typing: p50', value: 'p50Ms', unit: 'ms', goal: bestPeer },
    { what: 'fan-out: p99', value: 'p99Ms', unit: 'ms', goal: bestPeer },
  ],
}
