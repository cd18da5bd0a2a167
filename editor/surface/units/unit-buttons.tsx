import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import { sv } from './sv.ts'
import type { Reorder } from './use-reorder.ts'

export interface UnitButtonsProps {
  id: string
  /** "Rekommendation 2" */
  name: string
  reorder: Reorder
  onRemove: () => void
}

/** What can be done with one of a list. */
export function UnitButtons({ id, name, reorder, onRemove }: UnitButtonsProps) {
  return (
    <fieldset aria-label={`${sv.actions}, ${name}`} className="flex shrink-0 items-center print:hidden">
      <IconButton
        {...reorder.grip(id)}
        label={sv.grip(name)}
        size="sm"
        className="cursor-grab"
        icon={<GripVertical aria-hidden />}
      />
      <IconButton
        label={sv.up(name)}
        size="sm"
        icon={<ArrowUp aria-hidden />}
        aria-disabled={reorder.isFirst(id) || undefined}
        onClick={() => reorder.step(id, -1)}
      />
      <IconButton
        label={sv.down(name)}
        size="sm"
        icon={<ArrowDown aria-hidden />}
        aria-disabled={reorder.isLast(id) || undefined}
        onClick={() => reorder.step(id, 1)}
      />
      <IconButton label={sv.remove(name)} size="sm" icon={<Trash2 aria-hidden />} onClick={onRemove} />
    </fieldset>
  )
}
