'use client'

import { CloudCheck, Plus } from 'lucide-react'
import Link from 'next/link'
import { useCallback, useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { Button } from '#editor/ui/button.tsx'
import { Field as FieldFrame } from '#editor/ui/field.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { TemplateFault } from '#templates/find-faults.ts'
import type { TemplateSection } from '#templates/schema/section.ts'
import type { Template } from '#templates/template.ts'
import { TextField } from '../../../../ui/text-field.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { publishAction } from '../../actions.ts'
import { faultText, sv } from '../../sv.ts'
import { keyFrom } from '../key-from.ts'
import { useDraft } from '../use-draft.ts'
import { FieldsEditor } from './fields-editor.tsx'
import { SectionCard } from './section-card.tsx'
import { SigningEditor } from './signing-editor.tsx'

export interface TemplateEditorProps {
  draft: { template: Template; revision: number; faults: TemplateFault[]; published: number | null }
  /** Law references that stay with their section, by its key. */
  fixedLaws: Record<string, string[]>
}

const NONE: string[] = []
const STATES = { saved: sv.saved, saving: sv.saving, unsaved: sv.notSaved }

const newSection = (taken: readonly string[]): TemplateSection => ({
  key: keyFrom(sv.newSection, taken),
  level: 1,
  heading: sv.newSection,
  guidance: '',
  required: 'no',
  lawReferences: [],
  text: true,
  fields: [],
  rows: [],
  units: [],
})

export function TemplateEditor({ draft, fixedLaws }: TemplateEditorProps) {
  const { template, change, faults, state, problem, save } = useDraft(draft)
  const [publishing, setPublishing] = useState(false)
  const toast = useToast()
  const { sections } = template
  const onSections = useCallback(
    (edit: (sections: TemplateSection[]) => TemplateSection[]) =>
      change(before => ({ ...before, sections: edit(before.sections) })),
    [change],
  )
  const onChange = useCallback(
    (at: number, section: TemplateSection) => onSections(before => before.with(at, section)),
    [onSections],
  )
  const onMove = useCallback(
    (at: number, by: -1 | 1) =>
      onSections(before => {
        const moved = before[at]
        const to = at + by
        return moved && to >= 0 && to < before.length ? before.toSpliced(at, 1).toSpliced(to, 0, moved) : before
      }),
    [onSections],
  )
  const onRemove = (at: number): void => {
    const gone = sections[at]
    if (!gone) return
    onSections(before => before.filter(one => one !== gone))
    toast({
      title: sv.removed(gone.heading),
      tone: 'good',
      action: { label: sv.undo, run: () => onSections(before => before.toSpliced(at, 0, gone)) },
    })
  }
  const publish = async (): Promise<void> => {
    setPublishing(true)
    await save()
    const answer = await publishAction(template.key).catch(error => ({ problem: noAnswer(error) }))
    setPublishing(false)
    if ('version' in answer) toast({ title: sv.publishedNow(answer.version), tone: 'good' })
    else toast({ title: answer.problem, tone: 'bad' })
  }
  const headings = sections.map(section => section.heading)

  return (
    <>
      <p className="mb-3">
        <Link href="/mallar" className="text-accent underline">
          {sv.back}
        </Link>
      </p>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl font-semibold sm:text-3xl">{template.name}</h1>
        <div className="flex items-center gap-4">
          <p role="status" className="inline-flex items-center gap-1.5 text-muted">
            <CloudCheck aria-hidden className="size-4.5" />
            {STATES[state]}
          </p>
          <Button
            variant="primary"
            loading={publishing}
            aria-disabled={faults.length > 0 || undefined}
            onClick={() => void publish()}
          >
            {sv.publish}
          </Button>
        </div>
      </div>
      {problem && (
        <Notice tone="bad" title={sv.notSaved} alert>
          {problem}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="warn" title={sv.faults(faults.length)}>
          <ul className="list-disc pl-5">
            {faults.map(fault => (
              <li key={`${fault.path.join()} ${fault.code} ${fault.detail}`}>{faultText(fault, headings)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section aria-labelledby="om" className="my-6 rounded-xl border border-line bg-surface p-4 sm:p-5">
        <h2 id="om" className="mb-3 text-xl font-semibold">
          {sv.about}
        </h2>
        <div className="flex flex-col gap-4">
          <TextField
            label={sv.name}
            value={template.name}
            onChange={event => change(before => ({ ...before, name: event.target.value }))}
          />
          <FieldFrame label={sv.describe}>
            {control => (
              <textarea
                {...control}
                rows={2}
                value={template.description}
                onChange={event => change(before => ({ ...before, description: event.target.value }))}
              />
            )}
          </FieldFrame>
          <TextField
            label={sv.reportTitle}
            hint={sv.reportTitleHint}
            value={template.title}
            onChange={event => change(before => ({ ...before, title: event.target.value }))}
          />
          <div>
            <p className="mb-2 font-semibold">{sv.reportFields}</p>
            <FieldsEditor
              name={sv.reportFields}
              fields={template.fields}
              onChange={fields => change(before => ({ ...before, fields }))}
            />
          </div>
          <SigningEditor signing={template.signing} onChange={signing => change(before => ({ ...before, signing }))} />
        </div>
      </section>
      <ol className="flex flex-col gap-3">
        {sections.map((section, at) => (
          <SectionCard
            key={section.key}
            section={section}
            at={at}
            isLast={at === sections.length - 1}
            fixedLaws={fixedLaws[section.key] ?? NONE}
            onChange={onChange}
            onMove={onMove}
            onRemove={onRemove}
          />
        ))}
      </ol>
      <Button
        className="mt-4"
        icon={<Plus aria-hidden />}
        onClick={() => onSections(before => [...before, newSection(before.map(one => one.key))])}
      >
        {sv.addSection}
      </Button>
    </>
  )
}
