import { type Case, onlyOurs } from '../case.ts'
import { atMost } from '../goals.ts'

/** From the key to the word that it is committed. No peer says that word: theirs means "applied". */
export const saved: Case = {
  name: 'saved',
  skip: onlyOurs,
  async measure({ server, load, address, quick, places }) {
    await server.start()
    await load.call('gather', { addresses: [address], places: await places(1), clients: 100, writers: 10 })
    await load.call('typeSteadily', { perSecond: 8, seconds: 2 })
    const result = await load.call('typeSteadily', { perSecond: 8, seconds: quick ? 4 : 20 })
    await load.call('leave')
    if (result.saved.n < result.sent) throw new Error(`${result.sent - result.saved.n} keys were never called saved`)
    return { p50Ms: result.saved.p50, p95Ms: result.saved.p95, p99Ms: result.saved.p99 }
  },
  figures: [
    { what: '"saved" after the key, 100 clients, 10 typing: p50', value: 'p50Ms', unit: 'ms', goal: atMost(15, 'ms') },
    { what: '"saved" after the key: p99', value: 'p99Ms', unit: 'ms', goal: atMost(60, 'ms') },
  ],
}
