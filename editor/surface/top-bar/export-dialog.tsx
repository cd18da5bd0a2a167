import { Download } from 'lucide-react'
import { Progress } from 'radix-ui'
import { useEffect } from 'react'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ExportProgress } from '../report-api.ts'
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
      <Exporting />
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

function Exporting() {
  const { tools, connection } = useSurface()
  const unsaved = useStore(connection, state => state.unsaved)
  const { state, start } = useExport(tools.api)
  useEffect(start, [start])
  if (state.kind === 'failed')
    return (
      <Notice tone="bad" alert>
        <p>{state.message}</p>
        <Button size="sm" className="mt-2" onClick={start}>
          {sv.exporting.retry}
        </Button>
      </Notice>
    )
  return (
    <div className="flex flex-col gap-4">
      {unsaved && state.kind === 'running' && <Notice tone="warn">{sv.exporting.unsaved}</Notice>}
      {state.kind === 'running' ? (
        <div>
          <Bar progress={state.progress} />
        </div>
      ) : (
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
    </div>
  )
}
