import { type Case, onlyOurs } from '../case.ts'
import { crashes } from '../crash.ts'
import { atMost } from '../goals.ts'

/** SIGKILL of the server or of PostgreSQL with all its backends, while people write. */
export const killed: Case = {
  name: 'killed',
  skip: onlyOurs,
  once: true,
  async measure({ server, load, database, address, quick, places }) {
    await server.start()
    const done = await crashes({ server, load, database, address, places }, quick ? 6 : 50)
    const sum = (of: 'saved' | 'lost'): number => done.reduce((all, one) => all + one[of], 0)
    return { moments: done.length, saved: sum('saved'), lost: sum('lost') }
  },
  figures: [
    { what: 'SIGKILL, server and PostgreSQL by turns: saved and lost', value: 'lost', unit: '', goal: atMost(0, '') },
  ],
}
