import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { type Reorder, useReorder } from './use-reorder.ts'

export interface UnitListOptions {
  /** The section that lists them. */
  sectionId: string
  /** Key of their kind. */
  kind: string
  /** In their order. */
  ids: readonly string[]
  /** What to call one when it has been moved. */
  nameOf: (id: string) => string
}

export interface UnitListTools {
  reorder: Reorder
  /** Takes one out, with a message that takes it back. */
  remove: (id: string, name: string) => Promise<void>
}

/** Moving and removing what a section lists, rows and whole units alike; a screen reader hears where it went. */
export function useUnitList({ sectionId, kind, ids, nameOf }: UnitListOptions): UnitListTools {
  const { structure, tools, spoken } = useSurface()
  const move = (id: string, before: string | null): void => {
    const n = before === null ? ids.length : ids.filter(one => one !== id).indexOf(before) + 1
    void structure.moveUnit(sectionId, id, before).then(done => {
      if (done) spoken.set(sv.moved(nameOf(id), n, ids.length))
    })
  }
  const remove = async (id: string, name: string): Promise<void> => {
    if (!(await structure.removeUnit(sectionId, id))) return
    tools.notify({
      title: sv.removed(name),
      tone: 'good',
      action: { label: sv.undo, run: () => void structure.restoreUnit(sectionId, id) },
    })
  }
  return { reorder: useReorder({ list: `${sectionId} ${kind}`, ids, move }), remove }
}
