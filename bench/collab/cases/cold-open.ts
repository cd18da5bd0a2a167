import type { Case, Scene, Values } from '../case.ts'
import { partOfHocuspocus } from '../goals.ts'

const MB = 1e6

async function openAfterRestart(
  { server, load, address, report }: Scene,
  room: Awaited<ReturnType<Scene['places']>>,
  clients: number,
): Promise<{ ms: number; cpu: number; peakMB: number; bytes: number }> {
  await server.restart()
  const { state, stateVector } = report()
  const before = server.usage()
  const opened = await load.call('open', {
    address,
    places: room,
    clients,
    contentBytes: state.length * 0.7,
    verify: stateVector,
  })
  const after = server.usage()
  await load.call('leave')
  if (opened.complete < clients) throw new Error(`only ${opened.complete} of ${clients} clients got the report`)
  return { ms: opened.lastMs, cpu: after.cpu - before.cpu, peakMB: after.peak / MB, bytes: opened.bytesPerClient }
}

/** From nothing in memory to the text in the client. */
export const coldOpen: Case = {
  name: 'cold-open',
  async measure(scene): Promise<Values> {
    await scene.server.start()
    const room = await scene.places(1, scene.report())
    const one = await openAfterRestart(scene, room, 1)
    const fifty = await openAfterRestart(scene, room, 50)
    return {
      oneMs: one.ms,
      oneCpuSeconds: one.cpu,
      oneBytes: one.bytes,
      fiftyMs: fifty.ms,
      fiftyCpuSeconds: fifty.cpu,
      fiftyPeakMB: fifty.peakMB,
    }
  },
  figures: [
    { what: 'cold open, 100 pages, 1 client: time', value: 'oneMs', unit: 'ms', goal: partOfHocuspocus(10) },
    { what: 'cold open, 1 client: CPU', value: 'oneCpuSeconds', unit: 's', goal: partOfHocuspocus(10) },
    { what: 'cold open, 50 at once: last has it', value: 'fiftyMs', unit: 'ms', goal: partOfHocuspocus(10) },
    { what: 'cold open, 50 at once: CPU', value: 'fiftyCpuSeconds', unit: 's', goal: partOfHocuspocus(10) },
  ],
}
