import { Lock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FindingList } from '../checks/finding-list.tsx'
import { useFindings } from '../checks/use-findings.ts'
import { errorMessage } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

export interface LockDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function LockDialog({ open, onOpenChange }: LockDialogProps) {
  return (
    <Dialog title={sv.locking.title} description={sv.locking.text} open={open} onOpenChange={onOpenChange}>
      <LockForm close={() => onOpenChange(false)} />
    </Dialog>
  )
}

function LockForm({ close }: { close: () => void }) {
  const { tools, structure, connection } = useSurface()
  const reportId = useStore(structure, state => state.structure.report.id)
  const unsaved = useStore(connection, state => state.unsaved)
  const [findings, check] = useFindings(tools.api)
  const [locking, setLocking] = useState(false)
  const [error, setError] = useState<string | null>(null)
  useEffect(check, [check])

  const found = findings && 'found' in findings ? findings.found : null
  const stops = found?.filter(finding => finding.level === 'stop') ?? []
  const warnings = found?.filter(finding => finding.level === 'warning') ?? []

  const lock = async (): Promise<void> => {
    setLocking(true)
    setError(null)
    try {
      await tools.api.lock()
      await structure.refresh()
      tools.notify({ title: sv.locking.done, tone: 'good' })
      close()
    } catch (failure) {
      setError(errorMessage(failure))
      setLocking(false)
      // Somebody may have changed the text since the check.
      check()
    }
  }

  return (
    <>
      {findings && 'running' in findings && <p role="status">{sv.checks.running}</p>}
      {findings && 'error' in findings && (
        <Notice tone="bad" alert>
          {findings.error}
        </Notice>
      )}
      {stops.length > 0 && (
        <section>
          <p className="font-semibold">{sv.locking.stops}</p>
          <FindingList findings={stops} onGo={close} />
        </section>
      )}
      {warnings.length > 0 && (
        <section>
          <p className="font-semibold">{sv.locking.warnings}</p>
          <FindingList findings={warnings} onGo={close} />
        </section>
      )}
      {found?.length === 0 && <Notice tone="good">{sv.checks.none}</Notice>}
      <p className="mt-3">
        <a href={`/rapporter/${reportId}/lagkrav`}>{sv.lawFull}</a>
      </p>
      {unsaved && (
        <div className="mt-3">
          <Notice tone="warn">{sv.locking.unsaved}</Notice>
        </div>
      )}
      {error && (
        <div className="mt-3">
          <Notice tone="bad" alert>
            {error}
          </Notice>
        </div>
      )}
      <DialogActions>
        <Button onClick={close}>{sv.locking.cancel}</Button>
        <Button
          variant="danger"
          icon={<Lock aria-hidden />}
          loading={locking}
          disabled={!found || stops.length > 0 || unsaved}
          onClick={() => void lock()}
        >
          {sv.lock}
        </Button>
      </DialogActions>
    </>
  )
}
