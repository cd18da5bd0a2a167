'use client'

import { useFormAction } from '#app/ui/use-form-action.ts'
import { Button } from '#editor/ui/button.tsx'
import { Field } from '#editor/ui/field.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { importAction } from '../actions.ts'
import { sv } from '../sv.ts'

export function ImportTemplate() {
  const [{ problems }, send, sending] = useFormAction(importAction, { problems: [] }, problem => ({
    problems: [problem],
  }))
  return (
    <form action={send} className="mt-4 flex flex-col items-start gap-3">
      {problems.length > 0 && (
        <Notice tone="bad" title={sv.importFailed} alert>
          <ul className="list-disc pl-5">
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Field label={sv.importLabel}>
        {control => <input {...control} type="file" name="file" accept="application/json,.json" />}
      </Field>
      <Button type="submit" loading={sending}>
        {sv.importSend}
      </Button>
    </form>
  )
}
