'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { sv } from '../../sv.ts'

export interface LawListProps {
  name: string
  laws: string[]
  /** Those of the product's template, which stay with the section. */
  fixed: string[]
  onChange: (laws: string[]) => void
}

export function LawList({ name, laws, fixed, onChange }: LawListProps) {
  const [typed, setTyped] = useState('')
  const add = (): void => {
    const law = typed.trim()
    if (law && !laws.includes(law)) onChange([...laws, law])
    setTyped('')
  }
  return (
    <div>
      <p className="font-semibold">{sv.laws}</p>
      <ul aria-label={sv.of(sv.laws, name)} className="my-1.5 flex flex-wrap gap-2">
        {laws.map(law => (
          <li key={law} className="inline-flex min-h-8 items-center gap-1 rounded bg-sunken px-2 text-sm font-medium">
            {law}
            {fixed.includes(law) ? (
              <span className="sr-only">. {sv.fixedLaw}</span>
            ) : (
              <IconButton
                size="sm"
                label={sv.removeLaw(law)}
                icon={<X aria-hidden />}
                onClick={() => onChange(laws.filter(one => one !== law))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex items-end gap-2">
        <TextField
          label={sv.addLaw}
          hint={sv.addLawHint}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button icon={<Plus aria-hidden />} aria-label={sv.of(sv.addLaw, name)} onClick={add} />
      </div>
    </div>
  )
}
