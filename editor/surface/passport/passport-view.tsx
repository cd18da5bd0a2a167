import { PenLine } from 'lucide-react'
import { isSmallNumber } from '../../core/arithmetic/small-number.ts'
import { type FigureRef, figureKey } from '../../core/figure.ts'
import { showValue } from '../../core/show-value.ts'
import { Button } from '../../ui/button.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TryAgain } from '../../ui/try-again.tsx'
import type { FigureStore } from '../figures/figure-store.ts'
import type { FigurePassport, ReportApi } from '../report-api.ts'
import { useStore } from '../surface-context.ts'
import { FigureFacts } from './figure-facts.tsx'
import { FigureHistory } from './figure-history.tsx'
import { FigureUses } from './figure-uses.tsx'
import { sv } from './sv.ts'
import { usePassport } from './use-passport.ts'

export interface PassportViewProps {
  figureRef: FigureRef
  api: ReportApi
  figures: FigureStore
  edit: (() => void) | undefined
  close: () => void
}

/** Where a figure comes from, what it has been, and where it is used. */
export function PassportView({ figureRef, api, figures, edit, close }: PassportViewProps) {
  const { state, retry } = usePassport(api, figureRef)
  if (!state) return <p role="status">{sv.loading}</p>
  if ('error' in state) return <TryAgain error={state.error} retry={retry} />
  return (
    <>
      <Known figureRef={figureRef} figures={figures} passport={state.passport} reportId={api.reportId} />
      <DialogActions>
        {edit && (
          <Button
            icon={<PenLine aria-hidden />}
            onClick={() => {
              close()
              edit()
            }}
          >
            {sv.edit}
          </Button>
        )}
        <Button variant="primary" onClick={close}>
          {sv.close}
        </Button>
      </DialogActions>
    </>
  )
}

interface KnownProps {
  figureRef: FigureRef
  figures: FigureStore
  passport: FigurePassport
  reportId: string
}

function Known({ figureRef, figures, passport, reportId }: KnownProps) {
  // What the page shows comes first: in a locked report it is what was locked, whatever the source says now.
  const onPage = useStore(figures)
  const key = figureKey(figureRef)
  const figure = onPage.figures[key] ?? passport.figure
  const indicator = onPage.indicators[figureRef.indicatorId] ?? passport.data.indicators[figureRef.indicatorId]
  if (!indicator) return <Notice tone="warn">{sv.unknown}</Notice>
  const moved = figure && passport.figure && figure.value !== passport.figure.value
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p className="text-3xl font-semibold tabular-nums">
          {figure ? showValue(indicator, figure) : sv.noFigure}
          {figure?.status === 'preliminary' && <span className="ml-3 text-base text-muted">{sv.preliminary}</span>}
        </p>
        {!figure && passport.history.length > 0 && <p className="mt-1 text-muted">{sv.gone}</p>}
        {moved && passport.figure && (
          <p className="mt-1 text-muted">
            {sv.frozen} {sv.moved(showValue(indicator, passport.figure))}
          </p>
        )}
        {figure && figure.status !== 'suppressed' && isSmallNumber(indicator, figure) && (
          <p className="mt-1 font-medium text-warn">{sv.smallNumber(indicator.smallNumber)}</p>
        )}
        {indicator.retired && <p className="mt-1 font-medium text-warn">{sv.retired(indicator.retired)}</p>}
      </div>
      <FigureFacts indicator={indicator} figure={figure} figureRef={figureRef} />
      <FigureHistory indicator={indicator} history={passport.history} />
      <FigureUses indicator={indicator} uses={passport.uses} reportId={reportId} />
    </div>
  )
}
