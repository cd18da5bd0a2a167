'use client'

import { useId, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import type { SourceChoice } from '#server/reports/make-from/list-sources.ts'
import { SelectField } from '../../../../ui/select-field.tsx'
import { sv } from '../sv.ts'
import type { TemplateOption } from '../template-options.ts'

type Chapters = TemplateOption['chapters']

/** Which parts' text comes along; all until somebody says otherwise. */
function TextChoice({ chapters }: { chapters: Chapters }) {
  const hint = useId()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string): void => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  return (
    <fieldset aria-describedby={hint}>
      <legend className="font-semibold">{sv.texts.label}</legend>
      <p id={hint} className="text-sm text-muted">
        {sv.texts.hint}
      </p>
      <p className="mt-2 flex gap-2">
        <Button size="sm" onClick={() => setLeft(new Set())}>
          {sv.texts.all}
        </Button>
        <Button size="sm" onClick={() => setLeft(new Set(chapters.map(({ key }) => key)))}>
          {sv.texts.none}
        </Button>
      </p>
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {chapters.map(({ key, heading }) => (
          <label key={key} className="flex min-h-10 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              name="texts"
              value={key}
              checked={!left.has(key)}
              onChange={() => toggle(key)}
              className="size-5 shrink-0 accent-accent"
            />
            {heading}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export interface SourceChoiceFieldsProps {
  sources: SourceChoice[]
  value: string
  onChange: (id: string) => void
  error: string | undefined
  chapters: Chapters
}

/** The report that the new one is made from, and what of its text comes along. */
export function SourceChoiceFields({ sources, value, onChange, error, chapters }: SourceChoiceFieldsProps) {
  return (
    <div className="flex flex-col gap-6 rounded-xl border border-line bg-surface p-5 sm:p-6">
      <SelectField
        label={sv.source.label}
        hint={sv.source.hint}
        name="sourceId"
        placeholder={sv.source.none}
        options={sources.map(source => ({ value: source.id, label: sv.source.option(source) }))}
        value={value}
        onChange={event => onChange(event.target.value)}
        error={error}
      />
      {chapters.length > 0 && <TextChoice key={value} chapters={chapters} />}
    </div>
  )
}
