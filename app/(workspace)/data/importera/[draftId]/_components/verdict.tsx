import { formatInstant } from '#editor/core/format-date.ts'
import { Notice } from '#editor/ui/notice.tsx'
import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { sv } from '../sv.ts'

/** Whether the file can be imported, and what that would do. */
export function Verdict({ preview }: { preview: ImportPreview }) {
  const { duplicateOfImport: same, errorCount, canConfirm, newCount, changedCount } = preview
  if (errorCount > 0)
    return (
      <Notice tone="bad" title={sv.refused.title} alert>
        {sv.refused.text(errorCount)}{' '}
        {preview.canConfirmRest &&
          sv.refused.rest(
            preview.rejectedRows,
            preview.errors.some(error => error.code === 'duplicate-row'),
          )}
      </Notice>
    )
  const text = same && sv.duplicate[canConfirm ? 'allowed' : 'refused'](formatInstant(same.importedAt), same.importedBy)
  if (!canConfirm)
    return (
      <Notice tone="info" title={sv.duplicate.title} alert>
        {text}
      </Notice>
    )
  return (
    <Notice tone={same ? 'warn' : 'good'} title={same ? sv.duplicate.title : sv.ready.title} alert>
      {text} {sv.ready.text(newCount, changedCount)}
    </Notice>
  )
}
