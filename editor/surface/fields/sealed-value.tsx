import { PenLine } from 'lucide-react'
import type { Field } from '../../core/structure/field.ts'
import { formatValue } from '../../core/structure/format-value.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { sv } from './sv.ts'

export interface SealedValueProps {
  field: Field
  value: string
  /** Null for those who may not correct it. */
  onCorrect: (() => void) | null
}

/** What is quoted from elsewhere: read, not written. */
export function SealedValue({ field, value, onCorrect }: SealedValueProps) {
  const isQuote = field.type === 'text' && field.quote
  const Words = isQuote ? 'blockquote' : 'p'
  return (
    <div className="flex items-start gap-2">
      <Words
        className={
          isQuote ? 'grow border-l-4 border-control pl-3 whitespace-pre-line' : 'grow py-1.5 whitespace-pre-line'
        }
      >
        {formatValue(field, value)}
      </Words>
      {onCorrect && (
        <IconButton label={sv.correctLabel(field.label)} size="sm" icon={<PenLine aria-hidden />} onClick={onCorrect} />
      )}
    </div>
  )
}
