import { Download } from 'lucide-react'
import { Progress } from 'radix-ui'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ExportFormat, ExportProgress } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useExport } from './use-export.ts'

export interface ExportDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function ExportDialog({ open, onOpenChange }: ExportDialogProps) {
  const locked = useStore(useSurface().structure, state => state.structure.report.lockedAt !== null)
  return (
    <Dialog
      title={sv.exporting.title}
      description={locked ? undefined : sv.exporting.draft}
      size="sm"
      open={open}
      onOpenChange={onOpenChange}
    >
      <Exporting locked={locked} />
    </Dialog>
  )
}

function Bar({ progress }: { progress: ExportProgress }) {
  const percent = Math.round(progress.share * 100)
  return (
    <>
      <p role="status" className="mb-2">
        {sv.exporting.step[progress.step]}
      </p>
      <Progress.Root
        value={percent}
        max={100}
        aria-label={sv.exporting.progress}
        className="h-2.5 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-control)]"
      >
        <Progress.Indicator
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </Progress.Root>
    </>
  )
}

const FORMATS: ExportFormat[] = ['pdf', 'docx', 'html']

/** Begins with what is asked for most; another wish begins again. */
function Exporting({ locked }: { locked: boolean }) {
  const { tools, connection } = useSurface()
  const unsaved = useStore(connection, state => state.unsaved)
  const { state, start } = useExport(tools.api)
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const [hasFigures] = useState(() => Object.keys(tools.figures().figures).length > 0)
  const [appendix, setAppendix] = useState(locked && hasFigures)
  const begin = useCallback(() => start(format, appendix), [start, format, appendix])
  useEffect(begin, [begin])
  return (
    <div className="flex flex-col gap-5">
      {state.kind === 'failed' && (
        <Notice tone="bad" alert>
          <p>{state.message}</p>
          <Button size="sm" className="mt-2" onClick={begin}>
            {sv.exporting.retry}
          </Button>
        </Notice>
      )}
      {unsaved && state.kind === 'running' && <Notice tone="warn">{sv.exporting.unsaved}</Notice>}
      {state.kind === 'running' && (
        <div>
          <Bar progress={state.progress} />
        </div>
      )}
      {state.kind === 'done' && (
        <>
          <div role="status">
            <Notice tone="good">{sv.exporting.done}</Notice>
          </div>
          <a href={state.url} download className={buttonStyle('primary', 'md')}>
            <Download aria-hidden />
            {sv.exporting.download}
          </a>
        </>
      )}
      <fieldset>
        <legend className="mb-1 font-semibold">{sv.exporting.format}</legend>
        {FORMATS.map(one => (
          <label key={one} className="flex min-h-8 items-center gap-2.5">
            <input
              type="radio"
              name="format"
              checked={format === one}
              onChange={() => setFormat(one)}
              className="size-4 shrink-0 accent-accent"
            />
            {sv.exporting.formats[one]}
          </label>
        ))}
      </fieldset>
      {hasFigures && (
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            checked={appendix}
            onChange={event => setAppendix(event.target.checked)}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          {sv.exporting.figures}
        </label>
      )}
    </div>
  )
}
