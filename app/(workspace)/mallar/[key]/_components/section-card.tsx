'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { Field as FieldFrame } from '#editor/ui/field.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import type { TemplateSection } from '#templates/schema/section.ts'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { sv } from '../../sv.ts'
import { FieldsEditor } from './fields-editor.tsx'
import { LawList } from './law-list.tsx'

const LEVELS = ['1', '2', '3']
const REQUIRED = ['yes', 'conditional', 'no'] as const

export interface SectionCardProps {
  section: TemplateSection
  at: number
  isLast: boolean
  fixedLaws: string[]
  onChange: (at: number, section: TemplateSection) => void
  onMove: (at: number, by: -1 | 1) => void
  onRemove: (at: number) => void
}

/** One section of a template, with all that can be changed of it. */
export const SectionCard = memo(function SectionCard(props: SectionCardProps) {
  const { section, at, isLast, fixedLaws, onChange, onMove, onRemove } = props
  const name = section.heading
  const put = (change: Partial<TemplateSection>): void => onChange(at, { ...section, ...change })
  return (
    <li
      className="rounded-xl border border-line bg-surface p-4 sm:p-5"
      style={{ marginLeft: `${(section.level - 1) * 1.25}rem` }}
    >
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_6rem_18.5rem_auto]">
        <TextField label={sv.heading} value={name} onChange={event => put({ heading: event.target.value })} />
        <SelectField
          label={sv.level}
          value={String(section.level)}
          options={LEVELS.map(level => ({ value: level, label: level }))}
          onChange={event => put({ level: Number(event.target.value) as 1 | 2 | 3 })}
        />
        <SelectField
          label={sv.required.label}
          value={section.required}
          options={REQUIRED.map(value => ({ value, label: sv.required[value] }))}
          onChange={event => put({ required: event.target.value as TemplateSection['required'] })}
        />
        <div className="flex">
          <IconButton
            label={sv.up(name)}
            icon={<ArrowUp aria-hidden />}
            aria-disabled={at === 0 || undefined}
            onClick={() => onMove(at, -1)}
          />
          <IconButton
            label={sv.down(name)}
            icon={<ArrowDown aria-hidden />}
            aria-disabled={isLast || undefined}
            onClick={() => onMove(at, 1)}
          />
          <IconButton label={sv.remove(name)} icon={<Trash2 aria-hidden />} onClick={() => onRemove(at)} />
        </div>
      </div>
      <details className="mt-3">
        <summary className="inline-block min-h-6 rounded text-accent">{sv.details}</summary>
        <div className="mt-3 flex flex-col gap-5">
          <FieldFrame label={sv.guidance}>
            {control => (
              <textarea
                {...control}
                rows={2}
                value={section.guidance}
                onChange={event => put({ guidance: event.target.value })}
              />
            )}
          </FieldFrame>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={section.text}
              onChange={event => put({ text: event.target.checked })}
            />
            {sv.text}
          </label>
          <LawList
            name={name}
            laws={section.lawReferences}
            fixed={fixedLaws}
            onChange={lawReferences => put({ lawReferences })}
          />
          <div>
            <p className="mb-2 font-semibold">{sv.fields}</p>
            <FieldsEditor name={name} fields={section.fields} onChange={fields => put({ fields })} />
          </div>
          {section.rows.map((kind, index) => (
            <div key={kind.key}>
              <p className="mb-2 font-semibold">{sv.list(kind.heading)}</p>
              <FieldsEditor
                name={kind.heading}
                fields={kind.fields}
                onChange={fields => put({ rows: section.rows.with(index, { ...kind, fields }) })}
              />
            </div>
          ))}
          {section.units.map((kind, index) => (
            <div key={kind.key}>
              <p className="mb-2 font-semibold">{sv.unit(kind.one)}</p>
              <FieldsEditor
                name={kind.one}
                fields={kind.fields}
                onChange={fields => put({ units: section.units.with(index, { ...kind, fields }) })}
              />
            </div>
          ))}
        </div>
      </details>
    </li>
  )
})
