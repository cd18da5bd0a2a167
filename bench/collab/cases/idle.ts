import { setTimeout as delay } from 'node:timers/promises'
import type { Case } from '../case.ts'
import { atMost, partOfHocuspocus } from '../goals.ts'

const CHARACTERS = 10_000
/** Longer than a whole round of our server's heartbeat. */
const HEARTBEAT_SECONDS = 27

/** Reports that are open, with one client and 10 kB of text each, and nothing happens. */
export const idle: Case = {
  name: 'idle',
  async measure({ server, load, address, quick, places }) {
    const count = quick ? 200 : 1_000
    await server.start()
    // The first ones load code and warm caches.
    await load.call('settleIn', { address, places: await places(20), characters: CHARACTERS })
    await server.calm(2_500)
    await load.call('leave')
    await server.calm(2_500)
    const liveWhenEmpty = await server.collect()
    const empty = server.usage()
    const rooms = await places(count)
    await load.call('settleIn', { address, places: rooms, characters: CHARACTERS })
    await server.calm(2_500)
    const live = await server.collect()
    const full = server.usage()
    await delay((quick ? 5 : HEARTBEAT_SECONDS) * 1000)
    const later = server.usage()
    await load.call('leave')
    return {
      kilobytesPerReport: (full.rss - empty.rss) / count / 1e3,
      liveKilobytesPerReport: (live - liveWhenEmpty) / count / 1e3,
      cpuPercent: ((later.cpu - full.cpu) * 1e5) / (later.at - full.at),
      openCpuMilliseconds: ((full.cpu - empty.cpu) * 1e3) / count,
      rssMB: full.rss / 1e6,
    }
  },
  figures: [
    {
      what: '1,000 idle reports: memory per report',
      value: 'kilobytesPerReport',
      unit: 'kB',
      goal: partOfHocuspocus(3),
    },
    // The resident set swings with the pages that a server had to spare before, so what a report really holds is shown too.
    {
      what: '1,000 idle reports: live memory per report',
      value: 'liveKilobytesPerReport',
      unit: 'kB',
      goal: partOfHocuspocus(3),
    },
    { what: '1,000 idle reports: CPU', value: 'cpuPercent', unit: '%', goal: atMost(0.1, '%') },
  ],
}
