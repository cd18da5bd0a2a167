import { type SaveState, saveState } from '../collab/save-state.ts'
import { useStore, useSurface } from '../surface-context.ts'

export function useSaveState(): SaveState {
  const { connection, structure } = useSurface()
  const facts = useStore(connection)
  const { report, may } = useStore(structure, state => state.structure)
  return saveState(facts, { locked: report.lockedAt !== null, write: may.write })
}
