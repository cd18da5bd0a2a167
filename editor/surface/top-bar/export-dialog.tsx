import { Download, Eye, FileOutput } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { buttonStyle } from '../../ui/button-style.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { ExportWish } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { ExportPreflight } from './export-preflight.tsx'
import { ExportWishFields } from './export-wish-fields.tsx'
import { sv } from './sv.ts'
import { useExport } from './use-export.ts'
import { usePreflight } from './use-preflight.ts'

export interface ExportDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function ExportDialog({ open, onOpenChange }: ExportDialogProps) {
  const locked = useStore(useSurface().structure, state => state.structure.report.lockedAt !== null)
  return (
    <Dialog
      title={sv.exporting.title}
      description={locked ? sv.exporting.locked : sv.exporting.draft}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Exporting locked={locked} close={() => onOpenChange(false)} />
    </Dialog>
  )
}

/** The link stands where the button was that had the focus; where somebody has moved on meanwhile they stay. */
const takeFocus = (link: HTMLAnchorElement | null): void => {
  if (document.activeElement === document.body) link?.focus()
}

function Exporting({ locked, close }: { locked: boolean; close: () => void }) {
  const { tools, comments, connection, structure } = useSurface()
  const mayArchive = useStore(structure, state => state.structure.may.archive) && locked
  const hasComments = useStore(comments, ({ threads }) => (threads?.length ?? 0) > 0) && !locked
  const unsaved = useStore(connection, state => state.unsaved)
  const { state, start, cancel, forget } = useExport(tools.api)
  const [hasFigures] = useState(() => Object.keys(tools.figures().figures).length > 0)
  const [wish, setWish] = useState<ExportWish>({ format: 'pdf', figures: locked && hasFigures, audience: 'internal' })
  const findings = usePreflight(tools.api, wish)
  const isStopped = findings !== null && 'found' in findings && findings.found.some(({ level }) => level === 'stop')
  const change = (next: ExportWish): void => {
    // The file that is ready is of another wish.
    forget()
    setWish(next)
  }
  const isRunning = state?.kind === 'running'
  return (
    <div className="flex flex-col gap-5">
      <ExportWishFields
        wish={wish}
        onChange={change}
        hasFigures={hasFigures}
        hasComments={hasComments}
        disabled={isRunning}
        mayArchive={mayArchive}
      />
      <ExportPreflight findings={findings} onGo={close} />
      {unsaved && <Notice tone="warn">{sv.exporting.unsaved}</Notice>}
      {state?.kind === 'failed' && (
        <Notice tone="bad" alert>
          {state.message}
        </Notice>
      )}
      {state?.kind === 'running' && (
        <ProgressBar
          step={sv.exporting.step[state.progress.step]}
          label={sv.exporting.progress}
          share={state.progress.share}
        />
      )}
      {state?.kind === 'done' && (
        <div role="status">
          <Notice tone="good">{sv.exporting.done}</Notice>
        </div>
      )}
      <DialogActions>
        {isRunning ? (
          <Button onClick={cancel}>{sv.exporting.cancel}</Button>
        ) : (
          wish.format === 'pdf' &&
          !isStopped &&
          // It shows the report as it will be, which has none.
          !wish.comments && (
            <a
              href={`/rapporter/${tools.api.reportId}/forhandsvisning?${new URLSearchParams({ version: wish.audience, ...(wish.figures && { bilaga: 'ja' }) })}`}
              className={buttonStyle('secondary', 'md')}
            >
              <Eye aria-hidden />
              {sv.exporting.preview}
            </a>
          )
        )}
        {state?.kind === 'done' ? (
          <a href={state.url} download ref={takeFocus} className={buttonStyle('primary', 'md')}>
            <Download aria-hidden />
            {sv.exporting.download}
          </a>
        ) : (
          <Button
            variant="primary"
            icon={<FileOutput aria-hidden />}
            loading={isRunning}
            aria-disabled={isStopped}
            onClick={() => start(wish)}
          >
            {state?.kind === 'failed' ? sv.exporting.retry : sv.exporting.start}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}
