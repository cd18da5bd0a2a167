import { useRef } from 'react'
import { type SaveState, saveState } from '../collab/save-state.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { useLasting } from '../use-lasting.ts'

/** "Sparat" comes when all has been saved for so long, so that it does not come and go with every key. Milliseconds. */
const CALM_MS = 400

export function useSaveState(): SaveState {
  const { connection, structure } = useSurface()
  const { report, may, sections } = useStore(structure, state => state.structure)
  const access = {
    locked: report.lockedAt !== null,
    write: may.write && sections.some(section => section.mayWrite),
  }
  const state = useStore(connection, facts => saveState(facts, access))
  const calm = useLasting(state === 'saved', CALM_MS)
  const shown = useRef(state)
  if (state !== 'saved' || calm) shown.current = state
  return shown.current
}
