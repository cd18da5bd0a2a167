import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { sv } from './sv.ts'

export interface IndicatorOrderProps {
  ids: string[]
  nameOf: (id: string) => string
  onChange: (ids: string[]) => void
}

const swapped = (ids: string[], index: number, step: 1 | -1): string[] => {
  const [one, other] = [ids[index], ids[index + step]]
  return one === undefined || other === undefined ? ids : ids.with(index, other).with(index + step, one)
}

/** The chosen indicators in their order, each with buttons that move it a step. */
export function IndicatorOrder({ ids, nameOf, onChange }: IndicatorOrderProps) {
  const [said, setSaid] = useState('')
  const move = (index: number, step: 1 | -1): void => {
    const next = swapped(ids, index, step)
    if (next === ids) return
    onChange(next)
    setSaid(sv.moved(nameOf(ids[index] ?? ''), index + step + 1, ids.length))
  }
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{sv.order}</legend>
      <ol className="max-h-64 overflow-y-auto rounded-md border border-control p-2">
        {ids.map((id, index) => (
          <li key={id} className="flex items-center justify-between gap-2">
            <span className="min-w-0">{nameOf(id)}</span>
            <span className="flex shrink-0">
              <IconButton
                label={sv.moveUp(nameOf(id))}
                icon={<ArrowUp aria-hidden />}
                aria-disabled={index === 0 || undefined}
                onClick={() => move(index, -1)}
              />
              <IconButton
                label={sv.moveDown(nameOf(id))}
                icon={<ArrowDown aria-hidden />}
                aria-disabled={index === ids.length - 1 || undefined}
                onClick={() => move(index, 1)}
              />
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  )
}
