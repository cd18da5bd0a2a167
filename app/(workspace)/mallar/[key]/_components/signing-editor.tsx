'use client'

import { useState } from 'react'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { Template } from '#templates/template.ts'
import { sv } from '../../sv.ts'

export interface SigningEditorProps {
  signing: Template['signing']
  onChange: (signing: Template['signing']) => void
}

const capacitiesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** Who is proposed to sign a report of the template, as what and in which order. */
export function SigningEditor({ signing, onChange }: SigningEditorProps) {
  // What is written, with the empty line that somebody has just begun.
  const [text, setText] = useState(signing.capacities.join('\n'))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold">{sv.signing}</legend>
      <TextAreaField
        label={sv.signers}
        hint={sv.signersHint}
        rows={4}
        value={text}
        onChange={event => {
          setText(event.target.value)
          onChange({ ...signing, capacities: capacitiesIn(event.target.value) })
        }}
      />
      <div className="max-w-md">
        <SelectField
          label={sv.signingOrder}
          value={signing.order}
          onChange={event =>
            onChange({ ...signing, order: event.target.value === 'parallel' ? 'parallel' : 'sequence' })
          }
          options={[
            { value: 'sequence', label: sv.inSequence },
            { value: 'parallel', label: sv.inParallel },
          ]}
        />
      </div>
    </fieldset>
  )
}
