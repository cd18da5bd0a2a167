import type { SectionStructure } from '../../core/report-page.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { UnitButtons } from './unit-buttons.tsx'
import { useUnitList } from './use-unit-list.ts'

const NO_IDS: string[] = []

/** The heads of the units beside this one, by their ids, in order. */
const idsBeside = (sections: readonly SectionStructure[], { unit }: SectionStructure): string[] =>
  unit
    ? sections.flatMap(one =>
        one.unit?.head && one.unit.kind === unit.kind && one.unit.listedIn === unit.listedIn ? [one.unit.id] : [],
      )
    : NO_IDS

/** What moves and removes a whole unit; null for sections that are no head of one. */
export function useUnitHead(section: SectionStructure, canManage: boolean) {
  const { structure, tools } = useSurface()
  const joined = useStore(structure, state => idsBeside(state.structure.sections, section).join())
  const ids = joined ? joined.split(',') : NO_IDS
  const unit = section.unit?.head ? section.unit : null
  const listedIn = unit?.listedIn ?? ''
  const name = section.heading
  const { reorder, remove } = useUnitList({ sectionId: listedIn, kind: unit?.kind ?? '', ids, nameOf: () => name })
  if (!unit) return null

  const ask = (): void => {
    const parent = structure.getSnapshot().structure.sections.find(one => one.id === listedIn)
    tools.openForm({
      title: sv.removeTitle(name),
      description: sv.removeHint(parent ? `${parent.number} ${parent.heading}` : ''),
      render: close => (
        <DialogActions>
          <Button onClick={close}>{sv.cancel}</Button>
          <Button
            variant="primary"
            onClick={() => {
              close()
              void remove(unit.id, name)
            }}
          >
            {sv.removeDo}
          </Button>
        </DialogActions>
      ),
    })
  }
  return {
    unitId: unit.id,
    target: canManage ? reorder.target(unit.id) : {},
    buttons: canManage ? <UnitButtons id={unit.id} name={name} reorder={reorder} onRemove={ask} /> : null,
  }
}
