'use client'

import { useId } from 'react'
import { formatDate } from '#editor/core/format-date.ts'
import { errorId, FieldError } from '#editor/ui/field.tsx'
import { templates } from '#templates/index.ts'
import type { Template } from '#templates/template.ts'
import { sv as all } from '../sv.ts'

const sv = all.template

export interface TemplateChoiceProps {
  value: string
  onChange: (key: string) => void
  error: string | undefined
  /** Year of the report, for the last day that the law sets. */
  year: number
}

function facts(template: Template, year: number): string {
  const deadline = template.legalDeadline?.(year)
  return [`${sv.sections(template.sections.length)}.`, deadline && sv.legalDeadline(formatDate(deadline))]
    .filter(Boolean)
    .join(' ')
}

export function TemplateChoice({ value, onChange, error, year }: TemplateChoiceProps) {
  const ids = useId()
  return (
    <fieldset aria-describedby={error ? errorId(ids) : undefined}>
      <legend className="mb-1.5 font-semibold">{sv.label}</legend>
      <div className="grid gap-3">
        {templates.map(template => (
          <label
            key={template.key}
            className="flex cursor-pointer gap-3.5 rounded-lg border border-control bg-surface p-4 hover:bg-accent-soft/40 has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]"
          >
            <input
              type="radio"
              name="templateKey"
              value={template.key}
              checked={value === template.key}
              onChange={() => onChange(template.key)}
              aria-labelledby={`${ids}-${template.key}-name`}
              aria-describedby={`${ids}-${template.key}-text`}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span>
              <span id={`${ids}-${template.key}-name`} className="block font-semibold">
                {template.sv.name}
              </span>
              <span id={`${ids}-${template.key}-text`}>
                <span className="block">{template.sv.description} </span>
                <span className="mt-1 block text-sm text-muted">{facts(template, year)}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-1.5">
          <FieldError id={errorId(ids)}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
