import type { Case } from '../case.ts'
import { partOfHocuspocus } from '../goals.ts'

/** Everyone comes back at once to reports that they hold already. */
export const returnAfterRestart: Case = {
  name: 'return',
  async measure({ server, load, address, quick, places, report }) {
    const { stateVector, deletions } = report()
    const clients = quick ? 40 : 200
    await server.start()
    const rooms = await places(quick ? 10 : 50, report())
    await server.restart()
    const before = server.usage()
    const has = { stateVector, answer: deletions }
    const opened = await load.call('open', { address, places: rooms, clients, contentBytes: 0, has })
    const after = server.usage()
    await load.call('leave')
    if (opened.complete < clients) throw new Error(`only ${opened.complete} of ${clients} clients came back`)
    return {
      lastMs: opened.lastMs,
      medianMs: opened.medianMs,
      cpuSeconds: after.cpu - before.cpu,
      peakMB: after.peak / 1e6,
      bytesPerClient: opened.bytesPerClient,
    }
  },
  figures: [
    { what: 'return of 200 clients to 50 reports: last', value: 'lastMs', unit: 'ms', goal: partOfHocuspocus(4) },
    { what: 'return: CPU', value: 'cpuSeconds', unit: 's', goal: partOfHocuspocus(5) },
    { what: 'return: peak memory', value: 'peakMB', unit: 'MB', goal: partOfHocuspocus(5) },
  ],
}
