'use client'

import { Plus, Trash2 } from 'lucide-react'
import type { Field, FieldType } from '#editor/core/structure/field.ts'
import { Button } from '#editor/ui/button.tsx'
import { Field as FieldFrame } from '#editor/ui/field.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { sv } from '../../sv.ts'
import { keyFrom } from '../key-from.ts'

const TYPES = ['text', 'date', 'period', 'number', 'role', 'choice', 'report', 'diaryNumber'] as const

/** The same field of another kind; a choice begins with two options, since fewer are none. */
function withType(field: Field, type: FieldType): Field {
  const { key, label, hint, required } = field
  const common = { key, label, ...(hint && { hint }), ...(required !== undefined && { required }) }
  if (type === 'choice')
    return {
      ...common,
      type,
      options: [
        { key: 'ja', label: 'Ja' },
        { key: 'nej', label: 'Nej' },
      ],
    }
  return { ...common, type } as Field
}

const optionsFrom = (lines: string) =>
  lines
    .split('\n')
    .filter(line => line.trim())
    .map(label => ({ key: keyFrom(label), label: label.trim() }))

export interface FieldsEditorProps {
  /** Says which list of fields it is, to screen readers. */
  name: string
  fields: Field[]
  onChange: (fields: Field[]) => void
}

export function FieldsEditor({ name, fields, onChange }: FieldsEditorProps) {
  const put = (at: number, field: Field): void => onChange(fields.with(at, field))
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field, at) => (
        <fieldset
          key={field.key}
          aria-label={sv.of(field.label, name)}
          className="grid items-end gap-3 rounded-lg border border-line p-3 sm:grid-cols-[1fr_11rem_auto_auto]"
        >
          <TextField
            label={sv.fieldName}
            value={field.label}
            onChange={event => put(at, { ...field, label: event.target.value })}
          />
          {field.type === 'computed' ? (
            <p className="py-2">{sv.types.computed}</p>
          ) : (
            <SelectField
              label={sv.fieldType}
              value={field.type}
              options={TYPES.map(type => ({ value: type, label: sv.types[type] }))}
              onChange={event => put(at, withType(field, event.target.value as FieldType))}
            />
          )}
          <label className="flex min-h-10 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={field.required === true}
              onChange={event => put(at, { ...field, required: event.target.checked })}
            />
            {sv.fieldRequired}
          </label>
          <IconButton
            label={sv.remove(field.label)}
            icon={<Trash2 aria-hidden />}
            className="justify-self-end"
            onClick={() => onChange(fields.toSpliced(at, 1))}
          />
          {field.type === 'choice' && (
            <div className="col-span-full">
              <FieldFrame label={sv.options}>
                {control => (
                  <textarea
                    {...control}
                    rows={3}
                    defaultValue={field.options.map(option => option.label).join('\n')}
                    onBlur={event => {
                      const options = optionsFrom(event.target.value)
                      const known = new Map(field.options.map(option => [option.label, option]))
                      put(at, { ...field, options: options.map(option => known.get(option.label) ?? option) })
                    }}
                  />
                )}
              </FieldFrame>
            </div>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          aria-label={sv.of(sv.addField, name)}
          onClick={() =>
            onChange([
              ...fields,
              {
                type: 'text',
                key: keyFrom(
                  sv.newField,
                  fields.map(field => field.key),
                ),
                label: sv.newField,
              },
            ])
          }
        >
          {sv.addField}
        </Button>
      </div>
    </div>
  )
}
