import { ChevronDown, ChevronUp, Download, ZoomIn, ZoomOut } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { sv } from '../sv.ts'
import { ExportProgressBar } from './export-progress-bar.tsx'
import type { PreviewPagesProps } from './preview-pages.tsx'

export interface PreviewBarProps {
  page: number
  /** The last page that is there. */
  last: number
  /** Null while it is not known how many pages there will be. */
  total: number | null
  onPage: (page: number) => void
  percent: number
  /** Null at the end of the scale. */
  onSmaller: (() => void) | null
  onLarger: (() => void) | null
  rest: PreviewPagesProps['rest']
}

interface StepProps {
  label: string
  icon: ReactNode
  onStep: (() => void) | null
}

const Step = ({ label, icon, onStep }: StepProps) => (
  <Button aria-label={label} title={label} icon={icon} aria-disabled={!onStep} onClick={() => onStep?.()} />
)

/** Which page, how large, and the file itself. */
export function PreviewBar({ page, last, total, onPage, percent, onSmaller, onLarger, rest }: PreviewBarProps) {
  const id = useId()
  return (
    <fieldset
      aria-label={sv.bar}
      className="sticky top-0 z-10 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface py-2"
    >
      <div className="flex items-center gap-2">
        <Step label={sv.previous} icon={<ChevronUp aria-hidden />} onStep={page > 1 ? () => onPage(page - 1) : null} />
        <Step label={sv.next} icon={<ChevronDown aria-hidden />} onStep={page < last ? () => onPage(page + 1) : null} />
        <label htmlFor={id}>{sv.page}</label>
        <input
          id={id}
          type="number"
          min={1}
          max={last}
          // Another page makes it another field, so that a half-written number is not overwritten by its own effect.
          key={page}
          defaultValue={page}
          onKeyDown={event => {
            if (event.key === 'Enter') onPage(Number(event.currentTarget.value) || page)
          }}
          onBlur={event => {
            const wanted = Number(event.currentTarget.value)
            if (wanted && wanted !== page) onPage(wanted)
          }}
          className="h-11 w-20 rounded-md border border-control bg-surface px-2"
        />
        {total !== null && <span>{sv.of(total)}</span>}
      </div>
      <div className="flex items-center gap-2">
        <Step label={sv.smaller} icon={<ZoomOut aria-hidden />} onStep={onSmaller} />
        <output className="min-w-24 text-center">{sv.zoom(percent)}</output>
        <Step label={sv.larger} icon={<ZoomIn aria-hidden />} onStep={onLarger} />
      </div>
      {'url' in rest ? (
        <a href={rest.url} download className={buttonStyle('primary', 'md', 'ml-auto')}>
          <Download aria-hidden />
          {sv.download}
        </a>
      ) : (
        <div className="w-full sm:ml-auto sm:w-64">
          <ExportProgressBar progress={rest} />
        </div>
      )}
    </fieldset>
  )
}
