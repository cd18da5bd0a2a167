'use client'

import { useId } from 'react'
import { formatDate } from '#editor/core/format-date.ts'
import { errorId, FieldError } from '#editor/ui/field.tsx'
import { legalDeadline } from '#templates/deadline.ts'
import { sv as all } from '../sv.ts'
import type { TemplateOption } from '../template-options.ts'

const sv = all.template

export interface TemplateChoiceProps {
  templates: TemplateOption[]
  value: string
  onChange: (key: string) => void
  error: string | undefined
  /** Year of the report, for the last day that the law sets. */
  year: number
}

function facts(template: TemplateOption, year: number): string {
  const deadline = legalDeadline(template, year)
  return [`${sv.sections(template.sectionCount)}.`, deadline && sv.legalDeadline(formatDate(deadline))]
    .filter(Boolean)
    .join(' ')
}

export function TemplateChoice({ templates, value, onChange, error, year }: TemplateChoiceProps) {
  const ids = useId()
  return (
    <fieldset aria-describedby={error ? errorId(ids) : undefined} data-invalid={error ? true : undefined}>
      <legend className="mb-1.5 font-semibold">{sv.label}</legend>
      {error && (
        <div className="mb-1.5">
          <FieldError id={errorId(ids)}>{error}</FieldError>
        </div>
      )}
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
                {template.name}
              </span>
              <span id={`${ids}-${template.key}-text`}>
                <span className="block">{template.description} </span>
                <span className="mt-1 block text-sm text-muted">{facts(template, year)}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
